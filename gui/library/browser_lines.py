"""Which lines the browser shows: saved searches, and the authority file narrowed to what a search leaves."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import repeat
from operator import itemgetter

from core.model.ids import EntryId, SearchId
from core.model.vocabulary import Entry, EntryKind
from core.search.facets import Facet, FacetValue
from core.search.saved import SavedCount
from gui.library.listed import Authority, Listed
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

    def lines(self) -> list[Line]:
        """Return every line, top to bottom."""
        entries = (line for kind in EntryKind for line in self._section(kind))
        return [*self._saved(), *entries, *(line for facet in Facet for line in self._facet(facet))]

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

    def _section(self, kind: EntryKind) -> Iterator[Line]:
        names = self.authority.get(kind, _NOBODY)
        shown = self._shown(names)
        is_open = kind not in self.closed or bool(self.words)
        yield Line(LineKind.SECTION, kind, "", len(shown), open=is_open)
        if not is_open:
            return
        kept = shown if kind in self.whole else self._most_used(names, shown)
        for entry, depth in _nested([names.entries[place] for place in kept], names):
            yield Line(
                LineKind.ENTRY, kind, entry.label, self.counts.get(entry.id, 0), entry.id, depth, self._choice(entry.id)
            )
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

    def _choice(self, entry: EntryId) -> Choice:
        if entry in self.included:
            return Choice.INCLUDED
        return Choice.EXCLUDED if entry in self.excluded else Choice.NONE


def _nested(entries: list[Entry], names: Listed) -> Iterator[tuple[Entry, int]]:
    """Yield ``entries`` with their depth, each below the nearest of its parents that is listed as well."""
    listed = {entry.id for entry in entries}
    children: dict[EntryId | None, list[Entry]] = {}
    for entry in entries:
        children.setdefault(_listed_parent(entry, listed, names), []).append(entry)
    waiting = [(entry, 0) for entry in reversed(children.get(None, []))]
    while waiting:
        entry, depth = waiting.pop()
        yield entry, depth
        waiting += [(child, depth + 1) for child in reversed(children.get(entry.id, []))]


def _listed_parent(entry: Entry, listed: Collection[EntryId], names: Listed) -> EntryId | None:
    seen = {entry.id}
    parent = entry.parent
    while parent is not None and parent not in seen:
        if parent in listed and _is_root_of(parent, entry.id, names):
            return parent
        seen.add(parent)
        above = names.get(parent)
        parent = above.parent if above is not None else None
    return None


def _is_root_of(above: EntryId, below: EntryId, names: Listed) -> bool:
    """Tell whether ``above`` does not lie below ``below`` itself: a ring of parents is no tree."""
    seen: set[EntryId] = set()
    at: EntryId | None = above
    while at is not None and at not in seen:
        if at == below:
            return False
        seen.add(at)
        entry = names.get(at)
        at = entry.parent if entry is not None else None
    return True
