"""What could be typed next in a query: fields, their values, and the names of entries."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.search.fields import BY_NAME, FIELDS
from core.search.fold import tokens
from core.search.lexer import Kind, Part, Value, parts
from core.search.switch import SWITCH, without_switch
from core.search.values import HAVING, LOOKED, STATUSES, being, main_names
from core.values import dataclass

_PLAIN = re.compile(r"[^\s()|,:\"“”„<>=!-][^\s()|,\"“”„]*")
_ANY_DAY = date.min
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "has": tuple(main_names(HAVING)),
    "missing": tuple(main_names(HAVING)),
    "status": tuple(main_names(STATUSES)),
    "is": tuple(main_names(being(_ANY_DAY))),
    "looked": tuple(LOOKED),
    "shot": ("today", "yesterday"),
    "added": ("today", "yesterday", "7d"),
}


class NameMatch(Protocol):
    """An entry, which of its names was hit, and how it is told from others of its name."""

    @property
    def entry(self) -> Entry: ...
    @property
    def matched_name(self) -> str: ...
    @property
    def shown(self) -> str: ...


class Completer(Protocol):
    """The authority file as completion needs it."""

    def complete(
        self, text: str, kinds: Collection[EntryKind] = ..., limit: int = ..., uses: Mapping[EntryId, int] = ...
    ) -> Iterable[NameMatch]: ...


@dataclass(frozen=True, slots=True)
class Completion:
    """``text_to_insert`` takes the place of [start, end) of the query; ``shown`` and ``detail`` are for the eye."""

    text_to_insert: str
    start: int
    end: int
    shown: str
    detail: str


def complete(
    text: str, cursor: int, vocabulary: Completer, *, uses: Mapping[EntryId, int] | None = None, limit: int = 12
) -> list[Completion]:
    """Return what could stand where ``cursor`` is, the likeliest first: at most ``limit``, none between words."""
    text = without_switch(text)[0]
    part = _part_at(text, cursor)
    if part is None:
        return []
    if part.kind is Kind.FIELD and cursor >= part.head:
        return list(_in_field(part, text, cursor, vocabulary, uses or {}, limit))
    begun = [*_switch(part, text, cursor), *_fields(part, text, cursor)]
    return [*begun, *_anything(part, text, cursor, vocabulary, uses or {}, limit)][:limit]


def _part_at(text: str, cursor: int) -> Part | None:
    completable = (part for part in parts(text) if part.kind in (Kind.WORD, Kind.QUOTE, Kind.FIELD))
    return next((part for part in completable if part.start < cursor <= part.end), None)


def _switch(part: Part, text: str, cursor: int) -> Iterator[Completion]:
    """Yield the switch for moments where it is begun before everything else."""
    typed = text[part.start : cursor].lower()
    if part.kind is Kind.WORD and not text[: part.start].strip() and SWITCH.startswith(typed):
        yield Completion(f"{SWITCH}: ", part.start, part.end, f"{SWITCH}:", "moments instead of clips")


def _fields(part: Part, text: str, cursor: int) -> Iterator[Completion]:
    """Yield the fields whose name, or another name of theirs, begins with what stands before the cursor."""
    typed = text[part.start : cursor].lower()
    if part.kind is Kind.QUOTE:
        return
    end = part.end if part.kind is Kind.WORD else part.head
    named = [field for field in FIELDS if field.name.startswith(typed)]
    other = [field for field in FIELDS if any(alias.startswith(typed) for alias in field.aliases)]
    for field in dict.fromkeys([*named, *other]):
        yield Completion(f"{field.name}:", part.start, end, f"{field.name}:", field.about)


def _in_field(
    part: Part, text: str, cursor: int, vocabulary: Completer, uses: Mapping[EntryId, int], limit: int
) -> Iterator[Completion]:
    field = BY_NAME.get(part.name.lower())
    value = next((value for value in part.values if value.start <= cursor <= value.end), Value("", cursor, cursor))
    if field is None:
        return
    typed = _typed(value, text, cursor)
    if field.entries:
        for match in vocabulary.complete(typed, field.entries, limit=limit, uses=uses):
            yield _entry(match, value.start, value.end, quoted(match.shown))
    for choice in _CHOICES.get(field.name, ()):
        if choice.startswith(typed.lower()):
            yield Completion(choice, value.start, value.end, choice, field.about)


def _anything(
    part: Part, text: str, cursor: int, vocabulary: Completer, uses: Mapping[EntryId, int], limit: int
) -> Iterator[Completion]:
    """Yield entries of any kind that are called what stands before the cursor, each with the field that finds it."""
    if part.kind is Kind.FIELD:
        return
    value = part.values[0]
    typed = _typed(value, text, cursor)
    if tokens(typed):
        for match in vocabulary.complete(typed, limit=limit, uses=uses):
            yield _entry(match, value.start, value.end, f"{match.entry.kind}:{quoted(match.shown)}")


def _typed(value: Value, text: str, cursor: int) -> str:
    return text[value.start + value.quoted : min(cursor, value.end - (value.quoted and value.shut))]


def _entry(match: NameMatch, start: int, end: int, inserted: str) -> Completion:
    entry = match.entry
    also = "" if match.matched_name == entry.label else f" · {match.matched_name}"
    return Completion(f"{inserted} ", start, end, match.shown, f"{entry.kind}{also}")


def quoted(name: str) -> str:
    """Return ``name`` as a value of a field, in quotes where it must be."""
    inside = re.sub(r"[\"“”„]", " ", name).strip()
    return name if _PLAIN.fullmatch(name) else f'"{inside}"'
