"""IPTC Video Metadata Hub 1.5 in JSON: an array with one object for each clip.

What the Hub has no property for (moments, caption as shared, embargo, what is claimed) stands beside it in
``photoVideoMetadata_slatebook``, which its schema leaves to others.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.catalog.vocabulary import Vocabulary
from core.export.columns import sheet_id
from core.export.described import doubts, embargo_words, entries, rights_words, seen_in
from core.export.embargo import holding
from core.export.moments import moments_in_order
from core.export.sheet import Sheet
from core.export.uris import uris_of
from core.model.clip import Clip, Moment, Role
from core.model.codec import to_json
from core.model.media import Precision
from core.model.time import offset
from core.model.vocabulary import Entry
from core.model.xmp import DEFAULT_LANGUAGE, legal


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` to ``target``, an object at a time, whatever its columns are.  Raises OSError."""
    with target.open("wb") as file:
        lead = b"[\n"
        for row in sheet.rows:
            file.write(lead + to_json(_object(row.clip, sheet)))
            lead = b",\n"
        file.write(b"\n]\n" if lead != b"[\n" else b"[]\n")


def _object(clip: Clip, sheet: Sheet) -> Mapping[str, Any]:
    words = sheet.words
    hub = _content(clip, words) | _origin(clip) | _rights(clip) | _technical(clip)
    if holding(clip, words, sheet.made.date()) is not None:
        hub["releaseReady"] = False
    return {
        "photoVideoMetadataIPTC": _told(hub),
        "photoVideoMetadata_slatebook": _told(_ours(clip, words) | {"notice": sheet.notice}),
    }


def _told(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``fields`` without what is empty, and with text that JSON can hold."""
    return {key: _legal(value) for key, value in fields.items() if value not in ("", [], {}, None)}


def _legal(value: Any) -> Any:
    match value:
        case str():
            return legal(value)
        case list():
            return [_legal(item) for item in value]
        case dict():
            return {key: _legal(item) for key, item in value.items()}
    return value


def _text(value: str) -> dict[str, str]:
    return {DEFAULT_LANGUAGE: value} if value else {}


def _content(clip: Clip, words: Vocabulary) -> dict[str, Any]:
    works = entries(clip, words, Role.PRODUCTION)
    return {
        "identifier": sheet_id(clip.id),
        "title": _text(clip.name),
        "description": _text(clip.notes),
        "personsShown": [_entity(person) for person in entries(clip, words, Role.PERSON_SHOWN)],
        "locationsShown": [_entity(place) for place in entries(clip, words, Role.LOCATION_SHOWN)],
        "locationsCreated": _camera_stands(clip, words),
        "shownEvents": [_entity(work, "Filming of ") for work in works],
        "registryEntries": [
            {"assetIdentifier": value, "registryIdentifier": scheme}
            for work in works
            for scheme, value in sorted(work.external_ids.items())
        ],
        "keywords": [keyword.label for keyword in entries(clip, words, Role.KEYWORD)],
        "dopesheet": _text("\n".join(_line(clip, moment, words) for moment in moments_in_order(clip))),
    }


def _entity(entry: Entry, before: str = "") -> dict[str, Any]:
    return {"name": _text(before + entry.label), "identifiers": uris_of(entry)}


def _camera_stands(clip: Clip, words: Vocabulary) -> list[dict[str, Any]]:
    """Return where it was shot: the coordinates go with the place where there is one, else by themselves."""
    places = [_entity(place) for place in entries(clip, words, Role.LOCATION_SHOT)]
    if clip.place is None:
        return places
    point: dict[str, Any] = {"gpsLatitude": clip.place.latitude, "gpsLongitude": clip.place.longitude}
    if clip.place.altitude is not None:
        point["gpsAltitude"] = clip.place.altitude
    return [places[0] | point] if len(places) == 1 else [*places, point]


def _line(clip: Clip, moment: Moment, words: Vocabulary) -> str:
    told = [moment.label, moment.note, ", ".join(seen_in(clip, moment, words))]
    return f"{offset(moment.span.start)} - {offset(moment.span.end)} {' | '.join(filter(None, told))}"


def _origin(clip: Clip) -> dict[str, Any]:
    source = clip.source
    found: dict[str, Any] = {"creators": [{"name": _text(source.handle)}] if source.handle else []}
    if source.platform or source.url:
        by = {"name": _text(source.platform or source.url), "identifiers": [source.url] if source.url else []}
        found["supplyChainSources"] = [by]
    if (shot := clip.date_shot) is not None:
        exact = shot.precision is Precision.SECOND and shot.zone
        found["dateCreated" if exact else "circaDateCreated"] = shot.value + (shot.zone if "T" in shot.value else "")
    return found


def _rights(clip: Clip) -> dict[str, Any]:
    return {
        "creditLine": clip.source.credit,
        "copyrightNotice": _text(rights_words(clip)),
        "copyrightOwners": [{"name": _text(clip.rights.holder)}] if clip.rights.holder else [],
    }


def _technical(clip: Clip) -> dict[str, Any]:
    facts = clip.facts
    return {
        "recordingDevice": {"modelName": facts.camera} if facts.camera else {},
        "frameSize": {"widthPixels": facts.width, "heightPixels": facts.height} if facts.width else {},
        "videoFrameRate": float(facts.frame_rate) if facts.frame_rate else None,
        "videoCoding": {"name": _text(facts.codec)} if facts.codec else {},
        "workflowRating": clip.rating or None,
    }


def _ours(clip: Clip, words: Vocabulary) -> dict[str, Any]:
    return {
        "file": clip.file.path,
        "caption": clip.source.caption,
        "postId": clip.source.post_id,
        "posted": clip.source.posted,
        "rightsStatement": clip.rights.statement,
        "permission": str(clip.rights.permission),
        "licence": clip.rights.licence,
        "access": str(clip.access.level),
        "embargo": embargo_words(clip),
        "embargoUntil": clip.access.embargo,
        "startTimecode": clip.facts.start_timecode,
        "reel": clip.facts.reel,
        "unconfirmed": doubts(clip, words),
        "moments": [_moment(clip, moment, words) for moment in moments_in_order(clip)],
    }


def _moment(clip: Clip, moment: Moment, words: Vocabulary) -> dict[str, Any]:
    return _told(
        {
            "start": moment.span.start,
            "end": moment.span.end,
            "label": moment.label,
            "note": moment.note,
            "shown": seen_in(clip, moment, words),
        }
    )
