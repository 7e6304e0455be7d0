"""What is measured of every picture that passes: a thumbnail of its luma and how sharp it is."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np
import numpy.typing as npt

THUMB_HEIGHT, THUMB_WIDTH = 18, 32

Luma = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
Thumbs = npt.NDArray[np.float32]

_STEP_SIZE = (THUMB_WIDTH * 8, THUMB_HEIGHT * 8)
_EVERY = 16
"""Sharpness looks at every 16th row and column: a sixteenth of the cost, and steady within a clip."""


@dataclass(slots=True)
class Measures:
    """Thumbnails (n, 18, 32) of luma 0..255, sharpness and time in ticks of n pictures, in the order of showing."""

    ticks: list[int] = field(default_factory=list)
    sharpness: list[float] = field(default_factory=list)
    _small: list[npt.NDArray[np.uint8]] = field(default_factory=list)

    def add(self, tick: int, luma: Luma, white: int = 255) -> None:
        """Measure the picture shown at ``tick``, whose brightest luma is ``white``."""
        self.ticks.append(tick)
        self._small.append(thumbnail(luma, white))
        self.sharpness.append(sharpness(luma, white))

    @property
    def thumbs(self) -> Thumbs:
        if not self._small:
            return np.zeros((0, THUMB_HEIGHT, THUMB_WIDTH), np.float32)
        return np.stack(self._small).astype(np.float32)

    def __len__(self) -> int:
        return len(self.ticks)


def thumbnail(luma: Luma, white: int = 255) -> npt.NDArray[np.uint8]:
    """Return ``luma`` as (18, 32), picking from large pictures first: 8K costs no more than a small one."""
    large = luma.shape[0] > _STEP_SIZE[1] and luma.shape[1] > _STEP_SIZE[0]
    picked = cv2.resize(luma, _STEP_SIZE, interpolation=cv2.INTER_NEAREST) if large else luma
    small = cv2.resize(picked, (THUMB_WIDTH, THUMB_HEIGHT), interpolation=cv2.INTER_AREA)
    if white != 255:
        small = np.minimum(small.astype(np.float32) * (255 / white), 255)
    return small.astype(np.uint8)


def sharpness(luma: Luma, white: int = 255) -> float:
    """Return the mean squared step between pixels two apart along some rows and columns, in squares of 1/255.

    Comparable between pictures of one size only.
    """
    rows = luma[::_EVERY].astype(np.int32)
    columns = luma[:, ::_EVERY].astype(np.int32)
    if rows.shape[1] < 3 or columns.shape[0] < 3:
        return 0.0
    across = rows[:, 2:] - rows[:, :-2]
    down = columns[2:] - columns[:-2]
    energy = float(np.mean(across * across)) + float(np.mean(down * down))
    return energy * (255 / white) ** 2
