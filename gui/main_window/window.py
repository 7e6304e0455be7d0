"""The window on one archive: introduces the parts to one another and keeps them in step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from core.app import Archive
from core.ingest.terms import IN_PLACE
from core.model.media import MediaKind
from core.settings import Settings
from gui.bridge.bridge import Bridge, Changed, Saving
from gui.bridge.faults import Fault
from gui.bridge.loader import Loader
from gui.ingest.imports import Imports
from gui.ingest.strip import ImportActions, ImportStrip
from gui.inspector.actions import InspectorActions
from gui.inspector.panel import Inspector
from gui.library import Browser, ClipActivated, GridMenu, RetryWanted, SelectionChanged, ThumbnailCache
from gui.main_window.actions import Actions
from gui.main_window.around import Around, Others
from gui.main_window.clips_pane import ClipsPane, PaneActions
from gui.main_window.copies import CopiesVerbs
from gui.main_window.dropping import DropWindow
from gui.main_window.entries import EntryVerbs
from gui.main_window.facets import FacetVerbs
from gui.main_window.faults import show_fault
from gui.main_window.finding import Result
from gui.main_window.glance import GlanceVerbs, view_buttons
from gui.main_window.keeping import KeepingVerbs
from gui.main_window.keys import Shortcuts
from gui.main_window.menus import Recent, fill_menu_bar
from gui.main_window.originals import OriginalVerbs
from gui.main_window.playing import PlayingVerbs
from gui.main_window.quick_tags import QuickTags
from gui.main_window.requests import Requests
from gui.main_window.saved_searches import SavedSearches
from gui.main_window.selection import SelectionVerbs
from gui.main_window.starting import begin
from gui.main_window.status import StatusLine
from gui.main_window.steps import StepLabels
from gui.main_window.taking_in import TakingIn
from gui.main_window.verbs import Parts, WindowVerbs, clip_menu
from gui.main_window.watch import DiskWatch, offer_writing
from gui.style import Space, read_margins
from gui.widgets import Toasts, WhenWanted, name_dividers
from gui.words import tr

_SIZES = (220, 700, 380)
_SMALLEST = (900, 560)
_USUAL = (1440, 900)
_MOST_OF_SCREEN = 0.94


class MainWindow(DropWindow):
    """Shows one archive and closes it with itself; ``requests`` asks the program for other archives."""

    closed = Signal()

    def __init__(self, archive: Archive, settings: Settings, requests: Requests) -> None:
        super().__init__()
        self.archive = archive
        self.settings = settings
        self.bridge = Bridge(archive, self)
        self.actions_ = Actions(self)
        self.shortcuts = Shortcuts(self.actions_, settings)
        self._loader = Loader(self)
        self._stayed = False
        self.pictures = ThumbnailCache(archive.stills.path, self._loader)
        self.imports = Imports(self.bridge, self)
        actions = self.actions_
        self.browser = Browser(latest=self.bridge.latest)
        self.pane = ClipsPane(self.bridge, self.pictures, self._pane_actions(), settings.card_width)
        self.playing = PlayingVerbs(self.bridge, self.pane)
        self.inspector = Inspector(
            self.bridge,
            self.pictures,
            InspectorActions(actions["mark_moment"], actions["retry"], actions["show_file"]),
            [actions[key] for key in ("find", "tag", "mark_moment", "import_files", "export", "undo", "shortcuts")],
        )
        self.strip = ImportStrip(self.imports, self._import_actions())
        self.status = StatusLine(self.statusBar(), read_only=archive.read_only)
        for widget in (*view_buttons(actions), self.pane.size_slider):
            self.statusBar().addPermanentWidget(widget)
        self.statusBar().setContentsMargins(read_margins(0, 0, Space.M, 0))
        self.watch = DiskWatch(archive, self.status, self)
        if archive.read_only:
            offer_writing(self.statusBar(), requests.reopen)
        self.toasts = Toasts(self)
        self.taking_in = TakingIn(self.bridge, settings, self.imports, self.strip, self.toasts, self)
        self.verbs = WindowVerbs(self._parts(), requests)
        self.selection = SelectionVerbs(
            self.bridge, self.pane, self.inspector, self.imports, self.playing, self.verbs.say
        )
        self.glance = GlanceVerbs(self.bridge, self.pane, self.playing, self.inspector, self.pictures, self.verbs.say)
        self.keeping = KeepingVerbs(self.bridge, self.settings, self.pane, self, self.verbs.say)
        self.steps = StepLabels(self.bridge, self.actions_)
        self.entries = EntryVerbs(self.bridge, self.pane, self.browser, self)
        self.facets = FacetVerbs(self.bridge, self.pane, self.browser)
        self.searches = SavedSearches(self.bridge, self.pane, self.browser, self, self.verbs.say)
        self._lay_out()
        others = Others(self.playing, self.pictures, self.splitter, self.entries, self.searches, self.glance)
        self.around = Around(self._parts(), others, requests, self.verbs.say)
        self._connect(requests)
        self._restore()
        self.pane.grid.setFocus()
        self.around.remembering.begin()
        self.inspector.show_rows(())
        begin(self.bridge, self.imports, self.strip, self.toasts, self.pages)

    @property
    def pages(self) -> Sequence[WhenWanted[Any]]:
        """The pages that are made when they are wanted."""
        glance = self.glance
        return (self.inspector.detail, self.playing.desk, glance.frames, glance.beside, glance.alike.found)

    # making -----------------------------------------------------------------------------------------------------
    def _pane_actions(self) -> PaneActions:
        return PaneActions(*(self.actions_[field.name] for field in fields(PaneActions)))

    def _import_actions(self) -> ImportActions:
        keys = ("imports", "pause_import", "cancel_import", "show_failures", "dismiss_import")
        return ImportActions(*(self.actions_[key] for key in keys))

    def _parts(self) -> Parts:
        return Parts(
            window=self,
            settings=self.settings,
            bridge=self.bridge,
            actions=self.actions_,
            browser=self.browser,
            pane=self.pane,
            inspector=self.inspector,
            toasts=self.toasts,
            shortcuts=self.shortcuts,
            import_paths=self.taking_in.offer,
            step_back=self.playing.step_back,
            focus_stage=self.playing.focus_stage,
        )

    def _lay_out(self) -> None:
        name = self.archive.name
        title = (
            tr("{archive} (read only) — Slatebook", archive=name) if self.archive.read_only else f"{name} — Slatebook"
        )
        self.setWindowTitle(title)
        if not self.archive.read_only:
            self.take_drops(self.taking_in.offer)
        self.setMinimumSize(*_SMALLEST)
        self.quick = QuickTags(self.bridge, self.pane, self.playing.numbers, self.status)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setAccessibleName(tr("Browser, clips and inspector"))
        self.splitter.setHandleWidth(1)
        for part, least in ((self.browser, 180), (self.playing.stage, 340), (self.inspector, 300)):
            part.setMinimumWidth(least)
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes(list(_SIZES))
        name_dividers(self.splitter)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.strip)
        self.toasts.keep_above(self.strip)
        self.setCentralWidget(middle)

    def _connect(self, requests: Requests) -> None:
        self.open_drops(requests.open)
        fill_menu_bar(self.menuBar(), self.actions_, Recent(self.verbs.recent, requests.open))
        self.actions_.connect(self.verbs.table())
        self.copies = CopiesVerbs(self.bridge, self.imports, self, self.toasts, self.pane.search)
        self.originals = OriginalVerbs(self.bridge, self.pane, self.verbs.say)
        others = (self.glance, self.around, self.taking_in, self.copies, self.originals)
        for verbs in (self.keeping, self.selection, *others):
            self.actions_.connect(verbs.table())
        self.actions_.connect(
            {
                "play": self.playing.play,
                "save_search": self.searches.save,
                "vocabulary": self.entries.open_vocabulary,
            }
        )
        self.imports.prefer_what(self.pane.grid.clips_in_view)
        self.bridge.changed.connect(self._on_changed)
        self.bridge.failed.connect(self._on_failed)
        self.bridge.saving.connect(self._on_saving)
        self.pane.found.connect(self._on_found)
        self.pane.moment_chosen.connect(lambda card: self.inspector.look_at(card.id, card.span.start))
        self.pane.grid.selection_changed.connect(self._on_selected)
        self.pane.grid.activated_clip.connect(self._on_activated)
        self.pane.grid.retry_wanted.connect(self._on_retry)
        self.pane.grid.menu_wanted.connect(self._on_menu)
        self.browser.entry_chosen.connect(self.entries.on_chosen)
        self.browser.entry_menu_wanted.connect(self.entries.on_menu)
        self.inspector.entry_wanted.connect(self.entries.on_wanted)
        self.inspector.search_wanted.connect(self.verbs.on_search_wanted)
        self.inspector.refused.connect(self.verbs.on_refused)
        of_player = [self.actions_[key] for key in ("mark_moment", "undo", "redo")]
        self.playing.desk.then(lambda page: page.player.stage.take_commands(of_player))

    def _restore(self) -> None:
        self.resize(QSize(*_USUAL).boundedTo(self.screen().availableSize() * _MOST_OF_SCREEN))
        self.restoreGeometry(QByteArray.fromBase64(self.settings.window_geometry.encode()))
        self.splitter.restoreState(QByteArray.fromBase64(self.settings.window_state.encode()))
        self.around.remembering.arrange()
        self.actions_["show_browser"].setChecked(not self.browser.isHidden())
        self.actions_["show_inspector"].setChecked(not self.inspector.isHidden())
        self.pane.views.list.header.restore(self.settings.list_columns)
        self.pane.show_list(self.settings.clip_list)
        self._enable()
        self.steps.refresh()

    def remember(self) -> None:
        """Put into the settings where the window stands and how it is divided."""
        self.settings.window_geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.settings.window_state = bytes(self.splitter.saveState().toBase64().data()).decode()
        self.settings.card_width = self.pane.size_slider.value()
        self.settings.clip_list = self.pane.views.is_list
        self.settings.list_columns = self.pane.views.list.header.arrangement()
        self.around.remembering.keep()

    # keeping in step --------------------------------------------------------------------------------------------
    def _on_found(self, result: Result) -> None:
        self.status.show_result(result)
        self.entries.show_result(result)
        if not result.narrowed:
            self.inspector.set_uses(result.counts)
            self.playing.numbers.set_uses(result.counts)
        self._enable()

    def _on_selected(self, selected: SelectionChanged) -> None:
        self.inspector.show_rows(self.pane.grid.selected_rows())
        self.status.show_selected(selected.count)
        self._enable()

    def _on_changed(self, changed: Changed) -> None:
        if changed.initiator is not None:
            self.toasts.withdraw_offer()  # undo would now take back something else
        self.steps.refresh()

    def _on_saving(self, saving: Saving) -> None:
        self.status.show_saving(saving)
        if saving.waiting:
            self.actions_.enable(True, "undo")  # what is on its way can be undone, even before it has a name

    def _on_failed(self, fault: Fault) -> None:
        show_fault(fault, self, self.toasts)

    def _on_activated(self, activated: ClipActivated) -> None:
        if activated.card.kind is MediaKind.CLIP:
            self.playing.open_card(activated.card)
        else:
            self.selection.tag()

    def _on_retry(self, wanted: RetryWanted) -> None:
        if not self.archive.read_only:
            self.selection.retry_clips((wanted.clip,))

    def _on_menu(self, wanted: GridMenu) -> None:
        menu = clip_menu(self, self.actions_)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(wanted.position)

    def _enable(self) -> None:
        found = self.pane.result is not None and self.pane.result.total > 0
        self.actions_.offer(selected=self.pane.grid.selected_count(), found=found, writing=not self.archive.read_only)

    # taking in -----------------------------------------------------------------------------------------------------
    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders, beside everything else, without asking."""
        from gui.ingest.arrival import ImportWanted

        if paths and not self.archive.read_only:
            self.taking_in.start(ImportWanted(tuple(paths), IN_PLACE))

    # closing ----------------------------------------------------------------------------------------------------
    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being written, wait for what is being saved, and let go of the archive.

        Where something cannot be saved the window says so and stays, once; it stays while a name makes no sense.
        """
        if not self.entries.close_vocabulary():
            event.ignore()
            return
        self.inspector.commit()
        if not self.bridge.settle() and not self._stayed:
            self._stayed = True
            self.toasts.show_message(
                tr("Your last edit could not be saved. Close again to leave without it."), tone="problem"
            )
            event.ignore()
            return
        self.remember()
        self.watch.stop()
        self.taking_in.watching.stop()
        self.hide()
        self._loader.close()  # its threads read the archive too
        self.bridge.close()
        event.accept()
        self.closed.emit()
