"""Cells under headings: where they lie, by arithmetic over the sections and not over the cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect

from core.values import dataclass
from gui.widgets.grid_geometry import GridGeometry

HEADER = 36


@dataclass(frozen=True, slots=True)
class Section:
    """A heading above the cells from ``start`` to the next section: its ``title``, and a quieter ``note`` beside it."""

    start: int
    title: str
    note: str = ""


class Sections:
    """The sections of a list, in order, the first from cell 0 on; remembers where they lie for the last width."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.all = tuple(sections)
        self.starts = [section.start for section in self.all]
        self._key: tuple[int, int, int] | None = None
        self._tops: list[int] = []

    def tops(self, count: int, columns: int, line_height: int) -> list[int]:
        """Return where each section begins, from the upper edge of the content without its margin, and the end."""
        key = (count, columns, line_height)
        if key != self._key:
            tops, at = [], 0
            for start, end in zip(self.starts, [*self.starts[1:], count], strict=True):
                tops.append(at)
                at += HEADER + -(-(end - start) // columns) * line_height
            self._key, self._tops = key, [*tops, at]
        return self._tops


@dataclass(frozen=True, slots=True)
class SectionedGeometry(GridGeometry):
    """Cells as of GridGeometry, each section on lines of its own under its heading."""

    sections: Sections

    @property
    def _tops(self) -> list[int]:
        return self.sections.tops(self.count, self.columns, self.line_height)

    @property
    def height(self) -> int:
        return 2 * self.margin + self._tops[-1] - self.gap if self.count else 0

    def _section_of(self, row: int) -> int:
        return bisect_right(self.sections.starts, row) - 1

    def _cells(self, section: int) -> range:
        starts = self.sections.starts
        return range(starts[section], starts[section + 1] if section + 1 < len(starts) else self.count)

    def _at(self, y: int) -> tuple[int, int]:
        """Return the section at ``y`` of the content and the line in it; below 0 on its heading."""
        tops = self._tops
        section = max(0, min(bisect_right(tops, y - self.margin) - 1, len(self.sections.all) - 1))
        return section, (y - self.margin - tops[section] - HEADER) // self.line_height

    def header_rect(self, section: int) -> QRect:
        """Return where the heading of a section lies."""
        top = self.margin + self._tops[section]
        return QRect(self.margin, top, self.width - 2 * self.margin, HEADER)

    def headers_between(self, top: int, bottom: int) -> Iterator[tuple[Section, QRect]]:
        """Yield the headings that ``top`` to ``bottom`` touches, each with its place."""
        if not self.count:
            return
        for section in range(self._at(top)[0], self._at(bottom)[0] + 1):
            rect = self.header_rect(section)
            if rect.top() <= bottom and rect.bottom() >= top:
                yield self.sections.all[section], rect

    def rect(self, row: int) -> QRect:
        section = self._section_of(row)
        line, column = divmod(row - self.sections.starts[section], self.columns)
        top = self.margin + self._tops[section] + HEADER + line * self.line_height
        return QRect(self._left(column), top, self.cell_width, self.cell_height)

    def row_at(self, point: QPoint) -> int:
        if not self.count:
            return -1
        row = self.nearest(point)
        return row if self.rect(row).contains(point) else -1

    def nearest(self, point: QPoint) -> int:
        if not self.count:
            return -1
        column = max(0, min((point.x() - self.margin) * self.columns // self._room, self.columns - 1))
        section, line = self._at(point.y())
        cells = self._cells(section)
        last_line = (len(cells) - 1) // self.columns
        return min(cells.start + max(0, min(line, last_line)) * self.columns + column, cells.stop - 1)

    def rows_between(self, top: int, bottom: int) -> range:
        if not self.count:
            return range(0)
        section, line = self._at(top + self.gap)
        cells = self._cells(section)
        first = min(cells.start + max(0, line) * self.columns, cells.stop)
        section, line = self._at(bottom)
        cells = self._cells(section)
        end = min(cells.start + (line + 1) * self.columns, cells.stop) if line >= 0 else cells.start
        return range(first, max(first, end))

    def stretches_between(self, top: int, bottom: int, lines: int) -> Iterator[range]:
        rows, step = self.rows_between(top, bottom), lines * self.columns
        at = rows.start
        while at < rows.stop:
            cells = self._cells(self._section_of(at))
            start = at - (at - cells.start) % step
            at = min(start + step, cells.stop)
            yield range(start, at)

    def spans_in(self, area: QRect) -> Iterator[tuple[int, int]]:
        columns = [c for c in range(self.columns) if self._touches(c, area.left(), area.right())]
        rows = self.rows_between(area.top(), area.bottom())
        if not columns or not rows:
            return
        if len(columns) == self.columns:
            yield rows.start, rows.stop - 1
            return
        at = rows.start
        while at < rows.stop:
            cells = self._cells(self._section_of(at))
            end = min(at + self.columns, cells.stop)
            first, last = at + columns[0], min(at + columns[-1], end - 1)
            if first <= last:
                yield first, last
            at = end

    def vertically(self, row: int, lines: int) -> int:
        for _ in range(abs(lines)):
            row = self._below(row) if lines > 0 else self._above(row)
        return row

    def _below(self, row: int) -> int:
        section = self._section_of(row)
        cells = self._cells(section)
        line, column = divmod(row - cells.start, self.columns)
        if line < (len(cells) - 1) // self.columns:
            return min(row + self.columns, cells.stop - 1)
        if cells.stop >= self.count:
            return row
        after = self._cells(section + 1)
        return min(after.start + column, after.stop - 1)

    def _above(self, row: int) -> int:
        section = self._section_of(row)
        cells = self._cells(section)
        column = (row - cells.start) % self.columns
        if row - self.columns >= cells.start:
            return row - self.columns
        if section == 0:
            return row
        before = self._cells(section - 1)
        last_line = before.start + (len(before) - 1) // self.columns * self.columns
        return min(last_line + column, before.stop - 1)
