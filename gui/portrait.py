"""A picture of the window by the window, for the README and for looking at it critically."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from core.values import dataclass
from gui.main_window.finding import Result
from gui.main_window.window import MainWindow

_QUIET_MS = 900
"""Without a new picture for so long, the window is taken to be complete."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What the picture shows: how large, the search, and how many clips from which one on are selected."""

    target: Path
    size: QSize
    search: str = ""
    select: tuple[int, ...] = ()


class Portrait(QObject):
    """Waits until the window has painted everything, saves a picture of it, and says so."""

    taken = Signal()

    def __init__(self, window: MainWindow, sitting: Sitting) -> None:
        super().__init__(window)
        self._window = window
        self._sitting = sitting
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._take)
        window.resize(sitting.size)
        self._is_found = False
        window.pictures.loader.delivered.connect(self._on_arrived)
        window.browser.list.lines.modelReset.connect(self._on_arrived)
        window.pane.found.connect(self._on_found)
        window.pane.search(sitting.search)

    def _on_found(self, result: Result) -> None:
        pane = self._window.pane
        shown = result.rows if result.moments is None else [card.row for card in result.moments]
        rows = [shown[place] for place in self._sitting.select if place < len(shown)]
        (pane.grid if result.moments is None else pane.moments).select_rows(rows)
        self._is_found = True
        self._quiet.start()

    def _on_arrived(self, _arrived: object = None) -> None:
        if self._is_found:
            self._quiet.start()

    def _take(self) -> None:
        self._window.grab().save(str(self._sitting.target))
        self.taken.emit()
