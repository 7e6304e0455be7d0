"""Boxes over the picture: shown thinly with their names, and one of them drawn, moved and sized."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.model.clip import Box, Status
from core.values import dataclass
from gui.player.boxes import MIDDLE, Drawn, Hold, between, moved
from gui.style import RADIUS_SMALL, TextRole, elided, font, qcolor, theme, width_of
from gui.words import tr

_GRIP = 9
"""How near to a corner, in pixels, a press takes hold of it."""
_NUDGE = 1 / 64
_MARKS = {Status.CLAIMED: " ?", Status.DISPUTED: " !"}
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_MEANT = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CORNERS = (
    (Hold.TOP_LEFT, QRectF.topLeft),
    (Hold.TOP_RIGHT, QRectF.topRight),
    (Hold.BOTTOM_LEFT, QRectF.bottomLeft),
    (Hold.BOTTOM_RIGHT, QRectF.bottomRight),
)


@dataclass(frozen=True, slots=True)
class _Drag:
    """A press: where, what it holds (None draws anew), and the box as it was."""

    at: QPointF
    hold: Hold | None
    box: Box | None


class Overlay(QWidget):
    """Lies over ``view`` and lets everything through until a box is being edited.

    Then a drag draws, moves or sizes it and ``drawn`` carries it when it is let go.  Ctrl+arrows move it, with Shift
    they size it, Enter keeps it; ``left`` says that editing is over.
    """

    drawn = Signal(object)
    left = Signal()

    def __init__(self, view: QWidget, picture: Callable[[], QRect]) -> None:
        super().__init__(view)
        self._picture = picture
        self._boxes: tuple[Drawn, ...] = ()
        self._edited = ""
        self._box: Box | None = None
        self._drag: _Drag | None = None
        self.setAccessibleName(tr("Boxes on the picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(view.rect())
        view.installEventFilter(self)

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Esc for the box while one is edited: the window has other uses for them."""
        asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _MEANT
        if asked and self._edited:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    # what is shown ----------------------------------------------------------------------------------------------
    def show_boxes(self, boxes: Sequence[Drawn]) -> None:
        """Show ``boxes`` beside the one that is edited."""
        if tuple(boxes) != self._boxes:
            self._boxes = tuple(boxes)
            self.setAccessibleDescription(", ".join(one.text for one in self._boxes))
            self.update()

    def boxes(self) -> tuple[Drawn, ...]:
        """Return the boxes shown."""
        return self._boxes

    def edit(self, name: str, box: Box | None) -> None:
        """Let a box for ``name`` be drawn, or moved from where it is."""
        if not self._edited:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.CrossCursor)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._drag is None or name != self._edited:  # a change elsewhere does not take the box out of the hand
            self._edited, self._box, self._drag = name, box, None
        self.update()

    def leave(self) -> None:
        """Let everything through again."""
        if self._edited:
            self._edited, self._box, self._drag = "", None, None
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.unsetCursor()
            self.update()
            self.left.emit()

    @property
    def edited(self) -> Box | None:
        """The box that is being edited, as it is on screen."""
        return self._box

    def rect_of(self, box: Box) -> QRectF:
        """Return where ``box`` lies in the widget."""
        room = QRectF(self._picture())
        left, top = room.left() + box.left * room.width(), room.top() + box.top * room.height()
        return QRectF(left, top, box.width * room.width(), box.height * room.height())

    def _shares(self, point: QPointF) -> tuple[float, float]:
        room = QRectF(self._picture())
        return (point.x() - room.left()) / max(1.0, room.width()), (point.y() - room.top()) / max(1.0, room.height())

    # painting ---------------------------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(TextRole.SMALL))
        for one in self._boxes:
            self._paint(painter, self.rect_of(one.box), one)
        if self._edited:
            self._paint_edited(painter)

    def _paint(self, painter: QPainter, rect: QRectF, one: Drawn) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(qcolor(theme().badge), 3))
        painter.drawRect(rect)
        sure = one.status in (Status.CONFIRMED, Status.SUPPORTED)
        painter.setPen(QPen(qcolor(theme().badge_text), 1, Qt.PenStyle.SolidLine if sure else Qt.PenStyle.DashLine))
        painter.drawRect(rect)
        self._paint_name(painter, rect, one.text + _MARKS.get(one.status, ""), struck=one.status is Status.REFUTED)

    def _paint_name(self, painter: QPainter, rect: QRectF, words: str, *, struck: bool = False) -> None:
        """Write a name above the box, or in it where there is no room above."""
        shown = elided(TextRole.SMALL, words, max(48, min(240, int(self.width() - rect.left()) - 12)))
        badge = QRectF(rect.left(), rect.top() - 20, width_of(TextRole.SMALL, shown) + 10, 18)
        if badge.top() < 0:
            badge.moveTop(rect.top() + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(qcolor(theme().badge))
        painter.drawRoundedRect(badge, RADIUS_SMALL, RADIUS_SMALL)
        painter.setFont(font(TextRole.SMALL, struck=struck))
        painter.setPen(qcolor(theme().badge_text))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _paint_edited(self, painter: QPainter) -> None:
        if self._box is not None:
            rect = self.rect_of(self._box)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((theme().badge, 4), (theme().accent, 2)):
                painter.setPen(QPen(qcolor(colour), width))
                painter.drawRect(rect)
            painter.setBrush(qcolor(theme().badge_text))
            painter.setPen(QPen(qcolor(theme().accent), 1))
            for _, corner in _CORNERS:
                painter.drawRect(QRectF(-4, -4, 8, 8).translated(corner(rect)))
            self._paint_name(painter, rect, self._edited)
        hint = tr(
            "Draw a box for {name} · Ctrl+arrows move, with Shift size · Enter keeps · Esc leaves", name=self._edited
        )
        shown = elided(TextRole.SMALL, hint, self.width() - 40)
        badge = QRectF(0, 0, width_of(TextRole.SMALL, shown) + 20, 24)
        badge.moveCenter(QPointF(self.width() / 2, self.height() - 22))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(qcolor(theme().badge))
        painter.drawRoundedRect(badge, RADIUS_SMALL, RADIUS_SMALL)
        painter.setPen(qcolor(theme().badge_text))
        painter.setFont(font(TextRole.SMALL))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), shown)

    # the hand ---------------------------------------------------------------------------------------------------
    def _hold_at(self, point: QPointF) -> Hold | None:
        if self._box is None:
            return None
        rect = self.rect_of(self._box)
        for hold, corner in _CORNERS:
            if (corner(rect) - point).manhattanLength() <= _GRIP:
                return hold
        return Hold.INSIDE if rect.contains(point) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._edited:
            self._drag = _Drag(event.position(), self._hold_at(event.position()), self._box)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            return
        start, now = self._shares(self._drag.at), self._shares(event.position())
        if self._drag.hold is not None and self._drag.box is not None:
            self._box = moved(self._drag.box, self._drag.hold, now[0] - start[0], now[1] - start[1])
        else:
            self._box = between(*start, *now) or self._drag.box
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is not None and self._box is not None and self._box != drag.box:
            self.drawn.emit(self._box)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the picture would fill the screen under the box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if self._edited and step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            sized = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            hold = Hold.BOTTOM_RIGHT if sized else Hold.INSIDE
            self._box = moved(self._box, hold, step[0] * _NUDGE, step[1] * _NUDGE) if self._box else MIDDLE
            self.update()
        elif self._edited and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._box = self._box or MIDDLE
            self.drawn.emit(self._box)
        elif self._edited and event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)  # everything else is the player's
