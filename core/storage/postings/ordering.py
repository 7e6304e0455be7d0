"""Results in the order they are shown in."""

from __future__ import annotations

import sqlite3
import threading

import numpy as np

from core.ports.index import Order
from core.storage.index_writing import mark
from core.storage.postings.arrays import Ints, Mask
from core.storage.postings.editions import Postings

_COLUMNS = {Order.SHOT: "shot_start", Order.DURATION: "duration", Order.RATING: "rating"}
"""Orders by a column, largest first and what is not known last."""

_MANY = 8
"""Results of at least one in so many clips are picked from all clips in order, fewer are put in order themselves."""


class Ordering:
    """The orders of one edition, each found out when it is first asked for."""

    def __init__(self, postings: Postings) -> None:
        self.postings = postings
        self._lock = threading.Lock()
        self._everything: dict[Order, Ints] = {}
        self._columns: dict[Order, Ints] = {}

    def ordered(self, found: Mask, order: Order, reader: sqlite3.Connection) -> Ints:
        """Return the rows ``found``, in ``order``: newest, longest and best first, names from A, unknown last."""
        with self._lock:
            if order in (Order.ADDED, Order.NAME) or np.count_nonzero(found) * _MANY > len(found):
                everything = self._all(order, reader)
                return np.flatnonzero(found)[::-1] if everything is None else everything[found[everything]]
            newest = self._all(Order.ADDED, reader)
            rows = np.flatnonzero(found)[::-1] if newest is None else newest[found[newest]]
            return rows[_largest_first(self._column(order)[rows])]

    def _all(self, order: Order, reader: sqlite3.Connection) -> Ints | None:
        """Return every row in ``order``; None where that is from the last to the first."""
        if order is Order.ADDED and not mark(reader, "out of order"):
            return None
        if order not in self._everything:
            self._everything[order] = self._put_in_order(order, reader)
        return self._everything[order]

    def _put_in_order(self, order: Order, reader: sqlite3.Connection) -> Ints:
        if order is Order.ADDED:
            return _rows(reader, "SELECT row FROM place JOIN clip USING (row) ORDER BY id DESC")
        if order is Order.NAME:
            if mark(reader, "out of order"):
                return _rows(reader, "SELECT row FROM clip JOIN place USING (row) ORDER BY name_key, id DESC")
            return _rows(reader, "SELECT row FROM clip ORDER BY name_key, row DESC")
        newest = self._all(Order.ADDED, reader)
        rows = np.arange(self.postings.top - 1, -1, -1, dtype=np.int32) if newest is None else newest
        return rows[_largest_first(self._column(order)[rows])]

    def _column(self, order: Order) -> Ints:
        if order not in self._columns:
            self._columns[order] = self.postings.column(_COLUMNS[order])
        return self._columns[order]


def _largest_first(keys: Ints) -> Ints:
    """Return the order that puts the largest of ``keys`` first and leaves equals as they stand."""
    return len(keys) - 1 - np.argsort(keys[::-1], kind="stable")[::-1]


def _rows(reader: sqlite3.Connection, query: str) -> Ints:
    text = reader.execute(f"SELECT group_concat(row) FROM ({query})").fetchone()[0]
    return np.fromstring(text or "", np.int32, sep=",")
