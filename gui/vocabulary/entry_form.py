"""The fields of one entry of the authority file."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.catalog.vocabulary import Vocabulary
from core.errors import UserProblem
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.search.periods import read_period
from core.values import dataclass
from gui.style import Space, TextRole
from gui.vocabulary.fields import alias_lines, id_lines, read_aliases, read_ids
from gui.vocabulary.parent_field import ParentField
from gui.widgets import Text
from gui.words import dated, msg, tr, undated

_LINES = 3
_WITH_PARENT = (EntryKind.LOCATION, EntryKind.PRODUCTION, EntryKind.KEYWORD)
_IN = msg("&Within")
_WITHIN = {EntryKind.LOCATION: _IN, EntryKind.PRODUCTION: msg("&Part of"), EntryKind.KEYWORD: msg("&Broader")}
_SPANS = {EntryKind.PERSON: (msg("&Born"), msg("&Died")), EntryKind.LOCATION: (msg("&From"), msg("&To"))}


@dataclass(frozen=True, slots=True)
class NearChosen:
    """The entry that was meant by a name much like its own."""

    entry: EntryId


class EntryForm(QWidget):
    """Shows one entry and gives back what is filled in; a name near a known one is pointed out as it is typed."""

    edited = Signal()
    near_chosen = Signal(object)

    def __init__(self, entry: Entry, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary = vocabulary
        self._near = EntryId("")
        self.label = _line(tr("Name"))
        self._aliases = _several_lines(tr("Aliases"), tr("One a line; a language in brackets: Том Круз [ru]"))
        self._parent = ParentField(vocabulary)
        self._from = _line(tr("From"), tr("1962-07-03, 1962-07 or 1962"))
        self._to = _line(tr("To"), tr("2012-08-19, 2012-08 or 2012"))
        self._released = _line(tr("Released"), tr("2023-07-12, 2023-07 or 2023"))
        self._directors = _line(tr("Directors"), tr("Names, parted by ;"))
        self._ids = _several_lines(tr("Ids"), "wikidata: Q37079")
        self._note = _several_lines(tr("Note"), "")
        self._hint, self._take = Text("", TextRole.SMALL, "warning"), QPushButton()
        self._take.setAutoDefault(False)  # else Enter in a field would press it
        self._take.clicked.connect(lambda: self.near_chosen.emit(NearChosen(self._near)))
        self._hint_row = QWidget()
        self._form = QFormLayout()
        self._entry = entry
        self._is_filling = True
        self._lay_out()
        self.label.textChanged.connect(self._look_for_near)
        for line in self.findChildren(QLineEdit):
            line.textChanged.connect(self._on_edited)
        for lines in self.findChildren(QPlainTextEdit):
            lines.textChanged.connect(self._on_edited)
        self.show_entry(entry)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._hint_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._hint, 1)
        row.addWidget(self._take)
        form = self._form
        form.setSpacing(Space.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, field in (
            (tr("&Name"), self.label), ("", self._hint_row), (tr("&Aliases"), self._aliases),
            (tr("&Within"), self._parent), (tr("&Born"), self._from), (tr("&Died"), self._to),
            (tr("&Released"), self._released), (tr("&Directors"), self._directors),
            (tr("&Ids"), self._ids), (tr("N&ote"), self._note),
        ):  # fmt: skip
            form.addRow(words, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)

    def show_entry(self, entry: Entry) -> None:
        """Show another entry, or the same as it is now."""
        self._entry, self._is_filling = entry, True
        self.label.setText(entry.label)
        self._aliases.setPlainText(alias_lines(entry.aliases))
        self._parent.show_parent_of(entry)
        self._from.setText(dated(entry.existed_from))
        self._to.setText(dated(entry.existed_to))
        self._released.setText(dated(entry.released))
        self._directors.setText("; ".join(entry.directors))
        self._ids.setPlainText(id_lines(entry.external_ids))
        self._note.setPlainText(entry.note)
        self._is_filling = False
        self._show_rows(entry.kind)
        self._form.setRowVisible(self._hint_row, False)

    def _on_edited(self, *_what: object) -> None:
        if not self._is_filling:
            self.edited.emit()

    def _show_rows(self, kind: EntryKind) -> None:
        production = kind is EntryKind.PRODUCTION
        for field, shown in (
            (self._parent, kind in _WITH_PARENT), (self._from, kind in _SPANS), (self._to, kind in _SPANS),
            (self._released, production), (self._directors, production),
        ):  # fmt: skip
            self._form.setRowVisible(field, shown)
        within = _WITHIN.get(kind, _IN)
        self._name_row(self._parent, tr(within))
        for field, words in zip((self._from, self._to), _SPANS.get(kind, _SPANS[EntryKind.LOCATION]), strict=True):
            self._name_row(field, tr(words))

    def _name_row(self, field: QWidget, words: str) -> None:
        label = self._form.labelForField(field)
        if isinstance(label, Text) or hasattr(label, "setText"):
            label.setText(words)
        field.setAccessibleName(words.replace("&", ""))

    def entry(self) -> Entry:
        """Return the entry as it is filled in; raises UserProblem where it makes no sense."""
        label = " ".join(self.label.text().split())
        if not label:
            raise UserProblem(tr("A {kind} needs a name.", kind=self._entry.kind.word))
        parent = self._parent.parent_id() if self._entry.kind in _WITH_PARENT else self._entry.parent
        return replace(
            self._entry,
            label=label,
            aliases=tuple(alias for alias in read_aliases(self._aliases.toPlainText()) if alias.text != label),
            parent=parent,
            existed_from=_date(self._from),
            existed_to=_date(self._to),
            released=_date(self._released),
            directors=tuple(filter(None, (name.strip() for name in self._directors.text().split(";")))),
            external_ids=read_ids(self._ids.toPlainText()),
            note=self._note.toPlainText().strip(),
        )

    def set_read_only(self, read_only: bool) -> None:
        """Let fields be read but not changed."""
        for line in self.findChildren(QLineEdit):
            line.setReadOnly(read_only)
        for lines in self.findChildren(QPlainTextEdit):
            lines.setReadOnly(read_only)

    def _look_for_near(self, typed: str) -> None:
        """Point out who is called so, or much like it, before there are two of one."""
        if self._is_filling:
            return
        known, kind = self._entry.id, self._entry.kind
        same = [entry.id for entry in self._vocabulary.find_exact(kind, typed)]
        near = [match.entry.id for match in self._vocabulary.near_names(typed, (kind,))]
        others = [entry for entry in (*same, *near) if entry != known]
        if others:
            self._near = others[0]
            name = self._vocabulary.label(self._near)
            there = tr("There is a {kind} called {name} already.", kind=kind.word, name=name)
            self._hint.setText(there if others[0] in same else tr("Did you mean {name}?", name=name))
            self._take.setText(tr("&Use that") if self._vocabulary.raw(known) is None else tr("Merge &into it…"))
        self._form.setRowVisible(self._hint_row, bool(others))


def _date(field: QLineEdit) -> str:
    text = undated(field.text().strip())
    if text and read_period(text.split("T")[0]) is None:
        raise UserProblem(tr("“{text}” is no date; write 1962-07-03, 1962-07 or 1962.", text=text))
    return text


def _line(accessible_name: str, placeholder: str = "") -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(accessible_name)
    edit.setPlaceholderText(placeholder)
    return edit


def _several_lines(accessible_name: str, placeholder: str) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setAccessibleName(accessible_name)
    edit.setPlaceholderText(placeholder)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _LINES + 2 * Space.S)
    return edit
