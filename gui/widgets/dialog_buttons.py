"""The two buttons under a dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from gui.style import set_role


class DialogButtons(QDialogButtonBox):
    """One button that does it, which Enter presses from any field, and Cancel."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Cancel, parent)
        done = self.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        set_role(done, "primary")
        done.setDefault(True)
        # Else Cancel, which comes first, would be what Enter presses.
        self.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
