"""What a field offers while somebody types, and the list that drops down with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.values import dataclass
from gui.style import RADIUS_SMALL, TextRole, font, mirrored, paint_icon, qcolor, theme
from gui.widgets.kinds import kind_word
from gui.widgets.text import Text
from gui.words import tr

_ROW = 30
_MOST = 9
_EDGE = 5
_NOTE = 24
_NARROWEST = 280
_AROUND = 2 * _EDGE + 76
"""What stands beside the words of a line: edges, the icon, and the space between text and detail."""
_KIND_ICONS = {
    "person": "user",
    "location": "map-pin",
    "production": "clapperboard",
    "keyword": "tag",
    "problem": "triangle-alert",
}

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of the list; ``creates`` marks the explicit choice to make something new."""

    key: str
    text: str
    detail: str = ""
    kind: str = ""
    creates: bool = False


@dataclass(frozen=True, slots=True)
class SuggestionPicked:
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class SuggestionMarked:
    """The line that Enter would choose, if there is one."""

    suggestion: Suggestion | None


class SuggestionModel(QAbstractListModel):
    """The lines of the list."""

    def __init__(self) -> None:
        super().__init__()
        self.suggestions: tuple[Suggestion, ...] = ()

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self.suggestions = tuple(suggestions)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.suggestions)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        suggestion = self.suggestions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return suggestion.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (suggestion.text, kind_word(suggestion.kind), suggestion.detail) if part)
        return suggestion if role == Qt.ItemDataRole.UserRole else None


class SuggestionDelegate(QStyledItemDelegate):
    """Draws a line: kind, text, and the detail at its end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        suggestion: Suggestion = index.data(Qt.ItemDataRole.UserRole)
        now, room = theme(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(qcolor(now.selection))
            painter.drawRoundedRect(room, RADIUS_SMALL, RADIUS_SMALL)
        if suggestion.creates:
            painter.setPen(QPen(qcolor(now.hairline), 1))
            painter.drawLine(room.topLeft() + QPoint(4, 0), room.topRight() - QPoint(4, 0))
        self._paint_line(painter, room.adjusted(9, 0, -10, 0), suggestion, chosen)
        painter.restore()

    def _paint_line(self, painter: QPainter, room: QRect, suggestion: Suggestion, chosen: bool) -> None:
        name = "plus" if suggestion.creates else _KIND_ICONS.get(suggestion.kind, "search")
        kinds = theme().kinds
        colour = kinds[suggestion.kind].text if suggestion.kind in kinds else theme().faint
        colour = theme().danger if suggestion.kind == "problem" else colour
        mark = QRect(room.x(), room.y() + (room.height() - 15) // 2, 15, 15)
        paint_icon(painter, mirrored(mark, room), name, colour)
        room = mirrored(room.adjusted(24, 0, 0, 0), room)
        painter.setFont(font(TextRole.SMALL))
        words = QFontMetrics(font(TextRole.BODY)).horizontalAdvance(suggestion.text) + 16
        widest = painter.fontMetrics().horizontalAdvance(suggestion.detail) + 2
        beside = min(widest, max(room.width() // 2, room.width() - words))
        detail = painter.fontMetrics().elidedText(suggestion.detail, Qt.TextElideMode.ElideRight, beside)
        painter.setPen(qcolor(theme().secondary if chosen else theme().faint))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, detail)
        painter.setFont(font(TextRole.BODY))
        painter.setPen(qcolor(theme().selection_text if chosen else theme().text))
        left = mirrored(room.adjusted(0, 0, -(beside + 12 if detail else 0), 0), room)
        text = painter.fontMetrics().elidedText(suggestion.text, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class SuggestionPopup(QWidget):
    """The list under a field.  It never takes the focus: the field keeps it and moves the choice.

    ``marked`` tells which line is chosen; ``set_note`` says something of it under the list.
    """

    picked = Signal(object)
    marked = Signal(object)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._field = field
        self._model = SuggestionModel()
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(SuggestionDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(tr("Suggestions"))
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._pick)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._mark())
        self._note = Text("", TextRole.SMALL, "secondary")
        self._note.setContentsMargins(9, 0, 10, 0)
        self._note.setFixedHeight(_NOTE)
        self._note.hide()
        self.list.setMinimumHeight(0)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._note)

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(SuggestionPicked(index.data(Qt.ItemDataRole.UserRole)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setPen(qcolor(theme().outline))
        painter.setBrush(qcolor(theme().raised))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        return self._model.suggestions

    def show_suggestions(self, suggestions: Sequence[Suggestion], chosen: int | None = None) -> None:
        """Drop down with ``suggestions``, the one at ``chosen`` marked; hide where there is none."""
        self._model.show(suggestions)
        if not suggestions or not self._field.isVisible():
            self.hide()
            return
        if chosen is not None:
            self.list.setCurrentIndex(self._model.index(chosen))
        self._fit()
        self.list.setPalette(_raised_palette(self.palette()))
        self.show()
        self._mark()

    @property
    def note(self) -> str:
        """What is said under the list."""
        return self._note.text()

    def set_note(self, note: str | None) -> None:
        """Say something of the marked line under the list; an empty note keeps its line free, None takes it away."""
        self._note.setText(note or "")
        self._note.setVisible(note is not None)
        if self.isVisible():
            self._fit()

    def _mark(self) -> None:
        if self._model.suggestions:
            self.marked.emit(SuggestionMarked(self.current()))

    def _fit(self) -> None:
        height = min(len(self._model.suggestions), _MOST) * _ROW + 2 * _EDGE
        height += 0 if self._note.isHidden() else _NOTE
        self.setGeometry(QRect(self._place(height), QSize(self._width(), height)))

    def _width(self) -> int:
        """Return the width of the field, or more where something is wrong or noted and the sentence needs it."""
        problems = [one for one in self._model.suggestions if one.kind == "problem"]
        note = 0 if self._note.isHidden() else self._note.sizeHint().width() + 2 * _EDGE
        return max(self._field.width(), _NARROWEST, note, *(_room_for(problem) for problem in problems))

    def _place(self, height: int) -> QPoint:
        below = self._field.mapToGlobal(QPoint(0, self._field.height() + 3))
        screen = self._field.screen().availableGeometry()
        if below.y() + height > screen.bottom():
            return self._field.mapToGlobal(QPoint(0, -height - 3))
        return below

    def current(self) -> Suggestion | None:
        """Return the marked suggestion, if there is one and the list is open."""
        index = self.list.currentIndex()
        return self._model.suggestions[index.row()] if self.isVisible() and index.isValid() else None

    def move_choice(self, step: int) -> None:
        """Mark the line ``step`` further down, going round at the ends."""
        count = len(self._model.suggestions)
        row = self.list.currentIndex().row()
        start = row if row >= 0 else (-1 if step > 0 else count)
        self.list.setCurrentIndex(self._model.index((start + step) % count))


def _room_for(suggestion: Suggestion) -> int:
    """Return how wide the list must be to show a line in full, in pixels."""
    text = QFontMetrics(font(TextRole.BODY)).horizontalAdvance(suggestion.text)
    detail = QFontMetrics(font(TextRole.SMALL)).horizontalAdvance(suggestion.detail)
    return text + detail + _AROUND


def _raised_palette(palette: QPalette) -> QPalette:
    raised = QPalette(palette)
    raised.setColor(QPalette.ColorRole.Base, qcolor(theme().raised))
    return raised
