"""Where one shot ends and the next begins, told from thumbnails of luma alone.

A cut is a change far beyond what goes on around it, that lasts (a photo flash does not) and takes the whole frame (a
caption does not).  A fade passes through a flat picture.  In a dissolve or wipe every picture is a mixture of both
ends, and both sides are calmer than it.  Thresholds are levels of luma (0..255) per pixel of a (18, 32) thumbnail.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.media.measure import Thumbs

Numbers = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

CUT_CHANGE = 10.0
CUT_OVER_SURROUNDINGS = 3.0
CUT_AREA = 0.40
"""The share of the frame that must change by more than :data:`AREA_CHANGE`."""
AREA_CHANGE = 8.0
AREA_LIGHT = 90.0
"""In pictures darker than this, smaller changes count."""
SURROUNDINGS = 8
"""Pictures on each side to compare a change with."""
CLOSEST_CUTS = 4
FLASH_S = 0.25
FLASH_RETURN = 0.45
"""What came back within this share of the change was a flash, not another shot."""
SURE_CHANGE = 25.0
TONES = 16
SAME_TONES = 0.03
FLAT = 5.0
FLAT_SHARE = 0.22
FLAT_MOST = 10.0
FADE_S = 1.5
MIX_CHANGE = 20.0
MIX_HALF_S = (0.3, 0.5, 0.9)
MIX_RESIDUE = 0.45
WIPE_RESIDUE = 0.10
MIX_TONES = 0.06
MIX_AREA = 0.55
MIX_OVER_SIDES = 2.0
_BLOCK = 4096
KEY_CHANGE = 18.0
"""Between key frames, seconds apart, motion alone changes much."""


@dataclass(frozen=True, slots=True)
class Transition:
    """How one shot turns into the next: pictures ``first`` .. ``last`` belong to neither (none of them in a cut).

    ``last`` is the last picture touched; the next shot starts at ``last`` in a cut, after it otherwise.
    """

    first: int
    last: int
    kind: str

    @property
    def starts(self) -> int:
        """The number of the picture with which the next shot begins: the middle of anything gradual."""
        return self.last if self.kind == "cut" else (self.first + self.last + 1) // 2


def find_transitions(thumbs: Thumbs, rate: float) -> list[Transition]:
    """Return the transitions in consecutive pictures, at ``rate`` a second, in order and not overlapping."""
    if len(thumbs) < 3:
        return []
    level = thumbs - thumbs.mean((1, 2), keepdims=True)
    view = _View(thumbs, level, rate)
    cuts = _cuts(view)
    fades = _fades(view, cuts)
    mixes = _mixes(view, cuts, fades)
    gradual = [*fades, *mixes]
    sharp = [Transition(cut, cut, "cut") for cut in cuts if not any(g.first <= cut <= g.last for g in gradual)]
    return sorted([*sharp, *gradual], key=lambda transition: transition.first)


def find_key_transitions(thumbs: Thumbs) -> list[Transition]:
    """Return the cuts between key frames or samples, seconds apart: only what looks like another place counts."""
    if len(thumbs) < 2:
        return []
    level = thumbs - thumbs.mean((1, 2), keepdims=True)
    change = np.maximum(_apart(level[1:], level[:-1]), 0.5 * _apart(thumbs[1:], thumbs[:-1]))
    usual = float(np.median(change))
    tones = _tones_apart(thumbs[1:], thumbs[:-1])
    found = (change > max(KEY_CHANGE, 2 * usual)) & (tones > SAME_TONES)
    return [Transition(int(at) + 1, int(at) + 1, "cut") for at in np.flatnonzero(found)]


@dataclass(frozen=True, slots=True)
class _View:
    """The thumbnails as they are, and with their mean taken out, so that exposure weighs less."""

    thumbs: Thumbs
    level: Thumbs
    rate: float

    def __len__(self) -> int:
        return len(self.thumbs)

    def apart(self, one: int, other: int) -> float:
        """Return how far two pictures are apart."""
        shape = float(np.abs(self.level[one] - self.level[other]).mean())
        light = float(np.abs(self.thumbs[one] - self.thumbs[other]).mean())
        return max(shape, light / 2)


def _apart(one: Thumbs, other: Thumbs) -> Numbers:
    """Return the mean difference of each pair of pictures, a block at a time: an hour of thumbnails is large."""
    apart = np.empty(len(one), np.float32)
    for at in range(0, len(one), _BLOCK):
        apart[at : at + _BLOCK] = np.abs(one[at : at + _BLOCK] - other[at : at + _BLOCK]).mean((1, 2))
    return apart


def _changed_area(one: Thumbs, other: Thumbs) -> Numbers:
    """Return the share of each picture that changes by more than all of it does.

    That is measured by the median, which a caption does not move as it moves the mean.
    """
    difference = one - other
    difference -= np.median(difference, axis=(1, 2), keepdims=True)
    light = np.maximum(one.mean((1, 2), keepdims=True), other.mean((1, 2), keepdims=True))
    enough = AREA_CHANGE * np.clip(light / AREA_LIGHT, 0.4, 1)
    area: Numbers = (np.abs(difference) > enough).mean((1, 2), dtype=np.float32)
    return area


def _tones_apart(one: Thumbs, other: Thumbs) -> Numbers:
    """Return the earth mover's distance between the tones of pictures, 0..1: motion keeps it small, a new scene not."""
    difference: Numbers = np.abs(_tones(one) - _tones(other)).mean(1)
    return difference


