"""Scrubbing: what the timeline points at is shown at once from the filmstrip, before the exact picture is decoded."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QImage, QMouseEvent

from core.model.clip import Clip
from gui.library import PictureArrived, ThumbnailCache, Tiles
from gui.player.page import PlayerPage
from gui.player.timeline_paint import HEAD
from gui.widgets import ScrubPreview


class Scrubbing(QObject):
    """Follows the pointer over the timeline of ``page``, and stands in where the player has no picture yet."""

    def __init__(self, page: PlayerPage, cache: ThumbnailCache) -> None:
        super().__init__(page)
        self._page = page
        self._cache = cache
        self._clip: Clip | None = None
        self._tiles: Tiles | None = None
        self._pointer: QPoint | None = None
        self.preview = ScrubPreview(page)
        page.timeline.installEventFilter(self)
        page.player.view.stand_in = lambda: self.image_at(page.player.time)
        page.player.ready.connect(self._preload)
        page.player.moved.connect(self._follow)
        page.timeline.scaled.connect(self._follow)
        cache.arrived.connect(self._on_arrived)

    def image_at(self, time: Fraction) -> QImage | None:
        """Return the picture of the filmstrip for ``time`` of the clip that is shown, if it is there."""
        tiles = self._current()
        picture = tiles.picture(tiles.place(time)) if tiles is not None and len(tiles) else None
        return picture.toImage() if picture is not None else None

    def _current(self) -> Tiles | None:
        clip = self._page.player.clip
        if clip is not self._clip:
            self._clip = clip
            self._tiles = Tiles(self._cache, clip) if clip is not None else None
        return self._tiles

    def _preload(self) -> None:
        """Have the filmstrip decoded before anybody points at the timeline."""
        self.image_at(Fraction(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress):
            self._pointer = event.position().toPoint()
            self._follow()
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.Hide):
            self._pointer = None
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Show what the pointer is at, or nothing."""
        timeline, tiles, at = self._page.timeline, self._current(), self._pointer
        if at is None or at.x() < HEAD or tiles is None or not timeline.rect().contains(at):
            self.preview.hide()
            return
        time = min(max(timeline.scale.time(at.x() - HEAD), Fraction(0)), timeline.scale.length)
        picture = tiles.picture(tiles.place(time)) if len(tiles) else None
        place = timeline.mapTo(self._page, QPoint(at.x(), 0))
        self.preview.show_above(place, picture, self._page.player.place(time))

    def _on_arrived(self, arrived: PictureArrived) -> None:
        if self._tiles is not None and self._tiles.shows(arrived.still):
            self._follow()
            self._page.player.view.update()
