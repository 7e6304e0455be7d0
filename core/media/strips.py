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
    """Keeps pictures as they pass, ``edge`` pixels large, and makes the filmstrip of them."""

    def __init__(self, probe: ClipProbe, edge: int) -> None:
        self._probe = probe
        self._edge = edge
        self.pictures: dict[int, Bgr] = {}
        """By the tick at which each is shown."""

    def watch(self, tick: int, frame: VideoFrame) -> None:
        """Keep a picture; of more than there is room for, those that passed first."""
        if len(self.pictures) < MOST:
            self.pictures[tick] = upright(frame, self._probe, self._edge)

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


def _tile(picture: Bgr) -> Bgr:
    scale = min(1.0, TILE / max(picture.shape[:2]))
    size = max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale))
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA).astype(np.uint8)
