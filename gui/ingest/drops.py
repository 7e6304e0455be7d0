"""What is dragged over a window from outside, and dropped on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from gui.ingest.dropping import DropOverlay, dropped_paths


class Drops(QObject):
    """Says over ``window`` what a drop would do, and gives what is dropped to ``take``."""

    def __init__(self, window: QWidget, overlay: DropOverlay, take: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(window)
        self._overlay = overlay
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QDragEnterEvent):
            self._on_entered(event)
        elif kind == QEvent.Type.DragLeave:
            self._overlay.hide()
        elif isinstance(event, QDropEvent):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if kind == QEvent.Type.Drop:
                self._overlay.hide()
                self._take(dropped_paths(event.mimeData()))
        elif kind == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._overlay.setGeometry(watched.rect())
            return False
        else:
            return super().eventFilter(watched, event)
        return True

    def _on_entered(self, event: QDragEnterEvent) -> None:
        """Take what comes from another program and is a file or folder."""
        paths = [] if event.source() is not None else dropped_paths(event.mimeData())
        if paths:
            self._overlay.show_for(len(paths))
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
