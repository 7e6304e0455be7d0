"""Video Metadata Hub JSON, held against the schema of the IPTC."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from core.export.writers import vmh_writer
from core.model.clip import Access, Clip
from core.model.media import DateShot, Precision
from tests.support.described import a_full_clip, a_sheet
from tests.support.model import a_clip
from tests.support.official import official

SHARED = "https://www.iptc.org/std/phovidmd/iptc-phovidmdshared-schema.json"
STRUCTURES = (
    "CvTerm", "Device", "Entity", "EpisodeSeason", "FrameSize", "MediaFragment", "Series", "TemporalCoverage",
    "VideoTime",
)  # fmt: skip


def written(tmp_path: Path, *clips: Clip, notice: str = "") -> list[dict[str, Any]]:
    vmh_writer.write(a_sheet(*clips, notice=notice), tmp_path / "sheet.json")
    found: list[dict[str, Any]] = json.loads((tmp_path / "sheet.json").read_text(encoding="utf-8"))
    return found


def schema() -> jsonschema.Draft4Validator:
    """Return the official schema; the definitions it shares with photos are not published with it."""
    hub = json.loads(official("iptc-vmhub-1.5-schema.json").read_text(encoding="utf-8"))
    texts = {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}
    shared = {"definitions": {name: {"type": "object"} for name in STRUCTURES} | {"AltLang": texts}}
    registry: Registry[Any] = Registry().with_resource(SHARED, Resource(shared, DRAFT4))
    checker = jsonschema.Draft4Validator.FORMAT_CHECKER
    return jsonschema.Draft4Validator(hub, registry=registry, format_checker=checker)


def test_the_schema_of_the_iptc_takes_it(tmp_path: Path) -> None:
    found = written(tmp_path, a_full_clip(), a_clip(), a_full_clip("two.mov"))
    assert [error.message for error in schema().iter_errors(found)] == []
    assert len(found) == 3


def test_the_schema_would_say_if_a_property_were_misspelt(tmp_path: Path) -> None:
    (found,) = written(tmp_path, a_full_clip())
    hub = found["photoVideoMetadataIPTC"]
    hub["personShown"] = hub.pop("personsShown")
    assert not schema().is_valid([found])


def test_properties_are_those_of_the_mapping(tmp_path: Path) -> None:
    clip = a_full_clip()
    (found,) = written(tmp_path, clip)
    hub = found["photoVideoMetadataIPTC"]
    cliff = {"name": {"x-default": "Helsetkopen"}, "identifiers": ["https://sws.geonames.org/3151980/"]}
    expected = {
        "identifier": f"sb-{clip.id}",
        "title": {"x-default": "jump.mov"},
        "personsShown": [
            {
                "name": {"x-default": "Tom Cruise"},
                "identifiers": ["https://www.imdb.com/name/nm0000129/", "http://www.wikidata.org/entity/Q37079"],
            }
        ],
        "locationsShown": [cliff],
        "locationsCreated": [cliff | {"gpsLatitude": 62.5675, "gpsLongitude": -7.687, "gpsAltitude": 200.5}],
        "shownEvents": [
            {
                "name": {"x-default": "Filming of Mission: Impossible"},
                "identifiers": ["https://www.imdb.com/title/tt9603212/"],
            }
        ],
        "registryEntries": [{"assetIdentifier": "tt9603212", "registryIdentifier": "imdb"}],
        "keywords": ["motorcycle <&> jump"],
        "creators": [{"name": {"x-default": "@fan"}}],
        "creditLine": "A Fan",
        "copyrightNotice": {"x-default": "© Paramount. All rights reserved"},
        "dateCreated": "2020-09-06T14:22:05+02:00",
        "recordingDevice": {"modelName": "Apple iPhone 11"},
    }
    assert {key: hub[key] for key in expected} == expected
    assert "00:00:02.000 - 00:00:04.000 the jump | off the ramp | Tom Cruise" in hub["dopesheet"]["x-default"]
    assert "releaseReady" not in hub


def test_what_the_hub_has_no_word_for_stands_beside_it(tmp_path: Path) -> None:
    (found,) = written(tmp_path, a_full_clip(), notice="Made under an override.")
    ours = found["photoVideoMetadata_slatebook"]
    assert ours["caption"] == "wow 🚂 עברית"
    assert ours["postId"] == "1302669612345689600"
    assert ours["embargo"] == "EMBARGO until 2020-10-01 (marketing)"
    assert ours["unconfirmed"] == ["person shown: Hayley Atwell (claimed by @fan)"]
    assert ours["notice"] == "Made under an override."
    assert ours["moments"][1] == {
        "start": "2/1", "end": "4/1", "label": "the jump", "note": "off the ramp", "shown": ["Tom Cruise"],
    }  # fmt: skip
    assert "Somebody Else" not in json.dumps(found)


def test_a_clip_under_embargo_is_not_ready(tmp_path: Path) -> None:
    clip = replace(a_full_clip(), access=Access(embargo="2030"))
    (found,) = written(tmp_path, clip)
    assert found["photoVideoMetadataIPTC"]["releaseReady"] is False


@pytest.mark.parametrize(
    ("shot", "key"),
    [
        (DateShot(value="2020-09", precision=Precision.MONTH), "circaDateCreated"),
        (DateShot(value="2020-09-06T14:22:05", precision=Precision.SECOND), "circaDateCreated"),
        (DateShot(value="2020-09-06T14:22:05", precision=Precision.SECOND, zone="Z"), "dateCreated"),
    ],
)
def test_a_date_that_is_not_exact_is_told_as_such(tmp_path: Path, shot: DateShot, key: str) -> None:
    found = written(tmp_path, a_clip(date_shot=shot))
    assert found[0]["photoVideoMetadataIPTC"][key] == shot.value + shot.zone
    assert [error.message for error in schema().iter_errors(found)] == []


def test_no_clips_are_an_empty_array(tmp_path: Path) -> None:
    assert written(tmp_path) == []
