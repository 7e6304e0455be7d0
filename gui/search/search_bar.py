"""The search field with what was found, and the order of the result."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from core.ports.index import Order
from core.search.parser import QueryError
from core.search.suggest import Completion as Completing
from core.values import dataclass
from gui.style import Space, icon
from gui.widgets import Completion, Problem, SearchField, SearchTyped, Terse
from gui.words import plural, tr

_ROOM_FOR_WORDS = 420
"""In a bar that is narrower, the order is told by its icon."""


@dataclass(frozen=True, slots=True)
class SearchChanged:
    text: str


@dataclass(frozen=True, slots=True)
class OrderChanged:
    order: Order


@dataclass(frozen=True, slots=True)
class SearchActions:
    """The commands that stand beside the field: moments instead of clips, and to save the search."""

    moments: QAction
    save: QAction


class SearchBar(QWidget):
    """Says ``search_changed`` with every keystroke and ``order_changed``; is told by ``set_outcome`` what came of it.

    ``complete`` gives the completions for a query and the place of the cursor in it.
    """

    search_changed = Signal(object)
    order_changed = Signal(object)
    submitted = Signal(object)

    def __init__(
        self,
        complete: Callable[[str, int], Sequence[Completing]],
        actions: SearchActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._complete = complete
        long = tr('Search clips, people, places:  person:"Tom Cruise" location:Norway')
        self.field = SearchField(tr("Search clips"), (long, tr("Search clips, people, places"), tr("Search")), self)
        self.field.setMinimumHeight(34)
        self.field.typed.connect(self._on_typed)
        self.field.submitted.connect(lambda typed: self.submitted.emit(SearchChanged(typed.text)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.field, 1)
        row.addWidget(_tool(actions.moments, self))
        row.addWidget(_tool(actions.save, self))
        row.addWidget(self._order_button())
        self.setFocusProxy(self.field)

    def _order_button(self) -> QToolButton:
        self._sort = QToolButton(self)
        self._sort.setIcon(icon("arrow-down-up"))
        self._sort.setIconSize(QSize(20, 16))
        self._sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sort.setMenu(self._order_menu())
        self._show_order(Order.ADDED)
        Terse(self._sort, self, _ROOM_FOR_WORDS)
        return self._sort

    def _order_menu(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        for order, text in self._order_names().items():
            action = QAction(text, group)
            action.setCheckable(True)
            action.setData(order)
            action.setChecked(order is Order.ADDED)
            action.triggered.connect(lambda _checked=False, order=order: self._on_order(order))
            menu.addAction(action)
        return menu

    def _order_names(self) -> dict[Order, str]:
        return {
            Order.ADDED: tr("Newest first"),
            Order.SHOT: tr("Date shot"),
            Order.NAME: tr("Name"),
            Order.DURATION: tr("Duration"),
            Order.RATING: tr("Rating"),
        }

    def _show_order(self, order: Order) -> None:
        name = self._order_names()[order]
        self._sort.setText(name)
        self._sort.setToolTip(tr("Order of the clips: {order}", order=name))
        self._sort.setAccessibleName(tr("Order of the clips: {order}", order=name))

    def order_actions(self) -> list[QAction]:
        """Return the choices of order, for a menu elsewhere."""
        return self._sort.menu().actions()

    def set_order(self, order: Order) -> None:
        """Show ``order`` as the one in force."""
        for action in self.order_actions():
            action.setChecked(action.data() == order)
        self._show_order(order)

    def _on_order(self, order: Order) -> None:
        self._show_order(order)
        self.order_changed.emit(OrderChanged(order))

    def text(self) -> str:
        """Return the query as typed."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Show another query, without saying so."""
        if text != self.field.text():
            self.field.show_text(text)
            self.field.set_completions(())
            self.field.set_problem(None)

    def set_outcome(
        self, errors: Sequence[QueryError], count: int, *, moments: bool = False, more: bool = False
    ) -> None:
        """Say how many clips or moments were found, and point at the first thing that was not understood."""
        if moments:
            note = plural(count, "%n+ moment", "%n+ moments") if more else plural(count, "%n moment", "%n moments")
        else:
            note = plural(count, "%n+ clip", "%n+ clips") if more else plural(count, "%n clip", "%n clips")
        self.field.set_note(note)
        first = errors[0] if errors else None
        self.field.set_problem(
            Problem(first.start, first.end, first.message, first.suggestion or "") if first is not None else None
        )

    def focus_field(self) -> None:
        """Put the cursor into the field and select what is there."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def edit(self, start: int, end: int) -> None:
        """Put the cursor into the field and select [start, end), to be written anew."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.setSelection(start, end - start)

    def complete_again(self) -> None:
        """Offer what could not be offered yet for what stands in the field."""
        found = self._complete(self.field.text(), self.field.cursorPosition()) if self.field.text() else ()
        self.field.set_completions(
            [Completion(one.text_to_insert, one.start, one.end, one.shown, one.detail) for one in found]
        )

    def _on_typed(self, typed: SearchTyped) -> None:
        self.complete_again()
        self.search_changed.emit(SearchChanged(typed.text))


def _tool(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setIconSize(QSize(16, 16))
    button.setAccessibleName(action.text().replace("&", "").replace("…", "").rstrip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
