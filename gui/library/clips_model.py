"""The clips of a search result as a model: numbers, until a card is painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import field
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model.ids import ClipId
from core.model.media import MediaKind
from core.model.reasons import retold
from core.model.time import clock
from core.ports.index import Card
from core.values import dataclass
from gui.bridge.loader import Loader, Made

PAGE = 32
"""How many cards are fetched at once."""

_MOST_PAGES = 64
_FEW = 30
"""So many clips are looked for one by one among a million; more take longer than one walk through all."""

CARD_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[int]], Sequence[Card]]


@dataclass(frozen=True, slots=True)
class _PageWish:
    """The cards of a page to be fetched; those of another ``era`` may be as they were before a change."""

    model: int
    number: int
    era: int
    rows: Sequence[int] = field(compare=False)
    result: Sequence[int] = field(compare=False)
    fetch: Fetch = field(compare=False)

    @property
    def name(self) -> tuple[int, int]:
        return self.model, self.number

    def fulfil(self) -> Sequence[Card]:
        return self.fetch(self.rows)


class ClipsModel(QAbstractListModel):
    """Holds the index rows of a result; fetches their cards page by page and keeps the pages used last.

    ``CARD_ROLE`` gives the :class:`Card`, or None for a clip that is gone since.  With a ``loader`` it waits for
    nothing: a card that has to be fetched is None until ``dataChanged`` tells that it has come.
    """

    def __init__(self, fetch: Fetch, parent: QObject | None = None, loader: Loader | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._loader = loader
        self._era = 0
        self._rows: Sequence[int] = ()
        self._pages: OrderedDict[int, Sequence[Card | None]] = OrderedDict()
        self._stale: set[int] = set()

    @property
    def rows(self) -> Sequence[int]:
        """The index rows shown, in order."""
        return self._rows

    def set_rows(self, rows: Sequence[int]) -> None:
        """Show another result."""
        self.beginResetModel()
        self._rows = rows
        self._era += 1
        self._pages.clear()
        self._stale.clear()
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        if role == CARD_ROLE:
            return self.at_hand(index.row())
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
        return self._page(at // PAGE)[at % PAGE]

    def at_hand(self, at: int) -> Card | None:
        """Return the card at place ``at``, None while it is fetched, as it was while it is fetched anew."""
        if self._loader is None:
            return self.card(at)
        page = self._page_at_hand(at // PAGE, self._loader)
        return page[at % PAGE] if page is not None else None

    def stretch(self, places: range) -> Sequence[Card | None] | None:
        """Return the cards at ``places``, as of :meth:`at_hand`; None while any of them has yet to be fetched."""
        cards: list[Card | None] = []
        whole = True
        for number in range(places.start // PAGE, (places.stop - 1) // PAGE + 1):
            page = self._page_at_hand(number, self._loader) if self._loader is not None else self._page(number)
            if page is None:
                whole = False  # the other pages are ordered as well
            else:
                begin = number * PAGE
                cards += page[max(0, places.start - begin) : places.stop - begin]
        cards += [None] * (len(places) - len(cards))  # where fewer clips were there when the result was read to its end
        return cards if whole else None

    def _page_at_hand(self, number: int, loader: Loader) -> Sequence[Card | None] | None:
        page = self._pages.get(number)
        if page is None or number in self._stale:
            self._order(number, loader)
        return page

    def is_coming(self, at: int) -> bool:
        """Tell whether the card at place ``at`` has yet to be fetched."""
        return at // PAGE not in self._pages

    def _order(self, number: int, loader: Loader) -> None:
        if loader.awaits((id(self), number)):
            return
        rows = self._rows_of(number)
        loader.load(_PageWish(id(self), number, self._era, rows, self._rows, self._fetch), self._on_fetched)

    def _on_fetched(self, made: Made) -> None:
        for wish, cards in made:
            if wish.era == self._era:
                self._keep(wish.number, wish.rows, cards)
                self._tell(wish.number)
            elif wish.result is self._rows:
                self._tell(wish.number)  # who looks at it asks again

    def _rows_of(self, number: int) -> Sequence[int]:
        return [int(row) for row in self._rows[number * PAGE : (number + 1) * PAGE]]

    def _page(self, number: int) -> Sequence[Card | None]:
        page = self._pages.get(number)
        if page is None or number in self._stale:
            rows = self._rows_of(number)
            page = self._keep(number, rows, self._fetch(rows))
        self._pages.move_to_end(number)
        return page

    def _keep(self, number: int, rows: Sequence[int], cards: Sequence[Card]) -> Sequence[Card | None]:
        by_row = {card.row: card for card in cards}
        page = self._pages[number] = [by_row.get(row) for row in rows]
        self._stale.discard(number)
        if len(self._pages) > _MOST_PAGES:
            self._stale.discard(self._pages.popitem(last=False)[0])
        return page

    def refresh(self, clips: Collection[ClipId]) -> None:
        """Fetch the cards of ``clips`` anew where they were fetched before; nobody saw the others."""
        self._era += 1
        for number, page in tuple(self._pages.items()):
            if any(card is not None and card.id in clips for card in page):
                self._forget(number)

    def refresh_all(self) -> None:
        """Fetch anew whatever was fetched."""
        self._era += 1
        for number in tuple(self._pages):
            self._forget(number)

    def _forget(self, number: int) -> None:
        self._stale.add(number)
        self._tell(number)

    def _tell(self, number: int) -> None:
        last = min((number + 1) * PAGE, len(self._rows)) - 1
        self.dataChanged.emit(self.index(number * PAGE), self.index(last), [CARD_ROLE])


def place_of(rows: Sequence[int], wanted: int) -> int | None:
    """Return where ``wanted`` stands among ``rows``, None where it does not."""
    return next(iter(places_of(rows, {wanted})), None)


def places_of(rows: Sequence[int], wanted: Collection[int]) -> list[int]:
    """Return where those of ``wanted`` that are among ``rows`` stand, in order; a few are looked for by C."""
    if len(wanted) > _FEW:
        return [at for at, row in enumerate(rows) if row in wanted]
    plain = rows[:]  # an array or a tuple, whatever ``rows`` are
    found = []
    for row in wanted:
        with suppress(ValueError):
            found.append(plain.index(row))
    return sorted(found)
