"""The buttons under a dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QWidget

from gui.style import set_role

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DialogButtons(QDialogButtonBox):
    """One button that does it, which Enter presses from any field, and Cancel."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Cancel, parent)
        done = self.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        set_role(done, "primary")
        done.setDefault(True)
        # Else Cancel, which comes first, would be what Enter presses.
        self.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)


class CloseButtons(QDialogButtonBox):
    """Close, and what is added to it; Enter presses the one that has the focus, and never another.

    In such a dialog Enter opens what is chosen in a list or ends what is typed; a default button would take it too.
    """

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Close)
        self._prepare(self.button(QDialogButtonBox.StandardButton.Close))
        self.rejected.connect(dialog.reject)

    def add(self, button: QPushButton) -> QPushButton:
        """Put ``button`` beside Close and return it."""
        self.addButton(self._prepare(button), QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def _prepare(self, button: QPushButton) -> QPushButton:
        button.setAutoDefault(False)
        button.installEventFilter(self)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and isinstance(watched, QPushButton) and event.key() in _ENTER:
            if event.type() is QEvent.Type.KeyPress:
                watched.click()
            return True
        return super().eventFilter(watched, event)
