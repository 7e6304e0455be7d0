"""Records as TinyDB documents, one plain-JSON file each.

TinyDB's own storages read and write everything at every step; here a table touches only the records an operation
touches, by overriding nothing but how a table is read and how it is updated.  Each file alone is what TinyDB's
JSONStorage would write for a table of one document, so an archive outlives the program.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table as TinyTable

from core.errors import ArchiveProblem
from core.files import read_all, sync, write_new
from core.model.changes import Amendment, Mismatch, Step, Table, amended
from core.model.codec import Document, Written, from_json, opened, to_json
from core.ports.records import RecordKey
from core.storage.anchor import Anchor
from core.storage.own_media import OwnMedia
from core.storage.troubles import told_of
from core.words import tr

FileKey = tuple[str, str]
Pending = tuple[Step, ...]

log = logging.getLogger(__name__)


class RecordStorage(Storage):
    """root/<table>/<last two characters of the id>/<id>.json, under what waits in memory to be written.

    The last characters of an id are random, so that folders fill evenly.  Safe for several threads.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._own = OwnMedia(root.parent)
        self._names = str(root)
        self._lock = threading.RLock()
        self._flushing = threading.Lock()
        self._waiting: dict[FileKey, Document | Written | None] = {}
        self._pending: dict[FileKey, Pending] = {}

    def path(self, table: str, record: str) -> Path:
        return Path(self._name(table, record))

    def _name(self, table: str, record: str) -> str:
        """Return where a record lies, as text: making a Path of it takes as long as writing a part of the file."""
        return f"{self._names}/{table}/{_folder(record)}/{record}.json"

    def fetch(self, table: str, record: str) -> Document | None:
        """Return a document; raises ArchiveProblem where its file, or what was to be amended, does not fit."""
        return opened(self._fetch(table, record))

    def _fetch(self, table: str, record: str) -> Document | Written | None:
        """Return a document, as it was handed over where nothing amended it since."""
        key = (table, record)
        with self._lock:
            pending = self._pending.get(key, ())
            waits, document = key in self._waiting, self._waiting.get(key)
        if not waits:
            document = self._read(table, record)
        if not pending:
            return document
        try:
            return amended(record, opened(document), pending)
        except Mismatch as mismatch:
            raise ArchiveProblem(
                tr(
                    "The record {path} does not fit the archive's history ({mismatch}). Run “check "
                    "--repair” on the archive to restore it.",
                    path=self.path(table, record),
                    mismatch=mismatch,
                )
            ) from None

    def _read(self, table: str, record: str) -> Document | None:
        try:
            data = read_all(self._name(table, record))
        except FileNotFoundError:
            return None
        try:
            document: Document = from_json(self._own.found(data))[table][record]
        except (ValueError, KeyError, TypeError):
            raise ArchiveProblem(
                tr(
                    "The record {path} is damaged. Run “check --repair” on the archive to restore it from its history.",
                    path=self.path(table, record),
                )
            ) from None
        return document

    def records(self, table: str) -> Iterator[str]:
        """Yield the ids of a table's records."""
        with self._lock:
            waiting = {record: document for (where, record), document in self._waiting.items() if where == table}
        yield from (record for record, document in waiting.items() if document is not None)
        for path in self._root.glob(f"{table}/??/*.json"):
            if path.stem not in waiting and not path.name.startswith("."):
                yield path.stem

    def tables(self) -> set[str]:
        """The names of the tables that hold anything."""
        with self._lock:
            names = {table for table, _ in self._waiting}
        names |= {path.name for path in self._root.glob("*/")}
        return {table for table in names if any(True for _ in self.records(table))}

    def change(self, table: str, changed: Mapping[str, Document | Written | None]) -> None:
        """Take over new documents of a table; None removes."""
        with self._lock:
            for record, document in changed.items():
                self._waiting[table, record] = document
                self._pending.pop((table, record), None)

    def amend(self, table: str, seq: int, change: Amendment) -> None:
        """Take over that change set ``seq`` amended records of a table; see Records.amend."""
        alone: Pending = ((seq, change),)
        with self._lock:
            for record in change.ids:
                earlier = self._pending.get((table, record))
                self._pending[table, record] = alone if earlier is None else earlier + alone

    @property
    def waiting(self) -> int:
        with self._lock:
            return len(self._waiting.keys() | self._pending.keys())

    def flush(self) -> None:
        """Write what waits: all files, one sync, all renames, one sync.  Raises OSError; then all of it still waits."""
        with self._flushing:
            with self._lock:
                waiting, pending = dict(self._waiting), dict(self._pending)
            written = self._write(dict.fromkeys([*waiting, *pending]))
            sync(temporary for temporary in written.values() if temporary is not None)
            sync(self._rename(written))
            with self._lock:
                self._forget(waiting, pending)

    def _forget(self, waiting: Mapping[FileKey, Document | Written | None], pending: Mapping[FileKey, Pending]) -> None:
        """Drop what is written; what came meanwhile waits on."""
        for key, document in waiting.items():
            if self._waiting.get(key) is document:
                self._waiting.pop(key, None)
        for key, done in pending.items():
            left = tuple(step for step in self._pending.pop(key, ()) if step not in done)
            if left:
                self._pending[key] = left

    def _write(self, keys: Iterable[FileKey]) -> dict[FileKey, str | None]:
        """Write records beside their files; return where, None for one that goes.  A damaged one is left as it is."""
        written: dict[FileKey, str | None] = {}
        try:
            for table, record in keys:
                try:
                    document = self._fetch(table, record)
                except ArchiveProblem as problem:
                    log.warning("a record stays behind its history: %s", problem)
                    continue
                written[table, record] = None if document is None else self._write_beside(table, record, document)
        except OSError:
            for temporary in written.values():
                if temporary is not None:
                    Path(temporary).unlink(missing_ok=True)
            raise
        return written

    def _write_beside(self, table: str, record: str, document: Document | Written) -> str:
        folder = f"{self._names}/{table}/{_folder(record)}"
        temporary = f"{folder}/.{record}.json.new"
        data = self._own.kept(to_json({table: {record: document}}))
        try:
            write_new(temporary, data)
        except FileNotFoundError:
            Path(folder).mkdir(parents=True, exist_ok=True)
            write_new(temporary, data)
        return temporary

    def _rename(self, written: Mapping[FileKey, str | None]) -> set[str]:
        folders = set()
        for (table, record), temporary in written.items():
            name = self._name(table, record)
            if temporary is not None:
                os.replace(temporary, name)  # noqa: PTH105  (see _name)
            elif os.path.exists(name):
                Path(name).unlink()
            else:
                continue
            folders.add(f"{self._names}/{table}/{_folder(record)}")
        return folders

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return everything, as TinyDB's own tables would want it."""
        everything = {table: dict(_Reading(self, table)) for table in sorted(self.tables())}
        return everything or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make the records exactly ``data``; TinyDB drops tables this way."""
        for table in self.tables() | set(data):
            wanted = data.get(table, {})
            gone: dict[str, Document | None] = dict.fromkeys(set(self.records(table)) - set(wanted))
            self.change(table, gone | {record: dict(document) for record, document in wanted.items()})

    def close(self) -> None:
        self.flush()


def _folder(record: str) -> str:
    return record[-2:].zfill(2)


class _Reading(Mapping[str, Document]):
    """A table read one document at a time."""

    def __init__(self, storage: RecordStorage, table: str) -> None:
        self._storage = storage
        self._table = table

    def __getitem__(self, record: str) -> Document:
        document = self._storage.fetch(self._table, record)
        if document is None:
            raise KeyError(record)
        return document

    def __iter__(self) -> Iterator[str]:
        return self._storage.records(self._table)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, record: object) -> bool:
        return isinstance(record, str) and self._storage.fetch(self._table, record) is not None


class _Writing(MutableMapping[Any, Document]):
    """What an updater sees: private copies, so that an updater that fails has changed nothing.

    ``kind`` makes an id as the table's users know it from the text that it is stored under.
    """

    def __init__(self, storage: RecordStorage, table: str, kind: Callable[[str], Any]) -> None:
        self._reading = _Reading(storage, table)
        self._kind = kind
        self._before: dict[str, bytes] = {}
        self._after: dict[str, Document | None] = {}

    def changed(self) -> dict[str, Document | None]:
        """What the updater left different; None for what it took out."""
        return {
            record: None if document is None else dict(document)
            for record, document in self._after.items()
            if document is None or self._before.get(record) != to_json(document)
        }

    def __getitem__(self, known_as: Any) -> Document:
        record = str(known_as)
        if record not in self._after:
            self._before[record] = to_json(self._reading[record])
            self._after[record] = from_json(self._before[record])
        document = self._after[record]
        if document is None:
            raise KeyError(known_as)
        return document

    def __setitem__(self, known_as: Any, document: Document) -> None:
        self._after[str(known_as)] = document

    def __delitem__(self, known_as: Any) -> None:
        if known_as not in self:
            raise KeyError(known_as)
        self._after[str(known_as)] = None

    def __iter__(self) -> Iterator[Any]:
        yield from [self._kind(record) for record, document in self._after.items() if document is not None]
        yield from (self._kind(record) for record in self._reading if record not in self._after)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, known_as: object) -> bool:
        record = str(known_as)
        if record in self._after:
            return self._after[record] is not None
        return record in self._reading


class RecordTable(TinyTable):
    """A TinyDB table whose operations cost what they touch."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB's own ids are integers

    _storage: RecordStorage

    def _read_table(self) -> _Reading:  # type: ignore[override]
        return _Reading(self._storage, self.name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        writing = _Writing(self._storage, self.name, self.document_id_class)
        updater(writing)
        self._storage.change(self.name, writing.changed())
        self.clear_cache()

    def replace(self, documents: Mapping[str, Document | Written | None]) -> None:
        """Put whole documents under their ids; None removes."""
        self._storage.change(self.name, documents)
        self.clear_cache()

    def amend(self, seq: int, change: Amendment) -> None:
        """Have documents amended as change set ``seq`` did."""
        self._storage.amend(self.name, seq, change)
        self.clear_cache()


class RecordDatabase(TinyDB):
    """TinyDB over record files."""

    table_class = RecordTable
    default_storage_class = RecordStorage  # type: ignore[assignment]  # TinyDB declares its own default's type


class TinyRecords:
    """The Records port over TinyDB."""

    def __init__(self, root: Path) -> None:
        self._archive = root.parent
        self._anchor = Anchor(self._archive)
        self._database = RecordDatabase(root)
        self._storage = cast(RecordStorage, self._database.storage)

    def _table(self, table: Table) -> RecordTable:
        return cast(RecordTable, self._database.table(table.value))

    def get(self, table: Table, record: str) -> Document | None:
        document = self._storage.fetch(table.value, record)  # as its table would: that takes a fifth longer
        if document is None:
            with told_of(self._archive):
                self._anchor.check()  # a record is not gone because its drive is
        return document

    def ids(self, table: Table) -> Iterator[str]:
        return self._storage.records(table.value)

    def put(self, documents: Mapping[RecordKey, Document | Written | None]) -> None:
        by_table: dict[Table, dict[str, Document | Written | None]] = {}
        for (table, record), document in documents.items():
            by_table.setdefault(table, {})[record] = document
        for table, changed in by_table.items():
            self._table(table).replace(changed)

    def amend(self, seq: int, changes: Iterable[Amendment]) -> None:
        for change in changes:
            self._table(change.table).amend(seq, change)

    def flush(self) -> None:
        with told_of(self._archive):
            self._anchor.check()
            self._storage.flush()

    @property
    def unflushed(self) -> int:
        return self._storage.waiting
