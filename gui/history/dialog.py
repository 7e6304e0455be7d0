"""The history of the archive: every step, what it changed, and taking one back by itself."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from core.app import Archive
from core.catalog.past import Asked, Told, steps
from core.model.changes import ChangeSet
from core.model.ids import ClipId
from core.ports.history import Gesture, GestureState
from gui.bridge.bridge import Bridge
from gui.bridge.faults import fault_of
from gui.history.steps_model import PAGE, StepsModel
from gui.style import Space, TextRole
from gui.widgets import CloseButtons, CountDelegate, Text, name_dividers
from gui.words import tr

CHANGES_SHOWN = 500
"""So much of what a step changed is listed."""

_WIDTHS = (130, 120, 420)
_PAUSE_MS = 200
_ROW = 26
_LINE = 24


class HistoryDialog(QDialog):
    """Lists the steps newest first; ``clip`` is one whose steps alone may be asked for."""

    def __init__(self, bridge: Bridge, clip: ClipId | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("History"))
        self.resize(980, 660)
        self._bridge = bridge
        self._clip = clip
        self._asked = 0
        self.model = StepsModel(self)
        # Each part is made inside of what holds it, in the order of the keys: put there later, it would look up the
        # looks of all it holds anew.
        self.field = QLineEdit(self)
        self.field.setAccessibleName(tr("Search the history"))
        self.field.setPlaceholderText(tr("Part of what was done, or of who did it"))
        self.field.setClearButtonEnabled(True)
        self._only = QCheckBox(tr("Only steps of the selected clip"), self)
        self._only.setVisible(clip is not None)
        self._parts = QSplitter(Qt.Orientation.Vertical, self)
        self.table = _steps_table(self.model, self._parts)
        self.changes = _changes_tree(self._parts)
        self.words = Text("", TextRole.SMALL, "secondary", wrap=True)
        self.undo = QPushButton(tr("Undo this step"))
        self.undo.setEnabled(False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        top.addWidget(self.field, 1)
        top.addWidget(self._only)
        parts = self._parts
        parts.setAccessibleName(tr("Steps, and what one of them changed"))
        parts.setChildrenCollapsible(False)
        parts.setSizes([400, 180])
        name_dividers(parts)
        buttons = CloseButtons(self)
        buttons.add(self.undo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(top)
        layout.addWidget(parts, 1)
        layout.addWidget(self.words)
        layout.addWidget(buttons)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._on_asked)
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self._only.toggled.connect(self._on_asked)
        self.model.wanted.connect(self._ask)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.undo.clicked.connect(self._on_undo)

    # the steps --------------------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the steps again from the newest on."""
        self._asked += 1
        self.model.clear()
        self._show_changes(None, [])
        self._ask()

    def _on_asked(self, _only: bool = False) -> None:
        self.words.setText("")
        self.refresh()

    def _ask(self) -> None:
        number, before = self._asked, self.model.last
        clip = self._clip or "" if self._only.isChecked() else ""
        asked = Asked(clip=clip, words=self.field.text().strip())

        def read(archive: Archive) -> list[Gesture]:
            return list(islice(steps(archive.history, asked, before), PAGE))

        def done(page: list[Gesture]) -> None:
            if isValid(self) and number == self._asked:
                self._on_page(page)

        self._bridge.read_after_edits(read, done)

    def _on_page(self, page: list[Gesture]) -> None:
        first = self.model.last is None
        self.model.add(page)
        if first and page:
            self.table.selectRow(0)
        elif first:
            self.words.setText(tr("Nothing like that was done in this archive yet."))

    # one step ---------------------------------------------------------------------------------------------------
    def _on_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not now.isValid():
            return
        step = self.model.step(now.row())

        def read(archive: Archive) -> list[Told]:
            return list(islice(archive.step(step.id)[1], CHANGES_SHOWN))

        self._bridge.read(read, lambda changes: self._on_changes(step, changes))

    def _on_changes(self, step: Gesture, changes: list[Told]) -> None:
        if isValid(self) and self._current() == step:
            self._show_changes(step, changes)

    def _show_changes(self, step: Gesture | None, changes: list[Told]) -> None:
        items = [QTreeWidgetItem([one.name, one.what, one.before, one.after]) for one in changes]
        for item in items:
            item.setSizeHint(0, QSize(0, _LINE))
            for column in range(item.columnCount()):
                item.setToolTip(column, item.text(column))
                item.setData(column, Qt.ItemDataRole.AccessibleTextRole, item.text(column) or tr("nothing"))
        if len(items) == CHANGES_SHOWN:
            items.append(QTreeWidgetItem([tr("… and more"), "", "", ""]))
        self.changes.clear()
        self.changes.addTopLevelItems(items)
        in_force = step is not None and step.state is GestureState.APPLIED
        self.undo.setEnabled(in_force and not self._bridge.archive.read_only)

    def _current(self) -> Gesture | None:
        index = self.table.currentIndex()
        return self.model.step(index.row()) if index.isValid() else None

    def _on_undo(self) -> None:
        step = self._current()
        if step is not None:
            self.undo.setEnabled(False)
            self._bridge.revert(step.id, self._on_undone, self._on_refused)

    def _on_undone(self, change: ChangeSet) -> None:
        if isValid(self):
            self.refresh()
            self.words.setText(f"{change.label}." if change else tr("That step left nothing to undo."))

    def _on_refused(self, error: Exception) -> None:
        if isValid(self):
            self.words.setText(fault_of(error).sentence)


def _steps_table(model: StepsModel, parent: QWidget) -> QTableView:
    table = QTableView(parent)
    table.setModel(model)
    table.setAccessibleName(tr("Steps, newest first"))
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().setVisible(False)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.setItemDelegateForColumn(len(_WIDTHS), CountDelegate(table))
    headings = table.horizontalHeader()
    headings.setHighlightSections(False)
    headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column, width in enumerate(_WIDTHS):
        table.setColumnWidth(column, width)
    headings.setSectionResizeMode(len(_WIDTHS) - 1, QHeaderView.ResizeMode.Stretch)
    return table


def _changes_tree(parent: QWidget) -> QTreeWidget:
    tree = QTreeWidget(parent)
    tree.setAccessibleName(tr("What the step changed"))
    tree.setHeaderLabels([tr("Clip or name"), tr("What"), tr("Before"), tr("After")])
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setFrameShape(QFrame.Shape.NoFrame)
    for column, width in enumerate((220, 110, 280)):
        tree.header().resizeSection(column, width)
    return tree
