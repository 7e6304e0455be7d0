"""Opening an archive: the one place where ports meet their adapters."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from core.catalog import check
from core.catalog.catalog import Catalog
from core.catalog.looking import Looking
from core.catalog.vocabulary import Vocabulary
from core.errors import ArchiveProblem, SystemProblem, UserProblem
from core.ingest.journal import Journal
from core.model.changes import ENTRY_TABLES, Table
from core.model.clip import Clip
from core.model.ids import ClipId, EntryId, StillId
from core.ports.clock import Clock
from core.ports.history import Gesture
from core.ports.index import Order
from core.search.facets import Facets, Sources, facets_of
from core.search.finding import Finder, Found, FoundMoments
from core.search.ranking import ByUse
from core.search.tree import EVERYTHING
from core.settings import archivist
from core.storage.archive_file import FORMAT, Description, read_description, write_description
from core.storage.archive_lock import held
from core.storage.history import SqliteHistory
from core.storage.looked import LOOKED, SqliteLooked
from core.storage.own_media import OWN_MEDIA
from core.storage.snapshots import SMALL, Snapshot, Snapshots
from core.storage.sqlite_index import SqliteIndex, open_index
from core.storage.stills import Stills
from core.storage.tinydb_records import TinyRecords
from core.storage.troubles import told_of
from core.with_media import WithMedia
from core.words import msg, tr

log = logging.getLogger(__name__)

__all__ = [
    "OWN_MEDIA", "SUFFIX", "Archive", "Found", "Snapshot", "create_archive", "house_of", "open_archive",
    "restore_archive", "snapshots_of",
]  # fmt: skip

if TYPE_CHECKING:
    from core.catalog.asof import AsOf
    from core.catalog.past import Told
    from core.catalog.suggested import Suggested
    from core.exchange.preview import House
    from core.seen.finder import SeenBefore
    from core.storage.landmarks import Recognition
    from core.storage.restoring import Restored

SUFFIX = ".slatebook"
"""How the folder of an archive is named."""

_DESCRIPTION = "archive.json"
_HOLDS = msg("{folder} holds something already. Choose a new or an empty folder for the archive.")
_BUSY = msg("{folder} is open in another window or command. Close it there, or open it here for reading only.")
_OLDER = msg("{folder} was made by an older Slatebook. Open it once for writing: it is copied and brought up to date.")
_LANDMARKS = "landmarks.npz"


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class Archive(WithMedia):
    """An open archive; ``close`` it, or use it as a context manager.

    Every part may be used from any thread.  Raises ArchiveProblem where the folder is no archive that can be opened,
    ArchiveBusy where another window or command has it open for writing, SystemProblem where the disk says no.
    """

    def __init__(self, folder: Path, *, read_only: bool = False, clock: Clock | None = None) -> None:
        self.folder = folder.absolute()
        self.read_only = read_only
        self.clock: Clock = clock or SystemClock()
        self._description = read_description(self.folder / _DESCRIPTION)
        self.notice = ""
        with ExitStack() as opened:
            if not read_only:
                opened.enter_context(held(self.folder))
            self._bring_up_to_date()
            self.snapshots = Snapshots(self.folder)
            self._records = TinyRecords(self.folder / "records")
            self.history = SqliteHistory(self.folder / "history.db", read_only=read_only)
            opened.callback(self.history.close)
            self.index: SqliteIndex = open_index(self.folder / "index.db", read_only=read_only)
            opened.callback(self.index.close)
            self._book = SqliteLooked(self.folder / LOOKED, read_only=read_only)
            opened.callback(self._book.close)
            self.looking = Looking(self._book, self.index)
            self.stills = Stills(self.folder / "stills")
            self.imports = Journal(self.folder / "imports.json")
            self.vocabulary = Vocabulary()
            self.catalog = Catalog(
                records=self._records,
                history=self.history,
                index=self.index,
                vocabulary=self.vocabulary,
                clock=self.clock,
                who=self._description.author or archivist(),
                after_flush=self._after_flush,
            )
            self.catalog.catch_up(write=not read_only)
            self.looking.catch_up()
            if not read_only:
                opened.callback(self.catalog.close)
            self._opened = opened.pop_all()

    def _bring_up_to_date(self) -> None:
        """Migrate an archive of an older form; raises ArchiveProblem where it is open for reading only."""
        if self._description.format == FORMAT:
            return
        if self.read_only:
            raise ArchiveProblem(tr(_OLDER, folder=self.folder))
        from core.storage.migrations import STEPS, migrate

        done = migrate(self.folder, f"{self.clock.now():%Y-%m-%d %H.%M.%S}", STEPS, FORMAT)
        self._description = read_description(self.folder / _DESCRIPTION)
        self.notice = done.sentence if done else ""
        log.info("%s", self.notice)

    @property
    def name(self) -> str:
        return self._description.name

    @property
    def author(self) -> str:
        """Who signs the history of this archive; empty where each person signs for themselves."""
        return self._description.author

    def set_author(self, author: str) -> None:
        """Have ``author`` sign the steps from here on; empty for the person at the machine.  Raises SystemProblem."""
        if self.read_only:
            raise UserProblem(tr("{folder} is open for reading only; its name cannot be set.", folder=self.folder))
        description = replace(self._description, author=" ".join(author.split()))
        write_description(self.folder / _DESCRIPTION, description)
        self._description = description
        self.catalog.sign_as(description.author or archivist())

    def step(self, number: int) -> tuple[Gesture, Iterator[Told]]:
        """Return one step of history and what it changed, in words; raises UserProblem where there is no such step."""
        from core.catalog.past import told

        if not self.history.last_of(number):
            raise UserProblem(tr("There is no step {number} in this archive; “history” lists them.", number=number))
        return self.history.gesture(number), told(self.history.changes_of(number), self._called)

    def _called(self, table: Table, record: str) -> str:
        if table in ENTRY_TABLES:
            return self.vocabulary.label(EntryId(record))
        if table is Table.SEARCHES:
            return next((search.name for search in self.catalog.searches() if search.id == record), "(removed search)")
        clip = self.catalog.clip(ClipId(record))
        return clip.name if clip else "(removed clip)"

    def as_of(self, moment: str) -> AsOf:
        """Return the archive as it was at ``moment``: a step's number, or a date or time; raises UserProblem."""
        from core.catalog.asof import AsOf, seq_of_moment

        return AsOf(self._records, self.history, seq_of_moment(self.history, moment))

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
        return ByUse(self.vocabulary.every(), self.index.counts(EVERYTHING), self.vocabulary.shown)

    def counts(self, found: Found) -> Mapping[EntryId, int]:
        """Return how many of the clips found carry each entry."""
        return self.finder.counts(found)

    def facets(self, text: str, wanted: Callable[[], bool] = lambda: True) -> Facets | None:
        """Return what the clips that answer ``text`` differ in; None once the answer is not ``wanted`` any more."""
        sources = Sources(self.index, self.catalog.clip, self.vocabulary)
        return facets_of(self.search(text), sources, self.today, wanted)

    def clip(self, clip: ClipId) -> Clip:
        """Return a clip; raises UserProblem where it is not in the archive."""
        found = self.catalog.clip(clip)
        if found is None:
            raise UserProblem(tr("That clip is not in the archive."))
        return found

    def suggested(self, clip: Clip) -> Sequence[Suggested]:
        """Return what ``clip`` is probably to be tagged with, and why, the likeliest first."""
        from core.catalog.suggested import Sources, suggested

        return suggested(clip, Sources(self.index, self.catalog.clip, self.vocabulary))

    # safe keeping -----------------------------------------------------------------------------------------------
    def check(self, *, repair: bool = False) -> list[str]:
        """Return what is wrong with the archive, a sentence each; with ``repair``, what is still wrong after it."""
        problems = self._problems()
        if problems and repair:
            check.restore_records(self._records, check.told_by(self.history))
            self.catalog.rebuild_index()
            problems = self._problems()
        return problems

    def _after_flush(self, leaving: Callable[[], bool] | None) -> None:
        """Settle the index, then make the snapshot of the day; while somebody waits for the end, a small one only."""
        self.index.settle()
        if self.snapshots.is_due(self.clock.now().astimezone().date()):
            try:
                self.snapshot(leaving or (lambda: False), at_most=SMALL if leaving is None else None)
            except SystemProblem as problem:
                log.info("no snapshot: %s", problem)

    def snapshot(self, give_up: Callable[[], bool] = lambda: False, at_most: int | None = None) -> Snapshot | None:
        """Keep the archive as it is now as the snapshot of this day; None where there is no need or no room."""
        now = self.clock.now()
        made = now.isoformat(timespec="seconds")
        return self.snapshots.make(self._description, made, now.astimezone().date(), give_up, at_most)

    def _problems(self) -> list[str]:
        told = check.told_by(self.history)
        clips, entries, unreadable = check.parsed(self._records)
        stills = {s for clip in clips for s in _stills_of(clip) if s} | {e.picture.still for e in entries if e.picture}
        return [
            *self.history.damage(),
            *told.problems,
            *(sentence for _, sentence in check.record_problems(self._records, told)),
            *unreadable,
            *check.reference_problems(clips, entries),
            *self.index.problems(clips, entries),
            *(f"still {still} is missing" for still in sorted(stills) if not self.stills.has(still)),
            *self.snapshots.problems(),
        ]


