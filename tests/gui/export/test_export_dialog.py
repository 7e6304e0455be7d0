"""Asking for a tag sheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QRadioButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from core.app import create_archive
from core.catalog.edits import AddClips
from core.export.export import ExportReport
from core.model.clip import Access
from core.settings import Settings
from gui.bridge.bridge import Bridge
from gui.export.choice import Scope, Scopes
from gui.export.dialog import ExportDialog, outcome_text
from gui.export.pdf import ALL_FORMATS
from gui.export.preview import PreviewTable
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


def preview(dialog: ExportDialog) -> list[list[str]]:
    rows = first_rows_of(dialog)
    return [[rows.index(row, column).data() for column in range(rows.columnCount())] for row in range(rows.rowCount())]


def headings(dialog: ExportDialog) -> list[str]:
    rows = first_rows_of(dialog)
    return [rows.headerData(column, Qt.Orientation.Horizontal) for column in range(rows.columnCount())]


def first_rows_of(dialog: ExportDialog) -> QAbstractItemModel:
    (table,) = dialog.findChildren(PreviewTable)
    return table.model()


def held(dialog: ExportDialog) -> list[list[str]]:
    (tree,) = dialog.findChildren(QTreeWidget)
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(tree.columnCount())] for item in items if item is not None]


def override_box(dialog: ExportDialog) -> QCheckBox:
    return next(box for box in dialog.findChildren(QCheckBox) if "leave too" in box.text())


def reason_field(dialog: ExportDialog) -> QLineEdit:
    return next(field for field in dialog.findChildren(QLineEdit) if field.accessibleName().startswith("Reason"))


def test_the_first_rows_are_shown_and_follow_the_columns(qtbot: QtBot, bridge: Bridge, window: QWidget) -> None:
    dialog = dialog_on(bridge, Settings(sheet_columns=("title", "access")), window, selected=0, found=3)
    qtbot.waitUntil(lambda: headings(dialog) == ["Title", "Access"])
    assert sorted(preview(dialog)) == [["a.mov", "internal"], ["b.mov", "internal"]]
    dialog.columns.move_current(1)
    qtbot.waitUntil(lambda: headings(dialog) == ["Access", "Title"])


def test_what_is_held_back_is_named_with_its_day_and_reason(qtbot: QtBot, bridge: Bridge, window: QWidget) -> None:
    dialog = dialog_on(bridge, Settings(), window, selected=0, found=3)
    qtbot.waitUntil(lambda: bool(held(dialog)))
    assert held(dialog) == [["c.mov", "2099-01-01", "under embargo until 2099-01-01"]]


def test_an_override_needs_a_reason_and_is_kept_in_the_history(
    qtbot: QtBot, bridge: Bridge, window: QWidget, tmp_path: Path
) -> None:
    settings = Settings(sheet_columns=("title",), sheet_format="csv")
    dialog = dialog_on(bridge, settings, window, selected=0, found=3)
    qtbot.waitUntil(lambda: bool(held(dialog)))
    override_box(dialog).setChecked(True)
    assert not button(dialog, "Export").isEnabled()
    reason_field(dialog).setText("press desk")
    assert button(dialog, "Export").isEnabled()
    qtbot.waitUntil(lambda: len(preview(dialog)) == 3)
    target = tmp_path / "sheet.csv"
    set_target(dialog, target)
    button(dialog, "Export").click()
    qtbot.waitUntil(lambda: target.exists() and button(dialog, "Export").isEnabled())
    assert "c.mov" in target.read_text("utf-8-sig")
    assert "press desk" in target.read_text("utf-8-sig")
    assert "press desk" in next(iter(bridge.archive.catalog.history(1))).label


def test_a_contact_sheet_is_written_beside_the_window(
    qtbot: QtBot, bridge: Bridge, window: QWidget, tmp_path: Path
) -> None:
    dialog = dialog_on(bridge, Settings(sheet_format="pdf"), window, selected=0, found=3)
    target = tmp_path / "sheet.pdf"
    set_target(dialog, target)
    button(dialog, "Export").click()
    qtbot.waitUntil(lambda: target.exists() and button(dialog, "Export").isEnabled())
    text = PdfReader(target).pages[0].extract_text()
    assert "a.mov" in text
    assert "c.mov" not in text


def test_a_format_that_makes_a_folder_asks_for_one(bridge: Bridge, window: QWidget) -> None:
    dialog = dialog_on(bridge, Settings(sheet_format="csv"), window, selected=0, found=3)
    folders = [form.name for form in ALL_FORMATS.values() if form.folder]
    for name in folders:
        dialog.choose_format(name)
        assert dialog.order().target.suffix == ""
        assert "Folder to write" in [field.accessibleName() for field in dialog.findChildren(QLineEdit)]
    dialog.choose_format("xlsx")
    assert dialog.order().target.suffix == ".xlsx"


def test_moments_are_asked_for_where_a_format_leaves_a_choice(bridge: Bridge, window: QWidget) -> None:
    dialog = dialog_on(bridge, Settings(sheet_format="csv"), window, selected=0, found=3)
    box = next(box for box in dialog.findChildren(QCheckBox) if "moment" in box.text())
    box.setChecked(True)
    assert dialog.order().moments
    dialog.choose_format("pdf")
    assert not dialog.order().moments


def test_columns_are_saved_by_name_and_come_back(bridge: Bridge, window: QWidget) -> None:
    settings = Settings(sheet_columns=("title", "notes"))
    dialog = dialog_on(bridge, settings, window, selected=0, found=3)
    dialog.presets.save_as(" Newsroom ")
    assert settings.sheet_presets == {"Newsroom": ("title", "notes")}
    dialog.columns.set_chosen(("rating",))
    action = next(action for action in dialog.presets.fill_menu().actions() if action.text() == "Newsroom")
    action.trigger()
    assert dialog.columns.chosen() == ("title", "notes")
    dialog.presets.remove("Newsroom")
    assert settings.sheet_presets == {}


def test_an_answer_that_comes_after_the_dialog_is_closed_harms_nothing(
    qtbot: QtBot, bridge: Bridge, window: QWidget
) -> None:
    dialog = dialog_on(bridge, Settings(), window, selected=0, found=3)
    answers: list[object] = []
    with qtbot.waitSignal(dialog.destroyed):
        dialog.open()
        dialog.reject()
    bridge.read(lambda _archive: None, answers.append)
    bridge.read(lambda _archive: None, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
