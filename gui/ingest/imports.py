"""Imports of one window: started by a drop, run beside everything else, one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.errors import SystemProblem
from core.ingest.journal import Started
from core.ingest.report import ImportReport, Progress
from core.ingest.session import ImportSession
from core.model.ids import ClipId
from gui.bridge.bridge import Bridge, Long
from gui.bridge.jobs import Job

Run = Callable[[ImportSession, Callable[[Progress], None]], ImportReport]


def _going_on(started: Started) -> Run:
    return lambda session, report: session.go_on(started, report)


class Imports(QObject):
    """Runs imports through the bridge; ``progressed`` carries a Progress, ``finished`` an ImportReport.

    ``stopped`` says that an import ended early, of a full disk for instance; the bridge tells why.
    """

    progressed = Signal(object)
    finished = Signal(object)
    stopped = Signal()
    ended = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._jobs: list[Job] = []
        self._given_up: set[Job] = set()
        self._session: ImportSession | None = None
        self._paused = False

    def start(self, paths: Sequence[Path]) -> None:
        """Import files and folders after what is being imported already; both survive the end of the program."""
        try:
            started = self._bridge.archive.imports.begin(paths)
        except SystemProblem as problem:
            self._bridge.tell(problem)
        else:
            self._start(lambda session, report: session.carry_out(started, report))

    def go_on(self) -> list[Started]:
        """Go on with the imports that were cut short, and return them."""
        left = self._bridge.archive.imports.take_up()
        for started in left:
            self._start(_going_on(started))
        return left

    def retry(self, clips: Sequence[ClipId]) -> None:
        """Read the files of ``clips`` again."""
        self._start(lambda session, report: session.retry(clips, report))

    @property
    def waiting(self) -> int:
        """How many imports wait for the one that runs."""
        return max(len(self._jobs) - 1, 0)

    @property
    def is_running(self) -> bool:
        return bool(self._jobs)

    @property
    def is_paused(self) -> bool:
        return self._paused

    def toggle_pause(self) -> None:
        """Pause the import that runs, or let it go on."""
        session = self._session
        if session is not None:
            self._paused = not self._paused
            (session.pause if self._paused else session.resume)()

    def cancel(self) -> None:
        """Cancel the import that runs and those that wait; what has come in stays."""
        self._given_up.update(self._jobs)
        for job in self._jobs:
            job.cancel()

    def _start(self, run: Run) -> None:
        job = self._bridge.start(
            Long.IMPORT,
            lambda job: self._work(job, run),
            progressed=self._on_progress,
            done=self._on_done,
            failed=self._on_failed,
        )
        self._jobs.append(job)

    def _work(self, job: Job, run: Run) -> ImportReport:
        """Called on the import thread."""
        archive = self._bridge.archive
        with closing(archive.media_pool()) as pool:
            session = archive.importing(pool)
            self._session = session
            # What the archivist cancels is forgotten; what the end of the program cuts short goes on with the next.
            job.on_cancel(lambda: session.cancel() if job in self._given_up else session.suspend())
            return run(session, job.report)

    def _on_progress(self, progress: Progress) -> None:
        if self._jobs:
            self.progressed.emit(progress)

    def _on_done(self, report: ImportReport) -> None:
        self._end_one()
        self.finished.emit(report)
        self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end_one()
        self.stopped.emit()
        self.ended.emit()
        self._bridge.tell(error)

    def _end_one(self) -> None:
        self._given_up.discard(self._jobs.pop(0))
        self._session = None
        self._paused = False
