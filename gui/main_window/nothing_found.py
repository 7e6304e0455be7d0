"""What stands in the middle of the window where there is nothing to show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction

from core.search.switch import switched
from gui.main_window.finding import Result
from gui.widgets import EmptyState
from gui.words import tr


class NothingFound(EmptyState):
    """Says why there is nothing: no answer to a search (``show_all`` leads on), or an empty archive (``to_fill`` do).

    An archive that is open for reading only has nothing ``to_fill`` it.
    """

    def __init__(self, to_fill: Sequence[QAction], show_all: QAction) -> None:
        super().__init__("", "", "")
        self._to_fill = to_fill
        self._show_all = show_all

    def show_for(self, result: Result) -> None:
        """Say why ``result`` is empty."""
        if result.narrowed and result.total:
            text = tr("Take a word away, or look at the whole archive again.")
            self.set_content("scan-search", _nothing_matches(result), text, (self._show_all,))
        elif not self._to_fill:
            self.set_content("inbox", tr("This archive is empty"), tr("It is open for reading only."), ())
        else:
            text = tr("Drop files or folders anywhere on this window. They stay where they are and are never changed.")
            self.set_content("clapperboard", tr("Drop clips here"), text, self._to_fill)


def _nothing_matches(result: Result) -> str:
    asked = switched(result.text, False) or result.text.strip()
    if result.moments is None:
        return tr("No clip matches “{asked}”", asked=asked)
    return tr("No moment matches “{asked}”", asked=asked)
