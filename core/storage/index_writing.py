"""Putting clips and entries into the index, inside a transaction the caller holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from core.model.clip import Clip
from core.model.codec import to_json
from core.model.ids import ClipId, EntryId
from core.model.vocabulary import Entry
from core.storage.index_rows import STANDING_NUMBERS, ClipRows, clip_rows, stored_tag_id
from core.storage.index_schema import CLIP_COLUMNS, PLAIN_COLUMNS, TAG_COLUMNS, WORD_COLUMNS


def put_clips(database: sqlite3.Connection, clips: Sequence[Clip]) -> None:
    """Take over ``clips``; words are written only where they changed, for they cost most."""
    places = _places(database, [clip.id for clip in clips])
    known = dict(looked_up(database, "SELECT row, words_hash FROM clip WHERE row", places.values()))
    found = [(places[clip.id], clip_rows(places[clip.id], clip)) for clip in clips]
    _forget_tags_and_files(database, [row for row, _ in found if row in known])
    put(database, "clip", CLIP_COLUMNS, (rows.clip for _, rows in found))
    put(database, "card", ("row", "data"), ((row, rows.card) for row, rows in found))
    put(database, "plain", ("row", *PLAIN_COLUMNS), ((row, *rows.plain) for row, rows in found))
    put(
        database,
        "file",
        ("clip", "path", "size", "mtime_ns", "quick_hash", "readable"),
        (file for _, rows in found for file in rows.files),
    )
    _put_tags(database, found)
    put_facets(database, [row for row, _ in found])
    changed = [(row, rows.words) for row, rows in found if known.get(row) != rows.words_hash]
    put(database, "words", ("rowid", *WORD_COLUMNS), ((row, *words) for row, words in changed))


def remove_clips(database: sqlite3.Connection, clips: Iterable[ClipId]) -> None:
    """Forget ``clips``; their rows stay theirs, should they come back."""
    rows = [row for _, row in looked_up(database, "SELECT id, row FROM place WHERE id", clips)]
    _forget_tags_and_files(database, rows)
    for table, key in (("clip", "row"), ("card", "row"), ("plain", "row"), ("words", "rowid")):
        database.executemany(f"DELETE FROM {table} WHERE {key} = ?", [(row,) for row in rows])


def put_entries(database: sqlite3.Connection, entries: Mapping[EntryId, Entry | None]) -> None:
    """Take over ``entries``; one that is gone keeps its number for as long as a clip may carry it."""
    columns = {entry_id: _entry_columns(entry) for entry_id, entry in entries.items()}
    number_entries(database, {*entries, *(EntryId(above) for _, above, _ in columns.values() if above)})
    before = _leading(database, entries)
    database.executemany(
        "UPDATE entry SET document = ?, above = ?, redirected = ? WHERE id = ?",
        [(*held, entry_id) for entry_id, held in columns.items()],
    )
    moved = {number for number, _ in before ^ _leading(database, entries)}
    if moved:
        _move(database, moved)


def _leading(database: sqlite3.Connection, entries: Iterable[EntryId]) -> set[tuple[int, str | None]]:
    """Return where each entry leads or lies, with its number."""
    return set(looked_up(database, "SELECT number, above || redirected FROM entry WHERE id", entries))


def _entry_columns(entry: Entry | None) -> tuple[bytes | None, str | None, int]:
    if entry is None:
        return None, None, 0
    return to_json(entry), entry.redirect or entry.parent, int(entry.redirect is not None)


def _move(database: sqlite3.Connection, moved: Iterable[int]) -> None:
    """Write down anew what lies in or leads to what, and count the clips below ``moved`` for it.

    What is below them is the same before and after: whatever came or went is in ``moved`` itself.
    """
    database.execute("DELETE FROM reach")
    database.execute(_REACH)
    put_facets(database, _clips_below(database, moved))


_REACH = """
WITH RECURSIVE
    step(entry, target) AS (
        SELECT below.number, upper.number FROM entry AS below JOIN entry AS upper ON upper.id = below.above),
    reaches(entry, target) AS (
        SELECT entry, target FROM step
        UNION SELECT reaches.entry, step.target FROM reaches JOIN step ON step.entry = reaches.target)
