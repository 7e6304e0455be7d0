"""Single pictures out of the filmstrip of a clip, which is one still that is decoded once."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Collection
from fractions import Fraction

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from core.model.clip import Clip
from core.model.ids import ClipId, StillId
from core.model.media import Filmstrip
from gui.bridge.bridge import Bridge
from gui.bridge.thumbnails import Look
from gui.library.thumbnail_cache import ThumbnailCache
from gui.style import RADIUS, qcolor, theme

KEYS = {",": -1, ".": 1}
"""The keys that scrub what is current by one picture."""

MOST_KEPT = 32
"""Of so many clips the pictures are at hand; more are seldom pointed at in a row."""

_KEYFRAME = QSize(320, 180)
"""How large a keyframe is decoded that stands in for a picture of the filmstrip."""


def place_at(times: tuple[Fraction, ...], time: Fraction) -> int:
    """Return which of ``times`` is the last at or before ``time``, else the first."""
    return max(0, bisect_right(times, time) - 1)


def tile_rect(strip: Filmstrip, place: int) -> QRect:
    """Return where in the still the picture at ``place`` lies."""
    row, column = divmod(place, strip.columns)
    return QRect(column * strip.width, row * strip.height, strip.width, strip.height)


def sheet_size(strip: Filmstrip) -> QSize:
    """Return how large the still is, in pixels."""
    rows = -(-len(strip.times) // strip.columns)
    return QSize(strip.columns * strip.width, rows * strip.height)


class Tiles:
    """The pictures of one clip along its time, the filmstrip's or, where there is none, the keyframes.

    Nothing is decoded here: a picture is None until its still has arrived in ``cache``.
    """

    def __init__(self, cache: ThumbnailCache, clip: Clip) -> None:
        self._cache = cache
        self._strip = clip.strip if clip.strip is not None and clip.strip.times else None
        self._stills = [frame.still for frame in clip.keyframes]
        self.times = self._strip.times if self._strip else tuple(frame.time for frame in clip.keyframes)
        self._cut: dict[int, QPixmap] = {}

    def __len__(self) -> int:
        return len(self.times)

    def shows(self, still: StillId) -> bool:
        """Whether a picture that was not there may be there now that ``still`` has arrived."""
        return still == self._strip.still if self._strip is not None else still in self._stills

    def place(self, time: Fraction) -> int:
        """Return the place of the picture that stands for ``time``."""
        return place_at(self.times, time)

    def picture(self, place: int) -> QPixmap | None:
        """Return the picture at ``place``, in pixels of the filmstrip."""
        if self._strip is None:
            return self._cache.picture(self._stills[place], _KEYFRAME, Look.FIT) if self._stills else None
        if place not in self._cut:
            sheet = self._cache.picture(self._strip.still, sheet_size(self._strip), Look.WHOLE)
            part = tile_rect(self._strip, place)
            if sheet is None or not QRect(0, 0, sheet.width(), sheet.height()).contains(part):
                return None
            tile = sheet.copy(part)
            tile.setDevicePixelRatio(1)
            self._cut[place] = tile
        return self._cut[place]


class Filmstrips(QObject):
    """The pictures of clips that were pointed at last; a clip is read off the GUI thread when it is first asked for.

    ``arrived`` carries the id of a clip that has been read.
    """

    arrived = Signal(str)

    def __init__(self, bridge: Bridge, cache: ThumbnailCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._kept: OrderedDict[ClipId, Tiles] = OrderedDict()
        self._catalog = bridge.archive.catalog
        self._ask = bridge.latest(self._keep)

    def of(self, clip: ClipId) -> Tiles | None:
        """Return the pictures of ``clip``, None while it is being read."""
        tiles = self._kept.get(clip)
        if tiles is None:
            self._ask.ask(lambda: self._catalog.clip(clip))
        return tiles

    def forget(self, clips: Collection[ClipId]) -> None:
        """Read ``clips`` anew when they are pointed at next."""
        for clip in clips:
            self._kept.pop(clip, None)

    def _keep(self, clip: Clip | None) -> None:
        if clip is not None:
            self._kept[clip.id] = Tiles(self._cache, clip)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            self.arrived.emit(clip.id)


def paint_tile(painter: QPainter, room: QRect, tile: QPixmap) -> None:
    """Draw ``tile`` in ``room``, with round corners: filling it where it has nearly its shape, else whole."""
    size = tile.size()
    shape = size.width() * room.height() / max(1, size.height() * room.width())
    mode = Qt.AspectRatioMode.KeepAspectRatio
    if 0.8 <= shape <= 1.25:
        mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    place = QRect(QPoint(0, 0), size.scaled(room.size(), mode))
    place.moveCenter(room.center())
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(room), RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.fillRect(room, qcolor(theme().badge))
    painter.drawPixmap(place, tile)
    painter.restore()
