"""Dissolves, wipes, fades and dips: one shot turning into the next over some pictures.

In a dissolve every picture is a mixture of both ends; in a wipe every part of it is one end or the other; a fade or dip
passes through a flat picture.  What only moves is found again at the other end, and is neither.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from core.media.likeness import Numbers, apart, moved_alike
from core.media.mixture import Evidence, Grid, Places, Shape, mixture, moves
from core.media.sequence import Transition, View
from core.values import dataclass

STEP_S = 0.08
"""Mixtures are looked for among pictures so far apart."""
HALVES = (2, 3, 4, 5, 7, 9, 12)
"""Half lengths of what is looked for, in steps."""
LEAST_CHANGE = 3.0
LEAST_RELATION = 0.3
"""The least change between the ends, as a share of what both show."""
FADE_ALIKE = 0.82
OF_SIDES, QUIET_SIDES = 12.0, 0.7
SHORT, BY_CHANCE = 2, 3.0
"""Half lengths up to SHORT look like a mixture by chance more often: so much speaks against them."""
BESIDE_FADE_S = 0.2
"""What seems mixed so soon before or after a fade is a part of it."""
GROWS = 0.15, 0.85

FLAT_SHARE, FADED = 0.3, 0.15
"""How much of what is around it a flat picture shows at most, and the least of a fade: a plain place shows more."""
FLAT = 5.0
PLATEAU_S = 1.5
BRIGHT = 150.0
LEAST_RAMP_S = 0.12
LONG_RAMPS_S = 0.35
"""Who fades so slowly through nothing means it, even where the same place comes back."""


@dataclass(frozen=True, slots=True)
class _Mix:
    """A stretch of the grid, ``middle`` +- ``half``, whose pictures are a mixture of its ends."""

    worth: float
    middle: int
    half: int
    kind: str

    def pictures(self, grid: Grid) -> Places:
        """Return which pictures of the view these are."""
        return grid.number[self.middle - self.half : self.middle + self.half + 1]


def find_mixes(view: View, bounds: Sequence[int]) -> list[Transition]:
    """Return dissolves and wipes between pictures that are bounded by cuts or fades (numbers where stretches begin)."""
    found: list[Transition] = []
    for begin, end in itertools.pairwise(bounds):
        grid = Grid.of(view, begin, end, STEP_S)
        taken: list[_Mix] = []
        for mix in sorted(_mixes(view, grid), key=lambda mix: -mix.worth):
            apart = all(abs(mix.middle - other.middle) > mix.half + other.half for other in taken)
            if apart and mix.worth > moves(view.thumbs, mix.pictures(grid)):
                taken.append(mix)
        found += [_transition(view, grid, mix) for mix in taken]
    return found


def _mixes(view: View, grid: Grid) -> Iterator[_Mix]:
    for half in HALVES:
        if len(grid) > 2 * half + 2:
            yield from _mixes_of(view, grid, half)


def _mixes_of(view: View, grid: Grid, half: int) -> Iterator[_Mix]:
    """Yield the stretches of two halves whose middle is a mixture of its ends."""
    middle = np.arange(half, len(grid) - half)
    start, end = middle - half, middle + half
    change = np.maximum(apart(grid.level[start], grid.level[end]), apart(grid.small[start], grid.small[end]) / 2)
    rich = np.maximum(np.minimum(grid.rich[start], grid.rich[end]), 0.6 * np.maximum(grid.rich[start], grid.rich[end]))
    relation = change / (rich + 1)
    kept = np.flatnonzero((change > LEAST_CHANGE) & (relation > LEAST_RELATION))
    if len(kept) == 0:
        return
    shape = Shape.of(grid, middle[kept], half)
    turning = shape.turns()
    if not turning.any():
        return
    shape = shape.only(turning)
    evidence = Evidence(view, grid, shape, relation[kept[turning]])
    against = _going_on(change, half)[kept[turning]] + (BY_CHANCE if half <= SHORT else 0)
    for place, at in enumerate(shape.middle.tolist()):
        worth, kind = evidence.best(place, float(against[place]))
        if worth > 0:
            yield _Mix(worth, at, half, kind)


def _going_on(change: Numbers, half: int) -> Numbers:
    """Return how much speaks against a mixture where as much goes on just before and just after: that is a pan."""
    span = min(2 * half, len(change))
    unseen = np.full(span, np.nan, np.float32)
    before, after = np.r_[unseen, change[: len(change) - span]], np.r_[change[span:], unseen]
    quieter = np.nan_to_num(np.fmin(before, after), nan=0.0)
    against: Numbers = OF_SIDES * np.maximum(0, quieter / np.maximum(change, LEAST_CHANGE) - QUIET_SIDES)
    return against


def _transition(view: View, grid: Grid, mix: _Mix) -> Transition:
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
        least = float(contrast[begin:end].min())
        if least > FADED * min(contrast[before], contrast[after]):
            continue
        deep = ramps >= LONG_RAMPS_S and least < FLAT / 2
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
