"""Verbs for what leaves the house and comes back: safe originals, packages, returned sheets, shared names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.model.ids import ClipId
from core.search.suggest import quoted
from core.settings import Settings
from gui.bridge.bridge import Bridge
from gui.main_window.clips_pane import ClipsPane
from gui.main_window.selection import Say

if TYPE_CHECKING:
    from core.export.package import Wish
    from gui.keeping.due import ClipWanted


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
        return {
            "verify": self.verify,
            "package": self.package,
            "due": self.due,
            "history": self.history,
            "relink": self.relink,
            "import_sheet": self.import_sheet,
            "import_names": self.import_names,
            "export_names": self.export_names,
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

    def relink(self) -> None:
        """Ask where originals lie that are not where they were."""
        from gui.keeping.relink import RelinkDialog

        RelinkDialog(self._bridge, self._window, self._taken_over).open()

    def import_sheet(self) -> None:
        """Ask for a sheet that comes back."""
        from gui.exchange import ask_for_sheet

        ask_for_sheet(self._bridge, self._settings, self._window, self._taken_over)

    def import_names(self) -> None:
        """Ask for a file of names."""
        from gui.exchange import ask_for_authority

        ask_for_authority(self._bridge, self._window, self._taken_over)

    def export_names(self) -> None:
        """Ask where to write the names."""
        from gui.exchange import ask_where_to_export_authority

        ask_where_to_export_authority(self._bridge, self._window, self._done)

    def verify(self) -> None:
        """Read the originals whole and compare them with what was recorded."""
        from gui.keeping.verify import verify_dialog

        if clips := self._clips():
            verify_dialog(self._bridge, clips, self._window).open()

    def history(self) -> None:
        """Show what was done, and of the selected clip alone where that is asked for."""
        from gui.history.dialog import HistoryDialog

        selected = self._pane.selected_clips()
        HistoryDialog(self._bridge, selected[0] if len(selected) == 1 else None, self._window).open()

    def package(self) -> None:
        """Ask how the clips are to be handed over, and pack them."""
        from gui.keeping.package import PackageDialog

        if clips := self._clips():
            dialog = PackageDialog(self._bridge, clips, self._window)
            dialog.wanted.connect(lambda wish: self._pack(clips, wish))
            dialog.open()

    def _pack(self, clips: tuple[ClipId, ...], wish: Wish) -> None:
        from gui.keeping.package import packing_dialog

        packing_dialog(self._bridge, clips, wish, self._window).open()

    def due(self) -> None:
        """Show what becomes free soon."""
        from gui.keeping.due import DueDialog

        dialog = DueDialog(self._bridge, self._window)
        dialog.clip_wanted.connect(self._on_wanted)
        dialog.open()

    def _on_wanted(self, wanted: ClipWanted) -> None:
        """Show the clip in the grid."""
        self._pane.search(f"name:{quoted(wanted.name)}")
