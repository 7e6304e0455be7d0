"""Keeps the window in step with the disk: what cannot be written just now, and the way out of reading only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStatusBar, QToolButton

from core.app import Archive
from gui.main_window.status import StatusLine
from gui.words import tr

LOOK_MS = 1_000


class DiskWatch(QObject):
    """Tells in the status line why records wait to be written, until they are."""

    def __init__(self, archive: Archive, status: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self._archive = archive
        self._status = status
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        if not archive.read_only:
            self._timer.start()

    def look(self) -> None:
        """Look at what the archive says of its disk; reads memory only."""
        trouble = self._archive.catalog.trouble
        self._status.show_trouble("" if trouble is None else str(trouble))

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()


def offer_writing(bar: QStatusBar, reopen: Callable[[], None]) -> None:
    """Put a button into the status bar that tries to open the archive for writing."""
    button = QToolButton()
    button.setText(tr("Try to open for writing"))
    button.setToolTip(tr("This archive is open for reading only. Close it where else it is open, then try here."))
    button.setAutoRaise(True)
    button.clicked.connect(lambda _checked: reopen())
    bar.addPermanentWidget(button)
