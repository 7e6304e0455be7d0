"""Two clips as two filmstrips, one above the other, with what both show marked in each and joined."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.model.clip import Clip, Link
from core.model.time import Span
from gui.library import PictureArrived, ThumbnailCache, Tiles
from gui.style import RADIUS_SMALL, Space, qcolor, theme, translucent
from gui.words import tr

_STRIP = 44
_GAP = 26
_LEAST = 4


class OverlapBand(QWidget):
    """Shows the whole of each clip, the left one above; a press seeks.

    ``seek_wanted`` carries 0 or 1 for the clip, and a time of it.
    """

    seek_wanted = Signal(int, object)

    def __init__(self, cache: ThumbnailCache) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs to the right everywhere
        self._cache = cache
        self._tiles: tuple[Tiles, ...] = ()
        self._lengths: tuple[Fraction, ...] = ()
        self._spans: tuple[Span, ...] = ()
        self._times = [Fraction(0), Fraction(0)]
        self._held: int | None = None
        self._sure = False
        self.setAccessibleName(tr("What both clips show"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(2 * _STRIP + _GAP)
        cache.arrived.connect(self._on_arrived)

    def sizeHint(self) -> QSize:
        return QSize(480, 2 * _STRIP + _GAP)

    def show_pair(self, first: Clip, second: Clip, link: Link | None) -> None:
        """Show two clips and, where it is known, what they share."""
        self._tiles = (Tiles(self._cache, first), Tiles(self._cache, second))
        self._lengths = (_length(first), _length(second))
        there = link is not None and link.here is not None and link.there is not None
        self._spans = (link.here, link.there) if link and link.here and link.there and there else ()
        self._sure = link is not None and not link.suspected
        self.update()

    def show_time(self, number: int, time: Fraction) -> None:
        """Show where the playhead of a clip stands."""
        self._times[number] = time
        self.update(self.strip_rect(number))

    def strip_rect(self, number: int) -> QRect:
        """Return where the filmstrip of a clip lies."""
        return QRect(Space.M, number * (_STRIP + _GAP), max(1, self.width() - 2 * Space.M), _STRIP)

    def span_rect(self, number: int) -> QRectF | None:
        """Return where what both show lies in the filmstrip of a clip."""
        if not self._spans:
            return None
        room, span = self.strip_rect(number), self._spans[number]
        left, right = (self._x(number, time) for time in (span.start, span.end))
        right = max(right, left + _LEAST)
        return QRectF(left, room.y(), right - left, room.height())

    def _x(self, number: int, time: Fraction) -> float:
        room = self.strip_rect(number)
        return room.x() + min(1.0, float(time / self._lengths[number])) * room.width()

    # painting ---------------------------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for number in range(len(self._tiles)):
            self._paint_strip(painter, number)
        self._paint_joint(painter)
        for number in range(len(self._tiles)):
            self._paint_playhead(painter, number)

    def _paint_strip(self, painter: QPainter, number: int) -> None:
        room, tiles = self.strip_rect(number), self._tiles[number]
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(room), RADIUS_SMALL, RADIUS_SMALL)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(room, qcolor(theme().poster_empty))
        if len(tiles):
            self._paint_tiles(painter, number, room, tiles)
        span = self.span_rect(number)
        if span is not None:
            veil = translucent(theme().base, 0.66)
            painter.fillRect(QRectF(room.x(), room.y(), span.left() - room.x(), room.height()), veil)
            painter.fillRect(QRectF(span.right(), room.y(), room.right() + 1 - span.right(), room.height()), veil)
        painter.restore()

    def _paint_tiles(self, painter: QPainter, number: int, room: QRect, tiles: Tiles) -> None:
        first = tiles.picture(0)
        shape = first.width() / first.height() if first is not None and first.height() else 16 / 9
        width = max(12.0, room.height() * shape)
        for at in range(int(room.width() / width) + 1):
            along = Fraction(int(min((at + 0.5) * width, room.width())), room.width())
            picture = tiles.picture(tiles.place(self._lengths[number] * along))
            if picture is not None:
                painter.drawPixmap(QRectF(room.x() + at * width, room.y(), width, room.height()).toRect(), picture)

    def _paint_joint(self, painter: QPainter) -> None:
        above, below = (self.span_rect(0), self.span_rect(1)) if self._spans else (None, None)
        if above is None or below is None:
            return
        corners = (above.bottomLeft(), above.bottomRight(), below.topRight(), below.topLeft())
        colour = theme().accent if self._sure else theme().warning
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(translucent(colour, 0.22))
        painter.drawPolygon(QPolygonF(corners))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(qcolor(colour), 2))
        painter.drawLine(corners[0], corners[3])
        painter.drawLine(corners[1], corners[2])
        for span in (above, below):
            painter.drawRoundedRect(span.adjusted(1, 1, -1, -1), RADIUS_SMALL, RADIUS_SMALL)

    def _paint_playhead(self, painter: QPainter, number: int) -> None:
        room, x = self.strip_rect(number), self._x(number, self._times[number])
        painter.setPen(QPen(qcolor(theme().badge), 4))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom() + 1))
        painter.setPen(QPen(qcolor(theme().badge_text), 2))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom() + 1))

    def _on_arrived(self, arrived: PictureArrived) -> None:
        if self.isVisible() and any(tiles.shows(arrived.still) for tiles in self._tiles):
            self.update()

    # the hand ---------------------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._tiles:
            self._held = 0 if event.position().y() < _STRIP + _GAP / 2 else 1
            self._seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._seek(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None

    def _seek(self, x: float) -> None:
        if self._held is not None:
            room = self.strip_rect(self._held)
            along = Fraction(min(max(x - room.x(), 0.0), float(room.width()))) / room.width()
            self.seek_wanted.emit(self._held, self._lengths[self._held] * along)


def _length(clip: Clip) -> Fraction:
    """Return how long a clip is; a still lasts as long as it takes to show it."""
    last = clip.keyframes[-1].time if clip.keyframes else Fraction(0)
    return max(clip.facts.duration or Fraction(0), last) or Fraction(1)
