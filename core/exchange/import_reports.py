"""The report of an import as a file for others: a table, or JSON for machines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.errors import SystemProblem
from core.export.cells import guard
from core.files import replace_file
from core.ingest.kept import Kept
from core.ingest.report import Line
from core.model.codec import Document, to_document, to_json
from core.words import tr

COLUMNS = ("file", "became", "copy", "hash", "clip", "reason")


def write_report(kept: Kept, lines: Sequence[Line], target: Path) -> None:
    """Write a report to ``target``, whole or not at all: as JSON where its name says so, else CSV.

    Raises SystemProblem.
    """
    as_json = target.suffix.lower() == ".json"
    data = to_json(report_document(kept, lines)) + b"\n" if as_json else _as_csv(lines)
    try:
        replace_file(target, data)
    except OSError as error:
        raise SystemProblem(
            tr(
                "The report could not be written to {target} ({reason}). Choose another place.",
                target=target,
                reason=error.strerror or error,
            )
        ) from error


def report_document(kept: Kept, lines: Sequence[Line]) -> Document:
    """Return a report as plain values."""
    files = [dict(zip(COLUMNS, row, strict=True)) for row in _rows(lines)]
    return {**to_document(kept), "files": files}


def _as_csv(lines: Sequence[Line]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guard(cell) for cell in row] for row in _rows(lines))
    return text.getvalue().encode("utf-8-sig")


def _rows(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        yield (line.path, str(line.became), line.copy, line.full_hash, line.clip, line.reason)
