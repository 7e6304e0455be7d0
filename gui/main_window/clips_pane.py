"""The middle of the window: search, grid, and what is said where there is nothing to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QStackedWidget, QVBoxLayout, QWidget

from core.model.changes import ENTRY_TABLES, Table
from core.model.ids import ClipId, MomentId
from core.ports.index import Order
from core.search.suggest import Completion, complete
from core.search.switch import switched
from core.values import dataclass
from gui.bridge.bridge import Bridge, Changed
from gui.library import ClipGrid, ClipViews, MomentCard, MomentPainter, PicturedView, SelectionChanged, ThumbnailCache
from gui.main_window.asking import Asking
from gui.main_window.finding import MOST_MOMENTS, Finding, Parting, Result, Wish, why_found
from gui.main_window.nothing_found import NothingFound
from gui.main_window.parting import Partings
from gui.search import Notice, QueryChips, SearchActions, SearchBar, SearchChanged, WhyLine
from gui.style import Space, icon, set_role
from gui.widgets import Terse
from gui.words import tr

MIN_CARD, MAX_CARD = 140, 420
_ROOM_FOR_WORDS = 520
"""In a pane that is narrower, the field needs the room that words on buttons take."""


@dataclass(frozen=True, slots=True)
class PaneActions:
    """The commands that have a place in the middle of the window."""

    import_files: QAction
    import_folder: QAction
    sample: QAction
    show_all: QAction
    moments: QAction
    save_search: QAction
    list_view: QAction
    by_day: QAction
    by_location: QAction
    by_production: QAction

    @property
    def partings(self) -> Mapping[Parting, QAction]:
        """The commands that part clips, by what they part them."""
        return {
            Parting.DAY: self.by_day,
            Parting.LOCATION: self.by_location,
            Parting.PRODUCTION: self.by_production,
        }


class ClipsPane(QWidget):
    """Searches as one types and shows what is found; ``found`` carries a Result.  ``wanted`` asks for it to be seen.

    Moments stand in a grid of their own; the clips of those selected there are what is selected in ``grid``, so that
    all that can be done to clips can be done to them.  ``moment_chosen`` carries the MomentCard of the current one.
    """

    wanted = Signal()
    found = Signal(object)
    moment_chosen = Signal(object)

    def __init__(self, bridge: Bridge, cache: ThumbnailCache, actions: PaneActions, card_width: int) -> None:
        super().__init__()
        self._bridge = bridge
        self._actions = actions
        self._order, self._backward = Order.ADDED, False
        self._result: Result | None = None
        self._exact = False
        self._moment_cards: dict[int, MomentCard] = {}
        archive = bridge.archive
        self._finding = Finding(archive)
        self._partings = Partings(actions.partings, self)
        self.bar = SearchBar(self._complete, SearchActions(actions.moments, actions.save_search))
        self.chips = QueryChips()
        self.notice = Notice()
        self.why = WhyLine()
        self.grid = ClipGrid(archive.index.cards, bridge.labels.label, cache)
        self.views = ClipViews(bridge, self.grid, cache)
        self.moments = ClipGrid(self._fetch_moments, bridge.labels.label, cache, painter=MomentPainter)
        self.moments.setAccessibleName(tr("Moments"))
        to_fill = () if archive.read_only else (actions.import_files, actions.import_folder, actions.sample)
        self._empty = NothingFound(to_fill, actions.show_all)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.views)
        self._stack.addWidget(self.moments)
        self._stack.addWidget(self._empty)
        self.size_slider = _size_slider(card_width)
        self._asking = Asking(bridge, self._finding, self._show_first, self._on_result)
        self._ask_why = bridge.latest(self.why.show_reasons)
        self._lay_out()
        for resize in (self.views.set_card_width, self.moments.set_cell_width):
            resize(card_width)
            self.size_slider.valueChanged.connect(resize)
        self._connect()

    def _connect(self) -> None:
        self._actions.moments.triggered.connect(self._on_moments)
        self.grid.selection_changed.connect(self._on_selected)
        self.moments.selection_changed.connect(self._on_moments_selected)
        self.moments.activated_clip.connect(self.grid.activated_clip)
        self.moments.menu_wanted.connect(self.grid.menu_wanted)
        self.chips.text_wanted.connect(self.search)
        self.chips.edit_wanted.connect(lambda term: self.bar.edit(term.start, term.end))
        self.notice.taken.connect(self.search)
        self.notice.refused.connect(self._on_refused)
        self.bar.search_changed.connect(self._on_search)
        self.bar.order_changed.connect(lambda changed: self._order_by(changed.order))
        self.views.list.order_wanted.connect(self._order_by)
        self.bar.submitted.connect(lambda _typed: self._asking.when_answered(self._enter))
        self._bridge.changed.connect(self._on_changed)
        for grid in (self.grid, self.moments):
            self._bridge.told_apart.connect(grid.refresh_all)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self.bar, 1)
        row.addWidget(_import_button(self._actions.import_files, self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.chips)
        layout.addWidget(self.notice)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.why)

    @property
    def result(self) -> Result | None:
        """What is shown; None until the first search is answered."""
        return self._result

    def show_list(self, as_list: bool) -> None:
        """Show clips as a list or as cards."""
        self._actions.list_view.setChecked(as_list)
        self.views.show_list(as_list)

    @property
    def order(self) -> Order:
        """The order of the result."""
        return self._order

    @property
    def wish(self) -> Wish:
        """What is searched for, in which order and under which headings."""
        parting = self._partings.chosen
        return Wish(self.bar.text(), self._order, self._exact, backward=self._backward, parting=parting)

    def search(
        self, text: str, order: Order | None = None, *, backward: bool = False, parting: Parting | None = None
    ) -> None:
        """Show what answers ``text``, in another order and under other headings where they are given."""
        self.wanted.emit()
        self.bar.set_text(text)
        self._exact = False
        if parting is not None:
            self._partings.choose(parting)
        if order is None:
            self.refresh()
        else:
            self._order_by(order, backward)

    def go_to_field(self) -> None:
        """Put the cursor into the search field."""
        self.wanted.emit()
        self.bar.focus_field()

    @property
    def shown(self) -> PicturedView:
        """The grid of moments, the cards or the list, whichever shows the result."""
        return self.moments if self._stack.currentWidget() is self.moments else self.views.shown

    def rows_of_moments(self) -> Mapping[MomentId, int]:
        """Return the rows of the moments found, as far as they are known."""
        return {card.moment: row for row, card in self._moment_cards.items()}

    def refresh(self) -> None:
        """Search again."""
        self._find(self.wish)

    def _find(self, wish: Wish) -> None:
        chosen = self.grid.selected_count() > 0  # and maybe beyond a first page
        self._asking.ask(wish, at_once=chosen)

    def _show_first(self, rows: Sequence[int]) -> None:
        self._stack.setCurrentWidget(self.views)
        self.views.show_rows(rows)

    def selected_clips(self) -> tuple[ClipId, ...]:
        """Return the ids of the selected clips, in order."""
        return tuple(self._bridge.archive.index.clip_ids(self.grid.selected_rows()))

    def _complete(self, text: str, cursor: int) -> Sequence[Completion]:
        return complete(text, cursor, self._bridge.names.as_of_late(self.bar.complete_again))

    def _fetch_moments(self, rows: Sequence[int]) -> Sequence[MomentCard]:
        return [self._moment_cards[row] for row in rows if row in self._moment_cards]

    def _on_search(self, _changed: SearchChanged) -> None:
        self._exact = False
        self.refresh()

    def _on_refused(self) -> None:
        self._exact = True
        self.refresh()
        self.bar.focus_field()

    def _on_moments(self) -> None:
        self.search(switched(self.bar.text(), self._actions.moments.isChecked()))

    def _enter(self) -> None:
        """Go on to what is shown; its first is selected where nothing is."""
        shown = self.moments if self._stack.currentWidget() is self.moments else self.grid
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        shown.choose_first()

    def _on_moments_selected(self, selected: SelectionChanged) -> None:
        """Select the clips of the moments selected, and tell of the current one."""
        if self._stack.currentWidget() is not self.moments:
            return
        cards = self._fetch_moments(self.moments.selected_rows())
        current = self._moment_cards.get(selected.current) if selected.current is not None else None
        if current is not None:
            self.moment_chosen.emit(current)
        self.grid.select_rows({card.clip_row for card in cards})

    def _on_selected(self, _selected: SelectionChanged) -> None:
        self._tell_why()

    def _tell_why(self) -> None:
        """Say under the result why the current clip or moment is in it."""
        result = self._result
        if result is None or not result.narrowed or not self.grid.selected_count():
            self.why.show_reasons(())
            return
        row = (self.moments if result.moments else self.grid).current_row()
        moment = self._moment_cards.get(row) if result.moments and row is not None else None
        clip = moment.clip_row if moment is not None else row
        if clip is not None:
            archive, query, which = self._bridge.archive, result.query, moment.moment if moment is not None else None
            self._ask_why.ask(lambda: why_found(archive, query, clip, which))

    def part(self) -> None:
        """Do what the commands say: part clips, by day in the order they were shot, or show them as before."""
        if self._partings.chosen is Parting.DAY:
            self._order_by(Order.SHOT)
        else:
            self.refresh()

    def _order_by(self, order: Order, backward: bool = False) -> None:
        self._order, self._backward = order, backward
        if order is not Order.SHOT:
            self._partings.leave(Parting.DAY)
        self.bar.set_order(order)
        self.views.list.show_order(order, backward=backward)
        self.refresh()

    def _on_result(self, result: Result) -> None:
        self._result = result
        moments = result.moments
        found = result.rows if moments is None else moments
        self.bar.set_outcome(result.errors, len(found), moments=moments is not None, more=result.more)
        self.chips.show_query(result.text, result.errors)
        self.notice.show_meant(result.meant)
        self._actions.moments.setChecked(result.query.moments)
        self._actions.save_search.setEnabled(result.narrowed and not self._bridge.archive.read_only)
        self._moment_cards = {card.row: card for card in moments or ()}
        self._show_page(result)
        self.views.show_rows(result.rows, result.sections)
        self.moments.show_rows([card.row for card in moments or ()])
        self._tell_why()
        self.found.emit(result)
        self._bridge.after_clips(lambda: self._read_on(result.rows))
        if not self._bridge.names.are_ranked:
            self._bridge.after_clips(self._bridge.names.renew)
        if moments and result.more and len(moments) < MOST_MOMENTS and result.text == self.bar.text():
            self._find(Wish(result.text, result.order, self._exact, MOST_MOMENTS))

    def _read_on(self, rows: Sequence[int]) -> None:
        """Have rows beyond the first found by a reader, before somebody scrolls to them and the window has to."""
        self._bridge.read(lambda _archive: rows[-1:], lambda _last: None)

    def _show_page(self, result: Result) -> None:
        if result.rows:
            self._stack.setCurrentWidget(self.views if result.moments is None else self.moments)
            return
        self._empty.show_for(result)
        self._stack.setCurrentWidget(self._empty)

    def _on_changed(self, changed: Changed) -> None:
        clips = changed.change_set.touched(Table.CLIPS)
        names = any(changed.change_set.touched(table) for table in ENTRY_TABLES)
        self._finding.days.forget([ClipId(clip) for clip in clips])
        if names:
            self.grid.refresh_all()
        elif clips:
            self.views.refresh_clips([ClipId(clip) for clip in clips])
        self.refresh()


def _size_slider(width: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setAccessibleName(tr("Size of the cards"))
    slider.setToolTip(tr("Size of the cards (Ctrl++, Ctrl+-)"))
    slider.setRange(MIN_CARD, MAX_CARD)
    slider.setPageStep(40)
    slider.setValue(width)
    slider.setFixedWidth(92)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider


def _import_button(action: QAction, pane: QWidget) -> QPushButton:
    button = QPushButton(icon("import", "on_accent"), tr("Import"))
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    set_role(button, "primary")
    Terse(button, pane, _ROOM_FOR_WORDS)
    return button
