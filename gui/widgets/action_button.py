"""A push button that is the face of an action."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from gui.style import icon, set_role


class ActionButton(QPushButton):
    """Shows text, icon, tool tip and state of ``action`` and triggers it; ``role`` is as for gui.style.set_role."""

    def __init__(self, action: QAction, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._role = role
        set_role(self, role)
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def _follow(self) -> None:
        action = self._action
        self.setText(action.text())
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())
        self.setVisible(action.isVisible() and self.parentWidget() is not None)
        name = action.icon().name()
        # On the accent the grey of a tool-bar icon would be lost.
        self.setIcon(icon(name, "on_accent") if name and self._role == "primary" else action.icon())
        self.setAccessibleName(action.text().replace("&", ""))
