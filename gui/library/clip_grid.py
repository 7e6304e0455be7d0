"""The clips of a result as cards that fill the width, with hover scrubbing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from core.model.ids import ClipId, EntryId, StillId
from core.model.media import MediaKind
from core.ports.index import Card
from core.values import dataclass
from gui.library.card_layout import PAD, CardLayout, card_height
from gui.library.card_painter import CardPainter, is_on_retry
from gui.library.card_scrubbing import CardScrubbing
from gui.library.card_view import CardView
from gui.library.clips_model import Fetch, place_of, places_of
from gui.library.filmstrips import KEYS, Filmstrips
from gui.library.thumbnail_cache import ThumbnailCache
from gui.style import Space
from gui.widgets import ranges_of
from gui.words import tr

NARROWEST, WIDEST = 150, 420
_USUAL = 230
_MARGIN = Space.M - PAD
"""Posters stand as far from the edge as everything else, and a card reaches PAD beyond its poster."""

_Flag = QItemSelectionModel.SelectionFlag
_MOVES_ALONE = Qt.KeyboardModifier.ControlModifier
"""With it a step selects nothing."""
_Key = Qt.Key
_STEPS = frozenset((
    _Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down,
    _Key.Key_Home, _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown,
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class SelectionChanged:
    """How many clips are selected, and the index row of the current one."""

    count: int
    current: int | None


@dataclass(frozen=True, slots=True)
class ClipActivated:
    card: Card


@dataclass(frozen=True, slots=True)
class RetryWanted:
    clip: ClipId


@dataclass(frozen=True, slots=True)
class GridMenu:
    """A context menu is wanted for the selection, at ``position`` on the screen."""

    position: QPoint


class ClipGrid(CardView):
    """Shows index rows as cards.  Selection is kept by clip across results; ids are looked up only when asked for."""

    selection_changed = Signal(object)
    activated_clip = Signal(object)
    retry_wanted = Signal(object)
    menu_wanted = Signal(object)

    def __init__(
        self,
        fetch: Fetch,
        label: Callable[[EntryId], str],
        cache: ThumbnailCache,
        parent: QWidget | None = None,
        painter: type[CardPainter] = CardPainter,
    ) -> None:
        super().__init__(fetch, painter(label), cache, parent)
        self.setAccessibleName(tr("Clips"))
        self._cache = cache
        self._scrubbing = CardScrubbing(self, self._clips, self._scrubs, cache)
        self.set_cells(_USUAL, card_height, Space.XS, _MARGIN)
        self.activated.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())
        cache.many_arrived.connect(self._on_arrived)

    # what is shown

    def show_rows(self, rows: Sequence[int]) -> None:
        """Show a new result; clips that are in both stay selected, and what is seen at the upper edge stays there."""
        if rows is self._clips.rows:
            return
        chosen, current = set(self.selected_rows()), self.current_row()
        top, beyond = self.top()
        self._scrubs.scrub = None
        self._clips.set_rows(rows)
        self.updateGeometries()
        self._select_again(rows, chosen, current)
        if top is None or not self.show_at_top(top, beyond):
            self.verticalScrollBar().setValue(0)
        self._tell()

    def _select_again(self, rows: Sequence[int], chosen: set[int], current: int | None) -> None:
        if chosen:
            self.selectionModel().select(self._selection_of(places_of(rows, chosen)), _Flag.ClearAndSelect)
        if current is not None and (at := place_of(rows, current)) is not None:
            self.selectionModel().setCurrentIndex(self._clips.index(at), _Flag.NoUpdate)

    def _selection_of(self, places: Iterable[int]) -> QItemSelection:
        """Return the selection of ``places`` (ascending), neighbours in one range."""
        spans: list[list[int]] = []
        for at in places:
            if spans and spans[-1][1] == at - 1:
                spans[-1][1] = at
            else:
                spans.append([at, at])
        chosen = QItemSelection()
        for first, last in spans:
            chosen.select(self._clips.index(first), self._clips.index(last))
        return chosen

    def refresh_clips(self, clips: Collection[ClipId]) -> None:
        """Paint ``clips`` as they are now."""
        self._clips.refresh(clips)

    def refresh_all(self) -> None:
        """Paint everything as it is now, as after an entry got another name."""
        self._clips.refresh_all()

    def count(self) -> int:
        """Return how many clips the result has."""
        return self._clips.rowCount()

    # selection

    def selected_count(self) -> int:
        """Return how many clips are selected, reckoned from ranges."""
        return sum(last - first + 1 for first, last in ranges_of(self.selectionModel().selection()))

    def selected_rows(self) -> list[int]:
        """Return the index rows of the selected clips, in the order shown."""
        parts = sorted(ranges_of(self.selectionModel().selection()))
        return [int(row) for first, last in parts for row in self._clips.rows[first : last + 1]]

    def clips_in_view(self) -> list[ClipId]:
        """Return the clips that matter most now: the current one, then those that are seen, as far as they are read."""
        current = self.currentIndex()
        places = [current.row()] if current.isValid() else []
        cards = (self._clips.at_hand(at) for at in (*places, *self.visible_rows()))
        return [card.id for card in cards if card is not None]

    def select_rows(self, rows: Collection[int]) -> None:
        """Select the clips with these index rows, as far as they are shown, and bring the first into view."""
        wanted = set(rows)
        places = [at for at, row in enumerate(self._clips.rows) if row in wanted]
        if places:
            self.selectionModel().setCurrentIndex(self._clips.index(places[0]), _Flag.NoUpdate)
            self.scrollTo(self._clips.index(places[0]))
        self.selectionModel().select(self._selection_of(places), _Flag.ClearAndSelect)

    def choose_first(self) -> None:
        """Select the first clip that is shown, where none is selected."""
        if self.count() and not self.selected_count():
            self.selectionModel().setCurrentIndex(self._clips.index(0), _Flag.ClearAndSelect)
            self.scrollTo(self._clips.index(0))

    def current_card(self) -> Card | None:
        """Return the card of the current clip."""
        index = self.currentIndex()
        return self._clips.card(index.row()) if index.isValid() else None

    def current_row(self) -> int | None:
        """Return the index row of the current clip."""
        index = self.currentIndex()
        return int(self._clips.rows[index.row()]) if index.isValid() else None

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._tell()

    def _tell(self) -> None:
        self.selection_changed.emit(SelectionChanged(self.selected_count(), self.current_row()))

    # pictures

    def set_filmstrips(self, filmstrips: Filmstrips) -> None:
        """Scrub with the filmstrips of clips from now on."""
        self._scrubbing.set_filmstrips(filmstrips)
        filmstrips.arrived.connect(self._on_filmstrip)

    def _on_filmstrip(self, _clip: str) -> None:
        self._scrubbing.refresh()

    def set_cell_width(self, wanted: int) -> None:
        """Make cards about ``wanted`` pixels wide, NARROWEST to WIDEST."""
        super().set_cell_width(max(NARROWEST, min(wanted, WIDEST)))

    def _on_arrived(self, stills: frozenset[StillId]) -> None:
        at = self._scrubs.scrub.row if self._scrubs.scrub is not None else -1
        card = self._clips.at_hand(at) if 0 <= at < self.count() else None
        if card is not None and self._scrubbing.awaits(at, card, stills):
            self.viewport().update(CardLayout(self.visualRect(self._clips.index(at))).poster)

    # events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        self._scrubbing.point_at(at)
        shape = Qt.CursorShape.PointingHandCursor if self._retry_at(at) else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        card = self._retry_at(event.position().toPoint())
        if card is not None and event.button() is Qt.MouseButton.LeftButton:
            self.retry_wanted.emit(RetryWanted(card.id))

    def _retry_at(self, at: QPoint) -> Card | None:
        index = self.indexAt(at)
        card = self._clips.card(index.row()) if index.isValid() else None
        if card is None or card.kind is not MediaKind.UNREADABLE:
            return None
        return card if is_on_retry(self.visualRect(index), at) else None

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._scrubbing.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Comma and full stop scrub the current card; any other key ends that."""
        if event.text() in KEYS:
            self._scrubbing.by(self.currentIndex().row(), KEYS[event.text()])
        else:
            self._scrubbing.end()
            super().keyPressEvent(event)
            if event.key() in _STEPS and not event.modifiers() & _MOVES_ALONE and not self.selected_count():
                self.selectionModel().select(self.currentIndex(), _Flag.Select)  # a step that leads nowhere else

    def showEvent(self, event: QShowEvent) -> None:
        self._cache.set_ratio(self.devicePixelRatioF())
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._cache.set_ratio(self.devicePixelRatioF())
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self.selected_count():
            self.menu_wanted.emit(GridMenu(at))

    def _on_activated(self, index: QModelIndex) -> None:
        card = self._clips.card(index.row())
        if card is not None:
            self.activated_clip.emit(ClipActivated(card))
