"""A clip's pictures in the order of showing, each with its exact time, and no more of them than are asked for.

Decoding stops short of what thumbnails do not show: no colour is converted, the loop filter runs over key frames only,
and pictures that no other depends on are left out, but beside packets that stand out.  PyAV decodes: it gives exact
times where OpenCV counts, jumps to the key frame that is meant, and its first picture never costs two seconds as
OpenCV's does where gamut or depth are unusual.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from functools import partial
from statistics import median
from typing import ClassVar, Literal

import numpy as np
from av.codec.context import CodecContext
from av.container import InputContainer
from av.error import FFmpegError
from av.packet import Packet
from av.stream import Discard
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from core.media.measure import Luma, Measures
from core.media.opening import Source, opened_clip
from core.media.probe import ClipProbe
from core.model.sniff import MediaFamily

STANDS_OUT = 1.3
"""A packet that is so much larger than those before it may begin another shot."""
_STANDS_OUT_BYTES = 200
_REMEMBERED = 8
_EARLIER_S = (Fraction(0), Fraction(2), Fraction(16))
"""How much earlier to begin where a container only guesses its key frames."""

Picture = tuple[int, VideoFrame]
"""Ticks since the first picture, and the picture as it was decoded."""

Skip = Literal["DEFAULT", "NONREF", "NONKEY"]

Watch = Callable[[int, VideoFrame], None]
Enough = Callable[[Measures], bool]


class Reel:
    """A clip opened for looking at; ``decoded`` counts the pictures that came out of it."""

    def __init__(
        self,
        container: InputContainer,
        source: Source,
        probe: ClipProbe,
        progress: Callable[[], None],
        is_fresh: bool = True,
    ) -> None:
        self._container = container
        self._stream: VideoStream = container.streams.video[probe.stream]
        if not self._stream.codec_context.is_open:
            self._stream.thread_count = 1
            self._stream.codec_context.options = {"skip_loop_filter": "nokey"}
        self._probe = probe
        self._progress = progress
        self._is_fresh = is_fresh
        # Seeking in Ogg files with a cover picture aborts the process inside FFmpeg.
        self.may_seek = source.family is not MediaFamily.OGG
        self.decoded = 0
        self.refused: set[int] = set()
        """Where packets stand in the file that did not decode, wherever that was tried."""
        self.watch: Watch | None = None
        """Is shown every picture that is measured."""

    def measure(self, pictures: Iterator[Picture], enough: Enough | None = None) -> Measures:
        """Return the measures of ``pictures``, until it is ``enough``; damaged stretches are stepped over."""
        measures = Measures()
        for tick, frame in pictures:
            # A clip is a line of time: what comes late or twice after damage is left out.
            if not measures.ticks or tick > measures.ticks[-1]:
                measures.add(tick, *luma_of(frame))
                if self.watch is not None:
                    self.watch(tick, frame)
                if enough is not None and enough(measures):
                    break
        return measures

    def keys(self, every: int = 1) -> Iterator[Picture]:
        """Yield key frames only: all of them, or the first of ``every`` few."""
        if not self._rewind():
            return
        self._stream.discard = Discard.nonkey
        try:
            yield from self._pictures(_KeysOnly(self._stream.codec_context, every))
        finally:
            self._stream.discard = Discard.default

    def whole(self, *, sparse: bool) -> Iterator[Picture]:
        """Yield all pictures, or, where ``sparse``, those that others depend on and those beside what stands out."""
        if self._rewind():
            yield from self._pictures(self._gate(sparse))

    def stretch(self, first: int, last: int) -> Iterator[Picture]:
        """Yield the pictures from ``first`` to ``last``, in ticks, that others depend on or that may begin a shot."""
        yield from self._stretch(first, last, lambda: self._gate(True))

    def windows(self, windows: Sequence[tuple[int, int]]) -> Iterator[Picture]:
        """Yield all pictures in some windows (first, last), in ticks, which one run of decoding passes."""
        codec, begin = self._stream.codec_context, self._probe.first
        gate = partial(_Windows, codec, [(begin + first, begin + last) for first, last in windows])
        for picture in self._stretch(windows[0][0], windows[-1][1], gate):
            if any(first <= picture[0] <= last for first, last in windows):
                yield picture

    def _stretch(self, first: int, last: int, gate: Callable[[], _Gate]) -> Iterator[Picture]:
        for earlier in _EARLIER_S:
            start = max(0, first - int(earlier / self._probe.time_base))
            if not self._seek(start):
                continue
            begun = False
            for picture in self._pictures(gate()):
                if not begun and picture[0] > first and start > 0:
                    break  # landed too late: try again from further back
                begun = True
                if picture[0] > last:
                    return
                if picture[0] >= first:
                    yield picture
            if begun:
                return

    def samples(self, count: int) -> Iterator[Picture]:
        """Yield the key frames at or before ``count`` evenly spaced times."""
        length = int((self._probe.facts.duration or Fraction(0)) / self._probe.time_base)
        last: int | None = None
        for number in range(count):
            if self._seek(length * number // count):
                picture = next(self._pictures(self._gate(False)), None)
                if picture is not None and picture[0] != last:
                    last = picture[0]
                    yield picture

    def _rewind(self) -> bool:
        return self._is_fresh or self._seek(0)

    def _seek(self, tick: int) -> bool:
        if not self.may_seek and not self._is_fresh:
            return False
        if self._is_fresh and tick == 0:
            return True
        try:
            self._container.seek(self._probe.first + tick, stream=self._stream)
        except FFmpegError:
            return False
        return True

    def _gate(self, sparse: bool) -> _Gate:
        return _Sparse(self._stream.codec_context) if sparse else _Gate(self._stream.codec_context)

    def _pictures(self, gate: _Gate) -> Iterator[Picture]:
        self._is_fresh = False
        step = max(1, round(1 / ((self._probe.facts.frame_rate or Fraction(25)) * self._probe.time_base)))
        tick = -step
        for frame in _decoded(self._container.demux(self._stream), gate, self.refused):
            self.decoded += 1
            self._progress()
            tick = tick + step if frame.pts is None else frame.pts - self._probe.first
            yield tick, frame


@contextmanager
def opened_reel(source: Source, probe: ClipProbe, progress: Callable[[], None]) -> Iterator[Reel]:
    """Open a clip for looking at; raises FileProblem where it cannot be opened."""
    with opened_clip(source) as container:
        yield Reel(container, source, probe, progress)


class _Gate:
    """Lets every packet pass."""

    skip: ClassVar[Skip] = "DEFAULT"

    def __init__(self, codec: CodecContext) -> None:
        self._codec = codec
        codec.skip_frame = self.skip

    def lets(self, packet: Packet[VideoStream]) -> bool:
        """Whether ``packet`` is to be decoded."""
        return packet is not None


class _KeysOnly(_Gate):
    """Lets key frames pass, or the first of every few."""

    skip: ClassVar[Skip] = "NONKEY"

    def __init__(self, codec: CodecContext, every: int) -> None:
        super().__init__(codec)
        self._every = every
        self._seen = -1

    def lets(self, packet: Packet[VideoStream]) -> bool:
        if packet.size == 0:
            return True
        self._seen += packet.is_keyframe
        return packet.is_keyframe and self._seen % self._every == 0


class _Sparse(_Gate):
    """Has pictures that no other depends on left out, but those shown just before a packet that stands out.

    Such a packet (a key frame, or one much larger than those before) may begin another shot; what is shown before it
    comes after it in the order of decoding.
    """

    def __init__(self, codec: CodecContext) -> None:
        super().__init__(codec)
        self._latest: int | None = None
        self._sizes: list[int] = []

    def lets(self, packet: Packet[VideoStream]) -> bool:
        if packet.pts is not None and packet.size and (self._latest is None or packet.pts > self._latest):
            self._latest = packet.pts
            usual = median(self._sizes) if self._sizes else 0
            stands_out = packet.is_keyframe or packet.size > STANDS_OUT * usual + _STANDS_OUT_BYTES
            self._codec.skip_frame = "DEFAULT" if stands_out else "NONREF"
            if not packet.is_keyframe:
                self._sizes = [*self._sizes[1 - _REMEMBERED :], packet.size]
        return True


class _Windows(_Gate):
    """Has pictures that no other depends on left out, but in some windows (first, last), in ticks of the stream."""

    def __init__(self, codec: CodecContext, windows: Sequence[tuple[int, int]]) -> None:
        super().__init__(codec)
        self._windows = windows

    def lets(self, packet: Packet[VideoStream]) -> bool:
        shown = packet.pts
        inside = shown is None or any(first <= shown <= last for first, last in self._windows)
        self._codec.skip_frame = "DEFAULT" if inside else "NONREF"
        return True


def _decoded(packets: Iterator[Packet[VideoStream]], gate: _Gate, refused: set[int]) -> Iterator[VideoFrame]:
    """Yield what decodes, noting in ``refused`` the places of packets that do not, and ending where the file does."""
    while True:
        try:
            packet = next(packets)
        except (StopIteration, FFmpegError):
            return
        if gate.lets(packet):
            try:
                yield from packet.decode()
            except FFmpegError:
                refused.add(packet.pos or 0)


def luma_of(frame: VideoFrame) -> tuple[Luma, int]:
    """Return the luma plane of ``frame`` without copying it, converting only what has none, and what would be white."""
    form = frame.format
    bits = form.components[0].bits
    planar_luma = not form.is_rgb and not form.has_palette and len(frame.planes) > 1 and not form.name.startswith("p0")
    if not planar_luma or form.is_big_endian:
        scale = min(1.0, 512 / max(frame.width, frame.height))
        size = max(16, round(frame.width * scale)), max(16, round(frame.height * scale))
        return frame.reformat(*size, format="gray", interpolation="AREA").to_ndarray().astype(np.uint8), 255
    plane = frame.planes[0]
    data = memoryview(plane)
    samples: Luma = np.frombuffer(data, np.uint8) if bits == 8 else np.frombuffer(data, np.uint16)
    rows: Luma = samples.reshape(-1, plane.line_size // samples.itemsize)
    return rows[: frame.height, : frame.width], (1 << bits) - 1
