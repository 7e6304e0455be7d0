"""Asks for the name of a saved search."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from gui.style import Space, TextRole
from gui.widgets import DialogButtons, Text
from gui.words import tr


class NameDialog(QDialog):
    """A name for a search; ``named`` carries it.  ``taken`` are the names of others, which it refuses."""

    named = Signal(str)

    def __init__(self, title: str, name: str, query: str, taken: frozenset[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._taken = frozenset(one.casefold() for one in taken)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.field = QLineEdit(name)
        self.field.setAccessibleName(tr("Name"))
        self._problem = Text("", TextRole.SMALL, "danger", wrap=True)
        self._problem.hide()
        form = QFormLayout()
        form.setSpacing(Space.S)
        form.addRow(tr("&Name"), self.field)
        form.addRow(tr("Search"), Text(query, TextRole.BODY, "secondary", wrap=True))
        buttons = DialogButtons(tr("Save"))
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(form)
        layout.addWidget(self._problem)
        layout.addWidget(buttons)
        self.field.setFocus()
        self.field.selectAll()

    def _on_accepted(self) -> None:
        name = " ".join(self.field.text().split())
        problem = ""
        if not name:
            problem = tr("A search needs a name to be saved under.")
        elif name.casefold() in self._taken:
            problem = tr("Another search is saved as “{name}” already.", name=name)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            self.named.emit(name)
            self.accept()
