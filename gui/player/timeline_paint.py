"""How a timeline is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygon

from core.model.clip import Status
from core.model.ids import MomentId
from core.model.time import Span
from core.values import dataclass
from gui.player.lanes import MOMENTS, Bar, Lane
from gui.player.scale import Scale
from gui.style import RADIUS_SMALL, KindColours, TextRole, elided, font, qcolor, theme, translucent

HEAD = 104
"""How wide the names of the lanes are."""
_LINE = 24
"""Where the ruler ends."""
_LOOKED_TOP, _LOOKED = _LINE + 2, 3
RULER = 31
"""Where the lanes begin; between is the thin lane of what was looked at."""
ROW = 20
LANE_GAP = 4
_LABELS_APART = 96
_KEYFRAME = 6
_NO_WORDS = 24
_NARROW = 10
"""A bar that is narrower shows no words, only that it is there: in the strongest colour of its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """All that is drawn; ``moved`` is a moment that is being dragged and where it would lie."""

    scale: Scale
    lanes: tuple[Lane, ...]
    keyframes: tuple[Fraction, ...]
    marked: Span | None
    running: tuple[Fraction, ...]
    looked: tuple[Span, ...]
    time: Fraction
    chosen: Bar | None
    moved: tuple[MomentId, Span] | None
    focused: bool


