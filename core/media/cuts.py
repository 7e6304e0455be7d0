"""Hard cuts, told apart from flashes, captions, shakes and fast moves.

A cut is a change far beyond what goes on around it, that lasts (what a photo flash covers comes back), takes the
frame (a caption does not), and after which nothing of the picture is found again, however the camera moved.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from core.media.likeness import Numbers, changed_area, moved_alike, parts_alike
from core.media.sequence import View
from core.values import dataclass

LEAST_CHANGE = 3.0
"""Levels of luma per pixel: below this nothing is a cut, not even in the dark."""
OVER_SURROUNDINGS = 1.8
SURROUNDINGS = 8
"""Pictures on each side to compare a change with."""
CLOSEST = 2
FLASH_S = 0.34
"""What a flash covers comes back within so many seconds."""
FLASH_RETURN = 0.45
RETURNS_ALIKE, RETURNS_MOVED = 0.6, 0.85
"""What comes back is found in what was there before, so much better where the camera moved meanwhile."""
LIT = 1.1
"""How much lighter a flash is than what is around it; in the light of one the camera may move."""
FLASHES_TOGETHER = 4
"""How many flashes that overlap, or pictures of one that differ, are told apart."""
LEAST_AREA = 0.25
LEAST_RELATION, MOST_SUDDEN = 0.25, 3.0


@dataclass(frozen=True, slots=True)
class Cuts:
    """The pictures that begin a shot by a cut, and which picture is shown for each where flashes are left out."""

    starts: list[int]
    shown: npt.NDArray[np.intp]


def find_cuts(view: View) -> Cuts:
    """Return the cuts of a view, in order."""
    shown = np.arange(len(view))
    calm = view
    for _ in range(FLASHES_TOGETHER):
        flashes = [flash for at, change in _jumps(calm) if (flash := _flash(calm, at, change)) is not None]
        if not flashes:
            break
        for first, last in flashes:
            shown[first:last] = shown[first - 1]
        calm = view.through(shown)
    usual = surroundings(calm.changes())
    found = [at for at, change in _jumps(calm) if is_cut(calm, at, change / (float(usual[at]) + 1))]
    return Cuts(found, shown)


def _jumps(view: View) -> Iterator[tuple[int, float]]:
    """Yield the pictures that are further from the one before than others around, and how far."""
    change = view.changes()
    floor = OVER_SURROUNDINGS * (surroundings(change) + 0.7)
    for at in map(int, np.flatnonzero((change > LEAST_CHANGE) & (change > floor))):
        if change[at] >= change[max(0, at - CLOSEST) : at + CLOSEST + 1].max() and at < len(view) - CLOSEST:
            yield at, float(change[at])


def surroundings(change: Numbers) -> Numbers:
    """Return the median change around each picture, itself left out."""
    padded = np.pad(change, SURROUNDINGS, mode="symmetric" if len(change) > SURROUNDINGS else "edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * SURROUNDINGS + 1)
    others = np.delete(windows, SURROUNDINGS, axis=1)
    median: Numbers = np.median(others, axis=1).astype(np.float32)
    return median


def _flash(view: View, at: int, change: float) -> tuple[int, int] | None:
    """Return what a flash covers that is brightest, or ends, at ``at``: around it, the same picture comes back."""
    enough = FLASH_RETURN * change
    befores, afters = view.within(at - 1, -FLASH_S / 2), view.within(at, FLASH_S)
    first = befores[0]
    near = range(first, afters[-1] + 1)
    apart, light = view.apart(near), view.small[near.start : near.stop].mean((1, 2))
    lightest = float(light[at - 1 - first : at + 1 - first].max())
    pairs = ((later - before, before, later) for before in befores for later in afters if later - before > 1)
    for _, before, later in sorted(pairs):
        one, other, between = before - first, later - first, slice(before - first + 1, later - first)
        if float(np.minimum(apart[one, between], apart[other, between]).max()) <= enough:
            continue
        still = apart[one, other] < enough
        if not still and lightest <= LIT * max(light[one], light[other]):
            continue
        if moved_alike(view.thumbs[before], view.thumbs[later]) > (RETURNS_ALIKE if still else RETURNS_MOVED):
            return before + 1, later
    return None


def is_cut(view: View, at: int, relation: float) -> bool:
    """Whether picture ``at``, ``relation`` times as far from the one before as is usual, shows something else."""
    if float(changed_area(view.small[at : at + 1], view.small[at - 1 : at])[0]) < LEAST_AREA:
        return False
    suddenly = min(math.log2(max(relation, LEAST_RELATION)) - 2, MOST_SUDDEN)
    # Weights of a logistic regression over made-up clips; 0 is even.
    return 9.0 - 16.5 * parts_alike(view.thumbs[at - 1], view.thumbs[at]) + 1.95 * suddenly > 0
