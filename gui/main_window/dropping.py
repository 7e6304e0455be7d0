"""A window that files and folders can be dropped on, wherever on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from gui.ingest.dropping import DropOverlay, dropped_paths

Take = Callable[[Sequence[Path]], None]


class DropWindow(QMainWindow):
    """Shows what a drop would do while something hovers over it; what it dragged out itself is not taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._take: Take | None = None
        self.overlay = DropOverlay(self)
        self.setAcceptDrops(True)

    def take_drops(self, take: Take) -> None:
        """Hand what is dropped to ``take``; until then nothing can be dropped."""
        self._take = take

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = [] if self._take is None or event.source() is not None else dropped_paths(event.mimeData())
        if paths:
            self.overlay.show_for(len(paths))
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.overlay.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if self._take is not None:
            self._take(dropped_paths(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.overlay.setGeometry(self.rect())
