"""The panel at the left: saved searches, and everything clips are tagged with, each with its count."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from core.model.ids import EntryId, SearchId
from core.search.facets import Facets
from core.search.saved import SavedCount
from gui.library.browser_lines import FOLDED_AT_FIRST, SECTIONS
from gui.library.browser_list import AtOnce, BrowserList, Latest
from gui.library.listed import Authority
from gui.style import Space, icon
from gui.words import tr


class Browser(QWidget):
    """A filter field over the list of people, locations, productions and keywords.

    ``entry_chosen`` carries an EntryChosen, ``entry_menu_wanted`` an EntryMenu; ``search_chosen`` and
    ``search_menu_wanted`` a SearchChosen and a SearchMenu; ``facet_chosen`` a FacetChosen, and ``facets_wanted`` asks
    for the values of facets, one of which was unfolded.  ``latest`` returns what is asked for names, of which there may
    be very many; at once where it is not given.
    """

    entry_chosen = Signal(object)
    entry_menu_wanted = Signal(object)
    search_chosen = Signal(object)
    search_menu_wanted = Signal(object)
    facet_chosen = Signal(object)
    facets_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, latest: Latest = AtOnce) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Browser"))
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(True)
        self.list = BrowserList(self, latest)
        self.filter_field = self._filter_field()
        self.list.facet_chosen.connect(self.facet_chosen)
        self.list.facets_wanted.connect(self.facets_wanted)
        self.list.entry_chosen.connect(self.entry_chosen)
        self.list.entry_menu_wanted.connect(self.entry_menu_wanted)
        self.list.search_chosen.connect(self.search_chosen)
        self.list.search_menu_wanted.connect(self.search_menu_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(Space.S, Space.S, Space.S, Space.XS)
        above.addWidget(self.filter_field)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        self.setTabOrder(self.filter_field, self.list)
        self.setFocusProxy(self.list)

    def _filter_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(tr("Filter people, locations and productions"))
        field.setPlaceholderText(tr("Filter"))
        look = QAction(icon("filter", "faint"), tr("Filter"), field)
        field.addAction(look, QLineEdit.ActionPosition.LeadingPosition)
        clear = QAction(icon("x"), tr("Clear the filter"), field)
        clear.triggered.connect(field.clear)
        field.addAction(clear, QLineEdit.ActionPosition.TrailingPosition)
        clear.setVisible(False)
        field.textChanged.connect(lambda text: clear.setVisible(bool(text)))
        field.textChanged.connect(self.list.lines.set_filter)
        return field

    def set_entries(self, entries: Authority) -> None:
        """Show another authority file."""
        self.list.lines.set_entries(entries)

    def set_found(
        self,
        counts: Mapping[EntryId, int],
        included: Collection[EntryId] = (),
        excluded: Collection[EntryId] = (),
        *,
        narrowed: bool,
    ) -> None:
        """Show how many of the clips found carry each entry, and mark those that are part of the search.

        Where a search narrows, entries without any are hidden.
        """
        self.list.lines.set_found(counts, included, excluded, narrowed=narrowed)

    def set_searches(self, searches: Iterable[SavedCount], running: SearchId | None) -> None:
        """Show the saved searches with what each finds now; ``running`` is the one whose result is shown."""
        self.list.lines.set_searches(searches, running)

    def set_facets(self, facets: Facets, terms: Collection[str]) -> None:
        """Show what the clips found differ in; ``terms`` are part of the search."""
        self.list.lines.set_facets(facets, terms)

    @property
    def shows_facets(self) -> bool:
        """Whether any facet is unfolded, so that its values have to be known."""
        return self.list.lines.shows_facets

    @property
    def turned(self) -> tuple[str, ...]:
        """The names of the sections that are not as they are at first, folded or unfolded."""
        return tuple(sorted(section.value for section in self.list.lines.closed ^ FOLDED_AT_FIRST))

    def turn(self, names: Collection[str]) -> None:
        """Have the sections with these names not as they are at first, and all others as they are then."""
        turned = {section for section in SECTIONS if section.value in names}
        self.list.lines.set_closed(FOLDED_AT_FIRST ^ turned)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter_field.text():
            self.filter_field.clear()
        elif event.key() == Qt.Key.Key_Down and self.filter_field.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
