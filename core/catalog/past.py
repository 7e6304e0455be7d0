"""What was done: the steps of history that somebody asks for, and what one of them changed, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from core.catalog.field_words import field_word
from core.model.changes import Change, FieldsChanged, MembersChanged, RecordAdded, Table
from core.model.codec import Document
from core.model.ids import EntryId
from core.ports.history import Gesture, History
from core.values import dataclass
from core.words import msg, tr

_PAGE = 256
_LONGEST = 200
"""So much of a value is told."""

_WHOLE = (msg("clip"), msg("entry"))
"""What a record as a whole is called."""

NameOf = Callable[[Table, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which steps are asked for; ``since`` and ``until`` are ISO 8601 in UTC, empty where it does not matter.

    ``clip`` is the id of a clip they touched; ``who`` stands anywhere in who did it, ``words`` in that or in what it is
    called, in any case.
    """

    clip: str = ""
    since: str = ""
    until: str = ""
    who: str = ""
    words: str = ""

    def wants(self, gesture: Gesture) -> bool:
        """Whether ``gesture`` may be one of them, as far as it tells itself."""
        in_time = (not self.since or gesture.at >= self.since) and (not self.until or gesture.at <= self.until)
        by_whom = self.who.casefold() in gesture.who.casefold()
        return in_time and by_whom and self.words.casefold() in f"{gesture.label}\n{gesture.who}".casefold()


def steps(history: History, asked: Asked, before: int | None = None) -> Iterator[Gesture]:
    """Yield the steps asked for, newest first, read a page at a time; those numbered below ``before`` alone."""
    while page := list(history.gestures(_PAGE, before)):
        for gesture in page:
            if asked.wants(gesture) and (not asked.clip or _touches(history, gesture, asked.clip)):
                yield gesture
        before = page[-1].id


def _touches(history: History, gesture: Gesture, clip: str) -> bool:
    return gesture.clips > 0 and any(
        change.table is Table.CLIPS and clip in change.ids for change in history.changes_of(gesture.id)
    )


@dataclass(frozen=True, slots=True)
class Told:
    """One thing a step changed on one record; ``before`` and ``after`` are fit to be shown, empty for nothing."""

    table: Table
    record: str
    name: str
    what: str
    before: str
    after: str

    @property
    def words(self) -> str:
        """What happened to it: “a → b”, or only “added” or “removed” of a record."""
        if self.what in (tr(_WHOLE[0]), tr(_WHOLE[1])):
            return self.before or self.after
        nothing = tr("nothing")
        return f"{self.before or nothing} → {self.after or nothing}"


def told(changes: Iterable[Change], name_of: NameOf) -> Iterator[Told]:
    """Yield in words what ``changes`` did, record by record; ``name_of`` knows what a record is called."""
    for change in changes:
        for record in change.ids:
            for what, before, after in _aspects(change, name_of):
                yield Told(change.table, record, _name(change, record, name_of), what, before, after)


def _name(change: Change, record: str, name_of: NameOf) -> str:
    document = change.document if not isinstance(change, FieldsChanged | MembersChanged) else {}
    return str(document.get("name") or document.get("label") or name_of(change.table, record))


def _aspects(change: Change, name_of: NameOf) -> Iterator[tuple[str, str, str]]:
    kind = tr(_WHOLE[change.table is not Table.CLIPS])
    if isinstance(change, FieldsChanged):
        for name in {**change.before, **change.after}:
            yield field_word(name), _value(change.before.get(name)), _value(change.after.get(name))
    elif isinstance(change, MembersChanged):
        yield from _members(change, name_of)
    elif isinstance(change, RecordAdded):
        yield kind, "", tr("added")
    else:
        yield kind, tr("removed"), ""


def _members(change: MembersChanged, name_of: NameOf) -> Iterator[tuple[str, str, str]]:
    before = {member["id"]: member for member in change.removed}
    after = {member["id"]: member for member in change.added}
    for key in {**before, **after}:
        told_of = [_member(change.field, side[key], name_of) if key in side else "" for side in (before, after)]
        yield field_word(change.field.removesuffix("s")), told_of[0], told_of[1]


def _member(field: str, member: Document, name_of: NameOf) -> str:
    if field == "tags":
        name = name_of(Table.KEYWORDS, EntryId(member["entry"]))
        told = {"entry": name, "role": tr(member["role"]), "status": tr(member["status"])}
        if member.get("said_by"):
            return tr("{entry} ({role}, {status}, said by {person})", **told, person=member["said_by"])
        return tr("{entry} ({role}, {status})", **told)
    return str(member.get("label") or member["id"])


def _value(value: object) -> str:
    """Return a field of a record as a person reads it."""
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, dict):
        parts = (f"{field_word(name)}: {told}" for name, part in value.items() if (told := _value(part)))
        text = ", ".join(parts)
    elif isinstance(value, list):
        text = ", ".join(filter(None, map(_value, value)))
    else:
        text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
