"""A new archive from a snapshot of another; the other is only read."""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from core.catalog.carrying import replayed
from core.errors import UserProblem
from core.storage.archive_file import write_description
from core.storage.connecting import database_uri
from core.storage.history import SqliteHistory
from core.storage.looked import LOOKED
from core.storage.own_media import OWN_MEDIA, share
from core.storage.snapshots import Snapshot, Snapshots
from core.storage.tinydb_records import TinyRecords
from core.storage.troubles import told_of
from core.values import dataclass
from core.words import tr

log = logging.getLogger(__name__)

_AT_ONCE = 4_000
"""So many records are written together."""

Report = Callable[[int, int], None]
"""Told how many of how many change sets are done."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The snapshot an archive was made from, and how many of the archive's own copies could not come with it."""

    snapshot: Snapshot
    left_out: int


def restore(archive: Path, day: str, target: Path, report: Report) -> Restored:
    """Make an archive in ``target``, a new or empty folder, as ``archive`` was at its snapshot of ``day``.

    Originals that were copied in are shared with it, where they lie on the same disk.
    ``archive`` itself may be damaged beyond opening.  What is unfinished has no archive.json, so it cannot be opened.
    Raises UserProblem for a day or folder that cannot be, ArchiveProblem for a damaged snapshot, SystemProblem.
    """
    snapshots = Snapshots(archive)
    snapshot = _snapshot_of(snapshots, archive, day)
    stretches = snapshots.paths(snapshot)
    with told_of(target):
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise UserProblem(tr("{target} holds something already. Choose a new or an empty folder.", target=target))
        target.mkdir(parents=True, exist_ok=True)
    history = SqliteHistory(target / "history.db")
    try:
        _put_together(target, stretches)
        _write_records(history, target, report)
        _link_stills(archive / "stills", target / "stills")
        _bring_looked(archive, target)
        left_out = share(archive / OWN_MEDIA, target / OWN_MEDIA)
        write_description(target / "archive.json", snapshot.archive)
    finally:
        history.close()
    return Restored(snapshot, left_out)


def _snapshot_of(snapshots: Snapshots, archive: Path, day: str) -> Snapshot:
    there = snapshots.all()
    for snapshot in there:
        if day in (snapshot.day, "newest"):
            return snapshot
    days = ", ".join(snapshot.day for snapshot in there) or "none yet"
    raise UserProblem(tr("{archive} has no snapshot of {day}; there is {days}.", archive=archive, day=day, days=days))


def _put_together(target: Path, stretches: Iterable[Path]) -> None:
    with told_of(target), closing(sqlite3.connect(target / "history.db", isolation_level=None)) as database:
        for stretch in stretches:
            database.execute("ATTACH ? AS stretch", (str(stretch),))
            database.execute("BEGIN")
            for table in ("gesture", "change"):
                columns = ", ".join(row[1] for row in database.execute(f"PRAGMA stretch.table_info({table})"))
                database.execute(f"INSERT OR REPLACE INTO {table}({columns}) SELECT {columns} FROM stretch.{table}")
            database.execute("COMMIT")
            database.execute("DETACH stretch")


def _write_records(history: SqliteHistory, target: Path, report: Report) -> None:
    """Replay history from nothing, a batch of records at a time."""
    records, last = TinyRecords(target / "records"), history.seq
    for change_set in history.since(0):
        records.put(replayed(change_set.changes, change_set.seq, records.get))
        if records.unflushed >= _AT_ONCE:
            records.flush()
            report(change_set.seq, last)
    records.flush()
    history.mark_flushed(last)
    report(last, last)


def _bring_looked(source: Path, target: Path) -> None:
    """Give ``target`` what was looked at in ``source``, as it is by now: it is not in any snapshot."""
    if not (source / LOOKED).is_file():
        return
    uri = database_uri(source / LOOKED, read_only=True)
    try:
        with closing(sqlite3.connect(uri, uri=True)) as known, closing(sqlite3.connect(target / LOOKED)) as copy:
            known.backup(copy)
    except sqlite3.DatabaseError as error:
        log.warning("what was looked at is not restored: %s", error)
        (target / LOOKED).unlink(missing_ok=True)


def _link_stills(source: Path, target: Path) -> None:
    """Give ``target`` the stills of ``source``: by hard links where the disk has them, for stills never change."""
    with told_of(target):
        for path in source.glob("??/*.jpg"):
            copy = target / path.parent.name / path.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            try:
                copy.hardlink_to(path)
            except OSError:
                shutil.copyfile(path, copy)
