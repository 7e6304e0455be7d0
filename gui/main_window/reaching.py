"""What the command palette reaches: every command, every name, saved searches, recent archives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from core.app import Archive
from core.model.changes import ENTRY_TABLES
from core.model.ids import EntryId
from core.model.vocabulary import EntryKind
from core.search.saved import order_of, query_of
from core.search.suggest import NameMatch
from core.settings import Settings
from gui.bridge.bridge import Bridge, Changed
from gui.library import ChoiceMode, EntryChosen
from gui.main_window.actions import COMMANDS, Actions, Command, Menu, bare
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.entries import EntryVerbs
from gui.main_window.saved_searches import SavedSearches
from gui.palette import Item, Names, NamesFound, Palette, PaletteChosen, PaletteTyped
from gui.words import capital, tr

_EDITS_TO_RANK = 50
"""After so many edits names are ranked anew by their use, if it was not the names themselves that changed."""
_MOST_COUNTED = 200
"""So many things the palette remembers to have been chosen."""
_ICONS = {
    EntryKind.PERSON: "user",
    EntryKind.LOCATION: "map-pin",
    EntryKind.PRODUCTION: "clapperboard",
    EntryKind.KEYWORD: "tag",
}
_PREFIXES = {"@": EntryKind.PERSON, "#": EntryKind.LOCATION, "%": EntryKind.PRODUCTION}


class Reaching:
    """Opens the palette of one window and does what is chosen there; names are read and sought off the GUI thread."""

    def __init__(
        self,
        bridge: Bridge,
        settings: Settings,
        actions: Actions,
        pane: ClipsPane,
        entries: EntryVerbs,
        searches: SavedSearches,
        window: QWidget,
    ) -> None:
        self._bridge = bridge
        self._settings = settings
        self._actions = actions
        self._pane = pane
        self._entries = entries
        self._searches = searches
        self._window = window
        self._palette: Palette | None = None
        self._turn = 0
        self._names: tuple[int, Names] | None = None
        """The names, and in which turn they were read: after a change another turn begins."""
        self._edits = 0
        self._ask = bridge.latest(self._on_found)
        bridge.changed.connect(self._on_changed)

    def open_palette(self, open_archive: Callable[[Path], None]) -> None:
        """Show the palette."""
        items = [*self._commands(), *self._saved(), *self._recent(open_archive)]
        self._palette = palette = Palette(items, self._settings.palette_uses, self._window)
        palette.typed.connect(self._on_typed)
        palette.chosen.connect(self._on_chosen)
        palette.finished.connect(self._forget)
        palette.open()
        self._prepare()

    def _forget(self) -> None:
        self._palette = None

    # what there is ------------------------------------------------------------------------------------------------
    def _commands(self) -> Sequence[Item]:
        commands = [self._command(command) for command in COMMANDS if command.key != "palette"]
        return [*commands, *map(self._order, self._pane.bar.order_actions())]

    def _order(self, action: QAction) -> Item:
        return Item(
            key=f"order:{action.data()}",
            text=tr("Order: {order}", order=action.text()),
            kind=bare(tr(Menu.VIEW.value)),
            icon="arrow-down-up",
            run=action.trigger,
        )

    def _command(self, command: Command) -> Item:
        action = self._actions[command.key]
        return Item(
            key=f"command:{command.key}",
            text=command.name,
            kind=bare(tr(command.menu.value)),
            icon=command.icon or "command",
            run=action.trigger,
            hint=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            available=action.isEnabled(),
            words=tr(command.tip),
        )

    def _saved(self) -> Sequence[Item]:
        return [
            Item(
                key=f"search:{one.search.id}",
                text=one.search.name,
                kind=tr("Saved search"),
                icon="bookmark",
                run=partial(self._pane.search, query_of(one.search), order_of(one.search)),
                words=query_of(one.search),
            )
            for one in self._searches.counts
        ]

    def _recent(self, open_archive: Callable[[Path], None]) -> Sequence[Item]:
        here = str(self._bridge.archive.folder)
        return [
            Item(
                key=f"archive:{folder}",
                text=Path(folder).stem,
                kind=tr("Archive in {folder}", folder=Path(folder).parent),
                icon="archive",
                run=partial(open_archive, Path(folder)),
                words=folder,
                elsewhere=True,
            )
            for folder in self._settings.recent_archives
            if folder != here
        ]

    def _entry(self, match: NameMatch) -> Item:
        entry, shown = match.entry, match.shown
        also = "" if match.matched_name in (entry.label, shown) else f"{match.matched_name} · "
        return Item(
            key=f"entry:{entry.id}",
            text=shown,
            kind=f"{also}{capital(entry.kind.word)}",
            icon=_ICONS[entry.kind],
            run=partial(self._show_entry, entry.id),
            colour=entry.kind,
        )

    def _show_entry(self, entry: EntryId) -> None:
        self._entries.on_chosen(EntryChosen(entry, ChoiceMode.ONLY))

    # names --------------------------------------------------------------------------------------------------------
    def _prepare(self) -> None:
        """Have the names read before the first letter is typed."""
        self._ask.ask(lambda: self._find(self._bridge.archive, ""))

    def _on_typed(self, typed: PaletteTyped) -> None:
        self._ask.ask(lambda: self._find(self._bridge.archive, typed.text))

    def _find(self, archive: Archive, text: str) -> NamesFound:
        """Called on a reader thread, one call at a time."""
        turn, known = self._turn, self._names
        if known is None or known[0] != turn:
            known = self._names = turn, Names(archive.names_by_use())
        names = known[1]
        kind = _PREFIXES.get(text[:1])
        if kind is None:
            return names.find(text) if text else NamesFound(text, ())
        return NamesFound(text, names.find(text[1:], (kind,)).names)

    def _on_found(self, found: NamesFound) -> None:
        if self._palette is not None and found.text:
            self._palette.add_found(found.text, [self._entry(match) for match in found.names])

    def _on_changed(self, changed: Changed) -> None:
        self._edits += 1
        renamed = any(changed.change_set.touched(table) for table in ENTRY_TABLES)
        if renamed or self._edits % _EDITS_TO_RANK == 0:
            self._turn += 1

    # choosing -----------------------------------------------------------------------------------------------------
    def _on_chosen(self, chosen: PaletteChosen) -> None:
        """Do what was chosen, and count it."""
        uses = dict(self._settings.palette_uses)
        count = uses.pop(chosen.item.key, 0) + 1
        known = sorted(uses.items(), key=lambda use: -use[1])[: _MOST_COUNTED - 1]
        self._settings.palette_uses = {chosen.item.key: count, **dict(known)}
        chosen.item.run()
