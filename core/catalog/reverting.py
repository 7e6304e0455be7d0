"""Taking back one gesture out of the middle of history, where nothing later stands on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from core.catalog.carrying import Documents
from core.catalog.draft import Draft
from core.catalog.field_words import field_word
from core.errors import EditConflict, UserProblem
from core.model.changes import (
    ENTRY_TABLES,
    KEYED_FIELDS,
    REVISION,
    Change,
    FieldsChanged,
    MembersChanged,
    Mismatch,
    RecordAdded,
    RecordRemoved,
    Table,
    inverse,
)
from core.model.codec import Document, opened
from core.model.ids import ClipId, EntryId
from core.model.vocabulary import Entry
from core.ports.history import Gesture, GestureState, History
from core.ports.records import RecordKey
from core.values import dataclass
from core.words import msg, plural, tr

_LINKS = ("parent", "redirect")
"""The fields by which one entry leads to another."""

_REFUSALS = {
    GestureState.UNDONE: msg("is undone already"),
    GestureState.DISCARDED: msg("is undone already"),
    GestureState.NOTED: msg("changed no record: there is nothing to undo"),
}


_DONE_BY = {msg("was removed"): RecordRemoved | MembersChanged, msg("was added again"): RecordAdded | MembersChanged}
"""The kinds of change that can have done it, by what is said of them; any kind where none is named."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a record: all of it, one field, or one member (a tag, a moment) of a field.

    ``table`` is None where the record is gone and nobody knows which it stood in; ids are unique in an archive.
    """

    table: Table | None
    record: str
    field: str = ""
    member: str = ""

    def is_touched_by(self, change: Change) -> bool:
        """Whether ``change`` says anything of this part."""
        if self.table not in (None, change.table) or self.record not in change.ids:
            return False
        if not self.field or isinstance(change, RecordAdded | RecordRemoved):
            return True
        if isinstance(change, FieldsChanged):
            return self.field in change.before or self.field in change.after
        members = {member["id"] for member in (*change.removed, *change.added)}
        return change.field == self.field and (not self.member or self.member in members)


@dataclass(frozen=True, slots=True)
class Conflict:
    """What stands in the way; ``document`` is the record as it is now, None where it is gone."""

    spot: Spot
    document: Document | None
    verb: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Undo one gesture by itself, exactly; an edit like any other, so that it can be undone in turn.

    Staging raises UserProblem where the gesture is not in force, EditConflict where something later changed the same
    thing or stands on it; that names the thing and the later step.
    """

    gesture: int
    history: History
    entries: Callable[[], Iterable[Entry]]

    def stage(self, draft: Draft) -> str:
        gesture = _in_force(self.history, self.gesture)
        planned = _Planned(draft)
        conflicts = list(planned.carry_out(inverse(self.history.changes_of(gesture.id))))
        conflicts = conflicts or list(planned.loose_ends(self.entries))
        if conflicts:
            raise EditConflict(_sentence(gesture, conflicts, self.history, draft))
        draft.put_changes(planned.differences())
        return _taken_back(gesture)


def _in_force(history: History, number: int) -> Gesture:
    if not 0 < number <= history.seq:
        raise UserProblem(tr("There is no step {number} in this archive; “history” lists them.", number=number))
    gesture = next(iter(history.gestures(1, before=number + 1)), None)
    if gesture is None or gesture.id != number:
        raise UserProblem(tr("There is no step {number} in this archive; “history” lists them.", number=number))
    if gesture.state in _REFUSALS:
        raise UserProblem(
            tr(
                "Step {number}, “{label}”, {refusal}.",
                number=number,
                label=gesture.label,
                refusal=tr(_REFUSALS[gesture.state]),
            )
        )
    return gesture


