"""The vocabulary editor: people, locations, productions and keywords, each with all that is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.catalog.edits import AddEntry, RemoveEntry
from core.model.changes import Table
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.values import dataclass
from gui.bridge.bridge import Bridge, Changed
from gui.kinds import kind_heading
from gui.style import Space, icon
from gui.vocabulary.dropping import drop_menu
from gui.vocabulary.entries_pane import EntriesPane, EntryPicked, MenuWanted
from gui.vocabulary.entry_dialog import EntryDialog, EntrySaved
from gui.vocabulary.entry_form import NearChosen
from gui.vocabulary.entry_pane import EntryPane
from gui.vocabulary.hygiene_page import EntriesMeant, HygienePage
from gui.vocabulary.merge_dialog import MergeDialog
from gui.vocabulary.tree import MergeDropped, Tree
from gui.widgets import name_dividers
from gui.words import number, plural, tr

_SIZE = (1120, 680)
_SHARES = (640, 460)
_HYGIENE = "hygiene"


@dataclass(frozen=True, slots=True)
class ClipsWanted:
    """The clips of an entry are to be shown."""

    entry: EntryId


class VocabularyDialog(QDialog):
    """Stays open beside the window and follows every change of the archive; ``clips_wanted`` carries a ClipsWanted."""

    clips_wanted = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._tree = Tree(EntryKind.PERSON)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Names"))
        self.resize(*_SIZE)
        self._tabs: dict[str, QToolButton] = {}
        self._exclusive = QButtonGroup(self)
        # Each part is made inside of what holds it, in the order of the keys: put there later, it would look up the
        # looks of all it holds anew.
        for kind in EntryKind:
            self._add_tab(str(kind), kind_heading(kind))
        self._add_tab(_HYGIENE, tr("To look at"))
        self._pages = QStackedWidget(self)
        self._halves = QSplitter(Qt.Orientation.Horizontal, self._pages)
        self.entries = EntriesPane(bridge, self._halves)
        self.pane = EntryPane(bridge, self.entries.portraits, self._halves)
        self.hygiene = HygienePage(bridge, self.entries.portraits, self._pages)
        self._lay_out()
        self._connect()
        self.show_kind(EntryKind.PERSON)
        self.hygiene.refresh()
        self.entries.field.setFocus()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        layout.setSpacing(Space.S)
        tabs = QHBoxLayout()
        tabs.setSpacing(Space.XS)
        layout.addLayout(tabs)
        for button in self._tabs.values():
            tabs.addWidget(button)
        tabs.addStretch(1)
        splitter = self._halves
        splitter.setAccessibleName(tr("Names, and the one that is chosen"))
        splitter.setChildrenCollapsible(False)
        splitter.setSizes(list(_SHARES))
        splitter.setStretchFactor(0, 1)
        name_dividers(splitter)
        self._pages.addWidget(splitter)
        self._pages.addWidget(self.hygiene)
        layout.addWidget(self._pages, 1)

    def _add_tab(self, key: str, words: str) -> None:
        keys = QKeySequence(f"Ctrl+{len(self._tabs) + 1}")
        button = QToolButton(self)
        button.setText(words)
        button.setCheckable(True)
        button.setToolTip(f"{words} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        button.clicked.connect(lambda _=False, key=key: self._on_tab(key))
        QShortcut(keys, self).activated.connect(button.click)
        self._exclusive.addButton(button)
        self._tabs[key] = button

    def _connect(self) -> None:
        self.entries.picked.connect(self._on_picked)
        self.entries.menu_wanted.connect(self._on_menu)
        self.entries.read.connect(self._on_read)
        self.entries.new.clicked.connect(self.make_new)
        self.entries.model.merge_dropped.connect(self._on_dropped)
        self.pane.clips_wanted.connect(self._show_clips)
        self.pane.merge_wanted.connect(self.merge)
        self.pane.remove_wanted.connect(self.remove)
        self.pane.near_chosen.connect(self._on_near)
        self.hygiene.looked.connect(self._on_looked)
        self.hygiene.merge_wanted.connect(self._on_merge_meant)
        self.hygiene.edit_wanted.connect(self._on_edit_meant)
        self.hygiene.show_wanted.connect(self._on_show_meant)
        self._bridge.changed.connect(self._on_changed)
        for sequence, verb in (
            (QKeySequence("Ctrl+F"), self._find),
            (QKeySequence("Ctrl+N"), self.make_new),
            (QKeySequence("Ctrl+M"), self.merge),
            (QKeySequence("Ctrl+S"), self.pane.commit),
            (QKeySequence("Ctrl+Return"), self._show_clips),
            (QKeySequence(QKeySequence.StandardKey.Undo), self._undo),
        ):
            QShortcut(sequence, self).activated.connect(verb)

    # showing ----------------------------------------------------------------------------------------------------
    def show_kind(self, kind: EntryKind) -> None:
        """Show the names of ``kind``."""
        self._tabs[str(kind)].setChecked(True)
        self._pages.setCurrentIndex(0)
        self.entries.show_kind(kind)

    def show_hygiene(self) -> None:
        """Show what wants a second look."""
        self._tabs[_HYGIENE].setChecked(True)
        self._pages.setCurrentIndex(1)

    def show_entry(self, entry: Entry) -> None:
        """Show one entry among those of its kind."""
        self.entries.field.clear()
        self.show_kind(entry.kind)
        self.entries.choose(entry.id)

    def _on_tab(self, key: str) -> None:
        if not self.pane.commit():
            self._tabs[str(self.entries.kind)].setChecked(True)
        elif key == _HYGIENE:
            self.show_hygiene()
        else:
            self.show_kind(EntryKind(key))

    def _find(self) -> None:
        self._pages.setCurrentIndex(0)
        self.entries.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entries.field.selectAll()

    def _on_read(self, tree: Tree) -> None:
        self._tree = tree
        for kind, total in tree.totals.items():
            self._tabs[str(kind)].setText(f"{kind_heading(kind)}  {number(total)}")

    def _on_looked(self, findings: int) -> None:
        self._tabs[_HYGIENE].setText(f"{tr('To look at')}  {number(findings)}")

    def _on_picked(self, picked: EntryPicked) -> None:
        now = self.pane.entry
        if now is not None and picked.entry != now.id and not self.pane.commit():
            self.entries.choose(now.id)
            return
        entry = self._bridge.archive.vocabulary.get(picked.entry) if picked.entry else None
        self.pane.show_entry(entry, self._tree.uses.get(entry.id, 0) if entry else 0)

    def _on_changed(self, changed: Changed) -> None:
        self.entries.refresh()
        if any(changed.change_set.touched(table) for table in Table if table is not Table.CLIPS):
            self.hygiene.refresh()

    # doing ------------------------------------------------------------------------------------------------------
    def _on_menu(self, wanted: MenuWanted) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(wanted.position)

    def menu(self) -> QMenu:
        """Return what can be done with the chosen names; the caller shows it."""
        menu = QMenu(self)
        menu.addAction(icon("search"), tr("Show clips")).triggered.connect(self._show_clips)
        if not self._bridge.archive.read_only:
            several = len(self.entries.chosen()) > 1
            words = tr("Merge these…") if several else tr("Merge into…")
            menu.addAction(icon("copy"), words).triggered.connect(self.merge)
            menu.addSeparator()
            menu.addAction(icon("trash-2"), tr("Remove…")).triggered.connect(self.remove)
        return menu

    def _show_clips(self) -> None:
        for entry in self.entries.chosen()[:1]:
            self.clips_wanted.emit(ClipsWanted(entry.id))

    def make_new(self) -> None:
        """Ask for a new name of the kind that is shown."""
        if self._bridge.archive.read_only:
            return
        new = Entry(id=self._bridge.archive.catalog.new_entry_id(), kind=self.entries.kind, label="")
        dialog = EntryDialog(new, self._bridge.archive.vocabulary, self)
        dialog.saved.connect(self._on_made)
        dialog.near_chosen.connect(self._on_meant)
        dialog.open()

    def _on_made(self, saved: EntrySaved) -> None:
        self.entries.choose(saved.entry.id)
        self._bridge.edit(AddEntry(saved.entry), self)

    def _on_meant(self, chosen: NearChosen) -> None:
        entry = self._bridge.archive.vocabulary.get(chosen.entry)
        if entry is not None:
            self.show_entry(entry)

    def merge(self) -> None:
        """Merge the chosen names: one into a name that is asked for, several into the first of them."""
        chosen = [entry.id for entry in self.entries.chosen()]
        if len(chosen) == 1:
            self.ask_to_merge(chosen, None)
        elif chosen:
            self.ask_to_merge(chosen[1:], chosen[0])

    def ask_to_merge(self, losers: Sequence[EntryId], winner: EntryId | None) -> None:
        """Show what a merge would do, and make it where that is wanted."""
        if self._bridge.archive.read_only or not self.pane.commit():
            return
        dialog = MergeDialog(self._bridge, losers, winner, self)
        dialog.merged.connect(lambda entry: self.entries.choose(EntryId(entry)))
        dialog.open()

    def _on_dropped(self, dropped: MergeDropped) -> None:
        onto = self._bridge.archive.vocabulary.get(dropped.winner)
        if onto is None or onto.kind is not EntryKind.LOCATION:
            self.ask_to_merge(dropped.losers, dropped.winner)
        elif self.pane.commit():
            menu = drop_menu(self._bridge, dropped, lambda: self.ask_to_merge(dropped.losers, dropped.winner), self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(QCursor.pos())

    def _on_near(self, chosen: NearChosen) -> None:
        entry = self.pane.entry
        if entry is not None:
            self.ask_to_merge((entry.id,), chosen.entry)

    def _on_merge_meant(self, meant: EntriesMeant) -> None:
        uses = self._tree.uses
        ordered = sorted(meant.entries, key=lambda entry: (-uses.get(entry, 0), entry))
        self.ask_to_merge(ordered[1:], ordered[0])

    def _on_edit_meant(self, meant: EntriesMeant) -> None:
        entry = self._bridge.archive.vocabulary.get(meant.entries[0])
        if entry is not None:
            self.show_entry(entry)

    def _on_show_meant(self, meant: EntriesMeant) -> None:
        self.clips_wanted.emit(ClipsWanted(meant.entries[0]))

    def remove(self) -> None:
        """Ask whether the chosen name shall go, and take it out."""
        entry = self.pane.entry
        if entry is None or self._bridge.archive.read_only:
            return
        clips = self._tree.uses.get(entry.id, 0)
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("Remove a name"))
        box.setText(tr("Remove {name}?", name=self._bridge.archive.vocabulary.label(entry.id)))
        off = plural(
            clips, "It is taken off %n clip. Undo brings it back.", "It is taken off %n clips. Undo brings it back."
        )
        box.setInformativeText(off)
        remove = box.addButton(tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(lambda: self._bridge.edit(RemoveEntry(entry.id), self))
        box.open()

    def _undo(self) -> None:
        self._bridge.undo()

    def reject(self) -> None:
        """Close, saving what was typed; stay where that makes no sense."""
        if self.pane.commit():
            super().reject()
