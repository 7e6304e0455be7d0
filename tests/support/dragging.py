"""Another program on the screen: a window that files can be dragged from, or dropped on.

python tests/support/dragging.py give FILE...      a window titled "Files to drag"
python tests/support/dragging.py take LIST         a window titled "Drop here" that writes what it gets to LIST
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Giver(QLabel):
    """Drags its files as soon as the pointer moves with a button down."""

    def __init__(self, files: list[str]) -> None:
        super().__init__("Files to drag")
        self.setWindowTitle("Files to drag")
        self._files = files

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(file) for file in self._files])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.CopyAction)


class Taker(QLabel):
    """Writes the paths that are dropped on it, a line each, and how they were meant."""

    def __init__(self, target: Path) -> None:
        super().__init__("Drop here")
        self.setWindowTitle("Drop here")
        self.setAcceptDrops(True)
        self._target = target

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        paths = [url.toLocalFile() for url in event.mimeData().urls()]
        text = "".join(f"{event.dropAction().name}\t{path}\n" for path in paths)
        part = self._target.with_suffix(".part")
        part.write_text(text, encoding="utf-8")
        part.replace(self._target)


def main() -> int:
    app = QApplication([])
    what, *paths = sys.argv[1:]
    window = Giver(paths) if what == "give" else Taker(Path(paths[0]))
    window.resize(260, 160)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