def paint_timeline(painter: QPainter, room: QRect, look: Look, place: Callable[[Fraction], str]) -> None:
    """Draw ``look`` in ``room``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(room, qcolor(theme().panel))
    time_room = room.adjusted(HEAD, 0, 0, 0)
    rooms = _lane_rooms(look.lanes, room.width())
    for lane_room in rooms:
        painter.fillRect(lane_room.adjusted(HEAD, 0, 0, 0), qcolor(theme().field))
    painter.save()
    painter.setClipRect(time_room, Qt.ClipOperation.IntersectClip)
    _paint_marked(painter, room, look)
    _paint_ruler(painter, room, look, place)
    _paint_keyframes(painter, look)
    _paint_looked(painter, room, look)
    painter.restore()
    for lane, lane_room in zip(look.lanes, rooms, strict=True):
        _paint_lane(painter, lane_room, lane, look)
    painter.setClipRect(time_room.adjusted(-6, 0, 0, 0), Qt.ClipOperation.IntersectClip)
    _paint_running(painter, room, look)
    _paint_playhead(painter, room, look)
    if look.focused:
        painter.setClipRect(room)
        painter.setPen(QPen(qcolor(theme().accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room.adjusted(0, 0, -1, -1))


def _lane_rooms(lanes: Sequence[Lane], width: int) -> list[QRect]:
    rooms, top = [], RULER
    for lane in lanes:
        rooms.append(QRect(0, top, width, lane.rows * ROW))
        top += lane.rows * ROW + LANE_GAP
    return rooms


def bar_room(bar: Bar, lanes: Sequence[Lane], scale: Scale) -> QRect | None:
    """Return where a bar is drawn; None where it is not in any lane."""
    for lane, room in zip(lanes, _lane_rooms(lanes, 0), strict=True):
        if bar in lane.bars:
            left, right = HEAD + scale.x(bar.span.start), HEAD + scale.x(bar.span.end)
            return QRect(int(left), room.top() + bar.row * ROW, max(3, int(right) - int(left)), ROW - 2)
    return None


def _x(look: Look, time: Fraction) -> float:
    return HEAD + look.scale.x(time)


def _paint_marked(painter: QPainter, room: QRect, look: Look) -> None:
    if look.marked is not None:
        left, right = _x(look, look.marked.start), _x(look, look.marked.end)
        painter.fillRect(QRectF(left, 0, max(1.0, right - left), room.height()), translucent(theme().accent, 0.16))
        painter.setPen(QPen(qcolor(theme().accent), 1))
        for x in (left, right):
            painter.drawLine(QPoint(int(x), 0), QPoint(int(x), room.height()))


def _paint_ruler(painter: QPainter, room: QRect, look: Look, place: Callable[[Fraction], str]) -> None:
    painter.setFont(font(TextRole.NUMERIC))
    metrics = painter.fontMetrics()
    for time in look.scale.ticks(_LABELS_APART):
        x = int(_x(look, time))
        painter.setPen(qcolor(theme().outline))
        painter.drawLine(x, _LINE - 6, x, _LINE - 1)
        words = place(time)
        if x + 4 + metrics.horizontalAdvance(words) <= room.width():
            painter.setPen(qcolor(theme().faint))
            painter.drawText(QPoint(x + 4, _LINE - 7), words)
    painter.setPen(qcolor(theme().hairline))
    painter.drawLine(HEAD, _LINE, room.width(), _LINE)


def _paint_keyframes(painter: QPainter, look: Look) -> None:
    painter.setPen(QPen(qcolor(theme().secondary), 1.5))
    for time in look.keyframes:
        x = int(_x(look, time))
        painter.drawLine(x, _LINE - _KEYFRAME, x, _LINE)


def _paint_looked(painter: QPainter, room: QRect, look: Look) -> None:
    painter.fillRect(QRect(HEAD, _LOOKED_TOP, room.width(), _LOOKED), qcolor(theme().field))
    for span in look.looked:
        left, right = _x(look, span.start), _x(look, span.end)
        painter.fillRect(QRectF(left, _LOOKED_TOP, max(1.0, right - left), _LOOKED), qcolor(theme().secondary))


def _paint_lane(painter: QPainter, room: QRect, lane: Lane, look: Look) -> None:
    painter.setFont(font(TextRole.SMALL))
    painter.setPen(qcolor(theme().secondary))
    name = elided(TextRole.SMALL, lane.name, HEAD - 20)
    painter.drawText(QRect(12, room.top(), HEAD - 16, ROW - 2), Qt.AlignmentFlag.AlignVCenter, name)
    painter.save()
    painter.setClipRect(room.adjusted(HEAD, 0, 0, 2), Qt.ClipOperation.IntersectClip)
    for bar in lane.bars:
        moved = look.moved is not None and look.moved[0] == bar.moment
        span = look.moved[1] if moved and look.moved else bar.span
        left, right = _x(look, span.start), _x(look, span.end)
        if right >= HEAD and left <= room.width():
            rect = QRectF(left, room.top() + bar.row * ROW, max(3.0, right - left), ROW - 2)
            _paint_bar(painter, rect, bar, lane.kind, chosen=bar == look.chosen)
    painter.restore()


def _paint_bar(painter: QPainter, rect: QRectF, bar: Bar, kind: str, *, chosen: bool) -> None:
    colours = theme().kind(kind)
    if kind == MOMENTS:
        colours = KindColours(theme().accent_text, theme().selection, theme().accent)
    doubtful = bar.status in (Status.CLAIMED, Status.DISPUTED, Status.REFUTED)
    pen = QPen(qcolor(theme().accent if chosen else colours.edge), 2 if chosen else 1)
    if doubtful and not chosen:
        pen.setStyle(Qt.PenStyle.DashLine)
    narrow = rect.width() < _NARROW
    painter.setPen(pen)
    painter.setBrush(qcolor(colours.text if narrow else colours.fill))
    radius = min(RADIUS_SMALL, rect.width() / 4)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    mark = {Status.CLAIMED: " ?", Status.DISPUTED: " !"}.get(bar.status, "")
    painter.setFont(font(TextRole.SMALL, struck=bar.status is Status.REFUTED))
    painter.setPen(qcolor(colours.text))
    inside = rect.adjusted(6, 0, -4, 0).intersected(QRectF(HEAD + 4, rect.top(), 1e6, rect.height()))
    if inside.width() > _NO_WORDS:
        text = elided(TextRole.SMALL, bar.text + mark, int(inside.width()))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), text)


def _paint_running(painter: QPainter, room: QRect, look: Look) -> None:
    for start in look.running:
        left, right = _x(look, start), _x(look, look.time)
        painter.fillRect(QRectF(left, RULER, max(2.0, right - left), room.height()), translucent(theme().accent, 0.22))


def _paint_playhead(painter: QPainter, room: QRect, look: Look) -> None:
    x = int(_x(look, look.time))
    painter.setPen(QPen(qcolor(theme().accent), 1.5))
    painter.drawLine(x, 4, x, room.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(qcolor(theme().accent))
    painter.drawPolygon(QPolygon([QPoint(x - 5, 1), QPoint(x + 5, 1), QPoint(x, 9)]))
