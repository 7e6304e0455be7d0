"""One entry of the authority file, with all its names."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from core.catalog.vocabulary import Vocabulary
from core.errors import UserProblem
from core.model.vocabulary import Entry
from core.values import dataclass
from gui.kinds import new_kind
from gui.style import Space, TextRole
from gui.vocabulary.entry_form import EntryForm, NearChosen
from gui.widgets import DialogButtons, Text
from gui.words import capital, tr


@dataclass(frozen=True, slots=True)
class EntrySaved:
    """The entry as it shall be."""

    entry: Entry


class EntryDialog(QDialog):
    """Edits one entry, or makes a new one; ``saved`` carries it, ``near_chosen`` another that was meant instead."""

    saved = Signal(object)
    near_chosen = Signal(object)

    def __init__(self, entry: Entry, vocabulary: Vocabulary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_new = vocabulary.raw(entry.id) is None
        named = tr("{kind}: {name}", kind=capital(entry.kind.word), name=entry.label)
        self.setWindowTitle(new_kind(entry.kind) if is_new and not entry.label else named)
        self.setMinimumWidth(480)
        self.form = EntryForm(entry, vocabulary)
        self.form.near_chosen.connect(self._on_near)
        self._problem = Text("", TextRole.SMALL, "danger", wrap=True)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(self.form)
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons(tr("Make") if is_new and not entry.label else tr("Save")))
        self.form.label.setFocus()
        self.form.label.selectAll()

    def _buttons(self, words: str) -> DialogButtons:
        buttons = DialogButtons(words)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        return buttons

    def entry(self) -> Entry:
        """Return the entry as it is filled in; raises UserProblem where it makes no sense."""
        return self.form.entry()

    def _on_accepted(self) -> None:
        try:
            entry = self.entry()
        except UserProblem as problem:
            self._problem.setText(str(problem))
            self._problem.show()
            return
        self.saved.emit(EntrySaved(entry))
        self.accept()

    def _on_near(self, chosen: NearChosen) -> None:
        self.near_chosen.emit(chosen)
        self.accept()
