"""The rows of clips held in memory."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing

import numpy as np
import pytest

from core.model.ids import ClipId, new_id
from core.storage.postings.places import NOWHERE, Places, no_places


@pytest.fixture
def table() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.execute("CREATE TABLE place(row INTEGER PRIMARY KEY, id TEXT)")
        yield opened


def placed(table: sqlite3.Connection, ids: Sequence[str], places: Places | None = None) -> Places:
    table.executemany("INSERT INTO place(id) VALUES (?)", [(each,) for each in ids])
    return (places or no_places()).extended(table)


def rows_of(places: Places, clips: Sequence[str]) -> list[int]:
    found = places.rows_of([ClipId(clip) for clip in clips])
    assert found is not None
    return [int(row) for row in found]


@pytest.mark.parametrize("in_order", [True, False])
def test_clips_of_the_same_moment_are_told_apart(table: sqlite3.Connection, in_order: bool) -> None:
    ids = [new_id(number // 7) for number in range(300)]
    ids = sorted(ids) if in_order else random.Random(1).sample(ids, len(ids))
    places = placed(table, ids[200:], placed(table, ids[:200]))
    assert rows_of(places, ids) == list(range(1, 301))
    assert places.ids_at(np.arange(300, 0, -1)) == ids[::-1]
    others = [new_id(number) for number in (0, 5, 1000)]
    assert rows_of(places, [others[0], ids[3], *others[1:]]) == [NOWHERE, 4, NOWHERE, NOWHERE]


def test_nothing_is_found_in_an_empty_index(table: sqlite3.Connection) -> None:
    places = placed(table, [])
    assert rows_of(places, [new_id(1)]) == [NOWHERE]
    assert rows_of(places, []) == []
    assert places.ids_at(np.array([1])) is None


@pytest.mark.parametrize("odd", ["clip", "0" * 31 + "A", "0" * 31 + " ", "g" * 32, "00 11" + "0" * 27])
def test_ids_that_are_no_uuids_are_left_to_the_tables(table: sqlite3.Connection, odd: str) -> None:
    places = placed(table, [new_id(1)])
    assert places.rows_of([ClipId(odd)]) is None
    places = placed(table, [odd], places)
    assert not places.whole
    assert places.rows_of([ClipId(new_id(1))]) is None
    assert places.ids_at(np.array([1])) is None
    assert placed(table, [new_id(2)], places) is places
