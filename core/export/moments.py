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
)  # fmt: skip
"""The headings of moments: ``_tc`` is source timecode, ``_s`` HH:MM:SS.mmm from the first picture, ``_exact`` the
same in exact seconds ("1001/30000s")."""

MACHINES = frozenset({"id", "moment_id", "in_exact", "out_exact"})
"""What stands there for programs and not for people."""


def moments_in_order(clip: Clip) -> list[Moment]:
    """Return the moments of ``clip`` as they follow each other."""
    return sorted(clip.moments, key=lambda moment: (moment.span.start, moment.span.end, moment.id))


def moment_rows(clip: Clip, words: Vocabulary) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each moment of ``clip`` in the order of :data:`MOMENT_HEADINGS`."""
    counting = counting_of(clip.facts, ASSUMED_RATE)[0].for_timecode() if clip.moments else Counting(ASSUMED_RATE)
    for moment in moments_in_order(clip):
        start, end = moment.span.start, moment.span.end
        first, length = counting.frames(moment.span)
        cells = (
            sheet_id(clip.id),
            clip.name,
            sheet_id(moment.id),
            counting.timecode(first),
            counting.timecode(first + length),
            offset(start),
            offset(end),
            moment.label,
            _people(clip, moment, words),
            moment.note,
            _exact(start),
            _exact(end),
        )
        yield tuple(fit(cell)[0] for cell in cells)


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
