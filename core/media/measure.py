"""What is measured of every picture that passes: a thumbnail of its luma and how sharp it is."""

from __future__ import annotations

from dataclasses import field

import cv2
import numpy as np
import numpy.typing as npt

from core.values import dataclass

THUMB_HEIGHT, THUMB_WIDTH = 36, 64

Luma = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
Thumbs = npt.NDArray[np.uint8]

_STEP_SIZE = (THUMB_WIDTH * 4, THUMB_HEIGHT * 4)
_EVERY = 24
"""Sharpness looks at pairs of rows so far apart: a twelfth of the cost, and steady within a clip."""


@dataclass(slots=True)
class Measures:
    """Thumbnails (n, 36, 64) of luma 0..255, sharpness and time in ticks of n pictures, in the order of showing."""

    ticks: list[int] = field(default_factory=list)
    sharpness: list[float] = field(default_factory=list)
    small: list[Thumbs] = field(default_factory=list)

    def add(self, tick: int, luma: Luma, white: int = 255) -> None:
        """Measure the picture shown at ``tick``, whose brightest luma is ``white``."""
        self.ticks.append(tick)
        self.small.append(thumbnail(luma, white))
        self.sharpness.append(sharpness(luma, white))

    @property
    def thumbs(self) -> Thumbs:
        if not self.small:
            return np.zeros((0, THUMB_HEIGHT, THUMB_WIDTH), np.uint8)
        return np.stack(self.small)

    def __len__(self) -> int:
        return len(self.ticks)


def merged(parts: list[Measures]) -> Measures:
    """Return the measures of several parts of one clip in the order of showing, each picture once."""
    found = {
        tick: (sharp, small)
        for part in parts
        for tick, sharp, small in zip(part.ticks, part.sharpness, part.small, strict=True)
    }
    ticks = sorted(found)
    return Measures(ticks, [found[tick][0] for tick in ticks], [found[tick][1] for tick in ticks])


def thumbnail(luma: Luma, white: int = 255) -> Thumbs:
    """Return ``luma`` as (36, 64), picking from large pictures first: 8K costs no more than a small one."""
    large = luma.shape[0] > _STEP_SIZE[1] and luma.shape[1] > _STEP_SIZE[0]
    picked = cv2.resize(luma, _STEP_SIZE, interpolation=cv2.INTER_NEAREST) if large else luma
    small = cv2.resize(picked, (THUMB_WIDTH, THUMB_HEIGHT), interpolation=cv2.INTER_AREA)
    if white != 255:
        small = np.minimum(small.astype(np.float32) * (255 / white), 255)
    return small.astype(np.uint8)


def sharpness(luma: Luma, white: int = 255) -> float:
    """Return the mean squared step between pixels two apart, along some rows and across them, in squares of 1/255.

    Comparable between pictures of one size only.
    """
    if luma.shape[0] < 3 or luma.shape[1] < 3:
        return 0.0
    rows = luma[:-2:_EVERY].astype(np.float32)
    across = cv2.norm(rows[:, 2:], rows[:, :-2], cv2.NORM_L2SQR)
    down = cv2.norm(rows, luma[2::_EVERY].astype(np.float32), cv2.NORM_L2SQR)
    return float(across / rows[:, 2:].size + down / rows.size) * (255 / white) ** 2
