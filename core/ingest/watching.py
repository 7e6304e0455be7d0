"""Folders that are looked at now and then, so that what is put there comes in by itself.

Looking again and again is all that works everywhere: no system tells reliably of files on shares, on sticks, or in
folders below.  A file is taken once it has stayed the same for a while, so that none is taken half copied.
"""

from __future__ import annotations

import logging
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from core.catalog.catalog import Catalog
from core.errors import SystemProblem, UserProblem
from core.files import replace_file
from core.ingest.plan import Planner, Verdict
from core.ingest.scan import FoundFile, scan
from core.ingest.tally import Ticks
from core.ingest.terms import IN_PLACE, Terms
from core.model.codec import from_document, from_json, to_json
from core.model.media import MediaFile, shown_path
from core.ports.index import Index
from core.values import dataclass
from core.words import tr

log = logging.getLogger(__name__)

SETTLE_S = 5.0
"""How long a file has to stay as it is before it is taken."""

_LIMIT = 16 << 20
_WANTED = frozenset((Verdict.NEW, Verdict.AGAIN, Verdict.MOVED, Verdict.UNREADABLE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A folder that is watched, and on which terms what is put there comes in."""

    id: str
    place: MediaFile
    terms: Terms = IN_PLACE

    @property
    def folder(self) -> Path:
        return Path(self.place.location)

    @property
    def name(self) -> str:
        """The folder's path, fit to be shown."""
        return self.place.path


class WatchList:
    """The watched folders of one archive, kept with it, for they are part of how it is filled; safe for any thread."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()

    def all(self) -> list[Watched]:
        """Return the watched folders, in the order in which they were added."""
        try:
            if self._file.stat().st_size > _LIMIT:
                raise ValueError("it is longer than any list of folders")
            found: list[Watched] = from_document(from_json(self._file.read_bytes()), list[Watched])
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:
            log.warning("%s cannot be read (%s); no folder is watched.", self._file, error)
            return []
        return found

    def put(self, folder: Path, terms: Terms = IN_PLACE) -> Watched:
        """Watch ``folder`` on ``terms`` from now on, or on other terms than before.

        Raises UserProblem where it is no folder or is the archive's own, SystemProblem where it cannot be written down.
        """
        location = os.path.abspath(folder)
        if not Path(location).is_dir():
            raise UserProblem(
                tr(
                    "{folder} is no folder. Choose the folder that clips are put into.",
                    folder=shown_path(location)[0],
                )
            )
        archive = str(self._file.parent)
        if os.path.commonpath([location, archive]) == archive:
            raise UserProblem(
                tr("The archive's own folder cannot be watched. Choose the folder that clips are put into.")
            )
        path, raw_path = shown_path(location)
        with self._lock:
            known = self.all()
            same = next((one for one in known if one.place.location == location), None)
            place = MediaFile(path=path, raw_path=raw_path)
            watched = Watched(id=same.id if same else secrets.token_hex(4), place=place, terms=terms)
            self._write([watched if one is same else one for one in known] if same else [*known, watched])
        return watched

    def remove(self, watched: Watched) -> None:
        """Watch a folder no more; what came from it stays.  Raises SystemProblem."""
        with self._lock:
            self._write([one for one in self.all() if one.id != watched.id])

    def _write(self, folders: Sequence[Watched]) -> None:
        try:
            if folders:
                replace_file(self._file, to_json(folders))
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise SystemProblem(
                tr(
                    "Which folders are watched cannot be written down in {parent} ({reason}). Make room "
                    "there or check the drive, and try again.",
                    parent=self._file.parent,
                    reason=(error.strerror or str(error)).lower(),
                )
            ) from None


@dataclass(frozen=True, slots=True)
class Arrived:
    """Files that came to lie in a watched folder, and are whole."""

    watched: Watched
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at all watched folders found: what has ``arrived``, what still ``grows``, folders that are away."""

    arrived: tuple[Arrived, ...]
    grows: int = 0
    away: tuple[str, ...] = ()


Stamp = tuple[int, int]


@dataclass
class Watcher:
    """Looks at watched folders for one archive; looked at by one thread at a time, ``cancel`` from any.

    It remembers what it has handed out, and judges by what the archive knows, so that nothing comes in twice.
    """

    watch_list: WatchList
    catalog: Catalog
    index: Index[Any]
    ticks: Ticks = time.monotonic
    settle_s: float = SETTLE_S
    _seen: dict[str, tuple[Stamp, float]] = field(default_factory=dict)
    _done: dict[str, Stamp] = field(default_factory=dict)
    _cancelled: bool = False

    def cancel(self) -> None:
        """End a look soon, and find nothing from now on."""
        self._cancelled = True

    def look(self) -> Look:
        """Look at every watched folder once; a file is handed out once it has settled between two looks."""
        arrived: list[Arrived] = []
        away: list[str] = []
        grows = 0
        for watched in self.watch_list.all():
            if not watched.folder.is_dir():
                away.append(watched.name)
                continue
            settled, growing = self._look_at(watched)
            grows += growing
            if settled:
                arrived.append(Arrived(watched, tuple(Path(found.location) for found in settled)))
        return Look(tuple(arrived), grows, tuple(away))

    def _look_at(self, watched: Watched) -> tuple[list[FoundFile], int]:
        """Return the files that came and have settled, and how many have not yet."""
        planner = Planner(self.catalog, self.index, lambda: self._cancelled)
        planner.resuming = True  # what was set aside as unreadable is tried again by hand, not every few seconds
        planner.copying = watched.terms.copy
        settled: list[FoundFile] = []
        growing = 0
        for found in self._files(watched.folder):
            stamp = (found.size, found.mtime_ns)
            if self._done.get(found.location) == stamp:
                continue
            if not self._has_settled(found.location, stamp):
                growing += 1
                continue
            self._done[found.location] = stamp
            if planner.judge(found).verdict in _WANTED:
                settled.append(found)
        return settled, growing

    def _files(self, folder: Path) -> Iterator[FoundFile]:
        for found in scan([folder]):
            if self._cancelled:
                return
            if found.plain and not found.problem:
                yield found

    def _has_settled(self, location: str, stamp: Stamp) -> bool:
        before, since = self._seen.get(location, (None, 0.0))
        now = self.ticks()
        if before != stamp:
            self._seen[location] = (stamp, now)
            return False
        if now - since < self.settle_s:
            return False
        del self._seen[location]
        return True

    def try_again(self, arrived: Arrived) -> None:
        """Hand these files out once more, for they could not be taken in."""
        for path in arrived.paths:
            self._done.pop(str(path), None)


Waited = Callable[[float], None]
"""Lets so many seconds pass."""


def looked_until_settled(watcher: Watcher, wait: Waited = time.sleep) -> Look:
    """Return what is there for good: looks again and again until nothing grows any more."""
    found: list[Arrived] = []
    while True:
        look = watcher.look()
        found.extend(look.arrived)
        if not look.grows:
            return Look(tuple(found), 0, look.away)
        wait(watcher.settle_s / 2)
