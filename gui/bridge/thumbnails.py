"""Decodes stills on threads, the newest wish first, so that what scrolled past never holds up what is seen."""

from __future__ import annotations

import enum
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QRect, QRectF, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath

_THREADS = 2
_MOST_WAITING = 400
_DIMMED = 110
"""How dark the blurred ground around a portrait picture is, of 255."""


class Look(enum.Enum):
    """POSTER fills the size (a picture of another shape stands on a blurred ground of itself), with round corners;
    FIT is the whole picture within the size, WHOLE the still as it is kept, whatever the size."""

    POSTER = "poster"
    FIT = "fit"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Wish:
    """A still to decode: ``size`` and ``radius`` are in pixels of the screen."""

    key: str
    path: Path
    size: QSize
    look: Look
    radius: float = 0.0

    @property
    def name(self) -> tuple[str, Look]:
        """What a later wish for the same thing replaces."""
        return self.key, self.look


@dataclass(frozen=True, slots=True)
class Decoded:
    """The answer to a wish; ``image`` is null where the still could not be read."""

    wish: Wish
    image: QImage


def decode(wish: Wish) -> QImage:
    """Return the picture of ``wish``, null where its file cannot be read or there is no room for it."""
    if wish.size.isEmpty():
        return QImage()
    reader = QImageReader(str(wish.path))
    reader.setAutoTransform(True)
    full = reader.size()
    if not full.isValid():
        return QImage()
    poster = wish.look is Look.POSTER
    mode = Qt.AspectRatioMode.KeepAspectRatio
    if poster and _fills_well(full, wish.size):
        mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    if wish.look is not Look.WHOLE:
        reader.setScaledSize(full.scaled(wish.size, mode).expandedTo(QSize(1, 1)))
    image = reader.read()
    return _poster(image, wish) if poster and not image.isNull() else image


def _fills_well(full: QSize, room: QSize) -> bool:
    """Tell whether cropping to ``room`` loses no more than a fifth of the picture."""
    shape = full.width() * room.height() / (full.height() * room.width())
    return 0.8 <= shape <= 1.25


def _poster(image: QImage, wish: Wish) -> QImage:
    made = QImage(wish.size, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(made.rect()), wish.radius, wish.radius)
    painter.setClipPath(outline)
    if image.width() < made.width() or image.height() < made.height():
        _paint_ground(painter, image, made.rect())
    place = image.rect()
    place.moveCenter(made.rect().center())
    painter.drawImage(place, image)
    painter.end()
    return made


def _paint_ground(painter: QPainter, image: QImage, room: QRect) -> None:
    """Fill ``room`` with the picture itself, so small that it blurs, and dimmed."""
    smooth, expanding = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatioByExpanding
    tiny = image.scaled(QSize(12, 12), Qt.AspectRatioMode.KeepAspectRatio, smooth)
    ground = tiny.scaled(room.size() / 4, expanding, smooth).scaled(room.size(), expanding, smooth)
    place = ground.rect()
    place.moveCenter(room.center())
    painter.drawImage(place, ground)
    painter.setOpacity(_DIMMED / 255)
    painter.fillRect(room, Qt.GlobalColor.black)
    painter.setOpacity(1.0)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()


class ThumbnailLoader(QObject):
    """``load`` wishes from the GUI thread; ``decoded`` answers there with a :class:`Decoded`."""

    decoded = Signal(object)

    def __init__(self, parent: QObject | None = None, *, decode: Callable[[Wish], QImage] = decode) -> None:
        super().__init__(parent)
        self._decode = decode
        self._lock = Lock()
        self._waiting: OrderedDict[tuple[str, Look], Wish] = OrderedDict()
        self._under_way: dict[tuple[str, Look], Wish] = {}
        self._working = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)

    def load(self, wish: Wish) -> None:
        """Decode ``wish`` soon, before all earlier wishes; the oldest are forgotten where too many wait."""
        with self._lock:
            if self._under_way.get(wish.name) == wish or self._waiting.get(wish.name) == wish:
                return
            self._waiting[wish.name] = wish
            self._waiting.move_to_end(wish.name)
            if len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)
            if self._working == _THREADS:  # they go on with it, and nobody need be woken
                return
            self._working += 1
        self._pool.start(_Work(self._work))

    def forget(self) -> None:
        """Drop every wish not begun yet."""
        with self._lock:
            self._waiting.clear()

    def close(self) -> None:
        """Forget all wishes and wait for those under way."""
        self.forget()
        self._pool.waitForDone()

    def _work(self) -> None:
        """Decode until nothing waits."""
        while (wish := self._next()) is not None:
            try:
                image = self._decode(wish)
            except BaseException:
                self._pool.start(_Work(self._work))  # in place of this one, which ends
                raise
            finally:
                with self._lock:
                    self._under_way.pop(wish.name, None)
            self.decoded.emit(Decoded(wish, image))

    def _next(self) -> Wish | None:
        with self._lock:
            if not self._waiting:
                self._working -= 1
                return None
            name, wish = self._waiting.popitem(last=True)
            self._under_way[name] = wish
            return wish
