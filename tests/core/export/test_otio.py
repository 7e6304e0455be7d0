"""OpenTimelineIO files, loaded by OpenTimelineIO."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import opentimelineio as otio
import pytest
from hypothesis import HealthCheck, given, settings

from core.export.writers import otio_writer
from core.model.clip import Clip
from core.model.media import MediaFacts, MediaKind
from tests.support.marking import AWKWARD, NTSC, a_moment, a_sheet, a_told_clip, counted_clips, some_facts
from tests.support.model import a_clip


def loaded(folder: Path, *clips: Clip, **fields: Any) -> otio.schema.Timeline:
    otio_writer.write(a_sheet(clips, **fields), folder / "sheet.otio")
    return otio.adapters.read_from_file(str(folder / "sheet.otio"))


@given(counted_clips())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_markers_stand_on_their_very_frames(
    tmp_path: Path, drawn: tuple[Clip, Fraction, list[tuple[int, int]]]
) -> None:
    clip, rate, stretches = drawn
    (found,) = loaded(tmp_path, clip).find_clips()
    start = found.source_range.start_time
    assert start == otio.opentime.from_timecode(clip.facts.start_timecode, float(rate))
    for marker, (first, count) in zip(found.markers, stretches, strict=True):
        assert marker.marked_range.start_time - start == otio.opentime.RationalTime(first, float(rate))
        assert marker.marked_range.duration == otio.opentime.RationalTime(count, float(rate))
        about = marker.metadata["slatebook"]
        assert (Fraction(about["in"]), Fraction(about["out"])) == (first / rate, (first + count) / rate)


def test_a_clip_is_told_whole(tmp_path: Path) -> None:
    told = a_told_clip(notes="first\nsecond")
    timeline = loaded(tmp_path, told, notice="Made under an override.")
    assert timeline.name == "Norway shoot"
    assert timeline.metadata["slatebook"]["notice"] == "Made under an override."
    (clip,) = timeline.find_clips()
    assert clip.name == "train_roof.mov"
    assert clip.metadata["cmx_3600"]["reel"] == "A001C002"
    assert clip.metadata["slatebook"]["id"] == f"sb-{told.id}"
    assert clip.metadata["slatebook"]["notes"] == "first\nsecond"
    assert list(clip.metadata["slatebook"]["said"]) == ["location shown: Norway"]
    assert clip.media_reference.target_url.endswith("/train_roof.mov")
    assert clip.available_range() == clip.source_range
    tunnel, waves = clip.markers
    assert (tunnel.name, tunnel.color, tunnel.comment) == ("tunnel", "BLUE", "camera shakes\nperson shown: Tom Cruise")
    assert (waves.name, waves.color) == ("waves back", "YELLOW")
    assert waves.comment == "person shown: Atwell, Hayley | שלום (claimed by @fan)"
    assert waves.marked_range.duration.to_seconds() == 3


def test_clips_lie_end_to_end_whatever_is_known_of_them(tmp_path: Path) -> None:
    odd = some_facts(Fraction(1705500, 73969), 4, variable_rate=True)
    still = a_clip(kind=MediaKind.STILL, facts=MediaFacts())
    broken = a_clip(kind=MediaKind.UNREADABLE, problem="It is empty.", facts=MediaFacts())
    timeline = loaded(tmp_path, still, a_clip(facts=odd), broken, a_clip(facts=some_facts(NTSC, 2)))
    clips = timeline.find_clips()
    assert [round(clip.duration().to_seconds(), 2) for clip in clips] == [0.04, 4.0, 0.04, 2.0]
    assert timeline.duration().to_seconds() == pytest.approx(6.08, abs=0.1)
    assert clips[2].media_reference.is_missing_reference
    remarks = [list(clip.metadata["slatebook"].get("remarks", ())) for clip in clips]
    assert remarks == [
        ["a still picture"],
        ["variable frame rate: frames are counted at 23.976"],
        ["problem: It is empty.", "no frame rate is known: frames are counted at 23.976", "no duration is known"],
        [],
    ]


def test_a_sheet_without_clips_is_a_timeline_without_clips(tmp_path: Path) -> None:
    assert len(loaded(tmp_path).find_clips()) == 0


def test_awkward_text_is_read_back(tmp_path: Path) -> None:
    clips = [replace(a_clip(), name=text, notes=text, moments=(a_moment(1, 2, text, text),)) for text in AWKWARD]
    titles = loaded(tmp_path, *clips, title=AWKWARD[0]).find_clips()
    assert [clip.metadata["slatebook"].get("notes", "") for clip in titles] == [
        text.replace("\ud800", "�") for text in AWKWARD
    ]


def test_every_object_has_the_fields_that_opentimelineio_writes(tmp_path: Path) -> None:
    """Other readers are less forgiving than OpenTimelineIO's own."""
    timeline = loaded(tmp_path, replace(a_told_clip(), notes=""))
    ours = json.loads((tmp_path / "sheet.otio").read_text(encoding="utf-8"))
    theirs = json.loads(timeline.to_json_string())
    assert schemas(ours) == schemas(theirs)
    for name, fields in fields_by_schema(ours).items():
        missing = fields_by_schema(theirs)[name] - fields
        assert missing <= {"color", "available_image_bounds"}  # of a later release than some readers


def schemas(value: object) -> list[str]:
    return sorted(node["OTIO_SCHEMA"] for node in nodes(value))


def fields_by_schema(value: object) -> dict[str, set[str]]:
    return {node["OTIO_SCHEMA"]: set(node) for node in nodes(value)}


def nodes(value: object) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [node for item in value for node in nodes(item)]
    if not isinstance(value, dict):
        return []
    here = [value] if "OTIO_SCHEMA" in value else []
    return here + [node for item in value.values() for node in nodes(item)]
