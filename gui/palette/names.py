"""The names of the authority file, found by their beginnings or by letters scattered in them; for any thread."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from heapq import nsmallest
from itertools import accumulate, islice

from core.model.vocabulary import EntryKind
from core.search.ranking import ByUse
from core.search.suggest import NameMatch
from core.values import dataclass
from gui.palette.closeness import closeness, line_of, scattered, target, typed

_A_BLOCK = 1_000
"""So many names are looked at in one go, between two moments in which other threads may run."""
_CANDIDATES = 400
"""Of the names that hold the letters scattered, so many of the most used are compared."""
_FEWEST_LETTERS = 2
"""From so many letters on, names that merely hold them are looked for."""


@dataclass(frozen=True, slots=True)
class NamesFound:
    """The entries that answer ``text``, the likeliest first."""

    text: str
    names: tuple[NameMatch, ...]


class _Block:
    """Some names as one text, a line each."""

    def __init__(self, names: Sequence[str]) -> None:
        lines = [line_of(name) for name in names]
        self._text = "\n".join(lines)
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def holding(self, letters: str) -> Iterator[int]:
        """Yield the places of the names that hold ``letters`` in their order."""
        for found in scattered(letters).finditer(self._text):
            yield bisect_right(self._starts, found.start()) - 1


class Names:
    """The names as they were when this was made, which reads all of them once."""

    def __init__(self, by_use: ByUse) -> None:
        self._by_use = by_use
        self._all = by_use.everyone()
        self._shown = [by_use.match(entry).shown for entry in self._all]
        self._blocks = [_Block(self._shown[first : first + _A_BLOCK]) for first in range(0, len(self._all), _A_BLOCK)]

    def find(self, text: str, kinds: Collection[EntryKind] = tuple(EntryKind), limit: int = 12) -> NamesFound:
        """Return at most ``limit`` names: those that begin so first, by use, then those that hold the letters."""
        found = {match.entry.id: match for match in self._by_use.complete(text, kinds, limit)}
        letters = typed(text).letters
        if len(found) < limit and len(letters) >= _FEWEST_LETTERS:
            for match in self._scattered(text, letters, kinds, limit):
                found.setdefault(match.entry.id, match)
        return NamesFound(text, tuple(islice(found.values(), limit)))

    def _scattered(self, text: str, letters: str, kinds: Collection[EntryKind], limit: int) -> list[NameMatch]:
        wanted = typed(text)
        near = (
            (close, place)
            for place in islice(self._holding(letters, kinds), _CANDIDATES)
            if (close := closeness(wanted, target(self._shown[place]))) is not None
        )
        return [self._by_use.match(self._all[place]) for _, place in nsmallest(limit, near)]

    def _holding(self, letters: str, kinds: Collection[EntryKind]) -> Iterator[int]:
        for number, block in enumerate(self._blocks):
            for place in block.holding(letters):
                if self._all[number * _A_BLOCK + place].kind in kinds:
                    yield number * _A_BLOCK + place
