"""Stills on paper: decoded at the size they are printed, cut to a region, with their time below."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from operator import itemgetter
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPen

from core.export.sheet import StillPaths
from core.model.clip import Box, Moment
from core.model.ids import MomentId, StillId
from core.model.media import Keyframe
from core.model.time import clock
from gui.export.pdf_text import POINT, TINY, Ink, Piece, word

_PIXELS = 84 / 72 / POINT
"""Pixels of a still for each unit of the page: 84 to the inch, as sharp as three seconds for 400 clips allow."""

_EIGHTHS = 8
"""A JPEG is decoded at so many sizes for less than its full size costs; to scale what is left is cheap."""

_FAST = 49
"""Below 50 Qt's JPEG reader takes the fast transform; at the size of a print nobody sees a difference."""

_HAIR = 0.4 * POINT
_SPACE = 2.5 * POINT
"""What is left between two keyframes."""

_KEEP, _STRETCH = Qt.AspectRatioMode.KeepAspectRatio, Qt.AspectRatioMode.IgnoreAspectRatio
_SMOOTH = Qt.TransformationMode.SmoothTransformation


def picture(path: Path, room: QSizeF) -> QImage:
    """Return the still in ``path`` at the size it is printed within ``room``; null where it cannot be read."""
    reader = QImageReader(str(path))
    reader.setQuality(_FAST)
    full = reader.size()
    if not full.isValid():
        return QImage()
    printed = full.scaled(_pixels(room), _KEEP).expandedTo(QSize(1, 1)).boundedTo(full)
    eighths = math.ceil(printed.width() / full.width() * _EIGHTHS)
    if eighths < _EIGHTHS:
        reader.setScaledSize(full * (eighths / _EIGHTHS))
    return _plain(reader.read().scaled(printed, _STRETCH, _SMOOTH))


def crop(path: Path, region: Box, room: QSizeF) -> QImage:
    """Return the ``region`` of the still in ``path`` as :func:`picture` does."""
    whole = QImageReader(str(path)).read()
    part = whole.copy(_inside(region, QRectF(whole.rect())).toAlignedRect().intersected(whole.rect()))
    if part.isNull():
        return part
    wanted = _pixels(room).boundedTo(part.size())
    return _plain(part.scaled(wanted, _KEEP, _SMOOTH))


def mounted(image: QImage, room: QSizeF) -> Piece:
    """Return ``image`` in the middle of a mat of the size of ``room``."""

    def paint(painter: QPainter, place: QPointF) -> None:
        mat = QRectF(place, room)
        painter.fillRect(mat, QColor(Ink.MAT))
        if not image.isNull():
            spot = QRectF(QPointF(), QSizeF(image.size()).scaled(room, _KEEP))
            spot.moveCenter(mat.center())
            painter.drawImage(spot, image)

    return Piece(room.height(), paint)


def framed(image: QImage, height: float, regions: Sequence[Box] = ()) -> tuple[float, Piece]:
    """Return the width and the piece of ``image`` at a ``height``, with ``regions`` of it outlined."""
    width = height * image.width() / image.height()

    def paint(painter: QPainter, place: QPointF) -> None:
        spot = QRectF(place, QSizeF(width, height))
        painter.drawImage(spot, image)
        painter.setPen(QPen(QColor(Ink.AMBER), 2 * _HAIR))
        for region in regions:
            painter.drawRect(_inside(region, spot))

    return width, Piece(height, paint)


class Frames:
    """The keyframes of one clip."""

    def __init__(self, frames: Sequence[Keyframe], stills: StillPaths) -> None:
        self._frames = frames
        self._stills = stills
        self._printed: dict[StillId, QImage] = {}
        self._nearest: dict[MomentId, Keyframe | None] = {}

    def row(self, room: QSizeF) -> list[Piece]:
        """Return as many keyframes as fit into ``room``, spread over the clip, each with its time; [] without any."""
        across, placed = 0.0, []
        for frame in self.chosen(room):
            image = self.image(frame.still, room)
            if image.isNull():
                continue
            width, piece = framed(image, room.height())
            placed.append((across, piece, word(clock(frame.time), TINY)))
            across += width + _SPACE

        def paint(painter: QPainter, place: QPointF) -> None:
            for right, piece, time in placed:
                piece.paint(painter, place + QPointF(right, 0))
                time.paint(painter, place + QPointF(right, room.height() + 0.8 * POINT))

        return [Piece(room.height() + 8 * POINT, paint)] if placed else []

    def chosen(self, room: QSizeF) -> list[Keyframe]:
        """Return the keyframes that stand in a row within ``room``."""
        shapes = [frame.width / max(frame.height, 1) for frame in self._frames if frame.width]
        if not shapes:
            return []
        most = int((room.width() + _SPACE) / (room.height() * max(shapes) + _SPACE))
        return spread(self._frames, max(1, most))

    def nearest(self, moment: Moment) -> Keyframe | None:
        """Return the first keyframe within ``moment``, else the nearest to it; None where there is none."""
        if moment.id not in self._nearest:
            start, end = moment.span.start, moment.span.end
            by_distance = [(_distance(frame.time, start, end), frame.time, frame) for frame in self._frames]
            self._nearest[moment.id] = min(by_distance, key=itemgetter(0, 1))[2] if by_distance else None
        return self._nearest[moment.id]

    def image(self, still: StillId, room: QSizeF) -> QImage:
        """Return a still as it is printed in a row; null where it is gone.

        One that is printed twice is the same image, and the file holds it once.
        """
        if still not in self._printed:
            self._printed[still] = picture(self._stills.path(still), room)
        return self._printed[still]

    def cropped(self, still: StillId, region: Box, room: QSizeF) -> QImage:
        """Return a region of a still; null where it is gone."""
        return crop(self._stills.path(still), region, room)


def spread(frames: Sequence[Keyframe], most: int) -> list[Keyframe]:
    """Return at most ``most`` of ``frames``, evenly over them, the first among them."""
    if len(frames) <= most:
        return list(frames)
    return [frames[number * len(frames) // most] for number in range(most)]


def _distance(time: Fraction, start: Fraction, end: Fraction) -> Fraction:
    return max(start - time, time - end, Fraction(0))


def _pixels(room: QSizeF) -> QSize:
    return QSize(round(room.width() * _PIXELS), round(room.height() * _PIXELS)).expandedTo(QSize(1, 1))


def _plain(image: QImage) -> QImage:
    """Without an alpha channel, which would be stored as a second picture."""
    plain = QImage.Format.Format_RGB32
    return image if image.isNull() or image.format() is plain else image.convertToFormat(plain)


def _inside(region: Box, spot: QRectF) -> QRectF:
    return QRectF(
        spot.left() + region.left * spot.width(),
        spot.top() + region.top * spot.height(),
        region.width * spot.width(),
        region.height * spot.height(),
    )
