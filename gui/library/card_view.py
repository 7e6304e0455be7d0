"""A grid of cards, with the poster of one of them scrubbed."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.library.card_layout import CardLayout
from gui.library.card_painter import CardPainter, paint_focus
from gui.library.clips_model import ClipsModel, Fetch
from gui.library.pictured_view import PicturedView
from gui.library.scrub_painter import ScrubPainter
from gui.library.thumbnail_cache import ThumbnailCache


class CardView(PicturedView):
    """Shows what ``fetch`` gives as ``cards`` paints it."""

    def __init__(self, fetch: Fetch, cards: CardPainter, cache: ThumbnailCache, parent: QWidget | None = None) -> None:
        super().__init__("", ClipsModel(fetch, None, cache.loader), cache.loader, cache.path_of, parent)
        self._clips.setParent(self)
        self._cards = cards
        self._scrubs = ScrubPainter(cards, cache)

    def _cells_painter(self) -> CardPainter:
        return self._cards

    def _marked(self) -> set[int]:
        scrub = self._scrubs.scrub
        return super()._marked() | ({scrub.row} if scrub is not None else set())

    def _paint_over(self, painter: QPainter, row: int, cell: QRect) -> None:
        if self.hasFocus() and row == self.currentIndex().row():
            paint_focus(painter, cell)
        scrub, card = self._scrubs.scrub, self._clips.at_hand(row)
        if scrub is not None and scrub.row == row and card is not None:
            self._scrubs.paint(painter, CardLayout(QRect(cell)).poster, card, scrub)
