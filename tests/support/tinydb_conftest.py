"""Stands in for the conftest of TinyDB's own tests: what they call a database is one of record files.

Copied beside the tests and loaded by the pytest that runs them, never by ours.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinydb
import tinydb.storages

from core.storage.tinydb_records import RecordDatabase, RecordStorage, RecordTable


class NumberedTable(RecordTable):
    """Record files under the ids TinyDB gives, which are whole numbers."""

    document_id_class = int  # type: ignore[assignment]  # what a plain TinyDB table has


class Storage(RecordStorage):
    """Record files at a path given as a text, or in a new folder; options of the JSON text say nothing here."""

    def __init__(self, root: Any = None, **_: Any) -> None:
        super().__init__(Path(str(root or tempfile.mkdtemp())))


class Database(RecordDatabase):
    """TinyDB as its own tests make one, always over record files where they ask for TinyDB's own storages."""

    table_class = NumberedTable
    default_storage_class = Storage


tinydb.TinyDB = Database  # type: ignore[misc]
for module in (tinydb, tinydb.storages):
    module.JSONStorage = Storage  # type: ignore[attr-defined]
tinydb.storages.MemoryStorage = Storage  # type: ignore[misc, assignment]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that are named, whole names with a space between, in LEFT_OUT."""
    left_out = os.environ["LEFT_OUT"].split()
    dropped = [item for item in items if item.nodeid in left_out]
    items[:] = [item for item in items if item not in dropped]
    config.hook.pytest_deselected(items=dropped)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "records")
    database.insert_multiple({"int": 1, "char": char} for char in "abc")
    yield database
    database.close()
