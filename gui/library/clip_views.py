"""The clips of a result as cards or as a list, whichever the archivist prefers just now."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QStackedWidget

from core.model.ids import ClipId
from gui.bridge.bridge import Bridge
from gui.library.clip_facts import ClipFacts
from gui.library.clip_grid import ClipGrid
from gui.library.clip_table import ClipList, row_height
from gui.library.filmstrips import Filmstrips
from gui.library.pictured_view import PicturedView
from gui.library.thumbnail_cache import ThumbnailCache
from gui.widgets import Section


class ClipViews(QStackedWidget):
    """Shows ``grid`` or ``list``; they share model and selection, and the focus goes to the one that is shown."""

    def __init__(self, bridge: Bridge, grid: ClipGrid, cache: ThumbnailCache) -> None:
        super().__init__()
        self.grid = grid
        self._facts = ClipFacts(bridge.archive.catalog)
        self._filmstrips = Filmstrips(bridge, cache, self)
        grid.set_filmstrips(self._filmstrips)
        self.list = ClipList(grid, self._facts, cache, bridge.labels.label)
        self.list.table.scrubbing.set_filmstrips(self._filmstrips)
        self.addWidget(grid)
        self.addWidget(self.list)

    @property
    def is_list(self) -> bool:
        """Whether clips are shown as a list."""
        return self.currentWidget() is self.list

    @property
    def shown(self) -> PicturedView:
        """The cards or the list, whichever is shown."""
        return self.list.table if self.is_list else self.grid

    def show_list(self, as_list: bool) -> None:
        """Show clips as a list or as cards; what is current stays in view."""
        had_focus = self.grid.hasFocus() or self.list.table.hasFocus()
        self.setCurrentWidget(self.list if as_list else self.grid)
        self.grid.setFocusProxy(self.list.table if as_list else None)  # type: ignore[arg-type]
        shown = self.shown
        shown.updateGeometries()
        if shown.currentIndex().isValid():
            shown.scrollTo(shown.currentIndex())
        if had_focus:
            shown.setFocus()

    def show_rows(self, rows: Sequence[int], sections: Sequence[Section] = ()) -> None:
        """Show a new result, under headings where there are any."""
        views = (self.grid, self.list.table)
        for view in views:
            view.set_sections(())  # those of the last result may point beyond the end of this one
        self.grid.show_rows(rows)
        for view in views:
            view.set_sections(sections)

    def set_card_width(self, width: int) -> None:
        """Make cards so wide, and lines as high as goes with that."""
        self.grid.set_cell_width(width)
        self.list.table.set_row_height(row_height(width))

    def refresh_clips(self, clips: Collection[ClipId]) -> None:
        """Paint ``clips`` as they are now."""
        self._facts.forget(clips)
        self._filmstrips.forget(clips)
        self.grid.refresh_clips(clips)
