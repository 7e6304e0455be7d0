"""Imports of one window: queued by drops, run beside everything else, one after another."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal

from core.app import Archive
from core.errors import SystemProblem
from core.ingest.terms import IN_PLACE, Terms
from core.model.ids import ClipId
from core.values import dataclass
from gui.bridge.bridge import Bridge, Long
from gui.bridge.jobs import Job
from gui.words import plural

if TYPE_CHECKING:
    from core.ingest.journal import Started
    from core.ingest.report import ImportReport, Progress
    from core.ingest.session import ImportSession, Unfinished

T = TypeVar("T")
Looked: TypeAlias = "tuple[ImportReport, Unfinished | None]"
Run: TypeAlias = "Callable[[ImportSession, Callable[[Progress], None]], Looked]"


@dataclass(frozen=True, slots=True)
class Queued:
    """An import that runs or waits, as a list shows it."""

    key: int
    name: str
    copies: bool


@dataclass(frozen=True, slots=True)
class Over:
    """What came of one import of the queue."""

    queued: Queued
    report: ImportReport


@dataclass(slots=True, eq=False)
class _Asked:
    """An import that was asked for; ``started`` is how the archive remembers it, if it does."""

    shown: Queued
    run: Run
    started: Started | None = None
    job: Job | None = None


class Imports(QObject):
    """Runs imports through the bridge; ``progressed`` carries a Progress, ``finished`` an ImportReport.

    One runs, the others wait in an order that can be changed; ``queue_changed`` says when, and ``over`` carries an
    :class:`Over` for each.  When all files of one have
    been looked at, every shot of the new clips is looked for beside whatever else goes on, also beside the next import;
    ``refined`` carries the report when that is done.
    ``stopped`` says that an import ended early, of a full disk for instance; the bridge tells why.
    """

    progressed = Signal(object)
    finished = Signal(object)
    refined = Signal(object)
    stopped = Signal()
    ended = Signal()
    over = Signal(object)
    refused = Signal(int)
    queue_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._keys = itertools.count(1)
        self._starting = 0
        self._queue: list[_Asked] = []
        self._current: _Asked | None = None
        self._given_up: set[Job] = set()
        self._second_looks: list[Job] = []
        self._sessions: dict[Job, ImportSession] = {}
        self._paused = False
        self._in_view: Callable[[], Sequence[ClipId]] = tuple

    def prefer_what(self, in_view: Callable[[], Sequence[ClipId]]) -> None:
        """Have shots looked for first in the clips that ``in_view`` returns when asked, on this thread."""
        self._in_view = in_view

    # asking -----------------------------------------------------------------------------------------------------
    def start(self, paths: Sequence[Path], terms: Terms = IN_PLACE) -> int:
        """Import files and folders after what was asked for before; all of it survives the end of the program.

        Return the key of the import; ``refused`` carries it where it cannot be remembered, which is told.
        """
        key = next(self._keys)
        self._starting += 1
        # Written down after every edit asked for so far, and not on this thread: it waits for the disk.
        self._bridge.read_after_edits(
            lambda archive: _remembered(archive, paths, terms), lambda found: self._on_remembered(key, found)
        )
        return key

    def _on_remembered(self, key: int, found: Started | SystemProblem) -> None:
        self._starting -= 1
        if isinstance(found, SystemProblem):
            self.refused.emit(key)
            self._bridge.tell(found)
        else:
            self._add(key, found.name, lambda session, report: session.first_look(found, report), found)

    def go_on(self) -> list[Started]:
        """Go on with the imports that were cut short, and return them."""
        left = self._bridge.archive.imports.take_up()
        for started in left:
            self._add(next(self._keys), started.name, _going_on(started), started)
        return left

    def retry(self, clips: Sequence[ClipId]) -> None:
        """Read the files of ``clips`` again."""
        name = plural(len(clips), "%n clip", "%n clips")
        self._add(next(self._keys), name, lambda session, report: session.look_again(clips, report))

    def _add(self, key: int, name: str, run: Run, started: Started | None = None) -> None:
        copies = started is not None and started.terms.copy
        self._queue.append(_Asked(Queued(key, name, copies), run, started))
        self._go_on()

    # the queue --------------------------------------------------------------------------------------------------
    @property
    def running(self) -> Queued | None:
        """The import that runs; None where none does."""
        return self._current.shown if self._current is not None else None

    @property
    def queued(self) -> tuple[Queued, ...]:
        """The imports that wait, the next one first."""
        return tuple(asked.shown for asked in self._queue)

    @property
    def waiting(self) -> int:
        """How many imports wait for the one that runs."""
        return len(self._queue)

    @property
    def is_running(self) -> bool:
        return bool(self._current or self._second_looks or self._starting)

    @property
    def is_paused(self) -> bool:
        return self._paused

    def move(self, key: int, step: int) -> None:
        """Have an import that waits come ``step`` places later, or earlier where that is negative."""
        place = next((at for at, asked in enumerate(self._queue) if asked.shown.key == key), None)
        if place is not None:
            asked = self._queue.pop(place)
            self._queue.insert(max(0, place + step), asked)
            self.queue_changed.emit()

    def toggle_pause(self) -> None:
        """Pause what runs, or let it go on."""
        if self._sessions:
            self._paused = not self._paused
            for session in tuple(self._sessions.values()):
                (session.pause if self._paused else session.resume)()
            self.queue_changed.emit()

    def cancel(self) -> None:
        """Cancel what runs and what waits; what has come in stays."""
        for asked in tuple(self._queue):
            self.cancel_one(asked.shown.key)
        running = [] if self._current is None or self._current.job is None else [self._current.job]
        for job in (*running, *self._second_looks):
            self._given_up.add(job)
            job.cancel()

    def cancel_one(self, key: int) -> None:
        """Cancel one import, whether it runs or waits; what has come in stays."""
        current = self._current
        if current is not None and current.shown.key == key and current.job is not None:
            self._given_up.add(current.job)
            current.job.cancel()
            return
        gone = [asked for asked in self._queue if asked.shown.key == key]
        self._queue = [asked for asked in self._queue if asked.shown.key != key]
        for asked in gone:
            self._forget_started(asked.started)
        self.queue_changed.emit()

    def _forget_started(self, started: Started | None) -> None:
        if started is not None:
            self._bridge.read(lambda archive: archive.imports.end(started), lambda _: None)

    # working ----------------------------------------------------------------------------------------------------
    def _go_on(self) -> None:
        """Begin with the next import where none runs."""
        if self._current is None and self._queue:
            asked = self._current = self._queue.pop(0)
            asked.job = self._bridge.start(
                Long.IMPORT,
                lambda job: self._work(job, asked.run, patient=False),
                progressed=self._on_progress,
                done=self._on_done,
                failed=self._on_stopped,
            )
        self.queue_changed.emit()

    def _start_second_look(self, unfinished: Unfinished) -> None:
        job = self._bridge.start(
            Long.SHOTS,
            lambda job: self._work(job, lambda session, report: session.second_look(unfinished, report), patient=True),
            progressed=self._on_second_progress,
            done=self._on_refined,
            failed=self._on_second_stopped,
        )
        self._second_looks.append(job)

    def _work(self, job: Job, run: Callable[[ImportSession, Callable[[Progress], None]], T], *, patient: bool) -> T:
        """Called on the thread of the work."""
        archive = self._bridge.archive
        with closing(archive.media_pool(patient=patient)) as pool:
            session = archive.importing(pool)
            self._sessions[job] = session
            if self._paused:
                session.pause()
            # What the archivist cancels is forgotten; what the end of the program cuts short goes on with the next.
            job.on_cancel(lambda: session.cancel() if job in self._given_up else session.suspend())
            return run(session, job.report)

    def _on_progress(self, progress: Progress) -> None:
        if self._current is not None:
            self.progressed.emit(progress)

    def _on_second_progress(self, progress: Progress) -> None:
        session = self._sessions.get(self._second_looks[0]) if self._second_looks else None
        if session is not None:
            session.prefer(self._in_view())
            if self._current is None:
                self.progressed.emit(progress)

    def _on_done(self, looked: Looked) -> None:
        report, unfinished = looked
        queued = self.running
        self._end_current()
        if unfinished is not None:
            self._start_second_look(unfinished)
        self.finished.emit(report)
        if queued is not None:
            self.over.emit(Over(queued, report))
        self._go_on()
        self.ended.emit()

    def _on_refined(self, report: ImportReport) -> None:
        self._forget(self._second_looks.pop(0))
        if self._current is None:
            self.refined.emit(report)
        self.ended.emit()

    def _on_stopped(self, error: Exception) -> None:
        self._end_current()
        self._tell_stopped(error)

    def _on_second_stopped(self, error: Exception) -> None:
        self._forget(self._second_looks.pop(0))
        self._tell_stopped(error)

    def _tell_stopped(self, error: Exception) -> None:
        self.stopped.emit()
        self._go_on()
        self.ended.emit()
        self._bridge.tell(error)

    def _end_current(self) -> None:
        asked, self._current = self._current, None
        if asked is not None and asked.job is not None:
            self._forget(asked.job)

    def _forget(self, job: Job) -> None:
        self._given_up.discard(job)
        self._sessions.pop(job, None)
        if not self._sessions:
            self._paused = False


def _remembered(archive: Archive, paths: Sequence[Path], terms: Terms) -> Started | SystemProblem:
    try:
        return archive.imports.begin(paths, terms)
    except SystemProblem as problem:
        return problem


def _going_on(started: Started) -> Run:
    def run(session: ImportSession, report: Callable[[Progress], None]) -> Looked:
        session.resuming()
        return session.first_look(started, report)

    return run
