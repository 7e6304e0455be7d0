"""Perceptual hashes: alike for pictures that look alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import cv2
import numpy as np
import numpy.typing as npt

from core.model.media import Sights

SIDE = 32
BITS_SIDE = 8

CLOSEST_S, STEP_S = Fraction(1, 10), Fraction(1, 2)
FEW_SIGHTS, MOST_SIGHTS = 12, 120
"""A clip of less than six seconds is sampled more often, so that there is enough to know it by; of more than a minute
less often."""

RIM = 0.05
"""How much the inner picture lacks on every side, as a share of width or height."""

_BLACK = 28
"""Luma that no line of a bar reaches in any picture of a clip."""
_LEAST_HEIGHT, _LEAST_WIDTH = 0.4, 0.3
"""What is left between bars; where it would be less, the clip is dark and has none."""
_FLAT = 4.0
"""Levels of luma, as a standard deviation, below which a picture shows nothing to know it by."""
_BLOCK, _BLOCKS, _BARE, _LEAST_DRAWN = 4, (8, 4), 1.5, 0.4
"""The same below which a block is bare, and the share of blocks that must not be: a watermark or a title on black is
nothing to know a clip by either."""

Thumb = npt.NDArray[np.uint8] | npt.NDArray[np.float32]
Area = tuple[int, int, int, int]
"""Top, bottom, left, right; bottom and right are not in it."""


def fingerprint(bgr: npt.NDArray[np.uint8]) -> str:
    """Return 64 bits in hex: which of the 8 x 8 slowest waves of the grey picture, but the mean, exceed their median.

    This is the DCT hash of Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010).
    """
    grey = cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY)
    return _hash(cv2.resize(grey, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float32))


def _hash(small: npt.NDArray[np.float32]) -> str:
    slow = cv2.dct(small)[1 : BITS_SIDE + 1, 1 : BITS_SIDE + 1].ravel()
    bits = slow > np.median(slow)
    return np.packbits(bits).tobytes().hex()


def sights_of(thumbs: Thumb, ticks: Sequence[int], time_base: Fraction, rotation: int) -> Sights | None:
    """Return the sights of a clip from thumbnails (n, height, width) of luma, as coded, shown at ``ticks``.

    ``rotation`` is how far they are to be turned clockwise, in degrees.  None where nothing can be known again.
    """
    if len(ticks) == 0:
        return None
    upright: Thumb = np.rot90(thumbs, -rotation // 90, axes=(1, 2))
    area = _without_bars(upright)
    top, bottom, left, right = area
    chosen = [place for place in _evenly(ticks, time_base) if _shows_much(upright[place, top:bottom, left:right])]
    if not chosen:
        return None
    return Sights(
        time_base=time_base,
        ticks=tuple(ticks[place] for place in chosen),
        whole="".join(_hash(_part(upright[place], area, 0.0)) for place in chosen),
        inner="".join(_hash(_part(upright[place], area, RIM)) for place in chosen),
    )


def _evenly(ticks: Sequence[int], time_base: Fraction) -> Iterator[int]:
    """Yield the places of the first pictures at or after evenly spaced times."""
    length = ticks[-1] - ticks[0] + 1
    usual = max(CLOSEST_S / time_base, min(STEP_S / time_base, Fraction(length, FEW_SIGHTS)))
    step = max(usual, Fraction(length, MOST_SIGHTS))
    due = Fraction(ticks[0])
    for place, tick in enumerate(ticks):
        if tick >= due:
            yield place
            due = ticks[0] + step * ((tick - ticks[0]) // step + 1)


def _shows_much(thumb: Thumb) -> bool:
    if float(thumb.std()) < _FLAT:
        return False
    wide, high = _BLOCKS
    small = cv2.resize(thumb, (wide * _BLOCK, high * _BLOCK), interpolation=cv2.INTER_AREA)
    blocks = small.reshape(high, _BLOCK, wide, _BLOCK)
    return bool((blocks.std(axis=(1, 3)) >= _BARE).mean() >= _LEAST_DRAWN)


def _without_bars(thumbs: Thumb) -> Area:
    """Return the part of the picture that is not black all the time."""
    brightest = thumbs.max(axis=0)
    height, width = brightest.shape
    rows = np.flatnonzero(brightest.max(axis=1) > _BLACK)
    columns = np.flatnonzero(brightest.max(axis=0) > _BLACK)
    if len(rows) < height * _LEAST_HEIGHT or len(columns) < width * _LEAST_WIDTH:
        return 0, height, 0, width
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def _part(thumb: Thumb, area: Area, rim: float) -> npt.NDArray[np.float32]:
    """Return ``area`` but for a ``rim`` (a share of its size) as a square of SIDE pixels, cut between pixels."""
    top, bottom, left, right = area
    high, wide = (bottom - top) * (1 - 2 * rim), (right - left) * (1 - 2 * rim)
    above, before = top + (bottom - top) * rim, left + (right - left) * rim
    across, down = wide / SIDE, high / SIDE
    matrix = np.array([[across, 0, before + across / 2 - 0.5], [0, down, above + down / 2 - 0.5]], np.float32)
    soft = cv2.GaussianBlur(thumb.astype(np.float32), (0, 0), 0.7)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(soft, matrix, (SIDE, SIDE), flags=flags, borderMode=cv2.BORDER_REPLICATE).astype(np.float32)
