"""Times as people type them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserProblem
from core.export.counting import Counting, timecode_of
from core.model.media import MediaFacts
from core.model.time import offset, timecode
from gui.inspector.time_entry import read_time

NTSC = Fraction(30000, 1001)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("12.5", Fraction(25, 2)),
        ("12.5 s", Fraction(25, 2)),
        ("1:02.5", Fraction(125, 2)),
        ("1:00:02", Fraction(3602)),
        (" 0:00.040 ", Fraction(1, 25)),
    ],
)
def test_a_time_is_read_exactly(text: str, seconds: Fraction) -> None:
    assert read_time(text, None) == seconds


@given(frame=st.integers(0, 200_000), rate=st.sampled_from([Fraction(25), Fraction(24), NTSC, Fraction(60000, 1001)]))
def test_a_timecode_is_read_as_the_frame_it_was_written_for(frame: int, rate: Fraction) -> None:
    time = frame / rate
    assert read_time(timecode(time, rate), Counting(rate)) == time


@given(
    frame=st.integers(0, 200_000),
    start=st.sampled_from(["00:00:00:00", "10:00:00:00", "00:00:30;00", "01:59:59;28", "23:59:00:00"]),
    rate=st.sampled_from([Fraction(24), Fraction(25), NTSC, Fraction(60000, 1001), Fraction(24000, 1001)]),
)
def test_a_place_as_the_player_tells_it_is_read_as_the_frame_it_was_told_of(
    frame: int, start: str, rate: Fraction
) -> None:
    counting = timecode_of(MediaFacts(frame_rate=rate, start_timecode=start))
    assert counting is not None
    assert read_time(counting.timecode(frame), counting, (frame + 1) / rate) == frame / rate


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("10:00:12:05", Fraction(12) + Fraction(5, 25)), ("00:00:12:05", Fraction(12) + Fraction(5, 25))],
)
def test_timecode_may_be_that_of_the_clip_or_count_from_its_beginning(text: str, seconds: Fraction) -> None:
    assert read_time(text, timecode_of(MediaFacts(frame_rate=Fraction(25), start_timecode="10:00:00:00"))) == seconds


def test_a_number_that_drop_frame_skips_is_refused() -> None:
    counting = timecode_of(MediaFacts(frame_rate=NTSC, start_timecode="00:00:30;00"))
    assert read_time("00:01:00;02", counting) == 900 / NTSC
    with pytest.raises(UserProblem, match="00:01:00;00"):
        read_time("00:01:00;00", counting)


@given(milliseconds=st.integers(0, 100_000_000))
def test_a_time_as_it_is_shown_is_read_back(milliseconds: int) -> None:
    time = Fraction(milliseconds, 1000)
    assert read_time(offset(time), None) == time


@pytest.mark.parametrize("text", ["", "soon", "1:2:3:4:5", "-3", "00:00:12:30"])
def test_what_is_no_time_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UserProblem):
        read_time(text, Counting(Fraction(25)))


def test_frames_need_a_frame_rate() -> None:
    with pytest.raises(UserProblem, match="no frame rate"):
        read_time("00:00:12:05", None)
