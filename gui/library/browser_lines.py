"""Which lines the browser shows: saved searches, and the authority file narrowed to what a search leaves."""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import accumulate, repeat
from operator import itemgetter
from typing import overload

from core.model.ids import EntryId, SearchId
from core.model.vocabulary import EntryKind
from core.search.facets import Facet, FacetValue
from core.search.saved import SavedCount
from gui.library.listed import Authority, Listed, nested
from gui.words import msg

SHOWN_AT_FIRST = 40
"""How many entries a section lists before it offers the rest; the ones with most clips come first into the choice."""


class LineKind(enum.Enum):
    SECTION = "section"
    ENTRY = "entry"
    SEARCH = "search"
    MORE = "more"
    FACET = "facet"


class Shelf(enum.Enum):
    """A section that is no kind of entry."""

    SEARCHES = "search"


Section = EntryKind | Shelf | Facet
_NOBODY = Listed()


class Choice(enum.Enum):
    """Whether an entry is part of the search."""

    NONE = ""
    INCLUDED = msg("included")
    EXCLUDED = msg("excluded")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the browser.

    ``count`` is the clips of an entry or a saved search, or the entries of a section (with ``more`` at least so many)
    or of what MORE would add; ``depth`` counts parents.
    """

    kind: LineKind
    of: Section
    text: str
    count: int
    entry: EntryId | None = None
    depth: int = 0
    choice: Choice = Choice.NONE
    open: bool = True
    search: SearchId | None = None
    more: bool = False
    term: str = ""
    """What a value of a facet puts into the search."""

    @property
    def key(self) -> tuple[object, ...]:
        """What the line is for, whatever it says of it."""
        return self.kind, self.of, self.entry, self.search, self.term


@dataclass(frozen=True, slots=True)
class EntryLines:
    """The lines of entries of one kind, each made when it is looked at: there may be tens of thousands."""

    kind: EntryKind
    names: Listed
    places: Sequence[int]
    depths: Sequence[int]
    counts: Mapping[EntryId, int]
    included: Collection[EntryId]
    excluded: Collection[EntryId]

    def __len__(self) -> int:
        return len(self.places)

    def line(self, at: int) -> Line:
        """Return the line at ``at``."""
        entry, depth = self.names.entries[self.places[at]], self.depths[at]
        return Line(
            LineKind.ENTRY,
            self.kind,
            entry.label,
            self.counts.get(entry.id, 0),
            entry.id,
            depth,
            self._choice(entry.id),
        )

    def _choice(self, entry: EntryId) -> Choice:
        if entry in self.included:
            return Choice.INCLUDED
        return Choice.EXCLUDED if entry in self.excluded else Choice.NONE

    def ids(self) -> Sequence[EntryId]:
        """Return the entries, in order."""
        return [self.names.ids[place] for place in self.places]

    def place_of(self, entry: EntryId) -> int:
        """Return where the line of ``entry`` is, -1 where there is none."""
        place = self.names.places.get(entry, -1)
        return self.places.index(place) if place in self.places else -1


class Lines(Sequence[Line]):
    """The lines of the browser, top to bottom."""

    def __init__(self, parts: Sequence[Line | EntryLines]) -> None:
        self.parts = parts
        ends = accumulate((len(part) if isinstance(part, EntryLines) else 1 for part in parts), initial=0)
        self._starts = list(ends)

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        place = bisect_right(self._starts, at) - 1
        part = self.parts[place]
        return part.line(at - self._starts[place]) if isinstance(part, EntryLines) else part

    def are_for_the_same(self, other: Lines) -> bool:
        """Tell whether each line is for what that of ``other`` in its place is for, whatever they say of it."""
        if self._starts != other._starts:
            return False
        return all(_key(one) == _key(two) for one, two in zip(self.parts, other.parts, strict=True))

    def place_of(self, line: Line) -> int:
        """Return where the line for the same thing as ``line`` stands, -1 where there is none."""
        for start, part in zip(self._starts, self.parts, strict=False):
            if isinstance(part, Line):
                if part.key == line.key:
                    return start
            elif part.kind is line.of and line.entry is not None and (at := part.place_of(line.entry)) >= 0:
                return start + at
        return -1


def _key(part: Line | EntryLines) -> tuple[object, ...]:
    return part.key if isinstance(part, Line) else (part.kind, part.ids())


@dataclass(slots=True)
class BrowserState:
    """What the browser was told; ``lines`` says what follows from it."""

    authority: Authority = field(default_factory=dict)
    counts: Mapping[EntryId, int] = field(default_factory=dict)
    narrowed: bool = False
    included: Collection[EntryId] = frozenset()
    excluded: Collection[EntryId] = frozenset()
    words: str = ""
    closed: set[Section] = field(default_factory=lambda: set(Facet))
    whole: set[Section] = field(default_factory=set)
    searches: tuple[SavedCount, ...] = ()
    running: SearchId | None = None
    facets: tuple[FacetValue, ...] = ()
    terms: Collection[str] = frozenset()
    rough: bool = False
    """Whether values may be missing, for not all clips were read."""

    def lines(self) -> Lines:
        """Return every line, top to bottom."""
        entries = (part for kind in EntryKind for part in self._section(kind))
        return Lines([*self._saved(), *entries, *(line for facet in Facet for line in self._facet(facet))])

    def _facet(self, facet: Facet) -> Iterator[Line]:
        """Yield the values of a facet; the filter of the browser is for names and leaves them."""
        is_open = facet not in self.closed
        shown = [value for value in self.facets if value.facet is facet]
        yield Line(LineKind.SECTION, facet, "", len(shown) if is_open else 0, open=is_open, more=self.rough)
        for value in shown if is_open else ():
            choice = Choice.INCLUDED if value.term in self.terms else Choice.NONE
            yield Line(LineKind.FACET, facet, value.text, value.count, choice=choice, term=value.term)

    def _saved(self) -> Iterator[Line]:
        """Yield the saved searches; without any there is no section of them."""
        wanted = self.words.casefold().split()
        shown = [one for one in self.searches if all(word in one.search.name.casefold() for word in wanted)]
        if not self.searches:
            return
        is_open = Shelf.SEARCHES not in self.closed or bool(wanted)
        yield Line(LineKind.SECTION, Shelf.SEARCHES, "", len(shown), open=is_open)
        for one in shown if is_open else ():
            choice = Choice.INCLUDED if one.search.id == self.running else Choice.NONE
            yield Line(LineKind.SEARCH, Shelf.SEARCHES, one.search.name, one.count, choice=choice, search=one.search.id)

    def _section(self, kind: EntryKind) -> Iterator[Line | EntryLines]:
        names = self.authority.get(kind, _NOBODY)
        shown = self._shown(names)
        is_open = kind not in self.closed or bool(self.words)
        yield Line(LineKind.SECTION, kind, "", len(shown), open=is_open)
        if not is_open:
            return
        kept = shown if kind in self.whole else self._most_used(names, shown)
        places, depths = names.nested if len(kept) == len(names.ids) else nested(kept, names)
        if places:
            yield EntryLines(kind, names, places, depths, self.counts, self.included, self.excluded)
        if len(kept) < len(shown):
            yield Line(LineKind.MORE, kind, "", len(shown) - len(kept))

    def _shown(self, names: Listed) -> Sequence[int]:
        """Return the places of the entries that fit the words of the filter and are left by the search, or part of it.

        There may be tens of thousands, and this is done with every letter: hence no call for each of them.
        """
        places: Sequence[int] = range(len(names.ids))
        texts, ids, counts = names.texts, names.ids, self.counts
        for word in self.words.casefold().split():
            places = [place for place in places if word in texts[place]]
        if self.narrowed:
            chosen = self._chosen()
            places = [place for place in places if ids[place] in counts or ids[place] in chosen]
        return places

    def _most_used(self, names: Listed, shown: Sequence[int]) -> Sequence[int]:
        """Return those of ``shown`` with most clips, in their order, and all that are part of the search."""
        if len(shown) <= SHOWN_AT_FIRST:
            return shown
        ids, chosen = names.ids, self._chosen()
        uses = list(map(self.counts.get, ids if len(shown) == len(ids) else itemgetter(*shown)(ids), repeat(0)))
        most = nlargest(SHOWN_AT_FIRST, range(len(shown)), key=uses.__getitem__)
        first = [at for at, place in enumerate(shown) if ids[place] in chosen] if chosen else []
        kept = list(dict.fromkeys((*first, *most)))[:SHOWN_AT_FIRST]
        return [shown[at] for at in sorted(kept)]

    def _chosen(self) -> Collection[EntryId]:
        return {*self.included, *self.excluded}
