"""Carrying changes out on documents, once when they are made and again when an archive is opened after a crash."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from core.model.changes import REVISION, Amendment, Change, RecordAdded, Table, records_of, revised
from core.model.codec import Document, Written, opened
from core.ports.records import RecordKey

Documents = dict[RecordKey, Document | None]
Whole = dict[RecordKey, Document | Written | None]
"""Documents on their way to the records; those that came in are written already."""
Look = Callable[[Table, str], Document | None]


def carried_out(changes: Iterable[Change], look: Look) -> Whole:
    """Return the documents that ``changes`` lead to from those ``look`` finds; None for a record that goes.

    Raises Mismatch where a document does not hold what a change expects.
    """
    documents: Whole = {}
    for change in changes:
        for record in change.ids:
            key = (change.table, record)
            before = opened(documents[key]) if key in documents else look(*key)
            documents[key] = change.on(record, before)
    return documents


def parted(changes: Iterable[Change]) -> tuple[list[Change], list[Amendment]]:
    """Return what comes and goes, and the amendments of records that stay; together where they share a record."""
    listed = list(changes)
    amendments = [change for change in listed if isinstance(change, Amendment)]
    passing: list[Change] = [change for change in listed if not isinstance(change, Amendment)]
    apart = not passing or not amendments or records_of(passing).isdisjoint(records_of(amendments))
    return (passing, amendments) if apart else (listed, [])


def stamped(documents: Whole, seq: int) -> Whole:
    """Return ``documents`` as of change set ``seq``."""
    return {key: None if document is None else revised(document, seq) for key, document in documents.items()}


def replayed(changes: Iterable[Change], seq: int, look: Look) -> Whole:
    """Return what the ``changes`` of change set ``seq`` lead to, leaving out records that were written after it.

    A record file may be ahead of the flush mark, for the files are written first; its revision says so.  A record
    that is gone was removed by a later change set, which is still to be replayed.
    """
    documents: Whole = {}
    for change in changes:
        for record in change.ids:
            key = (change.table, record)
            before = opened(documents[key]) if key in documents else look(*key)
            written_after = before is not None and before.get(REVISION, 0) >= seq
            gone = before is None and key not in documents and not isinstance(change, RecordAdded)
            if not written_after and not gone:
                documents[key] = change.on(record, before)
    return stamped(documents, seq)
