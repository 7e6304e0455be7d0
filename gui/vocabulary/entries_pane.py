"""The names of one kind: a field to find them, and a tree to choose from."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.values import dataclass
from gui.bridge.bridge import Bridge
from gui.style import Space, icon, read_margins
from gui.vocabulary.entry_delegate import EntryDelegate
from gui.vocabulary.entry_tree import EntryTree
from gui.vocabulary.portraits import Portraits
from gui.vocabulary.tree import EntriesModel, Tree, read_tree
from gui.words import tr

_EXPANDED_AT_MOST = 500
"""A tree of more lines is left folded: unfolding it all would take longer than a blink."""


@dataclass(frozen=True, slots=True)
class EntryPicked:
    """An entry that was chosen; None where nothing is."""

    entry: EntryId | None


@dataclass(frozen=True, slots=True)
class MenuWanted:
    """A menu is wanted for the chosen entries, at ``position`` on the screen."""

    position: QPoint


class EntriesPane(QWidget):
    """Shows the names of one kind; every word typed must stand in a name.

    ``picked`` carries an EntryPicked, ``menu_wanted`` a MenuWanted, ``read`` the Tree that has been read.
    """

    picked = Signal(object)
    menu_wanted = Signal(object)
    read = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kind = EntryKind.PERSON
        self._wanted: EntryId | None = None
        self._latest = bridge.latest(self._on_read)
        self.model = EntriesModel(self)
        self.model.writable = not bridge.archive.read_only
        self.field = _search_field()
        self.new = QPushButton(icon("plus"), tr("N&ew…"))
        self.new.setAutoDefault(False)
        self.new.setEnabled(not bridge.archive.read_only)
        self.portraits = Portraits(bridge, self)
        self.view = EntryTree(self.model)
        self.view.setItemDelegate(EntryDelegate(self.portraits, self.view))
        self.portraits.arrived.connect(self.view.viewport().update)
        above = QHBoxLayout()
        above.addWidget(self.field, 1)
        above.addWidget(self.new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(read_margins(0, 0, Space.M, 0))
        layout.setSpacing(Space.S)
        layout.addLayout(above)
        layout.addWidget(self.view, 1)
        self.field.textChanged.connect(lambda _text: self.refresh())
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        self.view.customContextMenuRequested.connect(self._on_menu)

    @property
    def kind(self) -> EntryKind:
        return self._kind

    def show_kind(self, kind: EntryKind) -> None:
        """Show the names of another kind."""
        self._kind = kind
        self.refresh()

    def refresh(self) -> None:
        """Read the names again."""
        archive, kind, words = self._bridge.archive, self._kind, self.field.text()
        self._latest.ask(lambda: read_tree(archive, kind, words))

    def choose(self, entry: EntryId) -> None:
        """Choose an entry, as soon as it is read."""
        self._wanted = entry
        index = self.model.index_of(entry)
        if index.isValid():
            self._wanted = None
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def chosen(self) -> list[Entry]:
        """Return the entries that are selected, the current one first."""
        rows = self.view.selectionModel().selectedRows()
        current = self.view.currentIndex().siblingAtColumn(0)
        ordered = sorted(rows, key=lambda index: index != current)
        return [entry for index in ordered if (entry := self.model.entry(index)) is not None]

    def _on_read(self, tree: Tree) -> None:
        if not isValid(self) or tree.kind is not self._kind:  # closed, or turned to another kind meanwhile
            return
        kept = self._wanted or next((entry.id for entry in self.chosen()), None)
        top = self.view.verticalScrollBar().value()
        self.view.selectionModel().blockSignals(True)
        self.model.show(tree)
        self.view.show_ids(tree.has_ids)
        self.view.selectionModel().blockSignals(False)
        if self.field.text() or len(tree.entries) <= _EXPANDED_AT_MOST:
            self.view.expandAll()
        self.view.verticalScrollBar().setValue(top)
        first = self.model.index(0, 0)
        index = self.model.index_of(kept) if kept is not None else first
        self._wanted = None if index.isValid() else self._wanted
        self.view.setCurrentIndex(index if index.isValid() else first)
        self.read.emit(tree)
        self._tell()

    def _on_selected(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self._tell()

    def _tell(self) -> None:
        self.picked.emit(EntryPicked(next((entry.id for entry in self.chosen()), None)))

    def _on_menu(self, position: QPoint) -> None:
        if self.chosen():
            self.menu_wanted.emit(MenuWanted(self.view.viewport().mapToGlobal(position)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        else:
            super().keyPressEvent(event)


def _search_field() -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(tr("Find a name"))
    field.setPlaceholderText(tr("Find a name"))
    field.addAction(QAction(icon("search", "faint"), tr("Find"), field), QLineEdit.ActionPosition.LeadingPosition)
    clear = QAction(icon("x"), tr("Clear"), field)
    clear.triggered.connect(field.clear)
    field.addAction(clear, QLineEdit.ActionPosition.TrailingPosition)
    clear.setVisible(False)
    field.textChanged.connect(lambda text: clear.setVisible(bool(text)))
    return field
