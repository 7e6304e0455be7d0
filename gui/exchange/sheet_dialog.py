"""A tag sheet that came back: what it would change, seen cell by cell before anything is done."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from core.exchange.preview import Cell, Preview
from core.model.changes import ChangeSet
from core.settings import Settings
from gui.bridge.bridge import Bridge, Saving
from gui.bridge.faults import fault_of
from gui.exchange.looking import GROUPS, HEADINGS, Looked, Wish, look
from gui.exchange.mapping import MappingPanel
from gui.exchange.names_panel import NamesPanel
from gui.exchange.table import GroupBar, LinesModel, LinesTable, accept_button
from gui.style import Space, TextRole
from gui.widgets import DialogButtons, Text
from gui.words import plural, tr

_WIDTHS = (44, 150, 110, 140, 140, 160)
_VERDICT = len(HEADINGS) - 1


class ImportSheetDialog(QDialog):
    """Takes a sheet back as one step; ``applied`` carries a sentence once that is done."""

    applied = Signal(str)

    def __init__(self, bridge: Bridge, settings: Settings, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._path = path
        self._looked: Looked | None = None
        self._accepted: list[Cell] = []
        self._reading = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Take back {file}", file=path.name))
        self.resize(QSize(1120, 720).expandedTo(parent.window().size() * 0.75))
        self._summary = Text("", TextRole.BODY, wrap=True)
        self._by_hand = QCheckBox(tr("Say which column is which"))
        self.mapping = MappingPanel(settings)
        self.groups = GroupBar(GROUPS)
        self.model = LinesModel(HEADINGS, _VERDICT, self)
        self._table = LinesTable(self.model, _WIDTHS, tr("Cells of the sheet that differ"))
        self.names = NamesPanel(bridge.archive.vocabulary.all)
        self._conflicts = QCheckBox(tr("Take conflicting cells too"))
        self._create = QCheckBox(tr("Create names that are new"))
        self._blank = QCheckBox(tr("Blank cells clear"))
        self._ignored = Text("", TextRole.SMALL, "faint", wrap=True)
        self._buttons = DialogButtons(tr("Apply"))
        self._apply = accept_button(self._buttons)
        self._asked = bridge.latest(self._on_looked, self._on_failed)
        self._lay_out()
        self._connect()
        self._look()

    def _lay_out(self) -> None:
        ticks = QHBoxLayout()
        ticks.setSpacing(Space.L)
        for tick in (self._conflicts, self._create, self._blank):
            ticks.addWidget(tick)
        ticks.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(self._summary)
        layout.addWidget(self._by_hand)
        layout.addWidget(self.mapping)
        layout.addWidget(self.groups)
        layout.addWidget(self._table, 1)
        layout.addWidget(self.names)
        layout.addWidget(self._ignored)
        layout.addLayout(ticks)
        layout.addWidget(self._buttons)
        for widget in (self._by_hand, self.mapping, self.names, self._ignored):
            widget.hide()
        self._table.setFocus()

    def _connect(self) -> None:
        self.groups.chosen.connect(self.model.show_group)
        self.mapping.changed.connect(self._look)
        self.names.changed.connect(self._look)
        self._by_hand.toggled.connect(self._on_by_hand)
        self._blank.toggled.connect(self._look)
        for tick in (self._conflicts, self._create):
            tick.toggled.connect(self._weigh)
        self._buttons.accepted.connect(self._on_apply)
        self._buttons.rejected.connect(self.reject)
        self._bridge.saving.connect(self._on_saving)

    # reading ----------------------------------------------------------------------------------------------------
    def _wish(self) -> Wish:
        mapping = self.mapping.mapping() if self._by_hand.isChecked() else None
        return Wish(mapping, self._blank.isChecked(), self.names.settled)

    def _look(self, _what: object = None) -> None:
        """Have the sheet read as it is to be read now."""
        self._reading = True
        self._allow()
        if self._by_hand.isChecked() and self.mapping.problem():
            self._show(None, tr("Its columns are not called as ours; say which is which."))
            return
        self._summary.set_colour("secondary")
        self._summary.setText(tr("Reading {file}…", file=self._path.name))
        archive, path, wish = self._bridge.archive, self._path, self._wish()
        self._asked.ask(partial(look, archive, path, wish))

    def _on_looked(self, looked: Looked) -> None:
        if not isValid(self):  # closed before the answer came
            return
        if self._looked is None:
            self._on_headings(looked)
        if looked.found is not None and looked.wish == self._wish():  # else another answer is on its way
            self._show(looked, "")

    def _on_headings(self, looked: Looked) -> None:
        """Ask where the columns lead, where they are not called as ours."""
        self._looked = looked
        self._by_hand.setVisible(bool(looked.headings) and not looked.is_foreign)
        if looked.is_foreign:
            self._by_hand.setChecked(True)

    def _on_by_hand(self, by_hand: bool) -> None:
        self.mapping.setVisible(by_hand)
        if by_hand and self._looked is not None and not self.mapping.mapping():
            self.mapping.show_headings(self._looked.headings)
        else:
            self._look()

    def _on_failed(self, error: Exception) -> None:
        if isValid(self):
            self._show(None, fault_of(error).sentence, "danger")

    def _show(self, looked: Looked | None, sentence: str, colour: str = "text") -> None:
        """Show what was found, or the sentence that says why nothing was."""
        self._reading = False
        found = looked.found if looked else None
        self._looked = looked or (self._looked and Looked(self._looked.wish, self._looked.headings, None))
        lines = looked.lines if looked else ()
        self.model.set_lines(lines)
        self.groups.count(lines)
        self._ignored.setText(_ignored_words(found))
        self._ignored.setVisible(bool(found and found.ignored))
        self._summary.set_colour(colour)
        self._summary.setText(sentence)
        for widget in (self.groups, self._conflicts, self._create, self._blank):
            widget.setEnabled(found is not None)
        self._weigh()

    # deciding ---------------------------------------------------------------------------------------------------
    def _weigh(self, _what: object = None) -> None:
        """Show what would be taken over as things are ticked."""
        found = self._looked.found if self._looked else None
        create = self._create.isChecked()
        self._accepted = []
        if found is not None:
            self._accepted = found.accepted(take_conflicts=self._conflicts.isChecked(), create_names=create)
            self._summary.setText(_summary_words(found, self._accepted))
            taken = {id(cell) for cell in self._accepted}
            self.model.set_taken({place for place, cell in enumerate(found.cells) if id(cell) in taken})
        names = found.unmatched if found else ()
        self.names.show_names(names, create=create)
        self.names.setVisible(bool(names))
        self._allow()

    def _allow(self) -> None:
        read_only = self._bridge.archive.read_only
        count = len(self._accepted)
        words = plural(count, "Apply %n change", "Apply %n changes")
        self._apply.setText(words if count else tr("Nothing to apply"))
        self._apply.setEnabled(bool(count) and not (self._reading or read_only or self._bridge.is_saving))
        self._apply.setToolTip(tr("This archive is open for reading only.") if read_only else "")

    def _on_apply(self) -> None:
        found = self._looked.found if self._looked else None
        if found is not None and self._accepted:
            self._bridge.edit(found.edit(self._accepted), done=self._on_applied)

    def _on_saving(self, _saving: Saving) -> None:
        """Nothing is applied twice; what was refused may be tried again."""
        self._allow()

    def _on_applied(self, change: ChangeSet) -> None:
        if isValid(self):
            self.applied.emit(f"{change.label}." if change else tr("The archive says all that already."))
            self.accept()


def _summary_words(found: Preview, accepted: list[Cell]) -> str:
    read = plural(found.rows, "%n row read", "%n rows read")
    if not found.cells and not found.unknown:
        return tr("{read}; they say what the archive says.", read=read)
    said = tr("{read}; {change}.", read=read, change=_change_words(found, accepted))
    back = _back_words(len(found.cells) - len(accepted), len(found.unknown))
    return f"{said} {back}".rstrip()


def _change_words(found: Preview, accepted: list[Cell]) -> str:
    if not accepted:
        return tr("nothing will change so")
    clips = plural(len({cell.clip for cell in accepted}), "%n clip", "%n clips")
    change = plural(len(accepted), "%n cell of {clips} will change", "%n cells of {clips} will change", clips=clips)
    made = len(found.created(accepted))
    return plural(made, "{change}, %n new name", "{change}, %n new names", change=change) if made else change


def _back_words(held: int, unknown: int) -> str:
    """Say what of the sheet is held back: cells that are not taken over, and rows of no clip."""
    cells, rows = plural(held, "%n cell", "%n cells"), plural(unknown, "%n row", "%n rows")
    if held and unknown:
        return tr("Held back: {cells} and {rows}.", cells=cells, rows=rows)
    return tr("Held back: {what}.", what=cells if held else rows) if held or unknown else ""


def _ignored_words(found: Preview | None) -> str:
    named = ", ".join(found.ignored) if found else ""
    return tr("Not read, for these do not come back: {columns}.", columns=named) if named else ""
