"""Pictures of stills at the size they are shown, within a bound of memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QPixmap

from core.model.ids import StillId
from core.values import dataclass
from gui.bridge.loader import Loader, Made
from gui.bridge.thumbnails import Look, Thumbnail
from gui.library.recent import Recent
from gui.style import RADIUS

_MOST_BYTES = 64 * 1024 * 1024
"""The frames of some hundred clips and a few filmstrips: more is seldom looked at again."""


@dataclass(frozen=True, slots=True)
class PictureArrived:
    still: StillId


@dataclass(frozen=True, slots=True)
class _Kept:
    pixmap: QPixmap
    wish: Thumbnail

    def serves(self, pixels: QSize) -> bool:
        """Tell whether nothing better need be decoded for ``pixels``: a larger whole picture serves for a smaller."""
        have = self.wish.size
        if self.wish.look is Look.POSTER:
            return have == pixels
        return have.width() >= pixels.width() and have.height() >= pixels.height()

    @property
    def bytes(self) -> int:
        return self.pixmap.width() * self.pixmap.height() * 4


class ThumbnailCache(QObject):
    """Gives what it has at once and orders what it lacks; ``arrived`` says that there is more.

    ``many_arrived`` names all that came together: who shows many looks through them once.
    Never decodes on the GUI thread.  The least recently asked for go when ``most_bytes`` are reached.
    """

    arrived = Signal(object)
    many_arrived = Signal(object)

    def __init__(
        self,
        path_of: Callable[[StillId], Path],
        loader: Loader,
        parent: QObject | None = None,
        *,
        most_bytes: int = _MOST_BYTES,
    ) -> None:
        super().__init__(parent)
        self.path_of = path_of
        self.loader = loader
        self._kept: Recent[tuple[str, Look], _Kept] = Recent(lambda kept: kept.bytes, most_bytes)
        self._ratio = 1.0

    def set_ratio(self, ratio: float) -> None:
        """Decode for a screen of ``ratio`` pixels to one device-independent pixel."""
        self._ratio = ratio

    @property
    def bytes(self) -> int:
        """How much memory the pictures take."""
        return self._kept.bytes

    def picture(self, still: StillId, size: QSize, look: Look = Look.POSTER) -> QPixmap | None:
        """Return the picture of ``still`` for ``size`` (device-independent pixels), or None while there is none.

        While the exact size is on its way, one of another size is returned; the caller draws it to ``size``.
        """
        pixels = QSize(round(size.width() * self._ratio), round(size.height() * self._ratio))
        kept = self._kept.get((still, look))
        if kept is None or not kept.serves(pixels):
            radius = RADIUS * self._ratio if look is Look.POSTER else 0.0
            self.loader.load(Thumbnail(still, self.path_of(still), pixels, look, radius), self._keep)
        return None if kept is None or kept.pixmap.isNull() else kept.pixmap

    def has(self, still: StillId, look: Look = Look.POSTER) -> bool:
        """Tell whether there is a picture of ``still``, of whatever size."""
        kept = self._kept.get((still, look))
        return kept is not None and not kept.pixmap.isNull()

    def _keep(self, made: Made) -> None:
        for wish, image in made:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(self._ratio)
            self._kept.put(wish.name, _Kept(pixmap, wish))
        stills = [StillId(wish.key) for wish, _ in made]
        for still in stills:
            self.arrived.emit(PictureArrived(still))
        self.many_arrived.emit(frozenset(stills))
