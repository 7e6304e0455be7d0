"""A part of the frame, standing still or moving."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction

from core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A part of the frame at one time, as fractions of its width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedBox:
    """Where a moving region is at one exact time, in seconds from the first picture of the clip."""

    time: Fraction
    box: Box


def box_at(track: Sequence[PlacedBox], time: Fraction) -> Box | None:
    """Return where a region is at ``time``: on the straight way between the boxes before and after it.

    ``track`` is in the order of time, with no time twice.  Before the first box and after the last these hold; None
    where there is none.  The arithmetic is exact; each number of the result is rounded once.
    """
    if not track:
        return None
    after = bisect_right(track, time, key=lambda placed: placed.time)
    if after == 0:
        return track[0].box
    before = track[after - 1]
    if after == len(track) or before.time == time:
        return before.box
    share = (time - before.time) / (track[after].time - before.time)
    return _between(before.box, track[after].box, share)


def _between(one: Box, other: Box, share: Fraction) -> Box:
    def part(start: float, end: float) -> float:
        return float(Fraction(start) + (Fraction(end) - Fraction(start)) * share)

    return Box(
        left=part(one.left, other.left),
        top=part(one.top, other.top),
        width=part(one.width, other.width),
        height=part(one.height, other.height),
    )
