"""Paints over the poster of a card what its clip shows along its time."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from core.model.ids import StillId
from core.model.time import clock
from core.ports.index import Card
from core.values import dataclass
from gui.library.card_painter import CardPainter, paint_badge
from gui.library.filmstrips import Filmstrips, paint_tile
from gui.library.thumbnail_cache import ThumbnailCache
from gui.style import RADIUS, qcolor, theme, translucent

_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


@dataclass(frozen=True, slots=True)
class Scrub:
    """The pointer over a poster: the row of the model, and how far along it is, 0 to 1."""

    row: int
    fraction: float


class ScrubPainter:
    """``scrub`` is the poster the pointer is over just now.

    What it shows then comes from ``filmstrips`` once these are set, else from the keyframes of the card, which come
    from ``cache`` as they are ready.
    """

    def __init__(self, cards: CardPainter, cache: ThumbnailCache) -> None:
        self.scrub: Scrub | None = None
        self.filmstrips: Filmstrips | None = None
        self._cards = cards
        self._cache = cache

    def paint(self, painter: QPainter, room: QRect, card: Card, scrub: Scrub) -> None:
        """Paint what ``card`` shows at ``scrub`` over its poster in ``room``."""
        painter.save()
        painter.setRenderHints(_SMOOTH)
        if not self._paint_tile(painter, room, card, scrub) and len(card.keyframes) > 1:
            self._paint_keyframe(painter, room, card, scrub)
        painter.restore()

    def _paint_tile(self, painter: QPainter, room: QRect, card: Card, scrub: Scrub) -> bool:
        """Paint the picture of the filmstrip under the pointer, and its time; False where it is not there yet."""
        tiles = self.filmstrips.of(card.id) if self.filmstrips is not None else None
        if tiles is None or card.duration is None or not len(tiles):
            return False
        place = tiles.place(card.duration * Fraction(scrub.fraction))
        tile = tiles.picture(place)
        if tile is None:
            return False
        paint_tile(painter, room, tile)
        _paint_progress(painter, room, scrub.fraction)
        paint_badge(painter, room, f"{clock(tiles.times[place])} / {clock(card.duration)}")
        return True

    def _paint_keyframe(self, painter: QPainter, room: QRect, card: Card, scrub: Scrub) -> None:
        """Paint the keyframe under the pointer, or the nearest that is there already, else leave the poster."""
        picture = self._keyframe(card, scrub, room.size())
        if picture is not None:
            painter.drawPixmap(room, picture)
            self._cards.paint_marks(painter, room, card)
        _paint_progress(painter, room, scrub.fraction)

    def _keyframe(self, card: Card, scrub: Scrub, size: QSize) -> QPixmap | None:
        at = keyframe_at(scrub.fraction, len(card.keyframes))
        wanted = self._cache.picture(card.keyframes[at], size)
        if wanted is not None:
            return wanted
        nearest: list[StillId] = sorted(card.keyframes, key=lambda still: abs(card.keyframes.index(still) - at))
        there = next((still for still in nearest if self._cache.has(still)), None)
        return self._cache.picture(there, size) if there is not None else None


def keyframe_at(fraction: float, count: int) -> int:
    """Return which of ``count`` keyframes stands for a place along the poster, 0 to 1."""
    return min(int(fraction * count), count - 1)


def _paint_progress(painter: QPainter, room: QRect, fraction: float) -> None:
    line = QRectF(room.x() + RADIUS, room.bottom() - 4, room.width() - 2 * RADIUS, 2.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(translucent(theme().badge, 0.6))
    painter.drawRoundedRect(line, 1.2, 1.2)
    painter.setBrush(qcolor(theme().accent))
    painter.drawRoundedRect(QRectF(line.x(), line.y(), line.width() * fraction, line.height()), 1.2, 1.2)
