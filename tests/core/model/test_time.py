"""Exact time and timecode."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.time import Span, clock, offset, timecode

NTSC = Fraction(30000, 1001)


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (0, "00:00:00;00"),
        (1799, "00:00:59;29"),
        (1800, "00:01:00;02"),
        (17981, "00:09:59;29"),
        (17982, "00:10:00;00"),
        (107892, "01:00:00;00"),
    ],
)
def test_drop_frame_counts_as_smpte_12_says(frame: int, expected: str) -> None:
    assert timecode(frame / NTSC, NTSC, drop=True) == expected


def test_sixty_frames_a_second_drop_four_numbers_a_minute() -> None:
    rate = Fraction(60000, 1001)
    assert timecode(3600 / rate, rate, drop=True) == "00:01:00;04"


@given(st.integers(0, 10**6), st.sampled_from([Fraction(24000, 1001), Fraction(24), Fraction(25), NTSC, Fraction(50)]))
def test_a_frame_number_survives_timecode_without_drop(frame: int, rate: Fraction) -> None:
    nominal = -(-rate.numerator // rate.denominator)
    hour, minute, second, number = map(int, timecode(frame / rate, rate).split(":"))
    assert ((hour * 60 + minute) * 60 + second) * nominal + number == frame


def test_drop_frame_at_another_rate_is_refused() -> None:
    with pytest.raises(ValueError, match="no drop-frame count"):
        timecode(Fraction(1), Fraction(25), drop=True)


def test_durations_read_as_people_say_them() -> None:
    assert [clock(Fraction(s)) for s in (7, 90, 3725)] == ["0:07", "1:30", "1:02:05"]


def test_offsets_are_never_a_time_of_day() -> None:
    assert offset(Fraction(61, 10)) == "00:00:06.100"


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Span(Fraction(2), Fraction(1))
