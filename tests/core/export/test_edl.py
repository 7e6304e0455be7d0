"""Marker EDLs: every line as Resolve writes it, every timecode as OpenTimelineIO counts it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import opentimelineio as otio
import pytest
from hypothesis import HealthCheck, given, settings

from core.errors import UserProblem
from core.export.writers import edl_writer
from core.model.clip import Clip
from core.model.media import MediaFacts, MediaKind
from tests.support.marking import AWKWARD, NTSC, NTSC_60, a_moment, a_sheet, a_told_clip, counted_clips, some_facts
from tests.support.model import a_clip

EVENT = re.compile(
    r"(?P<number>\d{3,})  (?P<reel>\S{1,8}) +V     C        (?P<times>(?:\d\d:\d\d:\d\d[:;]\d\d ){4}) \r\n"
    r"(?P<note>[^|\r\n]*) \|C:(?P<color>ResolveColor\w+) \|M:(?P<name>[^|\r\n]*) \|D:(?P<frames>\d+)\r\n"
    r"(?P<comments>(?:\* [^\r\n]*\r\n)*)"
)


@dataclass(frozen=True)
class Event:
    """One marker as an EDL tells it."""

    number: str
    reel: str
    times: list[str]
    note: str
    color: str
    name: str
    frames: int
    comments: list[str]


def text_of(folder: Path, *clips: Clip, **fields: Any) -> str:
    edl_writer.write(a_sheet(clips, **fields), folder / "sheet.edl")
    return (folder / "sheet.edl").read_bytes().decode("utf-8")


def events(text: str) -> list[Event]:
    """Return every event; what is no event and no heading is a fault."""
    _heading, *blocks = text.split("\r\n\r\n")
    found = [EVENT.fullmatch(block if block.endswith("\r\n") else f"{block}\r\n") for block in blocks]
    fields = [match.groupdict() for match in found if match]
    assert len(fields) == len(blocks)
    return [
        Event(**field | {
            "times": field["times"].split(),
            "frames": int(field["frames"]),
            "comments": field["comments"].split("\r\n")[:-1],
        })
        for field in fields
    ]  # fmt: skip


def frame(timecode: str, rate: Fraction) -> int:
    return int(otio.opentime.from_timecode(timecode, float(rate)).value)


@given(counted_clips())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_markers_stand_on_their_very_frames(
    tmp_path: Path, drawn: tuple[Clip, Fraction, list[tuple[int, int]]]
) -> None:
    clip, rate, stretches = drawn
    day = frame(clip.facts.start_timecode.replace(clip.facts.start_timecode[:8], "23:59:59"), rate) + round(rate)
    start = frame(clip.facts.start_timecode, rate)
    first_record = frame(f"01:00:00{clip.facts.start_timecode[8]}00", rate)
    for event, (first, count) in zip(events(text_of(tmp_path, clip)), stretches, strict=True):
        source, source_after, record, record_after = (frame(each, rate) for each in event.times)
        assert ((source - start) % day, record - first_record, event.frames) == (first, first, count)
        assert ((source_after - source) % day, record_after - record) == (1, 1)


def test_an_edl_is_as_resolve_writes_it(tmp_path: Path) -> None:
    assert text_of(tmp_path, a_told_clip()) == (
        "TITLE: Norway shoot\r\nFCM: NON-DROP FRAME\r\n\r\n"
        "001  A001C002 V     C        10:00:02:12 10:00:02:13 01:00:02:12 01:00:02:13  \r\n"
        "camera shakes; person shown: Tom Cruise |C:ResolveColorBlue |M:tunnel |D:98\r\n"
        "* FROM CLIP NAME: train_roof.mov\r\n* location shown: Norway\r\n\r\n"
        "002  A001C002 V     C        10:00:06:00 10:00:06:01 01:00:06:00 01:00:06:01  \r\n"
        "person shown: Atwell, Hayley / שלום (claimed by @fan) |C:ResolveColorYellow |M:waves back |D:75\r\n"
        "* FROM CLIP NAME: train_roof.mov\r\n* location shown: Norway\r\n"
    )


def test_drop_frame_follows_the_first_clip(tmp_path: Path) -> None:
    facts = some_facts(NTSC, 120, start_timecode="00:59:59;28")
    text = text_of(tmp_path, a_clip(facts=facts, moments=(a_moment("60.06", 61),)))
    assert "FCM: DROP FRAME" in text
    assert events(text)[0].times == ["01:00:59;28", "01:00:59;29", "01:01:00;02", "01:01:00;03"]


def test_clips_of_several_rates_lie_end_to_end_at_the_rate_of_the_first(tmp_path: Path) -> None:
    first = a_clip("first", facts=some_facts(Fraction(25), 10))
    second = a_clip("second", facts=some_facts(NTSC_60, 10, reel="B 12/é"), moments=(a_moment(1, 2, "look"),))
    one, two = events(text_of(tmp_path, first, second))
    assert (one.color, one.name, one.frames, one.reel) == ("ResolveColorCyan", "first", 250, "001")
    assert one.times == ["00:00:00:00", "00:00:00:01", "01:00:00:00", "01:00:00:01"]
    assert two.times == ["00:00:00:59", "00:00:01:00", "01:00:11:00", "01:00:11:01"]  # frame 59 is on screen at 1 s
    assert (two.reel, two.frames) == ("B_12_", 25)


def test_what_is_not_a_plain_clip_is_marked_and_says_why(tmp_path: Path) -> None:
    odd = some_facts(Fraction(1705500, 73969), 4, variable_rate=True)
    still = a_clip(kind=MediaKind.STILL, facts=MediaFacts())
    broken = a_clip(kind=MediaKind.UNREADABLE, problem="It is empty.", facts=MediaFacts())
    found = events(text_of(tmp_path, still, a_clip(facts=odd), broken))
    assert [event.frames for event in found] == [1, 96, 1]
    assert [event.note for event in found] == [
        "a still picture",
        "variable frame rate: frames are counted at 23.976",
        "problem: It is empty.; no frame rate is known: frames are counted at 23.976; no duration is known",
    ]
    told = a_clip(facts=odd, moments=(a_moment(1, 2),))
    assert "* variable frame rate: frames are counted at 23.976" in events(text_of(tmp_path, told))[0].comments


def test_fast_clips_are_counted_at_a_rate_timecode_has(tmp_path: Path) -> None:
    clip = a_clip(facts=some_facts(Fraction(120), 10), moments=(a_moment("1.25", 2),))
    (event,) = events(text_of(tmp_path, clip))
    assert (event.times[0], event.frames) == ("00:00:01:15", 45)


def test_no_text_breaks_a_line_or_a_field(tmp_path: Path) -> None:
    clips = [replace(a_clip(), name=text, moments=(a_moment(1, 2, text, text),)) for text in AWKWARD]
    found = events(text_of(tmp_path, *clips, notice="a\nb"))
    assert len(found) == len(AWKWARD)
    assert found[0].name == found[0].note == "a/b"


def test_numbers_go_on_after_999_and_an_override_is_told(tmp_path: Path) -> None:
    text = text_of(tmp_path, *(a_clip(facts=some_facts(seconds=1)) for _ in range(1001)), notice="Overridden.")
    assert [event.number for event in events(text)][-3:] == ["999", "1000", "1001"]
    assert "\r\n* Overridden.\r\n" in text
    assert events(text_of(tmp_path)[:-2]) == []


def test_more_than_a_day_is_refused(tmp_path: Path) -> None:
    long = [a_clip("long", facts=some_facts(seconds=12 * 3600)), a_clip("later", facts=some_facts(seconds=12 * 3600))]
    with pytest.raises(UserProblem, match="longer from later on: choose fewer clips"):
        text_of(tmp_path, *long)


def test_the_cmx_3600_adapter_of_opentimelineio_reads_it(tmp_path: Path) -> None:
    pytest.importorskip("otio_cmx3600_adapter", reason="needs otio-cmx3600-adapter")
    text_of(tmp_path, a_told_clip())
    timeline = otio.adapters.read_from_file(str(tmp_path / "sheet.edl"), rate=25)
    clips = timeline.find_clips()
    assert [clip.name for clip in clips] == ["train_roof.mov", "train_roof.mov"]
    assert [clip.source_range.start_time.to_timecode() for clip in clips] == ["10:00:02:12", "10:00:06:00"]
