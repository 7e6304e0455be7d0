"""Comma-separated values after RFC 4180: UTF-8 with a mark at its start, lines that end in CR LF."""

from __future__ import annotations

import csv
from pathlib import Path

from core.export.cells import guard
from core.export.sheet import Sheet


def write(sheet: Sheet, target: Path) -> None:
    """Write ``sheet`` to ``target``, a row at a time, every cell guarded against being taken for a formula.

    The byte order mark makes Excel read UTF-8.  Raises OSError.
    """
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(column.heading for column in sheet.columns)
        for row in sheet.rows:
            writer.writerow(guard(cell) for cell in row.cells)
