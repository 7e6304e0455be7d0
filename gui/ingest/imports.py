"""Imports of one window: started by a drop, run beside everything else, one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from core.errors import SystemProblem
from core.ingest.journal import Started
from core.ingest.report import ImportReport, Progress
from core.ingest.session import ImportSession, Unfinished
from core.model.ids import ClipId
from gui.bridge.bridge import Bridge, Long
from gui.bridge.jobs import Job

T = TypeVar("T")
Looked = tuple[ImportReport, Unfinished | None]
Run = Callable[[ImportSession, Callable[[Progress], None]], Looked]


def _going_on(started: Started) -> Run:
    def run(session: ImportSession, report: Callable[[Progress], None]) -> Looked:
        session.resuming()
        return session.first_look(started, report)

    return run


class Imports(QObject):
    """Runs imports through the bridge; ``progressed`` carries a Progress, ``finished`` an ImportReport.

    When all files have been looked at, every shot of the new clips is looked for beside whatever else goes on, also
    beside the next import; ``refined`` carries the report when that is done.
    ``stopped`` says that an import ended early, of a full disk for instance; the bridge tells why.
    """

    progressed = Signal(object)
    finished = Signal(object)
    refined = Signal(object)
    stopped = Signal()
    ended = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._jobs: list[Job] = []
        self._given_up: set[Job] = set()
        self._second_looks: list[Job] = []
        self._sessions: dict[Job, ImportSession] = {}
        self._paused = False
        self._in_view: Callable[[], Sequence[ClipId]] = tuple

    def prefer_what(self, in_view: Callable[[], Sequence[ClipId]]) -> None:
        """Have shots looked for first in the clips that ``in_view`` returns when asked, on this thread."""
        self._in_view = in_view

    def start(self, paths: Sequence[Path]) -> None:
        """Import files and folders after what is being imported already; both survive the end of the program."""
        try:
            started = self._bridge.archive.imports.begin(paths)
        except SystemProblem as problem:
            self._bridge.tell(problem)
        else:
            self._start(lambda session, report: session.first_look(started, report))

    def go_on(self) -> list[Started]:
        """Go on with the imports that were cut short, and return them."""
        left = self._bridge.archive.imports.take_up()
        for started in left:
            self._start(_going_on(started))
        return left

    def retry(self, clips: Sequence[ClipId]) -> None:
        """Read the files of ``clips`` again."""
        self._start(lambda session, report: session.look_again(clips, report))

    @property
    def waiting(self) -> int:
        """How many imports wait for the one that runs."""
        return max(len(self._jobs) - 1, 0)

    @property
    def is_running(self) -> bool:
        return bool(self._jobs or self._second_looks)

    @property
    def is_paused(self) -> bool:
        return self._paused

    def toggle_pause(self) -> None:
        """Pause what runs, or let it go on."""
        if self._sessions:
            self._paused = not self._paused
            for session in tuple(self._sessions.values()):
                (session.pause if self._paused else session.resume)()

    def cancel(self) -> None:
        """Cancel what runs and what waits; what has come in stays."""
        everything = (*self._jobs, *self._second_looks)
        self._given_up.update(everything)
        for job in everything:
            job.cancel()

    def _start(self, run: Run) -> None:
        job = self._bridge.start(
            Long.IMPORT,
            lambda job: self._work(job, run, patient=False),
            progressed=self._on_progress,
            done=self._on_done,
            failed=lambda error: self._on_stopped(error, self._jobs),
        )
        self._jobs.append(job)

    def _start_second_look(self, unfinished: Unfinished) -> None:
        job = self._bridge.start(
            Long.SHOTS,
            lambda job: self._work(job, lambda session, report: session.second_look(unfinished, report), patient=True),
            progressed=self._on_second_progress,
            done=self._on_refined,
            failed=lambda error: self._on_stopped(error, self._second_looks),
        )
        self._second_looks.append(job)

    def _work(self, job: Job, run: Callable[[ImportSession, Callable[[Progress], None]], T], *, patient: bool) -> T:
        """Called on the thread of the work."""
        archive = self._bridge.archive
        with closing(archive.media_pool(patient=patient)) as pool:
            session = archive.importing(pool)
            self._sessions[job] = session
            # What the archivist cancels is forgotten; what the end of the program cuts short goes on with the next.
            job.on_cancel(lambda: session.cancel() if job in self._given_up else session.suspend())
            return run(session, job.report)

    def _on_progress(self, progress: Progress) -> None:
        if self._jobs:
            self.progressed.emit(progress)

    def _on_second_progress(self, progress: Progress) -> None:
        session = self._sessions.get(self._second_looks[0]) if self._second_looks else None
        if session is not None:
            session.prefer(self._in_view())
            if not self._jobs:
                self.progressed.emit(progress)

    def _on_done(self, looked: Looked) -> None:
        report, unfinished = looked
        self._end_one(self._jobs)
        if unfinished is not None:
            self._start_second_look(unfinished)
        self.finished.emit(report)
        self.ended.emit()

    def _on_refined(self, report: ImportReport) -> None:
        self._end_one(self._second_looks)
        if not self._jobs:
            self.refined.emit(report)
        self.ended.emit()

    def _on_stopped(self, error: Exception, jobs: list[Job]) -> None:
        self._end_one(jobs)
        self.stopped.emit()
        self.ended.emit()
        self._bridge.tell(error)

    def _end_one(self, jobs: list[Job]) -> None:
        job = jobs.pop(0)
        self._given_up.discard(job)
        self._sessions.pop(job, None)
        if not self._sessions:
            self._paused = False