INSERT INTO reach(target, entry) SELECT target, entry FROM reaches"""


def _clips_below(database: sqlite3.Connection, entries: Iterable[int]) -> list[int]:
    """Return the clips that carry one of ``entries`` or one that reaches it."""
    query = """
        WITH moved(entry) AS (SELECT value FROM json_each(?))
        SELECT DISTINCT clip FROM tag WHERE entry IN (
            SELECT entry FROM moved UNION SELECT reach.entry FROM reach WHERE target IN moved)"""
    return [row[0] for row in database.execute(query, (to_json(sorted(entries)).decode(),))]


def put_facets(database: sqlite3.Connection, rows: Iterable[int]) -> None:
    """Count the clips of ``rows`` for every entry they carry that stands for itself, and all these reach."""
    listed = (to_json(sorted(rows)).decode(),)
    database.execute("DELETE FROM facet WHERE clip IN (SELECT value FROM json_each(?))", listed)
    statuses = ", ".join(map(str, STANDING_NUMBERS))
    database.execute(
        f"""
        WITH carried(clip, entry) AS MATERIALIZED (
            SELECT clip, entry FROM json_each(?) CROSS JOIN tag ON clip = value WHERE status IN ({statuses}))
        INSERT INTO facet(clip, entry)
            SELECT clip, entry FROM carried CROSS JOIN entry ON number = entry WHERE NOT redirected
            UNION SELECT clip, target FROM carried CROSS JOIN reach USING (entry) CROSS JOIN entry ON number = target
            WHERE NOT redirected""",
        listed,
    )


def set_mark(database: sqlite3.Connection, name: str, value: int) -> None:
    """Move a mark."""
    database.execute("UPDATE mark SET value = ? WHERE name = ?", (value, name))


def mark(database: sqlite3.Connection, name: str) -> int:
    """Return where a mark stands."""
    value: int = database.execute("SELECT value FROM mark WHERE name = ?", (name,)).fetchone()[0]
    return value


def _places(database: sqlite3.Connection, clips: Sequence[ClipId]) -> dict[ClipId, int]:
    """Return the row of each clip, giving new ones the next."""
    known = dict(looked_up(database, "SELECT id, row FROM place WHERE id", clips))
    fresh = sorted(clip for clip in clips if clip not in known)
    database.executemany("INSERT INTO place(id) VALUES (?)", [(clip,) for clip in fresh])
    known.update(looked_up(database, "SELECT id, row FROM place WHERE id", fresh))
    return known


def _forget_tags_and_files(database: sqlite3.Connection, rows: Sequence[int]) -> None:
    for table in ("tag", "facet", "file"):
        database.executemany(f"DELETE FROM {table} WHERE clip = ?", [(row,) for row in rows])


def _put_tags(database: sqlite3.Connection, found: Sequence[tuple[int, ClipRows]]) -> None:
    numbers = number_entries(database, {tag.entry for _, rows in found for tag in rows.tags})
    tags = (
        (numbers[tag.entry], row, tag.role, tag.status, stored_tag_id(tag.id), int(tag.whole))
        for row, rows in found
        for tag in rows.tags
    )
    put(database, "tag", TAG_COLUMNS, tags)


def number_entries(database: sqlite3.Connection, entries: Iterable[EntryId]) -> dict[EntryId, int]:
    """Return the number of each entry, giving one to those without; a tag may come before its entry."""
    wanted = list(entries)
    database.executemany("INSERT OR IGNORE INTO entry(id) VALUES (?)", [(entry,) for entry in wanted])
    return dict(looked_up(database, "SELECT id, number FROM entry WHERE id", wanted))


def looked_up(database: sqlite3.Connection, query: str, values: Iterable[object]) -> Iterator[tuple[Any, Any]]:
    """Yield the rows of ``query``, which ends where a list of ``values`` is to follow."""
    yield from database.execute(f"{query} IN (SELECT value FROM json_each(?))", (to_json(list(values)).decode(),))


def put(database: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Put rows into a table, in place of those of the same key."""
    marks = ", ".join("?" * len(columns))
    database.executemany(f"INSERT OR REPLACE INTO {table}({', '.join(columns)}) VALUES ({marks})", rows)
