"""Times as people type them, read exactly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from core.errors import UserProblem
from gui.words import tr

_TIMECODE = re.compile(r"(\d+):(\d\d):(\d\d)[:;](\d+)")
_CLOCK = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)(?:\s*s)?")


def read_time(text: str, rate: Fraction | None) -> Fraction:
    """Return the seconds ``text`` means: 12.5, 1:02.5, 1:00:02, or 00:00:12:05 counted at ``rate``.

    Raises UserProblem where it means none.
    """
    text = text.strip()
    found = _TIMECODE.fullmatch(text)
    if found:
        return _of_timecode([int(part) for part in found.groups()], rate)
    found = _CLOCK.fullmatch(text)
    if not found:
        raise UserProblem(tr("“{text}” is no time; write 12.5, 1:02.5 or 00:00:12:05.", text=text))
    hours, minutes, seconds = found.groups(default="0")
    return int(hours) * 3600 + int(minutes) * 60 + Fraction(seconds)


def _of_timecode(counts: Sequence[int], rate: Fraction | None) -> Fraction:
    """Count as the timecode without dropped numbers does: every second has as many numbers as the rate rounded up."""
    if rate is None:
        raise UserProblem(tr("This clip has no frame rate, so a time cannot be given in frames; write 1:02.5."))
    hours, minutes, seconds, frames = counts
    nominal = -(-rate.numerator // rate.denominator)
    if frames >= nominal:
        raise UserProblem(tr("At {rate} frames a second there is no frame {frame}.", rate=nominal, frame=frames))
    return ((hours * 60 + minutes) * 60 + seconds) * Fraction(nominal) / rate + Fraction(frames) / rate
