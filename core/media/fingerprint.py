"""A perceptual hash: alike for pictures that look alike."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

SIDE = 32
BITS_SIDE = 8


def fingerprint(bgr: npt.NDArray[np.uint8]) -> str:
    """Return 64 bits in hex: which of the 8 x 8 slowest waves of the grey picture, but the mean, exceed their median.

    This is the DCT hash of Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010).
    """
    grey = cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(grey, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    slow = cv2.dct(small)[1 : BITS_SIDE + 1, 1 : BITS_SIDE + 1].ravel()
    bits = slow > np.median(slow)
    return np.packbits(bits).tobytes().hex()
