"""A button that gives way: its icon alone where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget


class Terse(QObject):
    """Has ``button`` show its icon alone while ``container`` is narrower than ``least`` pixels.

    A screen reader and the tool tip go on telling what it does.
    """

    def __init__(self, button: QPushButton | QToolButton, container: QWidget, least: int) -> None:
        super().__init__(button)
        self._button = button
        self._words = button.text()
        self._least = least
        if not button.accessibleName():
            button.setAccessibleName(self._words)
        container.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self._fit(bare=watched.width() < self._least)
        return super().eventFilter(watched, event)

    def _fit(self, *, bare: bool) -> None:
        button, styles = self._button, Qt.ToolButtonStyle
        if isinstance(button, QToolButton):
            button.setToolButtonStyle(styles.ToolButtonIconOnly if bare else styles.ToolButtonTextBesideIcon)
        else:
            button.setText("" if bare else self._words)
