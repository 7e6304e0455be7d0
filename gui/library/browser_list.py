"""The lines of the browser as a model, and the list that shows them."""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from core.model.ids import EntryId, SearchId
from core.model.vocabulary import EntryKind
from core.search.facets import Facet, Facets
from core.search.saved import SavedCount
from core.values import dataclass
from gui.kinds import kind_heading
from gui.library.browser_lines import Choice, Line, LineKind, Section
from gui.library.browser_painter import LINE_HEIGHT, Standing, paint_line
from gui.library.browser_state import BrowserState, Names
from gui.library.listed import Authority
from gui.widgets import GridView
from gui.words import capital, number, plural, tr

_Index = QModelIndex | QPersistentModelIndex


class ChoiceMode(enum.Enum):
    """What is to become of an entry in the search: put in or taken out, put in alone, or shut out."""

    TOGGLE = "toggle"
    ONLY = "only"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True)
class EntryChosen:
    entry: EntryId
    mode: ChoiceMode


@dataclass(frozen=True, slots=True)
class EntryMenu:
    """A context menu is wanted for an entry, at ``position`` on the screen."""

    entry: EntryId
    position: QPoint


@dataclass(frozen=True, slots=True)
class FacetChosen:
    """A value of a facet, by the term that asks for it."""

    term: str
    mode: ChoiceMode


class SearchMode(enum.Enum):
    """What is to become of a saved search."""

    RUN = "run"
    RENAME = "rename"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class SearchChosen:
    search: SearchId
    mode: SearchMode


@dataclass(frozen=True, slots=True)
class SearchMenu:
    """A context menu is wanted for a saved search, at ``position`` on the screen."""

    search: SearchId
    position: QPoint


_SEARCH_KEYS = {Qt.Key.Key_F2: SearchMode.RENAME, Qt.Key.Key_Delete: SearchMode.REMOVE}


class Asks(Protocol):
    """What is asked for names, of which only the last are wanted."""

    def ask(self, work: Callable[[], Names]) -> None: ...


class AtOnce:
    """Answers before it returns."""

    def __init__(self, done: Callable[[Names], None]) -> None:
        self._done = done

    def ask(self, work: Callable[[], Names]) -> None:
        """Do ``work`` and hand over what comes of it."""
        self._done(work())


Latest = Callable[[Callable[[Names], None]], Asks]
"""Returns what is asked for names; the function is called with each answer."""


class BrowserModel(QAbstractListModel):
    """The lines that follow from entries, counts, choice and filter; ``UserRole`` gives the :class:`Line`.

    Which of the names are listed is asked of what ``latest`` returns, which may work on another thread.
    """

    def __init__(self, parent: QObject | None = None, latest: Latest = AtOnce) -> None:
        super().__init__(parent)
        self._state = BrowserState()
        self._lines = self._state.lines()
        self._names = latest(self._on_names)

    @property
    def lines(self) -> Sequence[Line]:
        return self._lines

    def line(self, at: int) -> Line:
        """Return the line at ``at``."""
        return self._lines[at]

    def set_entries(self, entries: Authority) -> None:
        """Show another authority file."""
        self._wish(authority=entries)

    def set_found(
        self,
        counts: Mapping[EntryId, int],
        included: Collection[EntryId] = (),
        excluded: Collection[EntryId] = (),
        *,
        narrowed: bool,
    ) -> None:
        """Show how many clips carry each entry and which are part of the search; where it narrows, hide the others."""
        chosen = frozenset(included), frozenset(excluded)
        self._wish(counts=counts, narrowed=narrowed, included=chosen[0], excluded=chosen[1])

    def set_filter(self, words: str) -> None:
        """List only entries with all ``words`` in one of their names."""
        self._wish(words=words.strip())

    def set_searches(self, searches: Iterable[SavedCount], running: SearchId | None) -> None:
        """Show other saved searches; ``running`` is the one whose result is shown."""
        self._state.searches, self._state.running = tuple(searches), running
        self._renew()

    def set_facets(self, facets: Facets, terms: Collection[str]) -> None:
        """Show what the clips found differ in; ``terms`` are part of the search."""
        self._state.facets, self._state.terms = facets.values, frozenset(terms)
        self._state.rough = facets.read < facets.found
        self._renew()

    @property
    def shows_facets(self) -> bool:
        """Whether any facet is unfolded."""
        return not self._state.closed.issuperset(Facet)

    @property
    def closed(self) -> frozenset[Section]:
        """The sections that are folded."""
        return frozenset(self._state.closed)

    def set_closed(self, sections: Iterable[Section]) -> None:
        """Fold ``sections`` and no others."""
        self._state.closed = set(sections)
        self._renew()

    def set_open(self, kind: Section, is_open: bool) -> None:
        """Unfold or fold a section."""
        (self._state.closed.discard if is_open else self._state.closed.add)(kind)
        self._renew()

    def show_whole(self, kind: Section) -> None:
        """List every entry of a section."""
        self._wish(whole=self._state.wish.whole | {kind})

    def _wish(self, **changed: Any) -> None:
        """Ask for other names; they are shown as soon as they are there, all else at once."""
        self._state.wish = replace(self._state.wish, **changed)
        self._names.ask(self._state.wish.answer)
        self._renew()

    def _on_names(self, names: Names) -> None:
        self._state.names = names
        self._renew()

    def _renew(self) -> None:
        lines = self._state.lines()
        if lines.parts == self._lines.parts:
            return
        if lines.are_for_the_same(self._lines):
            self._lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def place_of(self, line: Line) -> int:
        """Return where the line for the same thing as ``line`` stands now, -1 where it is gone."""
        return self._lines.place_of(line)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(line)
        return self._spoken(line) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def words(self, line: Line) -> str:
        """Return the text of ``line``."""
        if line.kind is LineKind.SECTION:
            return self._section_name(line.of)
        if isinstance(line.of, Facet) and line.of.few and line.kind is LineKind.FACET:
            return capital(line.of.told(line.text))
        return tr("Show all") if line.kind is LineKind.MORE else line.text

    def _section_name(self, kind: Section) -> str:
        if isinstance(kind, EntryKind):
            return kind_heading(kind)
        return tr(kind.heading) if isinstance(kind, Facet) else tr("Searches")

    def _spoken(self, line: Line) -> str:
        parts = [self.words(line), number(line.count), tr(line.choice.value)]
        if line.kind is LineKind.SECTION:
            parts.append(tr("open") if line.open else tr("closed"))
            if not line.open and isinstance(line.of, Facet):
                parts[1] = ""  # its values are counted when it is unfolded
        elif line.kind in (LineKind.ENTRY, LineKind.FACET):
            parts[1] = plural(line.count, "%n clip", "%n clips")
        elif line.kind is LineKind.SEARCH:
            parts[1] = plural(line.count, "%n found", "%n found")
        return ", ".join(part for part in parts if part)


