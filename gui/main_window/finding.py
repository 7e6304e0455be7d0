"""One search, done off the GUI thread."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from core.app import Archive, Found
from core.model.ids import ClipId, EntryId, MomentId
from core.model.vocabulary import EntryKind
from core.ports.index import Order
from core.search.days import Days, Group
from core.search.entry_groups import EntryGroup, by_entry
from core.search.meant import Meant
from core.search.moments import MomentFound
from core.search.parser import Query, QueryError
from core.search.switch import without_switch
from core.search.tree import EVERYTHING
from core.search.why import Reason
from core.values import dataclass
from gui.library import MomentCard, moment_card
from gui.main_window.headings import sections_of
from gui.widgets import Section

FIRST_PAGE = 200
"""How many clips are shown before all that answer are found and counted: more than a window has room for."""

FIRST_MOMENTS = 60
"""How many moments are shown before the others are looked for."""

MOST_MOMENTS = 10_000
"""How many moments are shown; a query that finds more is better narrowed."""


class Parting(enum.StrEnum):
    """What parts the clips of a result, each part under a heading."""

    NONE = "none"
    DAY = "day"
    LOCATION = "location"
    PRODUCTION = "production"


_KINDS = {Parting.LOCATION: EntryKind.LOCATION, Parting.PRODUCTION: EntryKind.PRODUCTION}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be found; ``exact`` where only what was typed will do, ``most`` moments at once.

    With ``backward`` clips come in ``order`` turned round; days part only those in the order of Order.SHOT.
    """

    text: str
    order: Order
    exact: bool = False
    most: int = FIRST_MOMENTS
    backward: bool = False
    parting: Parting = Parting.NONE


@dataclass(frozen=True, slots=True)
class Result:
    """What a search found: rows of the index, counts of entries, what was not understood, the number of clips.

    ``sections`` are headings that part the rows, where that was asked for.
    ``meant`` is what was looked for instead; ``moments`` are the moments found, None where clips were asked for, and
    with ``more`` there may be others.
    """

    text: str
    order: Order
    rows: Sequence[int]
    counts: Mapping[EntryId, int]
    errors: tuple[QueryError, ...]
    total: int
    query: Query
    meant: Meant | None = None
    moments: tuple[MomentCard, ...] | None = None
    more: bool = False
    sections: tuple[Section, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether the search asks for something."""
        return bool(self.text.strip())


class Finding:
    """Searches one archive; a moment keeps its number for as long as the window is open."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.days = Days(archive.index.clip_ids, archive.catalog.clip)
        self._numbers: dict[tuple[ClipId, MomentId], int] = {}
        self._rows: Sequence[int] = ()

    def first(self, wish: Wish) -> tuple[Found, Sequence[int]]:
        """Return what answers exactly what was typed, and the first rows of it; of everything, all rows."""
        found = self._archive.search(wish.text, wish.order)
        return found, found.rows if found.node == EVERYTHING else found.rows[:FIRST_PAGE]

    def find(self, wish: Wish, wanted: Callable[[], bool] = lambda: True, known: Found | None = None) -> Result | None:
        """Search, and count what the results carry; None as soon as the answer is not ``wanted`` any more.

        ``known`` is what ``first`` returned for ``wish``, where that was asked just now.
        """
        if without_switch(wish.text)[1]:
            return self._find_moments(wish, wanted)
        archive = self._archive
        found = known if known and known.rows else archive.search(wish.text, wish.order, forgiving=not wish.exact)
        counts = archive.counts(found)
        rows = found.rows[::-1] if wish.backward else found.rows
        rows, groups = self._parted(wish, rows, counts)
        if not _are_same(rows, self._rows):
            self._rows = rows
        return Result(
            wish.text, wish.order, self._rows, counts, found.query.errors, len(archive.index), found.query, found.meant,
            sections=sections_of(groups),
        )  # fmt: skip

    def _parted(
        self, wish: Wish, rows: Sequence[int], counts: Mapping[EntryId, int]
    ) -> tuple[Sequence[int], Sequence[Group | EntryGroup]]:
        """Return ``rows`` in the order in which groups part them, and the groups."""
        if wish.parting is Parting.DAY and wish.order is Order.SHOT:
            return rows, self.days.groups(rows)
        if rows and wish.parting in _KINDS:
            archive = self._archive
            return by_entry(rows, _KINDS[wish.parting], counts, archive.index, archive.vocabulary)
        return rows, ()

    def _find_moments(self, wish: Wish, wanted: Callable[[], bool]) -> Result | None:
        archive, meant = self._archive, None
        found = archive.moments(wish.text, wish.order)
        taken = self._taken(found.moments, wish.most, wanted)
        if taken == [] and not wish.exact and not found.query.errors:
            meant = archive.finder.meant(wish.text, archive.today)
            found = archive.moments(meant.text, wish.order) if meant else found
            taken = self._taken(found.moments, wish.most, wanted) if meant else taken
        if taken is None:
            return None
        rows = archive.index.rows({one.clip.id for one in taken})
        counts = archive.counts(found.clips)
        cards = tuple(moment_card(one, self._number(one), rows[one.clip.id]) for one in taken if one.clip.id in rows)
        return Result(
            wish.text, wish.order, tuple(dict.fromkeys(card.clip_row for card in cards)), counts, found.query.errors,
            len(archive.index), found.query, meant, cards, more=len(taken) == wish.most,
        )  # fmt: skip

    def _taken(self, moments: Iterator[MomentFound], most: int, wanted: Callable[[], bool]) -> list[MomentFound] | None:
        taken = []
        for one in islice(moments, most):
            if not wanted():
                return None
            taken.append(one)
        return taken

    def _number(self, found: MomentFound) -> int:
        return self._numbers.setdefault((found.clip.id, found.moment.id), len(self._numbers))


def _are_same(one: Sequence[int], other: Sequence[int]) -> bool:
    """Return whether both have the same rows: what an edit leaves as it was need not be laid out and painted anew.

    How many there are is found here, and not when the window asks.
    """
    return len(one) == len(other) and one[:] == other[:]


def why_found(archive: Archive, query: Query, row: int, moment: MomentId | None) -> tuple[Reason, ...]:
    """Return why the clip in ``row`` of the index, or one moment of it, answers ``query``; nothing where it is gone."""
    clips = archive.index.clip_ids([row])
    found = archive.catalog.clip(clips[0]) if clips else None
    if found is None:
        return ()
    through = next((one for one in found.moments if one.id == moment), None)
    return archive.finder.why(query, found, through)