def _tones(thumbs: Thumbs) -> Numbers:
    flat = np.clip(thumbs.reshape(len(thumbs), -1) * (TONES / 256), 0, TONES - 1).astype(np.int64)
    counts = np.zeros((len(thumbs), TONES), np.float32)
    np.add.at(counts, (np.arange(len(thumbs))[:, None], flat), 1 / flat.shape[1])
    cumulated: Numbers = counts.cumsum(1)
    return cumulated


def _cuts(view: _View) -> list[int]:
    """Return the numbers of the pictures that begin a shot by a cut."""
    change = np.zeros(len(view), np.float32)
    change[1:] = np.maximum(_apart(view.level[1:], view.level[:-1]), _apart(view.thumbs[1:], view.thumbs[:-1]) / 2)
    candidates = np.flatnonzero((change > CUT_CHANGE) & (change > CUT_OVER_SURROUNDINGS * (_surroundings(change) + 1)))
    cuts: list[int] = []
    for at in map(int, candidates):
        if not CLOSEST_CUTS <= at <= len(view) - CLOSEST_CUTS:
            continue
        if change[at] < change[max(0, at - 2) : at + 3].max() or _is_flash(view, at, float(change[at])):
            continue
        if not _takes_the_frame(view, at, float(change[at])):
            continue
        if cuts and at - cuts[-1] < CLOSEST_CUTS:
            if change[at] > change[cuts[-1]]:
                cuts[-1] = at
        else:
            cuts.append(at)
    return cuts


def _surroundings(change: Numbers) -> Numbers:
    """Return the median change around each picture, itself left out."""
    padded = np.pad(change, SURROUNDINGS, mode="symmetric" if len(change) > SURROUNDINGS else "edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * SURROUNDINGS + 1)
    others = np.delete(windows, SURROUNDINGS, axis=1)
    median: Numbers = np.median(others, axis=1).astype(np.float32)
    return median


def _is_flash(view: _View, at: int, change: float) -> bool:
    """Whether what was before ``at`` comes back soon, or what begins at ``at`` was there shortly before."""
    reach = max(4, round(FLASH_S * view.rate))
    before = at - 1
    later = range(at + 1, min(len(view), at + reach + 1))
    earlier = range(max(0, before - reach), before)
    returns = min((view.apart(before, number) for number in later), default=np.inf)
    was_there = min((view.apart(number, at) for number in earlier), default=np.inf)
    return min(returns, was_there) < FLASH_RETURN * change


def _takes_the_frame(view: _View, at: int, change: float) -> bool:
    if float(_changed_area(view.thumbs[at : at + 1], view.thumbs[at - 1 : at])[0]) < CUT_AREA:
        return False
    if change >= SURE_CHANGE:
        return True
    return float(_tones_apart(view.thumbs[at - 1 : at], view.thumbs[at : at + 1])[0]) >= SAME_TONES


def flat_pictures(thumbs: Thumbs, rate: float) -> Flags:
    """Return which pictures show next to nothing: black, white, or faded that far against what is around them."""
    contrast = thumbs.std((1, 2))
    reach = max(1, round(rate * 1.2))
    padded = np.pad(contrast, reach, mode="edge")
    nearby = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).max(1)
    flags: Flags = (contrast < FLAT) | ((contrast < FLAT_SHARE * nearby) & (contrast < FLAT_MOST))
    return flags