class BrowserList(GridView):
    """One line under another.  Space, Enter or a click puts an entry into the search or takes it out; with Shift it is
    put in alone, with Alt (or Delete) it is shut out; Left and Right fold and unfold.  A saved search is run likewise,
    renamed with F2 and forgotten with Delete."""

    entry_chosen = Signal(object)
    entry_menu_wanted = Signal(object)
    search_chosen = Signal(object)
    search_menu_wanted = Signal(object)
    facet_chosen = Signal(object)
    facets_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, latest: Latest = AtOnce) -> None:
        super().__init__("", parent)
        self.setAccessibleName(tr("Browse"))
        self.lines = BrowserModel(self, latest)
        self.set_ground(QPalette.ColorRole.AlternateBase)
        self.setSelectionMode(self.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setModel(self.lines)
        self.set_cells(0, lambda _: LINE_HEIGHT, 0, 4)
        self._before_reset: Line | None = None
        self.lines.modelAboutToBeReset.connect(self._remember)
        self.lines.modelReset.connect(self._find_again)

    def _remember(self) -> None:
        index = self.currentIndex()
        self._before_reset = self.lines.line(index.row()) if index.isValid() else None

    def _find_again(self) -> None:
        if self._before_reset is not None and (at := self.lines.place_of(self._before_reset)) >= 0:
            self.setCurrentIndex(self.lines.index(at))
        self.updateGeometries()

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, row: int, plain: QStyle.StateFlag) -> None:  # noqa: ARG002
        line = self.lines.line(row)
        standing = Standing(row == self._hovered, self.hasFocus() and row == self.currentIndex().row())
        paint_line(painter, option.rect, line, self.lines.words(line), standing)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._act(self.lines.line(index.row()), event.modifiers())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        line = self.lines.line(index.row()) if index.isValid() else None
        key = event.key()
        if line is not None and line.search is not None and key in _SEARCH_KEYS:
            self.search_chosen.emit(SearchChosen(line.search, _SEARCH_KEYS[Qt.Key(key)]))
        elif line is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._act(line, event.modifiers())
        elif line is not None and key == Qt.Key.Key_Delete:
            self._act(line, Qt.KeyboardModifier.AltModifier)
        elif line is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(line, key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _fold(self, line: Line, is_open: bool) -> None:
        if line.kind is LineKind.SECTION or not is_open:
            self._set_open(line.of, is_open=is_open)
            section = Line(LineKind.SECTION, line.of, "", 0)
            self.setCurrentIndex(self.lines.index(self.lines.place_of(section)))

    def _set_open(self, section: Section, *, is_open: bool) -> None:
        self.lines.set_open(section, is_open)
        if is_open and isinstance(section, Facet):
            self.facets_wanted.emit()

    def _act(self, line: Line, modifiers: Qt.KeyboardModifier) -> None:
        if line.kind is LineKind.SECTION:
            self._set_open(line.of, is_open=not line.open)
        elif line.kind is LineKind.MORE:
            self.lines.show_whole(line.of)
        elif line.search is not None:
            self.search_chosen.emit(SearchChosen(line.search, SearchMode.RUN))
        elif line.entry is not None:
            self.entry_chosen.emit(EntryChosen(line.entry, _mode(line.choice, modifiers)))
        elif line.kind is LineKind.FACET:
            self.facet_chosen.emit(FacetChosen(line.term, _mode(line.choice, modifiers)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        line = self.lines.line(index.row()) if index.isValid() else None
        at = self.viewport().mapToGlobal(self.visualRect(index).center()) if keyboard else event.globalPos()
        if line is not None and line.entry is not None:
            self.entry_menu_wanted.emit(EntryMenu(line.entry, at))
        elif line is not None and line.search is not None:
            self.search_menu_wanted.emit(SearchMenu(line.search, at))


def _mode(choice: Choice, modifiers: Qt.KeyboardModifier) -> ChoiceMode:
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return ChoiceMode.EXCLUDE
    if modifiers & Qt.KeyboardModifier.ShiftModifier and choice is not Choice.INCLUDED:
        return ChoiceMode.ONLY
    return ChoiceMode.TOGGLE
