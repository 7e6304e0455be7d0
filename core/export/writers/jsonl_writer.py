"""JSON Lines: whole records, a line each, that can be taken in again without loss.

The first line is ``{"slatebook": 1, "title": ..., "made": ..., "notice": ...}``.  Then come ``{"entry": {...}}`` and
``{"clip": {...}}``, each the record as :mod:`core.model.codec` writes it.  An entry stands before the first clip or
entry that speaks of it (a parent before its child, what an entry was merged into before the merged one), and once.
Only entries that clips speak of are there.  Exact times are strings "numerator/denominator".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from core.catalog.vocabulary import Vocabulary
from core.export.sheet import Sheet
from core.model.codec import to_json
from core.model.ids import EntryId
from core.model.vocabulary import Entry

SCHEMA = 1
"""The number of the form that is written."""


def write(sheet: Sheet, target: Path) -> None:
    """Write the records behind ``sheet`` to ``target``, whatever its columns are, a line at a time; raises OSError."""
    head = {
        "slatebook": SCHEMA,
        "title": sheet.title,
        "made": sheet.made.isoformat(timespec="seconds"),
        "notice": sheet.notice,
    }
    with target.open("wb") as file:
        file.write(to_json(head) + b"\n")
        told: set[EntryId] = set()
        for row in sheet.rows:
            for tag in row.clip.tags:
                for entry in _untold(tag.entry, sheet.words, told):
                    file.write(to_json({"entry": entry}) + b"\n")
            file.write(to_json({"clip": row.clip}) + b"\n")


def _untold(id: EntryId, words: Vocabulary, told: set[EntryId]) -> Iterator[Entry]:  # noqa: A002
    """Yield the entry ``id`` and what it speaks of, as far as not ``told``, what is spoken of first."""
    if id in told:
        return
    told.add(id)
    entry = words.get(id)
    if entry is None:
        return
    if entry.id != id:  # merged: the other stands for both
        yield from _untold(entry.id, words, told)
        yield replace(words.raw(id) or entry, id=id, parent=None, redirect=entry.id)
        return
    if entry.parent is not None:
        yield from _untold(entry.parent, words, told)
    yield entry
