"""Completion of names by use: looks at hardly more names than it returns, however many there are."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from types import MappingProxyType

from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.search.fold import contains, tokens
from core.search.suggest import NameMatch
from core.values import dataclass

_LAST_LETTER = "\U0010ffff"
"""What no word has, after all it may have."""

_TIERS = 3
"""Labels that begin so, labels with a word that does, aliases with one."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry, which of its names was hit, and how it is told from others of its name."""

    entry: Entry
    matched_name: str
    shown: str


class _Tier:
    """The entries of one kind by words of theirs; of each word, the places of its entries in the order of use.

    Once it is closed places stand in tuples, which a search for garbage does not go through again and again.
    """

    def __init__(self) -> None:
        self._adding: dict[str, list[int]] = {}
        self._places: dict[str, tuple[int, ...]] = {}
        self._words: list[str] = []

    def add(self, words: Iterable[str], place: int) -> None:
        for word in set(words):
            self._adding.setdefault(word, []).append(place)

    def close(self) -> None:
        self._words = sorted(self._adding)
        self._places = {word: tuple(places) for word, places in self._adding.items()}
        self._adding = {}

    def with_word(self, word: str, *, prefix: bool) -> list[tuple[int, ...]]:
        """Return the places of the entries with ``word``, or with each word that begins so."""
        if not prefix:
            return [self._places.get(word, ())]
        words = self._words
        found = words[bisect_left(words, word) : bisect_left(words, word + _LAST_LETTER)]
        return [self._places[one] for one in found]


class ByUse:
    """What the authority file offers for what was typed, as it was when this was made; safe to read from any thread.

    The names are ranked as :meth:`core.catalog.vocabulary.Vocabulary.complete` ranks them: labels that begin so, then
    other words of labels, then aliases and the names of entries that were merged into others, within each by use.
    ``shown`` tells homonyms apart.
    """

    def __init__(
        self, entries: Iterable[Entry], uses: Mapping[EntryId, int], shown: Callable[[EntryId], str] | None = None
    ) -> None:
        known = {entry.id: entry for entry in entries}
        live = sorted((entry for entry in known.values() if entry.redirect is None), key=_by_label)
        self._shown = shown
        self._entries = sorted(live, key=lambda entry: -uses.get(entry.id, 0))
        self._other_names = _other_names(known)
        self._tiers: dict[EntryKind, tuple[_Tier, ...]] = {
            kind: tuple(_Tier() for _ in range(_TIERS)) for kind in EntryKind
        }
        for place, entry in enumerate(self._entries):
            label, (begins, inside, other) = tokens(entry.label), self._tiers[entry.kind]
            begins.add(label[:1], place)
            inside.add(label[1:], place)
            other.add((word for name in self._other_names.get(entry.id, ()) for word in tokens(name)), place)
        for tier in chain.from_iterable(self._tiers.values()):
            tier.close()

    def everyone(self) -> Sequence[Entry]:
        """Return all entries that stand for themselves, those used most first."""
        return self._entries

    def match(self, entry: Entry) -> NameMatch:
        """Return ``entry`` as one that answers by its label."""
        return self._ranked(entry, entry.label)

    def complete(
        self,
        text: str,
        kinds: Collection[EntryKind] = tuple(EntryKind),
        limit: int = 12,
        uses: Mapping[EntryId, int] = MappingProxyType({}),  # noqa: ARG002 - those it was made with
    ) -> list[NameMatch]:
        """Return at most ``limit`` entries with a name in which ``text`` begins at a word, the likeliest first."""
        wanted = tokens(text)
        if not wanted:
            used = (self.match(entry) for entry in self._entries if entry.kind in kinds)
            return list(islice(used, limit))
        found: dict[EntryId, NameMatch] = {}
        for match in self._matches(wanted, kinds):
            found.setdefault(match.entry.id, match)
            if len(found) == limit:
                break
        return list(found.values())

    def _ranked(self, entry: Entry, name: str) -> Ranked:
        return Ranked(entry, name, self._shown(entry.id) if self._shown else entry.label)

    def _matches(self, wanted: tuple[str, ...], kinds: Collection[EntryKind]) -> Iterator[NameMatch]:
        for number in range(_TIERS):
            tiers = [self._tiers[kind][number] for kind in dict.fromkeys(kinds)]
            lists = [places for tier in tiers for places in tier.with_word(wanted[0], prefix=len(wanted) == 1)]
            for place in heapq.merge(*lists):
                entry = self._entries[place]
                name = self._name_in(entry, number, wanted)
                if name is not None:
                    yield self._ranked(entry, name)

    def _name_in(self, entry: Entry, tier: int, wanted: tuple[str, ...]) -> str | None:
        """Return the name of ``entry`` in which ``wanted`` stands as the tier says."""
        if tier == 0:
            return entry.label if contains(tokens(entry.label)[: len(wanted)], wanted, prefix=True) else None
        names = (entry.label,) if tier == 1 else self._other_names.get(entry.id, ())
        return next((name for name in names if contains(tokens(name), wanted, prefix=True)), None)


def _by_label(entry: Entry) -> tuple[tuple[str, ...], str]:
    return tokens(entry.label), entry.id


def _other_names(known: Mapping[EntryId, Entry]) -> dict[EntryId, list[str]]:
    """Return the names beside its label that lead to each entry: its aliases, and all of those merged into it."""
    found: dict[EntryId, list[str]] = {}
    for entry in known.values():
        names = entry.names if entry.redirect else entry.names[1:]
        final = _final(entry, known) if names else None
        if final is not None:
            found.setdefault(final, []).extend(names)
    return found


def _final(entry: Entry, known: Mapping[EntryId, Entry]) -> EntryId | None:
    """Return where redirects lead, None where that is gone or they run in a circle."""
    seen: set[EntryId] = set()
    at: Entry | None = entry
    while at is not None and at.redirect is not None and at.id not in seen:
        seen.add(at.id)
        at = known.get(at.redirect)
    return None if at is None or at.redirect is not None else at.id
