"""All names of the authority file at one time, folded and ordered; never changed, so that any thread may read."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, islice

from core.catalog.naming import told_apart
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.search.fold import contains, tokens, tokens_of_all
from core.values import dataclass

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


_Name = tuple[EntryId, int]
_Unparted = Mapping[int, Mapping[str, tuple[_Name, ...]]]
_Words = Mapping[int, Set[str]]


class Snapshot:
    """All entries at one time; what names are looked up in is worked out when it is first needed."""

    def __init__(self, known: dict[EntryId, Known], called: _Called) -> None:
        self.known = known
        self._called = called
        self._shown: dict[EntryId, str] = {}

    @cached_property
    def _words(self) -> list[_Place]:
        """Every word of every name, in order."""
        return sorted(place for value in self.known.values() for place in _places(value))

    def updated(self, entries: Mapping[EntryId, Entry | None]) -> Snapshot:
        """Return all names once ``entries`` are as they are given; None removes."""
        before = [self.known[key] for key in entries if key in self.known]
        there = {key: entry for key, entry in entries.items() if entry is not None}
        fresh = dict(zip(there, _known(list(there.values())), strict=True))
        known = dict(self.known)
        for value in before:
            del known[value.entry.id]
        made = Snapshot(known | fresh, _recalled(self._called, before, fresh.values()))
        if len(entries) <= _FEW:
            made._inherit(self, before, fresh.values())
        return made

    def _inherit(self, older: Snapshot, before: Collection[Known], after: Collection[Known]) -> None:
        """Take over what ``older`` has worked out, with ``after`` in place of ``before``: nobody waits for it again."""
        worked_out = older.__dict__
        if "_words" in worked_out:
            gone, come = ([place for value in values for place in _places(value)] for values in (before, after))
            self.__dict__["_words"] = _replaced(older._words, gone, come)
        if "ordered" in worked_out:
            self.__dict__["ordered"] = _reordered(older.ordered, before, after)
        if "unparted" in worked_out:
            self.__dict__["unparted"] = _reparted(older.unparted, before, after)
        if "distinct_words" in worked_out:
            words = {word for value in (*before, *after) for name in value.names for word in name}
            there = {word: next(self.with_word(word, prefix=False), None) is not None for word in words}
            self.__dict__["distinct_words"] = _respelled(older.distinct_words, there)

    @property
    def is_worked_out(self) -> bool:
        """Whether the first to look up a name need not wait for what names are looked up in."""
        return len(self.known) <= _FEW or "_words" in self.__dict__

    def work_out(self) -> None:
        """Work out now what names are looked up in, so that the first to ask need not wait for it."""
        for _ in (self.ordered, self.unparted, self.distinct_words):
            pass

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
            return any(value.entry.kind is kind for value in self.called(tokens(name)))

        return taken

    def shown_as(self, wanted: tuple[str, ...]) -> Iterator[Known]:
        """Yield the entries whose label with what tells them apart is ``wanted``: Hamilton (Ontario)."""
        for end in range(1, len(wanted)):
            keys = self._called.get(wanted[:end], ())
            if len(keys) > 1:
                values = (self.known[key] for key in keys)
                yield from (value for value in values if tokens(self.shown(value)) == wanted)

    @cached_property
    def unparted(self) -> _Unparted:
        """Every name without the spaces in it, by its length, and whose it is."""
        return _reparted({}, (), self.known.values())

    @cached_property
    def ordered(self) -> list[Known]:
        """Return all entries that stand for themselves, by label."""
        live = (value for value in self.known.values() if value.entry.redirect is None)
        return sorted(live, key=lambda value: value.sort_key)

    @cached_property
    def distinct_words(self) -> _Words:
        """Every word of every name, by its length."""
        return _respelled({}, {word: True for word, _, _ in self._words})

    def with_word(self, word: str, *, prefix: bool) -> Iterator[tuple[Known, int]]:
        """Yield the names that have ``word``, or with ``prefix`` a word that begins so, each once or more."""
        known = self.known
        for _, entry, number in self._words[self._stretch(word, prefix=prefix)]:
            yield known[entry], number

    def _stretch(self, word: str, *, prefix: bool) -> slice:
        """Return where the words that are, or begin with, ``word`` stand."""
        end = word + (_LAST_LETTER if prefix else _FIRST_LETTER)
        return slice(bisect_left(self._words, (word,)), bisect_left(self._words, (end,)))

    def named(self, wanted: tuple[str, ...], *, prefix: bool) -> Iterator[tuple[Known, int]]:
        """Yield the names in which ``wanted`` stands unbroken, each once."""
        alone = len(wanted) == 1
        seen = set()
        for value, number in self._with_rarest(wanted, prefix=prefix):
            place = (value.entry.id, number)
            if place not in seen and (alone or contains(value.names[number], wanted, prefix=prefix)):
                seen.add(place)
                yield value, number

    def called(self, wanted: tuple[str, ...]) -> list[Known]:
        """Return the entries one of whose names is just ``wanted``, without a look at those that have more words."""
        whole = "".join(wanted)
        places = self.unparted.get(len(whole), {}).get(whole, ()) if wanted else ()
        return [self.known[entry] for entry, number in places if self.known[entry].names[number] == wanted]

    def _with_rarest(self, wanted: tuple[str, ...], *, prefix: bool) -> Iterator[tuple[Known, int]]:
        """Yield the names that have that one of the words ``wanted`` which fewest have."""
        last = len(wanted) - 1
        stretches = [self._stretch(word, prefix=prefix and at == last) for at, word in enumerate(wanted)]
        fewest = min(stretches, key=lambda stretch: stretch.stop - stretch.start)
        known = self.known
        for _, entry, number in self._words[fewest]:
            yield known[entry], number

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
    if not called:  # as when an archive opens
        return {label: tuple(sorted(keys)) for label, keys in come.items()}
    changed = dict(called)
    for label in {*gone.values(), *come}:
        keys = [*(key for key in called.get(label, ()) if key not in gone), *come.get(label, ())]
        if keys:
            changed[label] = tuple(sorted(keys))
        else:
            changed.pop(label, None)  # one that was merged away was not called so any more
    return changed


def _reordered(ordered: Sequence[Known], before: Iterable[Known], after: Iterable[Known]) -> list[Known]:
    """Return ``ordered`` with those of ``after`` that stand for themselves in place of those ``before``."""
    found = list(ordered)
    for value in before:
        if value.entry.redirect is None:
            del found[bisect_left(found, value.sort_key, key=_sort_key)]
    for value in after:
        if value.entry.redirect is None:
            insort(found, value, key=_sort_key)
    return found


def _sort_key(value: Known) -> tuple[tuple[str, ...], str]:
    return value.sort_key


def _reparted(unparted: _Unparted, before: Iterable[Known], after: Iterable[Known]) -> _Unparted:
    """Return ``unparted`` with the names of ``after`` in place of those of ``before``."""
    found = dict(unparted)
    own: dict[int, dict[str, tuple[_Name, ...]]] = {}

    def alike(whole: str) -> dict[str, tuple[_Name, ...]]:
        length = len(whole)
        if length not in own:
            found[length] = own[length] = dict(unparted.get(length, {}))
        return own[length]

    for value in before:
        for whole in {"".join(name) for name in value.names}:
            names = alike(whole)
            names[whole] = tuple(place for place in names[whole] if place[0] != value.entry.id)
            if not names[whole]:
                del names[whole]
    for value in after:
        for number, name in enumerate(value.names):
            whole = "".join(name)
            names = alike(whole)
            names[whole] = (*names.get(whole, ()), (value.entry.id, number))
    return found


def _respelled(words: _Words, there: Mapping[str, bool]) -> _Words:
    """Return ``words`` with those that are ``there`` now and without those that are not any more."""
    by_length: dict[int, list[str]] = {}
    for word in there:
        by_length.setdefault(len(word), []).append(word)
    fresh: dict[int, Set[str]] = {}
    for length, some in by_length.items():
        gone = {word for word in some if not there[word]}
        fresh[length] = (words.get(length, frozenset()) | set(some)) - gone
    return {**words, **fresh}


def _known(entries: Sequence[Entry]) -> Iterator[Known]:
    """Yield ``entries`` with their names, which are folded all at once."""
    names = [entry.names for entry in entries]
    folded = iter(tokens_of_all(chain.from_iterable(names)))
    return (Known(entry, tuple(islice(folded, len(some)))) for entry, some in zip(entries, names, strict=True))


def _places(value: Known) -> Iterator[_Place]:
    return ((word, value.entry.id, number) for number, name in enumerate(value.names) for word in set(name))


EMPTY = Snapshot({}, {})
"""An authority file without entries."""
