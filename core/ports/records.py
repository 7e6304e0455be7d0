"""Where the truth of what is known is kept, one document a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from core.model.changes import Table
from core.model.codec import Document

RecordKey = tuple[Table, str]


class Records(Protocol):
    """Documents by table and id.

    ``put`` is seen by ``get`` at once and reaches the disk with ``flush``; safe for several threads.
    """

    def get(self, table: Table, record: str) -> Document | None:
        """Return the document, or None where there is none; the caller does not change it."""

    def ids(self, table: Table) -> Iterator[str]:
        """Yield the id of every record of ``table``, in no order."""

    def put(self, documents: Mapping[RecordKey, Document | None]) -> None:
        """Take over new documents; None removes a record."""

    def flush(self) -> None:
        """Write what ``put`` took over: all files, one sync, all renames.  Raises SystemProblem, losing nothing."""

    @property
    def unflushed(self) -> int:
        """How many records wait for ``flush``."""
