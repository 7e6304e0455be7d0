"""Times as people type them, read exactly."""

from __future__ import annotations

import re
from fractions import Fraction

from core.errors import UserProblem
from core.export.counting import Counting, start_of
from gui.words import tr

_TIMECODE = re.compile(r"(\d+:\d\d:\d\d)[:;](\d+)")
_CLOCK = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)(?:\s*s)?")


def read_time(text: str, counting: Counting | None, length: Fraction | None = None) -> Fraction:
    """Return the seconds ``text`` means: 12.5, 1:02.5, 1:00:02, or timecode as ``counting`` counts it.

    Timecode before that of the first frame is that of the next day where a clip of ``length`` seconds goes on until
    then, else it is counted from the first frame.  Raises UserProblem where ``text`` means no time.
    """
    text = text.strip()
    found = _TIMECODE.fullmatch(text)
    if found:
        return _of_timecode(found[1], found[2], counting, length or Fraction(0))
    found = _CLOCK.fullmatch(text)
    if not found:
        raise UserProblem(tr("“{text}” is no time; write 12.5, 1:02.5 or 00:00:12:05.", text=text))
    hours, minutes, seconds = found.groups(default="0")
    return int(hours) * 3600 + int(minutes) * 60 + Fraction(seconds)


def _of_timecode(clock: str, frame: str, counting: Counting | None, length: Fraction) -> Fraction:
    if counting is None:
        raise UserProblem(tr("This clip has no frame rate, so a time cannot be given in frames; write 1:02.5."))
    if int(frame) >= counting.nominal:
        raise UserProblem(
            tr("At {rate} frames a second there is no frame {frame}.", rate=counting.nominal, frame=int(frame))
        )
    text = f"{clock.zfill(8)}{';' if counting.drop else ':'}{frame.zfill(2)}"
    found = start_of(text, counting.rate)
    if found is None:
        raise UserProblem(tr("There is no timecode {text} in this clip.", text=text))
    number = found.start - counting.start
    if number < 0:
        tomorrow = number + counting.day
        number = tomorrow if tomorrow / counting.rate <= length else found.start
    return number / counting.rate
