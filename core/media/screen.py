"""Pictures as a screen shows them, written where the window looks at them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, VideoReformatter

from core.media.colours import is_deep, matrix_of, range_of
from core.media.tones import ToneTable

BYTES_A_PIXEL = 4

Pixels = npt.NDArray[np.uint32]
"""Height x width; blue, green, red and nothing from the lowest byte up."""


class Screen:
    """Writes pictures into slots of a memory, scaled, turned by ``rotation`` degrees clockwise, in sRGB.

    How sizes and colours are converted is worked out once, not for every picture.
    """

    def __init__(self, rotation: int) -> None:
        self._turns = -rotation // 90
        self._sideways = bool(rotation % 180)
        self._reformatter = VideoReformatter()
        self._tones: ToneTable | None = None

    def draw(self, frame: VideoFrame, memory: memoryview, slot: int, width: int, height: int) -> None:
        """Write ``frame``, ``width`` and ``height`` as it is shown, into its slot of ``memory``."""
        across, down = (height, width) if self._sideways else (width, height)
        picture = self._deep(frame, across, down) if is_deep(frame) else self._plain(frame, across, down)
        size = width * height * BYTES_A_PIXEL
        target = np.frombuffer(memory[slot * size : (slot + 1) * size], np.uint32).reshape(height, width)
        np.copyto(target, np.rot90(picture, self._turns))

    def _plain(self, frame: VideoFrame, across: int, down: int) -> Pixels:
        return self._converted(frame, across, down, "bgra")

    def _deep(self, frame: VideoFrame, across: int, down: int) -> Pixels:
        """Return a picture made for a bright screen as an ordinary one shows it."""
        transfer = int(frame.color_trc)
        if self._tones is None or self._tones.transfer != transfer:
            self._tones = ToneTable(transfer)
        return self._tones.shown(self._converted(frame, across, down, "x2rgb10le"))

    def _converted(self, frame: VideoFrame, across: int, down: int, form: str) -> Pixels:
        converted = self._reformatter.reformat(
            frame, across, down, form, interpolation="AREA",
            src_colorspace=matrix_of(frame), src_color_range=range_of(frame), dst_color_range=ColorRange.JPEG,
        )  # fmt: skip
        plane = converted.planes[0]
        rows = np.frombuffer(memoryview(plane), np.uint32).reshape(-1, plane.line_size // BYTES_A_PIXEL)
        pixels: Pixels = rows[:down, :across]
        return pixels
