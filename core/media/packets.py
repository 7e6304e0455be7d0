"""The XMP packet inside a file (ISO 16684-3) and what it says of the shooting."""

from __future__ import annotations

import re
from typing import BinaryIO

from core.media.dates import parse_date
from core.media.names import camera_name
from core.media.opening import Source
from core.media.places import geo_point
from core.model.media import DateShot, GeoPoint
from core.model.xmp import Items, Packet, Struct, Texts, Value, name
from core.values import dataclass

LONGEST = 256 << 10
"""Bytes; a longer packet holds thumbnails or a history of edits, not facts."""

_STILL_REACH, _CLIP_REACH, _TAIL = 16 << 20, 1 << 20, 1 << 20
_OPEN, _CLOSE = b"<x:xmpmeta", b"</x:xmpmeta>"
_AUX, _EXIF_EX = "http://ns.adobe.com/exif/1.0/aux/", "http://cipa.jp/exif/1.0/"
_DEGREES = re.compile(r"(\d{1,3}),(\d{1,2}(?:\.\d+)?)(?:,(\d{1,2}(?:\.\d+)?))?([NSEW])")
_DATES = (
    ("photoshop:DateCreated", "XMP photoshop:DateCreated"),
    ("xmpDM:shotDate", "XMP xmpDM:shotDate"),
    ("exif:DateTimeOriginal", "XMP exif:DateTimeOriginal"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class XmpFacts:
    """Empty or None where the packet says nothing."""

    date_shot: DateShot | None = None
    place: GeoPoint | None = None
    camera: str = ""
    lens: str = ""
    title: str = ""
    start_timecode: str = ""
    reel: str = ""


def find_packet(source: Source) -> bytes:
    """Return the first whole packet near either end of a file, as UTF-8; empty where there is none of a fair length."""
    with open(source.path, "rb") as file:
        head = file.read(_STILL_REACH if source.family.is_still else _CLIP_REACH)
        return _packet_in(head) or _packet_in(_tail(file, source.size, len(head)))


def _tail(file: BinaryIO, size: int, read: int) -> bytes:
    if size <= read:
        return b""
    file.seek(max(read - LONGEST, size - _TAIL))
    return file.read(_TAIL)


def _packet_in(data: bytes) -> bytes:
    start = data.find(_OPEN)
    end = data.find(_CLOSE, start, start + LONGEST) if start >= 0 else -1
    return data[start : end + len(_CLOSE)] if end >= 0 else b""


def xmp_facts(packet: bytes) -> XmpFacts:
    """Return what ``packet`` says; nothing where it is empty or damaged."""
    try:
        said = Packet(packet).properties() if packet else {}
    except (ValueError, RecursionError):
        return XmpFacts()

    def text(full: str) -> str:
        return _words(said.get(full))

    dates = (parse_date(text(name(short)), said_by) for short, said_by in _DATES)
    make, model = text(name("tiff:Make")), text(name("tiff:Model"))
    return XmpFacts(
        date_shot=next((date for date in dates if date is not None), None),
        place=_place(text(name("exif:GPSLatitude")), text(name("exif:GPSLongitude"))),
        camera=camera_name(make, model) or text(name("xmpDM:cameraModel")),
        lens=text(f"{{{_EXIF_EX}}}LensModel") or text(f"{{{_AUX}}}Lens"),
        title=text(name("dc:title")),
        start_timecode=_timecode(said.get(name("xmpDM:startTimecode")))
        or _timecode(said.get(name("xmpDM:altTimecode"))),
        reel=text(name("xmpDM:tapeName")),
    )


def _words(value: Value | None) -> str:
    match value:
        case str():
            return value.strip()[:300]
        case Texts():
            return value.best.strip()[:300]
        case Items() if value.values:
            return _words(value.values[0])
    return ""


def _timecode(value: Value | None) -> str:
    return _words(value.get("xmpDM:timeValue")) if isinstance(value, Struct) else ""


def _place(latitude: str, longitude: str) -> GeoPoint | None:
    """Read XMP's ``62,33.1234N`` or ``62,33,7N`` (EXIF 2.3 in XMP, part 2 of the specification)."""
    north, east = _degrees(latitude, "NS"), _degrees(longitude, "EW")
    return None if north is None or east is None else geo_point(north, east)


def _degrees(text: str, sides: str) -> float | None:
    found = _DEGREES.fullmatch(text)
    if found is None or found[4] not in sides:
        return None
    degrees = int(found[1]) + float(found[2]) / 60 + float(found[3] or 0) / 3600
    return -degrees if found[4] == sides[1] else degrees
