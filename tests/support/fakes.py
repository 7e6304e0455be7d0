"""Fakes of ports: small, in memory, and held to the same conformance tests as the real adapters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from core.model.changes import Table
from core.model.codec import Document
from core.ports.records import RecordKey


class MemoryRecords:
    """The Records port without a disk."""

    def __init__(self) -> None:
        self._documents: dict[RecordKey, Document] = {}
        self._waiting: set[RecordKey] = set()

    def get(self, table: Table, record: str) -> Document | None:
        return self._documents.get((table, record))

    def ids(self, table: Table) -> Iterator[str]:
        return iter([record for where, record in self._documents if where is table])

    def put(self, documents: Mapping[RecordKey, Document | None]) -> None:
        self._waiting.update(documents)
        for key, document in documents.items():
            if document is None:
                self._documents.pop(key, None)
            else:
                self._documents[key] = document

    def flush(self) -> None:
        self._waiting.clear()

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
