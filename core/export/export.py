"""Writes a tag sheet: whole, past the embargo gate, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.catalog.vocabulary import Vocabulary
from core.errors import SystemProblem, UserProblem
from core.export.embargo import is_embargoed
from core.export.sheet import DEFAULT_COLUMNS, Row, Sheet, StillPaths, columns_named, rows_of
from core.export.writers import csv_writer, xlsx_writer
from core.files import replacing
from core.model.clip import Clip

FORMATS: Mapping[str, Callable[[Sheet, Path], None]] = {"csv": csv_writer.write, "xlsx": xlsx_writer.write}
"""The writer of each format by its name, which is also the ending of its files."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What left and what did not; ``shortened`` counts cells that were too long and end with a mark that says so."""

    rows: int
    held_back: int
    target: Path
    shortened: int = 0
    cancelled: bool = False


class _Cancelled(Exception):
    """Unwinds a writer, so that its file is thrown away."""


def export_sheet(
    clips: Iterable[Clip],
    vocabulary: Vocabulary,
    stills: StillPaths,
    *,
    format: str,  # noqa: A002 - the word of the command line and of the window
    target: Path,
    columns: Sequence[str] = DEFAULT_COLUMNS,
    today: date,
    title: str = "Tag sheet",
    report: Callable[[int], None] = lambda _rows: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ExportReport:
    """Write the clips that may leave on ``today`` to ``target`` and tell ``report`` after each row how many there are.

    ``target`` is replaced whole when all is written, and is as it was after any error or a cancel.  Raises
    UserProblem for a format or column there is not, SystemProblem where the file cannot be written.
    """
    write = _writer(format)
    chosen = columns_named(columns)
    passage = _Passage(today, report, cancelled)
    rows = passage.watched(rows_of(passage.allowed(clips), chosen, vocabulary, stills))
    try:
        with replacing(target) as part:
            write(Sheet(title, chosen, rows), part)
    except _Cancelled:
        return ExportReport(0, passage.held_back, target, cancelled=True)
    except OSError as error:
        raise SystemProblem(f"The sheet could not be written to {target}: {error.strerror or error}.") from error
    return ExportReport(passage.rows, passage.held_back, target, passage.shortened)


def _writer(name: str) -> Callable[[Sheet, Path], None]:
    if name not in FORMATS:
        raise UserProblem(f"There is no format “{name}”; there are {' and '.join(FORMATS)}.")
    return FORMATS[name]


class _Passage:
    """Counts what passes on its way from the archive to the file."""

    def __init__(self, today: date, report: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
        self._today = today
        self._report = report
        self._cancelled = cancelled
        self.rows = self.held_back = self.shortened = 0

    def allowed(self, clips: Iterable[Clip]) -> Iterator[Clip]:
        """Yield the clips that may leave."""
        for clip in clips:
            if self._cancelled():
                raise _Cancelled
            if is_embargoed(clip, self._today):
                self.held_back += 1
            else:
                yield clip

    def watched(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows, counting."""
        for row in rows:
            yield row
            self.rows += 1
            self.shortened += row.shortened
            self._report(self.rows)
