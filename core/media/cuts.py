"""Hard cuts, told apart from flashes, captions, shakes and fast moves.

A cut is a change far beyond what goes on around it, that lasts (what a photo flash covers comes back), takes the
frame (a caption does not), and after which nothing of the picture is found again, however the camera moved.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.media.likeness import Numbers, changed_area, moved_alike, tones_apart
from core.media.sequence import View

LEAST_CHANGE = 3.0
"""Levels of luma per pixel: below this nothing is a cut, not even in the dark."""
OVER_SURROUNDINGS = 1.8
SURROUNDINGS = 8
"""Pictures on each side to compare a change with."""
CLOSEST = 2
FLASH_S = 0.34
"""What a flash covers comes back within so many seconds."""
FLASH_RETURN = 0.45
RETURNS_ALIKE = 0.6
FLASHES_TOGETHER = 4
"""How many flashes that overlap, or pictures of one that differ, are told apart."""
LOOKED_AT = 4
"""Pictures on each side that are searched for what was on the other."""
LEAST_AREA = 0.25
MOST_ALIKE = 0.94


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
    befores = list(reversed(view.within(at - 1, -FLASH_S / 2)))
    afters = list(view.within(at, FLASH_S))
    pairs = sorted((later - before, before, later) for before in befores for later in afters if later - before > 1)
    for _, before, later in pairs:
        back = view.apart(before, later) < enough and _stands_out(view, before, later, enough)
        if back and moved_alike(view.thumbs[before], view.thumbs[later]) > RETURNS_ALIKE:
            return before + 1, later
    return None


def _stands_out(view: View, before: int, later: int, enough: float) -> bool:
    """Whether some picture between two is far from both."""
    between = range(before + 1, later)
    return any(min(view.apart(before, one), view.apart(one, later)) > enough for one in between)


def is_cut(view: View, at: int, relation: float) -> bool:
    """Whether picture ``at``, ``relation`` times as far from the one before as is usual, shows something else."""
    one, other = view.small[at - 1 : at], view.small[at : at + 1]
    area = float(changed_area(other, one)[0])
    if area < LEAST_AREA:
        return False
    tones = float(tones_apart(other, one)[0])
    alike = _found_across(view, at)
    return alike < MOST_ALIKE and evidence(alike, area, tones, relation) > 0


def evidence(alike: float, area: float, tones: float, relation: float) -> float:
    """Return how much speaks for a cut, against which 0 is even.

    That is how little is found again, how much of the frame and of its tones changed, and how suddenly.
    """
    suddenly = 0.15 * (math.log2(max(relation, 0.25)) - 2)
    return 2.0 * (0.75 - alike) + 1.2 * (area - 0.42) + 2.0 * min(tones, 0.15) - 0.05 + suddenly


def _found_across(view: View, at: int) -> float:
    """Return how well the best of a few pictures before ``at`` is found again in one of a few from it on."""
    befores = _spread(view.within(at - 1, -FLASH_S))
    afters = _spread(view.within(at, FLASH_S))
    return max(moved_alike(view.thumbs[one], view.thumbs[other]) for one in befores for other in afters)


def _spread(numbers: range) -> Iterable[int]:
    places = np.linspace(0, len(numbers) - 1, min(LOOKED_AT, len(numbers))).round().astype(int)
    return [numbers[place] for place in dict.fromkeys(places.tolist())]
