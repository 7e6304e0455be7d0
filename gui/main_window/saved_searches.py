"""What the archivist does with saved searches: run, save, rename and forget them, with live counts in the browser."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from core.app import Archive
from core.catalog.edits import Edit
from core.catalog.search_edits import RemoveSearch, RenameSearch, SaveSearch
from core.model.ids import SearchId
from core.model.searches import SavedSearch
from core.search.saved import SavedCount, counted, order_of, query_of
from core.search.switch import switched, without_switch
from gui.bridge.bridge import Bridge, Changed
from gui.library import Browser, SearchChosen, SearchMenu, SearchMode
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.finding import Result
from gui.search import NameDialog
from gui.style import icon
from gui.words import tr

Say = Callable[[str, bool], None]
"""Shows a sentence; the flag offers undo beside it."""


class SavedSearches(QObject):
    """Keeps the browser's list of searches and its counts in step with the archive, off the GUI thread."""

    def __init__(self, bridge: Bridge, pane: ClipsPane, browser: Browser, window: QWidget, say: Say) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._pane = pane
        self._browser = browser
        self._window = window
        self._say = say
        self._counts: tuple[SavedCount, ...] = ()
        self._ask = bridge.latest(self._on_counted)
        bridge.changed.connect(self._on_changed)
        pane.found.connect(self._on_found)
        browser.search_chosen.connect(self.on_chosen)
        browser.search_menu_wanted.connect(self.on_menu)
        self.refresh()

    @property
    def counts(self) -> tuple[SavedCount, ...]:
        """The saved searches, with what each found when it was counted last."""
        return self._counts

    def refresh(self) -> None:
        """Count again what each search finds."""
        archive = self._bridge.archive
        self._ask.ask(lambda: _counted(archive))

    def _on_counted(self, counts: tuple[SavedCount, ...]) -> None:
        self._counts = counts
        self._show()

    def _on_changed(self, _changed: Changed) -> None:
        self.refresh()

    def _on_found(self, _result: Result) -> None:
        self._show()

    def _show(self) -> None:
        self._browser.set_searches(self._counts, self._running())

    def _running(self) -> SearchId | None:
        """Return the search whose query is in the field."""
        shown = _plain(self._pane.bar.text())
        searches = (one.search for one in self._counts)
        return next((search.id for search in searches if shown and _plain(query_of(search)) == shown), None)

    def on_chosen(self, chosen: SearchChosen) -> None:
        """Run a search, or rename or forget it."""
        search = self._search(chosen.search)
        if search is None:
            return
        if chosen.mode is SearchMode.RUN:
            self._pane.search(query_of(search), order_of(search))
        elif not self._bridge.archive.read_only:
            (self._rename if chosen.mode is SearchMode.RENAME else self._remove)(search)

    def on_menu(self, wanted: SearchMenu) -> None:
        """Show what can be done with a search."""
        menu = self.menu_of(wanted.search)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(wanted.position)

    def menu_of(self, search: SearchId) -> QMenu:
        """Return the menu of a search; the caller shows it."""
        menu = QMenu(self._window)
        run = menu.addAction(icon("search"), tr("Run"))
        run.triggered.connect(partial(self._choose, search, SearchMode.RUN))
        if not self._bridge.archive.read_only:
            menu.addSeparator()
            replace = menu.addAction(icon("bookmark"), tr("Save what is searched for now under this name"))
            replace.setEnabled(bool(self._pane.bar.text().strip()))
            replace.triggered.connect(partial(self._replace, search))
            rename = menu.addAction(icon("pencil"), tr("Rename… (F2)"))
            rename.triggered.connect(partial(self._choose, search, SearchMode.RENAME))
            remove = menu.addAction(icon("trash-2"), tr("Remove (Del)"))
            remove.triggered.connect(partial(self._choose, search, SearchMode.REMOVE))
        return menu

    def _choose(self, search: SearchId, mode: SearchMode, _checked: bool = False) -> None:
        self.on_chosen(SearchChosen(search, mode))

    def save(self) -> None:
        """Ask for a name for what is searched for now."""
        text = self._pane.bar.text().strip()
        if text and not self._bridge.archive.read_only:
            title = tr("Save the search")
            self._ask_name(title, without_switch(text)[0].strip() or text, text, None, self._on_named)

    def _on_named(self, name: str) -> None:
        self._edit(SaveSearch(self._current(self._bridge.archive.catalog.new_search_id(), name)))

    def _replace(self, search: SearchId, _checked: bool = False) -> None:
        known = self._search(search)
        if known is not None:
            self._edit(SaveSearch(self._current(known.id, known.name)))

    def _current(self, search: SearchId, name: str) -> SavedSearch:
        rest, moments = without_switch(self._pane.bar.text())
        return SavedSearch(id=search, name=name, query=rest.strip(), order=self._pane.order, moments=moments)

    def _rename(self, search: SavedSearch) -> None:
        title = tr("Rename the search")
        self._ask_name(
            title, search.name, query_of(search), search, lambda name: self._edit(RenameSearch(search.id, name))
        )

    def _ask_name(
        self, title: str, name: str, query: str, own: SavedSearch | None, named: Callable[[str], None]
    ) -> None:
        others = frozenset(one.search.name for one in self._counts if own is None or one.search.id != own.id)
        dialog = NameDialog(title, name, query, others, self._window)
        dialog.named.connect(named)
        dialog.open()

    def _remove(self, search: SavedSearch) -> None:
        sentence = tr("The search “{name}” was removed; its clips stay.", name=search.name)
        self._bridge.edit(RemoveSearch(search.id), self, lambda change: self._say(sentence, bool(change)))

    def _edit(self, edit: Edit) -> None:
        self._bridge.edit(edit, self)

    def _search(self, search: SearchId) -> SavedSearch | None:
        return next((one.search for one in self._counts if one.search.id == search), None)


def _counted(archive: Archive) -> tuple[SavedCount, ...]:
    finder, today = archive.finder, archive.today
    return tuple(counted(search, finder, today) for search in archive.catalog.searches())


def _plain(text: str) -> str:
    rest, moments = without_switch(text)
    return switched(" ".join(rest.split()), moments)
