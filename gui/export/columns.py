"""The columns of a tag sheet: ticked and dragged into order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QWidget

from core.export.sheet import COLUMNS
from gui.words import tr

_ROW = 24
_KEY = Qt.ItemDataRole.UserRole


class ColumnList(QListWidget):
    """Every column once, the chosen ones ticked and first; ``chosen_changed`` tells of any change."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Columns of the sheet"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setToolTip(tr("Tick what goes into the sheet, drag it into order (Alt+Up, Alt+Down)"))
        self.itemChanged.connect(self._on_changed)
        self.model().rowsMoved.connect(self._on_changed)

    def set_chosen(self, keys: Sequence[str]) -> None:
        """Tick ``keys`` and put them first, in that order; keys that no column has are left out."""
        chosen = [key for key in keys if key in COLUMNS]
        self.blockSignals(True)
        self.clear()
        for key in (*chosen, *(key for key in COLUMNS if key not in chosen)):
            item = QListWidgetItem(COLUMNS[key].words)
            item.setData(_KEY, key)
            item.setSizeHint(QSize(0, _ROW))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.blockSignals(False)
        self.setCurrentRow(0)
        self.chosen_changed.emit()

    def chosen(self) -> tuple[str, ...]:
        """Return the keys that are ticked, in order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.data(_KEY) for item in items if item.checkState() is Qt.CheckState.Checked)

    def move_current(self, step: int) -> None:
        """Move the current column up or down by ``step`` places."""
        row = self.currentRow()
        place = row + step
        if row >= 0 and 0 <= place < self.count():
            self.insertItem(place, self.takeItem(row))
            self.setCurrentRow(place)
            self.chosen_changed.emit()

    def _on_changed(self, *_what: object) -> None:
        self.chosen_changed.emit()
