"""The file behind the index: opening it or making it anew, and one writer beside any number of readers."""

from __future__ import annotations

import logging
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from core.errors import InternalError, SystemProblem
from core.storage.connecting import database_uri
from core.storage.index_schema import create, is_ours
from core.storage.troubles import told_of
from core.words import tr

_UNUSABLE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR", "SQLITE_SCHEMA", "SQLITE_FORMAT")
"""What SQLite says of a file that is no index; all else (a full disk, a lock) says nothing about the file."""

_SETTINGS = (
    "synchronous = NORMAL",
    "secure_delete = OFF",
    "temp_store = MEMORY",
    "cache_size = -16384",
    "wal_autocheckpoint = 16384",  # pages; usually `settle` comes before, which keeps no edit waiting
)

_SETTLED_FROM = 1_000
"""So many rows are changed before it is worth bringing them from the log into the file."""

log = logging.getLogger(__name__)


class IndexDatabase:
    """Connections to one index file.

    Writing happens in one transaction at a time; each reader has a connection to itself while it reads and sees the
    index as one commit left it.  A file found damaged while in use is deleted by ``close``, so that the next opening
    makes it anew.  Where ``read_only`` finds no index to read, an empty one in a temporary folder stands in.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._folder = path.parent
        self._lock = threading.Lock()
        self._one_writer = threading.RLock()
        self._idle: list[sqlite3.Connection] = []
        self._all: list[sqlite3.Connection] = []
        self._closed = False
        self._settled = 0
        self._damaged = False
        self._temporary: Path | None = None
        self.read_only = read_only
        self._writer: sqlite3.Connection | None = None
        try:
            with told_of(self._folder):
                self._path = self._readable(path) if read_only else path
                self._writer = None if self.read_only else self._prepared()
        except BaseException:
            self._end(self._all)
            raise

    def _readable(self, path: Path) -> Path:
        """Return ``path`` where an index can be read there, else that of an empty one of our own."""
        try:
            with closing(_connected(path, read_only=True)) as database:
                if is_ours(database):
                    return path
        except sqlite3.DatabaseError as error:
            log.info("%s cannot be read (%s); an empty index stands in", path, error)
        self.read_only = False
        self._temporary = Path(tempfile.mkdtemp(prefix="slatebook-"))
        return self._temporary / path.name

    def _prepared(self) -> sqlite3.Connection:
        """Return the connection that writes, to the index that is there or to a new one."""
        if self._path.exists() and not self._is_usable():
            self._delete()
        writer = self._connected()
        if not is_ours(writer):
            create(writer)
        return writer

    def _is_usable(self) -> bool:
        """Whether the file is an index of ours, as far as a look tells; a trouble of the disk is raised instead."""
        try:
            with closing(_connected(self._path, read_only=False)) as database:
                return is_ours(database)
        except sqlite3.DatabaseError as error:
            if not _is_unusable(error):
                raise
            return False

    def _connected(self) -> sqlite3.Connection:
        database = _connected(self._path, read_only=self.read_only)
        self._all.append(database)
        return database

    def _delete(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Commit what happens inside when it ends well, else nothing of it; raises SystemProblem."""
        with self._one_writer, self._told():
            writer = self._writer
            if writer is None or self._closed:
                raise InternalError("The index is closed, or open for reading only.")
            writer.execute("BEGIN IMMEDIATE")
            try:
                yield writer
                writer.execute("COMMIT")
            except BaseException:
                if writer.in_transaction:
                    writer.execute("ROLLBACK")
                raise

    def settle(self) -> None:
        """Bring what was committed from the log into the file, where that is much; raises SystemProblem.

        Reading and writing go on meanwhile.  Left to the commit that fills the log, it would be that edit to wait.
        """
        writer = self._writer
        if writer is None or self._closed or writer.total_changes - self._settled < _SETTLED_FROM:
            return
        self._settled = writer.total_changes
        with self._told(), closing(_connected(self._path, read_only=False)) as database:
            database.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to read with; raises SystemProblem where the file cannot be read."""
        with self._told():
            reader = self._borrowed()
            try:
                reader.execute("BEGIN")
                yield reader
            finally:
                if reader.in_transaction:
                    reader.execute("ROLLBACK")
                with self._lock:
                    if self._closed:
                        reader.close()
                    else:
                        self._idle.append(reader)

    def _borrowed(self) -> sqlite3.Connection:
        with self._lock:
            if self._closed:
                raise InternalError("The index is closed.")
            if self._idle:
                return self._idle.pop()
            reader = self._connected()
            reader.execute("PRAGMA query_only = 1")
            return reader

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite says inside into a SystemProblem, and remember where the file is damaged."""
        try:
            with told_of(self._folder):
                yield
        except sqlite3.DatabaseError as error:
            if not _is_unusable(error):
                raise
            self._damaged = True
            raise SystemProblem(
                tr(
                    "The index {path} is damaged. Close the archive and open it again: the index is then "
                    "made anew, and nothing is lost.",
                    path=self._path,
                )
            ) from error

    @property
    def is_closed(self) -> bool:
        return self._closed

    def close(self) -> None:
        """End every connection; a reader at work ends its own when it is done."""
        with self._one_writer, self._lock:
            if self._closed:
                return
            self._closed = True
            self._end([database for database in self._all if database is self._writer or database in self._idle])
            if self._damaged and not self.read_only:
                self._delete()

    def _end(self, connections: Iterable[sqlite3.Connection]) -> None:
        for database in connections:
            database.close()
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)


def _connected(path: Path, *, read_only: bool) -> sqlite3.Connection:
    uri = database_uri(path, read_only=read_only)
    database = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None, timeout=30)
    try:
        for setting in _SETTINGS:
            database.execute(f"PRAGMA {setting}")
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _is_unusable(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorname", "").startswith(_UNUSABLE)
