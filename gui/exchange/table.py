"""Lines to be decided on: a table of any length, and buttons that show one group of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QButtonGroup,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QToolButton,
    QWidget,
)

from core.values import dataclass
from gui.style import Space, color, icon
from gui.words import capital, number, tr

ALL = ""
"""Stands for every group."""

_ROW = 26
_SHOWN = 300
"""So much of a cell is shown; the tool tip tells more."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its cells, the group it is of, and the colour of the cell that names the group.

    ``why`` is more to say, told by the tool tip too.
    """

    cells: tuple[str, ...]
    group: str
    colour: str = "text"
    why: str = ""


class LinesModel(QAbstractTableModel):
    """Shows lines, all or those of one group; those that are taken over carry a tick in the column ``marked``.

    ``headings`` and groups are marked by msg.
    """

    def __init__(self, headings: Sequence[str], marked: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._marked = marked
        self._lines: Sequence[Line] = ()
        self._shown: Sequence[int] = ()
        self._taken: Collection[int] = frozenset()
        self._group = ALL

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show ``lines`` instead of what is shown; none of them is taken over."""
        self._lines, self._taken = lines, frozenset()
        self.show_group(self._group)

    def show_group(self, group: str) -> None:
        """Show the lines of ``group`` alone, or of all groups."""
        self.beginResetModel()
        self._group = group
        every = range(len(self._lines))
        self._shown = every if group == ALL else [place for place in every if self._lines[place].group == group]
        self.endResetModel()

    def set_taken(self, taken: Collection[int]) -> None:
        """Tick the lines at the places ``taken``, counted among all."""
        self._taken = taken
        if self._shown:
            last = len(self._shown) - 1
            self.dataChanged.emit(self.index(0, self._marked), self.index(last, self._marked))

    def line(self, row: int) -> Line:
        """Return the line shown in ``row``."""
        return self._lines[self._shown[row]]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        across = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return tr(self._headings[section]) if across and section < len(self._headings) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.line(index.row()), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(line.cells[column][:_SHOWN].split())
        if role == Qt.ItemDataRole.ToolTipRole:
            parts = (line.cells[column][: 10 * _SHOWN], line.why)
            return "\n".join(dict.fromkeys(part for part in parts if part))
        return self._of_mark(index.row(), line, role) if column == self._marked else None

    def _of_mark(self, row: int, line: Line, role: int) -> Any:
        is_taken = self._shown[row] in self._taken
        if role == Qt.ItemDataRole.ForegroundRole:
            return color(line.colour)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("check", "success") if is_taken else icon("minus", "faint")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = line.cells[self._marked]
            return tr("{said}, taken over", said=said) if is_taken else tr("{said}, left out", said=said)
        return None


class LinesTable(QTableView):
    """A table of lines to look at; its last column takes the room that is left."""

    def __init__(self, model: LinesModel, widths: Sequence[int], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        headings = self.horizontalHeader()
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings.setHighlightSections(False)
        headings.setStretchLastSection(True)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)


class GroupBar(QWidget):
    """A button for all lines and one for each group there is, with counts; ``chosen`` carries the group shown."""

    chosen = Signal(str)

    def __init__(self, groups: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Which lines are shown"))
        self._buttons = {group: QToolButton() for group in (ALL, *groups)}
        self._exclusive = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for group, button in self._buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, group=group: self.chosen.emit(group))
            self._exclusive.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.count(())

    def count(self, lines: Collection[Line]) -> None:
        """Tell how many of ``lines`` each group has; where the chosen group has none, all are shown."""
        self.show_counts(Counter(line.group for line in lines))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Tell how many lines each group has, as :meth:`count` does."""
        total = sum(counts.values())
        for group, button in self._buttons.items():
            count = total if group == ALL else counts.get(group, 0)
            button.setText(f"{capital(tr(group)) if group else tr('All')}  {number(count)}")
            button.setVisible(group == ALL or count > 0)
        if not any(button.isChecked() and not button.isHidden() for button in self._buttons.values()):
            self._buttons[ALL].setChecked(True)
            self.chosen.emit(ALL)


def accept_button(buttons: QDialogButtonBox) -> QAbstractButton:
    """Return the button that does it."""
    role = QDialogButtonBox.ButtonRole.AcceptRole
    return next(button for button in buttons.buttons() if buttons.buttonRole(button) is role)
