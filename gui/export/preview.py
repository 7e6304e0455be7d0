"""The first rows of a sheet, as they would be written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gui.export.choice import FirstRows
from gui.words import tr

_ROW = 24
_WIDTH = 150
_SHOWN = 200
"""So much of a cell is shown; the tool tip tells more."""


class PreviewTable(QTableWidget):
    """A table to look at: nothing in it can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.clearContents()
        self.setRowCount(len(first.rows))
        self.setColumnCount(len(first.headings))
        self.setHorizontalHeaderLabels(first.headings)
        for row, cells in enumerate(first.rows):
            for column, cell in enumerate(cells):
                self.setItem(row, column, _item(cell))


def _item(cell: str) -> QTableWidgetItem:
    item = QTableWidgetItem(" ".join(cell[:_SHOWN].split()))
    if len(cell) > 1:
        item.setToolTip(cell[: 10 * _SHOWN])
    return item
