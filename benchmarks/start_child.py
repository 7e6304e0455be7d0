"""The window started as a user starts it, which says when posters were on the screen; see benchmarks.start."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from core.settings import Settings
from gui.app import application
from gui.program import Program

QUIET_S = 0.1
"""Without a new poster for so long, the first screen is full."""


class Watch(QObject):
    """Notes when the first poster and the last one of the first screen were there, and ends the program."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._first = self._last = 0.0
        self._posters = 0
        self._timer = QTimer(self, interval=2)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        window, now = self._program.window, time.time()
        if window is None:
            return
        posters = window.pane.grid.posters
        if posters != self._posters:
            self._posters = posters
            window.pane.grid.viewport().repaint()
            self._last = time.time()
            self._first = self._first or self._last
        elif self._first and now - self._last > QUIET_S:
            self._timer.stop()
            sys.stdout.write(f"{self._first} {self._last} {time.process_time()}\n")
            self._program.quit()


def run(folder: Path, *, read_only: bool = False) -> None:
    """Open the window on an archive until posters are painted."""
    app: QApplication = application()
    program = Program(app, Settings.load())
    program.open(folder, read_only=read_only)
    Watch(program)
    app.exec()
    program.close()
