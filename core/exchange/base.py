"""What the archive knew at an earlier time, told by its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from core.catalog.documents import clip_of
from core.model.changes import ENTRY_TABLES, Change, FieldsChanged, Mismatch, RecordAdded, Table
from core.model.clip import Clip
from core.model.codec import Document, opened
from core.model.ids import ClipId, EntryId
from core.ports.history import History


def as_of(history: History, revisions: Mapping[ClipId, int]) -> dict[ClipId, Clip]:
    """Return each clip as it stood after the change set that ``revisions`` gives for it.

    Left out are clips that were not there then, and revisions that history has not come to.
    """
    wanted: dict[int, list[ClipId]] = {}
    for clip, revision in revisions.items():
        wanted.setdefault(revision, []).append(clip)
    documents: dict[str, Document | None] = dict.fromkeys(revisions)
    found: dict[ClipId, Clip] = {}
    last = max(wanted, default=0)
    for change_set in takewhile(lambda change_set: change_set.seq <= last, history.since(0)):
        _carry_out(change_set.changes, documents)
        for clip in wanted.get(change_set.seq, ()):
            document = documents.get(clip)
            if document is not None:
                found[clip] = clip_of(document)
    return found


def _carry_out(changes: Iterable[Change], documents: dict[str, Document | None]) -> None:
    """Carry ``changes`` out on those clips that stand in ``documents``; one they do not fit is taken out."""
    for change in changes:
        for record in change.ids if change.table is Table.CLIPS else ():
            if record in documents:
                try:
                    documents[record] = opened(change.on(record, documents[record]))
                except Mismatch:
                    del documents[record]


def earlier_labels(history: History) -> dict[str, set[EntryId]]:
    """Return every label that entries ever bore, with the entries that bore it."""
    labels: dict[str, set[EntryId]] = {}
    for change_set in history.since(0):
        for change in change_set.changes:
            if change.table in ENTRY_TABLES:
                for label in _labels_in(change):
                    labels.setdefault(label, set()).update(EntryId(record) for record in change.ids)
    return labels


def _labels_in(change: Change) -> Iterator[str]:
    if isinstance(change, RecordAdded):
        yield str(change.document.get("label", ""))
    elif isinstance(change, FieldsChanged):
        yield from (str(side["label"]) for side in (change.before, change.after) if "label" in side)
