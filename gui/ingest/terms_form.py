"""On which terms files come in, to be chosen: left or copied, names, where they come from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from core.app import Archive
from core.ingest.terms import Terms
from core.model.clip import Source
from core.model.vocabulary import Entry
from gui.ingest.given_tags import GivenTags
from gui.style import Space, TextRole, read_margins
from gui.widgets import Text
from gui.words import tr


class TermsForm(QWidget):
    """Shows terms and says which are chosen; ``copy_chosen`` is emitted where leaving and copying change places."""

    copy_chosen = Signal()

    def __init__(self, archive: Archive, terms: Terms, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leave = QRadioButton(tr("&Leave them where they are"))
        self.copy = QRadioButton(tr("&Copy them into the archive, verified"))
        self._ways = QButtonGroup(self)
        self.room = Text("", TextRole.SMALL, "secondary")
        self.room.hide()
        self.tags = GivenTags(archive)
        self.source = _field(tr("From", "of clips: a platform, a person, a card"), tr("A platform, a person, a card"))
        self.credit = _field(tr("Credit"), tr("How they are credited"))
        self._lay_out()
        (self.copy if terms.copy else self.leave).setChecked(True)
        self.tags.show_given(terms.tags)
        self.source.setText(terms.source.platform)
        self.credit.setText(terms.source.credit)
        self._ways.buttonClicked.connect(lambda _button: self.copy_chosen.emit())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        for button in (self.leave, self.copy):
            self._ways.addButton(button)
            layout.addWidget(button)
        self.room.setContentsMargins(read_margins(Space.L + Space.S, 0, 0, 0))
        layout.addWidget(self.room)
        form = QFormLayout()
        form.setContentsMargins(0, Space.M, 0, 0)
        form.setHorizontalSpacing(Space.L)
        form.setVerticalSpacing(Space.S)
        for words, field in (
            (tr("Tag all with"), self.tags),
            (tr("From", "of clips: a platform, a person, a card"), self.source),
            (tr("Credit"), self.credit),
        ):
            form.addRow(QLabel(words), field)
        layout.addLayout(form)

    @property
    def terms(self) -> Terms:
        """The terms chosen."""
        source = Source(platform=self.source.text().strip(), credit=self.credit.text().strip())
        return Terms(copy=self.copy.isChecked(), tags=self.tags.given, source=source)

    @property
    def new_entries(self) -> tuple[Entry, ...]:
        """The names among them that are to be made first."""
        return self.tags.new_entries


def _field(name: str, placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    return field
