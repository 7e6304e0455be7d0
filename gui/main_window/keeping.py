"""Verbs for what leaves the house and comes back: safe originals, packages, returned sheets, shared names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from core.export.package import Wish
from core.model.ids import ClipId
from core.search.suggest import quoted
from core.settings import Settings
from gui.bridge.bridge import Bridge
from gui.exchange import ask_for_authority, ask_for_sheet, ask_where_to_export_authority
from gui.history.dialog import HistoryDialog
from gui.keeping.due import ClipWanted, DueDialog
from gui.keeping.package import PackageDialog, packing_dialog
from gui.keeping.relink import RelinkDialog
from gui.keeping.verify import verify_dialog
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.selection import Say


class KeepingVerbs:
    """Each opens a dialog on the selected clips, or on all that the search found where none is selected."""

    def __init__(self, bridge: Bridge, settings: Settings, pane: ClipsPane, window: QWidget, say: Say) -> None:
        self._say = say
        self._bridge = bridge
        self._settings = settings
        self._pane = pane
        self._window = window

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Return the verb of each command."""
        bridge, window = self._bridge, self._window
        return {
            "verify": self.verify,
            "package": self.package,
            "due": self.due,
            "history": self.history,
            "relink": lambda: RelinkDialog(bridge, window, self._taken_over).open(),
            "import_sheet": lambda: ask_for_sheet(bridge, self._settings, window, self._taken_over),
            "import_names": lambda: ask_for_authority(bridge, window, self._taken_over),
            "export_names": lambda: ask_where_to_export_authority(bridge, window, self._done),
        }

    def _taken_over(self, sentence: str) -> None:
        self._say(sentence, True)

    def _done(self, sentence: str) -> None:
        self._say(sentence, False)

    def _clips(self) -> tuple[ClipId, ...]:
        selected = self._pane.selected_clips()
        if selected or self._pane.result is None:
            return selected
        return tuple(self._bridge.archive.index.clip_ids(self._pane.result.rows))

    def verify(self) -> None:
        """Read the originals whole and compare them with what was recorded."""
        if clips := self._clips():
            verify_dialog(self._bridge, clips, self._window).open()

    def history(self) -> None:
        """Show what was done, and of the selected clip alone where that is asked for."""
        selected = self._pane.selected_clips()
        HistoryDialog(self._bridge, selected[0] if len(selected) == 1 else None, self._window).open()

    def package(self) -> None:
        """Ask how the clips are to be handed over, and pack them."""
        if clips := self._clips():
            dialog = PackageDialog(self._bridge, clips, self._window)
            dialog.wanted.connect(lambda wish: self._pack(clips, wish))
            dialog.open()

    def _pack(self, clips: tuple[ClipId, ...], wish: Wish) -> None:
        packing_dialog(self._bridge, clips, wish, self._window).open()

    def due(self) -> None:
        """Show what becomes free soon."""
        dialog = DueDialog(self._bridge, self._window)
        dialog.clip_wanted.connect(self._on_wanted)
        dialog.open()

    def _on_wanted(self, wanted: ClipWanted) -> None:
        """Show the clip in the grid."""
        self._pane.search(f"name:{quoted(wanted.name)}")
