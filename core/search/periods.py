"""Dates as stretches of wall-clock time: a year is all of the year, a minute all of the minute.

Times are whole seconds since 1970-01-01T00:00:00 on the clock on the wall, whatever the zone.
"""

from __future__ import annotations

import re
from calendar import timegm
from datetime import date, datetime, timedelta
from functools import lru_cache

from core.values import dataclass

DAY = 86_400
_EPOCH = datetime(1970, 1, 1)

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d?)(?:-(?P<day>\d\d?)"
    r"(?:[T ](?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?)?)?)?"
)
_DECADE = re.compile(r"(\d{3})0s")
_AGO = re.compile(r"(\d{1,4})([dwmy])", re.IGNORECASE)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_ZONE = r"(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?"
_TO_THE_SECOND = re.compile(rf"\d{{4}}-\d\d-\d\d[T ]\d\d:\d\d:\d\d{_ZONE}", re.ASCII)
"""How all but a few dates are written: these are read in half the time."""
_AFTER_TIME = re.compile(_ZONE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The half-open stretch [start, end) in seconds."""

    start: int
    end: int


def seconds(moment: datetime) -> int:
    """Return what the clock of ``moment`` shows, in seconds; its zone does not matter."""
    since = moment.replace(tzinfo=None) - _EPOCH
    return since.days * DAY + since.seconds


@lru_cache(maxsize=1024)  # each date of a clip is looked at more than once
def read_period(text: str) -> Stretch | None:
    """Return the stretch that ``text`` (ISO 8601 of any precision, its zone ignored; or 1990s) stands for, or None."""
    if _TO_THE_SECOND.fullmatch(text):
        try:
            start = seconds(datetime.fromisoformat(text))
            return Stretch(start, start + 1)
        except ValueError:
            pass  # such as a leap second
    decade = _DECADE.fullmatch(text)
    if decade:
        first = int(decade[1]) * 10
        return _stretch(first, 1, 1, first + 10, 1) if first else None
    match = _DATE.match(text)
    if match is None or not (match.end() == len(text) or (match["hour"] and _AFTER_TIME.fullmatch(text, match.end()))):
        return None
    return _read_parts({name: int(part) for name, part in match.groupdict().items() if part})


def read_asked(text: str, today: date) -> Stretch | None:
    """Return what ``text`` in a query stands for on ``today``: a period, today, yesterday, or 7d, 2w, 3m, 1y.

    The last four begin so many days (a month has 30, a year 365) before today and end with today.
    """
    lowered = text.lower()
    ago = _AGO.fullmatch(lowered)
    if lowered == "today":
        return _days(today, 0, 1)
    if lowered == "yesterday":
        return _days(today, -1, 0)
    if ago:
        return _days(today, -int(ago[1]) * _DAYS[ago[2]], 1)
    return read_period(text.upper() if "t" in lowered else lowered)


def _days(today: date, first: int, end: int) -> Stretch | None:
    try:
        start = today + timedelta(days=first)
    except OverflowError:
        return None
    begin = timegm(start.timetuple())
    return Stretch(begin, begin + (end - first) * DAY)


def _read_parts(parts: dict[str, int]) -> Stretch | None:
    year, month = parts["year"], parts.get("month")
    if month is None:
        return _stretch(year, 1, 1, year + 1, 1)
    if "day" not in parts:
        return _stretch(year, month, 1, year + month // 12, month % 12 + 1)
    hour, minute, second = (parts.get(name, 0) for name in ("hour", "minute", "second"))
    try:
        start = seconds(datetime(year, month, parts["day"], hour, minute, min(second, 59)))
    except ValueError:
        return None
    return Stretch(start, start + (1 if "second" in parts else 60 if "hour" in parts else DAY))


def _stretch(year: int, month: int, day: int, end_year: int, end_month: int) -> Stretch | None:
    """Return the stretch up to the first of ``end_month``, or None outside the years the calendar can count."""
    if not (year >= 1 and end_year <= 9999 and 1 <= month <= 12):
        return None
    return Stretch(timegm((year, month, day, 0, 0, 0)), timegm((end_year, end_month, 1, 0, 0, 0)))
