"""Where the cells of a grid lie, by arithmetic: a million cost what a hundred do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field

from PySide6.QtCore import QPoint, QRect

from core.values import dataclass

_RECKONED = ("_room", "columns", "cell_width", "cell_height", "line_height")


@dataclass(frozen=True, slots=True)
class GridGeometry:
    """``count`` cells in as many columns as come nearest to ``wanted`` pixels each, stretched to fill ``width``.

    Coordinates are those of the content: y is 0 at its upper edge, wherever it is scrolled to.  ``height_for``
    gives the height of a cell of a width.  A ``wanted`` of 0 makes one column.
    """

    count: int
    width: int
    wanted: int
    gap: int
    margin: int
    height_for: Callable[[int], int]
    _room: int = field(init=False, repr=False)
    columns: int = field(init=False, repr=False)
    cell_width: int = field(init=False, repr=False)
    cell_height: int = field(init=False, repr=False)
    line_height: int = field(init=False, repr=False)
    """How far one line of cells lies below the one before."""

    def __post_init__(self) -> None:
        room = max(1, self.width - 2 * self.margin + self.gap)
        columns = max(1, round(room / (self.wanted + self.gap))) if self.wanted > 0 else 1
        cell_width = max(1, room // columns - self.gap)
        cell_height = max(1, self.height_for(cell_width))
        reckoned = (room, columns, cell_width, cell_height, cell_height + self.gap)
        for name, value in zip(_RECKONED, reckoned, strict=True):
            object.__setattr__(self, name, value)

    @property
    def lines(self) -> int:
        return -(-self.count // self.columns)

    @property
    def height(self) -> int:
        """How high the whole content is."""
        return 2 * self.margin + self.lines * self.line_height - self.gap if self.count else 0

    def _left(self, column: int) -> int:
        return self.margin + column * self._room // self.columns

    def rect(self, row: int) -> QRect:
        """Return where cell ``row`` lies."""
        line, column = divmod(row, self.columns)
        return QRect(self._left(column), self.margin + line * self.line_height, self.cell_width, self.cell_height)

    def row_at(self, point: QPoint) -> int:
        """Return the cell under ``point``; -1 in a gap, a margin or beyond the end."""
        column = (point.x() - self.margin) * self.columns // self._room
        line = (point.y() - self.margin) // self.line_height
        row = line * self.columns + column
        inside = 0 <= column < self.columns and line >= 0 and row < self.count
        return row if inside and self.rect(row).contains(point) else -1

    def nearest(self, point: QPoint) -> int:
        """Return the cell under ``point``, or the one nearest to it by line and column; -1 where there is none."""
        column = max(0, min((point.x() - self.margin) * self.columns // self._room, self.columns - 1))
        line = max(0, min((point.y() - self.margin) // self.line_height, self.lines - 1))
        return min(line * self.columns + column, self.count - 1)

    def vertically(self, row: int, lines: int) -> int:
        """Return the cell ``lines`` below ``row`` (above, where negative); at an edge the last that way."""
        target = row + lines * self.columns
        last = self.count - 1
        if 0 <= target <= last:
            return target
        if lines > 0:  # the line below may be short
            return last if row // self.columns < last // self.columns else row
        return row % self.columns

    def rows_between(self, top: int, bottom: int) -> range:
        """Return the cells of all lines that ``top`` to ``bottom`` touches."""
        first = max(0, (top - self.margin + self.gap) // self.line_height)
        last = max(first - 1, (bottom - self.margin) // self.line_height)
        return range(min(first * self.columns, self.count), min((last + 1) * self.columns, self.count))

    def stretches_between(self, top: int, bottom: int, lines: int) -> Iterator[range]:
        """Yield the cells of all lines that ``top`` to ``bottom`` touches, whole lines and ``lines`` at a time."""
        rows, step = self.rows_between(top, bottom), lines * self.columns
        if rows:
            for start in range(rows.start // step * step, rows.stop, step):
                yield range(start, min(start + step, self.count))

    def cells_of_stretch(self, lines: int) -> tuple[QRect, ...]:
        """Return where the cells of so many lines lie, from the upper edge of the first."""
        return tuple(
            QRect(self._left(column), line * self.line_height, self.cell_width, self.cell_height)
            for line in range(lines)
            for column in range(self.columns)
        )

    def spans_in(self, area: QRect) -> Iterator[tuple[int, int]]:
        """Yield (first, last) of the cells ``area`` touches: one pair a line, or one in all where lines are whole."""
        columns = [c for c in range(self.columns) if self._touches(c, area.left(), area.right())]
        rows = self.rows_between(area.top(), area.bottom())
        if not columns or not rows:
            return
        if len(columns) == self.columns:
            yield rows.start, rows.stop - 1
            return
        for line_start in range(rows.start, rows.stop, self.columns):
            first, last = line_start + columns[0], min(line_start + columns[-1], self.count - 1)
            if first <= last:
                yield first, last

    def _touches(self, column: int, left: int, right: int) -> bool:
        return self._left(column) <= right and self._left(column) + self.cell_width > left
