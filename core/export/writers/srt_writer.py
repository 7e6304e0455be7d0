"""SubRip: what is said of each moment, to be read while the clip plays."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from pathlib import Path

from core.export.markers import MarkedClip, Marker, marked_clips, one_line, placed
from core.export.sheet import Sheet
from core.model.time import Span, offset

_MARKUP = str.maketrans({"<": "‹", ">": "›", "{": "(", "}": ")"})


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` to ``target``, a cue at a time.

    The clips lie end to end in the order of the sheet; the first line of each cue names the clip, and one that has no
    moments is one cue.  SubRip knows neither comments nor escapes: what a notice has to say is the first cue, of one
    second, and brackets that players take for markup are written as others.  Raises OSError.
    """
    with target.open("w", encoding="utf-8", newline="\r\n") as file:
        for number, cue in enumerate(chain(_notice(sheet), _cues(sheet)), start=1):
            file.write(f"{number}\n{cue}\n")


def _notice(sheet: Sheet) -> Iterator[str]:
    if sheet.notice:
        yield _cue(Span(Fraction(0), Fraction(1)), [sheet.notice])


def _cues(sheet: Sheet) -> Iterator[str]:
    for begins, clip in placed(marked_clips(sheet)):
        for marker in clip.markers or [clip.whole]:
            yield _cue(Span(begins + marker.span.start, begins + marker.span.end), _text(marker, clip))


def _text(marker: Marker, clip: MarkedClip) -> list[str]:
    if not clip.markers:
        return [clip.name, *marker.lines]
    return [f"{clip.name}: {marker.name}", *marker.lines, *clip.lines]


def _cue(span: Span, lines: list[str]) -> str:
    times = f"{offset(span.start)} --> {offset(span.end)}".replace(".", ",")
    text = "\n".join(line for line in (one_line(line).translate(_MARKUP) for line in lines) if line)
    return f"{times}\n{text}\n"
