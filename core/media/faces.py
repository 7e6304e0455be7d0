"""Whether somebody looks out of a picture: the poster of behind-the-scenes footage is one of people."""

from __future__ import annotations

import os
from functools import cache

import cv2

from core.media.pictures import Bgr

_EDGE = 320
_LEAST_SHARE = 12
"""A face that is less than this part of the shorter edge is nobody's portrait."""


@cache
def _classifier() -> cv2.CascadeClassifier:
    """Return the frontal faces of Viola and Jones, "Rapid Object Detection" (2001), as they come with OpenCV."""
    folder = os.path.join(os.path.dirname(cv2.__file__), "data")
    return cv2.CascadeClassifier(os.path.join(folder, "haarcascade_frontalface_default.xml"))


def faces_share(bgr: Bgr) -> float:
    """Return which share of a picture the faces in it cover."""
    grey = cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY)
    scale = min(1.0, _EDGE / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    least = max(20, min(small.shape) // _LEAST_SHARE)
    found = _classifier().detectMultiScale(small, scaleFactor=1.2, minNeighbors=6, minSize=(least, least))
    return float(sum(width * height for _, _, width, height in found)) / small.size
