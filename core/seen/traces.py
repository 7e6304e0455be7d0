"""What a clip is known again by."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import numpy.typing as npt

from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.media import MediaKind, Sights
from core.seen.hashes import DIGITS, Hashes, hashes_of, telling
from core.values import dataclass

Seconds = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trace:
    """The telling pictures of one clip: exact times from its first picture, and their hashes.

    ``seconds`` are the times for reckoning with.  ``duration`` is that of the clip, None for a still.
    """

    clip: ClipId
    times: tuple[Fraction, ...]
    seconds: Seconds
    whole: Hashes
    inner: Hashes
    duration: Fraction | None

    def __len__(self) -> int:
        return len(self.times)

    @property
    def step(self) -> float:
        """The usual time between two pictures, in seconds; 0 where there is one."""
        return float(np.median(np.diff(self.seconds))) if len(self) > 1 else 0.0


def trace_of(clip: Clip) -> Trace | None:
    """Return what ``clip`` is known by: its sights, or its keyframes where it was read before there were any.

    None where there is nothing, or nothing that makes sense.
    """
    try:
        times, whole, inner = _of_sights(clip.sights) if clip.sights else _of_keyframes(clip)
    except ValueError:
        return None
    keep = np.flatnonzero(telling(whole) & telling(inner))
    if len(keep) == 0:
        return None
    kept = tuple(times[place] for place in keep.tolist())
    still = clip.kind is MediaKind.STILL
    duration = None if still else max(clip.facts.duration or Fraction(0), kept[-1])
    return Trace(clip.id, kept, np.array([float(time) for time in kept]), whole[keep], inner[keep], duration)


def _of_sights(sights: Sights) -> tuple[list[Fraction], Hashes, Hashes]:
    whole, inner = hashes_of(sights.whole), hashes_of(sights.inner)
    if not len(whole) == len(inner) == len(sights.ticks):
        raise ValueError("sights of different lengths")
    return [tick * sights.time_base for tick in sights.ticks], whole, inner


def _of_keyframes(clip: Clip) -> tuple[list[Fraction], Hashes, Hashes]:
    frames = [frame for frame in clip.keyframes if len(frame.fingerprint) == DIGITS]
    hashes = hashes_of("".join(frame.fingerprint for frame in frames))
    return [frame.time for frame in frames], hashes, hashes
