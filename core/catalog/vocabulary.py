"""The authority file in memory: who is called what, and what was meant by what was typed.

Reading works on an immutable snapshot that :meth:`Vocabulary.update` replaces as a whole, so any thread may read.
"""

from __future__ import annotations

import heapq
import threading
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from types import MappingProxyType

from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.search.fold import contains, tokens
from core.search.nearest import reach

REMOVED = "(removed entry)"
"""What an entry that is gone is called."""

_FIRST_LETTER, _LAST_LETTER = "\0", "\U0010ffff"
"""What no word has, before and after all it may have."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that answers what was typed, and which of its names did."""

    entry: Entry
    matched_name: str


@dataclass(frozen=True, slots=True)
class _Known:
    """An entry with its names folded once."""

    entry: Entry
    names: tuple[tuple[str, ...], ...]

    @property
    def sort_key(self) -> tuple[tuple[str, ...], str]:
        return self.names[0], self.entry.id


_Place = tuple[str, EntryId, int]
"""A word, the entry that has it, and which of its names (0 is the label)."""


_Rank = tuple[int, int, tuple[str, ...], str]
"""How an entry is ranked among completions, smallest first."""


class _Snapshot:
    """All entries at one time, with every word of every name in order."""

    def __init__(self, known: dict[EntryId, _Known], words: list[_Place]) -> None:
        self.known = known
        self._words = words

    def updated(self, entries: Mapping[EntryId, Entry | None]) -> _Snapshot:
        known = {key: value for key, value in self.known.items() if key not in entries}
        fresh = {key: _known(entry) for key, entry in entries.items() if entry is not None}
        words = [place for place in self._words if place[1] not in entries]
        words.extend(place for value in fresh.values() for place in _places(value))
        words.sort()
        return _Snapshot(known | fresh, words)

    def final(self, entry: EntryId) -> EntryId | None:
        """Return where redirects from ``entry`` lead, None where that is gone or they run in a circle."""
        seen = set()
        while (found := self.known.get(entry)) is not None:
            if found.entry.redirect is None:
                return entry
            if entry in seen:
                return None
            seen.add(entry)
            entry = found.entry.redirect
        return None

    @cached_property
    def below(self) -> Mapping[EntryId, list[EntryId]]:
        """What leads to each entry: those that lie in it, and those that were merged into it."""
        found: dict[EntryId, list[EntryId]] = {}
        for key, value in self.known.items():
            target = value.entry.redirect or value.entry.parent
            if target is not None:
                found.setdefault(target, []).append(key)
        return found

    @cached_property
    def ordered(self) -> list[_Known]:
        """Return all entries that stand for themselves, by label."""
        live = (value for value in self.known.values() if value.entry.redirect is None)
        return sorted(live, key=lambda value: value.sort_key)

    @cached_property
    def distinct_words(self) -> list[str]:
        return list(dict.fromkeys(word for word, _, _ in self._words))

    def with_word(self, word: str, *, prefix: bool) -> Iterator[tuple[_Known, int]]:
        """Yield the names that have ``word``, or with ``prefix`` a word that begins so, each once or more."""
        end = word + (_LAST_LETTER if prefix else _FIRST_LETTER)
        for _, entry, number in self._words[bisect_left(self._words, (word,)) : bisect_left(self._words, (end,))]:
            yield self.known[entry], number

    def named(self, wanted: tuple[str, ...], *, prefix: bool) -> Iterator[tuple[_Known, int]]:
        """Yield the names in which ``wanted`` stands unbroken, each once."""
        alone = len(wanted) == 1
        seen = set()
        for value, number in self.with_word(wanted[0], prefix=prefix and alone):
            place = (value.entry.id, number)
            if place not in seen and (alone or contains(value.names[number], wanted, prefix=prefix)):
                seen.add(place)
                yield value, number

    def closure(self, entries: Iterable[EntryId]) -> frozenset[EntryId]:
        """Return ``entries`` with all that lie in them and all that lead to any of these."""
        found = set(entries)
        waiting = list(found)
        while waiting:
            fresh = [entry for entry in self.below.get(waiting.pop(), ()) if entry not in found]
            found.update(fresh)
            waiting.extend(fresh)
        return frozenset(found)


def _known(entry: Entry) -> _Known:
    return _Known(entry, tuple(tokens(name) for name in entry.names))


def _places(value: _Known) -> Iterator[_Place]:
    return ((word, value.entry.id, number) for number, name in enumerate(value.names) for word in set(name))


