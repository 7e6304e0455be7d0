"""An archive with something in it, sheets written from it, and sheets brought back."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.app import Archive, house_of
from core.catalog.edits import AddClips, AddEntry
from core.exchange.back import preview
from core.exchange.preview import Preview
from core.export.columns import COLUMNS
from core.export.export import export_sheet
from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.vocabulary import Entry, EntryKind
from tests.support.model import a_clip, an_entry

TODAY = date(2026, 11, 23)


@dataclass
class Desk:
    """An archive, and a sheet that goes out of it and comes back."""

    archive: Archive
    sheet: Path

    def add(self, **fields: Any) -> ClipId:
        clip = a_clip(**fields)
        self.archive.catalog.apply(AddClips((clip,)))
        return clip.id

    def name(self, kind: EntryKind, label: str, **fields: Any) -> Entry:
        entry = an_entry(kind, label, **fields)
        self.archive.catalog.apply(AddEntry(entry))
        return entry

    def clip(self, clip: ClipId) -> Clip:
        return self.archive.clip(clip)

    def send(self, *columns: str, suffix: str = "csv") -> Path:
        """Write all clips to a sheet."""
        target = self.sheet.with_suffix(f".{suffix}")
        clips = (self.archive.clip(clip) for clip in self.archive.index.clip_ids(self.archive.search("").rows))
        export_sheet(
            clips, self.archive.vocabulary, self.archive.stills, format=suffix, target=target,
            columns=columns or tuple(COLUMNS), today=TODAY,
        )  # fmt: skip
        return target

    def edit(self, **cells: str) -> None:
        """Change cells of the first row of the CSV as a spreadsheet would."""
        with self.sheet.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        rows[0].update(cells)
        self.write(rows)

    def write(self, rows: list[dict[str, str]]) -> None:
        with self.sheet.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)

    def look(self, sheet: Path | None = None, **options: Any) -> Preview:
        return preview(sheet or self.sheet, house_of(self.archive), **options)

    def take_back(self, sheet: Path | None = None, **choices: bool) -> Preview:
        """Take over what the sheet says, by itself or as ``choices`` have it."""
        found = self.look(sheet)
        accepted = found.accepted(**choices)
        if accepted:
            self.archive.catalog.apply(found.edit(accepted))
        return found


@pytest.fixture
def desk(archive: Archive, tmp_path: Path) -> Desk:
    return Desk(archive, tmp_path / "sheet.csv")


@pytest.fixture
def steps(archive: Archive) -> Callable[[], int]:
    """Return what counts the steps in history."""
    return lambda: len(list(archive.catalog.history()))
