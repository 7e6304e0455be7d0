"""The field that says what an entry lies in or is part of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from core.catalog.vocabulary import Vocabulary
from core.errors import UserProblem
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from gui.widgets import CompletingField, Suggestion, SuggestionChosen, TextTyped
from gui.words import tr

_OFFERED = 8
_NO_USES: Mapping[EntryId, int] = MappingProxyType({})


class ParentField(CompletingField):
    """Completes names of the entry's kind, without itself and what lies in it; empty means nothing."""

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(tr("Within"), tr("Nothing"), parent)
        self._vocabulary = vocabulary
        self._of: Entry | None = None
        self._chosen: EntryId | None = None
        self.suggestions_wanted.connect(self._on_typed)
        self.chosen.connect(self._on_chosen)

    def show_parent_of(self, entry: Entry) -> None:
        """Show what ``entry`` lies in."""
        self._of = entry
        self._show(self._vocabulary.final(entry.parent) if entry.parent else None)

    def _show(self, chosen: EntryId | None) -> None:
        known = chosen is not None and self._vocabulary.get(chosen) is not None
        self._chosen = chosen if known else None
        self.show_text(self._vocabulary.label(chosen) if chosen is not None and known else "")

    def parent_id(self) -> EntryId | None:
        """Return what is meant by the words in the field; raises UserProblem where that is nothing, or several."""
        text = self.text().strip()
        if not text or self._of is None:
            return None
        if self._chosen is not None and text == self._vocabulary.label(self._chosen):
            return self._chosen
        found = self._vocabulary.find_exact(self._of.kind, text)
        if len(found) != 1:
            raise UserProblem(_not_one(text, self._of.kind, several=bool(found)))
        return found[0].id

    def _on_typed(self, typed: TextTyped) -> None:
        if self._of is None:
            return
        below = self._vocabulary.ids_below(self._of.id)
        matches = self._vocabulary.complete(typed.text, (self._of.kind,), _OFFERED + len(below), _NO_USES)
        fit = [match for match in matches if match.entry.id not in below][:_OFFERED]
        self.set_suggestions([Suggestion(match.entry.id, match.shown, "", match.entry.kind) for match in fit])

    def _on_chosen(self, chosen: SuggestionChosen) -> None:
        self._show(EntryId(chosen.suggestion.key))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setCursorPosition(0)  # the beginning of a long name is what tells it


def _not_one(text: str, kind: EntryKind, *, several: bool) -> str:
    if several:
        return tr("Several are called “{text}”; choose one of those that are offered, or leave it empty.", text=text)
    return tr(
        "No {kind} is called “{text}”; choose one of those that are offered, or leave it empty.",
        kind=kind.word,
        text=text,
    )
