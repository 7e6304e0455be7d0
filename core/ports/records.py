"""Where the truth of what is known is kept, one document a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from core.model.changes import Amendment, Table
from core.model.codec import Document, Written

RecordKey = tuple[Table, str]


class Records(Protocol):
    """Documents by table and id.

    ``put`` and ``amend`` are seen by ``get`` at once and reach the disk with ``flush``; safe for several threads.
    """

    def get(self, table: Table, record: str) -> Document | None:
        """Return the document, or None where there is none; the caller does not change it.

        Raises ArchiveProblem where it is damaged, or does not hold what an amendment expects.
        """

    def ids(self, table: Table) -> Iterator[str]:
        """Yield the id of every record of ``table``, in no order."""

    def put(self, documents: Mapping[RecordKey, Document | Written | None]) -> None:
        """Take over new documents; None removes a record."""

    def amend(self, seq: int, changes: Iterable[Amendment]) -> None:
        """Take over that change set ``seq`` amended records, without reading them now.

        Each record is amended when it is next looked at or flushed: once, for one of revision ``seq`` or later has
        it already.  One that is not there stays so.
        """

    def flush(self) -> None:
        """Write what was taken over: all files, one sync, all renames.  Raises SystemProblem, losing nothing.

        A damaged record is left as it is; history can restore it.
        """

    @property
    def unflushed(self) -> int:
        """How many records wait for ``flush``."""
