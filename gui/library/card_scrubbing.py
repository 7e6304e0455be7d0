"""Scrubbing a card of the grid: the pointer over its poster, or keys, show what the clip shows along its time."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from PySide6.QtCore import QPoint

from core.model.ids import StillId
from core.ports.index import Card
from gui.library.card_layout import CardLayout
from gui.library.clips_model import ClipsModel
from gui.library.filmstrips import Filmstrips, Tiles
from gui.library.scrub_painter import Scrub, ScrubPainter, keyframe_at
from gui.library.thumbnail_cache import ThumbnailCache
from gui.widgets import GridView

_ROUNDED = Fraction(1, 1_000_000)


class CardScrubbing:
    """Says to ``cards``, which paints them, what of which card is to be shown, and has ``view`` paint it."""

    def __init__(self, view: GridView, clips: ClipsModel, cards: ScrubPainter, cache: ThumbnailCache) -> None:
        self._view = view
        self._clips = clips
        self._cards = cards
        self._cache = cache

    def set_filmstrips(self, filmstrips: Filmstrips) -> None:
        """Show pictures of filmstrips from now on, and keyframes only where there are none."""
        self._cards.filmstrips = filmstrips

    def point_at(self, at: QPoint) -> None:
        """Scrub the card whose poster is at ``at``, in the viewport; none where there is none."""
        index = self._view.indexAt(at)
        layout = CardLayout(self._view.visualRect(index))
        over = index.isValid() and layout.poster.contains(at)
        before = self._cards.scrub
        if over and (before is None or before.row != index.row()):
            self._preload(index.row(), layout)
        self._show(Scrub(index.row(), layout.scrub_fraction(at.x())) if over else None)

    def by(self, row: int, step: int) -> None:
        """Scrub the card in ``row`` by a picture, beginning with its first."""
        card = self._clips.card(row) if row >= 0 else None
        if card is None:
            return
        scrub, tiles = self._cards.scrub, self._tiles(card)
        fraction = scrub.fraction if scrub is not None and scrub.row == row else None
        if tiles is not None and card.duration:
            place = tiles.place(card.duration * Fraction(fraction)) + step if fraction is not None else 0
            time = tiles.times[min(max(place, 0), len(tiles) - 1)]
            self._show(Scrub(row, float(min(Fraction(1), time / card.duration + _ROUNDED))))
        elif card.keyframes:
            count = len(card.keyframes)
            place = keyframe_at(fraction, count) + step if fraction is not None else 0
            self._show(Scrub(row, (min(max(place, 0), count - 1) + 0.5) / count))
        else:
            self._show(Scrub(row, 0.0))  # what there is comes when the clip has been read

    def end(self) -> None:
        """Show posters again."""
        self._show(None)

    def refresh(self) -> None:
        """Paint what is scrubbed anew."""
        self._show(self._cards.scrub)

    def awaits(self, row: int, card: Card, stills: Collection[StillId]) -> bool:
        """Whether ``card`` is scrubbed and wants one of ``stills`` for it."""
        scrub = self._cards.scrub
        if scrub is None or scrub.row != row:
            return False
        tiles = self._tiles(card)
        return any(tiles.shows(still) if tiles is not None else still in card.keyframes for still in stills)

    def _tiles(self, card: Card) -> Tiles | None:
        """Return the pictures of the filmstrip, None while it is not read or where there is none."""
        tiles = self._cards.filmstrips.of(card.id) if self._cards.filmstrips is not None else None
        return tiles if tiles is not None and len(tiles) else None

    def _show(self, scrub: Scrub | None) -> None:
        before, self._cards.scrub = self._cards.scrub, scrub
        for row in {one.row for one in (before, scrub) if one is not None}:
            self._view.update(self._clips.index(row))

    def _preload(self, row: int, layout: CardLayout) -> None:
        card = self._clips.card(row)
        if card is None or self._tiles(card) is not None or self._cards.filmstrips is not None:
            return
        # The newest wish is decoded first, so the first keyframe is asked for last.
        for still in reversed(card.keyframes):
            self._cache.picture(still, layout.poster.size())
