"""Dissolves, wipes, fades and dips: one shot turning into the next over some pictures.

In a dissolve every picture is a mixture of both ends; in a wipe every part of it is one end or the other; a fade or dip
passes through a flat picture.  What only moves is found again at the other end, and is neither.
"""

from __future__ import annotations

import itertools
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
LEAST_RELATION = 0.4
"""The least change between the ends, as a share of what both show."""
OVER_SIDES = 0.85
LEAST_AREA = 0.2
MOST_REST = 0.5
MOST_ALIKE = 0.93
FADE_ALIKE = 0.82
BAR = 0.5
OF_SIDES = 2.5
"""What moves as much before and after may be a pan: how much that speaks against a mixture."""
GROWS = 0.15, 0.85
QUARTERS = (-0.5, -0.25, 0.0, 0.25, 0.5)

FLAT_SHARE = 0.3
FLAT = 5.0
PLATEAU_S = 1.5
BRIGHT = 150.0
LEAST_RAMP_S = 0.12
LONG_RAMPS_S = 0.35
"""Who fades so slowly through nothing means it, even where the same place comes back."""

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
    """A stretch of the grid, ``middle`` +- ``half``, whose pictures are a mixture of its ends."""

    worth: float
    middle: int
    half: int
    kind: str


def find_mixes(view: View, bounds: Sequence[int]) -> list[Transition]:
    """Return dissolves and wipes between pictures that are bounded by cuts or fades (numbers where stretches begin)."""
    found: list[Transition] = []
    for begin, end in itertools.pairwise(bounds):
        grid = _grid(view, begin, end)
        taken: list[_Mix] = []
        for mix in sorted(_mixes(view, grid), key=lambda mix: -mix.worth):
            if all(abs(mix.middle - other.middle) > mix.half + other.half for other in taken):
                taken.append(mix)
        found += [_transition(view, grid, mix) for mix in taken]
    return found


def _grid(view: View, begin: int, end: int) -> _Grid:
    seconds = view.seconds[begin:end]
    even = np.arange(seconds[0], seconds[-1] + 1e-9, STEP_S)
    after = np.clip(np.searchsorted(seconds, even), 0, len(seconds) - 1)
    before = np.maximum(after - 1, 0)
    nearest = np.where(np.abs(seconds[before] - even) < np.abs(seconds[after] - even), before, after)
    number = begin + nearest
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
    change = np.maximum(apart(grid.level[start], grid.level[end]), apart(grid.small[start], grid.small[end]) / 2)
    rich = np.maximum(np.minimum(grid.rich[start], grid.rich[end]), 0.6 * np.maximum(grid.rich[start], grid.rich[end]))
    alive = (change > LEAST_CHANGE) & (change > LEAST_RELATION * (rich + 1))
    sides = _louder_side(change, half)
    alive &= change > OVER_SIDES * sides
    kept = np.flatnonzero(alive)
    if len(kept) == 0:
        return
    shape = _Shape.of(grid, middle[kept], half)
    area = changed_area(grid.small[start[kept]], grid.small[end[kept]])
    tones = tones_apart(grid.small[start[kept]], grid.small[end[kept]])
    for place in np.flatnonzero(shape.turns() & (area > LEAST_AREA)).tolist():
        kind, rest = shape.kind(place)
        at = int(middle[kept[place]])
        alike = moved_alike(view.thumbs[grid.number[at - half]], view.thumbs[grid.number[at + half]])
        relation = float(change[kept[place]] / (rich[kept[place]] + 1))
        worth = evidence(rest, float(area[place]), float(tones[place]), alike, relation)
        worth -= OF_SIDES * max(0.0, float(sides[kept[place]] / change[kept[place]]) - 0.5)
        if worth > 0 and rest < MOST_REST and alike < MOST_ALIKE:
            yield _Mix(worth, at, half, kind)


