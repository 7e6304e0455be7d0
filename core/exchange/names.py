"""Who is meant by the names in a cell; nobody is made up."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from types import MappingProxyType

from rapidfuzz import fuzz, process

from core.catalog.vocabulary import Vocabulary
from core.exchange.base import earlier_labels
from core.export.columns import ID_PREFIX
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.ports.history import History
from core.search.fold import fold
from core.values import dataclass
from core.words import msg

_ALIKE = 80
"""From this share of common letters on (in percent) one name is near another."""

_SUGGESTED = 3
_PIECES = re.compile(r";;|;\s*|[\r\n]+\s*|[^;\r\n]+")


def split_names(text: str) -> list[str]:
    """Return the names in a cell: between semicolons or on lines of their own; a doubled semicolon is part of one."""
    names = [""]
    for piece in _PIECES.findall(text):
        if piece == ";;":
            names[-1] += ";"
        elif piece[0] in ";\r\n":
            names.append("")
        else:
            names[-1] += piece
    return [name.strip() for name in names if name.strip()]


_CALLED_SO = msg("called so")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that may be meant; ``how`` says why: called so, near, once called so."""

    entry: EntryId
    label: str
    how: str


class Fate(enum.StrEnum):
    """What may become of a name that is not one of somebody known."""

    NEW = "new"
    LEFT_OUT = "left out"


Settled = Mapping[tuple[EntryKind, str], EntryId | Fate]
"""What a person decided about names nobody is certainly known by: whom each means, or its fate."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A name nobody in the vocabulary is certainly known by; ``id`` is what its entry would get if it is made.

    ``fate`` is what was decided about it, None while nobody has.
    """

    id: EntryId
    kind: EntryKind
    name: str
    suggestions: tuple[Suggestion, ...]
    fate: EntryId | Fate | None = None


def can_be_made(name: Unmatched) -> bool:
    """Whether making a new entry of ``name`` is a choice: not where several are called just so already."""
    return not any(suggestion.how == _CALLED_SO for suggestion in name.suggestions)


class Names:
    """Looks names up: by id, label, alias, external id, and by what an entry was called once.

    What is ``settled`` holds for every place a name stands in.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        history: History,
        new_entry_id: Callable[[], EntryId],
        settled: Settled = MappingProxyType({}),
    ) -> None:
        self._vocabulary = vocabulary
        self._history = history
        self._new_entry_id = new_entry_id
        self._settled = settled
        self._unmatched: dict[tuple[EntryKind, str], Unmatched] = {}

    @property
    def unmatched(self) -> Collection[Unmatched]:
        """Every name that was looked for and not found."""
        return self._unmatched.values()

    def find(self, kind: EntryKind, name: str) -> EntryId | Unmatched | None:
        """Return the one entry of ``kind`` that ``name`` means, else what is known of the name.

        None where it was settled that the name is left out.
        """
        known = self._unmatched.get((kind, name))
        if known is None:
            candidates = self._candidates(kind, name)
            if len(candidates) == 1:
                return candidates[0].id
            known = self._unmatched[kind, name] = self._to_review(kind, name, candidates)
        if known.fate is None or known.fate is Fate.NEW:
            return known
        return None if known.fate is Fate.LEFT_OUT else EntryId(known.fate)

    def _candidates(self, kind: EntryKind, name: str) -> list[Entry]:
        """Return whom the surest reading of ``name`` leads to."""
        for found in (self._by_id(kind, name), self._literal.get((kind, name), []), self._folded(kind, name)):
            if found:
                return found
        return self._once_called(kind, name)

    def _by_id(self, kind: EntryKind, name: str) -> list[Entry]:
        if name.startswith(ID_PREFIX):
            entry = self._vocabulary.get(EntryId(name.removeprefix(ID_PREFIX)))
            return [entry] if entry is not None and entry.kind is kind else []
        return self._external.get((kind, name.casefold()), [])

    def _folded(self, kind: EntryKind, name: str) -> list[Entry]:
        found = self._vocabulary.find_exact(kind, name)
        by_label = [entry for entry in found if entry.label.casefold() == name.casefold()]
        return by_label if len(by_label) == 1 else found

    def _once_called(self, kind: EntryKind, name: str) -> list[Entry]:
        leads = (self._vocabulary.get(entry) for entry in sorted(self._earlier.get(name, ())))
        return list({entry.id: entry for entry in leads if entry is not None and entry.kind is kind}.values())

    @cached_property
    def _literal(self) -> dict[tuple[EntryKind, str], list[Entry]]:
        found: dict[tuple[EntryKind, str], list[Entry]] = {}
        for entry in self._vocabulary.all():
            found.setdefault((entry.kind, entry.label.strip()), []).append(entry)
        return found

    @cached_property
    def _external(self) -> dict[tuple[EntryKind, str], list[Entry]]:
        found: dict[tuple[EntryKind, str], list[Entry]] = {}
        for entry in self._vocabulary.all():
            for scheme, value in entry.external_ids.items():
                found.setdefault((entry.kind, f"{scheme}:{value}".casefold()), []).append(entry)
        return found

    @cached_property
    def _earlier(self) -> dict[str, set[EntryId]]:
        return earlier_labels(self._history)

    def _to_review(self, kind: EntryKind, name: str, candidates: list[Entry]) -> Unmatched:
        if candidates:
            suggestions = [Suggestion(entry.id, entry.label, _CALLED_SO) for entry in candidates]
        else:
            suggestions = [
                Suggestion(entry.id, entry.label, msg("near")) for entry in near(self._vocabulary, kind, name)
            ]
        return Unmatched(self._new_entry_id(), kind, name, tuple(suggestions), self._settled.get((kind, name)))


def near(vocabulary: Vocabulary, kind: EntryKind, name: str) -> list[Entry]:
    """Return the entries of ``kind`` with a name much like ``name``, whatever the order of its words; nearest first."""
    known = [(fold(text), entry) for entry in vocabulary.all(kind) for text in entry.names]
    found = process.extract(
        fold(name), [text for text, _ in known], scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=_SUGGESTED
    )
    return list({known[place][1].id: known[place][1] for _, _, place in found}.values())
