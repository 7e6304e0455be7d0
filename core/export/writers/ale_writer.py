"""An Avid Log Exchange: a heading, columns, and one line a clip, all parted by tabs."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from core.catalog.vocabulary import Vocabulary
from core.errors import UserProblem
from core.export.cells import fit
from core.export.columns import Column
from core.export.counting import ASSUMED_RATE, Counting, rate_words
from core.export.markers import MarkedClip, Marker, marked_clips, one_line, within
from core.export.sheet import Sheet
from core.model.media import MediaFacts
from core.words import tr

_MOST_COLUMNS = 64
_MOST_TRACKS = 8
_FIXED = ("Name", "Tracks", "Start", "End", "Tape", "FPS")
_LAST = "Remarks"
_TOLD_BY_FIXED = frozenset({"title", "start_tc", "reel", "frame_rate"})
_HEADINGS: Mapping[str, str] = {
    "id": "Slatebook ID", "file": "Source File", "duration": "Length", "people": "Person", "people_ids": "Person IDs",
    "location_shown": "Location", "location_id": "Location IDs", "location_shot": "Camera Location",
    "production": "Production", "production_id": "Production ID", "caption_as_shared": "Comments",
    "source_url": "Source URL", "embargo_until": "Embargo", "date_shot": "Shoot Date",
}  # fmt: skip
"""Headings of the project's mapping table; a column not named here goes by its words."""


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` to ``target``, a line at a time.

    With ``sheet.moments`` each moment has a line after its clip, on which the columns say what holds then.  The heading
    holds one rate, that of the first clip; every line has its own under ``FPS``, which goes before the heading's, as
    in a bin of several rates.  Start and end are source timecode, the end that of the frame after the last, at no more
    than 60 frames a second.  A clip without a reel goes by its file's name in ``Tape``.  Raises UserProblem for more
    columns than an ALE holds, and OSError.
    """
    chosen = [(place, column) for place, column in enumerate(sheet.columns) if column.key not in _TOLD_BY_FIXED]
    headings = [*_FIXED, *(_heading(column) for _, column in chosen), *(["Notice"] if sheet.notice else []), _LAST]
    if len(headings) > _MOST_COLUMNS:
        spare = len(headings) - _MOST_COLUMNS
        raise UserProblem(
            tr(
                "An ALE holds {most} columns: leave out {spare} of those you have chosen.",
                most=_MOST_COLUMNS,
                spare=spare,
            )
        )
    notice = [sheet.notice] if sheet.notice else []
    with target.open("w", encoding="utf-8", newline="\r\n") as file:
        clips = marked_clips(sheet)
        first = next(clips, None)
        file.writelines(f"{line}\n" for line in _heading_lines(first))
        file.write(f"Column\n{_tabbed(headings)}\nData\n")
        for clip in chain([first] if first else [], clips):
            cells = [clip.row.cells[place] for place, _ in chosen]
            file.write(_tabbed([*_fixed(clip, clip.whole, clip.name), *cells, *notice, "; ".join(clip.remarks)]))
            for marker in clip.markers if sheet.moments else ():
                fixed = _fixed(clip, marker, f"{clip.name} - {marker.name}")
                cells = _cells(clip, marker, [column for _, column in chosen], sheet.words)
                file.write(_tabbed([*fixed, *cells, *notice, "; ".join(marker.lines)]))


def _heading(column: Column) -> str:
    return _HEADINGS.get(column.key) or column.words.title()


def _heading_lines(first: MarkedClip | None) -> list[str]:
    counting = first.counting.for_timecode() if first else Counting(ASSUMED_RATE)
    video = _video_format(first.row.clip.facts) if first else "1080"
    fields = {"FIELD_DELIM": "TABS", "VIDEO_FORMAT": video, "AUDIO_FORMAT": "48khz", "FPS": rate_words(counting.rate)}
    return ["Heading", *("\t".join(field) for field in fields.items()), ""]


def _video_format(facts: MediaFacts) -> str:
    """Return the kind of Avid project; one that says CUSTOM goes into no project of another kind."""
    return {720: "720", 576: "PAL", 480: "NTSC", 486: "NTSC"}.get(facts.height, "1080")


def _cells(clip: MarkedClip, marker: Marker, columns: list[Column], words: Vocabulary) -> list[str]:
    """Return what the columns say of a moment: of the clip only what holds then."""
    scope = within(clip.row.clip, marker.moment) if marker.moment else clip.row.clip
    return [fit(column.value(scope, words))[0] for column in columns]


def _fixed(clip: MarkedClip, marker: Marker, name: str) -> list[str]:
    counting = clip.counting.for_timecode()
    first, count = counting.frames(marker.span)
    facts = clip.row.clip.facts
    sound = "".join(f"A{number}" for number in range(1, min(facts.audio_channels, _MOST_TRACKS) + 1))
    tape = clip.reel or Path(clip.row.clip.file.name).stem or clip.name
    start, end = counting.timecode(first), counting.timecode(first + count)
    return [name, f"V{sound}", start, end, tape, rate_words(counting.rate)]


def _tabbed(cells: list[str]) -> str:
    """Return ``cells`` as a line."""
    return "\t".join(one_line(cell) for cell in cells) + "\n"
