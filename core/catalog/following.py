"""Keeps the index and the vocabulary level with history."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from core.catalog.carrying import parted
from core.catalog.documents import clip_of, entry_of
from core.catalog.vocabulary import Vocabulary
from core.errors import ArchiveProblem, SystemProblem
from core.model.changes import ENTRY_TABLES, Change, ChangeSet, Table, records_of, tag_of_all
from core.model.clip import Clip, Role, Tag
from core.model.codec import Document
from core.model.ids import ClipId, EntryId
from core.ports.index import Index
from core.ports.records import RecordKey, Records
from core.values import dataclass

MANY = 64
"""From so many records on, they are not read when index and history can tell what they hold."""

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _TagStep:
    """One whole-clip tag that came onto many clips or off them."""

    clips: tuple[ClipId, ...]
    tag: Tag
    given: bool


def are_many(count: int) -> bool:
    """Whether so many records are too many to be read one by one before an edit is acknowledged."""
    return count >= MANY


class Following:
    """What is derived from history and records: the index, and the vocabulary in memory.

    Where the index cannot be written, what it lacks is remembered and goes in with the next change set.
    """

    def __init__(self, records: Records, index: Index[Any], vocabulary: Vocabulary) -> None:
        self._records = records
        self._index = index
        self._vocabulary = vocabulary
        self._lacking: set[RecordKey] = set()

    def without(self, clips: Sequence[ClipId], entries: Collection[EntryId], role: Role) -> Sequence[ClipId] | None:
        """Return those of ``clips`` that carry none of ``entries`` in ``role`` as a tag of the whole clip.

        None where they are few enough to be looked at, or only their records can tell: the index lags behind, or does
        not know one of them.
        """
        if self._lacking or not are_many(len(clips)):
            return None
        found = clips
        for entry in entries:
            found = self._index.without(found, entry, role)
        known = len(found) == len(clips) or len(self._index.rows(clips)) == len(clips)
        return found if known else None

    def clips_with(self, entry: EntryId) -> list[ClipId]:
        """Return the clips that may carry ``entry``: those the index knows of, and those it still lacks."""
        lacking = (ClipId(record) for table, record in self._lacking if table is Table.CLIPS)
        return [*self._index.clips_with(entry), *lacking]

    def follow(
        self, seq: int, changes: Iterable[Change] = (), clips: Mapping[ClipId, Clip | None] | None = None
    ) -> None:
        """Bring vocabulary and index to change set ``seq``, which made ``changes``; the records have them already.

        ``clips`` are as the change set left them, where that is known without looking at their records.
        """
        changes = tuple(changes)
        steps, rest = ([], changes) if self._lacking else _tag_steps(changes)
        self._lacking.update(records_of(rest))
        try:
            if self._lacking or not steps:
                self._put(seq - 1 if steps else seq, clips or {})
            for place, step in enumerate(steps, start=1):
                write = self._index.tag if step.given else self._index.untag
                write(seq if place == len(steps) else seq - 1, step.clips, step.tag)
        except SystemProblem as problem:
            self._lacking.update(records_of(changes))
            log.warning("the index lags behind: %s", problem)

    def _put(self, seq: int, known: Mapping[ClipId, Clip | None]) -> None:
        """Put what the index lacks into it, as the records have it now."""
        lacking = {(table, record) for table, record in self._lacking if table in ENTRY_TABLES}
        entries = {EntryId(record): entry for record, entry in self._read(lacking, entry_of)}
        self._vocabulary.update(entries)
        lacking = {(table, record) for table, record in self._lacking if table is Table.CLIPS}
        clips = {clip: known[clip] for _, record in lacking if (clip := ClipId(record)) in known}
        unknown = {key for key in lacking if key[1] not in clips}
        clips.update((ClipId(record), clip) for record, clip in self._read(unknown, clip_of))
        self._index.apply(seq, clips, entries)
        self._lacking.clear()

    def _read(self, keys: Iterable[RecordKey], read: Callable[[Document], T]) -> Iterator[tuple[str, T | None]]:
        """Yield records as they are now; a damaged one is left out, so that the index keeps what it has of it."""
        for table, record in keys:
            try:
                document = self._records.get(table, record)
                found = None if document is None else read(document)
            except ArchiveProblem as problem:
                log.warning("the index keeps what it knew of a damaged record: %s", problem)
            else:
                yield record, found

    # opening ----------------------------------------------------------------------------------------------------
    def catch_up(self, seq: int, since: Callable[[int], Iterable[ChangeSet]]) -> None:
        """Bring an index that may be written to change set ``seq``: by those since its own, or from the records."""
        behind = self._index.seq
        if 0 < behind <= seq:
            self._replay(seq, since(behind))
        elif seq:
            self.rebuild(seq)

    def _replay(self, seq: int, change_sets: Iterable[ChangeSet]) -> None:
        """Follow tags set by set while there is nothing else; the rest at once, for the records are ahead of it."""
        for change_set in change_sets:
            steps, rest = _tag_steps(change_set.changes)
            if self._lacking or rest:
                self._lacking.update(records_of(change_set.changes))
            elif steps:
                self.follow(change_set.seq, change_set.changes)
        if self._lacking:
            self.follow(seq)

    def rebuild(self, seq: int) -> None:
        """Make the index anew from the records.  Raises ArchiveProblem where one of them is damaged."""
        entries = [entry_of(document) for table in ENTRY_TABLES for document in self._all(table)]
        clips = (clip_of(document) for document in self._all(Table.CLIPS))
        self._index.rebuild(seq, clips, entries)
        self._lacking.clear()

    def _all(self, table: Table) -> Iterator[Document]:
        for record in sorted(self._records.ids(table)):  # in the order of time, which is that of the index's rows
            document = self._records.get(table, record)
            if document is not None:
                yield document

    def recall(self) -> None:
        """Have the vocabulary hold what the index does."""
        self._vocabulary.recall(self._index)


def _tag_steps(changes: Sequence[Change]) -> tuple[list[_TagStep], Sequence[Change]]:
    """Return the tags that came onto many clips or off them, and all else; no step where both share a record."""
    amendments = parted(changes)[1]
    steps: Mapping[int, _TagStep] = {
        id(change): step for change in amendments if (step := _tag_step(change)) is not None
    }
    rest = [change for change in changes if id(change) not in steps]
    if steps and rest:
        stepped = records_of(change for change in changes if id(change) in steps)
        if not stepped.isdisjoint(records_of(rest)):
            return [], changes
    return list(steps.values()), rest


def _tag_step(change: Change) -> _TagStep | None:
    said = tag_of_all(change) if are_many(len(change.ids)) else None
    return None if said is None else _TagStep(tuple(map(ClipId, change.ids)), *said)
