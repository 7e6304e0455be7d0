"""The postings of one edition of the index, and what queries mean to them."""

from __future__ import annotations

import threading
from calendar import timegm
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np

from core.model.clip import Role
from core.model.ids import EntryId
from core.search.tree import (
    And,
    Embargoed,
    Has,
    HasStatus,
    InMoment,
    LookedAt,
    Near,
    Node,
    Not,
    Number,
    Or,
    Period,
    Tagged,
    Text,
)
from core.storage.index_packing import CODES, codes_of, is_whole
from core.storage.index_schema import LOOKED_COLUMN
from core.storage.index_tagging import Carried
from core.storage.index_traits import BY_TAGS, TRAIT_BITS, traits_by
from core.storage.postings.arrays import At, Bits, Ints, Mask, end_to_end, narrowed, widened
from core.storage.postings.names import Names
from core.storage.postings.segment import FACTS, STATUSES_COLUMN, STEPS, Segment, coded, made, merged, status_bits
from core.values import dataclass


class Tables(Protocol):
    """What only the tables of the index tell, as one reader sees them."""

    def words(self, node: Text, low: int) -> Mask:
        """Return which rows from ``low`` on have a text."""

    def times(self, node: Near | InMoment) -> Mask:
        """Return which rows answer what holds at a time."""


_Columned = HasStatus | Has | Number | LookedAt | Period | Embargoed
"""What is told by columns."""

_OF_WHOLE_CLIP = coded(code for code in range(CODES) if is_whole(code))

MOST_KEPT = 4 << 20
"""How many bytes of results may be kept."""

_FEW = 16
"""Where fewer than one row in so many is left, what else is asked for is looked at row by row."""

_RARE = 4
"""Tags that fewer than one row in so many has are told as rows from the start; a mask of all takes longer to fill."""

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

    def living_at(self, rows: Ints) -> tuple[Ints, Ints]:
        """Return which of ``rows`` are here and alive, as places among them, and their places in the segment."""
        own = self.segment.rows
        if not len(own):
            return rows[:0], rows[:0]
        if int(own[-1]) - int(own[0]) + 1 == len(own):
            places = rows - own[0]
            here = (places >= 0) & (places < len(own))
        else:
            places = np.searchsorted(own, rows.astype(own.dtype))
            here = places < len(own)
            here[here] = own[places[here]] == rows[here]
        if self.alive is not None:
            here[here] = self.alive[places[here]]
        at = np.flatnonzero(here)
        return at, places[at]


