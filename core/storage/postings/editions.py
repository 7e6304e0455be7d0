"""The postings of one edition of the index, and what queries mean to them."""

from __future__ import annotations

import threading
from calendar import timegm
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.model.clip import Role
from core.model.ids import EntryId
from core.search.tree import And, Embargoed, Has, HasStatus, Node, Not, Number, Or, Period, Tagged, Text
from core.storage.index_packing import codes_of
from core.storage.index_rows import TRAIT_BITS
from core.storage.postings.arrays import Ints, Mask
from core.storage.postings.names import Names
from core.storage.postings.segment import STATUSES_COLUMN, Segment, coded, merged, status_bits

TextRows = Callable[[Text, int], Mask]
"""Returns which rows have a text, from a row on."""

MOST_KEPT = 32 << 20
"""How many bytes of results may be kept."""

_GROWTH = 4
"""Segments are merged until each is this many times as large as the next: few of them, and each clip moved rarely."""


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A segment, and which of its clips are neither gone nor told anew by a later one; None: all."""

    segment: Segment
    alive: Mask | None = None

    @property
    def living(self) -> int:
        return len(self.segment) if self.alive is None else int(np.count_nonzero(self.alive))

    @property
    def alive_mask(self) -> Mask:
        return np.ones(len(self.segment), np.bool_) if self.alive is None else self.alive

    def without(self, rows: Ints) -> Held:
        """Return this segment without ``rows``."""
        places = self.segment.places_of(rows)
        if not len(places):
            return self
        alive = self.alive_mask.copy()
        alive[places] = False
        return Held(self.segment, alive)


class Postings:
    """All clips of one edition; nothing of it changes.  Rows are below ``top``; results are masks over rows."""

    def __init__(self, edition: int, names: Names, held: Sequence[Held]) -> None:
        self.edition = edition
        self.names = names
        self.held = tuple(held)
        self.top = max((int(each.segment.rows[-1]) + 1 for each in held if len(each.segment)), default=0)
        self._lock = threading.Lock()
        self._kept: OrderedDict[Node, Mask] = OrderedDict()
        self._alive = self._gathered(0, lambda segment, first: np.ones(len(segment) - first, np.bool_))
        self.count = int(np.count_nonzero(self._alive))

    def followed(self, edition: int, names: Names, rows: Ints, changed: Segment) -> Postings:
        """Return the postings of a later edition, which changed ``rows``, those of them still there to ``changed``."""
        held = [each.without(rows) for each in self.held]
        if len(changed):
            held.append(Held(changed))
        while len(held) > 1 and held[-2].living < _GROWTH * held[-1].living:
            last, before = held.pop(), held.pop()
            held.append(_as_one((before, last)))
        return Postings(edition, names, [each for each in held if each.living])

    def whole(self) -> Segment:
        """Return all clips as one segment."""
        if len(self.held) == 1 and self.held[0].alive is None:
            return self.held[0].segment
        return _as_one(self.held).segment

    # results ----------------------------------------------------------------------------------------------------
    def answer(self, node: Node, text: TextRows, low: int = 0) -> Mask:
        """Return which rows from ``low`` on answer ``node``; raises TypeError where it is a name."""
        with self._lock:
            if node in self._kept:
                self._kept.move_to_end(node)
                return self._kept[node][low:]
        found = self._answer(node, text, low)
        if low == 0:
            self._keep(node, found)
        return found

    def _keep(self, node: Node, found: Mask) -> None:
        with self._lock:
            self._kept[node] = found
            while len(self._kept) * max(self.top, 1) > MOST_KEPT:
                self._kept.popitem(last=False)

    def _answer(self, node: Node, text: TextRows, low: int) -> Mask:
        match node:
            case And(parts):
                return self._every(parts, text, low)
            case Or(parts):
                found = np.zeros(self.top - low, np.bool_)
                for part in parts:
                    found |= self.answer(part, text, low)
                return found
            case Not(part):
                return self._alive[low:] & ~self.answer(part, text, low)
            case Text():
                return text(node, low)
        return self._gathered(low, lambda segment, first: self._leaf(node, segment, first))

    def _every(self, parts: Sequence[Node], text: TextRows, low: int) -> Mask:
        found = self._alive[low:].copy()
        for part in parts:
            found &= self.answer(part, text, low)
        return found

    def _leaf(self, node: Node, segment: Segment, first: int) -> Mask:
        match node:
            case Tagged(entries, roles, statuses):
                codes = coded(codes_of(roles or Role, statuses))
                return segment.tagged(self.names.numbers_of(entries), codes, first)
            case HasStatus(statuses):
                return segment.having_bits(STATUSES_COLUMN, status_bits(statuses), first)
            case Has(trait):
                return segment.having_bits("traits", TRAIT_BITS[trait], first)
            case Number(measure, least, most):
                return segment.within(measure, least, most, first)
            case Period(dated, start, end):
                begun = segment.within(f"{dated}_start", start, None, first)
                return begun & segment.within(f"{dated}_end", None, end, first)
            case Embargoed(today):
                return segment.within("embargo", timegm(today.timetuple()) + 1, None, first)
        raise TypeError(f"{type(node).__name__} has no meaning of its own: resolve names first")

    def _gathered(self, low: int, told: Callable[[Segment, int], Mask]) -> Mask:
        """Return as a mask over rows from ``low`` on what ``told`` says of the clips of each segment."""
        gathered = np.zeros(max(self.top - low, 0), np.bool_)
        for each in self.held:
            first = each.segment.from_row(low)
            found = told(each.segment, first)
            if each.alive is not None:
                found &= each.alive[first:]
            rows = each.segment.rows[first:]
            if len(rows) and int(rows[-1]) - int(rows[0]) + 1 == len(rows):
                gathered[int(rows[0]) - low : int(rows[-1]) + 1 - low] |= found
            else:
                gathered[rows[found] - low] = True
        return gathered

    # of some rows -----------------------------------------------------------------------------------------------
    def are_there(self, rows: Ints) -> Mask:
        """Return which of ``rows`` are those of clips; a row may be beyond all of them, or below 0."""
        return _at(self._alive, rows)

    def carrying(self, rows: Ints, entry: EntryId, codes: Mask) -> Mask:
        """Return which of ``rows`` have a tag of ``entry`` itself with one of ``codes``."""
        numbers = self.names.numbers_of([entry])
        return _at(self._gathered(0, lambda segment, first: segment.tagged(numbers, codes, first)), rows)

    # counts and columns -----------------------------------------------------------------------------------------
    def counts(self, found: Mask) -> Mapping[EntryId, int]:
        """Return how many of the rows ``found`` count for each entry."""
        counted = np.zeros(self.names.size, np.int64)
        for segment, mask in self._apart(found):
            counted += segment.counts(mask, self.names)
        carried = np.flatnonzero(counted)
        ids = self.names.ids
        return {ids[number]: count for number, count in zip(carried.tolist(), counted[carried].tolist(), strict=True)}

    def totals(self) -> Mapping[EntryId, int]:
        """Return how many clips count for each entry."""
        return self.counts(self._alive)

    def _apart(self, found: Mask) -> Iterator[tuple[Segment, Mask]]:
        for each in self.held:
            mask = found[each.segment.rows]
            yield each.segment, mask if each.alive is None else mask & each.alive

    def column(self, name: str) -> Ints:
        """Return a column by row; what is not known, and what is not there, is the smallest number of its type."""
        kind = np.result_type(np.int8, *(each.segment.columns[name].dtype for each in self.held))
        column = np.full(self.top, np.iinfo(kind).min, kind)
        for each in self.held:
            segment = each.segment
            told = segment.columns[name]
            own = np.where(told == np.iinfo(told.dtype).min, np.iinfo(kind).min, told.astype(kind))
            alive = each.alive_mask
            column[segment.rows[alive]] = own[alive]
        return column


def _at(mask: Mask, rows: Ints) -> Mask:
    """Return what ``mask`` has at ``rows``, False where it does not reach."""
    known = (rows >= 0) & (rows < len(mask))
    told = np.zeros(len(rows), np.bool_)
    told[known] = mask[rows[known]]
    return told


def _as_one(held: Sequence[Held]) -> Held:
    return Held(merged([(each.segment, each.alive_mask) for each in held]))
