"""An archive behind a window, and a sheet that went out of it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry
from core.export.export import export_sheet
from core.model.clip import Clip
from core.model.vocabulary import Entry, EntryKind
from gui.bridge.bridge import Bridge
from tests.support.model import a_clip, an_entry

COLUMNS = ("id", "rev", "title", "people", "notes", "rating")


@pytest.fixture
def anna(archive: Archive) -> Entry:
    entry = an_entry(EntryKind.PERSON, "Anna Lee", external_ids={"wikidata": "Q1"})
    archive.catalog.apply(AddEntry(entry))
    return entry


@pytest.fixture
def clips(archive: Archive, anna: Entry) -> list[Clip]:
    made = [a_clip(f"clip {number}.mov", notes="as it was") for number in range(3)]
    archive.catalog.apply(AddClips(tuple(made)))
    return [archive.clip(clip.id) for clip in made]


@pytest.fixture
def bridge(qtbot: QtBot, archive: Archive, clips: list[Clip]) -> Iterator[Bridge]:
    made = Bridge(archive)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


class Sheet:
    """A CSV that left the archive; ``edit`` changes cells of one row as a spreadsheet would."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def edit(self, row: int, cells: Mapping[str, str]) -> None:
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        rows[row].update(cells)
        with self.path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)


@pytest.fixture
def sheet(archive: Archive, clips: list[Clip], tmp_path: Path) -> Sheet:
    target = tmp_path / "sheet.csv"
    export_sheet(
        iter(clips), archive.vocabulary, archive.stills, format="csv", target=target, columns=COLUMNS,
        today=date(2026, 11, 23),
    )  # fmt: skip
    return Sheet(target)
