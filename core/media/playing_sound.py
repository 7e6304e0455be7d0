"""The sound of one clip, any stretch of it, as stereo pairs a loudspeaker takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from fractions import Fraction

from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.error import FFmpegError

from core.media.opening import Source, decoded, opened_clip
from core.media.probe import ClipProbe

SOUND_RATE = 48_000
"""Sound is given as stereo pairs of signed 16-bit samples, so many a second."""


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
        self._frames: Iterator[AudioFrame] = decoded(self._container.demux(self._stream))
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
