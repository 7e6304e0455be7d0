"""What the archivist does with entries of the vocabulary from the browser and the inspector."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from core.catalog.edits import ChangeEntry
from core.model.changes import ENTRY_TABLES
from core.model.clip import USUAL_ROLES
from core.model.ids import EntryId
from core.model.vocabulary import Entry
from gui.bridge.bridge import Bridge, Changed, Haste
from gui.bridge.lanes import Latest
from gui.inspector.tagging import search_for, tag_edit
from gui.library import Browser, ChoiceMode, EntryChosen, EntryMenu, listed
from gui.library.listed import Authority
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.entry_terms import chosen_in, toggled
from gui.main_window.finding import Result
from gui.style import icon
from gui.words import tr

if TYPE_CHECKING:
    from gui.inspector.chip_menu import EntryWanted
    from gui.vocabulary.entry_dialog import EntrySaved
    from gui.vocabulary.entry_form import NearChosen
    from gui.vocabulary.vocabulary_dialog import ClipsWanted, VocabularyDialog


class EntryVerbs:
    """Verbs on entries; a click in the browser writes a term into the search, which stays the one truth."""

    def __init__(self, bridge: Bridge, pane: ClipsPane, browser: Browser, window: QWidget) -> None:
        self._bridge = bridge
        self._pane = pane
        self._browser = browser
        self._window = window
        self._is_listed = False
        self._names: VocabularyDialog | None = None
        self._ask_read: Latest[None] = bridge.latest(self._on_read, haste=Haste.BY_AND_BY)
        self._ask_listed: Latest[Authority] = bridge.latest(self._on_listed, haste=Haste.BY_AND_BY)
        bridge.changed.connect(self._on_changed)

    def _list(self) -> None:
        """Have the browser list the authority file as it is now; put in order off the GUI thread."""
        vocabulary = self._bridge.archive.vocabulary
        self._ask_read.ask(vocabulary.work_out)
        self._ask_listed.ask(lambda: listed(vocabulary.listed()))

    def _on_read(self, _done: None) -> None:
        self._bridge.names.note_read()

    def _on_listed(self, authority: Authority) -> None:
        self._browser.set_entries(authority)
        if self._bridge.labels.are_outdated():
            self._bridge.told_apart.emit()

    def _on_changed(self, changed: Changed) -> None:
        if any(changed.change_set.touched(table) for table in ENTRY_TABLES):
            self._list()

    def show_result(self, result: Result) -> None:
        """Show the counts of a search and which entries it asks for."""
        if not self._is_listed:
            self._is_listed = True
            self._bridge.after_clips(self._list)
        chosen = chosen_in(result.text, self._bridge.archive.vocabulary)
        self._browser.set_found(result.counts, chosen.included, chosen.excluded, narrowed=result.narrowed)

    def on_chosen(self, chosen: EntryChosen) -> None:
        """Narrow the search by an entry, leave it out, or ask for it alone."""
        entry = self._told_apart(chosen.entry)
        if entry is None:
            return
        text = "" if chosen.mode is ChoiceMode.ONLY else self._pane.bar.text()
        self._pane.search(toggled(text, entry, exclude=chosen.mode is ChoiceMode.EXCLUDE))

    def _told_apart(self, entry: EntryId) -> Entry | None:
        """Return an entry under the name that finds it alone: Hamilton (Ontario)."""
        words = self._bridge.archive.vocabulary
        found = words.get(entry)
        return None if found is None else replace(found, label=words.label(entry))

    def on_wanted(self, wanted: EntryWanted) -> None:
        """Show the clips of an entry, or its record."""
        entry = self._told_apart(wanted.entry)
        if entry is None:
            return
        if wanted.to_edit:
            self.edit(entry.id)
        else:
            self._pane.search(search_for(entry))

    def on_menu(self, wanted: EntryMenu) -> None:
        """Show what can be done with an entry."""
        menu = self.menu_of(wanted.entry)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QPoint(wanted.position))

    def menu_of(self, entry: EntryId) -> QMenu:
        """Return the menu of an entry; the caller shows it."""
        menu = QMenu(self._window)
        show = menu.addAction(icon("search"), tr("Show its clips only"))
        show.triggered.connect(lambda: self.on_chosen(EntryChosen(entry, ChoiceMode.ONLY)))
        leave_out = menu.addAction(icon("ban"), tr("Leave its clips out"))
        leave_out.triggered.connect(lambda: self.on_chosen(EntryChosen(entry, ChoiceMode.EXCLUDE)))
        if not self._bridge.archive.read_only:
            menu.addSeparator()
            tag = menu.addAction(icon("tag"), tr("Tag the selected clips with it"))
            tag.setEnabled(bool(self._pane.grid.selected_rows()))
            tag.triggered.connect(lambda: self._tag_selected(entry))
            menu.addAction(icon("pencil"), tr("Edit…")).triggered.connect(lambda: self.edit(entry))
            menu.addAction(icon("copy"), tr("Merge into…")).triggered.connect(lambda: self.merge(entry))
            menu.addAction(icon("users"), tr("Show among all names")).triggered.connect(
                lambda: self.open_vocabulary(entry)
            )
        return menu

    def merge(self, entry: EntryId) -> None:
        """Ask what an entry is to be merged into."""
        from gui.vocabulary.merge_dialog import MergeDialog

        MergeDialog(self._bridge, (entry,), None, self._window).open()

    def open_vocabulary(self, entry: EntryId | None = None) -> None:
        """Show all names, in the window that shows them already where there is one."""
        from gui.vocabulary.vocabulary_dialog import VocabularyDialog

        found = self._bridge.archive.vocabulary.get(entry) if entry else None
        dialog = self._names
        if dialog is None:
            dialog = self._names = VocabularyDialog(self._bridge, self._window)
            dialog.clips_wanted.connect(self._on_clips_wanted)
            dialog.finished.connect(self._on_names_left)
            _let_pass(dialog)
            dialog.show()
        if found is not None:
            dialog.show_entry(found)
        dialog.raise_()
        dialog.activateWindow()

    def _on_names_left(self) -> None:
        self._names = None

    def close_vocabulary(self) -> bool:
        """Close the window that shows all names, which saves what was typed there; tell whether none is open now."""
        names = self._names
        if names is None or names.close():
            return True
        names.raise_()
        names.activateWindow()
        return False

    def _on_clips_wanted(self, wanted: ClipsWanted) -> None:
        """Show the clips of an entry, before the names window, which stays open behind."""
        self.on_chosen(EntryChosen(wanted.entry, ChoiceMode.ONLY))
        self._window.raise_()
        self._window.activateWindow()

    def edit(self, entry: EntryId) -> None:
        """Open the record of an entry."""
        from gui.vocabulary.entry_dialog import EntryDialog

        found = self._bridge.archive.vocabulary.get(entry)
        if found is not None:
            dialog = EntryDialog(found, self._bridge.archive.vocabulary, self._window)
            dialog.saved.connect(self._on_saved)
            dialog.near_chosen.connect(partial(self._on_near, found.id))
            dialog.open()

    def _on_saved(self, saved: EntrySaved) -> None:
        self._bridge.edit(ChangeEntry(saved.entry), self)

    def _on_near(self, entry: EntryId, chosen: NearChosen) -> None:
        from gui.vocabulary.merge_dialog import MergeDialog

        MergeDialog(self._bridge, (entry,), chosen.entry, self._window).open()

    def _tag_selected(self, entry: EntryId) -> None:
        found, clips = self._bridge.archive.vocabulary.get(entry), self._pane.selected_clips()
        if found is not None and clips:
            self._bridge.edit(tag_edit(clips, entry, USUAL_ROLES[found.kind]), self)


def _let_pass(dialog: QDialog) -> None:
    """Let the window a dialog belongs to come before it: else it would hide the clips that it has shown there."""
    # Else the parts of the window become windows of the desktop's own beside the dialog, and take the focus from it.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontCreateNativeWidgetSiblings)
    dialog.winId()  # makes what is asked for next
    dialog.windowHandle().setTransientParent(None)  # type: ignore[arg-type]  # the stubs forget that it may be none
