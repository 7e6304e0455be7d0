"""The strip at the bottom: how the import goes, and the buttons that steer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.values import dataclass
from gui.ingest.imports import Imports
from gui.ingest.telling import done_state, running_state
from gui.style import icon
from gui.widgets import ActionButton, ActivityState, ActivityStrip
from gui.words import tr

if TYPE_CHECKING:
    from core.ingest.report import Failure, ImportReport, Progress


@dataclass(frozen=True, slots=True)
class ImportActions:
    """The commands that steer imports."""

    queue: QAction
    pause: QAction
    cancel: QAction
    failures: QAction
    dismiss: QAction


class ImportStrip(QWidget):
    """Hidden until something is imported; stays with its result until it is dismissed."""

    def __init__(self, imports: Imports, actions: ImportActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._imports = imports
        self._actions = actions
        self._failed: tuple[Failure, ...] = ()
        self._strip = ActivityStrip()
        row = cast(QHBoxLayout, self._strip.layout())
        for action in (actions.failures, actions.queue, actions.pause, actions.cancel, actions.dismiss):
            row.addWidget(ActionButton(action, "quiet", self._strip))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._strip)
        imports.progressed.connect(self._on_progress)
        imports.finished.connect(self._on_finished)
        imports.refined.connect(self._on_finished)
        imports.stopped.connect(self._on_stopped)
        imports.ended.connect(self._on_ended)
        actions.pause.triggered.connect(self._on_pause)
        actions.cancel.triggered.connect(self._on_cancel)
        actions.dismiss.triggered.connect(self.hide)
        actions.failures.triggered.connect(self._on_failures)
        self.hide()
        self._offer()

    def announce(self, words: str) -> None:
        """Show that an import has been asked for."""
        self._strip.set_state(ActivityState(words))
        self.show()
        self._offer()

    def _offer(self) -> None:
        """Offer the commands that make sense now."""
        running, actions = self._imports.is_running, self._actions
        for action, sense in (
            (actions.pause, running),
            (actions.cancel, running),
            (actions.failures, bool(self._failed)),
            (actions.dismiss, not running and not self.isHidden()),
        ):
            action.setEnabled(sense)
            action.setVisible(sense)
        paused = self._imports.is_paused
        actions.pause.setText(tr("&Resume import") if paused else tr("&Pause import"))
        actions.pause.setIcon(icon("play" if paused else "pause"))

    def _on_progress(self, progress: Progress) -> None:
        self._strip.set_state(running_state(progress, self._imports.waiting))
        self.show()
        self._offer()

    def _on_finished(self, report: ImportReport) -> None:
        self._failed = report.failed
        self._strip.set_state(done_state(report))

    def _on_stopped(self) -> None:
        words = tr("The import stopped early; what has come in stays")
        self._strip.set_state(ActivityState(words, tr("It goes on when the archive is opened again"), None, "problem"))

    def _on_ended(self) -> None:
        self._offer()

    def _on_pause(self) -> None:
        self._imports.toggle_pause()
        self._offer()

    def _on_cancel(self) -> None:
        self._imports.cancel()
        self._strip.set_state(ActivityState(tr("Cancelling; what has come in stays")))

    def _on_failures(self) -> None:
        from gui.ingest.failures import FailuresDialog

        FailuresDialog(self._failed, self.window()).open()
