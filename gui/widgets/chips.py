"""Tags as chips: a word on a tint, a mark for how far it may be trusted, and a cross that takes it away."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from core.values import dataclass
from gui.style import (
    RADIUS_SMALL,
    KindColours,
    TextRole,
    elided,
    font,
    mirrored,
    mixed,
    paint_icon,
    pictured,
    qcolor,
    theme,
    width_of,
)
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.kinds import kind_word
from gui.words import msg, tr

_HEIGHT = 24
_PAD = 8
_MARK = 13
_CROSS = 12


_MADE_AT_ONCE = 8
"""So many chips are made in one turn of the event loop: one more than a clip usually has of a kind."""
_MOST_SPARE = 40
"""So many that show nothing just now are kept for the next clips."""


class Marker(enum.Enum):
    """How far what a chip says may be trusted, with the sign that shows it."""

    NONE = ""
    CLAIMED = "?"
    DISPUTED = "!"
    REFUTED = "×"


_MARKERS = {
    Marker.CLAIMED: msg("claimed"),
    Marker.DISPUTED: msg("disputed"),
    Marker.REFUTED: msg("refuted"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """What one chip shows; ``share`` ("2/5") says that only part of a selection has it, ``detail`` is its tool tip."""

    key: str
    text: str
    kind: str = ""
    marker: Marker = Marker.NONE
    detail: str = ""
    removable: bool = True
    share: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        marker = tr(_MARKERS[self.marker]) if self.marker in _MARKERS else ""
        parts = (self.text, kind_word(self.kind), marker, self.share)
        return ", ".join(part for part in parts if part)


_NO_CHIP = Chip("", "")


@dataclass(frozen=True, slots=True)
class ChipPressed:
    key: str


@dataclass(frozen=True, slots=True)
class ChipMenu:
    """A context menu is wanted for a chip, at ``position`` on the screen."""

    key: str
    position: QPoint


class ChipWidget(QAbstractButton):
    """One chip: a click or Enter activates it; its cross, Delete or Backspace takes it away."""

    pressed_chip = Signal(object)
    removed = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over_cross = False
        self.setFont(font(TextRole.SMALL))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.pressed_chip.emit(ChipPressed(self.chip.key)))
        self.show_chip(chip)

    def show_chip(self, chip: Chip) -> None:
        """Show another chip."""
        self.chip = chip
        self._hint = self._wanted_size()
        self._over_cross = False
        if self.text() == chip.text:
            self.updateGeometry()
            self.update()
        else:
            self.setText(chip.text)
        self.setToolTip(chip.detail or chip.text)
        self.setAccessibleName(chip.spoken)
        self.setAccessibleDescription(tr("Delete removes it") if chip.removable else "")

    def sizeHint(self) -> QSize:
        return self._hint

    def _wanted_size(self) -> QSize:
        words = width_of(TextRole.SMALL, self._words())
        extra = (_MARK + 3 if self.chip.marker is not Marker.NONE else 0) + (_CROSS + 6 if self.chip.removable else 0)
        return QSize(_PAD + words + extra + _PAD, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, self._hint.width()), _HEIGHT)

    def _words(self) -> str:
        return f"{self.chip.text}  {self.chip.share}" if self.chip.share else self.chip.text

    def _cross(self) -> QRect:
        if not self.chip.removable:
            return QRect()
        return mirrored(self._cross_place(), self.rect())

    def _cross_place(self) -> QRect:
        return QRect(self.width() - _PAD - _CROSS + 2, (self.height() - _CROSS) // 2, _CROSS, _CROSS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the chip; one that is neither pointed at nor has the focus comes as a picture, for many are alike."""
        painter = QPainter(self)
        if self.hasFocus() or self.underMouse():
            self._paint(painter)
            return
        chip = self.chip
        look = chip.text, chip.kind, chip.marker, chip.removable, chip.share
        painter.drawPixmap(0, 0, pictured(look, self.size(), self.devicePixelRatioF(), self._paint))

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme().kind(self.chip.kind)
        self._paint_ground(painter, colours)
        left = _PAD
        if self.chip.marker is not Marker.NONE:
            place = QRect(left, (self.height() - _MARK) // 2, _MARK, _MARK)
            self._paint_marker(painter, mirrored(place, self.rect()))
            left += _MARK + 3
        right = self._cross_place().left() - 4 if self.chip.removable else self.width() - _PAD
        words = QRect(left, 0, right - left, self.height())
        self._paint_words(painter, colours, mirrored(words, self.rect()))
        if self.chip.removable:
            shown = self._over_cross or self.hasFocus() or self.underMouse()
            paint_icon(painter, self._cross(), "x", colours.text if shown else _quiet(colours))

    def _paint_ground(self, painter: QPainter, colours: KindColours) -> None:
        edge = colours.edge if self.underMouse() or self.chip.share else colours.fill
        pen = QPen(qcolor(edge), 1, Qt.PenStyle.DashLine if self.chip.share else Qt.PenStyle.SolidLine)
        if self.hasFocus():
            pen = QPen(qcolor(theme().accent), 1.5)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush if self.chip.share else qcolor(colours.fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS_SMALL, RADIUS_SMALL)

    def _paint_words(self, painter: QPainter, colours: KindColours, room: QRect) -> None:
        painter.setFont(font(TextRole.SMALL, struck=self.chip.marker is Marker.REFUTED))
        painter.setPen(qcolor(colours.text))
        words = elided(TextRole.SMALL, self._words(), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_marker(self, painter: QPainter, room: QRect) -> None:
        paint_marker(painter, room, self.chip.marker)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._cross().adjusted(-4, -6, 6, 6).contains(event.position().toPoint())
        if over != self._over_cross:
            self._over_cross = over
            self.update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.chip.removable and self.isDown() and self._over_cross and event.button() is Qt.MouseButton.LeftButton:
            self.setDown(False)
            self.removed.emit(ChipPressed(self.chip.key))
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.chip.removable:
            self.removed.emit(ChipPressed(self.chip.key))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(ChipMenu(self.chip.key, event.globalPos()))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over_cross = False
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


class ChipsPanel(QWidget):
    """Chips that flow in lines; Left and Right go from one to the next, and a removed one hands its focus on."""

    chip_removed = Signal(object)
    chip_activated = Signal(object)
    chip_menu_wanted = Signal(object)

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._flow = FlowLayout(self)
        self._wanted: tuple[Chip, ...] = ()
        self._widgets: list[ChipWidget] = []
        self._spare: list[ChipWidget] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._make)

    def chips(self) -> tuple[Chip, ...]:
        """Return the chips shown, in order; the last of very many may still be on their way."""
        return self._wanted

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show ``chips``; those that stay as they are keep their widget, and with it the focus."""
        if tuple(chips) != self._wanted:
            self._wanted = tuple(chips)
            self._make()

    def _make(self) -> None:
        """Make the widgets that are lacking, a few in one turn of the event loop, and show all once they are there."""
        lacking = len(self._wanted) - len(self._widgets) - len(self._spare)
        self._spare += [self._made() for _ in range(min(lacking, _MADE_AT_ONCE))]
        if lacking > _MADE_AT_ONCE:
            self._soon.start()
        else:
            self._soon.stop()
            self._arrange()

    def _made(self) -> ChipWidget:
        widget = ChipWidget(_NO_CHIP, self)
        widget.ensurePolished()
        widget.removed.connect(self.chip_removed)
        widget.pressed_chip.connect(self.chip_activated)
        widget.menu_wanted.connect(self.chip_menu_wanted)
        return widget

    def _arrange(self) -> None:
        focused = next((at for at, widget in enumerate(self._widgets) if widget.hasFocus()), None)
        had_focus = None if focused is None else self._widgets[focused].chip
        while self._flow.takeAt(0) is not None:
            pass
        self._flow.setEnabled(False)  # else each that is shown or hidden has all of them laid out
        self._share_out()
        for before, widget in zip([None, *self._widgets], self._widgets, strict=False):
            self._flow.addWidget(widget)
            widget.show()
            if before is not None:
                self.setTabOrder(before, widget)
        for gone in self._spare:
            gone.hide()
        for gone in self._spare[_MOST_SPARE:]:
            gone.deleteLater()
        del self._spare[_MOST_SPARE:]
        self._flow.setEnabled(True)
        self._flow.invalidate()
        if focused is not None and self._widgets and had_focus not in self._wanted:
            self._widgets[min(focused, len(self._widgets) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _share_out(self) -> None:
        """Give each chip the widget that shows it already, else one whose chip has gone."""
        kept = {widget.chip: widget for widget in self._widgets}
        placed = [kept.pop(chip, None) for chip in self._wanted]
        free = [*kept.values(), *self._spare]
        widgets = []
        for chip, widget in zip(self._wanted, placed, strict=True):
            if widget is None:
                widget = free.pop(0)
                widget.show_chip(chip)
            widgets.append(widget)
        self._widgets, self._spare = widgets, free

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        focused = next((at for at, widget in enumerate(self._widgets) if widget.hasFocus()), None)
        if step and focused is not None and 0 <= focused + step < len(self._widgets):
            self._widgets[focused + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


@lru_cache(maxsize=64)
def _quiet(colours: KindColours) -> str:
    """Return the colour of a cross that is not pointed at."""
    return mixed(colours.text, colours.fill, 0.6).name()


def paint_marker(painter: QPainter, room: QRect, marker: Marker) -> None:
    """Draw the round sign of ``marker`` in ``room``: amber for a claim, red for a dispute or what was refuted."""
    now = theme()
    colour = now.warning if marker is Marker.CLAIMED else now.danger
    painter.setPen(QPen(qcolor(colour), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setFont(font(TextRole.CAPTION))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, marker.value)
