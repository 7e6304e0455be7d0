"""The numbers of entries, and which entries a tag counts for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from core.model.ids import EntryId
from core.storage.postings.arrays import Ints, Lists, joined, starts_of

_MOST_ASKED_FOR = 256

NameRow = tuple[int, str, int | None, int]
"""An entry's number, its id, the number of what it leads to or lies in, and whether it leads there."""


class _Nothing:
    """No entries at all."""

    numbers: Mapping[EntryId, int] = {}
    ids: Mapping[int, EntryId] = {}
    above: Mapping[int, int] = {}
    leading: frozenset[int] = frozenset()


class Names:
    """The entries there are.

    A tag counts for its entry and all that this lies in or leads to, but for none of them that leads to another:
    ``reach`` has the numbers of those it counts for, by the number of its entry.  Numbers are below ``size``.
    ``edition`` is the last one in which an entry came, ``moved`` that in which one that was there took another place.
    """

    def __init__(self, edition: int, moved: int, rows: Sequence[NameRow], before: Names | None = None) -> None:
        """Take all entries, or those that came after ``before``."""
        self.edition = edition
        self.moved = moved
        known = before or _Nothing
        self.numbers: Mapping[EntryId, int] = {**known.numbers, **{EntryId(row[1]): row[0] for row in rows}}
        self.ids: Mapping[int, EntryId] = {**known.ids, **{row[0]: EntryId(row[1]) for row in rows}}
        self._asked_for: dict[frozenset[EntryId], Ints] = {}
        self.size: int = max(self.ids, default=0) + 1
        self.above: Mapping[int, int] = {**known.above, **{row[0]: row[2] for row in rows if row[2] is not None}}
        self.leading: frozenset[int] = known.leading | {row[0] for row in rows if row[3]}
        reach = self._reach_from(before.size if before else 0)
        self.reach: Lists = joined([before.reach, reach]) if before else reach

    def _reach_from(self, first: int) -> Lists:
        above, leading = self.above, self.leading
        reached = [[at for at in _reached(number, above) if at not in leading] for number in range(first, self.size)]
        numbers = np.array([number for each in reached for number in each], np.int32)
        return Lists(starts_of(np.array([len(each) for each in reached], np.int32)), numbers)

    @property
    def kind(self) -> type[np.uint16 | np.int32]:
        """The smallest type that holds every number."""
        return np.uint16 if self.size <= 1 << 16 else np.int32

    def numbers_of(self, entries: frozenset[EntryId]) -> Ints:
        """Return the numbers of those of ``entries`` that have one, in order; a search asks for the same ones often."""
        numbers = self._asked_for.get(entries)
        if numbers is None:
            if len(self._asked_for) >= _MOST_ASKED_FOR:
                self._asked_for.clear()
            known = filter(None, map(self.numbers.get, entries))  # none is 0
            numbers = self._asked_for[entries] = np.array(sorted(known), np.int32)
        return numbers


def names_of(reader: sqlite3.Connection, edition: int, moved: int, known: Names | None) -> Names:
    """Return the entries as ``reader`` sees them, whose marks are given; ``known`` are those of an earlier edition."""
    if known is not None and known.edition == edition:
        return known
    before = known if known is not None and known.moved == moved else None
    query = (
        "SELECT below.number, below.id, upper.number, below.redirected FROM entry AS below"
        " LEFT JOIN entry AS upper ON upper.id = below.above WHERE below.number >= ?"
    )
    return Names(edition, moved, reader.execute(query, (before.size if before else 0,)).fetchall(), before)


def _reached(number: int, above: Mapping[int, int]) -> Iterator[int]:
    """Yield ``number`` and all above it, each once, also where they lie in a circle."""
    seen = {number}
    yield number
    while (number := above.get(number, number)) not in seen:
        seen.add(number)
        yield number
