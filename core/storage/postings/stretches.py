"""Where in clips something holds, in arrays: the same as core.search.places says of one clip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import numpy as np

from core.storage.postings.arrays import At, Ints, Mask, spans
from core.values import dataclass

_PAIRS_AT_ONCE = 1 << 20
_FARTHEST = 1 << 62
"""More ticks than lie between any two that are 64-bit numbers here."""

NO_MOMENT = -1


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Stretches of clips from tick to tick, or ``whole`` clips; ``moments`` have one column for each that says so."""

    rows: Ints
    starts: Ints
    ends: Ints
    units: Ints
    whole: Mask
    moments: Ints

    def __len__(self) -> int:
        return len(self.rows)

    def at(self, places: At | Mask) -> Stretches:
        return Stretches(
            self.rows[places],
            self.starts[places],
            self.ends[places],
            self.units[places],
            self.whole[places],
            self.moments[places],
        )


def one_after_the_other(parts: Sequence[Stretches]) -> Stretches:
    """Return the stretches of all ``parts``, of which there is at least one."""
    width = max(part.moments.shape[1] for part in parts)
    moments = [
        np.pad(part.moments, ((0, 0), (0, width - part.moments.shape[1])), constant_values=NO_MOMENT) for part in parts
    ]
    return Stretches(
        np.concatenate([part.rows for part in parts]),
        np.concatenate([part.starts for part in parts]),
        np.concatenate([part.ends for part in parts]),
        np.concatenate([part.units for part in parts]),
        np.concatenate([part.whole for part in parts]),
        np.concatenate(moments),
    )


def near(first: Stretches, second: Stretches, within: Fraction | None) -> Stretches:
    """Return where both hold at the same time, or from the one to the other where they are ``within`` seconds."""
    first, second = first.at(np.isin(first.rows, second.rows)), second.at(np.isin(second.rows, first.rows))
    found = [_joined(one, other, within) for one, other in _pairs(first, second)]
    nothing = _joined(first.at(slice(0)), second.at(slice(0)), within)
    return one_after_the_other([nothing, *found])


def _pairs(first: Stretches, second: Stretches) -> Iterator[tuple[Stretches, Stretches]]:
    """Yield every two stretches of one clip, not too many at once."""
    second = second.at(np.argsort(second.rows, kind="stable"))
    begins = np.searchsorted(second.rows, first.rows, "left")
    counts = np.searchsorted(second.rows, first.rows, "right") - begins
    done, ends = 0, np.cumsum(counts)
    while done < len(first):
        before = int(ends[done - 1]) if done else 0
        upto = max(done + 1, int(np.searchsorted(ends, before + _PAIRS_AT_ONCE, "right")))
        some = slice(done, upto)
        yield (
            first.at(np.repeat(np.arange(done, min(upto, len(first))), counts[some])),
            second.at(spans(begins[some], counts[some])),
        )
        done = upto


def _joined(one: Stretches, other: Stretches, within: Fraction | None) -> Stretches:
    """Return what is left of pairs, the stretches of the one beside those of the other."""
    units = np.maximum(one.units, other.units)
    both = ~one.whole & ~other.whole
    latest_start, first_end = np.maximum(one.starts, other.starts), np.minimum(one.ends, other.ends)
    if within is None:
        kept = ~both | _overlap(one, other, latest_start, first_end)
        starts = np.where(one.whole, other.starts, np.where(other.whole, one.starts, latest_start))
        ends = np.where(one.whole, other.ends, np.where(other.whole, one.ends, first_end))
        whole = one.whole & other.whole
    else:
        apart = np.where(both, np.maximum(latest_start - first_end, 0), 0)
        kept = apart <= _ticks(within, units)
        starts, ends = np.minimum(one.starts, other.starts), np.maximum(one.ends, other.ends)
        whole = ~both
    moments = np.concatenate([one.moments, other.moments], axis=1)
    return Stretches(one.rows, starts, ends, units, whole, moments).at(kept.astype(np.bool_))


def _overlap(one: Stretches, other: Stretches, start: Ints, end: Ints) -> Mask:
    """Return which pairs share a time; a stretch without length holds at its one time."""
    no_length = (one.starts == one.ends) | (other.starts == other.ends)
    found: Mask = (start < end) | ((start == end) & no_length & _hold_at(one, start) & _hold_at(other, start))
    return found


def _hold_at(stretches: Stretches, ticks: Ints) -> Mask:
    starts, ends = stretches.starts, stretches.ends
    found: Mask = ((starts <= ticks) & (ticks < ends)) | ((starts == ticks) & (ticks == ends))
    return found


def _ticks(within: Fraction, units: Ints) -> Ints:
    """Return how many whole ticks there are in ``within`` seconds, by how many there are in one."""
    different, which = np.unique(units, return_inverse=True)
    counts = [within.numerator * int(unit) // within.denominator for unit in different]
    if units.dtype != object:
        counts = [min(count, _FARTHEST) for count in counts]
    ticks: Ints = np.array(counts, units.dtype)[which]
    return ticks
