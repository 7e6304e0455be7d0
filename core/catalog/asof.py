"""The archive as it was: records as of a change set, worked out by turning back everything later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from core.catalog.carrying import Documents
from core.catalog.documents import clip_of, entry_of
from core.catalog.vocabulary import Vocabulary
from core.errors import ArchiveProblem, UserProblem
from core.model.changes import ENTRY_TABLES, REVISION, Change, Mismatch, RecordRemoved, Table, inverse
from core.model.clip import Clip
from core.model.codec import Document, opened
from core.model.ids import ClipId
from core.model.vocabulary import Entry
from core.ports.history import History
from core.ports.records import RecordKey, Records
from core.words import tr


class AsOf:
    """Reads an archive as of change set ``seq``; the archive itself is not changed, and may go on being edited.

    Costs what was changed since, in time and in memory.  Raises ArchiveProblem where records and history disagree.
    """

    def __init__(self, records: Records, history: History, seq: int) -> None:
        self._records = records
        self._history = history
        self._top = history.seq
        self.seq = min(seq, self._top)
        self._then: Documents = {}
        for change_set in history.back_to(self.seq):
            if change_set.seq <= self._top:
                for change in inverse(change_set.changes):
                    self._turn_back(change, change_set.seq)

    def document(self, table: Table, record: str) -> Document | None:
        """Return a record as it was, or None where there was none.

        The revision of one that was changed since is ``seq``: it stands for the same content.
        """
        key = (table, record)
        document = self._then[key] if key in self._then else self._at_top(key)
        if document is None:
            return None
        return {**document, REVISION: min(document.get(REVISION, 0) or self.seq, self.seq)}

    def ids(self, table: Table) -> Iterator[str]:
        """Yield the id of every record there was, in no order."""
        known = {record for where, record in self._then if where is table}
        yield from (record for record in known if self._then[table, record] is not None)
        later = {record for change in self._newer() if change.table is table for record in change.ids}
        now = set(self._records.ids(table))
        yield from (
            record
            for record in now | later
            if record not in known and (record not in later or self.document(table, record) is not None)
        )

    def clip(self, clip: ClipId) -> Clip | None:
        """Return a clip as it was; raises ArchiveProblem where its record is damaged."""
        document = self.document(Table.CLIPS, clip)
        return None if document is None else clip_of(document)

    def clips(self) -> Iterator[Clip]:
        """Yield every clip there was, in the order in which they came in."""
        for record in sorted(self.ids(Table.CLIPS)):
            clip = self.clip(ClipId(record))
            if clip is not None:
                yield clip

    def vocabulary(self) -> Vocabulary:
        """Return the names as they were."""
        return Vocabulary(self._entries())

    def _entries(self) -> Iterator[Entry]:
        for table in ENTRY_TABLES:
            for record in self.ids(table):
                document = self.document(table, record)
                if document is not None:
                    yield entry_of(document)

    def _turn_back(self, change: Change, seq: int) -> None:
        for record in change.ids:
            key = (change.table, record)
            document = self._then[key] if key in self._then else self._at_top(key)
            self._then[key] = _turned(change, record, document, seq)

    def _at_top(self, key: RecordKey) -> Document | None:
        """Return a record as it was when this view was taken: somebody may have changed it since."""
        document = self._records.get(*key)
        if document is not None and document.get(REVISION, 0) <= self._top:
            return document
        reached = None if document is None else document[REVISION]
        later = [
            (change_set.seq, change)
            for change_set in self._history.since(self._top)
            for change in change_set.changes
            if change.table is key[0] and key[1] in change.ids and (reached is None or change_set.seq <= reached)
        ]
        while document is None and later and not isinstance(later[-1][1], RecordRemoved):
            later.pop()  # came again, but not yet to where we read
        for seq, change in reversed(later):
            document = _turned(change.inverse(), key[1], document, seq)
        return document

    def _newer(self) -> Iterator[Change]:
        for change_set in self._history.since(self._top):
            yield from change_set.changes


def _turned(change: Change, record: str, document: Document | None, seq: int) -> Document | None:
    try:
        return opened(change.on(record, document))
    except Mismatch as mismatch:
        raise ArchiveProblem(
            tr(
                "The archive cannot be shown as it was: step {seq} does not fit its record ({mismatch}). Run “check”.",
                seq=seq,
                mismatch=mismatch,
            )
        ) from None


def seq_of_moment(history: History, moment: str) -> int:
    """Return the change set the archive stood at, at ``moment``: a step's number, or a date or time of this place.

    A date means the end of that day, a time without seconds the end of that minute, a step what it left behind.
    Raises UserProblem where it is none of these, or there is no such step.
    """
    if moment.isdecimal():
        return _seq_of_step(history, int(moment))
    try:
        return history.seq_at(end_of(moment).astimezone(UTC).isoformat(timespec="milliseconds"))
    except ValueError:
        raise UserProblem(
            tr(
                "“{moment}” is no moment. Say a step of “history”, or a date or time like 2026-11-01 "
                "or 2026-11-01T14:30.",
                moment=moment,
            )
        ) from None


def _seq_of_step(history: History, step: int) -> int:
    seq = history.last_of(step)
    if not seq:
        raise UserProblem(tr("There is no step {step} in this archive; “history” lists them.", step=step))
    return seq


def end_of(moment: str) -> datetime:
    """Return the end of a day, minute or second of this place (ISO 8601); raises ValueError where it is none."""
    if len(moment) == len("2026-11-01"):
        day = datetime.fromisoformat(moment)
        return datetime.combine(day, time.max).astimezone()
    when = datetime.fromisoformat(moment).astimezone()
    short = len(moment.replace(" ", "T").partition("T")[2].split("+")[0].rstrip("Z")) <= len("14:30")
    return when + (timedelta(minutes=1) if short else timedelta(seconds=1)) - timedelta(milliseconds=1)
