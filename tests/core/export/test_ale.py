"""Avid Log Exchanges, every timecode as OpenTimelineIO counts it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import opentimelineio as otio
import pytest
from hypothesis import HealthCheck, given, settings

from core.errors import UserProblem
from core.export.columns import COLUMNS
from core.export.writers import ale_writer
from core.model.clip import Clip
from core.model.ids import TagId
from core.model.media import MediaFacts, MediaKind
from tests.support.marking import AWKWARD, FILM, NTSC_60, TOM, a_moment, a_sheet, a_told_clip, counted_clips, some_facts
from tests.support.model import a_clip, a_tag


def text_of(folder: Path, *clips: Clip, **fields: Any) -> str:
    ale_writer.write(a_sheet(clips, **fields), folder / "sheet.ale")
    return (folder / "sheet.ale").read_bytes().decode("utf-8")


def parts(text: str) -> tuple[dict[str, str], list[dict[str, str]]]:
    """Return the heading and the rows by column."""
    heading, column, data = text.split("\r\n\r\n")
    kept = dict(line.split("\t") for line in heading.split("\r\n")[1:])
    title, names = column.split("\r\n")
    first, *lines = data.removesuffix("\r\n").split("\r\n")
    assert (title, first) == ("Column", "Data")
    return kept, [dict(zip(names.split("\t"), line.split("\t"), strict=True)) for line in lines]


@given(counted_clips())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_moments_stand_on_their_very_frames(
    tmp_path: Path, drawn: tuple[Clip, Fraction, list[tuple[int, int]]]
) -> None:
    clip, rate, stretches = drawn

    def frame(timecode: str) -> int:
        return int(otio.opentime.from_timecode(timecode, float(rate)).value)

    day = frame(f"23:59:59{clip.facts.start_timecode[8]}00") + round(rate)
    heading, (whole, *rows) = parts(text_of(tmp_path, clip, moments=True))
    assert Fraction(heading["FPS"]) == Fraction(whole["FPS"]) == round(rate, 3)
    assert whole["Start"] == clip.facts.start_timecode
    for row, (first, count) in zip(rows, stretches, strict=True):
        start, end = frame(row["Start"]), frame(row["End"])
        assert ((start - frame(whole["Start"])) % day, (end - start) % day) == (first, count)


def test_an_ale_is_as_avid_writes_it(tmp_path: Path) -> None:
    assert text_of(tmp_path, a_told_clip(notes="one\ttwo\r\nthree"), columns=("title", "notes")) == (
        "Heading\r\nFIELD_DELIM\tTABS\r\nVIDEO_FORMAT\t1080\r\nAUDIO_FORMAT\t48khz\r\nFPS\t25\r\n\r\n"
        "Column\r\nName\tTracks\tStart\tEnd\tTape\tFPS\tNotes\tRemarks\r\n\r\n"
        "Data\r\ntrain_roof.mov\tVA1A2\t10:00:00:00\t10:00:10:00\tA001C002\t25\tone two three\t\r\n"
    )


def test_with_moments_each_is_a_line_after_its_clip(tmp_path: Path) -> None:
    _, rows = parts(text_of(tmp_path, a_told_clip(), moments=True, columns=("people",)))
    assert [(row["Name"], row["Start"], row["End"], row["Remarks"]) for row in rows] == [
        ("train_roof.mov", "10:00:00:00", "10:00:10:00", ""),
        (
            "train_roof.mov - tunnel",
            "10:00:02:12",
            "10:00:06:10",
            "camera shakes; person shown: Tom Cruise",
        ),
        (
            "train_roof.mov - waves back",
            "10:00:06:00",
            "10:00:09:00",
            "person shown: Atwell, Hayley | שלום (claimed by @fan)",
        ),
    ]


def test_a_line_of_a_moment_names_who_is_seen_then(tmp_path: Path) -> None:
    tom = a_tag(TOM, id=TagId("t0"))
    everywhere, then = a_told_clip(), a_told_clip()
    everywhere = replace(everywhere, tags=(tom, *everywhere.tags))
    columns = ("people", "location_shown", "moments")
    _, rows = parts(text_of(tmp_path, everywhere, then, moments=True, columns=columns))
    assert [(row["Person"], row["Location"]) for row in rows] == [
        ("Tom Cruise", "Norway"),
        ("Tom Cruise", "Norway"),
        ("", "Norway"),  # he was refuted there
    ] * 2
    assert rows[2]["Moments"] == "00:00:06.000-00:00:09.000 waves back"


def test_every_line_has_its_own_rate_and_the_heading_that_of_the_first(tmp_path: Path) -> None:
    rates = [None, FILM, NTSC_60, Fraction(240)]
    heading, rows = parts(text_of(tmp_path, *(a_clip(facts=some_facts(rate, 10)) for rate in rates)))
    assert heading["FPS"] == "23.976"
    assert [row["FPS"] for row in rows] == ["23.976", "23.976", "59.94", "60"]
    assert [row["End"] for row in rows] == ["00:00:10:00", "00:00:10:00", "00:00:10:00", "00:00:10:00"]


def test_what_is_not_a_plain_clip_has_a_line_and_says_why(tmp_path: Path) -> None:
    odd = some_facts(Fraction(1705500, 73969), 4, variable_rate=True, audio_channels=0)
    still = a_clip("still.jpg", kind=MediaKind.STILL, facts=MediaFacts())
    broken = a_clip("broken.mov", kind=MediaKind.UNREADABLE, problem="It is empty.", facts=MediaFacts())
    _, rows = parts(text_of(tmp_path, still, a_clip("odd.mov", facts=odd), broken, notice="Overridden."))
    assert [(row["Name"], row["Tape"], row["Tracks"], row["End"]) for row in rows] == [
        ("still.jpg", "still", "V", "00:00:00:01"),
        ("odd.mov", "odd", "V", "00:00:04:00"),
        ("broken.mov", "broken", "V", "00:00:00:01"),
    ]
    assert [row["Remarks"].partition(":")[0] for row in rows] == [
        "a still picture", "variable frame rate", "problem",
    ]  # fmt: skip
    assert {row["Notice"] for row in rows} == {"Overridden."}


def test_no_text_breaks_a_line_or_a_cell(tmp_path: Path) -> None:
    clips = [replace(a_clip(), name=text, notes=text, moments=(a_moment(1, 2, text, text),)) for text in AWKWARD]
    _, rows = parts(text_of(tmp_path, *clips, moments=True))
    assert len(rows) == 2 * len(AWKWARD)


def test_all_columns_fit_and_have_headings_of_their_own(tmp_path: Path) -> None:
    text = text_of(tmp_path, a_clip(), columns=tuple(COLUMNS))
    names = text.split("\r\n\r\n")[1].split("\r\n")[1].split("\t")
    assert len(names) <= 64
    assert len(set(names)) == len(names)
    assert {"Name", "Tracks", "Start", "End", "Tape", "Person", "Slatebook ID", "Comments", "Shoot Date"} <= set(names)


def test_more_columns_than_an_ale_holds_are_refused(tmp_path: Path) -> None:
    sheet = a_sheet([])
    wide = replace(sheet, columns=[*sheet.columns] * 20)
    with pytest.raises(UserProblem, match="An ALE holds 64 columns: leave out 3 of"):
        ale_writer.write(wide, tmp_path / "sheet.ale")


def test_the_ale_adapter_of_opentimelineio_reads_it(tmp_path: Path) -> None:
    pytest.importorskip("otio_ale_adapter", reason="needs otio-ale-adapter")
    text_of(tmp_path, a_told_clip(), moments=True)
    clips = otio.adapters.read_from_file(str(tmp_path / "sheet.ale"), fps=25).find_clips()
    assert [clip.name for clip in clips] == [
        "train_roof.mov", "train_roof.mov - tunnel", "train_roof.mov - waves back",
    ]  # fmt: skip
    assert [clip.source_range.duration.value for clip in clips] == [250, 98, 75]
    assert clips[0].metadata["ALE"]["Tape"] == "A001C002"
