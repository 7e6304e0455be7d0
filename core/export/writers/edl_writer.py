"""A CMX 3600 edit decision list of markers, as DaVinci Resolve writes and reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from pathlib import Path

from core.errors import UserProblem
from core.export.counting import ASSUMED_RATE, Counting, nominal, start_of
from core.export.markers import MarkedClip, Marker, marked_clips, one_line
from core.export.sheet import Sheet
from core.model.time import Span
from core.words import tr

_FIRST_HOUR = "01:00:00"
_NOT_IN_A_REEL = re.compile(r"[^A-Za-z0-9_-]+")
_REEL_LENGTH = 8  # CMX 3600
_UNNAMED_REEL = "001"


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` to ``target``, a marker at a time.

    The record side is one timeline from 01:00:00:00 at the counting of the first clip, on which the clips lie end to
    end; the source side is each clip's own timecode.  A clip without moments is marked as a whole, for Resolve keeps
    one marker a frame.  Rates over 60 are halved, as timecode is.  Moments are blue, those in which something is
    claimed or disputed yellow, whole clips cyan.  After event 999, where CMX 3600 ends, numbers go on, as Resolve's
    do.  Raises UserProblem where the clips are longer than the timecode of a day, and OSError.
    """
    with target.open("w", encoding="utf-8", newline="\r\n") as file:
        clips = marked_clips(sheet)
        first = next(clips, None)
        record = _record(first.counting.for_timecode() if first else Counting(ASSUMED_RATE))
        file.write(f"TITLE: {one_line(sheet.title)}\n")
        file.write(f"FCM: {'DROP FRAME' if record.drop else 'NON-DROP FRAME'}\n")
        if sheet.notice:
            file.write(f"* {one_line(sheet.notice)}\n")
        for number, event in enumerate(_events(chain([first] if first else [], clips), record), start=1):
            file.write(f"\n{number:03d}  {event}")


def _record(counting: Counting) -> Counting:
    start = start_of(f"{_FIRST_HOUR}{';' if counting.drop else ':'}00", counting.rate)
    return start or Counting(counting.rate, 3600 * nominal(counting.rate))


def _events(clips: Iterator[MarkedClip], record: Counting) -> Iterator[str]:
    begins = 0
    for clip in clips:
        length = record.frames(Span(Fraction(0), clip.length))[1]
        if record.start + begins + length > record.day:
            raise UserProblem(
                tr(
                    "An EDL holds what fits on one day's timecode, and the sheet is longer from {name} "
                    "on: choose fewer clips, or the OTIO format.",
                    name=clip.name,
                )
            )
        for marker in clip.markers or [clip.whole]:
            yield _event(marker, clip, record, begins)
        begins += length


def _event(marker: Marker, clip: MarkedClip, record: Counting, begins: int) -> str:
    source = clip.counting.for_timecode()
    at = source.frame_at(marker.span.start)
    first, count = record.frames(marker.span)
    times = [source.timecode(at), source.timecode(at + 1)]
    times += [record.timecode(begins + first), record.timecode(begins + first + 1)]
    note = "; ".join(marker.lines).replace("|", "/")
    lines = [
        f"{_reel(clip):<8} V     C        {' '.join(times)}  ",
        f"{note} |C:{_color(marker, clip)} |M:{marker.name.replace('|', '/')} |D:{count}",
        f"* FROM CLIP NAME: {clip.name}",
        *(f"* {line}" for line in clip.lines if clip.markers),
    ]
    return "".join(f"{line}\n" for line in lines)


def _color(marker: Marker, clip: MarkedClip) -> str:
    if marker.said.doubts:
        return "ResolveColorYellow"
    return "ResolveColorBlue" if clip.markers else "ResolveColorCyan"


def _reel(clip: MarkedClip) -> str:
    return _NOT_IN_A_REEL.sub("_", clip.reel)[:_REEL_LENGTH] or _UNNAMED_REEL
