"""Two clips laid beside each other in time, by hashes that are drawn here."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from core.model.ids import ClipId
from core.model.time import Span
from core.seen.aligning import overlap
from core.seen.traces import Trace


def _trace(name: str, times: list[Fraction], seed: int) -> Trace:
    hashes = np.random.default_rng(seed).integers(0, 2**63, len(times), np.uint64)
    return Trace(ClipId(name), tuple(times), np.array([float(time) for time in times]), hashes, hashes, times[-1])


def test_a_clip_whose_times_reach_over_thousands_of_years_is_compared_like_any_other() -> None:
    times = [Fraction(number, 2) for number in range(20)]
    whole, broken = _trace("whole", times, 1), _trace("broken", [*times[:19], Fraction(2**38)], 1)
    found = overlap(whole, broken)
    assert found is not None
    assert found.here == found.there == Span(times[0], times[18])
