"""The steps of history as a table: read a page at a time, as far as somebody scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.ports.history import Gesture, GestureState
from gui.style import color
from gui.words import dated, msg, number, tr

HEADINGS = (msg("When"), msg("Who"), msg("What"), msg("Clips"))
PAGE = 200
"""So many steps are read at once."""

_Index = QModelIndex | QPersistentModelIndex
_UNDONE = (GestureState.UNDONE, GestureState.DISCARDED)
_CLIPS = len(HEADINGS) - 1
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class StepsModel(QAbstractTableModel):
    """Shows steps, newest first; ``wanted`` asks for the page after those it has."""

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Gesture] = []
        self._more = False

    def clear(self) -> None:
        """Show nothing, and have the first page asked for."""
        self.beginResetModel()
        self._steps, self._more = [], False
        self.endResetModel()

    def add(self, page: Sequence[Gesture]) -> None:
        """Show a page after those shown; one that is not full is the last."""
        if page:
            self.beginInsertRows(QModelIndex(), len(self._steps), len(self._steps) + len(page) - 1)
            self._steps.extend(page)
            self.endInsertRows()
        self._more = len(page) == PAGE

    def step(self, row: int) -> Gesture:
        """Return the step shown in ``row``."""
        return self._steps[row]

    @property
    def last(self) -> int | None:
        """The number of the oldest step shown."""
        return self._steps[-1].id if self._steps else None

    def canFetchMore(self, parent: _Index = QModelIndex()) -> bool:  # noqa: B008
        return self._more and not parent.isValid()

    def fetchMore(self, _parent: _Index = QModelIndex()) -> None:  # noqa: B008
        if self._more:
            self._more = False  # until the page is here
            self.wanted.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == _CLIPS:
            return _RIGHT
        return tr(HEADINGS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(step)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr("Step {id}: {label}", id=step.id, label=step.label)
        if role == Qt.ItemDataRole.ForegroundRole and step.state is not GestureState.APPLIED:
            return color("faint")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _CLIPS:
            return _RIGHT
        return None


def _cells(step: Gesture) -> tuple[str, str, str, str]:
    when = dated(f"{datetime.fromisoformat(step.at).astimezone():%Y-%m-%d %H:%M}")
    label = tr("{step} (undone)", step=step.label) if step.state in _UNDONE else step.label
    return when, step.who, label, number(step.clips) if step.clips else ""
