"""The clips of a search result as a model: numbers, until a card is painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model.ids import ClipId
from core.model.media import MediaKind
from core.model.reasons import retold
from core.model.time import clock
from core.ports.index import Card

PAGE = 32
"""How many cards are fetched at once: while they are, nothing else is painted."""

_MOST_PAGES = 64
CARD_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], Sequence[Card]]


class ClipsModel(QAbstractListModel):
    """Holds the index rows of a result; fetches their cards page by page and keeps the pages used last.

    ``CARD_ROLE`` gives the :class:`Card`, or None for a clip that is gone since.
    """

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._rows: Sequence[int] = ()
        self._pages: OrderedDict[int, dict[int, Card]] = OrderedDict()

    @property
    def rows(self) -> Sequence[int]:
        """The index rows shown, in order."""
        return self._rows

    def set_rows(self, rows: Sequence[int]) -> None:
        """Show another result."""
        self.beginResetModel()
        self._rows = rows
        self._pages.clear()
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        if role == CARD_ROLE:
            return self.card(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            card = self.card(index.row())
            return card.name if card is not None else ""
        return self._spoken(index.row()) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _spoken(self, at: int) -> str:
        card = self.card(at)
        if card is None:
            return ""
        if card.kind is MediaKind.UNREADABLE:
            return f"{card.name}, {retold(card.problem)}"
        return f"{card.name}, {clock(card.duration)}" if card.duration is not None else card.name

    def card(self, at: int) -> Card | None:
        """Return the card at place ``at`` of the result."""
        return self._page(at // PAGE).get(int(self._rows[at]))

    def _page(self, number: int) -> dict[int, Card]:
        page = self._pages.get(number)
        if page is None:
            wanted = [int(row) for row in self._rows[number * PAGE : (number + 1) * PAGE]]
            page = self._pages[number] = {card.row: card for card in self._fetch(wanted)}
            if len(self._pages) > _MOST_PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page

    def refresh(self, clips: Collection[ClipId]) -> None:
        """Fetch the cards of ``clips`` anew where they were fetched before; nobody saw the others."""
        for number, page in tuple(self._pages.items()):
            if any(card.id in clips for card in page.values()):
                self._forget(number)

    def refresh_all(self) -> None:
        """Fetch anew whatever was fetched."""
        for number in tuple(self._pages):
            self._forget(number)

    def _forget(self, number: int) -> None:
        del self._pages[number]
        last = min((number + 1) * PAGE, len(self._rows)) - 1
        self.dataChanged.emit(self.index(number * PAGE), self.index(last))
