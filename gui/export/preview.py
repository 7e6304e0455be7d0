"""The first rows of a sheet, as they would be written."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from gui.export.choice import FirstRows
from gui.words import tr

_ROW = 24
_WIDTH = 150
_SHOWN = 200
"""So much of a cell is shown; the tool tip tells more."""

_Index = QModelIndex | QPersistentModelIndex


class FirstRowsModel(QStandardItemModel):
    """Qt keeps how many rows and columns there are; what stands in a cell is told once it is seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first = FirstRows((), ())

    def show(self, first: FirstRows) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.blockSignals(True)  # a view hears of the whole, not of its parts
        self._first = first
        self.setRowCount(len(first.rows))
        self.setColumnCount(len(first.headings))
        self.blockSignals(False)
        self.endResetModel()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._first.headings[section] if across and section < len(self._first.headings) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or not index.isValid():
            return None
        cell = self._first.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(cell[:_SHOWN].split())
        return cell[: 10 * _SHOWN] if len(cell) > 1 else None


class PreviewTable(QTableView):
    """A table to look at: nothing in it can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = FirstRowsModel(self)
        self.setModel(self._rows)
        self.setAccessibleName(tr("First rows of the sheet"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        headings = self.horizontalHeader()
        headings.setDefaultSectionSize(_WIDTH)
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        headings.setHighlightSections(False)

    def show_rows(self, first: FirstRows) -> None:
        """Show ``first`` instead of what is shown."""
        self._rows.show(first)
