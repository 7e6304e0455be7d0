"""What can be exported, and the work of exporting it."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.app import Archive
from core.export.export import ExportReport, export_sheet
from core.model.clip import Clip
from core.ports.index import Order
from gui.bridge.jobs import Job

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
    """A tag sheet as it is asked for."""

    scope: Scope
    format: str
    columns: tuple[str, ...]
    target: Path


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows are written, of how many."""

    rows: int
    total: int


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
