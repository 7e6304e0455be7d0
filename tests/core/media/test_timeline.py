"""What the times of pictures tell of a clip."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from core.media.timeline import Timeline

_RATES = [([], None), ([7], None), ([7, 7, 7], None), ([0, 1001, 2002, 3003], Fraction(30_000, 1001))]


@pytest.mark.parametrize(("times", "rate"), _RATES)
def test_pictures_tell_their_rate_unless_all_have_one_time(times: list[int], rate: Fraction | None) -> None:
    shown = np.array(times, np.int64)
    timeline = Timeline(Fraction(1, 30_000), shown, shown[:1], end=4004, last=Fraction(1), exact=True)
    assert timeline.rate == rate
