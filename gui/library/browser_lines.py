"""The lines of the browser: sections, saved searches, names, values of facets."""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from typing import overload

from core.model.ids import EntryId, SearchId
from core.model.vocabulary import EntryKind
from core.search.facets import Facet
from core.values import dataclass
from gui.library.listed import Listed
from gui.words import msg


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
SECTIONS: Sequence[Section] = (*Shelf, *EntryKind, *Facet)
FOLDED_AT_FIRST: frozenset[Section] = frozenset(Facet)


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


@dataclass(frozen=True, slots=True, eq=False)
class EntryLines:
    """The lines of entries of one kind, each made when it is looked at: there may be tens of thousands.

    Those are the same that are made of the same: to compare all counts takes longer than to paint what is seen.
    """

    kind: EntryKind
    names: Listed
    places: Sequence[int]
    depths: Sequence[int]
    counts: Mapping[EntryId, int]
    included: Collection[EntryId]
    excluded: Collection[EntryId]

    def __len__(self) -> int:
        return len(self.places)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, EntryLines) or self.counts is not other.counts:
            return False
        chosen = self.included == other.included and self.excluded == other.excluded
        return chosen and self.depths == other.depths and self.lists_the_same(other)

    def __hash__(self) -> int:
        return hash((self.kind, len(self.places)))

    def lists_the_same(self, other: EntryLines) -> bool:
        """Return whether ``other`` has the same entries in the same order, whatever is said of them."""
        if self.kind is not other.kind or len(self.places) != len(other.places):
            return False
        return self.places == other.places if self.names is other.names else self.ids() == other.ids()

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
        return all(map(_are_for_the_same, self.parts, other.parts))

    def place_of(self, line: Line) -> int:
        """Return where the line for the same thing as ``line`` stands, -1 where there is none."""
        for start, part in zip(self._starts, self.parts, strict=False):
            if isinstance(part, Line):
                if part.key == line.key:
                    return start
            elif part.kind is line.of and line.entry is not None and (at := part.place_of(line.entry)) >= 0:
                return start + at
        return -1


def _are_for_the_same(one: Line | EntryLines, other: Line | EntryLines) -> bool:
    if isinstance(one, EntryLines):
        return isinstance(other, EntryLines) and one.lists_the_same(other)
    return isinstance(other, Line) and one.key == other.key
