"""Clips and their rows, looked up in the tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from core.model.ids import ClipId
from core.storage.index_writing import looked_up


def rows_of(reader: sqlite3.Connection, clips: Iterable[ClipId]) -> dict[ClipId, int]:
    """Return the rows of those of ``clips`` that are there."""
    query = "SELECT id, clip.row FROM place JOIN clip USING (row) WHERE id"
    return dict(looked_up(reader, query, sorted(clips)))


def ids_of(reader: sqlite3.Connection, rows: Sequence[int]) -> list[ClipId]:
    """Return the ids behind ``rows``, in their order, without rows that are gone."""
    known = dict(looked_up(reader, "SELECT clip.row, id FROM clip JOIN place USING (row) WHERE clip.row", rows))
    return [ClipId(known[row]) for row in rows if row in known]
