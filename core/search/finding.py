"""Finding clips and moments: the index first, then what it cannot know, read from the clips it leaves.

An index knows which tags a clip has, not at which of its times.  A query that asks for that takes the time of reading
every clip that may answer; any other is answered by the index alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from core.model.clip import Clip, Moment
from core.model.ids import ClipId, EntryId
from core.ports.index import Index, Order
from core.search.bounds import needs_reading, widest, widest_of_moments
from core.search.matching import matches
from core.search.meant import CloseNames, Meant, meant
from core.search.moments import MomentFound, found_in
from core.search.parser import Query, parse
from core.search.resolve import resolve
from core.search.tree import STANDING, Node
from core.search.why import Authority, Reason, why

_AT_ONCE = 64
"""How many clips are looked up at once; so many more than wanted may be read."""

ReadClip = Callable[[ClipId], Clip | None]


class FindingNames(Authority, CloseNames, Protocol):
    """The authority file as finding needs it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: rows of the index in order, and how the text was understood.

    ``meant`` is what was looked for instead, where what was typed finds nothing.  ``carried`` are the entries each
    clip stands for, where clips had to be read.
    """

    rows: Sequence[int]
    query: Query
    node: Node
    meant: Meant | None = None
    carried: tuple[frozenset[EntryId], ...] | None = None


@dataclass(frozen=True, slots=True)
class FoundMoments:
    """Moments that answer a query, the newest clip first, found as they are asked for.

    ``most`` is how many clips may have some.
    """

    moments: Iterator[MomentFound]
    query: Query
    most: int


class Finder:
    """Answers queries over one archive; safe to use from any thread."""

    def __init__(self, index: Index[Node], clip: ReadClip, names: FindingNames) -> None:
        self._index = index
        self._clip = clip
        self._names = names

    def search(self, text: str, today: date, order: Order = Order.ADDED) -> Found:
        """Return the clips that answer ``text``; with the switch for moments, those that have such a moment."""
        query = parse(text, today)
        node = resolve(query.node, self._names)
        if query.moments:
            return self._read(query, node, order, widest_of_moments(node), lambda clip: bool(found_in(clip, node)))
        if needs_reading(node):
            return self._read(query, node, order, widest(node), lambda clip: matches(node, clip))
        return Found(self._index.find(node, order), query, node)

    def search_forgiving(self, text: str, today: date, order: Order = Order.ADDED) -> Found:
        """Return what ``search`` does; where that is nothing, what was probably meant, if that can be told."""
        found = self.search(text, today, order)
        if found.rows or found.query.errors:
            return found
        instead = self.meant(text, today)
        return found if instead is None else replace(self.search(instead.text, today, order), meant=instead)

    def meant(self, text: str, today: date) -> Meant | None:
        """Return what was meant by ``text``, where it finds nothing and that can be told."""
        return meant(text, self._names, self._may_answer, today)

    def _may_answer(self, node: Node) -> int:
        return len(self._index.find(widest(resolve(node, self._names))))

    def moments(self, text: str, today: date, order: Order = Order.ADDED) -> FoundMoments:
        """Return the moments that answer ``text``: clips in ``order``, in each by in point; the switch may be there."""
        query = parse(text, today)
        node = resolve(query.node, self._names)
        rows = self._index.find(widest_of_moments(node), order)
        found = (moment for _, clip in self._clips(rows) for moment in found_in(clip, node))
        return FoundMoments(found, query, len(rows))

    def counts(self, found: Found) -> Mapping[EntryId, int]:
        """Return how many of the clips found stand for each entry: carry it, or what lies in or leads to it."""
        if found.carried is None:
            return self._index.counts(found.node)
        return Counter(entry for entries in found.carried for entry in entries)

    def why(self, found: Query, clip: Clip, moment: Moment | None = None) -> tuple[Reason, ...]:
        """Return why ``clip``, or it seen through ``moment``, answers."""
        return why(clip, found.node, self._names, moment)

    def _read(self, query: Query, node: Node, order: Order, may: Node, answers: Callable[[Clip], bool]) -> Found:
        rows: list[int] = []
        carried: list[frozenset[EntryId]] = []
        for row, clip in self._clips(self._index.find(may, order)):
            if answers(clip):
                rows.append(row)
                carried.append(self.stands_for(clip))
        return Found(rows, query, node, carried=tuple(carried))

    def _clips(self, rows: Sequence[int]) -> Iterator[tuple[int, Clip]]:
        """Yield the clips of ``rows`` as they are asked for, without those that are gone."""
        for start in range(0, len(rows), _AT_ONCE):
            ids = self._index.clip_ids(rows[start : start + _AT_ONCE])
            places = self._index.rows(ids)
            for clip_id in ids:
                clip = self._clip(clip_id)
                if clip is not None and clip_id in places:
                    yield places[clip_id], clip

    def stands_for(self, clip: Clip) -> frozenset[EntryId]:
        """Return the entries ``clip`` counts for: those it carries, and those they lie in or lead to."""
        found: set[EntryId] = set()
        for tag in clip.tags:
            entry = self._names.get(tag.entry) if tag.status in STANDING else None
            while entry is not None and entry.id not in found:
                found.add(entry.id)
                entry = self._names.get(entry.parent) if entry.parent else None
        return frozenset(found)
