"""Final Cut Pro XML, held against Apple's own DTD and read by lxml."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import opentimelineio as otio
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from core.export.columns import COLUMNS
from core.export.writers import fcpxml_writer
from core.model.clip import Clip
from core.model.ids import TagId
from core.model.media import MediaFacts, MediaKind
from core.model.vocabulary import EntryKind
from tests.support.marking import AWKWARD, NTSC, WORDS, a_moment, a_sheet, a_told_clip, counted_clips, some_facts
from tests.support.model import a_clip, a_tag, an_entry

VALIDATORS = Path(__file__).resolve().parents[4] / "shared" / "validators"


@pytest.fixture(scope="module")
def dtd() -> etree.DTD:
    """Return Apple's DTD; without it the test is skipped."""
    path = VALIDATORS / "FCPXMLv1_10.dtd"
    if not path.is_file():
        pytest.skip("needs FCPXMLv1_10.dtd in ../shared/validators beside the checkout")
    return etree.DTD(str(path))


def tree_of(folder: Path, *clips: Clip, **fields: Any) -> etree._Element:
    fcpxml_writer.write(a_sheet(clips, **fields), folder / "sheet.fcpxml")
    return etree.parse(str(folder / "sheet.fcpxml")).getroot()


def seconds(text: str) -> Fraction:
    assert text.endswith("s")
    return Fraction(text[:-1])


def some_of_everything() -> list[Clip]:
    odd = some_facts(Fraction(1705500, 73969), 4, variable_rate=True, audio_channels=0)
    return [
        a_told_clip(notes="first\nsecond"),
        a_clip("still.jpg", kind=MediaKind.STILL, facts=MediaFacts(width=4000, height=3000), tags=a_told_clip().tags),
        a_clip(facts=odd),
        a_clip(kind=MediaKind.UNREADABLE, problem="It is empty.", facts=MediaFacts()),
        *(replace(a_clip(), name=text, notes=text, moments=(a_moment(1, 2, text, text),)) for text in AWKWARD),
    ]


def test_apples_dtd_finds_no_fault(tmp_path: Path, dtd: etree.DTD) -> None:
    tree = tree_of(tmp_path, *some_of_everything(), columns=tuple(COLUMNS), notice="Made under <an> override.")
    assert dtd.validate(tree), dtd.error_log
    assert dtd.validate(tree_of(tmp_path)), dtd.error_log


def test_apples_dtd_would_find_a_fault(tmp_path: Path, dtd: etree.DTD) -> None:
    tree = tree_of(tmp_path, a_told_clip())
    for marker in tree.iter("marker"):
        del marker.attrib["value"]
    assert not dtd.validate(tree)


@given(counted_clips())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_markers_stand_on_their_very_frames(
    tmp_path: Path, drawn: tuple[Clip, Fraction, list[tuple[int, int]]]
) -> None:
    clip, rate, stretches = drawn
    tree = tree_of(tmp_path, clip)
    (frame_duration,) = tree.xpath("resources/format/@frameDuration")
    assert seconds(frame_duration) == 1 / rate
    (element,) = tree.iter("asset-clip")
    start = otio.opentime.from_timecode(clip.facts.start_timecode, float(rate)).value
    assert seconds(element.get("start")) * rate == start
    assert element.get("tcFormat") == ("DF" if ";" in clip.facts.start_timecode else "NDF")
    for marker, (first, count) in zip(element.iter("marker"), stretches, strict=True):
        assert seconds(marker.get("start")) * rate == start + first
        assert seconds(marker.get("duration")) * rate == count


def test_a_clip_is_told_whole(tmp_path: Path) -> None:
    tree = tree_of(tmp_path, a_told_clip(notes="first\nsecond"), notice="Overridden.")
    (clip,) = tree.xpath("event[@name='Norway shoot']/asset-clip")
    (asset,) = tree.xpath("resources/asset")
    assert (clip.get("ref"), clip.get("name"), asset.get("start")) == (asset.get("id"), "train_roof.mov", "36000s")
    assert (asset.get("audioChannels"), asset.get("audioRate")) == ("2", "48000")
    assert asset.find("media-rep").get("src").endswith("/train_roof.mov")
    assert clip.findtext("note") == "Overridden.\nlocation shown: Norway"
    tunnel, waves = clip.iter("marker")
    assert (tunnel.get("value"), tunnel.get("completed")) == ("tunnel", None)
    assert tunnel.get("note") == "camera shakes; person shown: Tom Cruise"
    assert (waves.get("value"), waves.get("completed")) == ("waves back", "0")
    assert waves.get("note") == "person shown: Atwell, Hayley | שלום (claimed by @fan)"
    assert [(word.get("value"), word.get("start"), word.get("duration")) for word in clip.iter("keyword")] == [
        ("Norway", "36000s", "10s"), ("Tom Cruise", "900062/25s", "98/25s"),
    ]  # fmt: skip
    told = {item.get("key"): item.get("value") for item in clip.iter("md")}
    assert told["com.apple.proapps.studio.reel"] == "A001C002"
    assert told["org.slatebook.notes"] == "first second"


def test_a_keyword_with_a_comma_is_one_keyword(tmp_path: Path) -> None:
    entry = an_entry(EntryKind.KEYWORD, "rain, heavy")
    WORDS.update({entry.id: entry})
    tree = tree_of(tmp_path, a_clip(tags=(a_tag(entry, id=TagId("t")),)))
    WORDS.update({entry.id: None})
    assert [word.get("value") for word in tree.iter("keyword")] == ["rain; heavy"]


def test_formats_are_shared_and_a_still_has_no_frame_duration(tmp_path: Path) -> None:
    clips = [a_clip(facts=some_facts(NTSC)), a_clip(facts=some_facts(NTSC)), a_clip(facts=some_facts(Fraction(25)))]
    still = a_clip("still.jpg", kind=MediaKind.STILL, facts=MediaFacts(width=4000, height=3000))
    tree = tree_of(tmp_path, *clips, still)
    assert [form.get("frameDuration") for form in tree.iter("format")] == ["1001/30000s", "1/25s", None]
    assert [(clip.tag, clip.get("name")) for clip in tree.find("event")][-1] == ("clip", "still.jpg")
    assert tree.xpath("event/clip/note/text()") == ["a still picture"]
    assert tree.xpath("event/clip/video/@ref") == tree.xpath("resources/asset[@name='still.jpg']/@id")
    ids = tree.xpath("resources/*/@id")
    assert len(ids) == len(set(ids)) == 7