def _stills_of(clip: Clip) -> Iterator[StillId | None]:
    yield clip.poster
    yield from (frame.still for frame in clip.keyframes)
    yield clip.strip.still if clip.strip else None


def house_of(archive: Archive) -> House:
    """Return what a sheet that comes back needs of ``archive``."""
    from core.exchange.preview import House, by_file_name

    return House(
        clip=archive.catalog.clip,
        clips_called=by_file_name(lambda: archive.index.clip_ids(archive.search("").rows), archive.clip),
        vocabulary=archive.vocabulary,
        history=archive.history,
        new_entry_id=archive.catalog.new_entry_id,
    )


def recognition(archive: Archive) -> Recognition:
    """Return what knows clips of ``archive`` again and stays in step with it; nothing is read before it is used.

    All records are read where none were before, else those that changed since.  Its use raises SystemProblem.
    """
    made: Recognition = import_module("core.storage.landmarks").Recognition(
        archive.folder / _LANDMARKS, archive.catalog, archive.history, archive.index, write=not archive.read_only
    )
    return made


def seen_before(archive: Archive) -> SeenBefore:
    """Return what knows clips of ``archive`` again, up to its last change; not told of later ones."""
    with recognition(archive).held() as seen:
        return seen


def create_archive(folder: Path, name: str = "") -> Archive:
    """Make a new, empty archive and open it.

    Raises UserProblem where the folder holds something already, SystemProblem where it cannot be made.
    """
    folder = folder.absolute()
    with told_of(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UserProblem(tr(_HOLDS, folder=folder))
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


def snapshots_of(folder: Path) -> Sequence[Snapshot]:
    """Return the snapshots of an archive, the newest first; it need not be fit to be opened."""
    return Snapshots(folder.absolute()).all()


def restore_archive(folder: Path, day: str, target: Path, report: Callable[[int, int], None]) -> Restored:
    """Make a new archive in ``target`` as the one in ``folder`` was on ``day``; ``report`` hears how far it is.

    Raises UserProblem for a day or folder that cannot be, ArchiveProblem for a damaged snapshot, SystemProblem.
    """
    from core.storage.restoring import restore

    made = restore(folder.absolute(), day, target.absolute(), report)
    Archive(target).close()  # makes the index
    return made
