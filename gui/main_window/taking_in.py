"""Taking in: from what was dropped to an import, asked about first where that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.catalog.edits import AddEntry, Together
from core.ingest.terms import Terms
from core.settings import Settings
from gui.bridge.bridge import Bridge
from gui.ingest.imports import Imports
from gui.ingest.strip import ImportStrip
from gui.ingest.watching import Watching
from gui.widgets import Toasts
from gui.words import plural, tr

if TYPE_CHECKING:
    from gui.ingest.arrival import Asked, ImportWanted


class TakingIn:
    """The verbs of imports for one window."""

    def __init__(
        self, bridge: Bridge, settings: Settings, imports: Imports, strip: ImportStrip, toasts: Toasts, window: QWidget
    ) -> None:
        self._bridge = bridge
        self._settings = settings
        self._imports = imports
        self._strip = strip
        self._window = window
        self.watching = Watching(bridge, imports, window)
        self.watching.came_in.connect(toasts.show_message)

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Return the verb of each command."""
        return {"imports": self.show_queue, "watch_folders": self.show_watched}

    def offer(self, paths: Sequence[Path]) -> None:
        """Show what an import of ``paths`` would do, and do it once that is confirmed; at once where nobody asks."""
        from gui.ingest.arrival import ArrivalDialog, ImportWanted

        if not paths or self._bridge.archive.read_only:
            return
        terms = Terms(copy=self._settings.import_copies)
        if not self._settings.ask_before_import:
            self.start(ImportWanted(tuple(paths), terms))
            return
        dialog = ArrivalDialog(self._bridge, paths, terms, self._window)
        dialog.wanted.connect(self._on_wanted)
        dialog.asking.connect(self._on_asking)
        dialog.open()

    def start(self, wanted: ImportWanted) -> None:
        """Import beside everything else; names that are new are made first."""
        words = plural(len(wanted.paths), "Looking at %n item…", "Looking at %n items…")
        self._strip.announce(words)
        if wanted.new_entries:
            creations = tuple(AddEntry(entry) for entry in wanted.new_entries)
            label = tr("Names for the import of {name}", name=wanted.paths[0].name)
            self._bridge.edit(Together(label, creations))
        self._imports.start(wanted.paths, wanted.terms)

    def show_queue(self) -> None:
        """Show what is being imported, what waits, and what earlier imports did."""
        from gui.ingest.queue_dialog import QueueDialog

        QueueDialog(self._bridge, self._imports, self._window).open()

    def show_watched(self) -> None:
        """Show the folders that are watched."""
        from gui.ingest.watch_dialog import WatchDialog

        WatchDialog(self._bridge, self.watching, self._window).open()

    def _on_wanted(self, wanted: ImportWanted) -> None:
        self._settings.import_copies = wanted.terms.copy
        self.start(wanted)

    def _on_asking(self, asked: Asked) -> None:
        self._settings.ask_before_import = asked.again
