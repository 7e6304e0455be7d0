"""The index in SQLite, with what is searched for most held in memory as postings."""

from __future__ import annotations

import gc
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import SystemProblem
from core.model.clip import Clip, Role, Status, Tag
from core.model.codec import read_json
from core.model.ids import ClipId, EntryId
from core.model.vocabulary import Entry
from core.ports.index import Card, Index, KnownFile, Order
from core.search.tree import EVERYTHING, InMoment, Node, Tagged
from core.storage.index_check import problems, word_problems
from core.storage.index_database import IndexDatabase
from core.storage.index_home import settle
from core.storage.index_marks import forget_touched, newest_rows, put_looked, put_totals, totals, touched_since
from core.storage.index_places import ids_of, rows_of
from core.storage.index_rowlist import RowList
from core.storage.index_schema import create_indexes, create_tables, drop_tables, set_mass
from core.storage.index_tagging import Carried, chips_of, put_tag, remove_tag, without
from core.storage.index_words import Terms, put_terms
from core.storage.index_writing import listed, mark, note, places_of, put_clips, put_entries, remove_clips, set_mark

if TYPE_CHECKING:
    from core.storage.postings.engine import Engine

_BATCH = 500
"""How many clips a rebuild takes at once."""

FIRST = 200
"""Of everything, so many rows are looked up at first: more than a window shows."""

_MANY = 20_000
"""When so many clips were changed without a search, the next opening is spared reading their postings."""

_ASKED_OF_MEMORY = 256
"""So many clips are looked up in memory, where they are held there; fewer in the tables."""

log = logging.getLogger(__name__)

_Retagging = Callable[[sqlite3.Connection, Sequence[int], Tag], Carried]

_FILES = "SELECT place.id, path, size, mtime_ns, quick_hash, readable FROM file JOIN place ON place.row = file.clip"


