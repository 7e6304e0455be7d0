"""History in SQLite: an edit is acknowledged when its change set is committed here."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import ArchiveProblem, InternalError
from core.model.changes import (
    ENTRY_TABLES,
    Change,
    ChangeSet,
    Table,
    changes_from_json,
    changes_to_json,
    inverse,
    records_of,
)
from core.ports.history import Gesture, GestureState
from core.storage.anchor import Anchor
from core.storage.connecting import database_uri
from core.storage.own_media import OwnMedia
from core.storage.troubles import told_of
from core.words import msg, tr

_SCHEMA = """
CREATE TABLE IF NOT EXISTS gesture(
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL, state TEXT NOT NULL,
    clips INTEGER NOT NULL, entries INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS gesture_by_state ON gesture(state, id);
CREATE TABLE IF NOT EXISTS change(
    seq INTEGER PRIMARY KEY, gesture INTEGER NOT NULL REFERENCES gesture(id), at TEXT NOT NULL, who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK(kind IN ('do', 'undo', 'redo')), body BLOB);
CREATE INDEX IF NOT EXISTS change_by_gesture ON change(gesture, seq);
CREATE TABLE IF NOT EXISTS mark(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
"""


MOST_LOOKED_THROUGH = 1 << 20
"""How many bytes of later change sets are read to find whether they touched a gesture's records."""

_Row = tuple[int, int, str, str, str, bytes, str]
"""A change set as it is kept: number, gesture, when, who, kind, body, label."""

_TURNS = {"undo": msg("Undone: {step}"), "redo": msg("Done again: {step}")}


class SqliteHistory:
    """The History port.  Undo and redo keep no body: the gesture they name says what they changed.

    One connection behind a lock, so any thread may call; ``synchronous=FULL`` with a write-ahead log, so that a
    commit costs one sync.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._folder = path.parent
        self._own = OwnMedia(path.parent)
        self._lock = threading.RLock()
        with told_of(self._folder):
            self._database = sqlite3.connect(
                database_uri(path, read_only=read_only), uri=True, check_same_thread=False, isolation_level=None
            )
            if not read_only:
                self._prepare(path)
            self._anchor = Anchor(path)

    def _prepare(self, path: Path) -> None:
        try:
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=FULL")
            self._database.executescript(_SCHEMA)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            raise ArchiveProblem(
                tr("The history {path} is damaged ({error}); restore it from a backup.", path=path, error=error)
            ) from error

    def close(self) -> None:
        with self._lock:
            self._database.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Commit what happens inside when it ends well, else nothing of it."""
        with self._lock, told_of(self._folder):
            self._anchor.check()
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise

    @property
    def seq(self) -> int:
        return self._number("SELECT coalesce(max(seq), 0) FROM change")

    def _number(self, query: str, *values: object) -> int:
        with self._lock, told_of(self._folder):
            row = self._database.execute(query, values).fetchone()
        return int(row[0]) if row else 0

    def append(self, *, at: str, who: str, label: str, changes: tuple[Change, ...], gesture: int | None) -> ChangeSet:
        clips, entries = _touched(changes)
        body = self._own.kept(changes_to_json(changes))
        with self._transaction() as database:
            seq = self.seq + 1
            if gesture is None:
                gesture = seq
                database.execute(
                    "UPDATE gesture SET state = ? WHERE state = ?", (GestureState.DISCARDED, GestureState.UNDONE)
                )
                database.execute(
                    "INSERT INTO gesture VALUES(?, ?, ?, ?, ?, ?, ?)",
                    (seq, at, who, label, GestureState.APPLIED, clips, entries),
                )
            else:
                grown = "UPDATE gesture SET clips = clips + ?, entries = entries + ? WHERE id = ?"
                database.execute(grown, (clips, entries, gesture))
            database.execute("INSERT INTO change VALUES(?, ?, ?, ?, 'do', ?)", (seq, gesture, at, who, body))
        return ChangeSet(seq=seq, gesture=gesture, at=at, who=who, label=label, changes=changes)

    def append_note(self, *, at: str, who: str, label: str) -> None:
        with self._transaction() as database:
            seq = self.seq + 1
            noted = (seq, at, who, label, GestureState.NOTED, 0, 0)
            database.execute("INSERT INTO gesture VALUES(?, ?, ?, ?, ?, ?, ?)", noted)
            body = changes_to_json(())
            database.execute("INSERT INTO change VALUES(?, ?, ?, ?, 'do', ?)", (seq, seq, at, who, body))

    def append_undo(self, *, at: str, who: str, gesture: int) -> ChangeSet:
        return self._append_turn(at, who, gesture, "undo", GestureState.UNDONE)

    def append_redo(self, *, at: str, who: str, gesture: int) -> ChangeSet:
        return self._append_turn(at, who, gesture, "redo", GestureState.APPLIED)

    def _append_turn(self, at: str, who: str, gesture: int, kind: str, state: GestureState) -> ChangeSet:
        with self._transaction() as database:
            seq = self.seq + 1
            database.execute("INSERT INTO change VALUES(?, ?, ?, ?, ?, NULL)", (seq, gesture, at, who, kind))
            database.execute("UPDATE gesture SET state = ? WHERE id = ?", (state, gesture))
        return self._turned(seq, gesture, at, who, kind)

    def changes_of(self, gesture: int) -> tuple[Change, ...]:
        return self._changes_before(self.seq + 1, gesture)

    def _changes_before(self, seq: int, gesture: int) -> tuple[Change, ...]:
        """Return what ``gesture`` had changed when change set ``seq`` was made; it may have grown since."""
        with self._lock, told_of(self._folder):
            rows = self._database.execute(
                "SELECT body FROM change WHERE gesture = ? AND seq < ? AND kind = 'do' ORDER BY seq", (gesture, seq)
            ).fetchall()
        return tuple(change for (body,) in rows for change in self._read(body))

    def left_alone(self, gesture: int) -> bool:
        with self._lock, told_of(self._folder):
            own = self._database.execute("SELECT seq, kind FROM change WHERE gesture = ?", (gesture,)).fetchall()
            start = max((seq for seq, kind in own if kind != "do"), default=min(seq for seq, _ in own))
            rows = self._database.execute(
                "SELECT gesture, seq, kind, coalesce(length(body), 0) FROM change WHERE gesture IN"
                " (SELECT gesture FROM change WHERE seq > ? AND gesture <> ?) ORDER BY seq",
                (start, gesture),
            ).fetchall()
        others = _lasting(rows, start)
        if sum(size for other, _, _, size in rows if other in others) > MOST_LOOKED_THROUGH:
            return False
        touched = records_of(self.changes_of(gesture)) if others else set()
        return all(touched.isdisjoint(records_of(self.changes_of(other))) for other in others)

    def since(self, seq: int) -> Iterator[ChangeSet]:
        while rows := self._page("seq > ? ORDER BY seq", seq):
            yield from map(self._change_set, rows)
            seq = rows[-1][0]

    def back_to(self, seq: int) -> Iterator[ChangeSet]:
        below = self.seq + 1
        while rows := self._page("seq > ? AND seq < ? ORDER BY seq DESC", seq, below):
            yield from map(self._change_set, rows)
            below = rows[-1][0]

    def _change_set(self, row: _Row) -> ChangeSet:
        number, gesture, at, who, kind, body, label = row
        if kind != "do":
            return self._turned(number, gesture, at, who, kind)
        return ChangeSet(seq=number, gesture=gesture, at=at, who=who, label=label, changes=self._read(body))

    def _page(self, which: str, *values: object) -> list[_Row]:
        with self._lock, told_of(self._folder):
            return self._database.execute(
                "SELECT seq, gesture, change.at, change.who, kind, body, label FROM change "
                f"JOIN gesture ON gesture.id = change.gesture WHERE {which} LIMIT 256",
                values,
            ).fetchall()

    def seq_at(self, at: str) -> int:
        return self._number("SELECT coalesce(max(seq), 0) FROM change WHERE at <= ?", at)

    def last_of(self, gesture: int) -> int:
        return self._number("SELECT coalesce(max(seq), 0) FROM change WHERE gesture = ? AND kind = 'do'", gesture)

    def _turned(self, seq: int, gesture: int, at: str, who: str, kind: str) -> ChangeSet:
        changes = self._changes_before(seq, gesture)
        label = tr(_TURNS[kind], step=self.gesture(gesture).label)
        turned = inverse(changes) if kind == "undo" else changes
        return ChangeSet(seq=seq, gesture=gesture, at=at, who=who, label=label, changes=turned)

    def gesture(self, gesture: int) -> Gesture:
        """Return one gesture; raises InternalError where there is none of that number."""
        found = self._gestures("WHERE id = ?", gesture)
        if not found:
            raise InternalError(f"history has no gesture {gesture}")
        return found[0]

    def undoable(self, besides: Collection[int] = ()) -> Gesture | None:
        applied = self._gestures("WHERE state = ? ORDER BY id DESC LIMIT ?", GestureState.APPLIED, len(besides) + 1)
        return next((gesture for gesture in applied if gesture.id not in besides), None)

    def redoable(self) -> Gesture | None:
        return next(iter(self._gestures("WHERE state = ? ORDER BY id LIMIT 1", GestureState.UNDONE)), None)

    def gestures(self, limit: int | None = None, before: int | None = None) -> Iterator[Gesture]:
        above = self.seq + 1 if before is None else before
        yield from self._gestures("WHERE id < ? ORDER BY id DESC LIMIT ?", above, -1 if limit is None else limit)

    def _gestures(self, clause: str, *values: object) -> list[Gesture]:
        with self._lock, told_of(self._folder):
            rows = self._database.execute(
                f"SELECT id, at, who, label, state, clips, entries FROM gesture {clause}", values
            ).fetchall()
        return [
            Gesture(id=number, at=at, who=who, label=label, state=GestureState(state), clips=clips, entries=entries)
            for number, at, who, label, state, clips, entries in rows
        ]

    @property
    def flushed(self) -> int:
        return self._number("SELECT value FROM mark WHERE name = 'flushed'")

    def mark_flushed(self, seq: int) -> None:
        with self._transaction() as database:
            database.execute("INSERT OR REPLACE INTO mark VALUES('flushed', ?)", (seq,))

    def _read(self, body: bytes) -> tuple[Change, ...]:
        try:
            return changes_from_json(self._own.found(body))
        except ValueError as error:
            raise ArchiveProblem(
                tr("A step in the archive's history cannot be read ({error}); run “check”.", error=error)
            ) from error

    def damage(self) -> list[str]:
        """Say what SQLite's own check finds wrong; empty where all is well."""
        with self._lock, told_of(self._folder):
            rows = self._database.execute("PRAGMA integrity_check").fetchall()
        return [f"history: {text}" for (text,) in rows if text != "ok"]


def _lasting(rows: Iterable[tuple[int, int, str, int]], start: int) -> set[int]:
    """Return the gestures that stand otherwise than at change set ``start``, of all change sets of some.

    One that was undone and done again since, or made and undone, has left nothing behind.
    """
    before: dict[int, bool] = {}
    now: dict[int, bool] = {}
    grown: set[int] = set()
    for gesture, seq, kind, _ in rows:
        now[gesture] = kind != "undo"
        if seq <= start:
            before[gesture] = now[gesture]
        elif kind == "do" and before.get(gesture):
            grown.add(gesture)
    return grown | {gesture for gesture, applied in now.items() if applied is not before.get(gesture, False)}


def _touched(changes: tuple[Change, ...]) -> tuple[int, int]:
    """How many clips and how many entries changes speak of."""
    clips = {record for change in changes if change.table is Table.CLIPS for record in change.ids}
    entries = {record for change in changes if change.table in ENTRY_TABLES for record in change.ids}
    return len(clips), len(entries)
