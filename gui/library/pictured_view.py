"""A view of clips that paints many of them as one picture, made before they are scrolled to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from core.model.ids import StillId
from gui.bridge.loader import Loader
from gui.library.clips_model import ClipsModel, place_of
from gui.library.stretches import Cells, Room, Shown, State, Stretches
from gui.style import is_mirrored, theme
from gui.widgets import GridView, ranges_of
from gui.widgets.grid_geometry import GridGeometry

_Index = QModelIndex | QPersistentModelIndex

_HIGH = 240
"""A stretch is as many lines as fit into so many pixels, and at least one."""


class PicturedView(GridView):
    """Neither fetches cards nor paints them itself: what has not come yet is seen as empty cells.

    While it is scrolled, the next window full is made in the direction in which that goes.
    """

    def __init__(
        self,
        accessible_name: str,
        clips: ClipsModel,
        loader: Loader,
        path_of: Callable[[StillId], Path],
        parent: QWidget | None = None,
    ) -> None:
        self._clips = clips  # is asked for its length while the list is made
        super().__init__(accessible_name, parent)
        self._pictures = Stretches(path_of, loader, self)
        self._pictures.arrived.connect(self._on_painted)
        self._ahead: tuple[range, ...] = ()
        self._room: Room | None = None
        self._room_asked: object = None
        self._empty: dict[int, QImage] = {}
        self._chosen: list[tuple[int, int]] | None = None
        self.setModel(clips)

    @property
    def posters(self) -> int:
        """How many posters are at hand."""
        return self._pictures.posters

    def _count(self) -> int:
        return len(self._clips.rows)

    def _cells_painter(self) -> Cells:
        """Return who paints the cells as they are arranged now."""
        raise NotImplementedError

    def _paint_over(self, painter: QPainter, row: int, cell: QRect) -> None:
        """Paint what comes over the picture of one of ``_marked``."""
        raise NotImplementedError

    def _marked(self) -> set[int]:
        """Return the rows that something comes over; of those that keys act on."""
        current = self.currentIndex().row() if self.hasFocus() else -1
        return {current} - {-1}

    # painting

    def _paint_cells(self, painter: QPainter, dirty: QRegion, ground: QColor) -> None:
        room, seen, bare = self._room_now(), dirty.boundingRect(), dirty
        self._pictures.keep_at_least(2 * (self.viewport().height() // room.height(len(room.cells)) + 2))
        for stretch in self._stretches_between(seen.top(), seen.bottom()):
            place = self._place_of(stretch, room)
            if dirty.intersects(place):
                image, left = self._picture(stretch, room)
                painter.drawImage(left, place.top(), image)
                bare = bare.subtracted(QRegion(left, place.top(), round(image.width() / room.ratio), place.height()))
        if not bare.isEmpty():
            painter.setClipRegion(bare)
            painter.fillRect(seen, ground)
            painter.setClipRegion(dirty)
        for row in self._marked():
            cell = self.visualRect(self._index(row))
            if dirty.intersects(cell):
                self._paint_over(painter, row, cell)

    def _picture(self, places: range, room: Room) -> tuple[QImage, int]:
        """Return the picture of the cells at ``places``, made by now or empty, and how far right it lies."""
        cards = self._clips.stretch(places)
        shown = Shown(places, cards, self._states(places), room) if cards is not None else None
        found = self._pictures.picture(shown) if shown is not None else None
        if found is not None:
            return found
        count = len(places)
        if count not in self._empty:
            self._empty[count] = room.empty(count)
        return self._empty[count], 0

    def _room_now(self) -> Room:
        """Return what all pictures depend on; it is the same object while nothing of that changed."""
        geometry, mirrored = self.geometry_of_cells(), is_mirrored()
        painter, ratio, across = self._cells_painter(), self.devicePixelRatioF(), self.horizontalScrollBar().value()
        asked = geometry, painter, ratio, across, mirrored, theme().name
        if self._room is None or asked != self._room_asked:
            cells = tuple(self._lying(cell) for cell in geometry.cells_of_stretch(_lines_at_once(geometry)))
            width = self.viewport().width()
            self._room = Room(
                painter, cells, geometry.columns, geometry.line_height, width, across, ratio, mirrored, theme().name
            )
            self._room_asked = asked
            self._empty.clear()
        return self._room

    def _stretches_between(self, top: int, bottom: int) -> Iterator[range]:
        """Return the places of the stretches between two heights of the viewport."""
        geometry, offset = self.geometry_of_cells(), self.verticalOffset()
        return geometry.stretches_between(top + offset, bottom + offset, _lines_at_once(geometry))

    def _place_of(self, places: range, room: Room) -> QRect:
        """Return where a stretch lies in the viewport, over its whole width."""
        top = self.geometry_of_cells().rect(places.start).top() - self.verticalOffset()
        return QRect(0, top, room.width, room.height(len(places)))

    def _states(self, places: range) -> bytes:
        """Return the State of each cell."""
        states = bytearray(len(places))
        if self._chosen is None:
            self._chosen = sorted(ranges_of(self.selectionModel().selection()))
        if self._chosen:
            self._mark_chosen(states, places, self._chosen)
        if self._hovered in places:
            states[self._hovered - places.start] |= State.HOVERED
        return bytes(states)

    def _mark_chosen(self, states: bytearray, places: range, chosen: list[tuple[int, int]]) -> None:
        for first, last in chosen[max(0, bisect_right(chosen, (places.start,)) - 1) :]:
            if first >= places.stop:
                break
            for row in range(max(first, places.start), min(last + 1, places.stop)):
                states[row - places.start] |= State.SELECTED

    def _on_painted(self, arrived: Iterable[range]) -> None:
        if self.isVisible():  # else it is painted as a whole once it is shown
            shown, room = self.visible_rows(), self._room_now()
            for places in arrived:
                if places.start < shown.stop and places.stop > shown.start:
                    self.viewport().update(self._place_of(places, room))

    # what is chosen

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self._chosen = None
        super().selectionChanged(selected, deselected)

    def reset(self) -> None:
        self._chosen, self._ahead = None, ()
        super().reset()

    # how far it is scrolled

    def top(self) -> tuple[int | None, int]:
        """Return the index row of what is at the upper edge, and how many pixels of its line lie above it."""
        shown = self.visible_rows()
        if not shown or self.verticalOffset() == 0:
            return None, 0
        index = self._clips.index(shown.start)
        return int(self._clips.rows[shown.start]), self._margin - self.visualRect(index).top()

    def show_at_top(self, row: int, beyond: int) -> bool:
        """Scroll until an index row stands as ``top`` told; where it is not shown, do nothing and return False."""
        at = place_of(self._clips.rows, row)
        if at is not None:
            self.scrollTo(self._clips.index(at), self.ScrollHint.PositionAtTop)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + beyond)
        return at is not None

    # what comes next

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and have made what will be scrolled to."""
        super().scrollContentsBy(dx, dy)
        if not dy or not self.isVisible():
            return
        height, before = self.viewport().height(), self._ahead
        reach = height + 2 * self.geometry_of_cells().line_height  # as many as are seen now, of which two are cut
        begin = height if dy < 0 else -reach
        self._ahead = tuple(self._stretches_between(begin, begin + reach - 1))
        if self._ahead != before:
            self._prepare(places for places in self._ahead if places not in before)

    def dataChanged(self, top_left: _Index, bottom_right: _Index, roles: Any = ()) -> None:
        """Paint what has come, and have made of it what is not seen yet."""
        super().dataChanged(top_left, bottom_right, roles)
        if self.isVisible():
            first, last = top_left.row(), bottom_right.row()
            self._prepare(places for places in self._ahead if places.start <= last and places.stop > first)

    def _prepare(self, stretches: Iterable[range]) -> None:
        room = self._room_now()
        for places in stretches:
            cards = self._clips.stretch(places)
            if cards is not None:
                self._pictures.prepare(Shown(places, cards, self._states(places), room))


def _lines_at_once(geometry: GridGeometry) -> int:
    return max(1, _HIGH // geometry.line_height)
