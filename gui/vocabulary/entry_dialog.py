"""One entry of the authority file, with all its names."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.catalog.vocabulary import Vocabulary
from core.errors import UserProblem
from core.model.vocabulary import Entry, EntryKind
from gui.style import Space, TextRole
from gui.vocabulary.fields import alias_lines, id_lines, read_aliases, read_ids
from gui.widgets import DialogButtons, Text

_LINES = 3
_WITH_PARENT = (EntryKind.LOCATION, EntryKind.PRODUCTION)


@dataclass(frozen=True, slots=True)
class EntrySaved:
    """The entry as it shall be."""

    entry: Entry


class EntryDialog(QDialog):
    """Edits one entry; ``saved`` carries it."""

    saved = Signal(object)

    def __init__(self, entry: Entry, vocabulary: Vocabulary, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry = entry
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{str(entry.kind).capitalize()}: {entry.label}")
        self.setMinimumWidth(460)
        self._label = QLineEdit(entry.label)
        self._label.setAccessibleName("Name")
        self._aliases = _several_lines("Aliases", alias_lines(entry.aliases), "one a line; language in brackets [de]")
        self._parent = _parents(entry, vocabulary)
        self._released = QLineEdit(entry.released)
        self._released.setAccessibleName("Released")
        self._released.setPlaceholderText("2023-07-12, 2023-07 or 2023")
        self._directors = QLineEdit("; ".join(entry.directors))
        self._directors.setAccessibleName("Directors")
        self._directors.setPlaceholderText("Names, parted by ;")
        self._ids = _several_lines("Ids", id_lines(entry.external_ids), "wikidata: Q37079")
        self._note = _several_lines("Note", entry.note, "")
        self._problem = Text("", TextRole.SMALL, "danger", wrap=True)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(self._form())
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons())
        self._label.setFocus()
        self._label.selectAll()

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(Space.S)
        form.addRow("&Name", self._label)
        form.addRow("&Aliases", self._aliases)
        if self._entry.kind in _WITH_PARENT:
            form.addRow("&Within" if self._entry.kind is EntryKind.LOCATION else "&Part of", self._parent)
        if self._entry.kind is EntryKind.PRODUCTION:
            form.addRow("&Released", self._released)
            form.addRow("&Directors", self._directors)
        form.addRow("&Ids", self._ids)
        form.addRow("N&ote", self._note)
        return form

    def _buttons(self) -> DialogButtons:
        buttons = DialogButtons("Save")
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        return buttons

    def entry(self) -> Entry:
        """Return the entry as it is filled in; raises UserProblem where it makes no sense."""
        label = " ".join(self._label.text().split())
        if not label:
            raise UserProblem(f"A {self._entry.kind} needs a name.")
        return replace(
            self._entry,
            label=label,
            aliases=tuple(alias for alias in read_aliases(self._aliases.toPlainText()) if alias.text != label),
            parent=self._parent.currentData(),
            released=self._released.text().strip(),
            directors=tuple(filter(None, (name.strip() for name in self._directors.text().split(";")))),
            external_ids=read_ids(self._ids.toPlainText()),
            note=self._note.toPlainText().strip(),
        )

    def _on_accepted(self) -> None:
        try:
            entry = self.entry()
        except UserProblem as problem:
            self._problem.setText(str(problem))
            self._problem.show()
            return
        self.saved.emit(EntrySaved(entry))
        self.accept()


def _several_lines(accessible_name: str, text: str, placeholder: str) -> QPlainTextEdit:
    edit = QPlainTextEdit(text)
    edit.setAccessibleName(accessible_name)
    edit.setPlaceholderText(placeholder)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _LINES + 2 * Space.S)
    return edit


def _parents(entry: Entry, vocabulary: Vocabulary) -> QComboBox:
    """Offer every other entry of the kind as what this one lies in or is part of."""
    choice = QComboBox()
    choice.setAccessibleName("Within")
    choice.addItem("nothing", None)
    for other in vocabulary.all(entry.kind):
        if other.id != entry.id:
            choice.addItem(other.label, other.id)
    choice.setCurrentIndex(max(choice.findData(entry.parent), 0))
    return choice
