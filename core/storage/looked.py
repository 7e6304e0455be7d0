"""What has been looked at, in a small SQLite file of its own.

It is kept as it comes, without a sync: a kill loses nothing, a power cut at most the last seconds.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

from core.model.ids import ClipId
from core.model.looked import NOT_LOOKED_AT, Looked
from core.model.time import Span
from core.storage.connecting import database_uri
from core.storage.troubles import told_of

LOOKED = "looked.db"
"""The file in an archive's folder."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS looked(clip TEXT PRIMARY KEY, share INTEGER NOT NULL, spans TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mark(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT OR IGNORE INTO mark VALUES ('count', 0);
"""

log = logging.getLogger(__name__)


class SqliteLooked:
    """The LookedBook port over the file at ``path``; one that is damaged is set aside and another begun.

    With ``read_only`` nothing is written, and where there is no file nothing was looked at.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._folder = path.parent
        self._lock = threading.Lock()
        with told_of(self._folder):
            if read_only:
                self._database = self._readable(path)
            else:
                self._database = self._writable(path)

    def _writable(self, path: Path) -> sqlite3.Connection:
        try:
            return _opened(database_uri(path, read_only=False))
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            log.warning("what was looked at cannot be read (%s); %s is set aside", error, path)
            path.replace(path.with_name(f"{path.name}.damaged"))
            for left in ("-wal", "-shm"):
                path.with_name(path.name + left).unlink(missing_ok=True)
            return _opened(database_uri(path, read_only=False))

    def _readable(self, path: Path) -> sqlite3.Connection:
        if path.is_file():
            database = sqlite3.connect(database_uri(path, read_only=True), uri=True, check_same_thread=False)
            try:
                database.execute("SELECT share, spans FROM looked LIMIT 1").fetchone()
                return database
            except sqlite3.DatabaseError as error:
                log.warning("what was looked at cannot be read: %s", error)
                database.close()
        return _opened(":memory:")

    @property
    def count(self) -> int:
        with self._using() as database:
            count: int = database.execute("SELECT value FROM mark WHERE name = 'count'").fetchone()[0]
        return count

    def of(self, clip: ClipId) -> Looked:
        with self._using() as database:
            row = database.execute("SELECT spans, share FROM looked WHERE clip = ?", (clip,)).fetchone()
        return NOT_LOOKED_AT if row is None else Looked(tuple(_spans(row[0])), row[1])

    def put(self, looked: Mapping[ClipId, Looked]) -> int:
        rows = [(clip, one.share, _told(one.spans)) for clip, one in looked.items() if one.share]
        gone = [(clip,) for clip, one in looked.items() if not one.share]
        with self._using() as database, database:
            database.executemany("INSERT OR REPLACE INTO looked VALUES (?, ?, ?)", rows)
            database.executemany("DELETE FROM looked WHERE clip = ?", gone)
            database.execute("UPDATE mark SET value = value + 1 WHERE name = 'count'")
            count: int = database.execute("SELECT value FROM mark WHERE name = 'count'").fetchone()[0]
        return count

    def shares(self) -> Mapping[ClipId, int]:
        with self._using() as database:
            return dict(database.execute("SELECT clip, share FROM looked").fetchall())

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        with self._lock, told_of(self._folder):
            yield self._database

    def close(self) -> None:
        with self._lock:
            self._database.close()


def _opened(uri: str) -> sqlite3.Connection:
    database = sqlite3.connect(uri, uri=uri != ":memory:", check_same_thread=False, timeout=30)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.executescript(_SCHEMA)
    except BaseException:
        database.close()
        raise
    return database


def _told(spans: tuple[Span, ...]) -> str:
    """Return spans as text that a human can read, to the fraction: 0-12 25/2-3003/100."""
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def _spans(told: str) -> Iterator[Span]:
    for span in told.split():
        start, _, end = span.partition("-")
        yield Span(Fraction(start), Fraction(end))
