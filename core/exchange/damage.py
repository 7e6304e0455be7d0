"""What spreadsheets do to cells that nobody edited, told from what a person wrote.

Measured on LibreOffice, and known of Excel: long numbers are rounded to 15 digits, leading zeros go, times and dates
are shown in the fashion of the country, formulas are worked out, letters pass through the wrong code page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

ERROR_VALUES = frozenset(
    ("#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "Err:508", "Err:509", "Err:510")
)
_FORMULA_STARTS = "=+-@＝＋－＠"
_SHORTEST_CUT = 255
"""The shortest cell that programs cut (text formulas and old drivers cut there)."""

_CUT_MARK = re.compile(r" \[…cut here: [\d,]+ characters, all of them in the archive\]")
_DIGITS = 15
"""So many digits of a number a spreadsheet keeps (IEEE 754 double)."""

_TIME = re.compile(r"(\d{1,3}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?\s*([AaPp]\.?[Mm]\.?)?")
_MINUTES = re.compile(r"(\d{1,2}):(\d{1,2})[.,](\d+)")
_SERIAL = re.compile(r"\d{1,5}(?:[.,]\d+)?")
_EPOCH = date(1899, 12, 30)
"""Day 0 of spreadsheets, as both Excel (after February 1900) and LibreOffice count."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE_PARTS = re.compile(r"\d+|[A-Za-z]{3,9}")
_DATE = re.compile(r"[\dA-Za-z]{1,9}(?:[-/. ]+[\dA-Za-z]{1,9}){1,2}(?:[T ]00:00(?::00)?)?")
_AT_MIDNIGHT = re.compile(r"[T ]00:00(?::00)?$")


def looks_damaged(before: str, cell: str) -> bool:
    """Whether ``cell`` is what a spreadsheet or a wrong code page makes of ``before`` when nobody edits it.

    The two are known to differ.
    """
    before, cell = before.strip(), cell.strip()
    return (
        cell in ERROR_VALUES
        or _CUT_MARK.search(cell) is not None
        or (len(cell) >= _SHORTEST_CUT and before.startswith(cell))
        or (before[:1] in _FORMULA_STARTS and before != "" and _number(cell) is not None)
        or _same_number(before, cell)
        or _same_time(before, cell)
        or _same_day(before, cell)
        or cell in _mistaken(before)
    )


def _number(text: str) -> Decimal | None:
    plain = text.strip("$€£¥% ").replace(" ", "").replace("\u00a0", "")
    if re.fullmatch(r"[+-]?\d+,\d+(?:[Ee][+-]?\d+)?", plain):
        plain = plain.replace(",", ".")
    if not re.fullmatch(r"[+-]?\d+(?:\.\d*)?(?:[Ee][+-]?\d{1,3})?", plain):
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _same_number(before: str, cell: str) -> bool:
    """Whether both are one number to as many digits as ``cell`` shows; a number typed as it was is no damage."""
    one, other = _number(before), _number(cell)
    if one is None or other is None:
        return False
    if "e" in cell.lower():
        kept = len(other.as_tuple().digits)
    else:
        kept = min(_DIGITS, len(f"{other:f}".rstrip("0").replace(".", "")))
    return one == other or (
        len(one.as_tuple().digits) > _DIGITS
        and _rounded(one, kept) == f"{other:.{kept - 1}e}"
        and _rounded(other, _DIGITS + 5) == _rounded(Decimal(_rounded(other, _DIGITS)), _DIGITS + 5)
    )


def _rounded(number: Decimal, digits: int) -> str:
    return f"{number:.{max(digits, 1) - 1}e}"


def _same_time(before: str, cell: str) -> bool:
    one = _seconds(before)
    if one is None:
        return False
    other = _seconds(cell)
    if other is None and _SERIAL.fullmatch(cell):
        other = Decimal(cell.replace(",", ".")) * 86_400
    return other is not None and abs(one - other) < 1


def _seconds(text: str) -> Decimal | None:
    """Return the seconds of a time of day or a duration; None where ``text`` is neither."""
    if found := _MINUTES.fullmatch(text):
        minutes, seconds, part = found.groups()
        return Decimal(int(minutes) * 60 + int(seconds)) + Decimal(f"0.{part}")
    if not (found := _TIME.fullmatch(text)):
        return None
    hours, minutes, seconds, part, half = found.groups()
    hour = int(hours)
    if half:
        hour = hour % 12 + (12 if half[0] in "Pp" else 0)
    return Decimal(hour * 3600 + int(minutes) * 60 + int(seconds or 0)) + Decimal(f"0.{part or 0}")


_Day = tuple[int | None, int, int | None]
"""Year, month and day, as far as a text gives them."""


def _same_day(before: str, cell: str) -> bool:
    """Whether ``cell`` shows the day or month that ``before`` was taken for."""
    return any(_shows(shown, meant) for meant in _days(before) for shown in _days(cell))


def _shows(shown: _Day, meant: _Day) -> bool:
    year, month, day = meant
    if year is None:  # a spreadsheet takes the year it is in
        return shown[1:] == meant[1:]
    if day is None:
        return shown in (meant, (year, month, 1))
    return shown in (meant, (None, month, day))


def _days(text: str) -> set[_Day]:
    """Return each day or month that ``text`` may be read as, in any country's order."""
    if re.fullmatch(r"\d{5}", text):
        day = _EPOCH + timedelta(days=int(text))
        return {(day.year, day.month, day.day)}
    if not _DATE.fullmatch(text):
        return set()
    parts = [_part(part) for part in _DATE_PARTS.findall(_AT_MIDNIGHT.sub("", text))]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts):
        return set()
    return {day for day in _read(known) if 1 <= day[1] <= 12 and (day[2] is None or 1 <= day[2] <= 31)}


def _part(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    name = text[:3].lower()
    return _MONTHS.index(name) + 1 if name in _MONTHS else None


def _read(parts: list[int]) -> Iterator[_Day]:
    if len(parts) == 3:
        first, second, third = parts
        if first > 31:
            yield first, second, third
        else:
            yield from ((_year(third), second, first), (_year(third), first, second))
    elif len(parts) == 2:
        first, second = parts
        if first <= 31 and second <= 31:
            yield from ((None, first, second), (None, second, first))
        yield from ((_year(first), second, None), (_year(second), first, None))


def _year(part: int) -> int:
    """Return a year that may be written with two digits, as spreadsheets read it."""
    if part > 99:
        return part
    return part + (2000 if part < 30 else 1900)


def _mistaken(text: str) -> set[str]:
    """Return what ``text`` becomes in the wrong code page."""
    if text.isascii():
        return set()
    return {
        text.encode("utf-8", "replace").decode("cp1252", "replace"),
        text.encode("utf-8", "replace").decode("latin-1"),
        text.encode("cp1252", "replace").decode("cp1252"),
        text.encode("ascii", "replace").decode("ascii"),
    }
