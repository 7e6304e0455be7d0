"""A dialog over work on many bytes: how it is going, pausing and ending it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QProgressBar, QPushButton, QVBoxLayout, QWidget

from core.fixity.work import WorkProgress
from core.model.time import clock
from core.values import dataclass
from gui.bridge.bridge import Bridge, Long
from gui.bridge.jobs import Job
from gui.style import Space, TextRole
from gui.widgets import Text
from gui.words import number, plural, tr

_STEPS = 1_000
_SMALL = (520, 150)
_WITH_FAULTS = (640, 420)


class Steerable(Protocol):
    """Work that can be paused and ended from any thread."""

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def cancel(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the work: a sentence, and a line for each thing that somebody should look at."""

    sentence: str
    faults: Sequence[str] = ()


Run = Callable[[Callable[[WorkProgress], None]], Outcome]
"""Does the work on a thread of its own, telling how it goes."""


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work: of which kind, what steers it, and what does it."""

    long: Long
    work: Steerable
    run: Run


class WorkDialog(QDialog):
    """Shows one piece of work from its start to what came of it; closing it early cancels the work."""

    def __init__(self, title: str, bridge: Bridge, task: Task, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(*_SMALL)
        self._bridge = bridge
        self._work = task.work
        self._running = True
        self._paused = False
        self._words = Text(tr("Starting …"), TextRole.STRONG, wrap=True)
        self._detail = Text("", TextRole.SMALL, "secondary", wrap=True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(tr("How much is done"))
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._faults = QListWidget()
        self._faults.setAccessibleName(tr("What to look at"))
        self._faults.setWordWrap(True)
        self._faults.hide()
        self._pause = QPushButton(tr("Pause"))
        self._pause.clicked.connect(self._on_pause)
        self._end = QPushButton(tr("Cancel"))
        self._end.clicked.connect(self.close)
        self._lay_out()
        bridge.start(
            task.long,
            lambda job: self._do(job, task.run),
            progressed=self._on_progress,
            done=self._on_done,
            failed=self._on_failed,
        )

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._pause)
        buttons.addWidget(self._end)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self._words)
        layout.addWidget(self._bar)
        layout.addWidget(self._detail)
        layout.addWidget(self._faults, 100)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def _do(self, job: Job, run: Run) -> Outcome:
        """Called on the thread of the work."""
        job.on_cancel(self._work.cancel)
        return run(job.report)

    def _on_progress(self, progress: WorkProgress) -> None:
        self._bar.setValue(_STEPS * progress.bytes_done // max(progress.bytes, 1))
        done = number(progress.files_done)
        self._words.setText(plural(progress.files, "{done} of %n file", "{done} of %n files", done=done))
        parts = [progress.current, f"{number(round(progress.bytes_per_second / 1e6))} MB/s"]
        if progress.seconds_left is not None:
            parts.append(tr("{time} left", time=clock(Fraction(round(progress.seconds_left)))))
        self._detail.setText(tr("Paused") if progress.paused else " · ".join(part for part in parts if part))

    def _on_done(self, outcome: Outcome) -> None:
        self._stop(outcome.sentence)
        self._faults.addItems(list(outcome.faults))
        self._faults.setVisible(bool(outcome.faults))
        if outcome.faults:
            self.resize(*_WITH_FAULTS)

    def _on_failed(self, error: Exception) -> None:
        self._stop(tr("It was not finished; what was done by then stays."))
        self._bridge.tell(error)

    def _stop(self, sentence: str) -> None:
        self._running = False
        self._bar.hide()
        self._pause.hide()
        self._detail.setText("")
        self._words.setText(sentence)
        self._end.setText(tr("Close"))
        self._end.setEnabled(True)

    def _on_pause(self) -> None:
        self._paused = not self._paused
        (self._work.pause if self._paused else self._work.resume)()
        self._pause.setText(tr("Resume") if self._paused else tr("Pause"))

    def reject(self) -> None:
        """Close as the window's own button does."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel what still runs and stay to tell what came of it; close otherwise."""
        if self._running:
            self._work.cancel()
            self._end.setEnabled(False)
            self._words.setText(tr("Ending …"))
            event.ignore()
        else:
            super().closeEvent(event)
