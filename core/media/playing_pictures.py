"""Any picture of one clip by its number, by the shortest way there.

On the way from a key picture to the one that is wanted only what it rests on is decoded, on all cores.  Pictures that
no other is built on are left out: the decoder knows them by their headers, so what is shown is the same to the bit.
The loop filter stays on, for what is built on a picture without it drifts away from what was shot.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from fractions import Fraction

import numpy as np
from av.error import FFmpegError
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from core.media.opening import Source, opened_clip
from core.media.probe import ClipProbe
from core.media.timeline import Ticks, read_timeline

LEAD = 8
"""So many pictures before a wanted one are decoded with it and remembered: steps back from there cost nothing."""

_MOST_THREADS = 8
_REMEMBERED_BYTES = 96 << 20
_REMEMBERED = 24
_SEEKS = 4
"""How often a seek that lands too late is tried from an earlier key picture."""

_BYTES_A_PIXEL = 2
"""Of a decoded picture, at most: ten bits, colour at half its size."""


class Pictures:
    """The pictures of one clip by number, decoded forward from the key picture before."""

    def __init__(self, source: Source, probe: ClipProbe, progress: Callable[[], None]) -> None:
        self._source = source
        self._probe = probe
        self.ticks, self._keys, self._exact = _numbered(source, probe, progress)
        self._remembered = _Remembered()
        self._open = ExitStack()
        self._start()

    def _start(self) -> None:
        self._container = self._open.enter_context(opened_clip(self._source))
        self._stream = self._container.streams.video[self._probe.stream]
        self._stream.thread_type = "AUTO"
        self._stream.thread_count = max(2, min(_MOST_THREADS, os.cpu_count() or 1))
        self._frames = self._decoded()
        self._next = 0
        self._aimed = 0
        """The key picture that was sought last; containers may land before it, and then that is the shortest way."""
        self._needed = 0
        """From this tick on every picture is wanted; before it those will do that others are built on."""

    def close(self) -> None:
        self._open.close()
        self._remembered.clear()

    def number_of(self, frame: VideoFrame) -> int:
        """Return the number of the picture that is on screen when ``frame`` is."""
        if frame.pts is None:
            return self._next
        return int(np.searchsorted(self.ticks, frame.pts - self._probe.first, "right")) - 1

    def between(self, first: int, end: int) -> Iterator[tuple[int, VideoFrame]]:
        """Yield, with their numbers, pictures ``first`` to below ``end``, and before them those decoded on the way."""
        while first < end and (known := self._remembered.get(first)) is not None:
            yield first, known
            first += 1
        if first >= end:
            return
        self._go_to(first)
        while self._next < end:
            frame = next(self._frames, None)
            if frame is None:
                return
            number = self.number_of(frame)
            self._next = max(self._next, number + 1)
            self._remembered.put(number, frame)
            yield number, frame

    def _go_to(self, number: int) -> None:
        """Bring the decoder to ``number`` or before it, by the shortest way."""
        self._needed = int(self.ticks[max(0, number - LEAD)]) if self._exact else 0
        place = int(np.searchsorted(self._keys, self.ticks[number], "right")) - 1
        key = int(np.searchsorted(self.ticks, self._keys[place])) if place >= 0 else 0
        if self._next <= number and key <= max(self._next, self._aimed):
            return
        self._aimed = key
        for back in range(_SEEKS):
            if place - back < 0 or not self._seek(int(self._keys[place - back])):
                break
            frame = next(self._frames, None)
            if frame is not None and self.number_of(frame) <= number:
                self._next = max(self.number_of(frame), 0)
                self._frames = _again(frame, self._frames)
                return
        self._open.close()
        self._open = ExitStack()
        self._start()
        self._aimed = key

    def _seek(self, tick: int) -> bool:
        try:
            self._container.seek(tick + self._probe.first, stream=self._stream)
        except FFmpegError:
            return False
        self._frames = self._decoded()
        return True

    def _decoded(self) -> Iterator[VideoFrame]:
        """Yield what decodes of what is needed, stepping over packets that do not, and ending where the file does."""
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets)
            except (StopIteration, FFmpegError):
                return
            self._stream.codec_context.skip_frame = "DEFAULT" if self._is_needed(packet) else "NONREF"
            try:
                yield from packet.decode()
            except FFmpegError:
                continue

    def _is_needed(self, packet: Packet[VideoStream]) -> bool:
        """Whether the picture in ``packet`` is wanted for itself; the last, empty ones bring out what is held back."""
        return packet.pts is None or packet.size == 0 or packet.pts - self._probe.first >= self._needed


class _Remembered:
    """The pictures that were decoded last, as the decoder gave them; as many as a bounded memory holds."""

    def __init__(self) -> None:
        self._frames: OrderedDict[int, VideoFrame] = OrderedDict()

    def get(self, number: int) -> VideoFrame | None:
        return self._frames.get(number)

    def put(self, number: int, frame: VideoFrame) -> None:
        """Remember ``frame``; what was remembered longest ago is let go of."""
        most = _REMEMBERED_BYTES // max(1, frame.width * frame.height * _BYTES_A_PIXEL)
        self._frames[number] = frame
        self._frames.move_to_end(number)
        while len(self._frames) > max(1, min(_REMEMBERED, most)):
            self._frames.popitem(last=False)

    def clear(self) -> None:
        self._frames.clear()


def _again(frame: VideoFrame, frames: Iterator[VideoFrame]) -> Iterator[VideoFrame]:
    yield frame
    yield from frames


def _numbered(source: Source, probe: ClipProbe, progress: Callable[[], None]) -> tuple[Ticks, Ticks, bool]:
    """Return when each picture is shown, and each that decodes by itself, in ticks from the first picture.

    And whether these are times of showing to the tick.
    """
    timeline = read_timeline(source, probe.stream, progress, exact=True)
    if timeline is None or not len(timeline.shown):
        return *_evenly(probe), False
    # A table says when pictures are decoded; what it tells is right but for the delay before the first.
    first = probe.first if timeline.exact else int(timeline.shown[0])
    shown = np.unique(timeline.shown - first)
    return shown[shown >= 0], timeline.keys - first, timeline.exact


def _evenly(probe: ClipProbe) -> tuple[Ticks, Ticks]:
    """Return numbers for a file too large to be read for them: as its rate says, key pictures anywhere."""
    rate = probe.facts.frame_rate or Fraction(25)
    count = max(1, int((probe.facts.duration or Fraction(0)) * rate))
    step = 1 / (rate * probe.time_base)
    ticks = np.array([round(number * step) for number in range(count)], np.int64)
    return ticks, ticks
