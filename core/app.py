"""Opening an archive: the one place where ports meet their adapters."""

from __future__ import annotations

import getpass
import os
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from core.catalog import check
from core.catalog.catalog import Catalog
from core.catalog.vocabulary import Vocabulary
from core.errors import ArchiveBusy, UserProblem
from core.exchange.preview import House
from core.ingest.session import ImportSession
from core.model.changes import Table
from core.model.clip import Clip
from core.model.ids import ClipId, EntryId
from core.ports.clock import Clock
from core.ports.index import Order
from core.ports.media import MediaPool
from core.ports.playing import Screening
from core.search.finding import Finder, Found, FoundMoments
from core.search.ranking import ByUse
from core.search.tree import EVERYTHING
from core.seen.finder import NOTHING, SeenBefore
from core.storage.archive_file import FORMAT, Description, read_description, write_description
from core.storage.history import SqliteHistory
from core.storage.landmarks_file import read_landmarks, write_landmarks
from core.storage.sqlite_index import SqliteIndex, open_index
from core.storage.stills import Stills
from core.storage.tinydb_records import TinyRecords
from core.storage.troubles import told_of
from core.workers.limits import Limits
from core.workers.pool import Pool
from core.workers.session import Session

SUFFIX = ".slatebook"
"""How the folder of an archive is named."""

