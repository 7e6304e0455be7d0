"""OpenCV and FFmpeg, set up for files nobody vouches for; importing core.media does this before anything else.

OpenCV reads its limits from the environment while it is imported, and points Qt at its own plug-ins; the first must be
set before, the second taken back after.
"""

from __future__ import annotations

import os

MAX_PIXELS = 200_000_000
"""Pictures with more pixels than this are not decoded."""

PLUGIN_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")

_before = {name: os.environ.get(name) for name in PLUGIN_VARIABLES}
os.environ.update(
    OPENCV_IO_MAX_IMAGE_PIXELS=str(MAX_PIXELS),
    OPENCV_FFMPEG_THREADS="1",
    OPENCV_LOG_LEVEL="SILENT",
    OPENCV_FFMPEG_LOGLEVEL="-8",
)

import av.logging  # noqa: E402 - after the environment is set
import cv2  # noqa: E402

for _name, _value in _before.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

cv2.setNumThreads(1)
av.logging.set_level(None)
