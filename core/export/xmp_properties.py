"""What a sidecar says of a clip: Dublin Core, IPTC Extension, xmpDM and, for what these lack, a namespace of ours.

The mapping is that of the IPTC Video Metadata Hub 1.5 where it has one.  Only what is established stands in the
fields that others read as facts; what is claimed or disputed is in ours, as such; what was refuted is nowhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

from core.catalog.vocabulary import Vocabulary
from core.export.columns import ESTABLISHED, known, sheet_id, unconfirmed
from core.export.described import embargo_words, entries, rights_words, seen_in
from core.export.moments import moments_in_order
from core.export.uris import uris_of
from core.model.clip import Clip, Moment, Role, Tag
from core.model.media import GeoPoint
from core.model.time import is_drop_rate
from core.model.vocabulary import Entry
from core.model.xmp import Struct, Value, as_read, bag, name, says_something, seq, struct, text

_BRANCHES = {
    Role.PERSON_SHOWN: "People",
    Role.LOCATION_SHOWN: "Locations",
    Role.LOCATION_SHOT: "Locations",
    Role.PRODUCTION: "Productions",
    Role.KEYWORD: "Keywords",
}
"""Under what digiKam and Lightroom show the tags of a role."""

_TIME_FORMATS = {
    Fraction(24): "24Timecode",
    Fraction(25): "25Timecode",
    Fraction(30): "30Timecode",
    Fraction(50): "50Timecode",
    Fraction(60): "60Timecode",
    Fraction(24000, 1001): "23976Timecode",
}


def properties_of(clip: Clip, words: Vocabulary) -> dict[str, Value]:
    """Return what is said of ``clip``, by full name, without what is empty, as it will be read back."""
    pairs: list[tuple[str, Value]] = []
    for part in (_title, _origin, _rights, _people_and_places, _works, _camera, _moments, _ours):
        pairs.extend((name(short), as_read(value)) for short, value in part(clip, words) if says_something(value))
    return dict(pairs)


_Pairs = Iterator[tuple[str, Value]]


def _title(clip: Clip, words: Vocabulary) -> _Pairs:
    yield "dc:identifier", sheet_id(clip.id)
    yield "dc:title", text(clip.name)
    yield "dc:description", text(clip.notes)
    yield "dc:subject", bag(*_labels(clip, words, Role.KEYWORD))
    yield "digiKam:TagsList", seq(*_branches(clip, words, "/", "∕"))
    yield "lr:hierarchicalSubject", bag(*_branches(clip, words, "|", "¦"))
    yield "xmp:Rating", str(clip.rating) if clip.rating else ""


def _labels(clip: Clip, words: Vocabulary, role: Role) -> list[str]:
    return [words.label(entry) for entry in known(clip, role, words)]


def _branches(clip: Clip, words: Vocabulary, mark: str, instead: str) -> list[str]:
    """Return each tag with all that it lies in, ``mark`` between the steps, and ``instead`` of it within a name."""
    paths = (
        (branch, *_path(entry, words)) for role, branch in _BRANCHES.items() for entry in entries(clip, words, role)
    )
    return list(dict.fromkeys(mark.join(step.replace(mark, instead) for step in path) for path in paths))


def _path(entry: Entry, words: Vocabulary) -> list[str]:
    path, seen = [entry.label], {entry.id}
    while entry.parent is not None and (above := words.get(entry.parent)) is not None and above.id not in seen:
        seen.add(above.id)
        path.insert(0, above.label)
        entry = above
    return path


def _origin(clip: Clip, _words: Vocabulary) -> _Pairs:
    yield "dc:source", clip.source.url
    yield "photoshop:Source", clip.source.platform
    yield "dc:creator", seq(*filter(None, [clip.source.handle]))
    yield "photoshop:Credit", clip.source.credit
    if clip.date_shot is not None:
        date = clip.date_shot.value + (clip.date_shot.zone if "T" in clip.date_shot.value else "")
        yield "photoshop:DateCreated", date
        yield "xmpDM:shotDate", date
        yield "slatebook:dateZone", clip.date_shot.zone
        yield "slatebook:dateSource", clip.date_shot.said_by


def _rights(clip: Clip, _words: Vocabulary) -> _Pairs:
    rights = clip.rights
    yield "dc:rights", text(rights_words(clip))
    yield "xmpRights:Owner", bag(*filter(None, [rights.holder]))
    yield "xmpRights:UsageTerms", text(rights.licence)
    yield "xmpRights:WebStatement", rights.statement
    yield "photoshop:Instructions", embargo_words(clip)


def _people_and_places(clip: Clip, words: Vocabulary) -> _Pairs:
    people = entries(clip, words, Role.PERSON_SHOWN)
    yield "Iptc4xmpExt:PersonInImage", bag(*(person.label for person in people))
    yield "Iptc4xmpExt:PersonInImageWDetails", bag(*map(_person, people))
    yield "Iptc4xmpExt:LocationShown", bag(*(_location(place) for place in entries(clip, words, Role.LOCATION_SHOWN)))
    shot = entries(clip, words, Role.LOCATION_SHOT)
    yield "Iptc4xmpExt:LocationCreated", bag(*_camera_stands(shot, clip.place))
    yield "xmpDM:shotLocation", ", ".join(place.label for place in shot)
    if clip.place is not None:
        yield from _coordinates(clip.place).items()


def _person(person: Entry) -> Struct:
    return struct({"Iptc4xmpExt:PersonName": text(person.label), "Iptc4xmpExt:PersonId": bag(*uris_of(person))})


def _location(place: Entry, point: GeoPoint | None = None) -> Struct:
    fields: dict[str, Value] = {
        "Iptc4xmpExt:LocationName": text(place.label),
        "Iptc4xmpExt:LocationId": bag(*uris_of(place)),
    }
    return struct(fields if point is None else fields | _coordinates(point))


def _camera_stands(places: list[Entry], point: GeoPoint | None) -> list[Struct]:
    """Return where it was shot: the coordinates go with the place where there is one, else by themselves."""
    if point is None or len(places) == 1:
        return [_location(place, point) for place in places]
    return [*map(_location, places), struct(_coordinates(point))]


def _coordinates(point: GeoPoint) -> dict[str, Value]:
    found: dict[str, Value] = {
        "exif:GPSLatitude": _degrees(point.latitude, "NS"),
        "exif:GPSLongitude": _degrees(point.longitude, "EW"),
    }
    if point.altitude is not None:
        height = Fraction(round(abs(point.altitude) * 1000), 1000)
        found["exif:GPSAltitude"] = f"{height.numerator}/{height.denominator}"
        found["exif:GPSAltitudeRef"] = "1" if point.altitude < 0 else ""  # above the sea unless told otherwise
    return found


def _degrees(value: float, ends: str) -> str:
    """Return degrees as XMP has them: 62,34.05N."""
    degrees, minutes = divmod(round(abs(value) * 60_000_000), 60_000_000)
    whole, rest = divmod(minutes, 1_000_000)
    return f"{degrees},{whole}.{f'{rest:06d}'.rstrip('0') or '0'}{ends[value < 0]}"


def _works(clip: Clip, words: Vocabulary) -> _Pairs:
    works = entries(clip, words, Role.PRODUCTION)
    yield "xmpDM:projectName", "; ".join(work.label for work in works)
    yield "Iptc4xmpExt:EventExt", bag(*map(_filming, works))
    registered = [(scheme, value) for work in works for scheme, value in sorted(work.external_ids.items())]
    yield "Iptc4xmpExt:RegistryId", bag(*(_registered(*entry) for entry in registered))


def _filming(work: Entry) -> Struct:
    return struct({"Iptc4xmpExt:Name": text(f"Filming of {work.label}"), "xmp:Identifier": bag(*uris_of(work))})


def _registered(scheme: str, value: str) -> Struct:
    return struct({"Iptc4xmpExt:RegItemId": value, "Iptc4xmpExt:RegOrgId": scheme})


def _camera(clip: Clip, _words: Vocabulary) -> _Pairs:
    facts = clip.facts
    yield "tiff:Model", facts.camera
    yield "xmpDM:tapeName", facts.reel
    format_ = _time_format(clip)
    if facts.start_timecode and format_:
        fields: dict[str, Value] = {"xmpDM:timeValue": facts.start_timecode, "xmpDM:timeFormat": format_}
        yield "xmpDM:startTimecode", struct(fields)
    if facts.duration is not None:
        length = facts.duration
        scale = f"1/{length.denominator}"
        yield "xmpDM:duration", struct({"xmpDM:value": str(length.numerator), "xmpDM:scale": scale})


def _time_format(clip: Clip) -> str:
    """Return how xmpDM calls the clip's way of counting frames, empty where it has no word for it."""
    rate = clip.facts.frame_rate
    if rate is None or not is_drop_rate(rate):
        return _TIME_FORMATS.get(rate, "") if rate is not None else ""
    base = "2997" if rate < 40 else "5994"
    return f"{base}{'Drop' if ';' in clip.facts.start_timecode else 'NonDrop'}Timecode"


