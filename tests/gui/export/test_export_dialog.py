"""Asking for a tag sheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from core.app import create_archive
from core.catalog.edits import AddClips
from core.export.export import ExportReport
from core.model.clip import Access
from core.settings import Settings
from gui.bridge.bridge import Bridge
from gui.export.choice import Scope, Scopes
from gui.export.dialog import ExportDialog, outcome_text
from tests.support.model import a_clip


@pytest.fixture
def bridge(qtbot: QtBot, tmp_path: Path) -> Iterator[Bridge]:
    made = Bridge(create_archive(tmp_path / "Test.slatebook", "Norway"))
    embargo = Access(embargo="2099-01-01")
    made.archive.catalog.apply(AddClips((a_clip("a.mov"), a_clip("b.mov"), a_clip("c.mov", access=embargo))))
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def dialog_on(bridge: Bridge, settings: Settings, window: QWidget, *, selected: int, found: int) -> ExportDialog:
    rows = bridge.archive.search("").rows
    return ExportDialog(bridge, settings, Scopes(tuple(rows[:selected]), rows[:found], len(rows)), window)


def button(dialog: ExportDialog, text: str) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == text)


def set_target(dialog: ExportDialog, target: Path) -> None:
    fields = {field.accessibleName(): field for field in dialog.findChildren(QLineEdit)}
    fields["File to write"].setText(str(target))


@pytest.mark.parametrize(
    ("selected", "found", "scope"), [(2, 3, Scope.SELECTION), (0, 2, Scope.RESULT), (1, 3, Scope.ARCHIVE)]
)
def test_what_is_probably_meant_is_chosen_already(
    bridge: Bridge, window: QWidget, selected: int, found: int, scope: Scope
) -> None:
    assert dialog_on(bridge, Settings(), window, selected=selected, found=found).order().scope is scope


def test_what_is_empty_cannot_be_chosen(bridge: Bridge, window: QWidget) -> None:
    dialog = dialog_on(bridge, Settings(), window, selected=0, found=3)
    first = dialog.findChildren(QRadioButton)[0]
    assert "selection (0)" in first.text()
    assert not first.isEnabled()


def test_a_sheet_is_written_and_its_choices_are_remembered(
    qtbot: QtBot, bridge: Bridge, window: QWidget, tmp_path: Path
) -> None:
    settings = Settings(sheet_columns=("title", "notes"), sheet_format="csv")
    dialog = dialog_on(bridge, settings, window, selected=0, found=3)
    target = tmp_path / "out" / "sheet.csv"
    target.parent.mkdir()
    set_target(dialog, target)
    button(dialog, "Export").click()
    qtbot.waitUntil(lambda: target.exists() and button(dialog, "Export").isEnabled())
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["title", "notes"]
    assert {row[0] for row in rows[1:]} == {"a.mov", "b.mov"}
    assert (settings.sheet_columns, settings.sheet_format) == (("title", "notes"), "csv")
    assert settings.sheet_folder == str(target.parent)


def test_a_place_that_cannot_be_written_is_told_in_the_dialog(
    qtbot: QtBot, bridge: Bridge, window: QWidget, tmp_path: Path
) -> None:
    dialog = dialog_on(bridge, Settings(sheet_format="csv"), window, selected=0, found=3)
    target = tmp_path / "nowhere" / "sheet.csv"
    set_target(dialog, target)
    button(dialog, "Export").click()
    qtbot.waitUntil(lambda: button(dialog, "Export").isEnabled())
    assert any("could not be written" in text for text in shown_texts(dialog))


def shown_texts(dialog: ExportDialog) -> list[str]:
    return [child.text() for child in dialog.findChildren(QWidget) if hasattr(child, "text")]


def test_the_ending_of_the_file_follows_the_format(bridge: Bridge, window: QWidget) -> None:
    dialog = dialog_on(bridge, Settings(), window, selected=0, found=3)
    dialog.choose_format("csv")
    assert dialog.order().target.suffix == ".csv"
    dialog.choose_format("xlsx")
    assert dialog.order().target.suffix == ".xlsx"


def test_without_columns_there_is_nothing_to_export(qtbot: QtBot, bridge: Bridge, window: QWidget) -> None:
    dialog = dialog_on(bridge, Settings(sheet_columns=("title",)), window, selected=0, found=3)
    dialog.columns.item(0).setCheckState(dialog.columns.item(1).checkState())
    qtbot.waitUntil(lambda: not button(dialog, "Export").isEnabled())


def test_the_outcome_tells_what_was_held_back() -> None:
    text = outcome_text(ExportReport(1, 2, Path("/sheets/a.csv")))
    assert text == "1 row written to /sheets/a.csv. 2 clips are under embargo and left out."
    assert "nothing was written" in outcome_text(ExportReport(0, 0, Path("/sheets/a.csv"), cancelled=True))