def _fades(view: _View, cuts: list[int]) -> list[Transition]:
    """Return the fades, from where the light begins to go to where it is back."""
    contrast = view.thumbs.std((1, 2))
    flat = flat_pictures(view.thumbs, view.rate)
    edges = np.flatnonzero(np.diff(np.r_[False, flat, False].astype(np.int8)))
    found = []
    for begin, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if begin <= 2 or end >= len(view) - 2:
            continue
        first, last = _ramp(contrast, begin, -1, view.rate), _ramp(contrast, end - 1, 1, view.rate)
        hard = any(abs(cut - begin) <= 2 or abs(cut - end) <= 2 for cut in cuts)
        slow = (begin - first) + (last - end + 1) >= 4
        if slow and not hard and view.apart(max(0, first - 1), min(len(view) - 1, last + 1)) > CUT_CHANGE:
            found.append(Transition(first, last, "fade"))
    return found


def _ramp(contrast: Numbers, at: int, step: int, rate: float) -> int:
    """Return the number of the last picture, going by ``step``, up to which contrast still grows."""
    most = round(FADE_S * rate)
    here = at
    while 0 <= here + step < len(contrast) and abs(here - at) < most and contrast[here + step] > contrast[here] + 0.15:
        here += step
    return here


def _mixes(view: _View, cuts: list[int], fades: list[Transition]) -> list[Transition]:
    """Return dissolves and wipes: the strongest first, none across a cut, a fade or a stronger one."""
    candidates = [found for half_s in MIX_HALF_S for found in _mixes_of(view, max(3, round(half_s * view.rate)), cuts)]
    taken: list[Transition] = []
    for _, first, last in sorted(candidates, reverse=True):
        crossed = any(first - 1 <= cut <= last + 1 for cut in cuts)
        if not crossed and not any(first <= t.last + 2 and last >= t.first - 2 for t in (*fades, *taken)):
            taken.append(Transition(first, last, "dissolve"))
    return taken


def _mixes_of(view: _View, half: int, cuts: list[int]) -> list[tuple[float, int, int]]:
    """Return (strength, first, last) of every stretch of two halves whose middle is a mixture of its ends."""
    if len(view) < 2 * half + 2:
        return []
    strength = _apart(view.level[: -2 * half], view.level[2 * half :])
    # Where both ends look alike there is nothing to mix: most pictures are done with here.
    alive = np.flatnonzero(strength > MIX_CHANGE)
    if len(alive) == 0:
        return []
    middle = alive + half
    start, end = view.level[alive], view.level[alive + 2 * half]
    quarter = half // 2
    early, share, late = (_mixture(view.level[middle + offset], start, end) for offset in (-quarter, 0, quarter))
    kept = np.minimum(np.abs(view.level[middle] - start), np.abs(view.level[middle] - end)).mean((1, 2))
    wiped = kept / strength[alive]
    dissolves = (share[1] < MIX_RESIDUE) & (np.maximum(early[1], late[1]) < MIX_RESIDUE * 1.15)
    rising = (early[0] < share[0]) & (share[0] < late[0]) & (share[0] > 0.25) & (share[0] < 0.75)
    calm = strength[alive] > MIX_OVER_SIDES * _sides(strength, alive, half, cuts)
    tones = _tones_apart(view.thumbs[middle - half], view.thumbs[middle + half]) > MIX_TONES
    whole = _changed_area(view.thumbs[middle - half], view.thumbs[middle + half]) > MIX_AREA
    good = (dissolves | (wiped < WIPE_RESIDUE)) & rising & calm & tones & whole
    score = strength[alive] * (1 - np.minimum(share[1], 2 * wiped))
    return [(float(score[at]), int(middle[at]) - half, int(middle[at]) + half) for at in np.flatnonzero(good)]


def _mixture(pictures: Thumbs, start: Thumbs, end: Thumbs) -> tuple[Numbers, Numbers]:
    """Return which share of ``end`` fits each picture best as a mixture with ``start``, and what is left over."""
    way = end - start
    length = (way * way).sum((1, 2)) + 1e-6
    share = ((pictures - start) * way).sum((1, 2)) / length
    rest = pictures - start - share[:, None, None] * way
    return share, np.sqrt((rest * rest).sum((1, 2)) / length)


def _sides(strength: Numbers, alive: npt.NDArray[np.intp], half: int, cuts: list[int]) -> Numbers:
    """Return how much goes on, over the same span, just before and just after; a cut there says nothing of motion."""
    blank = strength.copy()
    for cut in cuts:
        blank[max(0, cut - 2 * half) : max(0, cut + 1)] = 0
    before, after = alive - 2 * half, alive + 2 * half
    # What cannot be seen beyond the ends of the clip is not called calm: a pan looks like a mixture, too.
    left = np.where(before >= 0, blank[np.maximum(before, 0)], np.inf)
    right = np.where(after < len(blank), blank[np.minimum(after, len(blank) - 1)], np.inf)
    louder: Numbers = np.maximum(left, right)
    return louder
