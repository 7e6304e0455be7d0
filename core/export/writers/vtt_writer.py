"""WebVTT chapters: one for each clip, and within it one for each moment."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from core.export.markers import MarkedClip, Marker, marked_clips, one_line, placed
from core.export.sheet import Sheet
from core.model.time import offset

_MILLISECOND = Fraction(1, 1000)


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` to ``target``, a clip at a time.

    The clips lie end to end in the order of the sheet, and a note before each names it, its file, what is said of it
    and when it begins.  Moments keep their true ends where they overlap.  What is claimed or disputed says so in the
    title of its chapter.  Raises OSError.
    """
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.write("WEBVTT\n")
        file.write(_note([f"{one_line(sheet.title)}, made {sheet.made:%Y-%m-%d}", *filter(None, [sheet.notice])]))
        for begins, clip in placed(marked_clips(sheet)):
            file.write(_note([f"{clip.name} begins at {offset(begins)}", clip.row.clip.file.name, *clip.lines]))
            file.writelines(_cues(clip, begins))


def _note(lines: list[str]) -> str:
    text = "\n".join(one_line(line).replace("-->", "→") for line in lines)
    return f"\nNOTE\n{text}\n"


def _cues(clip: MarkedClip, begins: Fraction) -> Iterator[str]:
    for number, marker in enumerate([clip.whole, *clip.markers]):
        start, end = begins + marker.span.start, begins + marker.span.end
        times = f"{offset(start)} --> {offset(max(end, start + _MILLISECOND))}"
        yield f"\n{clip.row.clip.id}-{number}\n{times}\n{_escaped(_title(marker))}\n"


def _title(marker: Marker) -> str:
    return f"{marker.name} [{'; '.join(marker.said.doubts)}]" if marker.said.doubts else marker.name


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
