"""One search, done off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.app import Archive
from core.model.ids import EntryId
from core.ports.index import Order
from core.search.parser import QueryError


@dataclass(frozen=True, slots=True)
class Result:
    """What a search found: rows of the index, counts of entries, what was not understood, the number of clips."""

    text: str
    order: Order
    rows: Sequence[int]
    counts: Mapping[EntryId, int]
    errors: tuple[QueryError, ...]
    total: int

    @property
    def narrowed(self) -> bool:
        """Whether the search asks for something."""
        return bool(self.text.strip())


def find(archive: Archive, text: str, order: Order) -> Result:
    """Search ``archive`` and count what the results carry."""
    found = archive.search(text, order)
    return Result(text, order, found.rows, archive.counts(found), found.query.errors, len(archive.index))
