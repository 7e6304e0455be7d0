"""Daily snapshots of an archive, each costing what was done since the one before.

History is all there is to keep: records and index follow from it.  A snapshot is a small file that names the stretches
of history it is made of; a stretch is copied once, checked by its hash, never changed, and shared by all snapshots that
came after it.  Stills are named by what they hold and never changed, so a snapshot leaves them where they are.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from core.errors import ArchiveProblem
from core.files import replace_file, sync
from core.model.codec import from_document, from_json, to_json
from core.storage.archive_file import Description
from core.storage.troubles import told_of
from core.values import dataclass
from core.words import tr

log = logging.getLogger(__name__)

BACKUPS = "backups"
DAYS, WEEKS, MONTHS = 7, 4, 6
"""Of so many days, weeks and months the newest snapshot is kept."""

LEAST_FREE = 256 << 20
"""So many bytes must be left on the disk."""
SMALL = 16 << 20
"""A snapshot that copies no more bytes than this may be made while somebody waits."""

_STEPS_BETWEEN_LOOKS = 20_000
_ROW = "SELECT seq, gesture, at, kind, body FROM history.change WHERE seq = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A copied part of history: the change sets after ``after`` up to ``seq``; ``digest`` is BLAKE2b, 128 bits."""

    file: str
    after: int
    seq: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The archive as it was on ``day`` (ISO 8601); ``last`` tells its last change set from any other."""

    day: str
    made: str
    seq: int
    last: str
    archive: Description
    stretches: tuple[Stretch, ...]


class Snapshots:
    """The snapshots in the folder ``backups/daily`` of an archive; safe for several threads of its holder."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self.folder = archive / BACKUPS / "daily"
        self._stretches = self.folder / "history"
        self._making = threading.Lock()
        self._seen: str | None = None

    def all(self) -> list[Snapshot]:
        """Return the snapshots that can be read, the newest first."""
        names = sorted(self.folder.glob("????-??-??.json"), reverse=True)
        return [found for path in names if (found := _read(path)) is not None]

    def is_due(self, day: date) -> bool:
        """Whether there is none of ``day`` yet; looks at the disk once a day."""
        if self._seen != day.isoformat():
            self._seen = day.isoformat() if (self.folder / f"{day.isoformat()}.json").exists() else None
        return self._seen is None

    def make(
        self, archive: Description, made: str, day: date, give_up: Callable[[], bool], at_most: int | None = None
    ) -> Snapshot | None:
        """Keep the archive as it is, as the snapshot of ``day``; then let go of those that are too old.

        Reads history beside whoever writes it.  Returns None, and leaves no trace, where nothing was done since the
        last, where the disk is nearly full, once ``give_up`` says so, or where more than ``at_most`` bytes would have
        to be copied.  Raises SystemProblem.
        """
        with self._making, told_of(self._archive):
            self._stretches.mkdir(parents=True, exist_ok=True)
            newest = next(iter(self.all()), None)
            part = self._stretches / f".{day.isoformat()}.part"
            part.unlink(missing_ok=True)
            try:
                copied = self._copy(part, newest, give_up, at_most)
            except _NotNow as reason:
                log.info("no snapshot of %s: %s", self._archive, reason)
                part.unlink(missing_ok=True)
                return None
            before, seq, last = copied
            stretches = (*before, self._take_in(part, day, before[-1].seq if before else 0, seq))
            snapshot = Snapshot(
                day=day.isoformat(), made=made, seq=seq, last=last, archive=archive, stretches=stretches
            )
            replace_file(self.folder / f"{snapshot.day}.json", to_json(snapshot))
            self._let_go()
        self._seen = snapshot.day
        return snapshot

    def _copy(
        self, part: Path, newest: Snapshot | None, give_up: Callable[[], bool], at_most: int | None
    ) -> tuple[Sequence[Stretch], int, str]:
        """Copy what history has beyond ``newest`` to ``part``; return the stretches before it, its end, its mark."""
        uri = f"{(self._archive / 'history.db').absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(part.absolute().as_uri(), uri=True, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode=OFF")
            database.execute("ATTACH ? AS history", (uri,))
            database.execute("BEGIN")
            (seq,) = database.execute("SELECT coalesce(max(seq), 0) FROM history.change").fetchone()
            goes_on = newest is not None and _mark(database, newest.seq) == newest.last
            before = newest.stretches if newest is not None and goes_on and self._are_whole(newest.stretches) else ()
            after = before[-1].seq if before else 0
            if seq == after:
                raise _NotNow("nothing was done since the last")
            self._look_at_room(seq, after, at_most)
            database.set_progress_handler(lambda: int(give_up()), _STEPS_BETWEEN_LOOKS)
            try:
                _copy_rows(database, after, seq)
            except sqlite3.DatabaseError as error:
                if give_up():
                    raise _NotNow("somebody waits") from None
                if isinstance(error, sqlite3.OperationalError):
                    raise
                raise _NotNow(f"its history cannot be read ({error}); run “check”") from None
            last = _mark(database, seq)
            database.set_progress_handler(None, 0)
            database.execute("COMMIT")
        return before, seq, last

    def _look_at_room(self, seq: int, after: int, at_most: int | None) -> None:
        whole = (self._archive / "history.db").stat().st_size
        size = whole * (seq - after) // seq
        if at_most is not None and size > at_most:
            raise _NotNow("there is much to copy")
        if shutil.disk_usage(self._archive).free < LEAST_FREE + 2 * size:
            raise _NotNow("the disk is nearly full")

    def _are_whole(self, stretches: Iterable[Stretch]) -> bool:
        paths = ((self._stretches / stretch.file, stretch.size) for stretch in stretches)
        return all(path.is_file() and path.stat().st_size == size for path, size in paths)

    def _take_in(self, part: Path, day: date, after: int, seq: int) -> Stretch:
        name = f"{day.isoformat()} {after + 1:09d}-{seq:09d}.db"
        stretch = Stretch(file=name, after=after, seq=seq, size=part.stat().st_size, digest=_digest(part))
        sync([part])
        part.replace(self._stretches / name)
        sync([self._stretches])
        return stretch

    def _let_go(self) -> None:
        """Remove the snapshots that nobody needs any more, and the stretches that belong to none."""
        there = self.all()
        kept = kept_of([date.fromisoformat(snapshot.day) for snapshot in there])
        needed: set[str] = set()
        for snapshot in there:
            if date.fromisoformat(snapshot.day) in kept:
                needed.update(stretch.file for stretch in snapshot.stretches)
            else:
                (self.folder / f"{snapshot.day}.json").unlink(missing_ok=True)
        for path in self._stretches.iterdir():
            if path.name not in needed:
                path.unlink(missing_ok=True)

    def problems(self) -> list[str]:
        """Read all stretches whole and say which snapshots cannot be trusted, a sentence each."""
        verdicts: dict[str, bool] = {}
        found = []
        for snapshot in self.all():
            for stretch in snapshot.stretches:
                if stretch.file not in verdicts:
                    path = self._stretches / stretch.file
                    verdicts[stretch.file] = path.is_file() and _digest(path) == stretch.digest
            if not all(verdicts[stretch.file] for stretch in snapshot.stretches):
                found.append(f"the snapshot of {snapshot.day} is damaged; the next one will be made anew")
        return found

    def paths(self, snapshot: Snapshot) -> list[Path]:
        """Return the stretches of a snapshot, in order; raises ArchiveProblem where one is damaged."""
        paths = [self._stretches / stretch.file for stretch in snapshot.stretches]
        for path, stretch in zip(paths, snapshot.stretches, strict=True):
            if not path.is_file() or _digest(path) != stretch.digest:
                raise ArchiveProblem(
                    tr("The snapshot of {day} is damaged: {path}. Choose an older one.", day=snapshot.day, path=path)
                )
        return paths


