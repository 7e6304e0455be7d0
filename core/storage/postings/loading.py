"""Postings read from the tables of the index: all of them, or those of a few rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from core.storage.index_schema import FACT_COLUMNS, LOOKED_COLUMN
from core.storage.index_writing import listed
from core.storage.postings.arrays import UNKNOWN, Ints, end_to_end, narrowed
from core.storage.postings.segment import Segment, made

_AT_ONCE = 50_000

_FACTS = ", ".join(f"ifnull({name}, {UNKNOWN + 1} - 1)" for name in FACT_COLUMNS)
_SELECTED = f"SELECT clip.row, {_FACTS}, ifnull(share, 0), tags"
_WITH_LOOKED = "LEFT JOIN looked ON looked.row = clip.row"
_READ = (*FACT_COLUMNS, LOOKED_COLUMN)


def all_rows(reader: sqlite3.Connection) -> Segment:
    """Return the postings of every clip."""
    return _loaded(reader.execute(f"{_SELECTED} FROM clip JOIN carried USING (row) {_WITH_LOOKED} ORDER BY clip.row"))


def some_rows(reader: sqlite3.Connection, rows: Sequence[int]) -> Segment:
    """Return the postings of those of ``rows`` that are there; ``rows`` are in order."""
    found = f"json_each(?) CROSS JOIN clip ON clip.row = value JOIN carried ON carried.row = clip.row {_WITH_LOOKED}"
    query = f"{_SELECTED} FROM {found}"
    return _loaded(reader.execute(query, (listed(rows),)))


def _loaded(found: sqlite3.Cursor) -> Segment:
    rows, lengths, tags = [_nothing()], [_nothing()], [_nothing()]
    columns: dict[str, list[Ints]] = {name: [] for name in _READ}
    for chunk in _chunks(found):
        facts = np.array([row[:-1] for row in chunk], np.int64)
        rows.append(facts[:, 0].astype(np.int32))
        for at, name in enumerate(_READ, start=1):
            columns[name].append(narrowed(facts[:, at]))
        lengths.append(np.array([len(row[-1]) // 4 for row in chunk], np.int32))
        tags.append(np.frombuffer(b"".join([row[-1] for row in chunk]), "<u4").astype(np.int32))
    facts_of_all = {name: end_to_end(parts or [_nothing()]) for name, parts in columns.items()}
    return made(np.concatenate(rows), facts_of_all, np.concatenate(lengths), np.concatenate(tags))


def _chunks(found: sqlite3.Cursor) -> Iterator[list[tuple[Any, ...]]]:
    while chunk := found.fetchmany(_AT_ONCE):
        yield chunk


def _nothing() -> Ints:
    return np.empty(0, np.int32)
