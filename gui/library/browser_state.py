"""Which lines the browser shows: saved searches, and the authority file narrowed to what a search leaves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from heapq import nsmallest
from itertools import chain, islice

from core.model.ids import EntryId, SearchId
from core.model.vocabulary import EntryKind
from core.search.facets import Facet, FacetValue
from core.search.saved import SavedCount
from core.values import dataclass
from gui.library.browser_lines import FOLDED_AT_FIRST, Choice, EntryLines, Line, LineKind, Lines, Section, Shelf
from gui.library.listed import Authority, Listed, nested

SHOWN_AT_FIRST = 40
"""How many entries a section lists before it offers the rest; the ones with most clips come first into the choice."""

_NOBODY = Listed()


@dataclass(frozen=True, slots=True)
class Kept:
    """The names of one kind that are listed, of ``total`` that could be."""

    total: int
    lines: EntryLines


Names = Mapping[EntryKind, Kept]


@dataclass(frozen=True, slots=True)
class Wish:
    """Which names are to be listed; ``answer`` may be asked for on any thread, for it looks at all there are."""

    authority: Authority = field(default_factory=dict)
    counts: Mapping[EntryId, int] = field(default_factory=dict)
    narrowed: bool = False
    included: frozenset[EntryId] = frozenset()
    excluded: frozenset[EntryId] = frozenset()
    words: str = ""
    whole: frozenset[Section] = frozenset()

    def answer(self) -> Names:
        """Return what is listed of each kind."""
        return {kind: self._kept(kind, self.authority.get(kind, _NOBODY)) for kind in EntryKind}

    def _kept(self, kind: EntryKind, names: Listed) -> Kept:
        fitting = self._fitting(names)
        shown = fitting if kind in self.whole else self._most_used(names, fitting)
        places, depths = names.nested if len(shown) == len(names.ids) else nested(shown, names)
        return Kept(len(fitting), EntryLines(kind, names, places, depths, self.counts, self.included, self.excluded))

    def _fitting(self, names: Listed) -> Sequence[int]:
        """Return the places of the entries that fit the words of the filter and are left by the search, or part of it.

        There may be tens of thousands, and this is done with every letter: hence no call for each of them.
        """
        places: Sequence[int] = range(len(names.ids))
        if self.narrowed:
            left = names.places.keys() & {*self.counts, *self.included, *self.excluded}
            places = sorted(map(names.places.__getitem__, left))
        texts = names.texts
        for word in self.words.casefold().split():
            places = [place for place in places if word in texts[place]]
        return places

    def _most_used(self, names: Listed, fitting: Sequence[int]) -> Sequence[int]:
        """Return those of ``fitting`` with most clips, in their order, and all that are part of the search."""
        if len(fitting) <= SHOWN_AT_FIRST:
            return fitting
        ids, counts = names.ids, self.counts
        chosen = [
            place for entry in (*self.included, *self.excluded) if (place := names.places.get(entry, -1)) in fitting
        ]
        used: Iterable[int] = fitting
        if len(fitting) == len(ids):
            used = map(names.places.__getitem__, names.places.keys() & counts.keys())
        most = nsmallest(SHOWN_AT_FIRST, ((-counts.get(ids[place], 0), place) for place in used))
        ordered = chain(chosen, (place for _, place in most), fitting)
        return sorted(islice(dict.fromkeys(islice(ordered, 3 * SHOWN_AT_FIRST)), SHOWN_AT_FIRST))


@dataclass(slots=True)
class BrowserState:
    """What the browser was told and knows by now; ``lines`` says what follows from it, however many names there are."""

    wish: Wish = field(default_factory=Wish)
    names: Names = field(default_factory=dict)
    """What answers the wish; while it is on its way, what answered the one before."""
    closed: set[Section] = field(default_factory=lambda: set(FOLDED_AT_FIRST))
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
        wanted = self.wish.words.casefold().split()
        shown = [one for one in self.searches if all(word in one.search.name.casefold() for word in wanted)]
        if not self.searches:
            return
        is_open = Shelf.SEARCHES not in self.closed or bool(wanted)
        yield Line(LineKind.SECTION, Shelf.SEARCHES, "", len(shown), open=is_open)
        for one in shown if is_open else ():
            choice = Choice.INCLUDED if one.search.id == self.running else Choice.NONE
            yield Line(LineKind.SEARCH, Shelf.SEARCHES, one.search.name, one.count, choice=choice, search=one.search.id)

    def _section(self, kind: EntryKind) -> Iterator[Line | EntryLines]:
        kept = self.names.get(kind)
        total = 0 if kept is None else kept.total
        is_open = kind not in self.closed or bool(self.wish.words)
        yield Line(LineKind.SECTION, kind, "", total, open=is_open)
        if kept is None or not is_open:
            return
        if len(kept.lines):
            yield kept.lines
        if len(kept.lines) < total:
            yield Line(LineKind.MORE, kind, "", total - len(kept.lines))
