"""What was meant by a query that finds nothing: names with slips of the hand in them, put right.

Only words that find nothing by themselves are doubted, and only a name with which the query finds something is put
in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Protocol

from core.model.vocabulary import EntryKind
from core.search.fields import BY_NAME
from core.search.fold import tokens
from core.search.lexer import Kind, Part, Value, parts
from core.search.nearest import distance, reach
from core.search.parser import parse
from core.search.suggest import Completer, quoted
from core.search.switch import switched, without_switch
from core.search.tree import Node
from core.values import dataclass

MOST_WORDS = 4
"""How many words of a query are taken for one name."""

MOST_DOUBTED = 12
"""How many words a query may have to be put right; a longer one is no slip of the hand."""

_MOST_CANDIDATES = 500
"""How many names with a word that is right are looked at for the words that are not."""

Count = Callable[[Node], int]
"""Returns how many clips answer a node as it was parsed."""


class CloseNames(Completer, Protocol):
    """The authority file as a slip of the hand needs it."""

    def close_names(self, text: str, kind: EntryKind | None = None, limit: int = 3) -> list[str]:
        """Return names in which every word of ``text`` stands give or take a slip of the hand, the closest first."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What was typed wrong, the names that were meant, and the ``text`` that finds them."""

    typed: str
    names: tuple[str, ...]
    text: str

    @property
    def shown(self) -> str:
        """The names, for the eye."""
        return ", ".join(self.names)


@dataclass(frozen=True, slots=True)
class _Slip:
    """The words at [start, end) of the query, and the name that was meant."""

    start: int
    end: int
    name: str


def meant(text: str, names: CloseNames, count: Count, today: date) -> Meant | None:
    """Return what was meant by ``text``, None where it finds something as it is, or nothing near it would."""
    rest, moments = without_switch(text)
    if count(parse(rest, today).node):
        return None
    slips = sorted(_slips(rest, names, lambda part: count(parse(part, today).node) > 0), key=lambda slip: slip.start)
    if not slips:
        return None
    corrected = _put_right(rest, slips)
    if not count(parse(corrected, today).node):
        return None
    typed = " ".join(rest[slip.start : slip.end] for slip in slips)
    return Meant(typed, tuple(slip.name for slip in slips), switched(corrected, moments))


def _put_right(text: str, slips: Sequence[_Slip]) -> str:
    for slip in reversed(slips):
        text = text[: slip.start] + quoted(slip.name) + text[slip.end :]
    return text


def _slips(text: str, names: CloseNames, is_found: Callable[[str], bool]) -> Iterator[_Slip]:
    found = list(parts(text))
    if sum(len(part.values) for part in found) > MOST_DOUBTED:
        return
    for part in found:
        if part.kind is Kind.FIELD:
            yield from _in_field(part, text, names, is_found)
    for run in _runs(found):
        yield from _in_run(run, text, names, is_found)


def _in_field(part: Part, text: str, names: CloseNames, is_found: Callable[[str], bool]) -> Iterator[_Slip]:
    """Yield the values of a field of names that name nothing."""
    field = BY_NAME.get(part.name.lower())
    if field is None or not field.entries:
        return
    kind = field.entries[0] if len(field.entries) == 1 else None
    for value in part.values:
        if not is_found(f"{part.name}:{text[value.start : value.end]}"):
            close = names.close_names(value.text, kind, 1)
            yield from (_Slip(value.start, value.end, name) for name in close)


def _runs(found: Sequence[Part]) -> Iterator[list[Value]]:
    """Yield the words that stand side by side, without what is asked not to be there."""
    run: list[Value] = []
    negated = False
    for part in found:
        if part.kind in (Kind.WORD, Kind.QUOTE) and not negated:
            run.append(part.values[0])
        else:
            if run:
                yield run
            run = []
        negated = part.kind is Kind.NOT
    if run:
        yield run


def _in_run(run: Sequence[Value], text: str, names: CloseNames, is_found: Callable[[str], bool]) -> Iterator[_Slip]:
    """Yield the longest names that take in words of ``run`` which find nothing, from the left."""
    lost = [bool(tokens(value.text)) and not is_found(text[value.start : value.end]) for value in run]
    at = 0
    while at < len(run):
        length, name = _name_at(run, at, lost, names)
        if name:
            yield _Slip(run[at].start, run[at + length - 1].end, name)
        at += length


def _name_at(run: Sequence[Value], at: int, lost: Sequence[bool], names: CloseNames) -> tuple[int, str]:
    """Return how many words from ``at`` on are meant to be a name, and the name; empty where none is."""
    for length in range(min(MOST_WORDS, len(run) - at), 0, -1):
        if any(lost[at : at + length]):
            words = run[at : at + length]
            close = names.close_names(" ".join(value.text for value in words), None, 1)
            name = close[0] if close else _beside(words, lost[at : at + length], names)
            if name:
                return length, name
    return 1, ""


def _beside(words: Sequence[Value], lost: Sequence[bool], names: CloseNames) -> str:
    """Return the name in which the words that are found stand, and near them those that are not; empty for none.

    With a word of the name right, the others are forgiven one slip more: "tom cruze" is Tom Cruise.
    """
    right = [tokens(value.text) for value, is_lost in zip(words, lost, strict=True) if not is_lost]
    wrong = [word for value, is_lost in zip(words, lost, strict=True) if is_lost for word in tokens(value.text)]
    if not right or not all(right):
        return ""
    candidates = names.complete(" ".join(right[0]), limit=_MOST_CANDIDATES)
    slips = ((_slips_in(match.matched_name, right, wrong), match.matched_name) for match in candidates)
    ranked = sorted((count, name) for count, name in slips if count is not None)
    return ranked[0][1] if ranked else ""


def _slips_in(name: str, right: Sequence[tuple[str, ...]], wrong: Sequence[str]) -> int | None:
    """Return how many slips make ``wrong`` words of ``name``, None where ``name`` cannot be meant."""
    parts_of = tokens(name)
    if not all(any(part.startswith(word) for part in parts_of) for found in right for word in found):
        return None
    nearest = [min((distance(word, part), word) for part in parts_of) for word in wrong]
    return sum(slips for slips, _ in nearest) if all(slips <= reach(word) + 1 for slips, word in nearest) else None
