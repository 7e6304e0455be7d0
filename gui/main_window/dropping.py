"""A window that files and folders can be dropped on, wherever on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from core.app import SUFFIX
from gui.ingest.dropping import DropOverlay, dropped_paths

Take = Callable[[Sequence[Path]], None]


class DropWindow(QMainWindow):
    """Shows what a drop would do while something hovers over it; what it dragged out itself is not taken back.

    An archive is opened, anything else is brought in.
    """

    def __init__(self) -> None:
        super().__init__()
        self._take: Take | None = None
        self._open: Callable[[Path], None] | None = None
        self.overlay = DropOverlay(self)
        self.setAcceptDrops(True)

    def take_drops(self, take: Take) -> None:
        """Hand what is dropped to ``take``; until then nothing can be brought in."""
        self._take = take

    def open_drops(self, open_archive: Callable[[Path], None]) -> None:
        """Hand an archive that is dropped to ``open_archive``; until then none is told from other folders."""
        self._open = open_archive

    def _archive_in(self, paths: Sequence[Path]) -> Path | None:
        """Return the archive that is dropped, told by its name: nothing is looked up while something hovers."""
        archive = self._open is not None and len(paths) == 1 and paths[0].suffix == SUFFIX
        return paths[0] if archive else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = [] if event.source() is not None else dropped_paths(event.mimeData())
        archive = self._archive_in(paths)
        if archive is not None:
            self.overlay.show_for_archive(archive.stem)
        elif paths and self._take is not None:
            self.overlay.show_for(len(paths))
        else:
            return
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
        paths = dropped_paths(event.mimeData())
        archive = self._archive_in(paths)
        if archive is not None and self._open is not None:
            self._open(archive)
        elif self._take is not None:
            self._take(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.overlay.setGeometry(self.rect())
