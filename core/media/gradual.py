"""Dissolves, wipes, fades and dips: one shot turning into the next over some pictures.

In a dissolve every picture is a mixture of both ends; in a wipe every part of it is one end or the other; a fade or dip
passes through a flat picture.  What only moves is found again at the other end, and is neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.media.likeness import Numbers, apart, changed_area, moved_alike, tones_apart
from core.media.sequence import Transition, View

STEP_S = 0.08
"""Mixtures are looked for among pictures so far apart."""
HALVES = (2, 3, 4, 5, 7, 9, 12)
"""Half lengths of what is looked for, in steps."""
LEAST_CHANGE = 5.0
LEAST_RELATION = 0.45
"""The least change between the ends, as a share of what both show."""
OVER_SIDES = 1.5
LEAST_AREA = 0.35
MOST_REST = 0.45
"""How much of a picture in a dissolve may be neither end."""
MOST_WIPE_REST = 0.15
MOST_ALIKE = 0.62
QUARTERS = (-0.5, -0.25, 0.0, 0.25, 0.5)

FLAT_SHARE = 0.3
FLAT = 5.0
PLATEAU_S = 1.5
BRIGHT = 150.0
LEAST_RAMP_S = 0.12

Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Pictures of one stretch at even steps of time; ``number`` is which of the view each is."""

    number: Places
    level: Numbers
    small: Numbers
    rich: Numbers
    """How much each picture shows: its mean distance from its mean."""

    def __len__(self) -> int:
        return len(self.number)


@dataclass(frozen=True, slots=True)
class _Mix:
    """A stretch of the grid, ``middle`` +- ``half``, whose pictures are a mixture of its ends; the more so, the worth."""

    worth: float
    middle: int
    half: int
    kind: str


def find_mixes(view: View, bounds: Sequence[int], flashes: Sequence[tuple[int, int]]) -> list[Transition]:
    """Return dissolves and wipes between pictures that are bounded by cuts or fades (numbers where stretches begin)."""
    shown = np.arange(len(view))
    for first, last in flashes:
        shown[first:last] = max(0, first - 1)
    found: list[Transition] = []
    for begin, end in zip(bounds[:-1], bounds[1:], strict=True):
        grid = _grid(view, shown, begin, end)
        taken: list[_Mix] = []
        for mix in sorted(_mixes(view, grid), key=lambda mix: -mix.worth):
            if all(abs(mix.middle - other.middle) > mix.half + other.half for other in taken):
                taken.append(mix)
        found += [_transition(grid, mix) for mix in taken]
    return found


def _grid(view: View, shown: Places, begin: int, end: int) -> _Grid:
    seconds = view.seconds[begin:end]
    even = np.arange(seconds[0], seconds[-1] + 1e-9, STEP_S)
    after = np.clip(np.searchsorted(seconds, even), 0, len(seconds) - 1)
    before = np.maximum(after - 1, 0)
    nearest = np.where(np.abs(seconds[before] - even) < np.abs(seconds[after] - even), before, after)
    number = shown[begin + nearest]
    level = view.level[number]
    return _Grid(number, level, view.small[number], np.abs(level).mean((1, 2)))


def _mixes(view: View, grid: _Grid) -> Iterator[_Mix]:
    for half in HALVES:
        if len(grid) > 2 * half + 2:
            yield from _mixes_of(view, grid, half)


def _mixes_of(view: View, grid: _Grid, half: int) -> Iterator[_Mix]:
    """Yield the stretches of two halves whose middle is a mixture of its ends."""
    middle = np.arange(half, len(grid) - half)
    start, end = middle - half, middle + half
    change = np.maximum(
        apart(grid.level[start], grid.level[end]), apart(grid.small[start], grid.small[end]) / 2
    )
    rich = np.maximum(np.minimum(grid.rich[start], grid.rich[end]), 0.6 * np.maximum(grid.rich[start], grid.rich[end]))
    alive = (change > LEAST_CHANGE) & (change > LEAST_RELATION * (rich + 1))
    alive &= change > OVER_SIDES * _louder_side(change, half)
    kept = np.flatnonzero(alive)
    if len(kept) == 0:
        return
    shape = _Shape.of(grid, middle[kept], half, change[kept])
    area = changed_area(grid.small[start[kept]], grid.small[end[kept]])
    tones = tones_apart(grid.small[start[kept]], grid.small[end[kept]])
    for place in np.flatnonzero(shape.turns() & (area > LEAST_AREA)):
        kind, rest = shape.kind(place)
        if not kind:
            continue
        at = int(middle[kept[place]])
        alike = moved_alike(view.thumbs[grid.number[at - half]], view.thumbs[grid.number[at + half]])
        if alike < MOST_ALIKE:
            strength = float(change[kept[place]]) ** 0.5 * (1 + float(tones[place]))
            yield _Mix(strength * (1 - rest) * (1 - max(alike, 0.0)), at, half, kind)


def _louder_side(change: Numbers, half: int) -> Numbers:
    """Return how much goes on, over the same span, just before and just after, as far as that is seen."""
    span = 2 * half
    left = np.r_[np.zeros(min(span, len(change)), np.float32), change[:-span]]
    right = np.r_[change[span:], np.zeros(min(span, len(change)), np.float32)]
    louder: Numbers = np.maximum(left, right)
    return louder


