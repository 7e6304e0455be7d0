"""One archive and the threads that work on it, for every part of the window."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from core.app import Archive
from core.catalog.edits import Edit
from core.model.changes import ChangeSet
from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.looked import Looked
from core.model.time import Span
from core.values import dataclass
from gui.bridge.faults import fault_of
from gui.bridge.jobs import Job
from gui.bridge.labels import Labels
from gui.bridge.lanes import Failed, Lane, Latest
from gui.bridge.names import RankedNames
from gui.bridge.recognising import Recognising
from gui.bridge.returns import Returns

if TYPE_CHECKING:
    from gui.bridge.projection import Projection

T = TypeVar("T")

_AFTER_CLIPS_MS = 250
"""The first clips come first: what else an archive is asked for when it opens is asked for so much later."""

_INITIATOR: ContextVar[object] = ContextVar("initiator", default=None)


@dataclass(frozen=True, slots=True)
class Changed:
    """An acknowledged change of the archive and the part of the window that began it, if one did."""

    change_set: ChangeSet
    initiator: object


@dataclass(frozen=True, slots=True)
class Saving:
    """How many edits are on their way to the disk."""

    waiting: int


class Haste(enum.StrEnum):
    """How soon an answer is wanted."""

    AT_ONCE = "at-once"
    """Of what is selected: waits for nothing else that is read."""
    SOON = "soon"
    """Of what is searched, opened or looked at, by two at a time."""
    BY_AND_BY = "by-and-by"
    """What takes long as an archive opens, with nobody waiting: one after another, for side by side all take longer."""


_READERS = {Haste.AT_ONCE: 1, Haste.SOON: 2, Haste.BY_AND_BY: 1}
"""How many threads answer."""


class Long(enum.StrEnum):
    """Kinds of work that may take hours; one at a time of each."""

    IMPORT = "import"
    SHOTS = "shots"
    EXPORT = "export"
    PACKAGE = "package"
    VERIFY = "verify"
    RELINK = "relink"
    COPIES = "copies"
    FORECAST = "forecast"
    WATCH = "watch"
    LOAD = "load"


@dataclass(frozen=True, slots=True)
class LongEnded:
    """Long work came to its end, or ended early."""

    long: Long
    whole: bool


@dataclass(frozen=True, slots=True)
class Noted:
    """What was looked at of some clips by now; it is no change to them."""

    looked: Mapping[ClipId, Looked]


class Bridge(QObject):
    """Starts everything that is not painting: edits in order on one thread, reads on a few, long work on its own.

    Called from the GUI thread, and answers there.  ``changed`` carries a :class:`Changed` for every change set,
    whoever made it; ``failed`` a :class:`~gui.bridge.faults.Fault` for every error that nobody else takes;
    ``long_ended`` a :class:`LongEnded`; ``noted`` a :class:`Noted`.  ``told_apart`` comes where names that ``labels``
    told early are told otherwise by now.  ``closing`` is the last moment for an edit.
    """

    changed = Signal(object)
    failed = Signal(object)
    saving = Signal(object)
    long_ended = Signal(object)
    noted = Signal(object)
    told_apart = Signal()
    closing = Signal()

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.archive = archive
        self._returns = Returns(self)
        self._catalog = Lane("catalog", 1, self._returns)
        self._readers = {haste: Lane(f"read-{haste}", threads, self._returns) for haste, threads in _READERS.items()}
        self._long = {long: Lane(long, 1, self._returns) for long in Long}
        self._waiting = 0
        self._refused = 0
        self._closed = False
        self._jobs: set[Job] = set()
        self._projections: list[Projection] = []
        self.recognising = Recognising(archive)
        self.labels = Labels(archive.vocabulary)
        self.names = RankedNames(archive, partial(self.latest, haste=Haste.BY_AND_BY))
        self.changed.connect(lambda changed: self.names.note(changed.change_set))
        self._unsubscribe = archive.catalog.subscribe(self._on_change)

    def edit(
        self,
        edit: Edit,
        initiator: object = None,
        done: Callable[[ChangeSet], None] | None = None,
        gesture: int | None = None,
        refused: Callable[[], None] | None = None,
    ) -> None:
        """Apply ``edit`` after all earlier ones, as a step of its own or as part of ``gesture``.

        ``done`` gets its change set, empty where nothing changed; ``refused`` is called, and the reason told, where
        it could not be kept.
        """
        self._write(lambda: self.archive.catalog.apply(edit, gesture=gesture), initiator, done, refused)

    def look(self, clip: Clip, spans: Sequence[Span]) -> None:
        """Note that ``spans`` of ``clip`` were looked at."""
        if not self.archive.read_only:
            self._note(lambda: {clip.id: self.archive.looking.look(clip, spans)})

    def mark_looked(self, clips: Sequence[ClipId], *, looked: bool, done: Callable[[Noted], None]) -> None:
        """Note that all of ``clips`` was looked at, or nothing of them."""
        if not self.archive.read_only:
            self._note(lambda: self.archive.looking.mark(clips, looked=looked), done)

    def _note(self, work: Callable[[], Mapping[ClipId, Looked]], done: Callable[[Noted], None] | None = None) -> None:
        def on_done(looked: Mapping[ClipId, Looked]) -> None:
            self.noted.emit(noted := Noted(looked))
            if done is not None:
                done(noted)

        self._catalog.run(work, on_done, self.tell)

    def undo(self, done: Callable[[ChangeSet], None] | None = None) -> None:
        """Take the last gesture back."""
        self._write(self.archive.catalog.undo, None, done)

    def redo(self, done: Callable[[ChangeSet], None] | None = None) -> None:
        """Do the gesture that was undone last again."""
        self._write(self.archive.catalog.redo, None, done)

    def revert(self, gesture: int, done: Callable[[ChangeSet], None], failed: Failed) -> None:
        """Take one gesture back by itself; ``failed`` hears why it cannot be."""
        self._write(lambda: self.archive.catalog.revert(gesture), None, done, failed=failed)

    def read(self, work: Callable[[Archive], T], done: Callable[[T], None]) -> None:
        """Ask the archive something that may take more than a moment."""
        self._readers[Haste.SOON].run(lambda: work(self.archive), done, self.tell)

    def read_after_edits(self, work: Callable[[Archive], T], done: Callable[[T], None]) -> None:
        """Ask the archive something once every edit asked for so far is done."""
        self._catalog.run(lambda: work(self.archive), done, self.tell)

    def latest(self, done: Callable[[T], None], failed: Failed | None = None, haste: Haste = Haste.SOON) -> Latest[T]:
        """Return where to ask questions of which only the newest matters."""
        return Latest(self._readers[haste], done, failed or self.tell)

    def start(
        self,
        long: Long,
        work: Callable[[Job], T],
        *,
        progressed: Callable[[Any], None],
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Job:
        """Do ``work`` after all earlier work of its kind and beside everything else; returns what watches over it."""
        job = Job(self._returns, progressed)

        def on_done(value: T) -> None:
            self._jobs.discard(job)
            done(value)
            self.long_ended.emit(LongEnded(long, whole=not job.is_cancelled()))

        def on_failed(error: Exception) -> None:
            self._jobs.discard(job)
            (failed or self.tell)(error)
            self.long_ended.emit(LongEnded(long, whole=False))

        self._jobs.add(job)
        self._long[long].run(lambda: work(job), on_done, on_failed)
        return job

    def projection(self) -> Projection:
        """Return a decoder for a player, which ends with the bridge."""
        from gui.bridge.projection import Projection

        projection = Projection(self.archive.screening, self._returns, self)
        self._projections.append(projection)
        return projection

    def tell(self, error: Exception) -> None:
        """Have ``error`` shown."""
        self.failed.emit(fault_of(error))

    def after_clips(self, call: Callable[[], None], wait_ms: int = _AFTER_CLIPS_MS) -> None:
        """Have ``call`` made once the first clips of an archive that opens had time to come, unless this is closed."""
        QTimer.singleShot(wait_ms, self, lambda: None if self._closed else call())

    def settle(self) -> bool:
        """Wait for the edits asked for so far, let their answers arrive, and tell whether all of them were kept."""
        if self._closed:
            return True
        refused = self._refused
        self._catalog.wait()
        self._returns.deliver()
        return self._refused == refused

    def close(self) -> None:
        """Cancel long work, wait for edits to be saved, end the threads and close the archive."""
        self.closing.emit()
        self._closed = True
        for job in tuple(self._jobs):
            job.cancel()
        self._returns.close()
        self.recognising.close()
        for projection in self._projections:
            projection.close()
        for lane in self._long.values():
            lane.close(finish=False)
        for lane in self._readers.values():
            lane.close(finish=False)
        self._catalog.close(finish=True)
        self._unsubscribe()
        self.archive.close()

    def _write(
        self,
        work: Callable[[], ChangeSet],
        initiator: object,
        done: Callable[[ChangeSet], None] | None,
        refused: Callable[[], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        def begun_by_initiator() -> ChangeSet:
            token = _INITIATOR.set(initiator)
            try:
                return work()
            finally:
                _INITIATOR.reset(token)

        def on_done(change_set: ChangeSet) -> None:
            self._count_saving(-1)
            if done is not None:
                done(change_set)

        def on_failed(error: Exception) -> None:
            self._count_saving(-1)
            self._refused += 1
            if refused is not None:
                refused()
            (failed or self.tell)(error)

        self._count_saving(1)
        self._catalog.run(begun_by_initiator, on_done, on_failed)

    @property
    def is_saving(self) -> bool:
        """Whether an edit is on its way."""
        return self._waiting > 0

    def _count_saving(self, step: int) -> None:
        self._waiting += step
        self.saving.emit(Saving(self._waiting))

    def _on_change(self, change_set: ChangeSet) -> None:
        """Called by the catalog on the thread that applied the change."""
        self._returns.post(self.changed.emit, Changed(change_set, _INITIATOR.get()))
