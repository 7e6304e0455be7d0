"""What the index notes of itself: which rows changed since when, and what was counted last."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from core.model.ids import EntryId
from core.storage.index_writing import mark, set_mark, touch


def newest_rows(reader: sqlite3.Connection, most: int) -> Sequence[int]:
    """Return the rows of the clips added last, newest first; they were added in the order of their ids."""
    query = "SELECT clip.row FROM place CROSS JOIN clip USING (row) ORDER BY place.id DESC LIMIT ?"
    return [row for (row,) in reader.execute(query, (most,))]


def put_looked(writer: sqlite3.Connection, shares: Mapping[int, int], count: int, *, only: bool) -> None:
    """Note how much of the clips of some rows was looked at, as of ``count``; with ``only``, of all others nothing.

    Becomes an edition of its own, in which no clip counts for anything else than before.
    """
    changed = set(shares)
    if only:
        changed.update(row for (row,) in writer.execute("SELECT row FROM looked"))
        writer.execute("DELETE FROM looked")
    writer.executemany("DELETE FROM looked WHERE row = ?", [(row,) for row, share in shares.items() if not share])
    writer.executemany("INSERT OR REPLACE INTO looked VALUES (?, ?)", [pair for pair in shares.items() if pair[1]])
    touch(writer, changed)
    edition = mark(writer, "edition")
    if mark(writer, "totals") == edition:
        set_mark(writer, "totals", edition + 1)
    set_mark(writer, "edition", edition + 1)
    set_mark(writer, "looked", count)


def touched_since(reader: sqlite3.Connection, edition: int) -> int:
    """Return how many rows were changed after ``edition``; one changed twice counts twice."""
    count: int = reader.execute("SELECT count(*) FROM touched WHERE edition > ?", (edition,)).fetchone()[0]
    return count


def touched_rows(reader: sqlite3.Connection, edition: int) -> Sequence[int]:
    """Return the rows that were changed after ``edition``, in order."""
    query = "SELECT DISTINCT row FROM touched WHERE edition > ? ORDER BY row"
    return [row for (row,) in reader.execute(query, (edition,))]


def forget_touched(writer: sqlite3.Connection, edition: int) -> None:
    """Forget which rows were changed up to ``edition``: postings of an earlier one are of no use from now on."""
    writer.execute("DELETE FROM touched WHERE edition <= ?", (edition,))
    set_mark(writer, "forgotten", edition)


def totals(reader: sqlite3.Connection) -> Mapping[EntryId, int]:
    """Return how many clips count for each entry, as it was counted last."""
    return dict(reader.execute("SELECT id, clips FROM total JOIN entry ON number = entry").fetchall())


def put_totals(writer: sqlite3.Connection, counted: Iterable[tuple[int, int]]) -> None:
    """Note how many clips count for each entry in the edition there is."""
    writer.execute("DELETE FROM total")
    writer.executemany("INSERT INTO total VALUES (?, ?)", counted)
    set_mark(writer, "totals", mark(writer, "edition"))