def _moments(clip: Clip, words: Vocabulary) -> _Pairs:
    if not clip.moments:
        return
    moments = moments_in_order(clip)
    rate = _common_rate(clip.facts.frame_rate, moments)
    track: dict[str, Value] = {
        "xmpDM:trackName": "Moments",
        "xmpDM:trackType": "Comment",
        "xmpDM:frameRate": f"f{rate.numerator}" + (f"s{rate.denominator}" if rate.denominator > 1 else ""),
        "xmpDM:markers": seq(*(_marker(clip, moment, rate, words) for moment in moments)),
    }
    yield "xmpDM:Tracks", bag(struct(track))


def _common_rate(frame_rate: Fraction | None, moments: list[Moment]) -> Fraction:
    """Return a rate at which every moment begins and ends on a whole count: the clip's own wherever that will do."""
    times = [time for moment in moments for time in (moment.span.start, moment.span.end)]
    if frame_rate is not None and all((time * frame_rate).denominator == 1 for time in times):
        return frame_rate
    return Fraction(math.lcm(*(time.denominator for time in times)))


def _marker(clip: Clip, moment: Moment, rate: Fraction, words: Vocabulary) -> Struct:
    return struct(
        {
            "xmpDM:startTime": str(int(moment.span.start * rate)),
            "xmpDM:duration": str(int(moment.span.length * rate)),
            "xmpDM:name": moment.label,
            "xmpDM:comment": moment.note,
            "xmpDM:type": "Comment",
            "slatebook:id": sheet_id(moment.id),
            "slatebook:shown": bag(*seen_in(clip, moment, words)),
        }
    )


