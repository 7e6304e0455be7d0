"""A screen full of picture."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Behind(Protocol):
    """The player that lends its picture."""

    def keyPressEvent(self, event: QKeyEvent) -> None: ...
    def keyReleaseEvent(self, event: QKeyEvent) -> None: ...
    def come_back(self) -> None: ...


class FullScreen(QWidget):
    """Holds ``view`` until it is closed; its keys are those of the player behind it."""

    def __init__(self, view: QWidget, player: QWidget, behind: Behind) -> None:
        super().__init__(player, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Slatebook")
        self._behind = behind
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._behind.keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._behind.keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._behind.come_back()
        super().closeEvent(event)
