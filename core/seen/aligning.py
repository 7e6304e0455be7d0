"""Laying two clips beside each other in time: where does the one show what the other shows?"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import numpy.typing as npt

from core.model.time import Span
from core.seen.hashes import Numbers, distances, mirrored
from core.seen.overlaps import Likeness, Overlap
from core.seen.traces import Trace
from core.values import dataclass

ALIKE = 14
"""Bits within which two pictures at the same place of two clips count as the same one, given that others are, too."""

STILL_ALIKE = 7
"""Bits within which a still is a picture of a clip, or another still: there is nothing else to go by."""

FEWEST, AT_LEAST = 3, 2
"""Pictures that two clips must share, and where one of them has no more."""

MANY, LONG_S = 6, 3.0
CLOSE_FEW, CLOSE_MANY = 10.0, 12.5
"""Bits by which pictures may differ on average, and where at least MANY are alike over so long: chance is out then."""

LEAST_SHARE = 0.6
"""The share of the pictures in an overlap that must be alike."""

COVERED = Fraction(85, 100)
"""The share of a clip from which on all of it is meant."""

_SLACK_S = 0.05
_SPARSER = 1.5


@dataclass(frozen=True, slots=True)
class _Shift:
    """Pictures of the one clip (``ours``) and what they are alike in the other (``theirs``), at one shift in time."""

    ours: Numbers
    theirs: Numbers
    share: float
    apart: float


def overlap(one: Trace, other: Trace) -> Overlap | None:
    """Return where ``one`` and ``other`` show the same, or None; plain before mirrored where both would do."""
    if one.duration is None or other.duration is None:
        return _with_still(one, other)
    found = [(_best_shift(one, other, flip), flip) for flip in (False, True)]
    shifts = [(shift, flip) for shift, flip in found if shift is not None]
    if not shifts:
        return None
    shift, flip = max(shifts, key=lambda pair: (_score(pair[0]) * len(pair[0].ours), not pair[1]))
    here = Span(one.times[int(shift.ours[0])], one.times[int(shift.ours[-1])])
    there = Span(other.times[int(shift.theirs[0])], other.times[int(shift.theirs[-1])])
    return Overlap(other.clip, here, there, _kind(one, here, other, there), flip, _score(shift))


def picture_distances(one: Trace, other: Trace, flip: bool) -> Numbers:
    """Return by how many bits each picture of ``one`` differs from each of ``other``, whichever of them is cropped."""
    whole, inner = (mirrored(one.whole), mirrored(one.inner)) if flip else (one.whole, one.inner)
    least: Numbers = distances(whole[:, None], other.whole[None])
    for ours, theirs in ((whole, other.inner), (inner, other.whole)):
        least = np.minimum(least, distances(ours[:, None], theirs[None]))
    return least


def _with_still(one: Trace, other: Trace) -> Overlap | None:
    for flip in (False, True):
        bits = picture_distances(one, other, flip)
        ours, theirs = divmod(int(bits.argmin()), len(other))
        if bits[ours, theirs] <= STILL_ALIKE:
            here, there = one.times[ours], other.times[theirs]
            both = one.duration is None and other.duration is None
            kind = Likeness.SAME if both else Likeness.EXCERPT if one.duration is None else Likeness.CONTAINS
            score = 1 - float(bits[ours, theirs]) / 32
            return Overlap(other.clip, Span(here, here), Span(there, there), kind, flip, score)
    return None


def _best_shift(one: Trace, other: Trace, flip: bool) -> _Shift | None:
    """Return the shift in time at which most pictures are alike, if enough are."""
    bits = picture_distances(one, other, flip)
    if other.step > one.step * _SPARSER:  # what is sparse is met by what is dense, never the reverse
        turned = _shift_of(other, one, np.ascontiguousarray(bits.T))
        return None if turned is None else _Shift(turned.theirs, turned.ours, turned.share, turned.apart)
    return _shift_of(one, other, bits)


def _shift_of(one: Trace, other: Trace, bits: Numbers) -> _Shift | None:
    ours, theirs = np.nonzero(bits <= ALIKE)
    if len(ours) < AT_LEAST:
        return None
    reach = (min(one.step, other.step) or max(one.step, other.step)) / 2 + _SLACK_S
    shifts = other.seconds[theirs] - one.seconds[ours]
    weights = (ALIKE + 1 - bits[ours, theirs]).astype(np.float64)
    best: _Shift | None = None
    for shift in _likely(shifts, weights, reach):
        found = _at(one, other, bits, shift, reach)
        if found is not None and (best is None or _score(found) * len(found.ours) > _score(best) * len(best.ours)):
            best = found
    return best


def _likely(shifts: npt.NDArray[np.float64], weights: npt.NDArray[np.float64], reach: float) -> list[float]:
    """Return the few shifts around which most pairs of like pictures lie, as the mean of those pairs."""
    bins = np.floor(shifts / reach).astype(np.int64)
    # Only where pairs lie: a damaged clip may say that it is thousands of years long.
    places = np.unique(np.concatenate([bins - 1, bins, bins + 1]))
    heights = np.bincount(np.searchsorted(places, bins), weights=weights, minlength=len(places))
    near = np.diff(places) == 1
    around = heights.copy()
    around[:-1] += heights[1:] * near
    around[1:] += heights[:-1] * near
    likely = []
    for place in places[np.argsort(around)[::-1][:4]].tolist():
        there = np.abs(bins - place) <= 1
        if there.any():
            likely.append(float(np.average(shifts[there], weights=weights[there])))
    return likely


def _at(one: Trace, other: Trace, bits: Numbers, shift: float, reach: float) -> _Shift | None:
    """Return the longest stretch of like pictures at ``shift``, or None where too few of those there are alike."""
    gaps = np.abs(one.seconds[:, None] + shift - other.seconds[None])
    comparable = gaps <= reach
    bits = np.where(comparable, bits, 64)
    partner = bits.argmin(axis=1)
    apart = bits[np.arange(len(one)), partner]
    met = np.flatnonzero(comparable.any(axis=1))
    if len(met) == 0:
        return None
    stretch = _densest(apart[met] <= ALIKE)
    ours = met[stretch][apart[met[stretch]] <= ALIKE]
    theirs = np.maximum.accumulate(partner[ours]) if len(ours) else partner[ours]
    fewest = min(FEWEST, len(met)) if len(met) >= min(len(one), len(other)) else FEWEST
    if len(ours) < max(fewest, AT_LEAST):
        return None
    many = len(ours) >= MANY and one.seconds[ours[-1]] - one.seconds[ours[0]] >= LONG_S
    limit = STILL_ALIKE if len(ours) < FEWEST else CLOSE_MANY if many else CLOSE_FEW
    found = _Shift(ours, theirs, len(ours) / (stretch.stop - stretch.start), float(apart[ours].mean()))
    return found if found.share >= LEAST_SHARE and found.apart <= limit else None


def _densest(alike: npt.NDArray[np.bool_]) -> slice:
    """Return the stretch with most like pictures over unlike ones (Kadane): what else differs before it and after."""
    best, best_sum, start, total = slice(0, 0), 0.0, 0, 0.0
    for place, like in enumerate(alike.tolist()):
        if total <= 0:
            start, total = place, 0.0
        total += 1.0 if like else -1.0
        if total > best_sum:
            best, best_sum = slice(start, place + 1), total
    return best


def _score(shift: _Shift) -> float:
    return shift.share * (1 - shift.apart / 32)


def _kind(one: Trace, here: Span, other: Trace, there: Span) -> Likeness:
    ours, theirs = _covers(one, here), _covers(other, there)
    if ours and theirs:
        return Likeness.SAME
    if ours:
        return Likeness.EXCERPT
    return Likeness.CONTAINS if theirs else Likeness.OVERLAPS


def _covers(trace: Trace, span: Span) -> bool:
    """Whether the span is all of the clip, as far as there were pictures to compare."""
    seen = trace.times[-1] - trace.times[0]
    return span.length + Fraction(trace.step) >= seen * COVERED
