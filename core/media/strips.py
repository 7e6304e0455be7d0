"""The filmstrip of a clip: small pictures side by side in one image, so that scrubbing costs one file."""

from __future__ import annotations

from fractions import Fraction

import cv2
import numpy as np
from av.video.frame import VideoFrame

from core.media.pictures import Bgr, encode, upright
from core.media.probe import ClipProbe
from core.ports.media import FoundStrip

MOST = 60
COLUMNS = 10
TILE = 160
"""Pixels of the longer edge of a tile."""


class Gallery:
    """Keeps pictures as they pass, ``edge`` pixels large, and makes the filmstrip of them.

    They come in any order, and may come twice.  Of each ``spacing`` ticks the picture that comes first is kept; where
    these are more than MOST the spacing grows, so that they lie evenly over what has passed.
    """

    def __init__(self, probe: ClipProbe, edge: int, spacing: int = 1) -> None:
        self.edge = edge
        self._probe = probe
        self._spacing = spacing
        self._taken: set[int] = set()
        self.pictures: dict[int, Bgr] = {}
        """By the tick at which each is shown."""

    def watch(self, tick: int, frame: VideoFrame) -> None:
        """Keep a picture where there is none yet."""
        if tick // self._spacing in self._taken:
            return
        self._taken.add(tick // self._spacing)
        self.pictures[tick] = upright(frame, self._probe, self.edge)
        if len(self.pictures) > MOST:
            self._thin()

    def _thin(self) -> None:
        ticks = sorted(self.pictures)
        self._spacing = max(2 * self._spacing, (ticks[-1] - ticks[0]) // MOST + 1)
        first = {tick // self._spacing: tick for tick in reversed(ticks)}
        self._taken = set(first)
        self.pictures = {tick: self.pictures[tick] for tick in sorted(first.values())}

    def strip(self, blob: int) -> tuple[FoundStrip, bytes] | None:
        """Return the filmstrip, which is to be found at ``blob``, and its JPEG; None where no picture was kept."""
        if not self.pictures:
            return None
        ticks = sorted(self.pictures)
        tiles = [_tile(self.pictures[tick]) for tick in ticks]
        height, width = tiles[0].shape[:2]
        columns = min(COLUMNS, len(tiles))
        sheet = np.zeros((-(-len(tiles) // columns) * height, columns * width, 3), np.uint8)
        for number, tile in enumerate(tiles):
            top, left = number // columns * height, number % columns * width
            fits = tile.shape[:2] == (height, width)
            sheet[top : top + height, left : left + width] = tile if fits else cv2.resize(tile, (width, height))
        times: tuple[Fraction, ...] = tuple(tick * self._probe.time_base for tick in ticks)
        strip = FoundStrip(blob=blob, columns=columns, width=width, height=height, times=times)
        return strip, encode(sheet).jpeg


def spacing_of(length: int) -> int:
    """Return how many ticks apart the pictures of a filmstrip lie at least, over ``length`` ticks."""
    return max(0, length) // MOST + 1


def _tile(picture: Bgr) -> Bgr:
    scale = min(1.0, TILE / max(picture.shape[:2]))
    size = max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale))
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA).astype(np.uint8)
