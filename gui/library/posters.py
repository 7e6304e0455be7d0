"""Posters at the size they are painted at, for threads: those used last need not be decoded again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from core.model.ids import StillId
from gui.bridge.thumbnails import Look, Thumbnail, decode
from gui.library.recent import Recent
from gui.style import RADIUS

_MOST_BYTES = 16 * 1024 * 1024
"""Some windows full."""

_Key = tuple[StillId, int, int, Look, float]


class Posters:
    """Used on any thread; ``path_of`` says where stills lie."""

    def __init__(self, path_of: Callable[[StillId], Path], most_bytes: int = _MOST_BYTES) -> None:
        self._path_of = path_of
        self._lock = Lock()
        self._kept: Recent[_Key, QImage] = Recent(QImage.sizeInBytes, most_bytes)

    def at_hand(self, still: StillId, size: QSize, look: Look, ratio: float) -> QImage | None:
        """Return ``still`` for ``size`` (device-independent pixels) where it was decoded before, else None."""
        with self._lock:
            return self._kept.get(_key(still, size, look, ratio))

    def decoded(self, still: StillId, size: QSize, look: Look, ratio: float) -> QImage:
        """Return ``still`` for ``size`` (device-independent pixels), null where it cannot be read."""
        there = self.at_hand(still, size, look, ratio)
        if there is not None:
            return there
        radius = RADIUS * ratio if look is Look.POSTER else 0.0
        poster = decode(Thumbnail(still, self._path_of(still), size * ratio, look, radius))
        poster.setDevicePixelRatio(ratio)
        if not poster.isNull():
            with self._lock:  # another thread may have decoded it meanwhile
                self._kept.put(_key(still, size, look, ratio), poster)
        return poster


def _key(still: StillId, size: QSize, look: Look, ratio: float) -> _Key:
    return still, size.width(), size.height(), look, ratio
