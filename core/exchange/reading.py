"""Tables that come back: CSV in whatever form a program wrote it, and workbooks."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from core.errors import FileProblem
from core.export.cells import unguard
from core.values import dataclass
from core.words import tr

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ",;\t|"
_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_LOOKED_AT = 50
_HEADING_WITHIN = 12
"""So many rows at most stand above the heading: a title, a notice."""

_LONGEST_CELL = 10_000_000

Line = tuple[int, Sequence[str]]
"""The number of a row as a spreadsheet counts, and its cells."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, and rows of cells as text; ``moments`` is our own page of them beside it, ``name`` what it is called.

    ``other_pages`` are those of a workbook that are not read.
    """

    headings: tuple[str, ...]
    lines: Sequence[Line]
    other_pages: tuple[str, ...] = ()
    name: str = ""
    moments: Table | None = None

    @property
    def is_of_moments(self) -> bool:
        """Whether its rows are moments of clips, as our own page of them is."""
        return {"id", "moment_id", "in_s", "out_s"} <= set(self.headings)

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield each row that says anything: its number, and its cells by heading."""
        for number, cells in self.lines:
            if any(cell.strip() for cell in cells):
                yield number, dict(zip(self.headings, cells, strict=False))


def read_table(path: Path, known_by: Iterable[str] = ("id",)) -> Table:
    """Return the table in a CSV file or a workbook; its heading is the first row with one of ``known_by``.

    Where no row has, the first row is the heading.  Raises FileProblem where the file cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileProblem(tr("{path} cannot be read: {reason}.", path=path, reason=error.strerror)) from error
    if data[:4] == b"PK\x03\x04" or data[:4] == b"\xd0\xcf\x11\xe0":
        return _workbook(path, data, frozenset(known_by))
    return _table(_csv_lines(path, data), frozenset(known_by))


def _table(lines: Sequence[Line], known_by: frozenset[str]) -> Table:
    heads = [[cell.strip() for cell in cells] for _, cells in lines[:_HEADING_WITHIN]]
    place = next((place for place, cells in enumerate(heads) if known_by & set(cells)), 0)
    headings = tuple(heads[place]) if heads else ()
    return Table(headings, lines[place + 1 :])


def _csv_lines(path: Path, data: bytes) -> list[Line]:
    text = decoded(data)
    declared = _DECLARED.match(text)
    delimiter = declared[1] if declared else _delimiter(text)
    csv.field_size_limit(_LONGEST_CELL)
    body = text[declared.end() :] if declared else text
    try:
        rows = list(csv.reader(io.StringIO(body, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FileProblem(tr("{path} is no table that can be read: {error}.", path=path, error=error)) from error
    return [(number, [unguard(cell) for cell in cells]) for number, cells in enumerate(rows, start=1)]


def decoded(data: bytes) -> str:
    """Return the text of a file: by its mark, else UTF-16 by its zeros, else UTF-8, else Windows' Western code page."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    head = data[:400]
    if head[1::2].count(0) > len(head) // 4:
        return data.decode("utf-16-le", "replace")
    if head[::2].count(0) > len(head) // 4:
        return data.decode("utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    """Return the delimiter by which the first rows have the most cells, and rows of one length before others."""

    def fitness(delimiter: str) -> tuple[bool, int]:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            lengths = [len(row) for _, row in zip(range(_LOOKED_AT), rows, strict=False) if row]
        except csv.Error:
            return False, 0
        return len(set(lengths)) == 1 and max(lengths) > 1, max(lengths, default=0)

    return max(_DELIMITERS, key=fitness)


def _workbook(path: Path, data: bytes, known_by: frozenset[str]) -> Table:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        first, *others = book.sheet_names
        pages = [replace(_table(_page(book, name), frozenset(("moment_id",))), name=name) for name in others]
        moments = next((page for page in pages if page.is_of_moments), None)
        unread = tuple(page.name for page in pages if page is not moments)
        return replace(_table(_page(book, first), known_by), other_pages=unread, name=first, moments=moments)
    except (CalamineError, ValueError) as error:
        raise FileProblem(tr("{path} is no workbook that can be read: {error}.", path=path, error=error)) from error


def _page(book: CalamineWorkbook, name: str) -> list[Line]:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [(number, [_text(cell) for cell in cells]) for number, cells in enumerate(rows, start=1)]


def _text(cell: float | str | bool | time | date | datetime | timedelta) -> str:
    """Return a cell as text, as far as a person would have typed it so."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return str(cell)
