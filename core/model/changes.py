"""What an edit changed: before and after of exactly what it touched, in a form that can be turned round.

Changes speak of records as plain documents, so that history outlives any one shape of the model.  Four kinds cover
every edit; each knows its inverse and how to carry itself out on a document, and refuses where the document does not
hold what the change expects to find.  A gesture on 5,000 clips is a handful of changes over 5,000 ids.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator

import msgspec

from core.model.clip import Tag
from core.model.codec import Document, Written, from_document, opened, to_document, to_json
from core.model.vocabulary import EntryKind
from core.values import dataclass

REVISION = "revision"
"""The one field no change speaks of: the catalog writes it."""

_REVISION = f',"{REVISION}":'.encode()

KEYED_FIELDS = ("tags", "moments")
"""The fields that hold members known by an id; they stand in the order of their ids."""


class Table(enum.StrEnum):
    """The kinds of record, by the name of their folder."""

    CLIPS = "clips"
    PEOPLE = "people"
    LOCATIONS = "locations"
    PRODUCTIONS = "productions"
    KEYWORDS = "keywords"
    SEARCHES = "searches"

    @classmethod
    def of(cls, kind: EntryKind) -> Table:
        return cls(kind.plural)


ENTRY_TABLES = tuple(Table.of(kind) for kind in EntryKind)
"""The tables of the authority file."""


class Mismatch(Exception):
    """A document does not hold what a change expects; ``record`` is the id of the one."""

    def __init__(self, record: str, what: str) -> None:
        super().__init__(f"{record}: {what}")
        self.record = record
        self.what = what


class _Change(msgspec.Struct, frozen=True, tag_field="do"):
    table: Table


class RecordAdded(_Change, frozen=True, tag="add"):
    """A record that was not there before, written once for history and its file: clips come in by the thousand."""

    id: str
    written: Written = msgspec.field(name="document")

    @classmethod
    def of(cls, table: Table, record: str, document: Document) -> RecordAdded:
        """Return the change by which ``document``, which has no revision, comes in."""
        return cls(table, record, Written(to_json(document)))

    @property
    def document(self) -> Document:
        return opened(self.written) or {}

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.id,)

    def inverse(self) -> Change:
        return RecordRemoved(self.table, self.id, self.document)

    def on(self, record: str, document: Document | None) -> Written:
        if document is not None:
            raise Mismatch(record, "is there already")
        return self.written


class RecordRemoved(_Change, frozen=True, tag="remove"):
    """A record that is there no more; ``document`` is all it held."""

    id: str
    document: Document

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.id,)

    def inverse(self) -> Change:
        return RecordAdded.of(self.table, self.id, self.document)

    def on(self, record: str, document: Document | None) -> Document | None:
        if document is None:
            raise Mismatch(record, "is no longer there")
        if _content(document) != self.document:
            raise Mismatch(record, "was changed later")
        return None


_NOTHING = object()
"""Stands for a field that a record, older than the field, does not have."""


class FieldsChanged(_Change, frozen=True, tag="set"):
    """The same fields of one or more records, all from the same values to the same; one in neither is not there."""

    ids: tuple[str, ...]
    before: Document
    after: Document

    def inverse(self) -> Change:
        return FieldsChanged(self.table, self.ids, self.after, self.before)

    def on(self, record: str, document: Document | None) -> Document | None:
        if document is None:
            raise Mismatch(record, "is no longer there")
        for name in {**self.before, **self.after}:
            if document.get(name, _NOTHING) != self.before.get(name, _NOTHING):
                raise Mismatch(record, f"has another {name.replace('_', ' ')} by now")
        kept = {name: value for name, value in document.items() if name not in self.before}
        return {**kept, **self.after}


class MembersChanged(_Change, frozen=True, tag="members"):
    """Members (tags, moments) taken out of and put into the same field of one or more records."""

    ids: tuple[str, ...]
    field: str
    removed: tuple[Document, ...] = ()
    added: tuple[Document, ...] = ()

    def inverse(self) -> Change:
        return MembersChanged(self.table, self.ids, self.field, self.added, self.removed)

    def on(self, record: str, document: Document | None) -> Document | None:
        if document is None:
            raise Mismatch(record, "is no longer there")
        members = {member["id"]: member for member in document.get(self.field, ())}
        for member in self.removed:
            if members.pop(member["id"], None) != member:
                raise Mismatch(record, f"{self.field} were changed later")
        for member in self.added:
            if members.setdefault(member["id"], member) is not member:
                raise Mismatch(record, f"{self.field} were changed later")
        return {**document, self.field: [members[key] for key in sorted(members)]}


Change = RecordAdded | RecordRemoved | FieldsChanged | MembersChanged
Amendment = FieldsChanged | MembersChanged
"""A change of records that were there before and stay."""
Step = tuple[int, Amendment]
"""An amendment, and the number of its change set."""


def amended(record: str, document: Document | None, steps: Iterable[Step]) -> Document | None:
    """Return ``document`` after ``steps``, leaving out those it was written at or after; None stays None.

    Raises Mismatch where it does not hold what one of them expects.
    """
    due = [] if document is None else [step for step in steps if step[0] > document.get(REVISION, 0)]
    for _, change in due:
        document = change.on(record, document)
    return {**document, REVISION: due[-1][0]} if due and document is not None else document


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """One acknowledged gesture, or one part of a long one such as an import.

    ``seq`` numbers change sets without gaps; ``gesture`` is the ``seq`` of the first one of the gesture; ``at`` is
    ISO 8601 in UTC; ``label`` is what a person would call it ("Tag 12 clips with Tom Cruise").
    """

    seq: int
    gesture: int
    at: str
    who: str
    label: str
    changes: tuple[Change, ...]

    def touched(self, table: Table) -> frozenset[str]:
        """The ids of every record of ``table`` that changed, came or went."""
        return frozenset(record for change in self.changes if change.table is table for record in change.ids)

    def __bool__(self) -> bool:
        return bool(self.changes)


def records_of(changes: Iterable[Change]) -> set[tuple[Table, str]]:
    """Return every record that ``changes`` touch."""
    return {(change.table, record) for change in changes for record in change.ids}


def inverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return what undoes ``changes``, in the order in which to do it."""
    return tuple(change.inverse() for change in reversed(tuple(changes)))


