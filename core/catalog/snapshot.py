"""All names of the authority file at one time, folded and ordered; never changed, so that any thread may read."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.catalog.naming import told_apart
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.search.fold import contains, tokens

_FIRST_LETTER, _LAST_LETTER = "\0", "\U0010ffff"
"""What no word has, before and after all it may have."""


_FEW = 100
"""So many words are put in and taken out one by one; more are sorted anew."""


@dataclass(frozen=True, slots=True)
class Known:
    """An entry with its names folded once."""

    entry: Entry
    names: tuple[tuple[str, ...], ...]

    @property
    def sort_key(self) -> tuple[tuple[str, ...], str]:
        return self.names[0], self.entry.id

    @property
    def label_key(self) -> tuple[str, ...]:
        """What entries called the same have in common; a label without letters is its own."""
        return self.names[0] or (self.entry.label,)


_Place = tuple[str, EntryId, int]
"""A word, the entry that has it, and which of its names (0 is the label)."""


_Called = Mapping[tuple[str, ...], tuple[EntryId, ...]]
"""The entries that stand for themselves by their folded label."""


class Snapshot:
    """All entries at one time, with every word of every name in order."""

    def __init__(self, known: dict[EntryId, Known], words: list[_Place], called: _Called) -> None:
        self.known = known
        self._words = words
        self._called = called
        self._shown: dict[EntryId, str] = {}

    def updated(self, entries: Mapping[EntryId, Entry | None]) -> Snapshot:
        """Return all names once ``entries`` are as they are given; None removes."""
        before = [self.known[key] for key in entries if key in self.known]
        fresh = {key: _known(entry) for key, entry in entries.items() if entry is not None}
        known = dict(self.known)
        for value in before:
            del known[value.entry.id]
        gone = [place for value in before for place in _places(value)]
        come = [place for value in fresh.values() for place in _places(value)]
        return Snapshot(
            known | fresh, _replaced(self._words, gone, come), _recalled(self._called, before, fresh.values())
        )

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

    def final_or_same(self, entry: EntryId) -> EntryId:
        """Return where redirects from ``entry`` lead, or ``entry`` where that is gone."""
        return self.final(entry) or entry

    def merged_into(self, entry: EntryId) -> frozenset[EntryId]:
        """Return ``entry`` and all whose redirects lead to it."""
        found, waiting = {entry}, [entry]
        while waiting:
            leading = (key for key in self.below.get(waiting.pop(), ()) if key not in found)
            merged = [key for key in leading if self.known[key].entry.redirect is not None]
            found.update(merged)
            waiting.extend(merged)
        return frozenset(found)

    # homonyms ---------------------------------------------------------------------------------------------------
    def called_like(self, value: Known) -> list[Known]:
        """Return the entries that stand for themselves and have the label of ``value``, whatever their kind."""
        return [self.known[key] for key in self._called.get(value.label_key, ())]

    def shown(self, value: Known) -> str:
        """Return the label, with what tells the entry from others of its kind and label where there are such."""
        entry = value.entry
        if entry.id not in self._shown:
            same = [other.entry for other in self.called_like(value) if other.entry.kind is entry.kind]
            alone = len(same) < 2 or entry.redirect is not None
            found = {entry.id: entry.label} if alone else told_apart(same, self._label_of, self._is_taken(entry.kind))
            self._shown.update(found)
        return self._shown[entry.id]

    def _label_of(self, entry: EntryId) -> str | None:
        final = self.final(entry)
        return None if final is None else self.known[final].entry.label

    def _is_taken(self, kind: EntryKind) -> Callable[[str], bool]:
        def taken(name: str) -> bool:
            wanted = tokens(name)
            hits = self.named(wanted, prefix=False)
            return any(value.names[number] == wanted and value.entry.kind is kind for value, number in hits)

        return taken

    def shown_as(self, wanted: tuple[str, ...]) -> Iterator[Known]:
        """Yield the entries whose label with what tells them apart is ``wanted``: Hamilton (Ontario)."""
        for end in range(1, len(wanted)):
            keys = self._called.get(wanted[:end], ())
            if len(keys) > 1:
                values = (self.known[key] for key in keys)
                yield from (value for value in values if tokens(self.shown(value)) == wanted)

    @cached_property
    def unparted(self) -> Mapping[str, list[tuple[EntryId, int]]]:
        """Every name without the spaces in it, and whose it is."""
        found: dict[str, list[tuple[EntryId, int]]] = {}
        for key, value in self.known.items():
            for number, name in enumerate(value.names):
                found.setdefault("".join(name), []).append((key, number))
        return found

    @cached_property
    def ordered(self) -> list[Known]:
        """Return all entries that stand for themselves, by label."""
        live = (value for value in self.known.values() if value.entry.redirect is None)
        return sorted(live, key=lambda value: value.sort_key)

    @cached_property
    def distinct_words(self) -> list[str]:
        return list(dict.fromkeys(word for word, _, _ in self._words))

    def with_word(self, word: str, *, prefix: bool) -> Iterator[tuple[Known, int]]:
        """Yield the names that have ``word``, or with ``prefix`` a word that begins so, each once or more."""
        end = word + (_LAST_LETTER if prefix else _FIRST_LETTER)
        for _, entry, number in self._words[bisect_left(self._words, (word,)) : bisect_left(self._words, (end,))]:
            yield self.known[entry], number

    def named(self, wanted: tuple[str, ...], *, prefix: bool) -> Iterator[tuple[Known, int]]:
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


def _replaced(words: list[_Place], gone: Sequence[_Place], come: Sequence[_Place]) -> list[_Place]:
    """Return ``words`` without what is ``gone`` and with what has ``come``, in order; a few are found by halving."""
    if len(gone) + len(come) > _FEW:
        lost = set(gone)
        return sorted((*(place for place in words if place not in lost), *come))
    replaced = words.copy()
    for place in gone:
        del replaced[bisect_left(replaced, place)]
    for place in come:
        insort(replaced, place)
    return replaced


def _recalled(called: _Called, before: Iterable[Known], after: Iterable[Known]) -> _Called:
    """Return who is called what once entries that were ``before`` are as they are ``after``."""
    gone = {value.entry.id: value.label_key for value in before}
    come: dict[tuple[str, ...], list[EntryId]] = {}
    for value in after:
        if value.entry.redirect is None:
            come.setdefault(value.label_key, []).append(value.entry.id)
    changed = dict(called)
    for label in {*gone.values(), *come}:
        stayed = (key for key in called.get(label, ()) if key not in gone)
        changed[label] = tuple(sorted((*stayed, *come.get(label, ()))))
        if not changed[label]:
            del changed[label]
    return changed


def _known(entry: Entry) -> Known:
    return Known(entry, tuple(tokens(name) for name in entry.names))


def _places(value: Known) -> Iterator[_Place]:
    return ((word, value.entry.id, number) for number, name in enumerate(value.names) for word in set(name))


EMPTY = Snapshot({}, [], {})
"""An authority file without entries."""
