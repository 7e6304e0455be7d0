"""Comma-separated values after RFC 4180: UTF-8 with a mark at its start, lines that end in CR LF."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from core.export.cells import guard
from core.export.moments import MOMENT_HEADINGS, moment_rows
from core.export.sheet import Sheet


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` to ``target``, a row at a time, every cell guarded against being taken for a formula.

    The byte order mark makes Excel read UTF-8.  A sheet of ``moments`` has a line a moment; a ``notice`` stands in
    a column of its own, for a line above the headings would make the table unreadable.  Raises OSError.
    """
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([*_headings(sheet), *(["notice"] if sheet.notice else [])])
        for cells in _lines(sheet):
            writer.writerow(guard(cell) for cell in (*cells, *([sheet.notice] if sheet.notice else [])))


def _headings(sheet: Sheet) -> tuple[str, ...]:
    return MOMENT_HEADINGS if sheet.moments else tuple(column.heading for column in sheet.columns)


def _lines(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    for row in sheet.rows:
        if sheet.moments:
            yield from moment_rows(row.clip, sheet.words)
        else:
            yield row.cells
