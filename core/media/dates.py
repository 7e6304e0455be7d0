"""When a file says it was shot, and how much of that to believe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from core.media.avchd import CAMCORDER_DATE
from core.model.media import DateShot, Precision

EARLIEST_YEAR = 1888
"""The year of the oldest moving picture; anything earlier is a camera that lost its clock."""

_MAC_EPOCH = 1904
_EPOCHS = frozenset(("1904-01-01", "1970-01-01"))
_PATTERN = re.compile(
    r"\s*(?P<year>\d{4})"
    r"(?:[-:/](?P<month>\d\d)"
    r"(?:[-:/](?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|[+-]\d\d:?\d\d|[+-]\d\d)?)?)?)?\s*\Z"
)
_NAME_PATTERN = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<gap>[-_.]?)(?P<month>0[1-9]|1[0-2])(?P=gap)(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:[-_ T.]?(?:at )?(?P<hour>[01]\d|2[0-3])[-_.h:]?(?P<minute>[0-5]\d)[-_.m:]?(?P<second>[0-5]\d))?(?!\d)"
)
_PARTS = ("year", "month", "day", "minute", "second")
_ZONED_KEYS = (
    ("com.apple.quicktime.creationdate", "Keys:CreationDate"),
    (CAMCORDER_DATE, "AVCHD recording time"),
    ("date", "UserData:Date"),
    ("date-eng", "UserData:Date"),
)


def parse_date(text: str, said_by: str, zone: str = "") -> DateShot | None:
    """Return the date in ``text`` (ISO 8601 or EXIF, of any precision); None where there is none to believe."""
    found = _PATTERN.match(text)
    if found is None:
        return None
    parts = found.groupdict()
    return _date(parts, _zone(parts["zone"] or zone), said_by)


def date_in_name(name: str) -> DateShot | None:
    """Return the date that a camera or a messenger wrote into a file name; None where there is none."""
    found = _NAME_PATTERN.search(name)
    return None if found is None else _date(found.groupdict(), "", "file name")


def clip_date(tags: Mapping[str, str], name: str, xmp: DateShot | None = None) -> DateShot | None:
    """Return when a clip was shot: the best of what its container's ``tags``, its XMP packet and its ``name`` say.

    A date with the zone of the place comes first, then XMP's, then the container's own creation time, which is UTC by
    its standard but local time in many cameras, then the name; a bare year or day in ``date`` is a release more often
    than a shot, and stands last.
    """
    return next(_candidates(tags, name, xmp), None)


def other_date(believed: DateShot | None, tags: Mapping[str, str]) -> DateShot | None:
    """Return the container's creation time where it is more than a day from a date of known zone; else None.

    The two together tell of a copy made later, or of a camera whose clock was wrong: whoever reads them shall see both.
    """
    made = _made(tags)
    if believed is None or made is None or not believed.zone or believed.said_by == made.said_by:
        return None
    zone = "+00:00" if believed.zone == "Z" else believed.zone
    apart = datetime.fromisoformat(believed.value + zone) - datetime.fromisoformat(made.value + "+00:00")
    return made if abs(apart) > timedelta(days=1) else None


def file_date(mtime_ns: int) -> DateShot | None:
    """Return the day a file was written last, in UTC: all there is where nothing inside it or in its name speaks."""
    try:
        day = datetime.fromtimestamp(mtime_ns // 1_000_000_000, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None
    return parse_date(day, "file modification time")


def _made(tags: Mapping[str, str]) -> DateShot | None:
    made = parse_date(tags.get("creation_time", ""), "container creation_time (assumed UTC)")
    return made if made is not None and made.precision is Precision.SECOND else None


def _candidates(tags: Mapping[str, str], name: str, xmp: DateShot | None) -> Iterator[DateShot]:
    spoken = [
        date for key, said_by in _ZONED_KEYS if key in tags and (date := parse_date(tags[key], said_by)) is not None
    ]
    yield from (date for date in spoken if date.zone)
    if xmp is not None:
        yield xmp
    yield from (date for date in spoken if date.precision is Precision.SECOND)
    if (made := parse_date(tags.get("creation_time", ""), "container creation_time (assumed UTC)")) is not None:
        yield made
    for key in ("idit", "icrd", "creation_date", "date_recorded"):
        if (date := parse_date(tags.get(key, ""), f"container {key}")) is not None:
            yield date
    if (named := date_in_name(name)) is not None:
        yield named
    yield from spoken


def _date(parts: Mapping[str, str | None], zone: str, said_by: str) -> DateShot | None:
    """Return the date made of ``parts``, cut where they end or hold zeros; None where the calendar has no such day."""
    known = [part for part in _PARTS if parts.get(part)]
    while len(known) > 1 and known[-1] in ("month", "day") and parts[known[-1]] == "00":
        known.pop()
    numbers = {part: int(parts[part] or 0) for part in known}
    try:
        when = datetime(
            numbers["year"],
            numbers.get("month", 1),
            numbers.get("day", 1),
            int(parts.get("hour") or 0),
            numbers.get("minute", 0),
            min(numbers.get("second", 0), 59),
        )
    except ValueError:
        return None
    if not EARLIEST_YEAR <= when.year <= 2100 or when.year == _MAC_EPOCH or str(when)[:10] in _EPOCHS:
        return None
    length = {"year": 4, "month": 7, "day": 10, "minute": 16, "second": 19}[known[-1]]
    precise = known[-1] in ("minute", "second")
    value = when.isoformat(timespec="seconds")[:length]
    return DateShot(value=value, precision=Precision(known[-1]), zone=zone if precise else "", said_by=said_by)


def _zone(text: str) -> str:
    """Return an offset as +HH:MM, ``Z`` for UTC said by name, or nothing where ``text`` is none."""
    if text in ("Z", "UTC"):
        return "Z"
    found = re.fullmatch(r"\s*([+-])(\d\d):?(\d\d)?\s*", text)
    if found is None or int(found[2]) > 14:
        return ""
    return f"{found[1]}{found[2]}:{found[3] or '00'}"