class _Planned:
    """The records as taking a gesture back would leave them."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._before: Documents = {}
        self._after: Documents = {}

    def carry_out(self, changes: Iterable[Change]) -> Iterator[Conflict]:
        """Carry ``changes`` out as far as they fit; yield what does not."""
        stuck: set[RecordKey] = set()
        for change in changes:
            for record in change.ids:
                key = (change.table, record)
                if key in stuck:
                    continue
                if key not in self._after:
                    self._before[key] = self._after[key] = self._draft.document(*key)
                try:
                    self._after[key] = opened(change.on(record, self._after[key]))
                except Mismatch:
                    stuck.add(key)
                    yield _mismatched(change, record, self._after[key])

    def differences(self) -> Iterator[Change]:
        """Yield what leads from the records as they are to those planned."""
        for key, before in self._before.items():
            yield from document_difference(*key, before, self._after[key])

    # what would hang in the air ---------------------------------------------------------------------------------
    def loose_ends(self, entries: Callable[[], Iterable[Entry]]) -> Iterator[Conflict]:
        """Yield what would point at nothing, or in a circle."""
        gone = {record for (table, record), after in self._after.items() if table in ENTRY_TABLES and not after}
        if gone:
            yield from self._still_used(gone, entries())
        for (table, record), after in self._after.items():
            if after is not None and table is Table.CLIPS:
                yield from self._of_clip(record, after)
            elif after is not None and table in ENTRY_TABLES:
                yield from self._of_entry(table, record, after)

    def _still_used(self, gone: set[str], entries: Iterable[Entry]) -> Iterator[Conflict]:
        clips = {clip for entry in gone for clip in self._draft.clip_ids_with(EntryId(entry))}
        for clip in clips:
            document = self._now(Table.CLIPS, clip)
            for tag in (document or {}).get("tags", ()):
                if tag["entry"] in gone:
                    yield Conflict(Spot(Table.CLIPS, clip, "tags", tag["id"]), document, msg("was added"))
        for entry in entries:
            table = Table.of(entry.kind)
            document = self._now(table, entry.id)
            for field in _LINKS:
                if document is not None and document.get(field) in gone:
                    yield Conflict(Spot(table, entry.id, field), document, "was changed")

    def _of_clip(self, clip: str, after: Document) -> Iterator[Conflict]:
        before = self._before[Table.CLIPS, clip] or {}
        known = {tag["id"] for tag in before.get("tags", ())}
        moments = {moment["id"] for moment in after.get("moments", ())}
        for tag in after.get("tags", ()):
            if tag.get("moment") is not None and tag["moment"] not in moments:
                yield Conflict(Spot(Table.CLIPS, clip, "tags", tag["id"]), before, "was changed")
            elif tag["id"] not in known and not self._is_there(tag["entry"]):
                yield Conflict(Spot(None, tag["entry"]), None, "was removed")

    def _of_entry(self, table: Table, record: str, after: Document) -> Iterator[Conflict]:
        for field in _LINKS:
            chain, above = [record], after.get(field)
            while above is not None and above not in chain and self._is_there(above):
                chain.append(above)
                above = self._link(table, above, field)
            if above in chain:
                yield Conflict(Spot(table, chain[-1], field), self._now(table, chain[-1]), "was changed")
            elif above is not None and len(chain) == 1:
                yield Conflict(Spot(None, above), None, "was removed")

    def _now(self, table: Table, record: str) -> Document | None:
        key = (table, record)
        return self._after[key] if key in self._after else self._draft.document(table, record)

    def _link(self, table: Table, record: str, field: str) -> str | None:
        return (self._now(table, record) or {}).get(field)

    def _is_there(self, entry: str) -> bool:
        return any(self._now(table, entry) is not None for table in ENTRY_TABLES)


def document_difference(table: Table, record: str, before: Document | None, after: Document | None) -> Iterator[Change]:
    """Yield the changes that turn one document into another exactly, whatever model they were written by."""
    old, new = _content(before), _content(after)
    if old is None or new is None:
        if new is not None:
            yield RecordAdded.of(table, record, new)
        elif old is not None:
            yield RecordRemoved(table, record, old)
        return
    names = [name for name in {**old, **new} if (name in old, old.get(name)) != (name in new, new.get(name))]
    keyed = [name for name in names if name in KEYED_FIELDS and name in old and name in new]
    for name in keyed:
        removed, added = _members(old[name], new[name]), _members(new[name], old[name])
        yield MembersChanged(table, (record,), name, removed, added)
    plain = [name for name in names if name not in keyed]
    if plain:
        yield FieldsChanged(table, (record,), _only(old, plain), _only(new, plain))


def _content(document: Document | None) -> Document | None:
    return None if document is None else {name: value for name, value in document.items() if name != REVISION}


def _members(these: Iterable[Document], those: Iterable[Document]) -> tuple[Document, ...]:
    """Return the members of ``these`` that are not, or not the same, among ``those``."""
    known = {member["id"]: member for member in those}
    return tuple(member for member in these if known.get(member["id"]) != member)


def _only(document: Mapping[str, object], names: Iterable[str]) -> Document:
    return {name: document[name] for name in names if name in document}


# saying it ------------------------------------------------------------------------------------------------------
def _mismatched(change: Change, record: str, document: Document | None) -> Conflict:
    spot = Spot(change.table, record)
    if document is None:
        return Conflict(spot, None, "was removed")
    if isinstance(change, RecordAdded):
        return Conflict(spot, document, "was added again")
    if isinstance(change, FieldsChanged):
        wanted, absent = change.before, object()
        names = {**change.before, **change.after}
        name = next(name for name in names if document.get(name, absent) != wanted.get(name, absent))
        return Conflict(Spot(change.table, record, name), document, "was changed")
    if isinstance(change, MembersChanged):
        return _member_mismatched(change, record, document)
    return Conflict(spot, document, msg("was changed"))


def _member_mismatched(change: MembersChanged, record: str, document: Document) -> Conflict:
    """Return the first member that is not as ``change`` expects it."""
    there = {member["id"]: member for member in document.get(change.field, ())}
    for member in change.removed:
        if there.pop(member["id"], None) != member:
            gone = all(found["id"] != member["id"] for found in document.get(change.field, ()))
            shown = {**document, change.field: [member]} if gone else document
            return Conflict(
                Spot(change.table, record, change.field, member["id"]), shown, "was removed" if gone else "was changed"
            )
    again = next(member for member in change.added if member["id"] in there)
    return Conflict(Spot(change.table, record, change.field, again["id"]), document, "was added again")


def blamed(history: History, gesture: int, conflict: Conflict) -> Gesture | None:
    """Return the last step after ``gesture`` that is in force and did what stands in the way."""
    kinds = _DONE_BY.get(conflict.verb, Change)
    for change_set in history.back_to(gesture):
        at_fault = (change for change in change_set.changes if isinstance(change, kinds))
        if change_set.gesture == gesture or not any(conflict.spot.is_touched_by(change) for change in at_fault):
            continue
        step = history.gesture(change_set.gesture)
        if step.state is GestureState.APPLIED:
            return step
    return None


def _taken_back(gesture: Gesture) -> str:
    """Return what the step is called that takes ``gesture`` back, also where that took back another."""
    beginning = tr("Undo step {number}: {step}", number="0", step="").partition("0")
    said = re.compile(rf"^{re.escape(beginning[0])}\d+{re.escape(beginning[2])}")
    return tr("Undo step {number}: {step}", number=gesture.id, step=said.sub("", gesture.label))


def _sentence(gesture: Gesture, conflicts: list[Conflict], history: History, draft: Draft) -> str:
    first = conflicts[0]
    step = blamed(history, gesture.id, first)
    told = {"step": gesture.label, "what": _called(first, draft), "verb": tr(first.verb)}
    if step is None:
        why = tr("“{step}” cannot be undone by itself: {what} {verb} later.", **told)
    else:
        by = {"other": step.label, "when": told_time(step.at, draft.now), "number": step.id}
        why = tr(
            "“{step}” cannot be undone by itself: {what} {verb} later by “{other}”, {when} (step {number}). "
            "Undo that step first.",
            **told,
            **by,
        )
    others = len({conflict.spot.record for conflict in conflicts}) - 1
    more = plural(others, "One more record was changed as well.", "%n more records were changed as well.")
    return f"{why} {more}" if others else why


def _called(conflict: Conflict, draft: Draft) -> str:
    """Return what a person calls the part of a record that stands in the way."""
    spot, document = conflict.spot, conflict.document or {}
    record = str(document.get("name") or document.get("label") or _name_of(spot, draft))
    members = document.get(spot.field, ()) if spot.member else ()
    member = next((member for member in members if member["id"] == spot.member), None)
    if member is not None and spot.field == "tags":
        entry = draft.find_entry(EntryId(member["entry"]))
        label = entry.label if entry else tr("a removed name")
        return tr("{entry} on {clip}", entry=label, clip=record)
    if member is not None:
        return tr("the moment “{moment}” of {clip}", moment=member["label"], clip=record)
    if spot.field and spot.field not in ("name", "label"):
        return tr("what {record} has as {field}", record=record, field=field_word(spot.field))
    return record


def _name_of(spot: Spot, draft: Draft) -> str:
    if spot.table is Table.CLIPS:
        clip = draft.find_clip(ClipId(spot.record))
        return clip.name if clip else tr("a clip")
    entry = draft.find_entry(EntryId(spot.record))
    return entry.label if entry else tr("a name it needs")


_MONTHS = (
    msg("Jan"), msg("Feb"), msg("Mar"), msg("Apr"), msg("May"), msg("Jun"),
    msg("Jul"), msg("Aug"), msg("Sep"), msg("Oct"), msg("Nov"), msg("Dec"),
)  # fmt: skip


def told_time(at: str, now: datetime) -> str:
    """Return a moment of history (ISO 8601) as the clock on the wall showed it: 12 Nov 14:03, with the year if past."""
    when, today = datetime.fromisoformat(at).astimezone(), now.astimezone()
    parts = {"day": when.day, "month": tr(_MONTHS[when.month - 1]), "time": f"{when:%H:%M}"}
    if when.year == today.year:
        return tr("{day} {month} {time}", **parts)
    return tr("{day} {month} {year} {time}", **parts, year=when.year)
