"""Finding clips and moments: the index says which answer, and only moments that are looked at are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from core.model.clip import Clip, Moment
from core.model.ids import ClipId, EntryId
from core.ports.index import Index, Order
from core.search.meant import CloseNames, Meant, meant
from core.search.moments import MomentFound, found_in
from core.search.parser import Query, parse
from core.search.resolve import resolve
from core.search.tree import Among, InMoment, LookedAt, Node, rewritten
from core.search.why import Authority, Reason, why
from core.values import dataclass

_AT_ONCE = 64
"""How many clips are looked up at once."""

ReadClip = Callable[[ClipId], Clip | None]


class FindingNames(Authority, CloseNames, Protocol):
    """The authority file as finding needs it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: rows of the index in order, and how the text was understood.

    ``meant`` is what was looked for instead, where what was typed finds nothing.
    """

    rows: Sequence[int]
    query: Query
    node: Node
    meant: Meant | None = None


@dataclass(frozen=True, slots=True)
class FoundMoments:
    """Moments that answer a query, read as they are asked for, and the ``clips`` that have them."""

    moments: Iterator[MomentFound]
    clips: Found

    @property
    def query(self) -> Query:
        return self.clips.query


class Finder:
    """Answers queries over one archive; safe to use from any thread."""

    def __init__(self, index: Index[Node], clip: ReadClip, names: FindingNames) -> None:
        self._index = index
        self._clip = clip
        self._names = names

    def search(self, text: str, today: date, order: Order = Order.ADDED) -> Found:
        """Return the clips that answer ``text``; with the switch for moments, those that have such a moment."""
        query = parse(text, today)
        return self._found(query, query.moments, order)

    def _found(self, query: Query, moments: bool, order: Order) -> Found:
        resolved = resolve(query.node, self._names)
        node = InMoment(resolved) if moments else resolved
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
        return len(self._index.find(resolve(node, self._names)))

    def moments(self, text: str, today: date, order: Order = Order.ADDED) -> FoundMoments:
        """Return the moments that answer ``text``: clips in ``order``, in each by in point; the switch may be there."""
        query = parse(text, today)
        clips = self._found(query, True, order)
        node = self._settled(resolve(query.node, self._names))
        return FoundMoments((one for clip in self._clips(clips.rows) for one in found_in(clip, node)), clips)

    def how_many(self, found: FoundMoments) -> int:
        """Return how many moments answer, without reading them."""
        return self._index.moments(resolve(found.query.node, self._names))

    def counts(self, found: Found) -> Mapping[EntryId, int]:
        """Return how many of the clips found stand for each entry: carry it, or what lies in or leads to it."""
        return self._index.counts(found.node)

    def why(self, found: Query, clip: Clip, moment: Moment | None = None) -> tuple[Reason, ...]:
        """Return why ``clip``, or it seen through ``moment``, answers."""
        return why(clip, self._settled(found.node, clip.id), self._names, moment)

    def _settled(self, node: Node, clip: ClipId | None = None) -> Node:
        """Return ``node`` with the clips named of which so much was looked at, or ``clip`` where it is one of them."""
        only = None if clip is None else frozenset(self._index.rows([clip]).values())

        def leaf(part: Node) -> Node:
            if not isinstance(part, LookedAt):
                return part
            rows = self._index.find(part)
            return Among(frozenset(self._index.clip_ids([row for row in rows if only is None or row in only])))

        return rewritten(node, leaf)

    def _clips(self, rows: Sequence[int]) -> Iterator[Clip]:
        """Yield the clips of ``rows`` as they are asked for, without those that are gone."""
        for start in range(0, len(rows), _AT_ONCE):
            for clip_id in self._index.clip_ids(rows[start : start + _AT_ONCE]):
                clip = self._clip(clip_id)
                if clip is not None:
                    yield clip
