"""The player's decoder: any picture of a clip by its number, and any stretch of its sound; runs in a worker child.

It remembers one clip between questions, and where its decoders stand, so that the next picture costs one decode.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.error import FFmpegError
from av.video.frame import VideoFrame

from core.errors import FileProblem
from core.media.opening import Source, decoded, inspect_source, opened_clip
from core.media.probe import ClipProbe, probe_clip
from core.media.timeline import Ticks, read_timeline

SOUND_RATE = 48_000
"""Sound is given as stereo pairs of signed 16-bit samples, so many a second."""

DECODES_AN_ANSWER = 48
"""After so many pictures a question is answered with what there is, so that another may be asked instead."""

BYTES_A_PIXEL = 4

_THREADS = 2
_SEEKS = 4
"""How often a seek that lands too late is tried from an earlier key picture."""

Task = Mapping[str, Any]
Answer = tuple[dict[str, Any], list[bytes]]


class Pictures:
    """The pictures of one clip by number, decoded forward from the key picture before."""

    def __init__(self, source: Source, probe: ClipProbe, progress: Callable[[], None]) -> None:
        self._source = source
        self._probe = probe
        self.ticks, self._keys = _numbered(source, probe, progress)
        self._open = ExitStack()
        self._start()

    def _start(self) -> None:
        self._container = self._open.enter_context(opened_clip(self._source))
        self._stream = self._container.streams.video[self._probe.stream]
        self._stream.thread_type = "AUTO"
        self._stream.thread_count = _THREADS
        self._frames: Iterator[VideoFrame] = decoded(self._container.demux(self._stream))
        self._next = 0
        self._aimed = 0
        """The key picture that was sought last; containers may land before it, and then that is the shortest way."""

    def close(self) -> None:
        self._open.close()

    def number_of(self, frame: VideoFrame) -> int:
        """Return the number of the picture that is on screen when ``frame`` is."""
        if frame.pts is None:
            return self._next
        return int(np.searchsorted(self.ticks, frame.pts - self._probe.first, "right")) - 1

    def between(self, first: int, end: int) -> Iterator[tuple[int, VideoFrame | None]]:
        """Yield pictures ``first`` to below ``end`` with their numbers, and None for each one decoded on the way."""
        self._go_to(first)
        while self._next < end:
            frame = next(self._frames, None)
            if frame is None:
                return
            number = self.number_of(frame)
            self._next = max(self._next, number + 1)
            yield number, frame if first <= number < end else None

    def _go_to(self, number: int) -> None:
        """Bring the decoder to ``number`` or before it, by the shortest way."""
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
        self._frames = decoded(self._container.demux(self._stream))
        return True


def _again(frame: VideoFrame, frames: Iterator[VideoFrame]) -> Iterator[VideoFrame]:
    yield frame
    yield from frames


def _numbered(source: Source, probe: ClipProbe, progress: Callable[[], None]) -> tuple[Ticks, Ticks]:
    """Return when each picture is shown, and each that decodes by itself, in ticks from the first picture."""
    timeline = read_timeline(source, probe.stream, progress, exact=True)
    if timeline is None or not len(timeline.shown):
        return _evenly(probe)
    # A table says when pictures are decoded; what it tells is right but for the delay before the first.
    first = probe.first if timeline.exact else int(timeline.shown[0])
    shown = np.unique(timeline.shown - first)
    return shown[shown >= 0], timeline.keys - first


def _evenly(probe: ClipProbe) -> tuple[Ticks, Ticks]:
    """Return numbers for a file too large to be read for them: as its rate says, key pictures anywhere."""
    rate = probe.facts.frame_rate or Fraction(25)
    count = max(1, int((probe.facts.duration or Fraction(0)) * rate))
    step = 1 / (rate * probe.time_base)
    ticks = np.array([round(number * step) for number in range(count)], np.int64)
    return ticks, ticks


class Sound:
    """The sound of one clip as it is played: stereo, ``SOUND_RATE`` pairs a second from its first picture on."""

    def __init__(self, source: Source, probe: ClipProbe) -> None:
        self._zero = probe.first * probe.time_base
        self._open = ExitStack()
        self._container = self._open.enter_context(opened_clip(source))
        self._stream = next(audio for audio in self._container.streams.audio if audio.codec_context is not None)
        self._seek(Fraction(0))

    def close(self) -> None:
        self._open.close()

    def _seek(self, time: Fraction) -> None:
        base = self._stream.time_base or Fraction(1, SOUND_RATE)
        try:
            self._container.seek(max(0, int((time + self._zero) / base)), stream=self._stream)
        except FFmpegError:
            self._container.seek(0)
        self._resampler = AudioResampler("s16", "stereo", SOUND_RATE)
        self._frames = _sounding(self._container.demux(self._stream))
        self._waiting = bytearray()
        self._at: int | None = None
        """The number of the first pair that waits; None until one was decoded."""

    def stretch(self, start: Fraction, pairs: int) -> tuple[bytes, bool]:
        """Return so many pairs from ``start`` on, silence where there is none, and whether the sound goes on."""
        first = round(start * SOUND_RATE)
        if self._at is not None and not 0 <= first - self._at <= SOUND_RATE:
            self._seek(start)
        while self._at is None or self._at + len(self._waiting) // 4 < first + pairs:
            frame = next(self._frames, None)
            if frame is None:
                break
            self._take(frame)
        return self._cut(first, pairs)

    def _take(self, frame: AudioFrame) -> None:
        if self._at is None:
            time = self._zero
            if frame.pts is not None and frame.time_base is not None:
                time = frame.pts * frame.time_base
            self._at = round((time - self._zero) * SOUND_RATE)
        for part in self._resampler.resample(frame):
            self._waiting += part.to_ndarray().tobytes()

    def _cut(self, first: int, pairs: int) -> tuple[bytes, bool]:
        at = first if self._at is None else self._at
        silence = b"\0" * (4 * min(pairs, max(0, at - first)))
        begin = 4 * max(0, first - at)
        found = bytes(self._waiting[begin : begin + 4 * pairs - len(silence)])
        del self._waiting[: begin + len(found)]
        self._at = at + (begin + len(found)) // 4
        whole = silence + found
        return whole + b"\0" * (4 * pairs - len(whole)), len(whole) == 4 * pairs


def _sounding(packets: Iterator[Any]) -> Iterator[AudioFrame]:
    """Yield what decodes, stepping over packets that do not."""
    while True:
        try:
            packet = next(packets)
        except (StopIteration, FFmpegError):
            return
        try:
            yield from packet.decode()
        except FFmpegError:
            continue


class Projector:
    """Answers the player: ``open`` a clip, ``pictures`` of it into shared memory, ``sound`` of it."""

    def __init__(self) -> None:
        self._probe: ClipProbe | None = None
        self._pictures: Pictures | None = None
        self._sound: Sound | None = None

    def __call__(self, task: Task, progress: Callable[[], None]) -> Answer:
        """Carry out ``task["do"]``; raises FileProblem where the file does not give it."""
        match task["do"]:
            case "open":
                return self._open(task["path"], progress)
            case "pictures":
                return self._show(task, progress)
            case "sound":
                return self._play(task)
        raise ValueError(f"the player does not know how to {task['do']}")

    def _open(self, path: str, progress: Callable[[], None]) -> Answer:
        self._close()
        source = inspect_source(path)
        if source.family.is_still:
            raise FileProblem(f"{source.name} is a still; there is nothing to play.")
        self._probe = probe_clip(source)
        self._pictures = Pictures(source, self._probe, progress)
        self._sound = Sound(source, self._probe) if self._probe.facts.audio_codec else None
        base, facts = self._probe.time_base, self._probe.facts
        value = {
            "time_base": [base.numerator, base.denominator],
            "width": facts.width,
            "height": facts.height,
            "aspect": [self._probe.aspect.numerator, self._probe.aspect.denominator],
            "rotation": facts.rotation,
            "sound": self._sound is not None,
        }
        return value, [array("q", self._pictures.ticks.tolist()).tobytes()]

    def _show(self, task: Task, progress: Callable[[], None]) -> Answer:
        """Write pictures ``first``, ``first`` + 1 ... into ``slots``, ``size`` being width and height as shown.

        Answers the places in ``slots`` that were filled; ``more`` where it stopped early and may be asked again.
        """
        pictures, probe = self._clip()
        first, slots, (width, height) = task["first"], task["slots"], task["size"]
        end = min(first + len(slots), len(pictures.ticks))
        done: list[int] = []
        for number, (shown, frame) in enumerate(pictures.between(first, end) if first < end else (), 1):
            progress()
            if frame is not None:
                _draw(frame, probe.facts.rotation, task["memory"], slots[shown - first], width, height)
                done.append(shown - first)
            if number == DECODES_AN_ANSWER and shown + 1 < end:
                return {"done": done, "more": True}, []
        return {"done": done, "more": False}, []

    def _play(self, task: Task) -> Answer:
        self._clip()
        if self._sound is None:
            return {"goes_on": False}, [b""]
        data, goes_on = self._sound.stretch(Fraction(*task["start"]), task["pairs"])
        return {"goes_on": goes_on}, [data]

    def _clip(self) -> tuple[Pictures, ClipProbe]:
        if self._pictures is None or self._probe is None:
            raise FileProblem("The clip has to be opened again.")
        return self._pictures, self._probe

    def _close(self) -> None:
        for part in (self._pictures, self._sound):
            if part is not None:
                part.close()
        self._pictures = self._sound = self._probe = None


def _draw(frame: VideoFrame, rotation: int, memory: memoryview, slot: int, width: int, height: int) -> None:
    """Write ``frame`` as it is shown into its slot of ``memory``."""
    across, down = (height, width) if rotation % 180 else (width, height)
    converted = frame.reformat(across, down, format="bgra", interpolation="FAST_BILINEAR")
    plane = converted.planes[0]
    rows: npt.NDArray[np.uint8] = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    picture = rows[:down, : across * BYTES_A_PIXEL].reshape(down, across, BYTES_A_PIXEL)
    size = width * height * BYTES_A_PIXEL
    target = np.frombuffer(memory[slot * size : (slot + 1) * size], np.uint8).reshape(height, width, BYTES_A_PIXEL)
    np.copyto(target, np.rot90(picture, -rotation // 90))


play = Projector()
"""The job of a player's child."""