_DESCRIPTION = "archive.json"
_LANDMARKS = "landmarks.npz"
_INSPECT = "core.media.jobs:inspect"
_PLAY = "core.media.playing:play"
_PLAY_BYTES = 160 << 20
"""How much memory a player's pictures may take: a second and a half of 1080p at the size of a window."""
_PLAY_LIMITS = Limits(wall_s=30, stall_s=10, courtesy=0)


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Archive:
    """An open archive; ``close`` it, or use it as a context manager.

    Every part may be used from any thread.  Raises ArchiveProblem where the folder is no archive that can be opened,
    ArchiveBusy where another window or command has it open for writing, SystemProblem where the disk says no.
    """

    def __init__(self, folder: Path, *, read_only: bool = False, clock: Clock | None = None) -> None:
        self.folder = folder.absolute()
        self.read_only = read_only
        self.clock: Clock = clock or SystemClock()
        self._description = read_description(self.folder / _DESCRIPTION)
        with ExitStack() as opened:
            if not read_only:
                opened.enter_context(_locked(self.folder))
            self._records = TinyRecords(self.folder / "records")
            self.history = SqliteHistory(self.folder / "history.db", read_only=read_only)
            opened.callback(self.history.close)
            self.index: SqliteIndex = open_index(self.folder / "index.db", read_only=read_only)
            opened.callback(self.index.close)
            self.stills = Stills(self.folder / "stills")
            self.vocabulary = Vocabulary()
            self.catalog = Catalog(
                records=self._records,
                history=self.history,
                index=self.index,
                vocabulary=self.vocabulary,
                clock=self.clock,
                who=_archivist(),
            )
            self.catalog.catch_up(write=not read_only)
            if not read_only:
                opened.callback(self.catalog.close)
            self._opened = opened.pop_all()

    @property
    def name(self) -> str:
        return self._description.name

    def close(self) -> None:
        """Write what waits and let go of the folder.  Raises SystemProblem; nothing acknowledged is lost then."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # finding ----------------------------------------------------------------------------------------------------
    @property
    def finder(self) -> Finder:
        """What finds clips and moments, and says why."""
        return Finder(self.index, self.catalog.clip, self.vocabulary)

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.clock.now().astimezone().date()

    def search(self, text: str, order: Order = Order.ADDED, *, forgiving: bool = False) -> Found:
        """Return the clips that answer ``text``; a text that is not understood in part is answered for the rest.

        With ``forgiving``, where nothing answers, the clips that answer what was probably meant.
        """
        find = self.finder.search_forgiving if forgiving else self.finder.search
        return find(text, self.today, order)

    def moments(self, text: str, order: Order = Order.ADDED) -> FoundMoments:
        """Return the moments that answer ``text``, found as they are asked for."""
        return self.finder.moments(text, self.today, order)

    def names_by_use(self) -> ByUse:
        """Return what completes names, those first that most clips carry; made anew after each change."""
        return ByUse(self.index.entries(), self.index.counts(EVERYTHING))

    def counts(self, found: Found) -> Mapping[EntryId, int]:
        """Return how many of the clips found carry each entry."""
        return self.finder.counts(found)

    def clip(self, clip: ClipId) -> Clip:
        """Return a clip; raises UserProblem where it is not in the archive."""
        found = self.catalog.clip(clip)
        if found is None:
            raise UserProblem("That clip is not in the archive.")
        return found

    # taking in --------------------------------------------------------------------------------------------------
    def media_pool(self, lanes: int | None = None) -> MediaPool:
        """Return a pool of media workers, one for each core unless told otherwise; the caller closes it."""
        return Pool(_INSPECT, lanes or os.cpu_count() or 1)

    def screening(self) -> Screening:
        """Return a decoder for one player; the caller closes it."""
        return Session(_PLAY, _PLAY_BYTES, _PLAY_LIMITS)

    def importing(self, pool: MediaPool) -> ImportSession:
        """Return a session that takes files into this archive."""
        return ImportSession(
            catalog=self.catalog,
            vocabulary=self.vocabulary,
            index=self.index,
            stills=self.stills,
            pool=pool,
            clock=self.clock,
        )

    # safe keeping -----------------------------------------------------------------------------------------------
    def check(self, *, repair: bool = False) -> list[str]:
        """Return what is wrong with the archive, a sentence each; with ``repair``, what is still wrong after it."""
        problems = self._problems()
        if problems and repair:
            check.restore_records(self._records, check.told_by(self.history))
            self.catalog.rebuild_index()
            problems = self._problems()
        return problems

    def _problems(self) -> list[str]:
        told = check.told_by(self.history)
        clips, entries, unreadable = check.parsed(self._records)
        stills = {
            still for clip in clips for still in (clip.poster, *(frame.still for frame in clip.keyframes)) if still
        }
        return [
            *self.history.damage(),
            *told.problems,
            *(sentence for _, sentence in check.record_problems(self._records, told)),
            *unreadable,
            *check.reference_problems(clips, entries),
            *self.index.problems(clips, entries),
            *(f"still {still} is missing" for still in sorted(stills) if not self.stills.has(still)),
        ]


def _archivist() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a process without a login name
        return ""


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the archive for writing; raises ArchiveBusy where somebody else does."""
    with told_of(folder):
        lock = FileLock(folder / "archive.lock", thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise ArchiveBusy(
                f"{folder} is open in another window or command. Close it there, or open it here for reading only."
            ) from None
    try:
        yield
    finally:
        lock.release()


def house_of(archive: Archive) -> House:
    """Return what a sheet that comes back needs of ``archive``."""
    return House(
        clip=archive.catalog.clip,
        clips_called=_by_file_name(archive),
        vocabulary=archive.vocabulary,
        history=archive.history,
        new_entry_id=archive.catalog.new_entry_id,
    )


def _by_file_name(archive: Archive) -> Callable[[str], Sequence[ClipId]]:
    """Return a way to find clips by the name of their file; all are read when it is first used."""
    called: dict[str, list[ClipId]] = {}

    def find(name: str) -> Sequence[ClipId]:
        if not called:
            for clip in archive.index.clip_ids(archive.search("").rows):
                called.setdefault(archive.clip(clip).file.name, []).append(clip)
        return called.get(name, ())

    return find


def seen_before(archive: Archive) -> SeenBefore:
    """Return what knows clips of ``archive`` again, up to its last change; not told of later ones.

    All records are read where it is first asked for, else those that changed since.  Raises SystemProblem.
    """
    path = archive.folder / _LANDMARKS
    seq, known = read_landmarks(path)
    now = archive.history.seq
    if not 0 < seq <= now:
        seq, known = 0, NOTHING
    seen = SeenBefore(archive.catalog.clip, known)
    if seq:
        changed = {clip for change_set in archive.history.since(seq) for clip in change_set.touched(Table.CLIPS)}
    else:
        changed = set(archive.index.clip_ids(archive.search("").rows))
    for clip in map(ClipId, sorted(changed)):
        found = archive.catalog.clip(clip)
        if found is None:
            seen.remove(clip)
        else:
            seen.put(found)
    if changed and not archive.read_only:
        write_landmarks(path, now, seen.landmarks())
    return seen


def create_archive(folder: Path, name: str = "") -> Archive:
    """Make a new, empty archive and open it.

    Raises UserProblem where the folder holds something already, SystemProblem where it cannot be made.
    """
    folder = folder.absolute()
    with told_of(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UserProblem(f"{folder} holds something already. Choose a new or an empty folder for the archive.")
        folder.mkdir(parents=True, exist_ok=True)
    description = Description(
        format=FORMAT,
        id=str(uuid.uuid4()),
        name=name or folder.name.removesuffix(SUFFIX),
        created=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    write_description(folder / _DESCRIPTION, description)
    return Archive(folder)


def open_archive(folder: Path, *, read_only: bool = False) -> Archive:
    """Open an archive; with ``read_only`` also one that somebody else has open."""
    return Archive(folder, read_only=read_only)
