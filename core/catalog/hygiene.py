"""What in the authority file wants a second look: a list to work through, found without comparing all with all.

Near duplicates are sought by blocking.  Words that are a slip of the hand apart share what is left when a letter is
taken out of each (Garbe's symmetric delete), so that only such words are held against each other; names are then
looked up with each of their words replaced by a near one.
"""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, chain, combinations, product
from typing import overload

from rapidfuzz.distance import OSA

from core.catalog.draft import Draft
from core.catalog.edits import put_entry
from core.catalog.naming import qualifiers
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.search.fold import tokens
from core.search.nearest import reach
from core.values import dataclass
from core.words import msg, tr

_SHORTEST = 4
"""Words shorter than this are not held to be slips for each other: Tim and Tom are two."""

_TWO_SLIPS = 8
"""From this length on two slips are forgiven in a word."""

_MOST_WORDS = 6
_MOST_SPELLINGS = 400
"""Names with more words, or more combinations of near words than this, are looked up as they are."""

_IDENTIFIED = (EntryKind.PERSON, EntryKind.LOCATION, EntryKind.PRODUCTION)


class Fault(enum.StrEnum):
    """What may be wrong, the most urgent first."""

    LOST_PARENT = msg("lies in what is not there")
    CIRCLE = msg("lies within itself")
    DUPLICATE = msg("near duplicates")
    HOMONYM = msg("called the same, nothing tells them apart")
    UNUSED = msg("unused")
    ONE_WORD = msg("one word only")
    NO_IDS = msg("without external ids")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: the entries it is about, and what there is to say of it beside the fault."""

    fault: Fault
    entries: tuple[Entry, ...]
    detail: str = ""


_DETAILS = {Fault.HOMONYM: msg("give them dates, a place they lie in, or an id")}

About = Entry | tuple[Entry, ...]
"""What a finding is about: one entry, or several."""


class Findings(Sequence[Finding]):
    """All that is to be said of some faults, one after another.

    There is something to say of most entries, and more than one thing of many: a finding is made when it is looked at.
    """

    def __init__(self, of: Mapping[Fault, Sequence[About]]) -> None:
        self._of = tuple((fault, about) for fault, about in of.items() if about)
        self._ends = tuple(accumulate(len(about) for _, about in self._of))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, at: int) -> Finding: ...
    @overload
    def __getitem__(self, at: slice) -> list[Finding]: ...
    def __getitem__(self, at: int | slice) -> Finding | list[Finding]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        at %= len(self)
        group = bisect_right(self._ends, at)
        fault, about = self._of[group]
        one = about[at - self._ends[group]]  # reckoned from the end
        return Finding(
            fault, one if isinstance(one, tuple) else (one,), tr(_DETAILS[fault]) if fault in _DETAILS else ""
        )


class Report:
    """All findings in order; ``compared`` is how many pairs of words were held against each other to get them."""

    def __init__(self, of: Mapping[Fault, Sequence[About]] | None = None, compared: int = 0) -> None:
        self._of = {fault: of[fault] for fault in Fault if fault in of} if of else {}
        self.findings = Findings(self._of)
        self.compared = compared

    def of(self, fault: Fault) -> Findings:
        """Return the findings of one fault."""
        return Findings({fault: self._of.get(fault, ())})


@dataclass(frozen=True, slots=True)
class MarkDifferent:
    """Remember that two entries, however alike their names, are two."""

    one: EntryId
    other: EntryId

    def stage(self, draft: Draft) -> str:
        one, other = draft.final(self.one), draft.final(self.other)
        for entry, apart in ((one, other), (other, one)):
            if apart.id not in entry.different_from:
                put_entry(draft, replace(entry, different_from=tuple(sorted((*entry.different_from, apart.id)))))
        return tr("Keep {entry} and {other} apart", entry=one.label, other=other.label)


def looked_over(entries: Iterable[Entry], uses: Mapping[EntryId, int]) -> Report:
    """Return what wants a second look; ``uses`` says how many clips carry each entry, or one that lies in it."""
    known = {entry.id: entry for entry in entries}
    live = sorted((entry for entry in known.values() if entry.redirect is None), key=_place)
    words = _Words(live)
    found: dict[Fault, list[About]] = {}
    for fault, about in chain(
        _parents(live, known), _duplicates(live, words), _homonyms(live, known), _single(live, uses)
    ):
        found.setdefault(fault, []).append(about)
    return Report(found, words.compared)


def _place(entry: Entry) -> tuple[tuple[str, ...], EntryId]:
    """Return where an entry stands among all of them, as in the vocabulary."""
    return tokens(entry.label), entry.id


# parents --------------------------------------------------------------------------------------------------------------
def _final(entry: EntryId, known: Mapping[EntryId, Entry]) -> EntryId | None:
    seen: set[EntryId] = set()
    while entry in known and entry not in seen:
        seen.add(entry)
        redirect = known[entry].redirect
        if redirect is None:
            return entry
        entry = redirect
    return None


def _parents(live: Sequence[Entry], known: Mapping[EntryId, Entry]) -> Iterator[tuple[Fault, About]]:
    for entry in live:
        at, seen = entry.parent, {entry.id}
        while at is not None:
            final = _final(at, known)
            if final is None:
                if at == entry.parent:
                    yield Fault.LOST_PARENT, entry
                break
            if final in seen:
                if final == entry.id:
                    yield Fault.CIRCLE, entry
                break
            seen.add(final)
            at = known[final].parent


# by itself ------------------------------------------------------------------------------------------------------------
def _single(live: Sequence[Entry], uses: Mapping[EntryId, int]) -> Iterator[tuple[Fault, About]]:
    parents = {entry.parent for entry in live}
    for entry in live:
        if not uses.get(entry.id) and entry.id not in parents:
            yield Fault.UNUSED, entry
        if entry.kind is EntryKind.PERSON and len(tokens(entry.label)) == 1:
            yield Fault.ONE_WORD, entry
        if entry.kind in _IDENTIFIED and not entry.external_ids:
            yield Fault.NO_IDS, entry


# several of one name --------------------------------------------------------------------------------------------------
def _homonyms(live: Sequence[Entry], known: Mapping[EntryId, Entry]) -> Iterator[tuple[Fault, About]]:
    called: dict[tuple[EntryKind, tuple[str, ...]], list[Entry]] = {}
    for entry in live:
        called.setdefault((entry.kind, tokens(entry.label) or (entry.label,)), []).append(entry)
    for same in called.values():
        bare = tuple(entry for entry in same if not any(qualifiers(entry, lambda above: _label(above, known))))
        if len(same) > 1 and bare:
            yield Fault.HOMONYM, tuple(same)


def _label(entry: EntryId, known: Mapping[EntryId, Entry]) -> str | None:
    final = _final(entry, known)
    return None if final is None else known[final].label


# near duplicates ------------------------------------------------------------------------------------------------------
class _Words:
    """Every word of every name, and which are a slip of the hand from which."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.compared = 0
        self.names = {entry.id: [tokens(name) for name in entry.names] for entry in entries}
        self._near: dict[str, list[str]] = {}
        self._link({word for names in self.names.values() for name in names for word in name})

    def _link(self, words: Iterable[str]) -> None:
        blocks: dict[str, list[str]] = {}
        for word in words:
            for left in _shortened(word):
                blocks.setdefault(left, []).append(word)
        seen: set[tuple[str, str]] = set()
        for block in blocks.values():
            for one, other in combinations(sorted(block), 2):
                if (one, other) not in seen:
                    seen.add((one, other))
                    self._hold_against(one, other)

    def _hold_against(self, one: str, other: str) -> None:
        self.compared += 1
        most = min(reach(one), reach(other))
        if max(len(one), len(other)) >= _SHORTEST and OSA.distance(one, other, score_cutoff=most) <= most:
            self._near.setdefault(one, []).append(other)
            self._near.setdefault(other, []).append(one)

    def spellings(self, name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield ``name`` and all it may be a slip for, the words of each in the order of the alphabet."""
        choices = [(word, *self._near.get(word, ())) for word in name]
        total = 1
        for choice in choices:
            total *= len(choice)
        if len(name) > _MOST_WORDS or total > _MOST_SPELLINGS:
            choices = [(word,) for word in name]
        yield from {tuple(sorted(spelling)) for spelling in product(*choices)}


def _shortened(word: str) -> set[str]:
    """Return ``word`` and what is left of it without one letter, or two of a long one."""
    if len(word) < _SHORTEST - 1:
        return set()
    once = {word[:at] + word[at + 1 :] for at in range(len(word))}
    if len(word) < _TWO_SLIPS:
        return {word, *once}
    return {word, *once, *(left[:at] + left[at + 1 :] for left in once for at in range(len(left)))}


def _duplicates(live: Sequence[Entry], words: _Words) -> Iterator[tuple[Fault, About]]:
    by_kind: dict[EntryKind, list[Entry]] = {}
    for entry in live:
        by_kind.setdefault(entry.kind, []).append(entry)
    for entries in by_kind.values():
        pairs = {pair for found in (_alike(entries, words), _unparted(entries, words)) for pair in found}
        places = {entry.id: place for place, entry in enumerate(entries)}
        for first, second in sorted(sorted((places[one], places[other])) for one, other in pairs):
            one, other = entries[first], entries[second]
            same = tokens(one.label) == tokens(other.label)  # which is another fault, or none
            if not same and not _told_to_differ(one, other):
                yield Fault.DUPLICATE, (one, other)


def _alike(entries: Sequence[Entry], words: _Words) -> Iterator[tuple[EntryId, EntryId]]:
    """Yield those whose names differ by slips of the hand or in the order of their words."""
    called: dict[tuple[str, ...], set[EntryId]] = {}
    for entry in entries:
        for name in filter(None, words.names[entry.id]):
            called.setdefault(tuple(sorted(name)), set()).add(entry.id)
    for entry in entries:
        for name in filter(None, words.names[entry.id]):
            for spelling in words.spellings(name):
                for other in called.get(spelling, ()):
                    if entry.id < other:
                        yield entry.id, other


def _unparted(entries: Sequence[Entry], words: _Words) -> Iterator[tuple[EntryId, EntryId]]:
    """Yield those whose names differ in their spaces alone: O Brien and O'Brien."""
    called: dict[str, set[EntryId]] = {}
    for entry in entries:
        for name in filter(None, words.names[entry.id]):
            called.setdefault("".join(name), set()).add(entry.id)
    for same in called.values():
        yield from combinations(sorted(same), 2)


def _told_to_differ(one: Entry, other: Entry) -> bool:
    """Whether somebody said so, or what is known of them does: other ids in a register, other places or years."""
    if one.id in other.different_from or other.id in one.different_from:
        return True
    if any(other.external_ids.get(scheme, value) != value for scheme, value in one.external_ids.items()):
        return True
    if one.parent and other.parent and one.parent != other.parent:
        return True
    dates = [(getattr(one, name), getattr(other, name)) for name in ("existed_from", "existed_to", "released")]
    return any(ours and theirs and not (ours.startswith(theirs) or theirs.startswith(ours)) for ours, theirs in dates)
