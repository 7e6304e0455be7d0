"""The packets of a clip, read without decoding: how many pictures, when each is shown, where decoding can begin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from fractions import Fraction

import numpy as np
import numpy.typing as npt
from av.container import InputContainer
from av.error import FFmpegError
from av.video.stream import VideoStream

from core.media.opening import Source, opened_clip
from core.model.sniff import MediaFamily
from core.values import dataclass

READ_BYTES = 1 << 29
"""Up to this size all packets of a file are read; of a larger one only the table that some containers carry."""

_STEADY = 0.1
"""How far, as a share of the median, a picture may come early or late before the rate counts as variable."""

Ticks = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Timeline:
    """When pictures are shown, in ticks of ``time_base``.

    ``shown`` and ``keys`` are sorted; where they come from a table they are times of decoding and only near those of
    showing (``exact`` is False).  ``sizes`` are the bytes of the packets shown at ``times``, both in the order of
    decoding.  ``whole`` is False where packets that the file lists are not in it.
    """

    time_base: Fraction
    shown: Ticks
    keys: Ticks
    end: int
    """Where the last picture ends."""
    last: Fraction
    """Where the last packet of any stream ends, in seconds."""
    exact: bool
    whole: bool = True
    times: Ticks = field(default_factory=lambda: np.zeros(0, np.int64))
    sizes: Ticks = field(default_factory=lambda: np.zeros(0, np.int64))

    @property
    def rate(self) -> Fraction | None:
        """How many pictures a second are shown on average; None where their times do not tell."""
        length = int(self.shown[-1] - self.shown[0]) if len(self.shown) else 0
        return Fraction(len(self.shown) - 1) / (length * self.time_base) if length else None

    @property
    def steady(self) -> bool:
        """Whether pictures follow each other evenly."""
        gaps = np.diff(self.shown)
        if len(gaps) < 3:
            return True
        middle = max(float(np.median(gaps)), 1.0)
        # A tick of slack: a container that counts milliseconds cannot put 24 pictures a second evenly.
        uneven = np.abs(gaps - middle) > max(_STEADY * middle, 1.0)
        return int(np.count_nonzero(uneven)) <= max(2, len(gaps) // 50)

    @property
    def keys_come_evenly(self) -> bool:
        """Whether key frames stand where a count ran out, and not where an encoder saw the scene change."""
        gaps = np.diff(self.keys)
        return len(gaps) >= 2 and int(np.ptp(gaps)) <= _STEADY * float(np.median(gaps))

    def number(self, tick: int) -> int | None:
        """Return which picture is shown ``tick`` after the first one, None where none is shown near it.

        Where the times are those of decoding, the pictures are numbered as if they were shown at the same pace.
        """
        if len(self.shown) == 0:
            return None
        at = tick + int(self.shown[0])
        number = int(np.searchsorted(self.shown, at))
        near = [place for place in (number - 1, number) if 0 <= place < len(self.shown)]
        nearest = min(near, key=lambda place: abs(int(self.shown[place]) - at))
        return nearest if not self.exact or self.shown[nearest] == at else None

    @property
    def longest_blind(self) -> int:
        """The longest stretch, in ticks, without a picture that decodes by itself."""
        if len(self.keys) == 0:
            return self.end
        return int(np.diff(np.r_[self.keys, max(self.end, int(self.keys[-1]))]).max())


def read_timeline(
    source: Source, index: int, progress: Callable[[], None], *, exact: bool = False, every_packet: bool = False
) -> Timeline | None:
    """Return the timeline of the stream at ``index``, or None where the file is too large to be read just for that.

    With ``exact`` the packets are read, up to the same size, even where a table says when they are decoded; with
    ``every_packet`` however large the file.  Raises FileProblem where it cannot be opened.
    """
    with opened_clip(source) as container:
        stream = container.streams.video[index]
        readable = every_packet or source.size <= READ_BYTES
        table = None if (exact or every_packet) and readable else timeline_of_table(source, stream)
        if table is not None:
            return table
        return _from_packets(container, stream, progress) if readable else None


def timeline_of_table(source: Source, stream: VideoStream) -> Timeline | None:
    """Return the timeline that a clip just opened carries in a table, None where it carries none."""
    if source.family is not MediaFamily.MOV or len(stream.index_entries) <= 1:
        return None
    entries = [
        (entry.timestamp, entry.is_keyframe, entry.size, entry.pos + entry.size)
        for entry in stream.index_entries
        if not entry.is_discard
    ]
    there = [(time, key, size) for time, key, size, end in entries if end <= source.size]
    shown = _sorted([time for time, _, _ in there])
    keys = _sorted([time for time, key, _ in there if key])
    step = int(np.median(np.diff(shown))) if len(shown) > 1 else 0
    end = int(shown[-1]) + step if len(shown) else 0
    last = end * _base(stream)
    times = np.array([time for time, _, _ in there], np.int64)
    sizes = np.array([size for _, _, size in there], np.int64)
    whole = len(there) == len(entries)
    return Timeline(_base(stream), shown, keys, end, last, exact=False, whole=whole, times=times, sizes=sizes)


def _from_packets(container: InputContainer, stream: VideoStream, progress: Callable[[], None]) -> Timeline:
    shown: list[int] = []
    keys: list[int] = []
    sizes: list[int] = []
    end, last = 0, Fraction(0)
    whole = True
    try:
        for number, packet in enumerate(container.demux()):
            if number % 256 == 0:
                progress()
            time = packet.pts if packet.pts is not None else packet.dts
            if time is None or packet.is_discard:
                continue
            last = max(last, (time + (packet.duration or 0)) * packet.time_base)
            if packet.stream is stream:
                shown.append(time)
                sizes.append(packet.size)
                end = max(end, time + (packet.duration or 0))
                if packet.is_keyframe:
                    keys.append(time)
    except FFmpegError:
        whole = False
    return Timeline(
        _base(stream), _sorted(shown), _sorted(keys), end, last, exact=True, whole=whole,
        times=np.array(shown, np.int64), sizes=np.array(sizes, np.int64),
    )  # fmt: skip


def _sorted(times: list[int]) -> Ticks:
    return np.array(sorted(times), np.int64)


def _base(stream: VideoStream) -> Fraction:
    return stream.time_base or Fraction(1, 1000)