@dataclass(frozen=True, slots=True)
class _Shape:
    """Of each stretch, at five places within: the share of its end, and how much is no mixture, or neither end."""

    share: Numbers
    rest: Numbers
    neither: Numbers

    @classmethod
    def of(cls, grid: _Grid, middle: Places, half: int, change: Numbers) -> _Shape:
        start, end = grid.level[middle - half], grid.level[middle + half]
        shares, rests, neither = [], [], []
        for quarter in QUARTERS:
            pictures = grid.level[middle + round(quarter * half)]
            share, rest = mixture(pictures, start, end)
            shares.append(share)
            rests.append(rest)
            neither.append(np.minimum(np.abs(pictures - start), np.abs(pictures - end)).mean((1, 2)) / change)
        return cls(np.array(shares), np.array(rests), np.array(neither))

    def turns(self) -> npt.NDArray[np.bool_]:
        """Return where the start turns into the end, step by step and in the middle."""
        rising = np.diff(self.share, axis=0).min(0) > -0.05
        share = self.share
        turning: npt.NDArray[np.bool_] = (
            rising & (share[2] > 0.2) & (share[2] < 0.8) & (share[4] - share[0] > 0.35)
        )
        return turning

    def kind(self, place: int) -> tuple[str, float]:
        """Return what kind of mixture it is, "" for none, and how much of it is none."""
        rest, neither = float(self.rest[1:4, place].max()), float(self.neither[1:4, place].max())
        if neither < MOST_WIPE_REST and 2 * neither < rest:
            return "wipe", 2 * neither
        return ("dissolve", rest) if rest < MOST_REST else ("", 1.0)


def mixture(pictures: Numbers, start: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
    """Return which share of ``end`` fits each picture best as a mixture with ``start``, and what is left over."""
    way = end - start
    length = (way * way).sum((1, 2)) + 1e-6
    share = ((pictures - start) * way).sum((1, 2)) / length
    rest = pictures - start - share[:, None, None] * way
    return share, np.sqrt((rest * rest).sum((1, 2)) / length)


def _transition(grid: _Grid, mix: _Mix) -> Transition:
    """Return the pictures in which both ends are seen."""
    places = np.arange(mix.middle - mix.half, mix.middle + mix.half + 1)
    ends = np.broadcast_to(grid.level[places[:1]], grid.level[places].shape), grid.level[places[-1:]]
    share, _ = mixture(grid.level[places], ends[0], np.broadcast_to(ends[1], ends[0].shape))
    mixed = np.flatnonzero((share > 0.07) & (share < 0.93))
    first, last = (int(mixed[0]), int(mixed[-1])) if len(mixed) else (mix.half, mix.half)
    return Transition(int(grid.number[places[first]]), int(grid.number[places[last]]), mix.kind)


def find_fades(view: View, cuts: Sequence[int]) -> list[Transition]:
    """Return fades and dips, from where the picture begins to go to where it is back."""
    contrast = view.small.std((1, 2))
    flat = flat_pictures(contrast, view.seconds)
    edges = np.flatnonzero(np.diff(np.r_[False, flat, False].astype(np.int8)))
    found: list[Transition] = []
    for begin, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if begin < 2 or end > len(view) - 2 or any(abs(cut - begin) <= 1 or abs(cut - end) <= 1 for cut in cuts):
            continue
        first, last = _ramp(view, contrast, begin, -1), _ramp(view, contrast, end - 1, 1)
        ramps = view.seconds[begin] - view.seconds[first] + view.seconds[last] - view.seconds[end - 1]
        before, after = max(0, first - 1), min(len(view) - 1, last + 1)
        if ramps >= LEAST_RAMP_S and moved_alike(view.thumbs[before], view.thumbs[after]) < MOST_ALIKE + 0.2:
            bright = float(view.small[begin:end].mean()) > BRIGHT
            found.append(Transition(first, last, "dip" if bright else "fade"))
    return found


def flat_pictures(contrast: Numbers, seconds: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Return which pictures show next to nothing: black, white, or faded that far against what is around them."""
    before, after = _nearby_most(contrast, seconds)
    flags: npt.NDArray[np.bool_] = (contrast < FLAT) | (contrast < FLAT_SHARE * np.minimum(before, after))
    return flags


def _nearby_most(contrast: Numbers, seconds: npt.NDArray[np.float64]) -> tuple[Numbers, Numbers]:
    """Return the most contrast within a second and a half before, and after, each picture."""
    before, after = contrast.copy(), contrast.copy()
    starts = np.searchsorted(seconds, seconds - PLATEAU_S)
    ends = np.searchsorted(seconds, seconds + PLATEAU_S, "right")
    for at in range(len(contrast)):
        before[at] = contrast[starts[at] : at + 1].max()
        after[at] = contrast[at : ends[at]].max()
    return before, after


def _ramp(view: View, contrast: Numbers, at: int, step: int) -> int:
    """Return the number of the last picture, going by ``step``, up to which contrast still grows."""
    here = at
    while 0 <= here + step < len(contrast) and abs(view.seconds[here] - view.seconds[at]) < PLATEAU_S:
        if contrast[here + step] <= contrast[here] * 1.01 + 0.1:
            break
        here += step
    return here
