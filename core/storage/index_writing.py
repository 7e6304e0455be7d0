"""Putting clips and entries into the index, inside a transaction the caller holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from core.model.clip import Clip
from core.model.codec import to_json
from core.model.ids import ClipId, EntryId
from core.model.vocabulary import Entry
from core.storage.index_packing import Packed, pack
from core.storage.index_rows import ClipRows, clip_rows
from core.storage.index_schema import CLIP_COLUMNS, FILE_COLUMNS, PLAIN_COLUMNS, WORD_COLUMNS


def put_clips(database: sqlite3.Connection, clips: Sequence[Clip]) -> list[str]:
    """Take over ``clips``; words are written only where they changed, for they cost most.  Returns those texts."""
    places = places_of(database, [clip.id for clip in clips])
    known = dict(looked_up(database, "SELECT row, words_hash FROM clip WHERE row", places.values()))
    found = [(places[clip.id], clip_rows(places[clip.id], clip)) for clip in clips]
    _forget_files(database, [row for row, _ in found if row in known])
    put(database, "clip", CLIP_COLUMNS, (rows.clip for _, rows in found))
    put(database, "card", ("row", "data"), ((row, rows.card) for row, rows in found))
    put(database, "file", FILE_COLUMNS, (file for _, rows in found for file in rows.files))
    _put_tags(database, found)
    _put_moments(database, found, known)
    changed = [(row, rows) for row, rows in found if known.get(row) != rows.words_hash]
    put(database, "words", ("rowid", *WORD_COLUMNS), ((row, *rows.words) for row, rows in changed))
    put(database, "details", ("rowid", *PLAIN_COLUMNS), ((row, *rows.details) for row, rows in changed))
    touch(database, places.values())
    add_to_mark(database, "clips", len(places) - len(known))
    return [text for _, rows in changed for text in rows.words]


def remove_clips(database: sqlite3.Connection, clips: Iterable[ClipId]) -> None:
    """Forget ``clips``; their rows stay theirs, should they come back."""
    there = looked_up(database, "SELECT id, clip.row FROM place JOIN clip USING (row) WHERE id", clips)
    rows = [row for _, row in there]
    _forget_files(database, rows)
    for table in ("clip", "carried", "moment", "card", "words", "details"):
        key = "rowid" if table in ("words", "details") else "row"
        database.executemany(f"DELETE FROM {table} WHERE {key} = ?", [(row,) for row in rows])
    touch(database, rows)
    add_to_mark(database, "clips", -len(rows))


def touch(database: sqlite3.Connection, rows: Iterable[int]) -> None:
    """Note that the running transaction, which is to become the next edition, changes ``rows``."""
    edition = mark(database, "edition") + 1
    database.executemany("INSERT OR IGNORE INTO touched VALUES (?, ?)", ((edition, row) for row in rows))


def put_entries(database: sqlite3.Connection, entries: Mapping[EntryId, Entry | None]) -> None:
    """Take over ``entries``; one that is gone keeps its number for as long as a clip may carry it."""
    columns = {entry_id: _entry_columns(entry) for entry_id, entry in entries.items()}
    known = dict(looked_up(database, "SELECT id, number FROM entry WHERE id", entries))
    number_entries(database, {*entries, *(EntryId(above) for _, above, _ in columns.values() if above)})
    before = _leading(database, known)
    database.executemany(
        "UPDATE entry SET document = ?, above = ?, redirected = ? WHERE id = ?",
        [(*held, entry_id) for entry_id, held in columns.items()],
    )
    if before != _leading(database, known):
        note(database, "moved")
        note(database, "names")


def _leading(database: sqlite3.Connection, entries: Iterable[EntryId]) -> set[tuple[int, str | None]]:
    """Return where each entry leads or lies, with its number."""
    return set(looked_up(database, "SELECT number, above || redirected FROM entry WHERE id", entries))


def note(database: sqlite3.Connection, name: str) -> None:
    """Move a mark to the edition that the running transaction is to become."""
    set_mark(database, name, mark(database, "edition") + 1)


def _entry_columns(entry: Entry | None) -> tuple[bytes | None, str | None, int]:
    if entry is None:
        return None, None, 0
    return to_json(entry), entry.redirect or entry.parent, int(entry.redirect is not None)


def set_mark(database: sqlite3.Connection, name: str, value: int) -> None:
    """Move a mark."""
    database.execute("UPDATE mark SET value = ? WHERE name = ?", (value, name))


def add_to_mark(database: sqlite3.Connection, name: str, more: int) -> None:
    """Move a mark by ``more``."""
    database.execute("UPDATE mark SET value = value + ? WHERE name = ?", (more, name))


def mark(database: sqlite3.Connection, name: str) -> int:
    """Return where a mark stands."""
    value: int = database.execute("SELECT value FROM mark WHERE name = ?", (name,)).fetchone()[0]
    return value


def places_of(database: sqlite3.Connection, clips: Sequence[ClipId]) -> dict[ClipId, int]:
    """Return the row of each clip, giving new ones the next."""
    known = dict(looked_up(database, "SELECT id, row FROM place WHERE id", clips))
    fresh = sorted(clip for clip in clips if clip not in known)
    if fresh and (database.execute("SELECT max(id) FROM place").fetchone()[0] or "") > fresh[0]:
        set_mark(database, "out of order", 1)
    database.executemany("INSERT INTO place(id) VALUES (?)", [(clip,) for clip in fresh])
    known.update(looked_up(database, "SELECT id, row FROM place WHERE id", fresh))
    return known


def _forget_files(database: sqlite3.Connection, rows: Sequence[int]) -> None:
    database.executemany("DELETE FROM file WHERE clip = ?", [(row,) for row in rows])


def _put_tags(database: sqlite3.Connection, found: Sequence[tuple[int, ClipRows]]) -> None:
    numbers = number_entries(database, {tag.entry for _, rows in found for tag in rows.tags})
    carried = ((row, [Packed(numbers[tag.entry], tag.code, tag.id) for tag in rows.tags]) for row, rows in found)
    put_carried(database, carried)


def _put_moments(database: sqlite3.Connection, found: Sequence[tuple[int, ClipRows]], known: Container[int]) -> None:
    without = [(row,) for row, rows in found if rows.moments is None and row in known]
    database.executemany("DELETE FROM moment WHERE row = ?", without)
    kept = ((row, rows.moments) for row, rows in found)
    columns = ("row", "spans", "tagged", "texts")
    put(database, "moment", columns, ((row, each.spans, each.tagged, each.texts) for row, each in kept if each))


def put_carried(database: sqlite3.Connection, carried: Iterable[tuple[int, Sequence[Packed]]]) -> None:
    """Write down which tags each row carries."""
    put(database, "carried", ("row", "tags", "ids"), ((row, *pack(tags)) for row, tags in carried))


def number_entries(database: sqlite3.Connection, entries: Iterable[EntryId]) -> dict[EntryId, int]:
    """Return the number of each entry, giving one to those without; a tag may come before its entry."""
    wanted = list(entries)
    numbers: dict[EntryId, int] = dict(looked_up(database, "SELECT id, number FROM entry WHERE id", wanted))
    fresh = [entry for entry in wanted if entry not in numbers]
    if fresh:
        database.executemany("INSERT INTO entry(id) VALUES (?)", [(entry,) for entry in sorted(fresh)])
        numbers.update(looked_up(database, "SELECT id, number FROM entry WHERE id", fresh))
        note(database, "names")
    return numbers


def looked_up(database: sqlite3.Connection, query: str, values: Iterable[object]) -> Iterator[tuple[Any, Any]]:
    """Yield the rows of ``query``, which ends where a list of ``values`` is to follow."""
    yield from database.execute(f"{query} IN (SELECT value FROM json_each(?))", (listed(values),))


def listed(values: Iterable[object]) -> str:
    """Return ``values`` as json_each reads them."""
    return to_json(list(values)).decode()


def put(database: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Put rows into a table, in place of those of the same key."""
    marks = ", ".join("?" * len(columns))
    database.executemany(f"INSERT OR REPLACE INTO {table}({', '.join(columns)}) VALUES ({marks})", rows)
