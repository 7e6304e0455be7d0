"""The middle of the window: search, grid, and what is said where there is nothing to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QStackedWidget, QVBoxLayout, QWidget

from core.model.changes import ENTRY_TABLES, Table
from core.model.ids import ClipId
from core.ports.index import Order
from core.search.suggest import Completion, complete
from gui.bridge.bridge import Bridge, Changed
from gui.library import ClipGrid, ThumbnailCache
from gui.main_window.finding import Result, find
from gui.search import OrderChanged, SearchBar, SearchChanged
from gui.style import Space, icon, set_role
from gui.widgets import EmptyState

MIN_CARD, MAX_CARD = 140, 420


@dataclass(frozen=True, slots=True)
class PaneActions:
    """The commands that have a place in the middle of the window."""

    import_files: QAction
    import_folder: QAction
    sample: QAction
    show_all: QAction


class ClipsPane(QWidget):
    """Searches as one types and shows what is found; ``found`` carries a Result."""

    found = Signal(object)

    def __init__(self, bridge: Bridge, cache: ThumbnailCache, actions: PaneActions, card_width: int) -> None:
        super().__init__()
        self._bridge = bridge
        self._actions = actions
        self._order = Order.ADDED
        self._result: Result | None = None
        archive = bridge.archive
        self.bar = SearchBar(self._complete)
        self.grid = ClipGrid(archive.index.cards, archive.vocabulary.label, cache)
        self._empty = EmptyState("", "", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._empty)
        self.size_slider = _size_slider(card_width)
        self._ask = bridge.latest(self._on_result)
        self._lay_out()
        self.grid.set_cell_width(card_width)
        self.size_slider.valueChanged.connect(self.grid.set_cell_width)
        self.bar.search_changed.connect(self._on_search)
        self.bar.order_changed.connect(self._on_order)
        self.bar.submitted.connect(self._on_submitted)
        bridge.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self.bar, 1)
        row.addWidget(_import_button(self._actions.import_files))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)

    @property
    def result(self) -> Result | None:
        """What is shown; None until the first search is answered."""
        return self._result

    @property
    def card_width(self) -> int:
        """The width of a card, in pixels."""
        return self.size_slider.value()

    def resize_cards(self, step: int) -> None:
        """Make the cards bigger or smaller by ``step`` pixels."""
        self.size_slider.setValue(self.size_slider.value() + step)

    def search(self, text: str) -> None:
        """Show what answers ``text``."""
        self.bar.set_text(text)
        self.refresh()

    def refresh(self) -> None:
        """Search again."""
        text, order, archive = self.bar.text(), self._order, self._bridge.archive
        self._ask.ask(lambda: find(archive, text, order))

    def selected_clips(self) -> tuple[ClipId, ...]:
        """Return the ids of the selected clips, in order."""
        return tuple(self._bridge.archive.index.clip_ids(self.grid.selected_rows()))

    def _complete(self, text: str, cursor: int) -> Sequence[Completion]:
        return complete(text, cursor, self._bridge.archive.vocabulary)

    def _on_search(self, _changed: SearchChanged) -> None:
        self.refresh()

    def _on_submitted(self, _changed: SearchChanged) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._result is not None and self._result.rows and not self.grid.selected_count():
            self.grid.select_rows([self._result.rows[0]])

    def _on_order(self, changed: OrderChanged) -> None:
        self._order = changed.order
        self.refresh()

    def _on_result(self, result: Result) -> None:
        self._result = result
        self.bar.set_outcome(result.errors, len(result.rows))
        self.grid.show_rows(result.rows)
        self._show_page(result)
        self.found.emit(result)

    def _show_page(self, result: Result) -> None:
        if result.rows:
            self._stack.setCurrentWidget(self.grid)
            return
        actions = self._actions
        if result.narrowed and result.total:
            text = "Take a word away, or look at the whole archive again."
            self._empty.set_content(
                "scan-search", f"No clip matches “{result.text.strip()}”", text, (actions.show_all,)
            )
        elif self._bridge.archive.read_only:
            self._empty.set_content("inbox", "This archive is empty", "It is open for reading only.", ())
        else:
            text = "Drop files or folders anywhere on this window. They stay where they are and are never changed."
            offered = (actions.import_files, actions.import_folder, actions.sample)
            self._empty.set_content("clapperboard", "Drop clips here", text, offered)
        self._stack.setCurrentWidget(self._empty)

    def _on_changed(self, changed: Changed) -> None:
        clips = changed.change_set.touched(Table.CLIPS)
        names = any(changed.change_set.touched(table) for table in ENTRY_TABLES)
        if names:
            self.grid.refresh_all()
        elif clips:
            self.grid.refresh_clips([ClipId(clip) for clip in clips])
        self.refresh()


def _size_slider(width: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setAccessibleName("Size of the cards")
    slider.setToolTip("Size of the cards (Ctrl++, Ctrl+-)")
    slider.setRange(MIN_CARD, MAX_CARD)
    slider.setPageStep(40)
    slider.setValue(width)
    slider.setFixedWidth(92)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider


def _import_button(action: QAction) -> QPushButton:
    button = QPushButton(icon("import", "on_accent"), "Import")
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    set_role(button, "primary")
    return button