def difference(table: Table, record: str, stored: Document | None, before: object, after: object) -> Iterator[Change]:
    """Yield the changes that turn one model object into another; None stands for a record that is not there.

    ``stored`` is the document ``before`` was read from: it may be older than a field of the model, and what a change
    says was there is what really was.
    """
    if stored is None:
        if after is not None:
            yield RecordAdded(table, record, _without_revision(to_json(after)))
    elif after is None:
        yield RecordRemoved(table, record, _content(stored))
    else:
        yield from _field_differences(table, record, stored, to_document(before), _content(to_document(after)))


def _field_differences(table: Table, record: str, stored: Document, old: Document, new: Document) -> Iterator[Change]:
    names = [name for name in new if old.get(name) != new[name]]
    for name in names:
        if name in KEYED_FIELDS:
            there = {member["id"]: member for member in stored.get(name, ())}
            before, after = ({member["id"]: member for member in side[name]} for side in (old, new))
            removed = tuple(there[key] for key, member in before.items() if after.get(key) != member)
            added = tuple(member for key, member in after.items() if before.get(key) != member)
            yield MembersChanged(table, (record,), name, removed, added)
    plain = [name for name in names if name not in KEYED_FIELDS]
    if plain:
        was = {name: stored[name] for name in plain if name in stored}
        yield FieldsChanged(table, (record,), was, {name: new[name] for name in plain})


def merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return ``changes`` with those that say the same of different records made one."""
    ids: dict[bytes, list[str]] = {}
    kept: list[tuple[Change, bytes]] = []
    for change in changes:
        key = to_json(msgspec.structs.replace(change, ids=())) if isinstance(change, Amendment) else b""
        if key not in ids or not key:
            kept.append((change, key))
        ids.setdefault(key, []).extend(change.ids)
    return tuple(
        msgspec.structs.replace(change, ids=tuple(ids[key])) if isinstance(change, Amendment) else change
        for change, key in kept
    )


def _content(document: Document) -> Document:
    return {name: value for name, value in document.items() if name != REVISION}


def _without_revision(record: bytes) -> Written:
    """Return the JSON of a record without the one field no change speaks of.

    It is a whole number, no part of a record has a field of that name, and within a text the quotation marks would be
    escaped.
    """
    head, _, rest = record.rpartition(_REVISION)
    return Written(head + rest.lstrip(b"0123456789"))


def revised(document: Document | Written, seq: int) -> Document | Written:
    """Return ``document``, which has no revision where it is written, as of change set ``seq``."""
    if isinstance(document, Written):
        return Written(b"".join((memoryview(document)[:-1], _REVISION, b"%d}" % seq)))
    return {**document, REVISION: seq}


def changes_to_json(changes: tuple[Change, ...]) -> bytes:
    """Return ``changes`` as the JSON that history keeps."""
    return to_json(changes)


_CHANGES = msgspec.json.Decoder(tuple[Change, ...])


def changes_from_json(data: bytes) -> tuple[Change, ...]:
    """Return the changes in ``data``; raises ValueError where it holds none."""
    try:
        return _CHANGES.decode(data)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise ValueError(str(error)) from None


def tag_of_all(change: Change) -> tuple[Tag, bool] | None:
    """Return the one whole-clip tag that ``change`` gave its clips (True) or took off them (False); else None."""
    if not isinstance(change, MembersChanged) or (change.table, change.field) != (Table.CLIPS, "tags"):
        return None
    if len(change.added) + len(change.removed) != 1:
        return None
    tag = from_document((*change.added, *change.removed)[0], Tag)
    return None if tag.moment is not None else (tag, bool(change.added))
