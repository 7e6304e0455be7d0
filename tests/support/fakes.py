"""Fakes of ports: small, in memory, and held to the same conformance tests as the real adapters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from core.errors import ArchiveProblem
from core.model.changes import Amendment, Mismatch, Step, Table, amended
from core.model.codec import Document, Written, opened
from core.ports.records import RecordKey


class MemoryRecords:
    """The Records port without a disk."""

    def __init__(self) -> None:
        self._documents: dict[RecordKey, Document] = {}
        self._waiting: set[RecordKey] = set()
        self._damaged: dict[RecordKey, str] = {}

    def get(self, table: Table, record: str) -> Document | None:
        if (table, record) in self._damaged:
            raise ArchiveProblem(f"The record {record} does not fit ({self._damaged[table, record]}).")
        return self._documents.get((table, record))

    def ids(self, table: Table) -> Iterator[str]:
        return iter([record for where, record in self._documents if where is table])

    def put(self, documents: Mapping[RecordKey, Document | Written | None]) -> None:
        self._waiting.update(documents)
        for key in documents:
            self._damaged.pop(key, None)
        for key, given in documents.items():
            document = opened(given)
            if document is None:
                self._documents.pop(key, None)
            else:
                self._documents[key] = document

    def amend(self, seq: int, changes: Iterable[Amendment]) -> None:
        touched: dict[RecordKey, list[Step]] = {}
        for change in changes:
            for record in change.ids:
                touched.setdefault((change.table, record), []).append((seq, change))
        for key, steps in touched.items():
            try:
                document = amended(key[1], self._documents.get(key), steps)
            except Mismatch as mismatch:
                self._damaged[key] = mismatch.what
            else:
                self._documents.update({key: document} if document is not None else {})
        self._waiting.update(touched)

    def flush(self) -> None:
        self._waiting.clear()
        self._damaged.clear()

    @property
    def unflushed(self) -> int:
        return len(self._waiting)


class SteppingClock:
    """A clock that a test owns: each look is one second later."""

    def __init__(self, start: datetime = datetime(2026, 11, 22, 10, tzinfo=UTC)) -> None:
        self._now = start

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now
