"""The metadata list that DaVinci Resolve imports for clips it has: CSV in UTF-16 under the headings Resolve exports."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from core.catalog.vocabulary import Vocabulary
from core.export.cells import fit, guard
from core.export.columns import known
from core.export.counting import ASSUMED_RATE, Counting, counting_of
from core.export.sheet import Sheet
from core.model.clip import Clip, Role

_Read = Callable[[Clip, Vocabulary], str]


def _named(role: Role) -> _Read:
    return lambda clip, words: ", ".join(words.label(entry) for entry in known(clip, role, words))


def _date(clip: Clip, _words: Vocabulary) -> str:
    return clip.date_shot.value.replace("T", " ") if clip.date_shot else ""


def _rate(clip: Clip, _words: Vocabulary) -> str:
    rate = clip.facts.frame_rate
    return f"{float(rate):.3f}" if rate else ""


def _start(clip: Clip, _words: Vocabulary) -> str:
    return counting_of(clip.facts, ASSUMED_RATE)[0].for_timecode().timecode(0) if clip.facts.start_timecode else ""


def _duration(clip: Clip, _words: Vocabulary) -> str:
    """How many frames there are, written as timecode from zero."""
    facts = clip.facts
    if facts.duration is None or not facts.frame_rate:
        return ""
    counting = counting_of(facts, ASSUMED_RATE)[0].for_timecode()
    return Counting(counting.rate, 0, counting.drop).timecode(counting.frame_at(facts.duration))


# By these Resolve knows a clip again; they are written as they are.
_KEYS: Mapping[str, _Read] = {
    "File Name": lambda clip, _words: clip.file.name,
    "Clip Directory": lambda clip, _words: os.path.dirname(clip.file.path),
    "Start TC": _start,
    "Duration TC": _duration,
    "Shot Frame Rate": _rate,
}

_WORDS: Mapping[str, _Read] = {
    "Description": lambda clip, _words: clip.name,
    "Comments": lambda clip, _words: clip.source.caption,
    "Keywords": _named(Role.KEYWORD),
    "People": _named(Role.PERSON_SHOWN),
    "Location": _named(Role.LOCATION_SHOWN),
    "Production Name": _named(Role.PRODUCTION),
    "Camera Type": lambda clip, _words: clip.facts.camera,
    "Reel Number": lambda clip, _words: clip.facts.reel,
    "Date Recorded": _date,
}


def write(sheet: Sheet, target: Path) -> None:
    """Write the clips of ``sheet`` to ``target``, a line at a time; its columns are Resolve's and not the sheet's.

    Lines within a cell become spaces.  Raises OSError.
    """
    notice = {"Notice": sheet.notice} if sheet.notice else {}
    with target.open("w", encoding="utf-16", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow((*_KEYS, *_WORDS, *notice))
        for row in sheet.rows:
            keys = (_flat(read(row.clip, sheet.words)) for read in _KEYS.values())
            words = (guard(_flat(read(row.clip, sheet.words))) for read in _WORDS.values())
            writer.writerow((*keys, *words, *notice.values()))


def _flat(text: str) -> str:
    return fit(" ".join(text.split()) if {"\r", "\n", "\t"} & set(text) else text)[0]
