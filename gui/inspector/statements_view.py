"""Statements side by side under the chips: what is claimed, disputed or refuted, by whom, in what words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from core.values import dataclass
from gui.inspector.layouts import Reused, take_all
from gui.inspector.statements import Statement
from gui.inspector.tagging import MARKERS
from gui.style import Space, TextRole
from gui.widgets import Marker, Text, paint_marker
from gui.words import plural, tr

_MARK = 13
_MOST = 8
"""So many statements are shown; the chips' menus tell of all."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one entry, and what it is called."""

    label: str
    statements: tuple[Statement, ...]


class StatementsView(QWidget):
    """One line for each statement, those about one entry under its name once, so that they can be held together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[Told, ...] = ()
        self._names = Reused(lambda: Text("", TextRole.SMALL, "secondary", parent=self))
        self._marks = Reused(lambda: _Mark(self))
        self._lines = Reused(lambda: Text("", TextRole.SMALL, "faint", wrap=True, parent=self))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.setAccessibleName(tr("Who said what"))
        self.hide()

    def told(self) -> tuple[Told, ...]:
        """Return what is shown."""
        return self._told

    def show_told(self, told: Sequence[Told]) -> None:
        """Show who said what."""
        self.setVisible(bool(told))
        if tuple(told) == self._told:
            return
        self._told = tuple(told)
        take_all(self._grid)
        for widgets in (self._names, self._marks, self._lines):
            widgets.begin()
        self._lay_out([(one.label, number, said) for one in told for number, said in enumerate(one.statements)])
        for widgets in (self._names, self._marks, self._lines):
            widgets.end()

    def _lay_out(self, lines: Sequence[tuple[str, int, Statement]]) -> None:
        row = 0
        for label, number, said in lines[:_MOST]:
            if number == 0:
                name = self._names.take()
                name.setText(label)
                self._grid.addWidget(name, row, 0, 1, 2)
                row += 1
            mark = self._marks.take()
            mark.show_marker(MARKERS[said.status])
            self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            self._put(row, said.sentence, tr("{name}: {statement}", name=label, statement=said.sentence))
            row += 1
        if len(lines) > _MOST:
            self._put(row, plural(len(lines) - _MOST, "and %n more", "and %n more"), "")

    def _put(self, row: int, words: str, spoken: str) -> None:
        line = self._lines.take()
        line.setText(words)
        line.setAccessibleName(spoken)
        self._grid.addWidget(line, row, 1)


class _Mark(QWidget):
    """The sign of a status; room alone for what is sure."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._marker = Marker.NONE
        self.setFixedSize(QSize(_MARK, _MARK))

    def show_marker(self, marker: Marker) -> None:
        """Show the sign of another status."""
        self._marker = marker
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._marker is not Marker.NONE:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_marker(painter, self.rect(), self._marker)
