"""What is said of every clip that comes in: names, and how far they may be trusted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from core.app import Archive
from core.ingest.terms import GivenTag
from core.model.clip import USUAL_ROLES, Status
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from gui.inspector.tagging import MARKERS, NEW, suggestions
from gui.style import Space
from gui.widgets import Chip, ChipPressed, ChipsPanel, CompletingField, SuggestionChosen, TextTyped
from gui.words import msg, tr

_STATUSES = {Status.CLAIMED: msg("as claimed"), Status.CONFIRMED: msg("as confirmed")}


class GivenTags(QWidget):
    """A field for names and the chips of those given; a name that is new is made when the import begins."""

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._vocabulary = archive.vocabulary
        self._given: dict[EntryId, Entry] = {}
        self._new: dict[EntryId, Entry] = {}
        self.field = CompletingField(tr("Who, where, which production"), tr("Who, where, which production"))
        self.field.setToolTip(tr("@ people   # locations   % productions   + keywords"))
        self.status = QComboBox()
        self.status.setAccessibleName(tr("How far these names may be trusted"))
        for status, words in _STATUSES.items():
            self.status.addItem(tr(words), status)
        self.chips = ChipsPanel(tr("Names given to every new clip"))
        self.chips.hide()
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.field, 1)
        row.addWidget(self.status)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(row)
        layout.addWidget(self.chips)
        self.field.suggestions_wanted.connect(self._on_wanted)
        self.field.chosen.connect(self._on_chosen)
        self.chips.chip_removed.connect(self._on_removed)
        self.status.currentIndexChanged.connect(self._show)

    def show_given(self, tags: Sequence[GivenTag]) -> None:
        """Show tags as they were given before; names that are gone are left out."""
        entries = [entry for tag in tags if (entry := self._vocabulary.get(tag.entry)) is not None]
        self._given = {entry.id: entry for entry in entries}
        if tags:
            self.status.setCurrentIndex(list(_STATUSES).index(tags[0].status))
        self._show()

    @property
    def given(self) -> tuple[GivenTag, ...]:
        """What is said of each clip."""
        entries = self._given.values()
        return tuple(GivenTag(entry=one.id, role=USUAL_ROLES[one.kind], status=self._status) for one in entries)

    @property
    def new_entries(self) -> tuple[Entry, ...]:
        """The names among them that nobody is known by yet."""
        return tuple(entry for entry in self._given.values() if entry.id in self._new)

    @property
    def _status(self) -> Status:
        return list(_STATUSES)[self.status.currentIndex()]

    def _on_wanted(self, typed: TextTyped) -> None:
        self.field.set_suggestions(suggestions(typed.text, self._vocabulary, {}))

    def _on_chosen(self, chosen: SuggestionChosen) -> None:
        key = chosen.suggestion.key
        if key.startswith(NEW):
            entry = Entry(
                id=self._archive.catalog.new_entry_id(),
                kind=EntryKind(key.removeprefix(NEW)),
                label=chosen.suggestion.text,
            )
            self._new[entry.id] = entry
        else:
            known = self._vocabulary.get(EntryId(key))
            if known is None:
                return
            entry = known
        self._given[entry.id] = entry
        self._show()

    def _on_removed(self, pressed: ChipPressed) -> None:
        self._given.pop(EntryId(pressed.key), None)
        self._show()

    def _show(self, _index: int = 0) -> None:
        marker = MARKERS[self._status]
        self.chips.set_chips([Chip(one.id, one.label, one.kind, marker) for one in self._given.values()])
        self.chips.setVisible(bool(self._given))
