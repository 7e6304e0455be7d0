"""What in the authority file wants a second look, line by line, with what mends it beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from core.app import Archive
from core.catalog.hygiene import Fault, Finding, MarkDifferent, Report, looked_over
from core.model.ids import EntryId
from core.values import dataclass
from gui.bridge.bridge import Bridge
from gui.style import Space, TextRole, icon
from gui.vocabulary.finding_delegate import FINDING_ROLE, NAMES_ROLE, FindingDelegate
from gui.vocabulary.portraits import Portraits
from gui.widgets import Text
from gui.words import capital, msg, number, plural, tr

_HEADINGS = (msg("What"), msg("Names"))
_PAIR = 2
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EntriesMeant:
    """Entries that somebody wants to do something about."""

    entries: tuple[EntryId, ...]


def look_over(archive: Archive) -> Report:
    """Return what wants a second look in ``archive``."""
    return looked_over(archive.vocabulary.every(), archive.counts(archive.search("")))


class FindingsModel(QStandardItemModel):
    """The findings of one fault, or all; Qt keeps their number, and what a line says is asked once it is seen."""

    def __init__(self, label: Callable[[EntryId], str], parent: QObject | None = None) -> None:
        super().__init__(0, len(_HEADINGS), parent)
        self._label = label
        self._findings: Sequence[Finding] = ()

    def show(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        self.beginResetModel()
        self.blockSignals(True)
        self.setRowCount(len(findings))
        self._findings = findings
        self.blockSignals(False)
        self.endResetModel()

    def finding(self, index: _Index) -> Finding | None:
        """Return the finding on a line."""
        return self._findings[index.row()] if index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return tr(_HEADINGS[section]) if across and section < len(_HEADINGS) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._names(finding) if index.column() else _fault_title(finding.fault)
        if role == NAMES_ROLE:
            return [self._label(entry.id) for entry in finding.entries]
        return finding if role == FINDING_ROLE else None

    def _names(self, finding: Finding) -> str:
        """Return the names a finding is about, as they are told apart."""
        names = " / ".join(self._label(entry.id) for entry in finding.entries)
        return f"{names} — {finding.detail}" if finding.detail else names


class HygienePage(QWidget):
    """The list; what is wanted of a line is an :class:`EntriesMeant`, and ``looked`` says how many lines there are."""

    merge_wanted = Signal(object)
    show_wanted = Signal(object)
    edit_wanted = Signal(object)
    looked = Signal(int)

    def __init__(self, bridge: Bridge, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._report = Report()
        self._shown = True
        """Whether the list shows the report; one that nobody sees waits until somebody does."""
        self._latest = bridge.latest(self._on_report)
        self._faults = QComboBox()
        self._faults.setAccessibleName(tr("Which findings are shown"))
        self._faults.setMinimumWidth(300)
        self._words = Text(tr("Looking…"), TextRole.SMALL, "secondary")
        self.model = FindingsModel(bridge.archive.vocabulary.label, self)
        self.list = _list_of(self.model)
        self.list.setItemDelegate(FindingDelegate(portraits, self.list))
        portraits.arrived.connect(self.list.viewport().update)
        self._merge, self._apart = self._button(tr("Merge…"), "copy"), self._button(tr("Keep apart"), "check")
        self._edit, self._show = self._button(tr("Edit"), "pencil"), self._button(tr("Show clips"), "search")
        self._lay_out()
        self._faults.currentIndexChanged.connect(self._show_chosen)
        self.list.selectionModel().selectionChanged.connect(self._enable)
        self.list.doubleClicked.connect(lambda _index: self._mend())
        self._merge.clicked.connect(lambda: self.merge_wanted.emit(self._meant()))
        self._apart.clicked.connect(self._keep_apart)
        self._edit.clicked.connect(lambda: self.edit_wanted.emit(self._meant()))
        self._show.clicked.connect(lambda: self.show_wanted.emit(self._meant()))
        self._enable()

    def _button(self, words: str, picture: str) -> QPushButton:
        button = QPushButton(icon(picture), words)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self._faults)
        above.addWidget(self._words, 1)
        below = QHBoxLayout()
        for button in (self._merge, self._apart, self._edit, self._show):
            below.addWidget(button)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(above)
        layout.addWidget(self.list, 1)
        layout.addLayout(below)

    def refresh(self) -> None:
        """Look over the names again."""
        archive = self._bridge.archive
        self._latest.ask(lambda: look_over(archive))

    def _on_report(self, report: Report) -> None:
        if not isValid(self):  # closed meanwhile
            return
        self._report = report
        chosen = self._faults.currentData()
        self._faults.blockSignals(True)
        self._faults.clear()
        self._faults.addItem(_counted(tr("Everything"), len(report.findings)), None)
        for fault in Fault:
            found = report.of(fault)
            if found:
                self._faults.addItem(_counted(_fault_title(fault), len(found)), fault)
        self._faults.setCurrentIndex(max(self._faults.findData(chosen), 0))
        self._faults.blockSignals(False)
        self._shown = False
        if self.isVisible():
            self._show_chosen()
        self.looked.emit(len(report.findings))

    def showEvent(self, event: QShowEvent) -> None:
        if not self._shown:
            self._show_chosen()
        super().showEvent(event)

    def _show_chosen(self) -> None:
        self._shown = True
        fault, row = self._faults.currentData(), self.list.currentIndex().row()
        findings = self._report.findings if fault is None else self._report.of(Fault(fault))
        self.model.show(findings)
        said = plural(len(findings), "%n finding", "%n findings")
        self._words.setText(said if self._report.findings else tr("All is in order."))
        self.list.setCurrentIndex(self.model.index(min(max(row, 0), len(findings) - 1), 0))
        self._enable()

    def _meant(self) -> EntriesMeant:
        finding = self.model.finding(self.list.currentIndex())
        return EntriesMeant(tuple(entry.id for entry in finding.entries) if finding else ())

    def _enable(self, *_what: object) -> None:
        several, writable = len(self._meant().entries) >= _PAIR, not self._bridge.archive.read_only
        self._merge.setEnabled(several and writable)
        self._apart.setEnabled(len(self._meant().entries) == _PAIR and writable)
        for button in (self._edit, self._show):
            button.setEnabled(bool(self._meant().entries))

    def _mend(self) -> None:
        meant = self._meant()
        (self.merge_wanted if len(meant.entries) >= _PAIR else self.edit_wanted).emit(meant)

    def _keep_apart(self) -> None:
        one, other = self._meant().entries
        self._bridge.edit(MarkDifferent(one, other), self)


def _fault_title(fault: Fault) -> str:
    return capital(tr(fault.value))


def _counted(words: str, findings: int) -> str:
    return f"{words}  ({number(findings)})"


def _list_of(model: FindingsModel) -> QTreeView:
    view = QTreeView()
    view.setModel(model)
    view.setAccessibleName(tr("What wants a second look"))
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAllColumnsShowFocus(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setColumnWidth(0, 300)
    return view
