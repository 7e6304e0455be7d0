"""The palette itself: a field over the window, and what answers it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from core.values import dataclass
from gui.palette.items import Item, Items
from gui.palette.lines import ROW, ItemDelegate, ItemModel
from gui.style import Space, TextRole, qcolor, read_margins, theme
from gui.widgets import Text
from gui.words import tr

_WIDTH, _ROWS = 640, 12
_MOST = 60
_COMMANDS = ">"
_Key = Qt.Key
_STEPS = {_Key.Key_Down: 1, _Key.Key_Up: -1, _Key.Key_PageDown: _ROWS, _Key.Key_PageUp: -_ROWS}


@dataclass(frozen=True, slots=True)
class PaletteTyped:
    """Letters were typed that names may answer."""

    text: str


@dataclass(frozen=True, slots=True)
class PaletteChosen:
    item: Item


class Palette(QDialog):
    """Offers ``items``, those used most first; what answers ``typed`` and takes longer comes by ``add_found``.

    Up, Down and Page move in the list, Enter chooses, Escape leaves.  ``chosen`` is emitted once it is closed.
    """

    typed = Signal(object)
    chosen = Signal(object)

    def __init__(self, items: Sequence[Item], uses: Mapping[str, int], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Command palette"))
        self._over = parent
        self._items = Items(items, uses)
        self._commands = Items([item for item in items if item.key.startswith("command:")], uses)
        self._close: list[Item] = []
        self._far: list[Item] = []
        self._answered = ""
        self._chosen: Item | None = None
        self._enter_waits = False
        self.model = ItemModel()
        self.field = QLineEdit()
        self.list = QListView()
        self._nothing = Text(tr("Nothing is called that."), TextRole.BODY, "secondary")
        self._lay_out()
        self._connect()
        self._show_near("")

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(tr("A command, a name, a search, an archive"))
        self.field.setAccessibleName(tr("What to do or where to go"))
        self.field.setMinimumHeight(36)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ItemDelegate(self.list))
        self.list.setAccessibleName(tr("What answers"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_ROWS * ROW)
        self.list.setMouseTracking(True)
        self._nothing.setContentsMargins(read_margins(Space.S, 0, 0, 0))
        help_line = Text(tr("> commands   @ people   # places   % productions"), TextRole.SMALL, "faint")
        help_line.setContentsMargins(read_margins(Space.S, 0, 0, 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.S)
        for part in (self.field, self._nothing, self.list, help_line):
            column.addWidget(part)
        self.setFixedWidth(_WIDTH)
        self._dress()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.list.entered.connect(self._mark)
        self.list.clicked.connect(self._on_clicked)
        self.finished.connect(self._on_finished)

    def open(self) -> None:
        """Show it over the upper part of the window."""
        over = self._over.window()
        self.adjustSize()
        corner = over.mapToGlobal(over.rect().topLeft())
        self.move(corner.x() + (over.width() - self.width()) // 2, corner.y() + max(over.height() // 10, 40))
        super().open()
        self.field.setFocus()

    # what answers -------------------------------------------------------------------------------------------------
    def _on_text(self, text: str) -> None:
        self._enter_waits = False
        self._show_near(text.strip())
        if text.strip() and not text.startswith(_COMMANDS):
            self.typed.emit(PaletteTyped(text.strip()))

    def _show_near(self, text: str) -> None:
        only_commands = text.startswith(_COMMANDS)
        items, words = (self._commands, text[1:].strip()) if only_commands else (self._items, text)
        self._close, self._far = items.near(words) if words else (items.usual(), [])
        if not words or only_commands:
            self._answered = self.field.text().strip()
        self._show((*self._close, *self._far))

    def add_found(self, text: str, items: Sequence[Item]) -> None:
        """Offer what was found for ``text`` as well; an answer to something typed before is dropped."""
        if text != self.field.text().strip():
            return
        self._answered = text
        marked = self.list.currentIndex().row()
        self._show((*self._close, *items, *self._far), marked if marked > 0 else 0)
        if self._enter_waits:
            self._choose()

    def _show(self, items: Sequence[Item], marked: int = 0) -> None:
        self.model.show(items[:_MOST])
        self._nothing.setVisible(not items and self._answered == self.field.text().strip())
        if items:
            self._mark(self.model.index(min(marked, len(items) - 1)))

    def _mark(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)

    # choosing -----------------------------------------------------------------------------------------------------
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._took(event):
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _took(self, event: QKeyEvent) -> bool:
        key = _Key(event.key())
        if key in _STEPS and self.model.items:
            self._move(_STEPS[key])
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self._enter_waits = self._answered != self.field.text().strip() and not self._chosen_for_sure()
            if not self._enter_waits:
                self._choose()
        elif key == _Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.reject()
        else:
            return False
        return True

    def _chosen_for_sure(self) -> bool:
        """Whether the marked line stays the marked one, whatever names are still found."""
        return bool(self._close) or self.list.currentIndex().row() > 0

    def _move(self, step: int) -> None:
        """Mark the line ``step`` further on; a single step goes round at the ends, a page stops there."""
        count, row = len(self.model.items), self.list.currentIndex().row()
        wanted = (row + step) % count if abs(step) == 1 else max(0, min(row + step, count - 1))
        self._mark(self.model.index(wanted))

    def _on_clicked(self, index: QModelIndex) -> None:
        self._mark(index)
        self._choose()

    def _choose(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.model.items) and self.model.items[row].available:
            self._chosen = self.model.items[row]
            self.accept()

    def _on_finished(self) -> None:
        if self._chosen is not None:
            self.chosen.emit(PaletteChosen(self._chosen))

    # looks --------------------------------------------------------------------------------------------------------
    def _dress(self) -> None:
        raised = QPalette(self.palette())
        raised.setColor(QPalette.ColorRole.Base, qcolor(theme().raised))
        self.list.setPalette(raised)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        left = event.type() is QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow()
        if left and self._chosen is None:  # a choice that hides it makes another window active as well
            self.reject()  # a click elsewhere means that it is not wanted any more

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setPen(QPen(qcolor(theme().outline), 1))
        painter.setBrush(qcolor(theme().raised))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
