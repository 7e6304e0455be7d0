"""Watched folders of one window: looked at beside everything else, as long as it is open."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from gui.bridge.bridge import Bridge, Long
from gui.bridge.jobs import Job
from gui.ingest.imports import Imports, Over
from gui.words import plural

if TYPE_CHECKING:
    from core.ingest.watching import Arrived, Look, Watcher

EVERY_MS = 3_000
_AT_MOST_MS = 60_000
_SHARE = 20
"""Looking takes a twentieth of the time at most: a folder of many files is looked at less often."""


class Watching(QObject):
    """Starts an import for what came to lie in a watched folder; ``looked`` carries a Look, ``came_in`` a sentence.

    The list of folders is read anew for every look, so that a change counts at once.
    """

    looked = Signal(object)
    came_in = Signal(str)

    def __init__(self, bridge: Bridge, imports: Imports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._imports = imports
        self._taking = QElapsedTimer()
        self._arrived: dict[int, Arrived] = {}
        imports.over.connect(self._on_over)
        imports.refused.connect(self._on_refused)
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        if not bridge.archive.read_only:
            self._timer.start()

    @cached_property
    def _watcher(self) -> Watcher:
        return self._bridge.archive.watcher()

    def look(self) -> None:
        """Look at every watched folder, beside everything else."""
        self._timer.stop()
        self._taking.start()
        self._bridge.start(
            Long.WATCH, self._look, progressed=lambda _: None, done=self._on_looked, failed=self._on_failed
        )

    def stop(self) -> None:
        """Begin no other look; one under way is given up when the bridge closes."""
        self._timer.stop()

    def _look(self, job: Job) -> Look:
        """Called on the thread of the work."""
        job.on_cancel(self._watcher.cancel)
        return self._watcher.look()

    def _on_looked(self, look: Look) -> None:
        for arrived in look.arrived:
            key = self._imports.start(arrived.paths, arrived.watched.terms)
            self._arrived[key] = arrived
        self._rest()
        self.looked.emit(look)

    def _on_over(self, over: Over) -> None:
        arrived = self._arrived.pop(over.queued.key, None)
        if arrived is not None and over.report.added:
            added, folder = over.report.added, arrived.watched.folder.name
            words = plural(added, "%n clip came in from {folder}.", "%n clips came in from {folder}.", folder=folder)
            self.came_in.emit(words)

    def _on_refused(self, key: int) -> None:
        arrived = self._arrived.pop(key, None)
        if arrived is not None:
            self._watcher.try_again(arrived)

    def _on_failed(self, error: Exception) -> None:
        self._rest()
        self._bridge.tell(error)

    def _rest(self) -> None:
        took = self._taking.elapsed()
        self._timer.start(max(EVERY_MS, min(took * _SHARE, _AT_MOST_MS)))
