"""Proof that records, history and index agree, and repair where they do not."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalog.carrying import Whole, carried_out, stamped
from core.catalog.documents import clip_of, entry_of, search_of
from core.errors import ArchiveProblem
from core.model.changes import ENTRY_TABLES, Mismatch, Table
from core.model.clip import Clip
from core.model.codec import Document, opened
from core.model.vocabulary import Entry
from core.ports.history import History
from core.ports.records import Records
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """The records as history tells them; ``problems`` are the steps that do not follow from those before."""

    documents: Whole
    problems: tuple[str, ...]


def told_by(history: History) -> Told:
    """Replay all of history from nothing."""
    documents: Whole = {}
    problems: list[str] = []
    for change_set in history.since(0):
        try:
            changed = carried_out(change_set.changes, lambda *key: opened(documents.get(key)))
        except Mismatch as mismatch:
            problems.append(f"history: step {change_set.seq} “{change_set.label}” does not fit: {mismatch}")
            continue
        documents.update(stamped(changed, change_set.seq))
    return Told(documents, tuple(problems))


def record_problems(records: Records, told: Told) -> Iterator[tuple[tuple[Table, str], str]]:
    """Yield each record that is not what history tells, with what is wrong."""
    for (table, record), expected in told.documents.items():
        try:
            found = records.get(table, record)
        except ArchiveProblem:
            yield (table, record), f"{table} record {record} cannot be read"
            continue
        if found is None and expected is not None:
            yield (table, record), f"{table} record {record} is missing"
        elif found is not None and expected is None:
            yield (table, record), f"{table} record {record} was removed but is there"
        elif found != opened(expected):
            yield (table, record), f"{table} record {record} is not what history tells"
    for table in Table:
        for record in records.ids(table):
            if (table, record) not in told.documents:
                yield (table, record), f"{table} record {record} is unknown to history"


def parsed(records: Records) -> tuple[list[Clip], list[Entry], list[str]]:
    """Return every clip and entry that can be understood, and a sentence for each that cannot."""
    clips: list[Clip] = []
    entries: list[Entry] = []
    problems: list[str] = []
    for table in Table:
        for record in records.ids(table):
            try:
                document = records.get(table, record)
                if document is not None:
                    _sort_in(table, document, clips, entries)
            except ArchiveProblem as problem:
                problems.append(str(problem))
    return clips, entries, problems


def _sort_in(table: Table, document: Document, clips: list[Clip], entries: list[Entry]) -> None:
    if table is Table.CLIPS:
        clips.append(clip_of(document))
    elif table in ENTRY_TABLES:
        entries.append(entry_of(document))
    else:
        search_of(document)


def reference_problems(clips: list[Clip], entries: list[Entry]) -> Iterator[str]:
    """Yield tags and parents that point at nothing."""
    known = {entry.id for entry in entries}
    for clip in clips:
        moments = {moment.id for moment in clip.moments}
        for tag in clip.tags:
            if tag.entry not in known:
                yield f"{clip.name} carries a tag for a name that is not in the vocabulary"
            if tag.moment is not None and tag.moment not in moments:
                yield f"{clip.name} carries a tag on a moment it does not have"
    for entry in entries:
        if entry.parent is not None and entry.parent not in known:
            yield f"{entry.label} lies within a place that is not in the vocabulary"


def restore_records(records: Records, told: Told) -> int:
    """Put back what history tells of every record that differs; return how many.  Raises SystemProblem."""
    wrong = [key for key, _ in record_problems(records, told) if key in told.documents]
    records.put({key: told.documents[key] for key in wrong})
    records.flush()
    return len(wrong)
