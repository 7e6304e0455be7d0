"""Scrubbing a line of the list: the pointer over its small picture shows the clip along its time, large above it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QKeyEvent, QMouseEvent

from core.model.time import clock
from gui.library.clips_model import ClipsModel
from gui.library.filmstrips import KEYS, Filmstrips
from gui.library.thumbnail_cache import ThumbnailCache
from gui.widgets import GridView, ScrubPreview


class LineScrubbing(QObject):
    """Follows the pointer over ``table``, and comma and full stop.

    ``picture_rect`` says where in a line its picture lies.
    """

    def __init__(
        self, table: GridView, clips: ClipsModel, picture_rect: Callable[[QRect], QRect], cache: ThumbnailCache
    ) -> None:
        super().__init__(table)
        self._table = table
        self._clips = clips
        self._picture_rect = picture_rect
        self._filmstrips: Filmstrips | None = None
        self._pointer: QPoint | None = None
        self._keyed: int | None = None
        self.preview = ScrubPreview(table.viewport())
        table.viewport().setMouseTracking(True)
        table.viewport().installEventFilter(self)
        table.installEventFilter(self)
        cache.arrived.connect(self._on_arrived)

    def set_filmstrips(self, filmstrips: Filmstrips) -> None:
        """Show pictures of filmstrips from now on."""
        self._filmstrips = filmstrips
        filmstrips.arrived.connect(self._on_arrived)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseMove:
            self._pointer, self._keyed = event.position().toPoint(), None
            self._follow()
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and self._on_key(event):
            return True
        elif kind in (QEvent.Type.Leave, QEvent.Type.Hide, QEvent.Type.Wheel):
            self._pointer = self._keyed = None
            self._follow()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Scrub the current line by a picture where the key says so; any other key ends that."""
        index, step = self._table.currentIndex(), KEYS.get(event.text())
        if step is None or not index.isValid():
            self._pointer = self._keyed = None
            self._follow()
            return False
        line = self._picture_rect(self._table.visualRect(index))
        self._pointer = line.center()
        self._keyed = 0 if self._keyed is None else max(0, self._keyed + step)
        self._follow()
        return True

    def _on_arrived(self, _what: object) -> None:
        self._follow()

    def _follow(self) -> None:
        if self._pointer is None or not self._show(self._pointer):
            self.preview.hide()

    def _show(self, at: QPoint) -> bool:
        """Show what is under the pointer, or what keys have come to; False where there is nothing to be shown."""
        index = self._table.indexAt(at)
        card = self._clips.card(index.row()) if index.isValid() else None
        if card is None or self._filmstrips is None or not card.duration:
            return False
        place = self._picture_rect(self._table.visualRect(index))
        tiles = self._filmstrips.of(card.id) if place.contains(at) else None
        if tiles is None or not len(tiles):
            return False
        shown = tiles.place(card.duration * Fraction(at.x() - place.x(), max(1, place.width())))
        if self._keyed is not None:
            shown = self._keyed = min(self._keyed, len(tiles) - 1)
        caption = f"{clock(tiles.times[shown])} / {clock(card.duration)}"
        self.preview.show_above(QPoint(at.x(), place.top()), tiles.picture(shown), caption)
        return True
