"""Names and values, two to a line where they fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from gui.inspector.facts import Fact
from gui.inspector.layouts import Reused, take_all
from gui.style import Space, TextRole
from gui.widgets import ElidedLabel, Text
from gui.words import tr

_COLUMNS = 2


class FactsGrid(QWidget):
    """Shows facts; a value that does not fit is cut and whole in its tooltip, the name's tooltip adds detail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self._names = Reused(lambda: Text("", TextRole.SMALL, "faint", parent=self))
        self._values = Reused(lambda: ElidedLabel("", parent=self))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(Space.XS)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(2 * column + 1, 1)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show ``facts`` in their order."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        take_all(self._grid)
        for labels in (self._names, self._values):
            labels.begin()
        row = column = 0
        for fact in facts:
            if fact.wide and column:
                row, column = row + 1, 0
            self._put(fact, row, column)
            column += _COLUMNS if fact.wide else 1
            if column >= _COLUMNS:
                row, column = row + 1, 0
        for labels in (self._names, self._values):
            labels.end()

    def _put(self, fact: Fact, row: int, column: int) -> None:
        name, value = self._names.take(), self._values.take()
        name.setText(tr(fact.name))
        name.setToolTip(fact.detail)
        value.setText(fact.value)
        value.setAccessibleName(f"{tr(fact.name)}: {fact.value}")
        self._grid.addWidget(name, row, 2 * column)
        self._grid.addWidget(value, row, 2 * column + 1, 1, 2 * _COLUMNS - 1 if fact.wide else 1)
