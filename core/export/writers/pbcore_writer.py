"""PBCore 2.1: a collection with one description document for each clip."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from core.catalog.vocabulary import Vocabulary
from core.export.columns import sheet_id
from core.export.described import doubts, embargo_words, entries, rights_words, seen_in
from core.export.moments import moments_in_order
from core.export.sheet import Sheet
from core.export.uris import uris_of
from core.model.clip import Clip, Moment, Role
from core.model.media import MediaKind
from core.model.time import offset
from core.model.xmp import legal

NAMESPACE = "http://www.pbcore.org/PBCore/PBCoreNamespace.html"

_OURS = "Slatebook"
_MEDIA_TYPES = {MediaKind.CLIP: "Moving Image", MediaKind.STILL: "Static Image"}


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` to ``target``, a document at a time, whatever its columns are.  Raises OSError.

    The schema wants at least one document in a collection: a sheet without rows becomes an empty one.
    """
    told = {"collectionTitle": sheet.title, "collectionSource": _OURS, "collectionDescription": sheet.notice}
    attributes = "".join(f" {key}={quoteattr(legal(value))}" for key, value in told.items() if value)
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<pbcoreCollection xmlns="{NAMESPACE}"{attributes}>\n')
        for row in sheet.rows:
            document = _element("pbcoreDescriptionDocument", *_document(row.clip, sheet.words))
            ET.indent(document)
            file.write(ET.tostring(document, encoding="unicode").replace("\r", "&#13;") + "\n")
        file.write("</pbcoreCollection>\n")


def _element(tag: str, *content: ET.Element | str, **attributes: str) -> ET.Element:
    """Return an element of text and elements; attributes that say nothing are left out."""
    element = ET.Element(tag, {key: legal(value) for key, value in attributes.items() if value})
    for part in content:
        if isinstance(part, str):
            element.text = legal(part)
        else:
            element.append(part)
    return element


def _document(clip: Clip, words: Vocabulary) -> Iterator[ET.Element]:
    """Yield the parts of a document in the order that the schema wants."""
    yield from _dates(clip)
    yield from _identifiers(clip)
    yield from _titles(clip, words)
    yield from _subjects(clip, words)
    yield from _descriptions(clip)
    yield from _coverage(clip, words)
    yield from _people_behind(clip)
    yield from _rights(clip)
    yield _instantiation(clip)
    yield from (_element("pbcoreAnnotation", doubt, annotationType="unconfirmed") for doubt in doubts(clip, words))
    if embargo := embargo_words(clip):
        yield _element("pbcoreAnnotation", embargo, annotationType="embargo")
    yield from (_part(clip, moment, words) for moment in moments_in_order(clip))


def _dates(clip: Clip) -> Iterator[ET.Element]:
    if (shot := clip.date_shot) is not None:
        value = shot.value + (shot.zone if "T" in shot.value else "")
        yield _element("pbcoreAssetDate", value, dateType="created", annotation=shot.said_by)
    if clip.source.posted:
        yield _element("pbcoreAssetDate", clip.source.posted, dateType="posted")
    if clip.access.embargo:
        yield _element("pbcoreAssetDate", clip.access.embargo, dateType="embargoed until")


def _identifiers(clip: Clip) -> Iterator[ET.Element]:
    yield _element("pbcoreIdentifier", sheet_id(clip.id), source=_OURS)
    source = clip.source
    if source.url or source.post_id:
        yield _element(
            "pbcoreIdentifier", source.post_id or source.url, source=source.platform or "Post", ref=source.url
        )


def _titles(clip: Clip, words: Vocabulary) -> Iterator[ET.Element]:
    yield _element("pbcoreTitle", clip.name)
    for work in entries(clip, words, Role.PRODUCTION):
        yield _element("pbcoreTitle", work.label, titleType="Production", ref=uris_of(work)[0])


def _subjects(clip: Clip, words: Vocabulary) -> Iterator[ET.Element]:
    for role, kind in ((Role.PERSON_SHOWN, "person shown"), (Role.KEYWORD, "keyword")):
        source = "IPTC" if role is Role.PERSON_SHOWN else ""
        for entry in entries(clip, words, role):
            yield _element(
                "pbcoreSubject", entry.label, subjectType=kind, subjectTypeSource=source, ref=uris_of(entry)[0]
            )