class SqliteIndex(Index[Node]):
    """The Index port over one SQLite file, and the postings of it that are held in memory and kept in a file beside it.

    Reading is safe from any thread and never waits for the writer.  A removed clip keeps its row, also through a
    rebuild, so undo brings it back under the same.  What the index says is derived: it is committed without a sync,
    and a power cut may take it back to an earlier ``seq``.  Every method raises SystemProblem where the disk fails.
    """

    def __init__(self, path: Path, *, read_only: bool = False, keep_from: int = 1000) -> None:
        """Open it; postings are kept where there are ``keep_from`` clips, by ``close`` where many of them changed."""
        self._database = IndexDatabase(path, read_only=read_only)
        if not read_only:
            settle(self._database, path.parent)
        self._postings = path.with_name(f"{path.stem}.postings")
        self._keep_from = keep_from
        self._loading = threading.Lock()
        self._loaded: Engine | None = None
        self._terms = Terms()

    @property
    def _engine(self) -> Engine:
        with self._loading:
            if self._loaded is None:
                self._loaded = import_module("core.storage.postings.engine").Engine(self._postings)
            return self._loaded

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
            self._terms.put(writer, put_clips(writer, [clip for clip in clips.values() if clip is not None]))
            _sign(writer, seq)

    def tag(self, seq: int, clips: Sequence[ClipId], tag: Tag) -> None:
        self._retag(seq, clips, tag, put_tag)

    def untag(self, seq: int, clips: Sequence[ClipId], tag: Tag) -> None:
        self._retag(seq, clips, tag, remove_tag)

    def _retag(self, seq: int, clips: Sequence[ClipId], tag: Tag, change: _Retagging) -> None:
        """Change a tag of ``clips``, and tell the postings in memory, so that these need not read what they hold."""
        with self._database.writing() as writer:
            carried = change(writer, list(self._rows(writer, clips).values()), tag)
            _sign(writer, seq)
            edition = mark(writer, "edition")
        if self._loaded is not None:
            self._loaded.retagged(edition, carried)

    @property
    def looked(self) -> int:
        with self._database.reading() as reader:
            return mark(reader, "looked")

    def look(self, shares: Mapping[ClipId, int], count: int) -> None:
        self._look(shares, count, only=False)

    def look_anew(self, shares: Mapping[ClipId, int], count: int) -> None:
        self._look(shares, count, only=True)

    def _look(self, shares: Mapping[ClipId, int], count: int, *, only: bool) -> None:
        with self._database.writing() as writer:
            rows = places_of(writer, list(shares))
            put_looked(writer, {rows[clip]: share for clip, share in shares.items()}, count, only=only)

    def rebuild(self, seq: int, clips: Iterable[Clip], entries: Iterable[Entry]) -> None:
        with self._database.writing() as writer, _no_garbage():
            drop_tables(writer)
            create_tables(writer)
            set_mark(writer, "clips", 0)
            set_mark(writer, "kept", 0)
            note(writer, "names")
            note(writer, "moved")
            set_mass(writer, on=True)
            put_entries(writer, {entry.id: entry for entry in entries})
            waiting = iter(clips)
            while batch := list(islice(waiting, _BATCH)):
                put_clips(writer, batch)
            put_terms(writer)
            create_indexes(writer)
            set_mass(writer, on=False)
            _sign(writer, seq)
            forget_touched(writer, mark(writer, "edition"))
        if len(self) >= self._keep_from:
            self._keep()

    # finding ----------------------------------------------------------------------------------------------------
    def find(self, query: Node, order: Order = Order.ADDED) -> Sequence[int]:
        """Return the rows of the clips that answer ``query``, in ``order``.

        Where the newest clips are asked for, those beyond the first are found when somebody asks for them, and are as
        of then.
        """
        if order is not Order.ADDED:
            return self._find(query, order)
        if query == EVERYTHING:
            with self._database.reading() as reader:
                first = newest_rows(reader, FIRST)
                return RowList(first, lambda: self._find(query, order), mark(reader, "clips"))
        with self._database.reading() as reader:
            newest = self._engine.newest(reader, query)
        return self._find(query, order) if newest is None else RowList(newest, lambda: self._find(query, order))

    def _find(self, query: Node, order: Order) -> Sequence[int]:
        with self._database.reading() as reader:
            return self._engine.find(reader, query, order)

    def counts(self, query: Node) -> Mapping[EntryId, int]:
        """Return how many of the clips that answer ``query`` carry each entry, or one that lies in or leads to it.

        Refuted tags do not count; entries that lead to others do not stand for themselves.
        """
        with self._database.reading() as reader:
            if query == EVERYTHING and mark(reader, "totals") == mark(reader, "edition"):
                return totals(reader)
            return self._engine.counts(reader, query)

    def parted(self, rows: Sequence[int], entries: Sequence[EntryId]) -> Sequence[Sequence[int]]:
        with self._database.reading() as reader:
            return self._engine.parted(reader, rows, entries)

    def moments(self, query: Node) -> int:
        with self._database.reading() as reader:
            return self._engine.moments(reader, InMoment(query))

    def cards(self, rows: Sequence[int]) -> Sequence[Card]:
        with self._database.reading() as reader:
            known = dict(reader.execute(_among("SELECT row, data FROM card WHERE row"), (listed(rows),)))
            chips = chips_of(reader, rows)
        cards = {row: read_json(data, Card) for row, data in known.items()}
        return [replace(cards[row], chips=chips.get(row, ())) for row in rows if row in cards]

    def rows(self, clips: Iterable[ClipId]) -> Mapping[ClipId, int]:
        with self._database.reading() as reader:
            return self._rows(reader, list(clips))

    def _rows(self, reader: sqlite3.Connection, asked: Sequence[ClipId]) -> Mapping[ClipId, int]:
        engine = self._engine_for(asked)
        found = None if engine is None else engine.rows(reader, asked)
        return rows_of(reader, asked) if found is None else found

    def clip_ids(self, rows: Sequence[int]) -> Sequence[ClipId]:
        with self._database.reading() as reader:
            engine = self._engine_for(rows)
            found = None if engine is None else engine.clip_ids(reader, rows)
            return ids_of(reader, rows) if found is None else found

    def without(self, clips: Sequence[ClipId], entry: EntryId, role: Role) -> Sequence[ClipId]:
        with self._database.reading() as reader:
            engine = self._engine_for(clips)
            found = None if engine is None else engine.without(reader, clips, entry, role)
            return without(reader, clips, entry, role) if found is None else found

    def _engine_for(self, asked: Sequence[object]) -> Engine | None:
        """Return the engine where it is at hand and so much is asked that it is worth it."""
        return self._loaded if len(asked) >= _ASKED_OF_MEMORY else None

    def clips_with(self, entry: EntryId) -> Sequence[ClipId]:
        """Return the clips that carry ``entry`` itself, with whatever status, in the order of their ids."""
        everything = Tagged(frozenset([entry]), statuses=tuple(Status))
        return sorted(self.clip_ids(self._find(everything, Order.ADDED)))

    def entry(self, entry: EntryId) -> Entry | None:
        with self._database.reading() as reader:
            row = reader.execute("SELECT document FROM entry WHERE id = ?", (entry,)).fetchone()
        return None if row is None or row[0] is None else read_json(row[0], Entry)

    def entries(self) -> Iterable[Entry]:
        with self._database.reading() as reader:
            documents = reader.execute("SELECT document FROM entry WHERE document IS NOT NULL ORDER BY id").fetchall()
        return [read_json(document, Entry) for (document,) in documents]

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
            return mark(reader, "clips")

    # safe keeping -----------------------------------------------------------------------------------------------
    def problems(self, clips: Iterable[Clip], entries: Iterable[Entry]) -> Iterator[str]:
        """Yield a sentence for each way in which the index is not what ``clips`` and ``entries`` make it."""
        with self._database.reading() as reader:
            yield from problems(reader, clips, entries)
        if self.writable:
            with self._database.writing() as writer:
                yield from word_problems(writer)

    def settle(self) -> None:
        """Bring edits into the file for good, beside other work; where that fails, a later one brings them."""
        try:
            self._database.settle()
        except SystemProblem as problem:
            log.info("the index is not brought into its file yet: %s", problem)

    def close(self) -> None:
        """Keep the postings where that is due, and end every connection."""
        if self.writable and not self._database.is_closed:
            try:
                self._keep_what_is_due()
            except SystemProblem as problem:
                log.info("the postings are not kept: %s", problem)
        self._database.close()

    def _keep_what_is_due(self) -> None:
        """Keep the postings where much changed since they were, and totals where they are at hand."""
        with self._database.reading() as reader:
            clips, changed = mark(reader, "clips"), touched_since(reader, mark(reader, "forgotten"))
            in_use = self._loaded is not None and self._loaded.is_loaded
            due = clips >= self._keep_from and (changed > clips // 20 or (in_use and not mark(reader, "kept")))
        if due and (in_use or changed > _MANY):
            self._keep()
        elif in_use:
            self._keep_totals()

    def _keep(self) -> None:
        with self._database.writing() as writer:
            kept = self._engine.kept(writer)
            if kept is not None:
                set_mark(writer, "kept", kept[0])
                forget_touched(writer, kept[1])
            put_totals(writer, self._engine.totals(writer))

    def _keep_totals(self) -> None:
        with self._database.writing() as writer:
            if mark(writer, "totals") != mark(writer, "edition"):
                put_totals(writer, self._engine.totals(writer))


def open_index(path: Path, *, read_only: bool = False) -> SqliteIndex:
    """Open the index at ``path``, or make it anew (``seq`` 0) where it is not there, damaged or of another format.

    With ``read_only`` nothing is written there; where there is no index to read, an empty one in a temporary folder
    stands in, which may be written.  Raises SystemProblem where the folder cannot be read or written.
    """
    return SqliteIndex(path, read_only=read_only)


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Have nobody look for garbage meanwhile: clips leave none, and to look through them takes a tenth of the time."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def _sign(writer: sqlite3.Connection, seq: int) -> None:
    """Say up to where the index speaks, and that it is another than before."""
    set_mark(writer, "seq", seq)
    set_mark(writer, "edition", mark(writer, "edition") + 1)


def _among(query: str) -> str:
    return f"{query} IN (SELECT value FROM json_each(?))"


def _known_file(row: tuple[str, str, int, int, str, int]) -> KnownFile:
    clip, path, size, mtime_ns, quick_hash, readable = row
    return KnownFile(ClipId(clip), path, size, mtime_ns, quick_hash, bool(readable))
