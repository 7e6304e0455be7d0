"""A grid of cards that paints each as one picture, made before it is scrolled to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from gui.library.card_layout import CardLayout
from gui.library.card_painter import CardPainter, State, paint_focus
from gui.library.card_pictures import CardPictures, empty_card, room_for
from gui.library.clips_model import ClipsModel, Fetch
from gui.library.scrub_painter import ScrubPainter
from gui.library.thumbnail_cache import ThumbnailCache
from gui.widgets import GridView

_Index = QModelIndex | QPersistentModelIndex


class CardView(GridView):
    """Neither fetches cards nor paints them itself: what has not come yet is seen as an empty card.

    While it is scrolled, the next window full is made in the direction in which that goes.
    """

    def __init__(self, fetch: Fetch, cards: CardPainter, cache: ThumbnailCache, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._clips = ClipsModel(fetch, self, cache.loader)
        self._scrubs = ScrubPainter(cards, cache)
        self._pictures = CardPictures(cards, cache.path_of, cache.loader, self)
        self._pictures.arrived.connect(self._on_painted)
        self._ahead = range(0)
        self._room = room_for(QSize(), 1.0)
        self._chosen: QItemSelection | None = None
        self._current = -1
        self.setModel(self._clips)

    @property
    def posters(self) -> int:
        """How many posters are at hand."""
        return self._pictures.posters

    def paintEvent(self, event: QPaintEvent) -> None:
        """Look once at what all cards depend on, then paint."""
        geometry = self.geometry_of_cells()
        self._room = room_for(QSize(geometry.cell_width, geometry.cell_height), self.devicePixelRatioF())
        chosen = self.selectionModel()
        self._chosen = chosen.selection() if chosen.hasSelection() else None
        self._current = self.currentIndex().row() if self.hasFocus() else -1
        self._pictures.least = 2 * len(self.visible_rows())
        super().paintEvent(event)

    def _paint_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: int,
        plain: QStyle.StateFlag,  # noqa: ARG002
    ) -> None:
        cell, card = option.rect, self._clips.at_hand(row)
        if card is not None or self._clips.is_coming(row):
            picture = self._pictures.picture(row, card, self._state(row), self._room) if card is not None else None
            painter.drawImage(cell.topLeft(), picture if picture is not None else empty_card(self._room))
        if row == self._current:
            paint_focus(painter, cell)
        scrub = self._scrubs.scrub
        if scrub is not None and scrub.row == row and card is not None:
            self._scrubs.paint(painter, CardLayout(QRect(cell)).poster, card, scrub)

    def _state(self, row: int) -> State:
        state = State.PLAIN
        if self._chosen is not None and self._chosen.contains(self._index(row)):
            state |= State.SELECTED
        if row == self._hovered:
            state |= State.HOVERED
        return state

    def _on_painted(self, places: Iterable[int]) -> None:
        if self.isVisible():  # else it is painted as a whole once it is shown
            shown = self.visible_rows()
            for at in places:
                if at in shown:
                    self.viewport().update(self.visualRect(self._index(at)))

    # what comes next

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and have made what will be scrolled to."""
        super().scrollContentsBy(dx, dy)
        shown, before = self.visible_rows(), self._ahead
        if dy < 0:
            self._ahead = range(shown.stop, min(shown.stop + len(shown), self._count()))
        else:
            self._ahead = range(max(0, shown.start - len(shown)), shown.start)
        self._prepare(row for row in self._ahead if row not in before)

    def dataChanged(self, top_left: _Index, bottom_right: _Index, roles: Any = ()) -> None:
        """Paint what has come, and have made of it what is not seen yet."""
        super().dataChanged(top_left, bottom_right, roles)
        self._prepare(row for row in range(top_left.row(), bottom_right.row() + 1) if row in self._ahead)

    def _prepare(self, rows: Iterable[int]) -> None:
        for row in rows:
            card = self._clips.at_hand(row)
            if card is not None:
                self._pictures.prepare(row, card, self._room)
