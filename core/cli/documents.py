"""Clips as plain JSON values for machines; times are seconds, with the exact fraction beside them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from core.app import Archive
from core.cli.places import near_document
from core.export.columns import known, unconfirmed
from core.ingest.place_claims import suggestion
from core.model.clip import Clip, Moment, Role, Tag
from core.model.codec import Document, to_document
from core.model.ids import StillId
from core.search.moments import MomentFound


def seconds(time: Fraction | None) -> float | None:
    """Return ``time`` as the nearest float."""
    return None if time is None else float(time)


def exact(time: Fraction | None) -> str | None:
    """Return ``time`` as "numerator/denominator"."""
    return None if time is None else f"{time.numerator}/{time.denominator}"


def still_path(archive: Archive, still: StillId | None) -> str | None:
    """Return where a still lies."""
    return None if still is None else str(archive.stills.path(still))


def summary(archive: Archive, clip: Clip) -> Document:
    """Return what a list of clips tells of one; only what is established stands among people, locations and so on."""
    return {
        "id": clip.id,
        "name": clip.name,
        "path": clip.file.path,
        "kind": str(clip.kind),
        "duration": seconds(clip.facts.duration),
        "people": _labels(archive, clip, Role.PERSON_SHOWN),
        "locations": _labels(archive, clip, Role.LOCATION_SHOWN, Role.LOCATION_SHOT),
        "productions": _labels(archive, clip, Role.PRODUCTION),
        "keywords": _labels(archive, clip, Role.KEYWORD),
        "unconfirmed": [_tag(archive, tag) for tag in unconfirmed(clip, archive.vocabulary)],
        "date_shot": clip.date_shot.value if clip.date_shot else None,
        "near": near_document(suggestion(clip)),
        "rating": clip.rating,
        "poster": still_path(archive, clip.poster),
        "problem": clip.problem,
        "added": clip.added,
    }


def record(archive: Archive, clip: Clip) -> Document:
    """Return everything known of a clip."""
    document = {**to_document(clip), **summary(archive, clip)}
    document["facts"] |= {
        "duration": seconds(clip.facts.duration),
        "duration_exact": exact(clip.facts.duration),
        "frame_rate": seconds(clip.facts.frame_rate),
        "frame_rate_exact": exact(clip.facts.frame_rate),
    }
    document["keyframes"] = [
        {
            **to_document(keyframe),
            "time": seconds(keyframe.time),
            "time_exact": exact(keyframe.time),
            "still": still_path(archive, keyframe.still),
        }
        for keyframe in clip.keyframes
    ]
    document["moments"] = [_moment(moment) for moment in clip.moments]
    document["tags"] = [_tag(archive, tag) for tag in clip.tags]
    document["date_shot"] = None if clip.date_shot is None else to_document(clip.date_shot)
    return document


def _tag(archive: Archive, tag: Tag) -> dict[str, Any]:
    return {**to_document(tag), "label": archive.vocabulary.label(tag.entry)}


def _labels(archive: Archive, clip: Clip, *roles: Role) -> list[str]:
    words = archive.vocabulary
    entries = dict.fromkeys(entry for role in roles for entry in known(clip, role, words))
    return [words.label(entry) for entry in entries]


def _moment(moment: Moment) -> Document:
    return {
        "id": moment.id,
        "label": moment.label,
        "note": moment.note,
        "in": seconds(moment.span.start),
        "in_exact": exact(moment.span.start),
        "out": seconds(moment.span.end),
        "out_exact": exact(moment.span.end),
    }


def moment_found(archive: Archive, found: MomentFound) -> Document:
    """Return what a list of moments tells of one."""
    clip = found.clip
    return {
        **_moment(found.moment),
        "clip": {"id": clip.id, "name": clip.name, "path": clip.file.path},
        "still": still_path(archive, found.still),
    }