class _NotNow(Exception):
    """Why no snapshot is made."""


def kept_of(days: Iterable[date]) -> set[date]:
    """Return those of ``days`` that are kept: the newest, and the last of each of the newest weeks and months."""
    ordered = sorted(set(days), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in ordered:
        weeks.setdefault(day.isocalendar()[:2], day)
        months.setdefault((day.year, day.month), day)
    return {*ordered[:DAYS], *list(weeks.values())[:WEEKS], *list(months.values())[:MONTHS]}


def _copy_rows(database: sqlite3.Connection, after: int, seq: int) -> None:
    """Copy the change sets, and the gestures that came, grew or changed their state."""
    between = (after, seq)
    database.execute("CREATE TABLE change AS SELECT * FROM history.change WHERE seq > ? AND seq <= ?", between)
    database.execute(
        "CREATE TABLE gesture AS SELECT * FROM history.gesture WHERE id > ? OR state <> 'applied' "
        "OR id IN (SELECT gesture FROM main.change)",
        (after,),
    )


def _mark(database: sqlite3.Connection, seq: int) -> str:
    """Return what tells change set ``seq`` from any other; empty where there is none."""
    row = database.execute(_ROW, (seq,)).fetchone()
    return "" if row is None else hashlib.blake2b(repr(row).encode(), digest_size=16).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def _read(path: Path) -> Snapshot | None:
    try:
        return from_document(from_json(path.read_bytes()), Snapshot)
    except (OSError, ValueError):
        log.info("%s is no snapshot that can be read", path)
        return None
