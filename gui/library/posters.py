"""Posters at the size they are painted at, for threads: those used last need not be decoded again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from core.model.ids import StillId
from gui.bridge.thumbnails import Look, Thumbnail, decode
from gui.style import RADIUS

_MOST_BYTES = 16 * 1024 * 1024
"""Some windows full."""

_Key = tuple[StillId, int, int, Look, float]


class Posters:
    """Used on any thread; ``path_of`` says where stills lie."""

    def __init__(self, path_of: Callable[[StillId], Path], most_bytes: int = _MOST_BYTES) -> None:
        self._path_of = path_of
        self._most_bytes = most_bytes
        self._lock = Lock()
        self._kept: OrderedDict[_Key, QImage] = OrderedDict()
        self._bytes = 0

    def at_hand(self, still: StillId, size: QSize, look: Look, ratio: float) -> QImage | None:
        """Return ``still`` for ``size`` (device-independent pixels) where it was decoded before, else None."""
        key = _key(still, size, look, ratio)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def decoded(self, still: StillId, size: QSize, look: Look, ratio: float) -> QImage:
        """Return ``still`` for ``size`` (device-independent pixels), null where it cannot be read."""
        there = self.at_hand(still, size, look, ratio)
        if there is not None:
            return there
        radius = RADIUS * ratio if look is Look.POSTER else 0.0
        poster = decode(Thumbnail(still, self._path_of(still), size * ratio, look, radius))
        poster.setDevicePixelRatio(ratio)
        if not poster.isNull():
            self._keep(_key(still, size, look, ratio), poster)
        return poster

    def _keep(self, key: _Key, poster: QImage) -> None:
        with self._lock:
            old = self._kept.pop(key, None)  # another thread may have decoded it meanwhile
            self._kept[key] = poster
            self._bytes += poster.sizeInBytes() - (old.sizeInBytes() if old is not None else 0)
            while self._bytes > self._most_bytes and len(self._kept) > 1:
                self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()


def _key(still: StillId, size: QSize, look: Look, ratio: float) -> _Key:
    return still, size.width(), size.height(), look, ratio