def _ours(clip: Clip, words: Vocabulary) -> _Pairs:
    source, access = clip.source, clip.access
    yield "slatebook:clip", sheet_id(clip.id)
    yield "slatebook:caption", source.caption
    yield "slatebook:handle", source.handle
    yield "slatebook:postId", source.post_id
    yield "slatebook:posted", source.posted
    yield "slatebook:captured", source.captured
    yield "slatebook:access", str(access.level)
    yield "slatebook:embargoUntil", access.embargo
    yield "slatebook:untilRelease", "True" if access.until_release else ""
    yield "slatebook:embargoReason", access.reason
    yield "slatebook:sensitive", "True" if access.sensitive else ""
    yield "slatebook:permission", str(clip.rights.permission)
    yield "slatebook:rightsNote", clip.rights.note
    yield "slatebook:productions", bag(*_labels(clip, words, Role.PRODUCTION))
    facts = (tag for tag in clip.tags if tag.status in ESTABLISHED)
    yield "slatebook:seen", seq(*(_statement(tag, words) for tag in facts))
    yield "slatebook:unconfirmed", bag(*(_statement(tag, words) for tag in unconfirmed(clip, words)))


def _statement(tag: Tag, words: Vocabulary) -> Struct:
    """Return what ``tag`` says; a moment is told by the id its marker bears."""
    fields: dict[str, Value] = {
        "slatebook:role": str(tag.role),
        "slatebook:name": words.label(tag.entry),
        "slatebook:status": "" if tag.status in ESTABLISHED else str(tag.status),
        "slatebook:saidBy": tag.said_by,
        "slatebook:verbatim": tag.verbatim,
        "slatebook:moment": sheet_id(tag.moment) if tag.moment else "",
    }
    if tag.region is not None:
        sides = (tag.region.left, tag.region.top, tag.region.width, tag.region.height)
        fields["slatebook:region"] = " ".join(map(repr, sides))
    return struct(fields)
