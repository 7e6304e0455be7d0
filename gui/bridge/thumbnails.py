"""Stills as pictures of the size they are shown at."""

from __future__ import annotations

import enum
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath

from core.values import dataclass

_DIMMED = 110
"""How dark the blurred ground around a portrait picture is, of 255."""


class Look(enum.Enum):
    """POSTER fills the size (a picture of another shape stands on a blurred ground of itself), with round corners;
    FIT is the whole picture within the size, WHOLE the still as it is kept, whatever the size."""

    POSTER = "poster"
    FIT = "fit"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Thumbnail:
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

    def fulfil(self) -> QImage:
        """Return the picture, null where its file cannot be read or there is no room for it."""
        return decode(self)


def decode(wish: Thumbnail) -> QImage:
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


def _poster(image: QImage, wish: Thumbnail) -> QImage:
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
