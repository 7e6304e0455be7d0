"""Moments as rows of their own: what a second sheet tells of each."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from core.catalog.vocabulary import Vocabulary
from core.export.cells import fit, join_values
from core.export.columns import ESTABLISHED, sheet_id
from core.export.counting import ASSUMED_RATE, Counting, counting_of
from core.model.clip import Clip, Moment, Role
from core.model.time import offset

MOMENT_HEADINGS = (
    "id", "title", "moment_id", "in_tc", "out_tc", "in_s", "out_s", "label", "people", "note", "in_exact", "out_exact",
    "rev",
)  # fmt: skip
"""The headings of moments: ``_tc`` is source timecode, ``_s`` HH:MM:SS.mmm from the first picture, ``_exact`` the
same in exact seconds ("1001/30000s")."""

MACHINES = frozenset({"id", "moment_id", "in_exact", "out_exact", "rev"})
"""What stands there for programs and not for people."""


def moments_in_order(clip: Clip) -> list[Moment]:
    """Return the moments of ``clip`` as they follow each other."""
    return sorted(clip.moments, key=lambda moment: (moment.span.start, moment.span.end, moment.id))


def moment_rows(clip: Clip, words: Vocabulary) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each moment of ``clip`` in the order of :data:`MOMENT_HEADINGS`."""
    for moment in moments_in_order(clip):
        cells = moment_cells(clip, moment, words)
        yield tuple(cells[heading] for heading in MOMENT_HEADINGS)


def moment_cells(clip: Clip, moment: Moment, words: Vocabulary) -> dict[str, str]:
    """Return the cells of one ``moment`` of ``clip`` by heading."""
    start, end = moment.span.start, moment.span.end
    counting = moment_counting(clip)
    first, length = counting.frames(moment.span)
    cells = {
        "id": sheet_id(clip.id),
        "title": clip.name,
        "moment_id": sheet_id(moment.id),
        "in_tc": counting.timecode(first),
        "out_tc": counting.timecode(first + length),
        "in_s": offset(start),
        "out_s": offset(end),
        "label": moment.label,
        "people": _people(clip, moment, words),
        "note": moment.note,
        "in_exact": _exact(start),
        "out_exact": _exact(end),
        "rev": str(clip.revision),
    }
    return {heading: fit(cell)[0] for heading, cell in cells.items()}


def moment_counting(clip: Clip) -> Counting:
    """Return how the timecodes of the moments of ``clip`` are counted."""
    return counting_of(clip.facts, ASSUMED_RATE)[0].for_timecode()


def _exact(time: Fraction) -> str:
    """The letter keeps spreadsheets from reading 1/2 as a day."""
    return f"{time.numerator}/{time.denominator}s"


def _people(clip: Clip, moment: Moment, words: Vocabulary) -> str:
    shown = (
        tag.entry
        for tag in clip.tags
        if tag.moment == moment.id and tag.role is Role.PERSON_SHOWN and tag.status in ESTABLISHED
    )
    return join_values(words.label(entry) for entry in words.finals(shown))
