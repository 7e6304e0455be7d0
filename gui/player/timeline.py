"""The whole clip as time: keyframes, what is said of which stretch, the playhead."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from fractions import Fraction

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.model.ids import MomentId
from core.model.looked import NOT_LOOKED_AT, Looked
from core.model.time import Span
from core.values import dataclass
from gui.player.lanes import Bar, Lane, next_bar
from gui.player.scale import Scale
from gui.player.timeline_paint import HEAD, LANE_GAP, ROW, RULER, Look, bar_room, paint_timeline
from gui.words import capital, looked_text, plural, tr

_GRIP = 5
"""How near to the edge of a bar, in pixels, a press takes hold of it."""
_ZOOM = Fraction(5, 4)
_CHOOSING = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ENDS = ("[", "]", ",", ".")


class Edge(enum.Enum):
    """What of a bar is held."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class SpanChanged:
    """A moment is to cover another stretch."""

    moment: MomentId
    span: Span


@dataclass(frozen=True, slots=True)
class BarMenu:
    """A context menu is wanted for a bar, or for bare time where ``bar`` is None."""

    bar: Bar | None
    time: Fraction
    position: QPoint


@dataclass(frozen=True, slots=True)
class _Drag:
    bar: Bar
    edge: Edge
    span: Span


class Timeline(QWidget):
    """Shows lanes over a scale; a press seeks, an edge is dragged, the wheel with Ctrl zooms.

    ``snap`` gives the nearest time at which a picture begins; ``place`` says a time in words.  ``scaled`` by the hand.
    """

    seek_wanted = Signal(object)
    span_changed = Signal(object)
    bar_menu_wanted = Signal(object)
    edit_wanted = Signal(object)
    removal_wanted = Signal(object)
    nudge_wanted = Signal(object, int)
    scaled = Signal()

    def __init__(self, snap: Callable[[Fraction], Fraction], place: Callable[[Fraction], str]) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs to the right everywhere
        self._snap = snap
        self._place = place
        self._scale = Scale(Fraction(1), 1)
        self._lanes: tuple[Lane, ...] = ()
        self._keyframes: tuple[Fraction, ...] = ()
        self._marked: Span | None = None
        self._running: tuple[Fraction, ...] = ()
        self._looked = NOT_LOOKED_AT
        self._time = Fraction(0)
        self._chosen: Bar | None = None
        self._drag: _Drag | None = None
        self._seeking = False
        self.setAccessibleName(tr("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    # what is shown ----------------------------------------------------------------------------------------------
    def set_length(self, length: Fraction) -> None:
        """Show a clip of ``length`` seconds, all of it."""
        self._scale = Scale(max(length, Fraction(1, 100)), self._room)
        self._chosen = self._drag = None
        self.update()

    def set_lanes(self, lanes: Sequence[Lane], keyframes: Sequence[Fraction]) -> None:
        """Show what is said of the clip."""
        self._lanes, self._keyframes = tuple(lanes), tuple(keyframes)
        bars = [bar for lane in lanes for bar in lane.bars]
        if self._chosen is not None:
            key = (self._chosen.moment, self._chosen.tag)
            self._chosen = next((bar for bar in bars if (bar.moment, bar.tag) == key), None)
        said = plural(len(bars), "%n stretch is tagged or named", "%n stretches are tagged or named")
        self.setAccessibleDescription(said)
        self._fit()
        self.update()

    def set_marked(self, span: Span | None) -> None:
        """Show the in and out point."""
        self._marked = span
        self.update()

    def set_running(self, starts: Sequence[Fraction]) -> None:
        """Show where stretches began that are still open."""
        self._running = tuple(starts)
        self.update()

    def set_looked(self, looked: Looked) -> None:
        """Show which stretches were looked at."""
        self._looked = looked
        self.update()

    def set_time(self, time: Fraction, *, follow: bool) -> None:
        """Show the playhead; with ``follow`` bring it into view."""
        before = self._x(self._time)
        self._time = time
        moved = self._scale.with_in_view(time) if follow else self._scale
        if moved != self._scale or self._running:
            self._scale = moved
            self.update()
        else:
            for x in (before, self._x(time)):
                self.update(int(x) - 7, 0, 15, self.height())

    @property
    def chosen(self) -> Bar | None:
        """The bar that was pressed last."""
        return self._chosen

    @property
    def scale(self) -> Scale:
        return self._scale

    @property
    def _room(self) -> int:
        return max(1, self.width() - HEAD)

    def _x(self, time: Fraction) -> float:
        return HEAD + self._scale.x(time)

    def _time_at(self, x: float) -> Fraction:
        return self._scale.time(x - HEAD)

    def _fit(self) -> None:
        rows = sum(lane.rows for lane in self._lanes)
        self.setFixedHeight(RULER + rows * ROW + len(self._lanes) * LANE_GAP + 4)

    def bar_rect(self, bar: Bar) -> QRect | None:
        """Return where a bar is drawn; None where it is not in any lane."""
        return bar_room(bar, self._lanes, self._scale)

    def _bar_at(self, position: QPoint) -> Bar | None:
        bars = [bar for lane in self._lanes for bar in lane.bars]
        near = [bar for bar in bars if (rect := self.bar_rect(bar)) and rect.adjusted(-2, 0, 2, 2).contains(position)]
        return near[-1] if near else None

    # painting ---------------------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        dragged = self._drag
        look = Look(
            scale=self._scale,
            lanes=self._lanes,
            keyframes=self._keyframes,
            marked=self._marked,
            running=self._running,
            looked=self._looked.spans,
            time=self._time,
            chosen=self._chosen,
            moved=(dragged.bar.moment, dragged.span) if dragged else None,
            focused=self.hasFocus(),
        )
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        paint_timeline(painter, self.rect(), look, self._place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = self._scale
        self._scale = Scale(scale.length, self._room, scale.zoom, scale.start).moved_to(scale.start)

    # the hand ---------------------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        position = event.position().toPoint()
        bar = self._bar_at(position)
        self._chosen = bar
        edge = _edge_at(self.bar_rect(bar), position.x()) if bar else None
        if bar is not None and edge is not None:
            self._drag = _Drag(bar, edge, bar.span)
        else:
            self._seeking = True
            self.seek_wanted.emit(self._time_at(position.x()))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        if self._drag is not None:
            self._stretch(self._drag, self._snap(self._time_at(position.x())))
        elif self._seeking:
            self.seek_wanted.emit(self._time_at(position.x()))
        else:
            bar = self._bar_at(position)
            on_edge = bar is not None and _edge_at(self.bar_rect(bar), position.x()) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if on_edge else Qt.CursorShape.ArrowCursor)

    def _stretch(self, drag: _Drag, time: Fraction) -> None:
        span = drag.bar.span
        if drag.edge is Edge.START and time < span.end:
            self._drag = _Drag(drag.bar, drag.edge, Span(time, span.end))
        elif drag.edge is Edge.END and time > span.start:
            self._drag = _Drag(drag.bar, drag.edge, Span(span.start, time))
        self.seek_wanted.emit(time)
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        self._seeking = False
        if drag is not None and drag.span != drag.bar.span:
            self.span_changed.emit(SpanChanged(drag.bar.moment, drag.span))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position().toPoint())
        if bar is not None:
            self.edit_wanted.emit(bar)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.bar_rect(self._chosen) if self._chosen is not None else None
            at = QPoint(int(self._x(self._time)), rect.bottom() if rect is not None else RULER)
            self.bar_menu_wanted.emit(BarMenu(self._chosen, self._time, self.mapToGlobal(at)))
            return
        self._chosen = self._bar_at(event.pos())
        self.update()
        self.bar_menu_wanted.emit(BarMenu(self._chosen, self._time_at(event.pos().x()), event.globalPos()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta, scale = event.angleDelta(), self._scale
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._rescale(scale.zoomed(_ZOOM if delta.y() > 0 else 1 / _ZOOM, event.position().x() - HEAD))
        else:
            self._rescale(scale.moved_to(scale.start - Fraction(delta.x() or delta.y(), 120) * scale.visible / 10))
        event.accept()

    def zoom(self, factor: Fraction) -> None:
        """Enlarge around the playhead."""
        self._rescale(self._scale.zoomed(factor, self._scale.x(self._time)))

    def _rescale(self, scale: Scale) -> None:
        self._scale = scale
        self.update()
        self.scaled.emit()

    def event(self, event: QEvent) -> bool:
        if _is_meant(event) and self._chosen is not None:
            event.accept()  # Delete is meant for the bar, not for the clip
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self._bar_at(event.pos())
            looked = capital(looked_text(self._looked.share)) if event.pos().y() < RULER else ""
            words = _tip(bar, self._place) if bar is not None else looked
            if words:
                QToolTip.showText(event.globalPos(), words, self)
                return True
        return super().event(event)

    # the keys of a chosen bar -----------------------------------------------------------------------------------
    def _choose_next(self, step: int) -> None:
        """Choose the bar after the one that is chosen, or before it, and go to where it begins."""
        self._chosen = next_bar(self._lanes, self._chosen, step)
        if self._chosen is not None:
            self.seek_wanted.emit(self._chosen.span.start)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose a bar, Delete removes it, [ and ] move an end to the playhead, comma and full stop all."""
        chosen, text = self._chosen, event.text()
        if event.key() in _CHOOSING:
            self._choose_next(_CHOOSING[Qt.Key(event.key())])
        elif chosen is None:
            super().keyPressEvent(event)
        elif event.key() in _REMOVING:
            self.removal_wanted.emit(chosen)
        elif text == "[" and self._time < chosen.span.end:
            self.span_changed.emit(SpanChanged(chosen.moment, Span(self._time, chosen.span.end)))
        elif text == "]" and self._time > chosen.span.start:
            self.span_changed.emit(SpanChanged(chosen.moment, Span(chosen.span.start, self._time)))
        elif text in (",", "."):
            self.nudge_wanted.emit(chosen, 1 if text == "." else -1)
        else:
            super().keyPressEvent(event)


def _is_meant(event: QEvent) -> bool:
    """Whether somebody asks for whom a key is that means the bar that is chosen."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.key() in _REMOVING or event.text() in _ENDS


def _edge_at(rect: QRect | None, x: int) -> Edge | None:
    if rect is None:
        return None
    if abs(x - rect.right()) <= _GRIP:
        return Edge.END
    return Edge.START if abs(x - rect.left()) <= _GRIP else None


def _tip(bar: Bar, place: Callable[[Fraction], str]) -> str:
    span = f"{place(bar.span.start)} – {place(bar.span.end)}"
    return "\n".join(filter(None, (bar.text, span, _said(bar))))


def _said(bar: Bar) -> str:
    """Return how sure it is and who says so; nothing of what is no tag."""
    if not bar.tag:
        return ""
    status = bar.status.word
    return tr("{status}, says {name}", status=status, name=bar.said_by) if bar.said_by else status
