"""Markers: every clip is in the list, in exact time, with facts and doubts kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import opentimelineio.opentime as otio_time
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.export.counting import STANDARD_RATES, Counting, counting_of, standard_rate, start_of
from core.export.formats import FORMATS
from core.export.markers import MarkedClip, file_url, marked_clips, one_line, placed
from core.model.clip import Clip, Moment, Role, Status
from core.model.ids import MomentId
from core.model.media import MediaFacts, MediaFile, MediaKind
from core.model.time import Span
from tests.support.marking import (
    AWKWARD,
    COUNTS,
    HAYLEY,
    NTSC,
    NTSC_60,
    TOM,
    a_moment,
    a_sheet,
    a_told_clip,
    counted_clips,
    some_facts,
)  # fmt: skip
from tests.support.model import a_clip, a_tag


def marked(*clips: Clip) -> list[MarkedClip]:
    return list(marked_clips(a_sheet(clips)))


@given(counted_clips())
def test_a_moment_on_frames_is_told_as_those_frames(drawn: tuple[Clip, Fraction, list[tuple[int, int]]]) -> None:
    clip, rate, stretches = drawn
    (found,) = marked(clip)
    assert found.counting.rate == rate
    assert [found.counting.frames(marker.span) for marker in found.markers] == stretches
    assert found.remarks == ()


@given(counted_clips(), st.sampled_from([600, 1000, 90000]))
def test_a_moment_a_container_rounded_to_its_clock_is_told_as_the_frames_it_meant(
    drawn: tuple[Clip, Fraction, list[tuple[int, int]]], ticks: int
) -> None:
    _, rate, stretches = drawn
    for first, count in stretches:
        span = Span(*(Fraction(round(frame / rate * ticks), ticks) for frame in (first, first + count)))
        assert Counting(rate).frames(span) == (first, count)


@given(st.sampled_from(COUNTS), st.integers(0, 24 * 3600 * 50))
@example((NTSC, True), 1799)
@example((NTSC, True), 1800)
@example((NTSC_60, True), 3600)
def test_timecode_is_as_opentimelineio_counts_it(count: tuple[Fraction, bool], frame: int) -> None:
    rate, drop = count
    counting = Counting(rate, drop=drop)
    frame %= counting.day
    text = counting.timecode(frame)
    assert otio_time.from_timecode(text, float(rate)).value == frame
    assert start_of(text, rate) == Counting(rate, frame, drop)


def test_timecode_begins_again_after_a_day() -> None:
    for rate, drop in COUNTS:
        assert Counting(rate, drop=drop).timecode(Counting(rate, drop=drop).day) in ("00:00:00:00", "00:00:00;00")


@pytest.mark.parametrize(
    "text", ["", "1:2:3", "24:00:00:00", "00:60:00:00", "00:00:60:00", "00:00:00:25", "00:00:00", "soon", "٠٠:00:00:99"]
)
def test_what_is_no_timecode_is_told_and_counted_from_zero(text: str) -> None:
    counting, remarks = counting_of(some_facts(start_timecode=text), Fraction(25))
    assert counting == Counting(Fraction(25))
    assert remarks == ([f"start timecode “{text}” is none at this rate: counted from zero"] if text else [])


def test_a_dropped_number_is_no_timecode_and_a_semicolon_means_nothing_where_none_are_dropped() -> None:
    assert start_of("00:01:00;00", NTSC) is None
    assert start_of("00:10:00;00", NTSC) == Counting(NTSC, 17982, True)
    assert start_of("00:00:01;00", Fraction(25)) == Counting(Fraction(25), 25, False)


@pytest.mark.parametrize(
    ("rate", "standard"),
    [("2997/100", NTSC), ("23976/1000", Fraction(24000, 1001)), ("15", Fraction(30)), ("25/2", Fraction(25)),
     ("15000/1001", NTSC), ("1705500/73969", Fraction(24000, 1001)), ("1000", Fraction(240)), ("1/7", Fraction(24)),
     ("90000/1", Fraction(240)), ("5994/100", NTSC_60), ("120", Fraction(120))],
)  # fmt: skip
def test_any_rate_is_counted_at_one_that_editing_systems_know(rate: str, standard: Fraction) -> None:
    assert standard_rate(Fraction(rate)) == standard


@given(st.fractions(min_value=Fraction(1, 1000), max_value=100_000))
def test_no_rate_breaks_the_counting(rate: Fraction) -> None:
    counting, _ = counting_of(some_facts(rate), Fraction(25))
    assert counting.rate in STANDARD_RATES
    assert counting.for_timecode().rate <= 60
    assert len(counting.for_timecode().timecode(10**6)) == len("00:00:00:00")


def test_what_had_to_be_assumed_is_said() -> None:
    odd = Fraction(1705500, 73969)
    told = [
        (a_clip(facts=some_facts(odd, variable_rate=True)), ["variable frame rate: frames are counted at 23.976"]),
        (a_clip(facts=some_facts(odd)), ["frame rate 23.057: frames are counted at 23.976"]),
        (a_clip(facts=some_facts(None)), ["no frame rate is known: frames are counted at 23.976"]),
        (a_clip(kind=MediaKind.STILL, facts=some_facts(None)), ["a still picture"]),
        (
            a_clip(kind=MediaKind.UNREADABLE, problem="It is empty.", facts=some_facts(None)),
            ["problem: It is empty.", "no frame rate is known: frames are counted at 23.976"],
        ),
    ]
    assert [list(clip.remarks) for clip in marked(*(clip for clip, _ in told))] == [words for _, words in told]


def test_a_clip_without_a_rate_takes_that_of_the_clip_before_it_and_the_first_that_of_the_first_that_has_one() -> None:
    rates = [None, Fraction(50), None, Fraction(24), None]
    assert [clip.counting.rate for clip in marked(*(a_clip(facts=some_facts(rate)) for rate in rates))] == [
        50, 50, 50, 24, 24,
    ]  # fmt: skip
    assert [clip.counting.rate for clip in marked(a_clip(facts=some_facts(None)))] == [25]
    assert marked() == []


def test_a_still_is_a_frame_and_a_clip_without_duration_ends_with_its_last_moment() -> None:
    (still,) = marked(a_clip(kind=MediaKind.STILL, facts=MediaFacts()))
    assert (still.length, still.remarks) == (Fraction(1, 25), ("a still picture",))
    facts = MediaFacts(frame_rate=Fraction(25))
    bare, told = marked(a_clip(facts=facts), a_clip(facts=facts, moments=(a_moment(2, 8),)))
    assert (bare.length, told.length) == (Fraction(1, 25), 8)
    assert bare.remarks == told.remarks == ("no duration is known",)


def test_a_moment_past_the_end_stretches_the_clip_and_says_so() -> None:
    (found,) = marked(a_clip(moments=(a_moment(9, 12),)))
    assert (found.length, found.remarks) == (12, ("a moment reaches past the end of the clip",))


def test_moments_come_in_order_of_time_and_the_longer_of_two_that_begin_together_first() -> None:
    moments = (a_moment(5, 6, "c"), a_moment(1, 2, "b", id="m2"), a_moment(1, 4, "a", id="m3"))
    (found,) = marked(a_clip(moments=moments))
    assert [marker.name for marker in found.markers] == ["a", "b", "c"]


def test_a_moment_without_length_is_a_frame_long_and_one_without_a_label_has_a_name() -> None:
    (found,) = marked(a_clip(moments=(a_moment(5, 5, " "),)))
    assert found.markers[0].span == Span(Fraction(5), Fraction(126, 25))
    assert found.markers[0].name == "Moment"


def test_facts_and_doubts_are_told_where_they_were_said_and_what_was_refuted_nowhere() -> None:
    (found,) = marked(a_told_clip())
    tunnel, waves = found.markers
    assert found.lines == ["location shown: Norway"]
    assert (tunnel.said.facts, tunnel.said.doubts) == (((Role.PERSON_SHOWN, "Tom Cruise"),), ())
    assert tunnel.lines == ["camera shakes", "person shown: Tom Cruise"]
    assert waves.said.facts == ()
    assert waves.said.doubts == ("person shown: Atwell, Hayley | שלום (claimed by @fan)",)
    disputed = a_tag(TOM, id="t9", status=Status.DISPUTED, said_by="@fan")
    (other,) = marked(a_clip(tags=(disputed,)))
    assert other.said.lines == ["person shown: Tom Cruise (disputed, said by @fan)"]


def test_a_tag_whose_moment_is_gone_speaks_of_the_clip() -> None:
    (found,) = marked(a_clip(tags=(a_tag(HAYLEY, id="t1", moment=MomentId("gone")), a_tag(TOM, id="t2"))))
    assert found.said.lines == ["person shown: Atwell, Hayley | שלום, Tom Cruise"]


def test_clips_lie_end_to_end() -> None:
    clips = marked_clips(a_sheet([a_clip(), a_clip(facts=some_facts(NTSC, "1/3")), a_clip()]))
    assert [begins for begins, _ in placed(clips)] == [0, 10, Fraction(31, 3)]


@pytest.mark.parametrize("text", AWKWARD)
def test_text_is_on_one_line_and_fit_for_every_file(text: str) -> None:
    (found,) = marked(replace(a_clip(), name=text, moments=(a_moment(1, 2, text, text),)))
    for told in (found.name, found.markers[0].name, found.markers[0].note):
        assert len(told.splitlines()) <= 1
        told.encode("utf-8")
    assert one_line(" a\tb\r\nc ") == "a b c"


def test_the_url_of_a_file_names_its_very_bytes() -> None:
    assert file_url(MediaFile(path="/footage/a b#1.mov")) == "file:///footage/a%20b%231.mov"
    assert file_url(MediaFile(path="/f/caf�.mov", raw_path="L2YvY2Fm6S5tb3Y=")) == "file:///f/caf%E9.mov"
    assert file_url(MediaFile(path="../media/a b#1.mov")) == "../media/a%20b%231.mov"
    assert file_url(MediaFile(path="C:\\Footage\\a b.mov")) == "file:///C:/Footage/a%20b.mov"
    assert file_url(MediaFile(path="\\\\server\\share\\a.mov")) == "file://server/share/a.mov"


def test_clips_are_marked_one_at_a_time() -> None:
    made: list[int] = []

    def clips() -> Iterator[Clip]:
        for number in range(5):
            made.append(number)
            yield a_clip(moments=(Moment(id=MomentId("m"), span=Span(Fraction(0), Fraction(1)), label="x"),))

    assert [len(made) for _ in marked_clips(a_sheet(clips()))] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("form", ["otio", "edl", "fcpxml", "ale", "vtt", "srt"])
def test_every_format_tells_doubts_as_such_and_nothing_refuted(tmp_path: Path, form: str) -> None:
    target = tmp_path / f"sheet.{form}"
    sheet = a_sheet([a_told_clip()], ("title", "people", "location_shown"), moments=True, notice="Under an override.")
    FORMATS[form].write(sheet, target)
    text = target.read_text(encoding="utf-8")
    assert "@liar" not in text
    assert text.count("שלום") == text.count("שלום (claimed by @fan)") > 0
    assert "Norway" in text
    assert "Under an override." in text
