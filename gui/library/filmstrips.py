"""Single pictures out of the filmstrip of a clip, which is one still that is decoded once."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPixmap

from core.model.clip import Clip
from core.model.ids import StillId
from core.model.media import Filmstrip
from gui.bridge.thumbnails import Look
from gui.library.thumbnail_cache import ThumbnailCache

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
