"""What can be exported, a look at it beforehand, and the work of exporting it."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from core.app import Archive
from core.export.embargo import holding
from core.export.export import ExportReport, Held, export_sheet
from core.export.moments import MOMENT_HEADINGS, moment_rows
from core.export.sheet import columns_named, rows_of
from core.model.clip import Clip
from core.ports.index import Order
from core.values import dataclass
from gui.bridge.jobs import Job
from gui.export.pdf import ALL_FORMATS

FIRST_ROWS = 20
"""So many rows are shown before a sheet is written."""

HELD_NAMED = 200
"""So many of the clips held back are named; all are counted."""

_PAGE = 500


class Scope(enum.StrEnum):
    """Which clips go into a sheet."""

    SELECTION = "selection"
    RESULT = "result"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Scopes:
    """What there is to export, as index rows; ``total`` counts the whole archive."""

    selection: Sequence[int]
    result: Sequence[int]
    total: int

    def count(self, scope: Scope) -> int:
        """Return how many clips ``scope`` holds."""
        return {Scope.SELECTION: len(self.selection), Scope.RESULT: len(self.result), Scope.ARCHIVE: self.total}[scope]


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """A tag sheet as it is asked for; ``override`` is the reason why clips under embargo leave, else empty."""

    scope: Scope
    format: str
    columns: tuple[str, ...]
    target: Path
    moments: bool = False
    override: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows are written, of how many."""

    rows: int
    total: int


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The first rows of a sheet under its headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class HeldBack:
    """What the embargo gate keeps in the house: the first clips by name, and how many there are."""

    held: tuple[Held, ...]
    count: int


def first_rows(archive: Archive, scopes: Scopes, order: SheetOrder) -> FirstRows:
    """Return the first rows that would leave, which with an override are those under embargo too.

    Where a sheet of moments is asked for as CSV, a row is a moment.
    """
    chosen = columns_named(order.columns)
    today = archive.clock.now().astimezone().date()
    clips = (
        clip
        for clip in _clips(archive, _rows(archive, scopes, order.scope))
        if order.override or holding(clip, archive.vocabulary, today) is None
    )
    if order.moments and order.format == "csv":
        moments = (row for clip in clips for row in moment_rows(clip, archive.vocabulary))
        return FirstRows(MOMENT_HEADINGS, tuple(islice(moments, FIRST_ROWS)))
    rows = rows_of(islice(clips, FIRST_ROWS), chosen, archive.vocabulary, archive.stills)
    return FirstRows(tuple(column.words for column in chosen), tuple(row.cells for row in rows))


def held_back(archive: Archive, scopes: Scopes, scope: Scope) -> HeldBack:
    """Return what would be held back today."""
    today = archive.clock.now().astimezone().date()
    named: list[Held] = []
    count = 0
    for clip in _clips(archive, _rows(archive, scopes, scope)):
        embargo = holding(clip, archive.vocabulary, today)
        if embargo is not None:
            count += 1
            if count <= HELD_NAMED:
                named.append(Held(clip.name, embargo.until.isoformat() if embargo.until else "", embargo.why))
    return HeldBack(tuple(named), count)


def write_sheet(archive: Archive, scopes: Scopes, order: SheetOrder, job: Job) -> ExportReport:
    """Write the sheet; called on the export thread.  Raises UserProblem and SystemProblem as export_sheet does."""
    rows = _rows(archive, scopes, order.scope)
    return export_sheet(
        _clips(archive, rows),
        archive.vocabulary,
        archive.stills,
        format=order.format,
        target=order.target,
        columns=order.columns,
        today=archive.clock.now().astimezone().date(),
        title=archive.name,
        moments=order.moments,
        override=order.override,
        remember=archive.catalog.note,
        formats=ALL_FORMATS,
        report=lambda written: job.report(Written(written, len(rows))),
        cancelled=job.is_cancelled,
    )


def _rows(archive: Archive, scopes: Scopes, scope: Scope) -> Sequence[int]:
    if scope is Scope.ARCHIVE:
        return archive.search("", Order.ADDED).rows
    return scopes.selection if scope is Scope.SELECTION else scopes.result


def _clips(archive: Archive, rows: Sequence[int]) -> Iterator[Clip]:
    for start in range(0, len(rows), _PAGE):
        for clip in archive.index.clip_ids(rows[start : start + _PAGE]):
            found = archive.catalog.clip(clip)
            if found is not None:
                yield found
