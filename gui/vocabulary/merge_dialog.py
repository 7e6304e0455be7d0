"""A merge of names, seen before it is made: what moves, what is gained, and what the two do not agree on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from core.app import Archive
from core.catalog.merging import Carrying, Conflict, MergeEntries, MergePreview, Taken, merge_preview
from core.catalog.vocabulary import Match
from core.model.changes import ChangeSet
from core.model.ids import EntryId
from gui.bridge.bridge import Bridge
from gui.bridge.faults import fault_of
from gui.style import Space, TextRole, icon
from gui.widgets import CompletingField, DialogButtons, Suggestion, SuggestionChosen, Text, TextTyped
from gui.words import msg, plural, tr

_WIDTH = 560
_OFFERED = 8


def preview_of(archive: Archive, losers: Sequence[EntryId], winner: EntryId) -> MergePreview:
    """Return what the merge would do; raises UserProblem where it cannot be made."""
    carrying = Carrying(archive.index.clips_with, archive.catalog.clip)
    return merge_preview(losers, winner, archive.vocabulary, carrying)


def gains(seen: MergePreview) -> Iterator[tuple[str, str]]:
    """Yield what a merge does, a heading and words each."""
    clips = [plural(seen.clips, "%n clip more under {name}", "%n clips more under {name}", name=seen.winner.label)]
    clips += [plural(seen.shared, "%n clip had both", "%n clips had both")] if seen.shared else []
    clips += [plural(seen.moments, "%n tag on moments", "%n tags on moments")] if seen.moments else []
    yield tr("Clips"), "; ".join(clips)
    if seen.aliases:
        yield tr("Names"), ", ".join(alias.text for alias in seen.aliases)
    if seen.external_ids:
        yield tr("Ids"), " ".join(f"{scheme}:{value}" for scheme, value in sorted(seen.external_ids.items()))
    if seen.filled:
        yield tr("Filled in"), ", ".join(_field_words(field) for field in seen.filled)
    if seen.children:
        yield tr("Within it"), ", ".join(child.label for child in seen.children)


_FIELDS = {
    "existed_from": msg("born, or from"),
    "existed_to": msg("died, or to"),
    "parent": msg("lies in"),
    "released": msg("released"),
    "directors": msg("directors"),
    "note": msg("note"),
}


def _field_words(field: str) -> str:
    """Return what a field is called; the scheme of an id is called as it is."""
    return tr(_FIELDS[field]) if field in _FIELDS else field.replace("_", " ")


class MergeDialog(QDialog):
    """Merges ``losers`` into ``winner``, which may be left to choose; ``merged`` carries the id that stays."""

    merged = Signal(str)

    def __init__(self, bridge: Bridge, losers: Sequence[EntryId], winner: EntryId | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._losers = tuple(losers)
        self._winner = winner
        self._choices: dict[Conflict, QComboBox] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Merge names"))
        self.setMinimumWidth(_WIDTH)
        self._going, self._staying = Text("", TextRole.STRONG, "secondary"), Text("", TextRole.TITLE)
        self._swap = QPushButton(icon("arrow-down-up"), tr("S&wap"))
        self._swap.setAutoDefault(False)
        self._swap.setToolTip(tr("Keep the other name"))
        self._field = CompletingField(tr("The name that stays"), tr("Type the name that stays…"))
        self._words = Text("", TextRole.BODY, "secondary", wrap=True)
        self._gains, self._conflicts = QFormLayout(), QGridLayout()
        self._disagree = Text(tr("The two do not agree. Choose what is right:"), TextRole.STRONG, "warning")
        self._buttons = DialogButtons(tr("Merge"))
        accept = DialogButtons.ButtonRole.AcceptRole
        self._merge = next(one for one in self._buttons.buttons() if self._buttons.buttonRole(one) is accept)
        self._latest = bridge.latest(self._on_preview, self._on_refused)
        self._lay_out()
        self._connect()
        self._look()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(Space.XS)
        names.addWidget(self._going)
        names.addWidget(Text(tr("will lead to"), TextRole.SMALL, "faint"))
        names.addWidget(self._staying)
        names.addWidget(self._field)
        head.addLayout(names, 1)
        head.addWidget(self._swap, 0, Qt.AlignmentFlag.AlignVCenter)
        self._gains.setHorizontalSpacing(Space.L)
        self._conflicts.setHorizontalSpacing(Space.M)
        self._conflicts.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(head)
        layout.addLayout(self._gains)
        layout.addWidget(self._disagree)
        layout.addLayout(self._conflicts)
        layout.addWidget(self._words)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._swap.clicked.connect(self._on_swap)
        self._field.suggestions_wanted.connect(self._on_typed)
        self._field.chosen.connect(self._on_chosen)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _look(self) -> None:
        """Show the names, and ask what the merge would do."""
        words = self._bridge.archive.vocabulary
        self._going.setText(", ".join(words.label(loser) for loser in self._losers))
        self._field.setVisible(self._winner is None)
        self._staying.setVisible(self._winner is not None)
        self._swap.setVisible(self._winner is not None and len(self._losers) == 1)
        self._merge.setEnabled(False)
        self._disagree.hide()
        winner, losers = self._winner, self._losers
        if winner is None:
            self._words.setText(
                tr("Clips tagged with the one are found under the other; nothing is lost, and undo parts them.")
            )
            self._field.setFocus()
            return
        self._staying.setText(words.label(winner))
        archive = self._bridge.archive
        self._latest.ask(lambda: preview_of(archive, losers, winner))

    def _on_preview(self, seen: MergePreview) -> None:
        if not isValid(self):
            return
        self._empty()
        for heading, words in gains(seen):
            self._gains.addRow(Text(heading, TextRole.SMALL, "faint"), Text(words, wrap=True))
        for row, conflict in enumerate(seen.conflicts):
            self._add_conflict(row, conflict)
        self._disagree.setVisible(bool(seen.conflicts))
        warned = " ".join(seen.warnings)
        self._words.set_colour("warning" if warned else "secondary")
        self._words.setText(warned or tr("No clip is changed: the old name leads on, and undo parts the two again."))
        self._merge.setEnabled(not self._bridge.archive.read_only)
        self._merge.setFocus()

    def _add_conflict(self, row: int, conflict: Conflict) -> None:
        choice = QComboBox()
        name = _field_words(conflict.field)
        choice.setAccessibleName(tr("Which {field} is right", field=name))
        for value, entry, dropped in ((conflict.kept, self._winner, False), (conflict.dropped, conflict.loser, True)):
            choice.addItem(tr("{value}   (of {name})", value=value, name=self._label(entry)), dropped)
        self._conflicts.addWidget(Text(name.capitalize(), TextRole.SMALL, "faint"), row, 0)
        self._conflicts.addWidget(choice, row, 1)
        self._choices[conflict] = choice

    def _label(self, entry: EntryId | None) -> str:
        return self._bridge.archive.vocabulary.label(entry) if entry else ""

    def _empty(self) -> None:
        while self._gains.rowCount():
            self._gains.removeRow(0)
        while (item := self._conflicts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._choices.clear()

    def _on_refused(self, error: Exception) -> None:
        if isValid(self):
            self._empty()
            self._words.set_colour("danger")
            self._words.setText(fault_of(error).sentence)

    def _on_swap(self) -> None:
        if self._winner is not None:
            (loser,) = self._losers
            self._losers, self._winner = (self._winner,), loser
            self._look()

    def _on_typed(self, typed: TextTyped) -> None:
        words = self._bridge.archive.vocabulary
        going = [words.get(loser) for loser in self._losers]
        kinds = {entry.kind for entry in going if entry is not None}
        matches = [match for match in words.complete(typed.text, kinds, _OFFERED) if match.entry.id not in self._losers]
        self._field.set_suggestions([_suggestion(match) for match in matches])

    def _on_chosen(self, chosen: SuggestionChosen) -> None:
        self._winner = EntryId(chosen.suggestion.key)
        self._look()

    def taking(self) -> frozenset[Taken]:
        """Return in what the merged names are right."""
        return frozenset(
            (conflict.loser, conflict.field) for conflict, box in self._choices.items() if box.currentData()
        )

    def _on_accepted(self) -> None:
        if self._winner is not None:
            edit = MergeEntries(self._losers, self._winner, self.taking())
            self._bridge.edit(edit, done=self._on_done)

    def _on_done(self, _change: ChangeSet) -> None:
        if isValid(self):
            self.merged.emit(str(self._winner))
            self.accept()


def _suggestion(match: Match) -> Suggestion:
    other = "" if match.matched_name == match.entry.label else tr("also “{name}”", name=match.matched_name)
    return Suggestion(match.entry.id, match.shown, other, match.entry.kind)
