"""Whether the index is what the records make it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from typing import Any

from core.model.clip import Clip
from core.model.codec import to_json
from core.model.vocabulary import Entry
from core.storage.index_rows import clip_rows
from core.storage.index_schema import CLIP_COLUMNS
from core.storage.index_tagging import carried_by
from core.storage.index_writing import looked_up


def problems(reader: sqlite3.Connection, clips: Iterable[Clip], entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a sentence for each clip and entry the index lacks, has too many, or tells differently."""
    yield from _clip_problems(reader, clips)
    yield from _entry_problems(reader, entries)


def _clip_problems(reader: sqlite3.Connection, clips: Iterable[Clip]) -> Iterator[str]:
    left = dict(reader.execute("SELECT id, row FROM place JOIN clip USING (row)"))
    for clip in clips:
        row = left.pop(clip.id, None)
        if row is None:
            yield f"index: {clip.name} cannot be found"
        else:
            yield from _differences(reader, row, clip)
    for clip_id in left:
        yield f"index: clip {clip_id} is found but was removed"


def _differences(reader: sqlite3.Connection, row: int, clip: Clip) -> Iterator[str]:
    expected = clip_rows(row, clip)
    looked_up: dict[str, tuple[list[Any], str]] = {
        "facts and dates": ([expected.clip[:-1]], f"SELECT {', '.join(CLIP_COLUMNS[:-1])} FROM clip WHERE row = ?"),
        "words": ([(expected.words_hash,)], "SELECT words_hash FROM clip WHERE row = ?"),
        "card": ([(expected.card,)], "SELECT data FROM card WHERE row = ?"),
        "files": (list(expected.files), "SELECT * FROM file WHERE clip = ? ORDER BY rowid"),
    }
    for what, (wanted, query) in looked_up.items():
        if reader.execute(query, (row,)).fetchall() != wanted:
            yield f"index: {clip.name} has other {what} there than in its record"
    moments = reader.execute("SELECT spans, tagged, texts FROM moment WHERE row = ?", (row,)).fetchall()
    if moments != ([] if expected.moments is None else [astuple(expected.moments)]):
        yield f"index: {clip.name} has other moments there than in its record"
    if _carried(reader, row) != [(tag.entry, tag.code, tag.id) for tag in expected.tags]:
        yield f"index: {clip.name} has other tags there than in its record"


def _carried(reader: sqlite3.Connection, row: int) -> list[tuple[str, int, str]]:
    """Return the tags there are for ``row``: their entries, codes and ids."""
    tags = carried_by(reader, [row]).get(row, [])
    ids = dict(looked_up(reader, "SELECT number, id FROM entry WHERE number", [tag.entry for tag in tags]))
    return [(ids[tag.entry], tag.code, tag.id) for tag in tags]


def _entry_problems(reader: sqlite3.Connection, entries: Iterable[Entry]) -> Iterator[str]:
    left = dict(reader.execute("SELECT id, document FROM entry WHERE document IS NOT NULL"))
    for entry in entries:
        document = left.pop(entry.id, None)
        if document is None:
            yield f"index: the name {entry.label} cannot be found"
        elif document != to_json(entry):
            yield f"index: the name {entry.label} is told differently there than in its record"
    for entry_id in left:
        yield f"index: the name {entry_id} is there but was removed"


def word_problems(writer: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence where a full-text table does not fit the clips or itself."""
    for table in ("words", "details"):
        lost = writer.execute(
            f"SELECT count(*) FROM (SELECT row FROM clip EXCEPT SELECT rowid FROM {table}"
            f" UNION ALL SELECT * FROM (SELECT rowid FROM {table} EXCEPT SELECT row FROM clip))"
        ).fetchone()[0]
        if lost:
            yield f"index: the {table} of {lost} clips are missing, or left over"
        try:
            writer.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
        except sqlite3.DatabaseError:
            yield f"index: the full text of {table} is damaged"
