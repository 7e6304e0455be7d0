"""Which row each clip has, in memory: the ids of clips as two numbers each, beside their rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from core.model.ids import ClipId
from core.storage.postings.arrays import Ints, Mask
from core.values import dataclass

Halves = npt.NDArray[np.uint64]

NOWHERE = -1
"""Stands for the row of a clip that never had one."""

_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Places:
    """All clips that ever had a row, in the order of their rows; a row is never given to another clip.

    ``high`` and ``low`` are the halves of their ids, and ``by_high`` the order of the first; None: that of the rows.
    Where an id is no UUID there are none of these, and ``whole`` is false.
    """

    rows: Ints
    high: Halves
    low: Halves
    by_high: Ints | None = None
    whole: bool = True

    @property
    def last(self) -> int:
        """The last row, 0 where there is none."""
        return int(self.rows[-1]) if len(self.rows) else 0

    def rows_of(self, clips: Sequence[ClipId]) -> Ints | None:
        """Return the row of each of ``clips``, or NOWHERE; None where these are no UUIDs, or not all here are."""
        halves = _halves(clips) if self.whole else None
        if halves is None:
            return None
        high, low = halves
        rows = np.full(len(high), NOWHERE, np.int32)
        at = np.searchsorted(self.high, high, sorter=self.by_high)
        left = np.arange(len(high))
        while len(left):  # ids made in the same microsecond share their first half, and stand side by side
            left = left[at[left] < len(self.rows)]
            found = at[left] if self.by_high is None else self.by_high[at[left]]
            alike = self.high[found] == high[left]
            left, found = left[alike], found[alike]
            same = self.low[found] == low[left]
            rows[left[same]] = self.rows[found[same]]
            left = left[~same]
            at[left] += 1
        return rows

    def ids_at(self, rows: Ints) -> list[ClipId] | None:
        """Return the id behind each of ``rows``; None where one of these is not known here."""
        at = np.searchsorted(self.rows, rows.astype(self.rows.dtype))
        if not self.whole or (at >= len(self.rows)).any() or not np.array_equal(self.rows[at], rows):
            return None
        digits = np.column_stack((self.high[at], self.low[at])).astype(">u8").tobytes().hex()
        return [ClipId(digits[start : start + _DIGITS]) for start in range(0, len(digits), _DIGITS)]

    def extended(self, reader: sqlite3.Connection) -> Places:
        """Return these places with those that ``reader`` sees after them."""
        if not self.whole:
            return self
        later = "SELECT row, id FROM place WHERE row > ? ORDER BY row"
        query = f"SELECT group_concat(row), group_concat(id) FROM ({later})"
        rows, ids = reader.execute(query, (self.last,)).fetchone()
        if rows is None:
            return self
        halves = _halves(ids.split(","))
        if halves is None:
            return Places(self.rows[:0], self.high[:0], self.low[:0], whole=False)
        every = np.concatenate([self.rows, np.fromstring(rows, np.int32, sep=",")])
        high, low = (np.concatenate(both) for both in zip((self.high, self.low), halves, strict=True))
        return Places(every, high, low, None if _ascend(high) else np.argsort(high, kind="stable"))


def no_places() -> Places:
    nothing = np.empty(0, np.uint64)
    return Places(np.empty(0, np.int32), nothing, nothing)


def _ascend(numbers: Halves) -> bool:
    steps: Mask = numbers[:-1] <= numbers[1:]
    return bool(steps.all())


def _halves(ids: Sequence[str]) -> tuple[Halves, Halves] | None:
    """Return both halves of each of ``ids``; None where one of them is no UUID as we write them."""
    if any(len(each) != _DIGITS for each in ids):
        return None
    digits = "".join(ids)
    try:
        data = bytes.fromhex(digits)
    except ValueError:
        return None
    if data.hex() != digits:
        return None
    halves = np.frombuffer(data, ">u8").astype(np.uint64)
    return halves[::2].copy(), halves[1::2].copy()
