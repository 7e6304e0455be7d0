"""What stands around the work in one window: the palette, what went wrong, notices, drags, and where one was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter

from core.values import dataclass
from gui.around.notices import Notices
from gui.library import ThumbnailCache
from gui.main_window.dragging_out import DraggingOut
from gui.main_window.entries import EntryVerbs
from gui.main_window.glance import GlanceVerbs
from gui.main_window.playing import PlayingVerbs
from gui.main_window.remembering import Remembering
from gui.main_window.requests import Requests
from gui.main_window.saved_searches import SavedSearches
from gui.main_window.selection import Say
from gui.main_window.verbs import Parts

if TYPE_CHECKING:
    from gui.main_window.reaching import Reaching


@dataclass(frozen=True, slots=True)
class Others:
    """The parts of a window, beside those of :class:`Parts`, that this stands around."""

    playing: PlayingVerbs
    pictures: ThumbnailCache
    splitter: QSplitter
    entries: EntryVerbs
    searches: SavedSearches
    glance: GlanceVerbs


class Around:
    """Holds it all together for one window."""

    def __init__(self, parts: Parts, others: Others, requests: Requests, say: Say) -> None:
        self._parts = parts
        self._others = others
        self._requests = requests
        bridge, pane = parts.bridge, parts.pane
        self.notices = Notices(bridge, parts.window)
        self.dragging = DraggingOut(bridge, pane, parts.inspector, others.pictures, others.glance.sheets, say)
        self.remembering = Remembering(bridge, pane, others.playing, parts.browser, parts.inspector, others.splitter)

    @cached_property
    def reaching(self) -> Reaching:
        """What the palette reaches."""
        from gui.main_window.reaching import Reaching

        parts, others = self._parts, self._others
        return Reaching(
            parts.bridge, parts.settings, parts.actions, parts.pane, others.entries, others.searches, parts.window
        )

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Return the verb of each command."""
        return {
            "palette": lambda: self.reaching.open_palette(self._requests.open),
            "troubles": self.show_troubles,
        }

    def show_troubles(self) -> None:
        """Show what went wrong."""
        from gui.around.troubles import TroublesDialog

        TroublesDialog(self._parts.bridge, self._parts.window).open()
