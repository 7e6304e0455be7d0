"""A step between two forms of archive, for tests; run as a script it migrates and is killed on the way.

The step writes a note into every record, puts a table into history and renames the archive.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from core.files import replace_file
from core.model.codec import from_json, to_json
from core.storage import migrations
from core.storage.archive_file import FORMAT, read_description, write_description
from core.storage.migrations import DESCRIPTION, HISTORY, RECORDS, Step, migrate

NEXT = FORMAT + 1
_EVENTS = 60

KILL_POINTS = min(_EVENTS, int(os.environ.get("SLATEBOOK_KILLS", "12")))
"""A migration of 20 records is killed at so many places, spread over all it does."""


def _records(folder: Path) -> list[Path]:
    """Return the files of all records; what a kill left half done beside them is none."""
    return sorted(path for path in (folder / RECORDS).rglob("*.json") if not path.name.startswith("."))


def _run(folder: Path) -> None:
    for path in _records(folder):
        table, record = path.parent.parent.name, path.stem
        document = from_json(path.read_bytes())[table][record]
        replace_file(path, to_json({table: {record: {**document, "notes": "new form"}}}))
    with closing(sqlite3.connect(folder / HISTORY)) as database:
        database.execute("CREATE TABLE IF NOT EXISTS newer(id INTEGER PRIMARY KEY)")
    description = read_description(folder / DESCRIPTION, NEXT)
    write_description(folder / DESCRIPTION, replace(description, name="New form"))


STEPS = {FORMAT: Step("a note in every record", frozenset((RECORDS, HISTORY)), _run)}


def is_migrated(folder: Path) -> bool:
    """Whether all the step does is done."""
    documents = [from_json(path.read_bytes()) for path in _records(folder)]
    with closing(sqlite3.connect(folder / HISTORY)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    described = read_description(folder / DESCRIPTION, NEXT)
    notes = {record["notes"] for document in documents for table in document.values() for record in table.values()}
    return (described.format, described.name, notes, "newer" in tables) == (NEXT, "New form", {"new form"}, True)


def _kill_at(event: int) -> None:
    """Have this process killed when it opens, links, renames or removes something for the ``event``-th time."""
    seen = 0

    def look(name: str, _arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if name in ("open", "os.link", "os.rename", "os.remove", "os.mkdir", "sqlite3.connect", "shutil.copyfile"):
            seen += 1
            if seen == event:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(look)


if __name__ == "__main__":
    assert migrations.STEPS == {}
    _kill_at(3 + int(sys.argv[2]) * _EVENTS // KILL_POINTS)
    migrate(Path(sys.argv[1]), "killed", STEPS, NEXT)
