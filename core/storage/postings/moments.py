"""The moments of all clips, in arrays: when they are, and the tags that speak of them.

Most archives are never asked for what holds at a time: so these are read when somebody asks first, then followed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from core.search.tree import Text
from core.storage.index_moments import moments_with
from core.storage.index_packing import CODES, ENTRY_SHIFT, is_whole
from core.storage.index_writing import listed
from core.storage.postings.arrays import Ints, Mask, narrowed, spans, starts_of
from core.values import dataclass

_AT_ONCE = 10_000
_SELECTED = "SELECT row, spans, tagged, tags FROM"
_OF_WHOLE_CLIP = np.array([is_whole(code) for code in range(CODES)])


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """Moments, those of a clip side by side and in the order of their in points.

    Each starts and ends at a tick of its clip, of which ``units`` are a second.  Tag i is on moment ``tagged[i]``.
    """

    rows: Ints
    starts: Ints
    ends: Ints
    units: Ints
    tagged: Ints
    entries: Ints
    codes: Ints

    def __len__(self) -> int:
        return len(self.rows)

    def small(self) -> Moments:
        """Return the same in less memory."""
        return replace(self, starts=narrowed(self.starts), ends=narrowed(self.ends), units=narrowed(self.units))

    def with_tag(self, entries: Mask | None, codes: Mask) -> Mask:
        """Return which moments have a tag of one of ``entries`` (None: of any) with one of ``codes``."""
        chosen = codes[self.codes] if entries is None else codes[self.codes] & entries[self.entries]
        found = np.zeros(len(self), np.bool_)
        found[self.tagged[chosen]] = True
        return found

    def first_of(self, rows: Ints) -> Ints:
        """Return where the moments of each of ``rows``, which have some, begin."""
        begins = np.flatnonzero(np.diff(self.rows, prepend=-1))
        order = np.argsort(self.rows[begins], kind="stable")
        firsts: Ints = begins[order][np.searchsorted(self.rows[begins], rows, sorter=order)]
        return firsts

    def without(self, rows: Ints) -> Moments:
        """Return these moments without those of ``rows``."""
        kept = ~np.isin(self.rows, rows)
        moved, tags = np.cumsum(kept) - 1, kept[self.tagged]
        return Moments(
            self.rows[kept],
            self.starts[kept],
            self.ends[kept],
            self.units[kept],
            moved[self.tagged[tags]].astype(self.tagged.dtype),
            self.entries[tags],
            self.codes[tags],
        )


@dataclass(frozen=True, slots=True, eq=False)
class AllMoments:
    """The moments of one edition of the index: those whose ticks are 64-bit numbers, and the few whose are larger."""

    edition: int
    usual: Moments
    large: Moments

    def followed(self, edition: int, rows: Ints, changed: AllMoments) -> AllMoments:
        """Return the moments of a later edition, which changed ``rows``, what they have now being ``changed``."""
        usual = _together([self.usual.without(rows), changed.usual])
        return AllMoments(edition, usual, _together([self.large.without(rows), changed.large]))


def all_moments(reader: sqlite3.Connection, edition: int) -> AllMoments:
    """Return the moments of every clip."""
    return _loaded(reader.execute(f"{_SELECTED} moment JOIN carried USING (row) ORDER BY row"), edition)


def some_moments(reader: sqlite3.Connection, edition: int, rows: Sequence[int]) -> AllMoments:
    """Return the moments of those of ``rows`` that have some."""
    query = f"{_SELECTED} json_each(?) CROSS JOIN moment ON row = value JOIN carried USING (row)"
    return _loaded(reader.execute(query, (listed(rows),)), edition)


def moments_with_text(reader: sqlite3.Connection, node: Text, rows: Ints) -> tuple[Ints, Ints]:
    """Return those of ``rows`` that have a moment with the text ``node``, each with which of its moments that is."""
    query = "SELECT row, texts FROM json_each(?) CROSS JOIN moment ON row = value"
    found = [
        (row, place)
        for row, texts in reader.execute(query, (listed(rows.tolist()),))
        for place in moments_with(texts, node.tokens, prefix=node.prefix)
    ]
    both = np.array(found, np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _loaded(found: sqlite3.Cursor, edition: int) -> AllMoments:
    usual, large = [_made([], np.int64).small()], [_made([], object)]
    for chunk in _chunks(found):
        usual.append(_made([row for row in chunk if isinstance(row[1], bytes)], np.int64).small())
        large.append(_made([row for row in chunk if isinstance(row[1], str)], object))
    return AllMoments(edition, _together(usual), _together(large))


def _together(parts: Sequence[Moments]) -> Moments:
    """Return the moments of ``parts``, which are of different clips."""
    before = starts_of(np.array([len(part) for part in parts], np.int32))
    return Moments(
        np.concatenate([part.rows for part in parts]),
        np.concatenate([part.starts for part in parts]),
        np.concatenate([part.ends for part in parts]),
        np.concatenate([part.units for part in parts]),
        np.concatenate([part.tagged + first for part, first in zip(parts, before[:-1], strict=True)]),
        np.concatenate([part.entries for part in parts]),
        np.concatenate([part.codes for part in parts]),
    )


def _chunks(found: sqlite3.Cursor) -> Iterator[list[tuple[Any, ...]]]:
    while chunk := found.fetchmany(_AT_ONCE):
        yield chunk


def _made(found: Sequence[tuple[Any, ...]], kind: type) -> Moments:
    """Return the moments of rows of the tables, with ticks of ``kind``: numpy's or Python's."""
    numbers, sizes = _numbers([row[1] for row in found], kind)
    counts = (sizes - 1) // 2  # a unit, then two ticks for each moment
    firsts = np.cumsum(sizes) - sizes
    starts = spans(firsts, counts) + (np.arange(int(counts.sum())) - np.repeat(starts_of(counts)[:-1], counts)) + 1
    on = np.frombuffer(b"".join(row[2] for row in found), "<u4").astype(np.int64)
    packed = np.frombuffer(b"".join(row[3] for row in found), "<u4")
    packed = packed[~_OF_WHOLE_CLIP[packed & (CODES - 1)]]
    before = np.repeat(starts_of(counts)[:-1], np.array([len(row[2]) // 4 for row in found], np.int64))
    there = on > 0
    return Moments(
        np.repeat(np.array([row[0] for row in found], np.int32), counts),
        numbers[starts],
        numbers[starts + 1],
        np.repeat(numbers[firsts], counts),
        (before + on - 1)[there].astype(np.int32),
        _small((packed >> ENTRY_SHIFT)[there].astype(np.int32)),
        (packed & (CODES - 1))[there].astype(np.uint8),
    )


def _small(entries: Ints) -> Ints:
    """Return the numbers of entries in two bytes each where they are below that."""
    return entries.astype(np.uint16) if not len(entries) or entries.max() < 1 << 16 else entries


def _numbers(packed: Sequence[bytes | str], kind: type) -> tuple[Ints, Ints]:
    """Return the numbers of all ``packed`` end to end, and how many each has."""
    if kind is not object:
        blobs = [each for each in packed if isinstance(each, bytes)]
        return np.frombuffer(b"".join(blobs), "<i8"), np.array([len(each) // 8 for each in blobs], np.int64)
    lists = [list(map(int, each.split())) for each in packed if isinstance(each, str)]
    every = [number for each in lists for number in each]
    return np.array(every, object), np.array([len(each) for each in lists], np.int64)