def evidence(rest: float, area: float, tones: float, alike: float, relation: float) -> float:
    """Return how much speaks for a mixture, against which 0 is even.

    That is how little of the pictures is no mixture, how much of the frame and of its tones changes from end to end,
    how little of one end is found again at the other, and how large the change is beside what both show.
    """
    changed = 2.5 * area + 20 * min(tones, 0.1) + 1.2 * min(relation, 2.0)
    return changed - 8 * rest - 3 * max(alike, 0.0) - BAR


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
    def of(cls, grid: _Grid, middle: Places, half: int) -> _Shape:
        start, end = grid.level[middle - half], grid.level[middle + half]
        shares, rests, neither = [], [], []
        for quarter in QUARTERS:
            pictures = grid.level[middle + round(quarter * half)]
            share, rest = mixture(pictures, start, end)
            shares.append(share)
            rests.append(rest)
            neither.append(_neither(*(grid.small[middle + step] for step in (round(quarter * half), -half, half))))
        return cls(np.array(shares), np.array(rests), np.array(neither))

    def turns(self) -> npt.NDArray[np.bool_]:
        """Return where the start turns into the end, step by step and in the middle."""
        rising = np.diff(self.share, axis=0).min(0) > -0.05
        share = self.share
        turning: npt.NDArray[np.bool_] = rising & (share[2] > 0.2) & (share[2] < 0.8) & (share[4] - share[0] > 0.35)
        return turning

    def kind(self, place: int) -> tuple[str, float]:
        """Return what kind of mixture it is, and how much of it is none."""
        rest, neither = float(self.rest[1:4, place].max()), float(self.neither[1:4, place].max())
        as_wipe = 2 * neither + 0.08
        return ("wipe", as_wipe) if as_wipe < rest else ("dissolve", rest)


def _neither(pictures: Numbers, start: Numbers, end: Numbers) -> Numbers:
    """Return how far each place is from both ends, as a share of how far these are apart."""
    from_ends = np.minimum(np.abs(pictures - start), np.abs(pictures - end)).mean((1, 2))
    share: Numbers = from_ends / (np.abs(start - end).mean((1, 2)) + 1e-6)
    return share


def mixture(pictures: Numbers, start: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
    """Return which share of ``end`` fits each picture best as a mixture with ``start``, and what is left over."""
    way = end - start
    length = (way * way).sum((1, 2)) + 1e-6
    share = ((pictures - start) * way).sum((1, 2)) / length
    rest = pictures - start - share[:, None, None] * way
    return share, np.sqrt((rest * rest).sum((1, 2)) / length)


def _transition(view: View, grid: _Grid, mix: _Mix) -> Transition:
    """Return the pictures in which both ends are seen, by when the share of the later one grows."""
    begin, end = int(grid.number[mix.middle - mix.half]), int(grid.number[mix.middle + mix.half])
    pictures = view.level[begin : end + 1]
    ends = (np.broadcast_to(pictures[place], pictures.shape) for place in (0, -1))
    share, _ = mixture(pictures, *ends)
    middle = int(np.argmax(share > 0.5))
    low = int(np.flatnonzero(share[: middle + 1] <= GROWS[0])[-1]) if share[0] <= GROWS[0] else 0
    high = middle + int(np.argmax(share[middle:] >= GROWS[1]))
    # What is seen of the growth is drawn out to where it begins and ends.
    rest = round((high - low) * GROWS[0] / (GROWS[1] - GROWS[0]))
    first, last = max(1, low + 1 - rest), min(len(pictures) - 2, high - 1 + rest)
    return Transition(begin + min(first, middle), begin + max(last, middle), mix.kind)


def find_fades(view: View, cuts: Sequence[int]) -> list[Transition]:
    """Return fades and dips, from where the picture begins to go to where it is back."""
    contrast = view.small.std((1, 2))
    flat = flat_pictures(contrast, view.seconds)
    edges = np.flatnonzero(np.diff(np.r_[False, flat, False].astype(np.int8)))
    found: list[Transition] = []
    for begin, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if begin < 2 or end > len(view) - 2 or any(abs(cut - begin) <= 1 or abs(cut - end) <= 1 for cut in cuts):
            continue
        first, last = _ramps(view, contrast, begin, end)
        ramps = view.seconds[begin] - view.seconds[first] + view.seconds[last] - view.seconds[end - 1]
        before, after = max(0, first - 1), min(len(view) - 1, last + 1)
        deep = ramps >= LONG_RAMPS_S and float(contrast[begin:end].min()) < FLAT / 2
        if deep or (ramps >= LEAST_RAMP_S and moved_alike(view.thumbs[before], view.thumbs[after]) < FADE_ALIKE):
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


def _ramps(view: View, contrast: Numbers, begin: int, end: int) -> tuple[int, int]:
    """Return from where the picture goes and to where it comes back around [begin, end).

    Both take about as long; what goes on longer is the picture itself.
    """
    first, last = _ramp(view, contrast, begin, -1), _ramp(view, contrast, end - 1, 1)
    shorter = min(begin - first, last - end + 1)
    most = 2 * shorter + 4
    return max(first, begin - most), min(last, end - 1 + most)


def _ramp(view: View, contrast: Numbers, at: int, step: int) -> int:
    """Return the number of the last picture, going by ``step``, up to which contrast still grows."""
    here = at
    while 0 <= here + step < len(contrast) and abs(view.seconds[here] - view.seconds[at]) < PLATEAU_S:
        if contrast[here + step] <= contrast[here] * 1.01 + 0.1:
            break
        here += step
    return here
