"""Hard cuts, told apart from flashes, captions, shakes and fast moves.

A cut is a change far beyond what goes on around it, that lasts (what a photo flash covers comes back), takes the
frame (a caption does not), and after which nothing of the picture is found again, however the camera moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

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
LOOKED_AT = 4
"""Pictures on each side that are searched for what was on the other."""
LEAST_AREA = 0.25


@dataclass(frozen=True, slots=True)
class Cuts:
    """The pictures that begin a shot by a cut, and the spans [first, last) that a flash covers."""

    starts: list[int]
    flashes: list[tuple[int, int]]


def find_cuts(view: View) -> Cuts:
    """Return the cuts of a view, in order."""
    change = view.changes()
    floor = OVER_SURROUNDINGS * (surroundings(change) + 0.7)
    starts: list[int] = []
    flashes: list[tuple[int, int]] = []
    for at in map(int, np.flatnonzero((change > LEAST_CHANGE) & (change > floor))):
        if change[at] < change[max(0, at - CLOSEST) : at + CLOSEST + 1].max() or at >= len(view) - CLOSEST:
            continue
        flash = _flash(view, at, float(change[at]))
        if flash is not None:
            flashes.append(flash)
        elif is_cut(view, at):
            starts.append(at)
    return Cuts(starts, flashes)


def surroundings(change: Numbers) -> Numbers:
    """Return the median change around each picture, itself left out."""
    padded = np.pad(change, SURROUNDINGS, mode="symmetric" if len(change) > SURROUNDINGS else "edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * SURROUNDINGS + 1)
    others = np.delete(windows, SURROUNDINGS, axis=1)
    median: Numbers = np.median(others, axis=1).astype(np.float32)
    return median


def _flash(view: View, at: int, change: float) -> tuple[int, int] | None:
    """Return what a flash covers that begins or ends at ``at``: around it, the same picture comes back."""
    before = at - 1
    enough = FLASH_RETURN * change
    for later in view.within(at, FLASH_S)[1:]:
        if view.apart(before, later) < enough and _same(view, before, later):
            return at, later
    for earlier in reversed(view.within(before, -FLASH_S)[:-1]):
        if view.apart(earlier, at) < enough and _same(view, earlier, at):
            return earlier + 1, at
    return None


def _same(view: View, one: int, other: int) -> bool:
    return moved_alike(view.thumbs[one], view.thumbs[other]) > 0.8


def is_cut(view: View, at: int) -> bool:
    """Whether picture ``at`` shows something else than what was before it."""
    one, other = view.small[at - 1 : at], view.small[at : at + 1]
    area = float(changed_area(other, one)[0])
    if area < LEAST_AREA:
        return False
    tones = float(tones_apart(other, one)[0])
    alike = _found_across(view, at)
    return evidence(alike, area, tones) > 0


def evidence(alike: float, area: float, tones: float) -> float:
    """Return how much speaks for a cut, against which 0 is even: what is not found again, area and tones changed."""
    return 2.0 * (0.75 - alike) + 1.2 * (area - 0.42) + 2.0 * min(tones, 0.15) - 0.05


def _found_across(view: View, at: int) -> float:
    """Return how well the best of a few pictures before ``at`` is found again in one of a few from it on."""
    befores = _spread(view.within(at - 1, -FLASH_S))
    afters = _spread(view.within(at, FLASH_S))
    return max(moved_alike(view.thumbs[one], view.thumbs[other]) for one in befores for other in afters)


def _spread(numbers: range) -> Iterable[int]:
    places = np.linspace(0, len(numbers) - 1, min(LOOKED_AT, len(numbers))).round().astype(int)
    return [numbers[place] for place in dict.fromkeys(places.tolist())]
