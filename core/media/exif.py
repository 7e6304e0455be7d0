"""What a still says of its camera, its time and its place, read by exifread within a budget."""

from __future__ import annotations

import io
import logging
import math
import os
import struct
from collections.abc import Mapping
from typing import Any, BinaryIO, cast

import exifread

from core.media.dates import date_in_name, parse_date
from core.media.names import camera_name
from core.media.opening import Source
from core.media.packets import XmpFacts
from core.media.places import geo_point
from core.media.tiffblocks import exif_blocks
from core.model.media import DateShot, GeoPoint
from core.model.sniff import MediaFamily
from core.values import dataclass

MOST_READS = 300_000
MOST_BYTES = 32 << 20
MOST_AT_ONCE = 1 << 20

_PARSED_WHOLE = frozenset((MediaFamily.JPEG, MediaFamily.PNG, MediaFamily.TIFF))
_DATES = (
    ("EXIF DateTimeOriginal", "EXIF OffsetTimeOriginal", "EXIF DateTimeOriginal"),
    ("EXIF DateTimeDigitized", "EXIF OffsetTimeDigitized", "EXIF DateTimeDigitized"),
    ("Image DateTime", "EXIF OffsetTime", "EXIF DateTime"),
)

logging.getLogger("exifread").setLevel(logging.CRITICAL)

Tags = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExifFacts:
    """``orientation`` is EXIF's 1..8; empty or None where the still says nothing."""

    camera: str = ""
    lens: str = ""
    title: str = ""
    date_shot: DateShot | None = None
    place: GeoPoint | None = None
    orientation: int = 1


class _BudgetSpentError(Exception):
    """The metadata asks for more reading than any real picture needs."""


class _Budgeted(io.RawIOBase):
    """A file that counts: every loop in exifread reads or seeks, so that bounding those bounds it."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self._reads = MOST_READS
        self._bytes = MOST_BYTES

    def read(self, size: int = -1) -> bytes:
        self._spend()
        data = self._file.read(MOST_AT_ONCE if size is None or not 0 <= size <= MOST_AT_ONCE else size)
        self._bytes -= len(data)
        if self._bytes < 0:
            raise _BudgetSpentError
        return data

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._spend()
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def _spend(self) -> None:
        self._reads -= 1
        if self._reads < 0:
            raise _BudgetSpentError


_DAMAGE = (
    _BudgetSpentError, ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, TypeError,
    ValueError, struct.error,
)  # fmt: skip
"""What comes up in exifread on damaged metadata; a picture without metadata is still a picture."""


_NO_XMP = XmpFacts()


def read_exif(source: Source, xmp: XmpFacts = _NO_XMP) -> ExifFacts:
    """Return what the EXIF of a still says, filled up from its ``xmp``; its name where that is all there is."""
    with open(source.path, "rb") as file:
        if source.family in _PARSED_WHOLE:
            tags = _tags(file)
        else:
            tags = {}
            for block in exif_blocks(file, source.family):
                tags.update(_tags(io.BytesIO(block)))
    return ExifFacts(
        camera=camera_name(_text(tags, "Image Make"), _text(tags, "Image Model")) or xmp.camera,
        lens=_text(tags, "EXIF LensModel") or xmp.lens,
        title=_text(tags, "Image ImageDescription") or xmp.title,
        date_shot=_date(tags, xmp.date_shot) or date_in_name(source.name),
        place=_place(tags) or xmp.place,
        orientation=_orientation(tags),
    )


def _tags(file: BinaryIO) -> dict[str, Any]:
    budgeted = cast(BinaryIO, _Budgeted(file))
    try:
        found: dict[str, Any] = exifread.process_file(budgeted, details=False, extract_thumbnail=False)
    except _DAMAGE:
        return {}
    return found


def _text(tags: Tags, name: str) -> str:
    """Return a tag's text; where it is not UTF-8, exifread gives a repr of the bytes, and they are read as Latin-1."""
    if name not in tags:
        return ""
    values = tags[name].values
    if isinstance(values, list | tuple):
        values = bytes(value for value in values if isinstance(value, int) and 0 <= value < 256)
    text = values.decode("latin-1") if isinstance(values, bytes) else str(values)
    if text.startswith(("b'", 'b"')):
        text = text[2:-1].encode("latin-1", "replace").decode("unicode_escape", "replace")
    return text.split("\0")[0].strip()


def _date(tags: Tags, xmp: DateShot | None) -> DateShot | None:
    """Return EXIF's date where it has a zone, else XMP's, else EXIF's."""
    said = (parse_date(_text(tags, name), said_by, _text(tags, zone)) for name, zone, said_by in _DATES)
    first = next((date for date in said if date is not None), None)
    return first if first is not None and first.zone else xmp or first


def _place(tags: Tags) -> GeoPoint | None:
    latitude = _degrees(tags, "GPS GPSLatitude", "S")
    longitude = _degrees(tags, "GPS GPSLongitude", "W")
    if latitude is None or longitude is None:
        return None
    heights = _numbers(tags, "GPS GPSAltitude")
    below = _numbers(tags, "GPS GPSAltitudeRef")[:1] == [1.0]
    altitude = (-heights[0] if below else heights[0]) if heights else None
    return geo_point(latitude, longitude, altitude)


def _degrees(tags: Tags, name: str, negative: str) -> float | None:
    parts = _numbers(tags, name)
    if not 1 <= len(parts) <= 3:
        return None
    degrees = math.fsum(part / 60**power for power, part in enumerate(parts))
    return -degrees if _text(tags, f"{name}Ref").upper().startswith(negative) else degrees


def _numbers(tags: Tags, name: str) -> list[float]:
    """Return the numbers of a tag; none where one of them is no number, such as 0/0."""
    values = tags[name].values if name in tags else []
    try:
        return [float(value) for value in (values if isinstance(values, list | tuple) else [values])]
    except (ArithmeticError, TypeError, ValueError):
        return []


def _orientation(tags: Tags) -> int:
    values = _numbers(tags, "Image Orientation")
    return int(values[0]) if values and values[0] in range(1, 9) else 1