def _begins(name: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return contains(name[: len(wanted)], wanted, prefix=True)


class Vocabulary:
    """The people, locations, productions and keywords of the archive, by id and by name; safe to read from any thread.

    An entry merged into another is found under the other; its own names go on leading there.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._writing = threading.Lock()
        self._now = _Snapshot({}, []).updated({entry.id: entry for entry in entries})

    def update(self, entries: Mapping[EntryId, Entry | None]) -> None:
        """Take over entries as they are now; None removes."""
        if entries:
            with self._writing:
                self._now = self._now.updated(entries)

    def __len__(self) -> int:
        """How many entries stand for themselves."""
        return len(self._now.ordered)

    def get(self, id: EntryId) -> Entry | None:  # noqa: A002
        """Return the entry that ``id`` leads to, through redirects; None where it is gone."""
        now = self._now
        final = now.final(id)
        return None if final is None else now.known[final].entry

    def label(self, id: EntryId) -> str:  # noqa: A002
        """Return what the entry that ``id`` leads to is called; "(removed entry)" where it is gone."""
        entry = self.get(id)
        return REMOVED if entry is None else entry.label

    def all(self, kind: EntryKind | None = None) -> list[Entry]:
        """Return the entries of ``kind`` that stand for themselves, by label."""
        return [value.entry for value in self._now.ordered if kind is None or value.entry.kind is kind]

    def find_exact(self, kind: EntryKind, name: str) -> list[Entry]:
        """Return the entries of ``kind`` with just that label or alias, case and accents aside."""
        wanted = tokens(name)
        now = self._now
        hits = now.named(wanted, prefix=False) if wanted else ()
        exact = (value.entry for value, number in hits if value.names[number] == wanted and value.entry.kind is kind)
        return _finals(now, exact)

    def complete(
        self,
        text: str,
        kinds: Collection[EntryKind] = tuple(EntryKind),
        limit: int = 12,
        uses: Mapping[EntryId, int] = MappingProxyType({}),
    ) -> list[Match]:
        """Return the entries with a name in which ``text`` begins at a word, the likeliest first.

        First those whose label begins so, then other hits in labels, then in aliases; within each by ``uses``.
        Nothing typed completes to the most used.
        """
        now, wanted = self._now, tokens(text)
        if not wanted:
            return _most_used(now, kinds, limit, uses)
        best: dict[EntryId, tuple[_Rank, Match]] = {}
        for value, number in now.named(wanted, prefix=True):
            final = now.final(value.entry.id)
            if final is None or value.entry.kind not in kinds:
                continue
            target = now.known[final]
            tier = 2 if number or target is not value else int(not _begins(value.names[0], wanted))
            rank = (tier, -uses.get(final, 0), *target.sort_key)
            if final not in best or rank < best[final][0]:
                best[final] = (rank, Match(target.entry, value.entry.names[number]))
        return [match for _, match in heapq.nsmallest(limit, best.values(), key=itemgetter(0))]

    def ids_named(self, kind: EntryKind | None, tokens: tuple[str, ...], last_is_prefix: bool) -> frozenset[EntryId]:
        """Return the entries of ``kind`` with ``tokens`` unbroken in a name, and all that lie in or lead to them."""
        now = self._now
        found = set()
        for value, _ in now.named(tokens, prefix=last_is_prefix):
            final = now.final(value.entry.id)
            if final is not None and (kind is None or value.entry.kind is kind):
                found.add(final)
        return now.closure(found)

    def ids_below(self, id: EntryId) -> frozenset[EntryId]:  # noqa: A002
        """Return ``id`` with all entries that lie in it, and all that lead to any of these."""
        return self._now.closure([id])

    def close_names(self, text: str, kind: EntryKind | None = None, limit: int = 3) -> list[str]:
        """Return names in which every word of ``text`` stands give or take a slip of the hand, the closest first."""
        now, wanted = self._now, tokens(text)
        distances = [_near(word, now.distinct_words) for word in wanted]
        if not wanted or not all(distances):
            return []
        totals: dict[str, int] = {}
        for word in distances[0]:
            for value, number in now.with_word(word, prefix=False):
                total = _distance(value.names[number], distances)
                if total is not None and (kind is None or value.entry.kind is kind):
                    totals[value.entry.names[number]] = total
        return sorted(totals, key=lambda name: (totals[name], tokens(name)))[:limit]


def _most_used(now: _Snapshot, kinds: Collection[EntryKind], limit: int, uses: Mapping[EntryId, int]) -> list[Match]:
    live = (value.entry for value in now.ordered if value.entry.kind in kinds)
    return [
        Match(entry, entry.label) for entry in heapq.nsmallest(limit, live, key=lambda entry: -uses.get(entry.id, 0))
    ]


def _finals(now: _Snapshot, entries: Iterable[Entry]) -> list[Entry]:
    finals = dict.fromkeys(now.final(entry.id) for entry in entries)
    return [now.known[final].entry for final in finals if final is not None]


def _near(word: str, words: list[str]) -> dict[str, int]:
    """Return the ``words`` within reach of ``word``, each with its distance."""
    found = process.extract(word, words, scorer=OSA.distance, score_cutoff=reach(word), limit=None)
    return {str(near): int(distance) for near, distance, _ in found}


def _distance(name: tuple[str, ...], distances: list[dict[str, int]]) -> int | None:
    """Return how far ``name`` is from the words the ``distances`` are of, None where a word of them is not in it."""
    nearest = [min((near[word] for word in name if word in near), default=None) for near in distances]
    known = [distance for distance in nearest if distance is not None]
    return sum(known) if len(known) == len(nearest) else None
