"""Whether one picture turns into another by being mixed with it: as a whole in a dissolve, part by part in a wipe.

In a dissolve every picture is a mixture of both ends, far from either in its middle, and of less detail than both.  In
a wipe every part is one end or the other, and changes once, when the edge between them passes, as its neighbours do
just before or after.  What only moves is found again at the other end.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from core.media.likeness import Numbers, carried_alike, changed_area, detail, distance_gone, moved_alike, tones_apart
from core.media.measure import Thumbs
from core.media.sequence import View
from core.values import dataclass

QUARTERS = (-0.5, -0.25, 0.0, 0.25, 0.5)
LEAST_AREA = 0.12
MOST_TONES = 0.1
MOST_RELATION = 2.5
ENDS_ALIKE, CARRIED_ALIKE, CARRIED_MORE = 0.92, 0.8, 0.2
"""Where so much of the start is found at the end there is only one place; also where so much is found, and more than
at a glance, where the camera went meanwhile."""
STEP_ALIKE = 0.97
"""The middle of a mixture shows half of either end; of a pan it shows all of both but for their rims."""

OF_WAY, NEAR = 10.0, 0.2
"""So much speaks against a mixture for each width or height of the picture that the camera went, but for the first."""

Places = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Grid:
    """Pictures of one stretch at even steps of time; ``number`` is which of the view each is."""

    number: Places
    level: Numbers
    small: Numbers
    rich: Numbers
    """How much each picture shows: its mean distance from its mean."""
    detail: Numbers

    def __len__(self) -> int:
        return len(self.number)

    @classmethod
    def of(cls, view: View, begin: int, end: int, step: float) -> Grid:
        """Return the pictures [begin, end) of a view, those nearest to every ``step`` seconds."""
        seconds = view.seconds[begin:end]
        even = np.arange(seconds[0], seconds[-1] + 1e-9, step)
        after = np.clip(np.searchsorted(seconds, even), 0, len(seconds) - 1)
        before = np.maximum(after - 1, 0)
        nearest = np.where(np.abs(seconds[before] - even) < np.abs(seconds[after] - even), before, after)
        number = begin + nearest
        level = view.level[number]
        return cls(number, level, view.small[number], np.abs(level).mean((1, 2)), detail(view.thumbs[number]))


@dataclass(frozen=True, slots=True)
class Shape:
    """Of stretches ``middle`` +- ``half`` of a grid, at five places within: what share of their end they show.

    ``rest`` is how much of the picture is no mixture of the ends, ``neither`` how far its parts are from both of them.
    """

    middle: Places
    half: int
    share: Numbers
    rest: Numbers
    neither: Numbers

    @classmethod
    def of(cls, grid: Grid, middle: Places, half: int) -> Shape:
        start, end = grid.level[middle - half], grid.level[middle + half]
        shares, rests, neither = [], [], []
        for quarter in QUARTERS:
            at = middle + round(quarter * half)
            share, rest = mixture(grid.level[at], start, end)
            shares.append(share)
            rests.append(rest)
            neither.append(_neither(grid.small[at], grid.small[middle - half], grid.small[middle + half]))
        return cls(middle, half, np.array(shares), np.array(rests)[1:4].max(0), np.array(neither)[1:4].max(0))

    def turns(self) -> Flags:
        """Return where the start turns into the end, step by step and in the middle."""
        rising = np.diff(self.share, axis=0).min(0) > -0.05
        share = self.share
        turning: Flags = rising & (share[2] > 0.2) & (share[2] < 0.8) & (share[4] - share[0] > 0.35)
        return turning

    def only(self, these: Flags) -> Shape:
        """Return what is known of some of the stretches."""
        return Shape(self.middle[these], self.half, self.share[:, these], self.rest[these], self.neither[these])


class Evidence:
    """What speaks for a mixture in each stretch of ``shape``, whose ends differ ``relation`` times what they show."""

    def __init__(self, view: View, grid: Grid, shape: Shape, relation: Numbers) -> None:
        self._view = view
        self._grid = grid
        self._shape = shape
        start, end = shape.middle - shape.half, shape.middle + shape.half
        self._area = changed_area(grid.small[start], grid.small[end])
        tones = np.minimum(tones_apart(grid.small[start], grid.small[end]), MOST_TONES)
        relation = np.minimum(relation, MOST_RELATION)
        # Weights of a logistic regression over made-up clips; 0 is even.
        self._dissolve = (
            -2.4 - 28 * shape.rest + 26 * shape.neither + 7.3 * self._area + 73 * tones + 3.2 * relation
            - 7.7 * _left_of_detail(grid, shape)
        )  # fmt: skip
        self._wipe = -16 + 6.3 * shape.rest - 7.4 * shape.neither + 6 * self._area + 36 * tones + 1.6 * relation

    def best(self, place: int, against: float) -> tuple[float, str]:
        """Return how much speaks for a mixture at ``place``, less what speaks ``against`` it, and of which kind."""
        dissolve, wipe = float(self._dissolve[place]) - against, float(self._wipe[place]) - against
        if self._area[place] < LEAST_AREA or (dissolve < 0 and wipe + _MOST_OF_FRONT < 0):
            return 0.0, ""
        middle, half = int(self._shape.middle[place]), self._shape.half
        start, end = (self._view.thumbs[self._grid.number[middle + step]] for step in (-half, half))
        alike = max(0.0, moved_alike(start, end))
        if alike > ENDS_ALIKE:
            return 0.0, ""
        dissolve, wipe = dissolve - 9.9 * alike, wipe - 4.2 * alike
        if wipe + _MOST_OF_FRONT > max(0.0, dissolve):
            wipe += _front(self._grid.small[middle - half : middle + half + 1])
        return max((dissolve, "dissolve"), (wipe, "wipe"))


def moves(thumbs: Thumbs, number: Places) -> float:
    """Return how much the pictures ``number``, which come at even steps, look like the way of a camera, not a mixture.

    Fine steps follow what moves fast, coarse ones what moves by less than a pixel at a time.
    """
    start, between, end = (thumbs[number[place]] for place in (0, len(number) // 2, -1))
    if min(moved_alike(start, between), moved_alike(between, end)) > STEP_ALIKE:
        return math.inf
    enough = max(CARRIED_ALIKE, moved_alike(start, end) + CARRIED_MORE)
    every = np.arange(number[0], number[-1] + 1)
    if any(carried_alike(thumbs[steps]) > enough for steps in (every, number, number[::2])):
        return math.inf
    return OF_WAY * max(0.0, distance_gone(thumbs[every]) - NEAR)


_MOST_OF_FRONT = 8.3


def _front(pictures: Numbers) -> float:
    """Return how much speaks for an edge passing over the picture: each part changes once, soon after its neighbour."""
    steps = np.abs(np.diff(pictures, axis=0))
    most, when = steps.max(0), steps.argmax(0)
    whole = np.abs(pictures[-1] - pictures[0])
    at_once = float(np.minimum(most, whole).sum() / (np.maximum(most, whole).sum() + 1e-3))
    weights = [np.minimum(most[:, 1:], most[:, :-1]), np.minimum(most[1:], most[:-1])]
    apart = [np.abs(np.diff(when, axis=1)), np.abs(np.diff(when, axis=0))]
    uneven = sum(float((one * weight).sum()) for one, weight in zip(apart, weights, strict=True))
    uneven /= (float(weights[0].sum() + weights[1].sum()) + 1e-3) * len(steps)
    return _MOST_OF_FRONT * at_once - 10.8 * uneven


def _left_of_detail(grid: Grid, shape: Shape) -> Numbers:
    """Return the least detail near the middle, as a share of what would be there if the start gave way evenly."""
    start, end = grid.detail[shape.middle - shape.half], grid.detail[shape.middle + shape.half]
    left = []
    for step in (-round(0.25 * shape.half), 0, round(0.25 * shape.half)):
        share = 0.5 + step / 2 / shape.half
        left.append(grid.detail[shape.middle + step] / (start * (1 - share) + end * share + 0.5))
    least: Numbers = np.min(left, axis=0)
    return least


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