class Postings:
    """All clips of one edition; nothing of it changes.  Rows are below ``top``; results are masks over rows."""

    def __init__(self, edition: int, names: Names, held: Sequence[Held]) -> None:
        self.edition = edition
        self.names = names
        self.held = tuple(held)
        self.top = max((int(each.segment.rows[-1]) + 1 for each in held if len(each.segment)), default=0)
        self._lock = threading.Lock()
        self._kept: OrderedDict[Node, Bits] = OrderedDict()
        self._alive = self._gathered(0, lambda segment, _: np.ones(len(segment), np.bool_))
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

    def retagged(self, edition: int, names: Names, carried: Carried) -> Postings:
        """Return the postings of a later edition, in which some rows came to carry other tags and nothing else."""
        rows = np.array([row for row, _ in carried], np.int32)
        here = [(each.segment, *each.living_at(rows)) for each in self.held]
        order = np.argsort(np.concatenate([at for _, at, _ in here]), kind="stable")
        facts = {
            name: end_to_end([segment.columns[name][places] for segment, _, places in here])[order] for name in FACTS
        }
        by_tags = np.array([traits_by(tags) for _, tags in carried], np.int64)
        facts["traits"] = narrowed(widened(facts["traits"]) & ~BY_TAGS | by_tags)
        lengths = np.array([len(tags) // 4 for _, tags in carried], np.int32)
        numbers = np.frombuffer(b"".join([tags for _, tags in carried]), "<u4").astype(np.int32)
        return self.followed(edition, names, rows, made(rows, facts, lengths, numbers))

    def whole(self) -> Segment:
        """Return all clips as one segment."""
        if len(self.held) == 1 and self.held[0].alive is None:
            return self.held[0].segment
        return _as_one(self.held).segment

    # results ----------------------------------------------------------------------------------------------------
    def answer(self, node: Node, tables: Tables, low: int = 0) -> Mask:
        """Return which rows from ``low`` on answer ``node``; raises TypeError where it is a name."""
        with self._lock:
            kept = self._kept.get(node)
            if kept is not None:
                self._kept.move_to_end(node)
        if kept is not None:
            return np.unpackbits(kept, count=self.top).view(np.bool_)[low:]
        found = self._answer(node, tables, low)
        if low == 0:
            self._keep(node, found)
        return found

    def _keep(self, node: Node, found: Mask) -> None:
        kept = np.packbits(found)
        with self._lock:
            self._kept[node] = kept
            while len(self._kept) * max(len(kept), 1) > MOST_KEPT:
                self._kept.popitem(last=False)

    def _answer(self, node: Node, tables: Tables, low: int) -> Mask:
        match node:
            case And(parts):
                return self._every(parts, tables, low)
            case Or(parts):
                found = np.zeros(self.top - low, np.bool_)
                for part in parts:
                    found |= self.answer(part, tables, low)
                return found
            case Not(part):
                return self._alive[low:] & ~self.answer(part, tables, low)
            case Text():
                return tables.words(node, low)
            case Near() | InMoment():
                return tables.times(node)[low:]
        return self._gathered(low, lambda segment, at: self._leaf(node, segment, at))

    def _every(self, parts: Sequence[Node], tables: Tables, low: int) -> Mask:
        """Return which rows from ``low`` on answer all ``parts``, the rarest tags first.

        Once few rows are left, nothing but these is looked at, each time for what takes the least work.
        """
        tags = {part: self._how_many(part) for part in parts if isinstance(part, Tagged)}
        rest = [part for part in parts if part not in tags]
        ordered: list[Node] = [*sorted(tags, key=tags.__getitem__), *sorted(rest, key=_is_told_by_columns)]
        rarest = min(tags, key=tags.__getitem__, default=None)
        found = np.zeros(self.top - low, np.bool_)
        if rarest is not None and tags[rarest] * _RARE < self.top:
            rows: Ints = self.rows_tagged(rarest, low)
            ordered.remove(rarest)
        else:
            found |= self._alive[low:]
            while ordered and np.count_nonzero(found) * _FEW >= len(found):
                found &= self.answer(ordered.pop(0), tables, low)
            if not ordered:
                return found
            rows = np.flatnonzero(found)
            found[:] = False
        while ordered:
            work = {part: self._work(part, tags, len(rows)) for part in ordered}
            part = min(ordered, key=work.__getitem__)
            ordered.remove(part)
            rows = rows[self._among(rows, part, tables, low)]
        found[rows] = True
        return found

    def _work(self, part: Node, tags: Mapping[Tagged, int], rows: int) -> int:
        """Return about how many numbers are read to look ``part`` up for so many ``rows``."""
        if isinstance(part, Tagged):
            return min(tags[part], rows * STEPS)
        return 2 * rows if isinstance(part, _Columned) else self.top

    def _how_many(self, part: Tagged) -> int:
        """Return how many tags there are of those that ``part`` asks for, give or take roles and statuses."""
        return sum(each.segment.how_many(self.names.numbers_of(part.entries)) for each in self.held)

    def rows_tagged(self, part: Tagged, low: int) -> Ints:
        """Return the rows from ``low`` on, counted from it, that answer ``part``; some more than once."""
        found, numbers = [], self.names.numbers_of(part.entries)
        for each in self.held:
            places = each.segment.places_tagged(numbers, _codes_of(part))
            found.append(each.segment.rows[places if each.alive is None else places[each.alive[places]]])
        rows = np.concatenate(found or [np.zeros(0, np.int32)])
        return rows[rows >= low] - low if low else rows

    def _among(self, rows: Ints, part: Node, tables: Tables, low: int) -> Mask:
        """Return which of ``rows``, counted from ``low``, answer ``part``."""
        if not isinstance(part, Tagged | _Columned):
            return self.answer(part, tables, low)[rows]
        told = np.zeros(len(rows), np.bool_)
        for each in self.held:
            at, places = each.living_at(rows + low)
            told[at] = self._leaf(part, each.segment, places)
        return told

    def _leaf(self, node: Node, segment: Segment, at: At) -> Mask:
        match node:
            case Tagged():
                return segment.tagged(self.names.numbers_of(node.entries), _codes_of(node), at)
            case HasStatus(statuses):
                return segment.having_bits(STATUSES_COLUMN, status_bits(statuses), at)
            case Has(trait):
                return segment.having_bits("traits", TRAIT_BITS[trait], at)
            case Number(measure, least, most):
                return segment.within(measure, least, most, at)
            case LookedAt(least, most):
                return segment.within(LOOKED_COLUMN, least, most, at)
            case Period(dated, start, end):
                begun = segment.within(f"{dated}_start", start, None, at)
                if isinstance(at, slice):
                    return begun & segment.within(f"{dated}_end", None, end, at)
                begun[begun] = segment.within(f"{dated}_end", None, end, at[begun])
                return begun
            case Embargoed(today):
                return segment.within("embargo", timegm(today.timetuple()) + 1, None, at)
        raise TypeError(f"{type(node).__name__} has no meaning of its own: resolve names first")

    def _gathered(self, low: int, told: Callable[[Segment, slice], Mask]) -> Mask:
        """Return as a mask over rows from ``low`` on what ``told`` says of the clips of each segment."""
        gathered = np.zeros(max(self.top - low, 0), np.bool_)
        for each in self.held:
            first = each.segment.from_row(low)
            found = told(each.segment, slice(first, None))
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

    def with_whole_tag(self, numbers: Ints | None, codes: Mask) -> Mask:
        """Return which rows have a tag of the whole clip with one of ``codes``, of ``numbers`` (None: of any entry)."""
        whole = codes & _OF_WHOLE_CLIP
        if numbers is None:
            return self._gathered(0, lambda segment, at: segment.coded(whole, at))
        return self._gathered(0, lambda segment, at: segment.tagged(numbers, whole, at))

    def carrying(self, rows: Ints, entry: EntryId, codes: Mask) -> Mask:
        """Return which of ``rows`` have a tag of ``entry`` itself with one of ``codes``."""
        numbers = self.names.numbers_of(frozenset([entry]))
        return _at(self._gathered(0, lambda segment, at: segment.tagged(numbers, codes, at)), rows)

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
            mask = found[each.segment.stretch]
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


def _codes_of(part: Tagged) -> Mask:
    return coded(codes_of(part.roles or Role, part.statuses))


def _is_told_by_columns(part: Node) -> bool:
    return isinstance(part, _Columned)


def _at(mask: Mask, rows: Ints) -> Mask:
    """Return what ``mask`` has at ``rows``, False where it does not reach."""
    known = (rows >= 0) & (rows < len(mask))
    told = np.zeros(len(rows), np.bool_)
    told[known] = mask[rows[known]]
    return told


def _as_one(held: Sequence[Held]) -> Held:
    return Held(merged([(each.segment, each.alive_mask) for each in held]))
