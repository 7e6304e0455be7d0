"""Postings of some clips, in arrays that never change: columns to compare, tags by entry, entries to count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from core.search.tree import STANDING
from core.storage.index_packing import CODES, ENTRY_SHIFT, STATUS_NUMBERS, STATUSES
from core.storage.index_schema import FACT_COLUMNS, LOOKED_COLUMN
from core.storage.postings.arrays import At, Ints, Lists, Mask, end_to_end, joined, spans, starts_of, within
from core.storage.postings.names import Names
from core.values import dataclass

STATUSES_COLUMN = "statuses"
"""Which statuses the tags of a clip have, a bit each."""

FACTS = (*FACT_COLUMNS, LOOKED_COLUMN)
COLUMNS = (*FACTS, STATUSES_COLUMN)

_STATUS_OF_CODE = np.array([min(code >> 3 & 7, len(STATUSES) - 1) for code in range(CODES)], np.uint8)
_STANDS = np.array([any(number == STATUS_NUMBERS[status] for status in STANDING) for number in _STATUS_OF_CODE])
STEPS = 16
"""Looking for one place among the tags of an entry takes as long as reading so many of them."""

_BLOCK = 1 << 17
"""So many clips have their entries put in order at a time, which bounds the memory it takes."""

_COUNTED = 1 << 16
"""So many clips are counted at a time: what that makes is small enough to stay near the processor."""


@dataclass(frozen=True, slots=True)
class Tags:
    """All tags, by entry: those of ``entries[i]`` stand from ``starts[i]`` to ``starts[i + 1]``, in order of places."""

    entries: Ints
    starts: Ints
    places: Ints
    codes: Ints

    @property
    def entry_of_each(self) -> Ints:
        return np.repeat(self.entries, np.diff(self.starts))


@dataclass(frozen=True, slots=True)
class Facets:
    """The entries each clip counts for while none of these moves, and how many clips count for each."""

    moved: int
    entries: Lists
    totals: Ints

    def sized(self, size: int) -> Facets:
        """Return these facets with totals for ``size`` numbers: an entry that is new counts for no clip."""
        more = size - len(self.totals)
        return self if more <= 0 else replace(self, totals=np.pad(self.totals, (0, more)))


class Segment:
    """Clips in the order of their rows; a place is a number in that order."""

    def __init__(self, rows: Ints, columns: Mapping[str, Ints], tags: Tags, facets: Facets | None = None) -> None:
        self.rows = rows
        self.columns = columns
        self.tags = tags
        self._facets = facets

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def stretch(self) -> At:
        """The rows, as a stretch where they follow each other: that needs no gathering."""
        whole = len(self.rows) and int(self.rows[-1]) - int(self.rows[0]) + 1 == len(self.rows)
        return slice(int(self.rows[0]), int(self.rows[-1]) + 1) if whole else self.rows

    def from_row(self, row: int) -> int:
        """Return the first place with ``row`` or one after it."""
        return int(np.searchsorted(self.rows, self.rows.dtype.type(row)))  # of another type, all would be converted

    def places_of(self, rows: Ints) -> Ints:
        """Return the places of those of ``rows`` that are here."""
        return _found_in(self.rows, rows)

    # what clips answer at the places ``at`` -------------------------------------------------------------------------
    def within(self, column: str, low: int | None, high: int | None, at: At) -> Mask:
        return within(self.columns[column][at], low, high)

    def having_bits(self, column: str, bits: int, at: At) -> Mask:
        held = self.columns[column][at]
        found: Mask = np.bitwise_and(held, bits & int(np.iinfo(held.dtype).max)) != 0  # none is beyond its type
        return found

    def tagged(self, entries: Ints, codes: Mask, at: At) -> Mask:
        """Return which clips carry one of ``entries`` with one of ``codes``."""
        found = np.zeros(len(self.rows), np.bool_)
        if isinstance(at, slice):
            found[self.places_tagged(entries, codes)] = True
            return found[at]
        stretches = self._stretches(entries)
        if len(stretches) == 1 and len(at) * STEPS < stretches[0][1] - stretches[0][0]:
            return self._tagged_among(slice(*stretches[0]), codes, at)
        found[at] = True
        places = _taken(self.tags.places, stretches)
        here = np.flatnonzero(found[places])
        found[at] = False
        found[places[here[codes[_taken(self.tags.codes, stretches)[here]]]]] = True
        return found[at]

    def places_tagged(self, entries: Ints, codes: Mask) -> Ints:
        """Return the clips that carry one of ``entries`` with one of ``codes``, in any order, some more than once."""
        places, kinds = (_taken(array, self._stretches(entries)) for array in (self.tags.places, self.tags.codes))
        return places[codes[kinds]]

    def coded(self, codes: Mask, at: At) -> Mask:
        """Return which clips carry a tag with one of ``codes``."""
        found = np.zeros(len(self.rows), np.bool_)
        found[self.tags.places[codes[self.tags.codes]]] = True
        return found[at]

    def _tagged_among(self, stretch: slice, codes: Mask, at: Ints) -> Mask:
        """Return at which of the places ``at`` tags stand with one of ``codes``, by looking for each place."""
        places, kinds = self.tags.places[stretch], self.tags.codes[stretch]
        step, found = np.searchsorted(places, at), np.zeros(len(at), np.bool_)
        left = np.flatnonzero(step < len(places))
        while len(left):  # a clip may carry an entry several times
            left = left[places[step[left]] == at[left]]
            found[left] |= codes[kinds[step[left]]]
            step[left] += 1
            left = left[step[left] < len(places)]
        return found

    def how_many(self, entries: Ints) -> int:
        """Return how many tags of ``entries`` there are."""
        at = _found_in(self.tags.entries, entries)
        return int((self.tags.starts[at + 1] - self.tags.starts[at]).sum())

    def _stretches(self, entries: Ints) -> list[list[int]]:
        """Return from where to where the tags of ``entries`` stand, entries that follow each other as one stretch."""
        at = _found_in(self.tags.entries, entries)
        starts, ends = self.tags.starts[at], self.tags.starts[at + 1]
        apart = starts[1:] != ends[:-1]
        firsts, lasts = starts[np.append(True, apart)[: len(starts)]], ends[np.append(apart, True)[: len(ends)]]
        return np.column_stack((firsts, lasts)).tolist()  # type: ignore[no-any-return]

    # counting -------------------------------------------------------------------------------------------------------
    def facets(self, names: Names) -> Facets:
        """Return which entries each clip counts for; found out once until one of these moves."""
        facets = self._facets
        if facets is None or facets.moved != names.moved:
            entries = _facet_lists(self.tags, len(self.rows), names)
            facets = Facets(names.moved, entries, np.bincount(entries.items, minlength=names.size))
        self._facets = facets.sized(names.size)
        return self._facets

    def counts(self, found: Mask, names: Names) -> Ints:
        """Return how many of the clips ``found`` count for each entry, by its number."""
        facets = self.facets(names)
        some = int(np.count_nonzero(found))
        if some * 2 > len(found):
            return facets.totals[: names.size] - self._counts(facets.entries, ~found, names.size)
        return self._counts(facets.entries, found, names.size)

    @staticmethod
    def _counts(lists: Lists, found: Mask, size: int) -> Ints:
        places, counted = np.flatnonzero(found), np.zeros(size, np.int64)
        starts, lengths = lists.starts[places], lists.lengths[places]
        for first in range(0, len(places), _COUNTED):
            some = slice(first, first + _COUNTED)
            counted += np.bincount(lists.items[spans(starts[some], lengths[some])], minlength=size)
        return counted

    # growing --------------------------------------------------------------------------------------------------------
    def known_facets(self) -> Facets | None:
        """The facets as they were found out last, if they were."""
        return self._facets


def _taken(array: Ints, stretches: Sequence[Sequence[int]]) -> Ints:
    """Return what stands at ``stretches``, one after the other."""
    taken = [array[start:end] for start, end in stretches]
    return taken[0] if len(taken) == 1 else np.concatenate(taken or [array[:0]])


def _found_in(numbers: Ints, wanted: Ints) -> Ints:
    """Return where those of ``wanted`` that are among ``numbers`` stand there; ``numbers`` are in order."""
    at = np.searchsorted(numbers, wanted)
    inside = at < len(numbers)
    at, wanted = at[inside], wanted[inside]
    found: Ints = at[numbers[at] == wanted]
    return found


def _facet_lists(tags: Tags, clips: int, names: Names) -> Lists:
    entries, stands = tags.entry_of_each, _STANDS[tags.codes]
    lists = []
    for first in range(0, max(clips, 1), _BLOCK):
        end = min(first + _BLOCK, clips)
        here = stands & (tags.places >= first) & (tags.places < end)
        reach = names.reach.taken(entries[here])
        places = np.repeat(tags.places[here] - first, reach.lengths).astype(np.int64)
        both = places * names.size + reach.items
        both.sort()
        both = both[np.diff(both, prepend=-1) != 0]
        places, kept = np.divmod(both, names.size)
        lengths = np.bincount(places, minlength=end - first)
        lists.append(Lists(starts_of(lengths), kept.astype(names.kind)))
    return joined(lists)


def made(rows: Ints, columns: Mapping[str, Ints], lengths: Ints, numbers: Ints) -> Segment:
    """Return the segment of ``rows``: facts as narrowed columns, packed tags end to end, ``lengths`` to a clip."""
    entries = numbers >> ENTRY_SHIFT
    small = entries.astype(np.uint16) if not len(entries) or entries.max() < 1 << 16 else entries
    order = np.argsort(small, kind="stable")
    places = np.repeat(np.arange(len(rows), dtype=np.int32), lengths)[order]
    tags = _by_entry(entries[order].astype(np.int32), places, (numbers & (CODES - 1)).astype(np.uint8)[order])
    return Segment(rows, {**columns, STATUSES_COLUMN: _statuses(tags, len(rows))}, tags)


def _by_entry(entries: Ints, places: Ints, codes: Ints) -> Tags:
    """Return tags that stand in the order of their entries."""
    starts = np.flatnonzero(np.diff(entries, prepend=-1))
    return Tags(entries[starts], np.append(starts, len(entries)).astype(np.int32), places, codes)


def _statuses(tags: Tags, clips: int) -> Ints:
    column = np.zeros(clips, np.uint8)
    statuses = _STATUS_OF_CODE[tags.codes]
    for status in range(len(STATUSES)):
        column[tags.places[statuses == status]] |= 1 << status
    return column


def merged(parts: Sequence[tuple[Segment, Mask]]) -> Segment:
    """Return one segment of the clips of ``parts`` that are alive, each of which is so in one part only."""
    kept = [np.flatnonzero(alive) for _, alive in parts]
    rows = np.concatenate([part.rows[places] for (part, _), places in zip(parts, kept, strict=True)])
    order = np.argsort(rows, kind="stable")
    columns = {name: end_to_end([part.columns[name][alive] for part, alive in parts])[order] for name in COLUMNS}
    facets = _merged_facets([(part, places) for (part, _), places in zip(parts, kept, strict=True)], order)
    return Segment(rows[order], columns, _merged_tags(parts, order), facets)


def _merged_tags(parts: Sequence[tuple[Segment, Mask]], order: Ints) -> Tags:
    new_places = np.empty(len(order), np.int32)
    new_places[order] = np.arange(len(order), dtype=np.int32)
    pieces = list(_moved_tags(parts, new_places))
    entries, places, codes = (np.concatenate([piece[at] for piece in pieces]) for at in range(3))
    by_entry = np.argsort(entries.astype(np.int64) << 32 | places, kind="stable")
    return _by_entry(entries[by_entry], places[by_entry], codes[by_entry])


def _moved_tags(parts: Sequence[tuple[Segment, Mask]], new_places: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Yield entries, places in the whole, and codes of the tags of each part."""
    before = 0
    for part, alive in parts:
        moved = np.full(len(part), -1, np.int32)
        living = int(np.count_nonzero(alive))
        moved[alive] = new_places[before : before + living]
        before += living
        places = moved[part.tags.places]
        here = places >= 0
        yield part.tags.entry_of_each[here], places[here], part.tags.codes[here]


def _merged_facets(parts: Sequence[tuple[Segment, Ints]], order: Ints) -> Facets | None:
    known = [(part.known_facets(), places) for part, places in parts]
    found = [(facets, places) for facets, places in known if facets is not None]
    if len(found) < len(known) or len({facets.moved for facets, _ in found}) > 1:
        return None
    entries = joined([facets.entries.taken(places) for facets, places in found]).taken(order)
    size = max(len(facets.totals) for facets, _ in found)
    return Facets(found[0][0].moved, entries, np.bincount(entries.items, minlength=size))


def coded(codes: Iterable[int]) -> Mask:
    """Return which of all codes are among ``codes``."""
    chosen = np.zeros(CODES, np.bool_)
    chosen[list(codes)] = True
    return chosen


def status_bits(statuses: Iterable[object]) -> int:
    """Return the bits of STATUSES_COLUMN for ``statuses``."""
    wanted = set(statuses)
    return sum(1 << number for status, number in STATUS_NUMBERS.items() if status in wanted)
