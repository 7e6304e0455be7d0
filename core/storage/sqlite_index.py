"""The index in SQLite: clip and tag tables, and full text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from core.model.clip import Clip, Role, Tag
from core.model.codec import from_document, from_json, to_json
from core.model.ids import ClipId, EntryId
from core.model.vocabulary import Entry
from core.ports.index import Card, Index, KnownFile, Order
from core.search.tree import Node
from core.storage.index_check import problems, word_problems
from core.storage.index_database import IndexDatabase
from core.storage.index_finding import Kept, Snapshot
from core.storage.index_schema import create_tables, drop_tables
from core.storage.index_tagging import chips_of, put_tag, remove_tag, without
from core.storage.index_writing import mark, put_clips, put_entries, remove_clips, set_mark

_BATCH = 500
"""How many clips a rebuild takes at once."""

_FILES = "SELECT place.id, path, size, mtime_ns, quick_hash, readable FROM file JOIN place ON place.row = file.clip"


class SqliteIndex(Index[Node]):
    """The Index port over one SQLite file.

    Reading is safe from any thread and never waits for the writer.  A removed clip keeps its row, also through a
    rebuild, so undo brings it back under the same.  What the index says is derived: it is committed without a sync,
    and a power cut may take it back to an earlier ``seq``.  Every method raises SystemProblem where the disk fails.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._database = IndexDatabase(path, read_only=read_only)
        self._kept = Kept()

    @property
    def seq(self) -> int:
        with self._database.reading() as reader:
            return mark(reader, "seq")

    @property
    def writable(self) -> bool:
        """Whether the index may be written: not where it is another's, opened for reading only."""
        return not self._database.read_only

    # writing ----------------------------------------------------------------------------------------------------
    def apply(self, seq: int, clips: Mapping[ClipId, Clip | None], entries: Mapping[EntryId, Entry | None]) -> None:
        with self._database.writing() as writer:
            if entries:
                put_entries(writer, entries)
            remove_clips(writer, [id for id, clip in clips.items() if clip is None])  # noqa: A001
            put_clips(writer, [clip for clip in clips.values() if clip is not None])
            _sign(writer, seq)

    def tag(self, seq: int, clips: Sequence[ClipId], tag: Tag) -> None:
        with self._database.writing() as writer:
            put_tag(writer, clips, tag)
            _sign(writer, seq)

    def untag(self, seq: int, clips: Sequence[ClipId], tag: Tag) -> None:
        with self._database.writing() as writer:
            remove_tag(writer, clips, tag)
            _sign(writer, seq)

    def rebuild(self, seq: int, clips: Iterable[Clip], entries: Iterable[Entry]) -> None:
        with self._database.writing() as writer:
            drop_tables(writer)
            create_tables(writer)
            put_entries(writer, {entry.id: entry for entry in entries})
            waiting = iter(clips)
            while batch := list(islice(waiting, _BATCH)):
                put_clips(writer, batch)
            _sign(writer, seq)

    # finding ----------------------------------------------------------------------------------------------------
    def find(self, query: Node, order: Order = Order.ADDED) -> Sequence[int]:
        with self._database.reading() as reader:
            return Snapshot(reader, self._kept).find(query, order)

    def counts(self, query: Node) -> Mapping[EntryId, int]:
        """Return how many of the clips that answer ``query`` carry each entry, or one that lies in or leads to it.

        Refuted tags do not count; entries that lead to others do not stand for themselves.
        """
        with self._database.reading() as reader:
            return Snapshot(reader, self._kept).counts(query)

    def cards(self, rows: Sequence[int]) -> Sequence[Card]:
        with self._database.reading() as reader:
            known = dict(reader.execute(_among("SELECT row, data FROM card WHERE row"), (_listed(rows),)))
            chips = chips_of(reader, rows)
        cards = {row: from_document(from_json(data), Card) for row, data in known.items()}
        return [replace(cards[row], chips=chips.get(row, ())) for row in rows if row in cards]

    def rows(self, clips: Iterable[ClipId]) -> Mapping[ClipId, int]:
        with self._database.reading() as reader:
            query = _among("SELECT id, clip.row FROM place JOIN clip USING (row) WHERE id")
            return {ClipId(id): row for id, row in reader.execute(query, (_listed(clips),))}  # noqa: A001

    def clip_ids(self, rows: Sequence[int]) -> Sequence[ClipId]:
        with self._database.reading() as reader:
            query = _among("SELECT clip.row, id FROM clip JOIN place USING (row) WHERE clip.row")
            known = dict(reader.execute(query, (_listed(rows),)))
        return [ClipId(known[row]) for row in rows if row in known]

    def without(self, clips: Sequence[ClipId], entry: EntryId, role: Role) -> Sequence[ClipId]:
        with self._database.reading() as reader:
            return without(reader, clips, entry, role)

    def clips_with(self, entry: EntryId) -> Sequence[ClipId]:
        """Return the clips that carry ``entry`` itself, with whatever status, in the order of their ids."""
        with self._database.reading() as reader:
            query = (
                "SELECT DISTINCT place.id FROM tag JOIN entry ON entry.number = tag.entry"
                " JOIN place ON place.row = tag.clip WHERE entry.id = ? ORDER BY place.id"
            )
            return [ClipId(row[0]) for row in reader.execute(query, (entry,))]

    def entries(self) -> Iterable[Entry]:
        with self._database.reading() as reader:
            documents = reader.execute("SELECT document FROM entry WHERE document IS NOT NULL ORDER BY id").fetchall()
        return [from_document(from_json(document), Entry) for (document,) in documents]

    def known_at(self, path: str) -> KnownFile | None:
        with self._database.reading() as reader:
            row = reader.execute(f"{_FILES} WHERE path = ? ORDER BY place.row LIMIT 1", (path,)).fetchone()
        return None if row is None else _known_file(row)

    def known_alike(self, size: int, quick_hash: str) -> Sequence[KnownFile]:
        with self._database.reading() as reader:
            query = f"{_FILES} WHERE quick_hash = ? AND size = ? ORDER BY place.row"
            return [_known_file(row) for row in reader.execute(query, (quick_hash, size))]

    def __len__(self) -> int:
        with self._database.reading() as reader:
            count: int = reader.execute("SELECT count(*) FROM clip").fetchone()[0]
        return count

    # safe keeping -----------------------------------------------------------------------------------------------
    def problems(self, clips: Iterable[Clip], entries: Iterable[Entry]) -> Iterator[str]:
        """Yield a sentence for each way in which the index is not what ``clips`` and ``entries`` make it."""
        with self._database.reading() as reader:
            yield from problems(reader, clips, entries)
        if self.writable:
            with self._database.writing() as writer:
                yield from word_problems(writer)

    def close(self) -> None:
        self._database.close()


def open_index(path: Path, *, read_only: bool = False) -> SqliteIndex:
    """Open the index at ``path``, or make it anew (``seq`` 0) where it is not there, damaged or of another format.

    With ``read_only`` nothing is written there; where there is no index to read, an empty one in a temporary folder
    stands in, which may be written.  Raises SystemProblem where the folder cannot be read or written.
    """
    return SqliteIndex(path, read_only=read_only)


def _sign(writer: sqlite3.Connection, seq: int) -> None:
    """Say up to where the index speaks, and that it is another than before."""
    set_mark(writer, "seq", seq)
    set_mark(writer, "edition", mark(writer, "edition") + 1)


def _listed(values: Iterable[object]) -> str:
    return to_json(list(values)).decode()


def _among(query: str) -> str:
    return f"{query} IN (SELECT value FROM json_each(?))"


def _known_file(row: tuple[str, str, int, int, str, int]) -> KnownFile:
    clip, path, size, mtime_ns, quick_hash, readable = row
    return KnownFile(ClipId(clip), path, size, mtime_ns, quick_hash, bool(readable))
