"""Stills in colour: scaled, turned upright, with the colours a screen shows, as JPEG."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

import cv2
import numpy as np
import numpy.typing as npt
from av.container import InputContainer
from av.error import FFmpegError
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange
from av.video.stream import VideoStream

from core.media.colours import is_deep, matrix_of, range_of
from core.media.opening import Source, decoded, opened_clip
from core.media.probe import ClipProbe
from core.media.timeline import Timeline
from core.media.tones import shown
from core.model.sniff import MediaFamily
from core.values import dataclass

JPEG_QUALITY = 85
Bgr = npt.NDArray[np.uint8]

_TURNS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
_NEAR_S = 2
"""Seconds before a picture from which decoding on is cheaper than seeking, where the key frames are not known."""


@dataclass(frozen=True, slots=True)
class Still:
    """A JPEG and its size in pixels."""

    jpeg: bytes
    width: int
    height: int


def encode(bgr: Bgr) -> Still:
    """Return ``bgr`` as a JPEG."""
    _, data = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY, cv2.IMWRITE_JPEG_OPTIMIZE, 1])
    return Still(data.tobytes(), bgr.shape[1], bgr.shape[0])


def fit(width: int, height: int, aspect: Fraction, edge: int) -> tuple[int, int]:
    """Return the size with square pixels whose longer edge is ``edge`` at most, never larger than it was."""
    wide = width * float(aspect)
    scale = min(1.0, edge / max(wide, height))
    return max(1, round(wide * scale)), max(1, round(height * scale))


def clip_pictures(
    source: Source, probe: ClipProbe, timeline: Timeline | None, ticks: Sequence[int], edge: int,
    progress: Callable[[], None],
) -> Iterator[tuple[int, Bgr]]:  # fmt: skip
    """Yield (tick, picture) for those of ``ticks`` (sorted, from the first picture) that are found, upright.

    Raises FileProblem where the file cannot be opened.
    """
    with opened_clip(source) as container:
        stream = container.streams.video[probe.stream]
        stream.thread_count = 1
        walk = _Walk(container, stream, source, probe, timeline)
        for tick in ticks:
            frame = walk.to(probe.first + tick, progress)
            if frame is not None:
                yield tick, upright(frame, probe, edge)


class _Walk:
    """Goes forward through a clip from one wanted picture to the next, jumping where that saves decoding.

    Of what is shown before a wanted picture only that is decoded which others depend on.
    """

    def __init__(
        self,
        container: InputContainer,
        stream: VideoStream,
        source: Source,
        probe: ClipProbe,
        timeline: Timeline | None,
    ) -> None:
        self._container = container
        self._stream = stream
        self._may_seek = source.family is not MediaFamily.OGG
        self._near = int(_NEAR_S / probe.time_base)
        self._keys = timeline.keys if timeline is not None else None
        self._frames = self._decode()
        self._frame: VideoFrame | None = None
        self._wanted = 0

    def to(self, pts: int, progress: Callable[[], None]) -> VideoFrame | None:
        """Return the picture shown at ``pts``, or the first one after it; None where the clip ends before."""
        self._wanted = pts
        if self._worth_seeking(pts) and not self._jump(pts):
            self._frames = self._restart()
        while self._frame is None or self._at(self._frame) < pts:
            progress()
            following = next(self._frames, None)
            if following is None:
                return self._frame
            self._frame = following
        return self._frame

    def _worth_seeking(self, pts: int) -> bool:
        if not self._may_seek:
            return False
        here = self._at(self._frame) if self._frame is not None else None
        if here is not None and here >= pts:
            return False
        if self._keys is None or len(self._keys) == 0:
            return here is None or pts - here > self._near
        before = self._keys[self._keys <= pts]
        return len(before) > 0 and (here is None or int(before[-1]) > here)

    def _jump(self, pts: int) -> bool:
        """Go to a key frame at or before ``pts``, earlier where the container only guesses; False where none is met."""
        for earlier in (0, self._near, 8 * self._near):
            try:
                self._container.seek(pts - earlier, stream=self._stream)
            except FFmpegError:
                continue
            self._frames = self._decode()
            self._frame = next(self._frames, None)
            if self._frame is not None and self._at(self._frame) <= pts:
                return True
        return False

    def _restart(self) -> Iterator[VideoFrame]:
        """Go back to the beginning, whence every picture is reached."""
        self._frame = None
        self._may_seek = False
        try:
            self._container.seek(self._stream.start_time or 0, stream=self._stream)
        except FFmpegError:
            return iter(())
        return self._decode()

    def _decode(self) -> Iterator[VideoFrame]:
        return decoded(self._packets())

    def _packets(self) -> Iterator[Packet[VideoStream]]:
        codec = self._stream.codec_context
        for packet in self._container.demux(self._stream):
            early = packet.pts is not None and packet.pts < self._wanted
            codec.skip_frame = "NONREF" if early else "DEFAULT"
            yield packet

    @staticmethod
    def _at(frame: VideoFrame) -> int:
        return frame.pts if frame.pts is not None else 0


def upright(frame: VideoFrame, probe: ClipProbe, edge: int) -> Bgr:
    """Return ``frame`` as a screen shows it: scaled to ``edge``, square pixels, turned, in sRGB."""
    width, height = fit(frame.width, frame.height, probe.aspect, edge)
    deep = is_deep(frame)
    scaled = frame.reformat(
        width, height, "bgr48le" if deep else "bgr24",
        src_colorspace=matrix_of(frame), src_color_range=range_of(frame), dst_color_range=ColorRange.JPEG,
        interpolation="AREA",
    )  # fmt: skip
    pixels = scaled.to_ndarray()
    bgr = shown(pixels.astype(np.uint16), int(frame.color_trc)) if deep else pixels.astype(np.uint8)
    turn = _TURNS.get(probe.facts.rotation)
    return bgr if turn is None else cv2.rotate(bgr, turn).astype(np.uint8)
