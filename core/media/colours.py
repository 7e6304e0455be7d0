"""How the numbers in a picture are to be read, where it says so and where it does not."""

from __future__ import annotations

from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace

from core.media.probe import HLG, PQ

HD_HEIGHT = 720
"""From this height on, pictures that do not say how they are coded are taken as BT.709, below as BT.601."""

_UNSAID = 2


def is_deep(frame: VideoFrame) -> bool:
    """Whether the picture was made for a brighter screen than an ordinary one (PQ or HLG)."""
    return int(frame.color_trc) in (PQ, HLG)


def matrix_of(frame: VideoFrame) -> int:
    """Return by which matrix its colours lie in luma and chroma (a code point of ITU-T H.273)."""
    if int(frame.colorspace) != _UNSAID:
        return int(frame.colorspace)
    return Colorspace.ITU709 if frame.height >= HD_HEIGHT else Colorspace.ITU601


def range_of(frame: VideoFrame) -> int:
    """Return whether its numbers fill their range or leave room at the ends, as film and television do."""
    if int(frame.color_range) in (ColorRange.MPEG, ColorRange.JPEG):
        return int(frame.color_range)
    return ColorRange.JPEG if frame.format.name.startswith("yuvj") or frame.format.is_rgb else ColorRange.MPEG
