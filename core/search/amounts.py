"""Durations, sizes and rates as people type them, read exactly and told in whole numbers."""

from __future__ import annotations

import re
from fractions import Fraction

from core.values import dataclass

LARGEST = (1 << 63) - 1
"""No index tells larger numbers; nothing asked for is larger."""

_UNITS = re.compile(
    r"(?=.)(?:(?P<h>\d{1,9})h)?(?:(?P<m>\d{1,9})m(?:in)?)?(?:(?P<s>\d{1,9}(?:\.\d{1,6})?)(?:s(?:ec)?)?)?", re.IGNORECASE
)
_CLOCK = re.compile(r"(?:(?P<h>\d{1,9}):)?(?P<m>\d{1,9}):(?P<s>\d\d(?:\.\d{1,6})?)")
_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)([kmgt]?)(i?)(b?)", re.IGNORECASE)
_DECIMAL = re.compile(r"\d{1,9}(?:\.\d{1,6})?")
_WHOLE = re.compile(r"\d{1,18}")


@dataclass(frozen=True, slots=True)
class Amount:
    """``value`` as typed, and [low, high], all that is shown the same to the precision typed."""

    value: int
    low: int
    high: int


def milliseconds(duration: Fraction) -> int:
    """Return ``duration`` (seconds) in whole milliseconds, rounded half up."""
    return _rounded(duration, 1000)


def hundredths(rate: Fraction) -> int:
    """Return ``rate`` in whole hundredths, rounded half up: 24000/1001 is 2398."""
    return _rounded(rate, 100)


def read_duration(text: str) -> Amount | None:
    """Read 90, 90s, 2m, 1m30s, 1h, 1:30 or 1:02:05 as milliseconds.

    What is shown as 1:30 is 89.5 s up to 90.5 s; 2m is all that is shown as 2:00 to 2:59.
    """
    match = _CLOCK.fullmatch(text) or _UNITS.fullmatch(text)
    if match is None:
        return None
    value = Fraction(match["s"] or 0) + 60 * int(match["m"] or 0) + 3600 * int(match["h"] or 0)
    step = _decimal_step(match["s"]) if match["s"] else Fraction(60 if match["m"] else 3600)
    half = min(step, Fraction(1)) / 2
    return _amount(value * 1000, (value - half) * 1000, (value + step - half) * 1000)


def read_size(text: str) -> Amount | None:
    """Read 500, 10MB, 1.5GB or 700MiB as bytes (MB is 1,000,000, MiB 1,048,576)."""
    match = _SIZE.fullmatch(text)
    if match is None or (match[3] and not match[2]):
        return None
    unit = (1024 if match[3] else 1000) ** " kmgt".index(match[2].lower() or " ")
    value = Fraction(match[1]) * unit
    if unit == 1:
        return _amount(value, value, value + 1)
    half = _decimal_step(match[1]) * unit / 2
    return _amount(value, value - half, value + half)


def read_rate(text: str) -> Amount | None:
    """Read 25, 23.976 or 29.97 as hundredths of a frame a second."""
    if not _DECIMAL.fullmatch(text):
        return None
    value = hundredths(Fraction(text))
    return Amount(value, value, value)


def read_whole(text: str) -> Amount | None:
    """Read a whole number."""
    if not _WHOLE.fullmatch(text):
        return None
    return Amount(int(text), int(text), int(text))


def _decimal_step(digits: str) -> Fraction:
    return Fraction(1, 10 ** len(digits.partition(".")[2]))


def _amount(value: Fraction, low: Fraction, end: Fraction) -> Amount:
    """Return the whole numbers in [low, end)."""
    return Amount(*(min(number, LARGEST) for number in (_rounded(value), -(-low // 1), -(-end // 1) - 1)))


def _rounded(number: Fraction, times: int = 1) -> int:
    """Return ``number * times`` to the nearest whole, half up; without fractions on the way, which are slow."""
    numerator, denominator = number.as_integer_ratio()
    return (2 * times * numerator + denominator) // (2 * denominator)