def _descriptions(clip: Clip) -> Iterator[ET.Element]:
    yield _element("pbcoreDescription", clip.notes, descriptionType="Abstract")
    if clip.source.caption:
        yield _element("pbcoreDescription", clip.source.caption, descriptionType="Caption as shared")


def _coverage(clip: Clip, words: Vocabulary) -> Iterator[ET.Element]:
    for role, annotation in ((Role.LOCATION_SHOWN, ""), (Role.LOCATION_SHOT, "camera")):
        for place in entries(clip, words, role):
            yield _spatial(place.label, annotation, uris_of(place)[0])
    if clip.place is not None:
        yield _spatial(f"{clip.place.latitude:.6f}, {clip.place.longitude:.6f}", "camera", "")


def _spatial(text: str, annotation: str, ref: str) -> ET.Element:
    coverage = _element("coverage", text, annotation=annotation, ref=ref)
    return _element("pbcoreCoverage", coverage, _element("coverageType", "Spatial"))


def _people_behind(clip: Clip) -> Iterator[ET.Element]:
    if clip.source.handle:
        creator = _element("creator", clip.source.handle)
        yield _element("pbcoreCreator", creator, _element("creatorRole", "poster", source=clip.source.platform))
    if clip.source.credit:
        publisher = _element("publisher", clip.source.credit)
        yield _element("pbcorePublisher", publisher, _element("publisherRole", "presenter"))


def _rights(clip: Clip) -> Iterator[ET.Element]:
    summary = "; ".join(filter(None, [rights_words(clip), clip.rights.licence]))
    permission = f"permission: {clip.rights.permission}"
    if summary:
        yield _element("pbcoreRightsSummary", _element("rightsSummary", summary, annotation=permission))
    if clip.rights.statement:
        yield _element("pbcoreRightsSummary", _element("rightsLink", clip.rights.statement))


def _instantiation(clip: Clip) -> ET.Element:
    facts, file = clip.facts, clip.file
    parts = [
        _element("instantiationIdentifier", file.name, source="File Name"),
        *_given("instantiationStandard", facts.container),
        _element("instantiationLocation", file.path),
        *_given("instantiationMediaType", _MEDIA_TYPES.get(clip.kind, "")),
        _element("instantiationFileSize", str(file.size), unitsOfMeasure="bytes"),
        *_given("instantiationTimeStart", facts.start_timecode),
        *_given("instantiationDuration", offset(facts.duration) if facts.duration is not None else ""),
        *([_track(clip)] if facts.codec else []),
    ]
    for kind, value in (("camera", facts.camera), ("reel", facts.reel)):
        if value:
            parts.append(_element("instantiationAnnotation", value, annotationType=kind))
    return _element("pbcoreInstantiation", *parts)


def _given(tag: str, text: str) -> list[ET.Element]:
    return [_element(tag, text)] if text else []


def _track(clip: Clip) -> ET.Element:
    facts = clip.facts
    rate, size = facts.frame_rate, f"{facts.width}x{facts.height}" if facts.width else ""
    parts = [_element("essenceTrackType", "Video"), _element("essenceTrackEncoding", facts.codec)]
    if rate is not None:
        parts.append(_element("essenceTrackFrameRate", str(rate), unitsOfMeasure="frames per second"))
    return _element("instantiationEssenceTrack", *parts, *_given("essenceTrackFrameSize", size))


def _part(clip: Clip, moment: Moment, words: Vocabulary) -> ET.Element:
    shown = seen_in(clip, moment, words)
    return _element(
        "pbcorePart",
        _element("pbcoreIdentifier", sheet_id(moment.id), source=_OURS),
        _element("pbcoreTitle", moment.label),
        *(_element("pbcoreSubject", label, subjectType="shown") for label in shown),
        _element("pbcoreDescription", moment.note),
        partType="Moment",
        startTime=offset(moment.span.start),
        endTime=offset(moment.span.end),
    )
