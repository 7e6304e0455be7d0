"""A tag sheet that comes back, seen before it changes anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QFileDialog, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from core.catalog.edits import Describe
from core.exchange.names import Fate
from core.exchange.preview import Verdict
from core.model.clip import Clip
from core.model.vocabulary import EntryKind
from core.settings import Settings
from gui.bridge.bridge import Bridge
from gui.exchange.asking import ask_for_sheet
from gui.exchange.looking import UNKNOWN_ROW, guessed
from gui.exchange.sheet_dialog import ImportSheetDialog
from gui.widgets import Text
from tests.gui.exchange.conftest import Sheet


def dialog_on(qtbot: QtBot, bridge: Bridge, path: Path, window: QWidget, *, says: str = " read") -> ImportSheetDialog:
    """Return the dialog of a sheet once it says what is in the sheet."""
    dialog = ImportSheetDialog(bridge, Settings(), path, window)
    qtbot.waitUntil(lambda: says in words(dialog))
    return dialog


def words(dialog: QWidget) -> str:
    return " ".join(text.text() for text in dialog.findChildren(Text) if not text.isHidden())


def button(dialog: QWidget, starts: str) -> QAbstractButton:
    return next(each for each in dialog.findChildren(QAbstractButton) if each.text().startswith(starts))


def can_apply(dialog: QWidget, text: str) -> bool:
    return any(each.text() == text and each.isEnabled() for each in dialog.findChildren(QAbstractButton))


def tick(dialog: QWidget, text: str) -> QCheckBox:
    return next(each for each in dialog.findChildren(QCheckBox) if each.text() == text)


def shown(dialog: ImportSheetDialog) -> list[tuple[str, ...]]:
    return [dialog.model.line(row).cells for row in range(dialog.model.rowCount())]


def test_what_changed_is_shown_and_applied_in_one_step(
    qtbot: QtBot, bridge: Bridge, window: QWidget, clips: list[Clip], sheet: Sheet
) -> None:
    sheet.edit(0, {"notes": "as it is", "rating": "4"})
    steps = len(list(bridge.archive.catalog.history()))
    dialog = dialog_on(qtbot, bridge, sheet.path, window)
    assert [(cells[2:6]) for cells in shown(dialog)] == [
        ("Notes", "as it was", "as it was", "as it is"),
        ("Rating", "", "", "4"),
    ]
    with qtbot.waitSignal(dialog.applied):
        button(dialog, "Apply 2 changes").click()
    after = bridge.archive.clip(clips[0].id)
    assert (after.notes, after.rating) == ("as it is", 4)
    assert len(list(bridge.archive.catalog.history())) == steps + 1
    bridge.archive.catalog.undo()
    assert bridge.archive.clip(clips[0].id).notes == "as it was"


def test_a_sheet_that_says_what_the_archive_says_has_nothing_to_apply(
    qtbot: QtBot, bridge: Bridge, window: QWidget, sheet: Sheet
) -> None:
    dialog = dialog_on(qtbot, bridge, sheet.path, window)
    assert "they say what the archive says" in words(dialog)
    assert not button(dialog, "Nothing to apply").isEnabled()


def test_conflicting_cells_are_taken_when_that_is_ticked(
    qtbot: QtBot, bridge: Bridge, window: QWidget, clips: list[Clip], sheet: Sheet
) -> None:
    bridge.archive.catalog.apply(Describe(clips=(clips[1].id,), notes="meanwhile"))
    sheet.edit(1, {"notes": "from the sheet"})
    dialog = dialog_on(qtbot, bridge, sheet.path, window)
    assert dialog.model.line(0).group == Verdict.CONFLICTING
    assert not button(dialog, "Nothing to apply").isEnabled()
    tick(dialog, "Take conflicting cells too").setChecked(True)
    assert button(dialog, "Apply 1 change").isEnabled()


def who_is(dialog: QWidget, name: str) -> QComboBox:
    return next(each for each in dialog.findChildren(QComboBox) if f"meant by “{name}”" in each.accessibleName())


def choose(combo: QComboBox, starts: str) -> None:
    place = next(place for place in range(combo.count()) if combo.itemText(place).startswith(starts))
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def named(bridge: Bridge, clip: Clip) -> list[str]:
    return [bridge.archive.vocabulary.label(tag.entry) for tag in bridge.archive.clip(clip.id).tags]


def test_new_names_are_listed_with_whom_they_may_mean_and_made_when_that_is_ticked(
    qtbot: QtBot, bridge: Bridge, window: QWidget, clips: list[Clip], sheet: Sheet
) -> None:
    sheet.edit(0, {"people": "Ana Lee"})
    dialog = dialog_on(qtbot, bridge, sheet.path, window)
    combo = who_is(dialog, "Ana Lee")
    assert [combo.itemText(place) for place in range(combo.count())] == [
        "Not decided: held back (perhaps Anna Lee)", "Anna Lee (near)", "Make a new person", "Leave the name out",
        "Another person…",
    ]  # fmt: skip
    tick(dialog, "Create names that are new").setChecked(True)
    assert combo.itemText(0) == "Not decided: will be made (perhaps Anna Lee)"
    with qtbot.waitSignal(dialog.applied):
        button(dialog, "Apply 1 change").click()
    assert named(bridge, clips[0]) == ["Ana Lee"]


def test_a_name_is_settled_once_for_the_whole_sheet(
    qtbot: QtBot, bridge: Bridge, window: QWidget, clips: list[Clip], sheet: Sheet
) -> None:
    sheet.edit(0, {"people": "Ana Lee; Wing Rhames"})
    sheet.edit(1, {"people": "Ana Lee"})
    dialog = dialog_on(qtbot, bridge, sheet.path, window)
    assert button(dialog, "Nothing to apply")
    choose(who_is(dialog, "Ana Lee"), "Anna Lee")
    qtbot.waitUntil(lambda: can_apply(dialog, "Apply 1 change"))
    choose(who_is(dialog, "Wing Rhames"), "Leave")
    qtbot.waitUntil(lambda: can_apply(dialog, "Apply 2 changes"))
    choose(who_is(dialog, "Wing Rhames"), "Make a new")
    qtbot.waitUntil(lambda: "1 new name" in words(dialog))
    assert who_is(dialog, "Ana Lee").currentText() == "Anna Lee (near)"
    assert dialog.names.settled[EntryKind.PERSON, "Wing Rhames"] is Fate.NEW
    choose(who_is(dialog, "Wing Rhames"), "Not decided")
    qtbot.waitUntil(lambda: can_apply(dialog, "Apply 1 change"))
    choose(who_is(dialog, "Wing Rhames"), "Leave")
    qtbot.waitUntil(lambda: can_apply(dialog, "Apply 2 changes"))
    with qtbot.waitSignal(dialog.applied):
        button(dialog, "Apply 2 changes").click()
    assert [named(bridge, clip) for clip in clips[:2]] == [["Anna Lee"], ["Anna Lee"]]


def test_a_name_may_mean_anybody_of_the_archive(
    qtbot: QtBot, bridge: Bridge, window: QWidget, clips: list[Clip], sheet: Sheet
) -> None:
    sheet.edit(0, {"people": "our lead"})
    dialog = dialog_on(qtbot, bridge, sheet.path, window)
    choose(who_is(dialog, "our lead"), "Another person")
    assert who_is(dialog, "our lead").currentIndex() == 0
    (asking,) = dialog.findChildren(QInputDialog)
    assert asking.comboBoxItems() == ["Anna Lee"]
    asking.textValueSelected.emit("Nobody here")
    assert dialog.names.settled == {}
    asking.textValueSelected.emit("Anna Lee")
    asking.close()
    qtbot.waitUntil(lambda: can_apply(dialog, "Apply 1 change"))
    assert who_is(dialog, "our lead").currentText() == "Anna Lee"


def test_blank_cells_clear_when_that_is_ticked(qtbot: QtBot, bridge: Bridge, window: QWidget, sheet: Sheet) -> None:
    sheet.edit(0, {"notes": ""})
    dialog = dialog_on(qtbot, bridge, sheet.path, window)
    assert not shown(dialog)
    tick(dialog, "Blank cells clear").setChecked(True)
    qtbot.waitUntil(lambda: can_apply(dialog, "Apply 1 change"))
    assert shown(dialog)[0][2:6] == ("Notes", "as it was", "as it was", "")


def test_a_button_shows_the_lines_of_one_verdict_and_each_has_its_count(
    qtbot: QtBot, bridge: Bridge, window: QWidget, sheet: Sheet
) -> None:
    sheet.edit(0, {"notes": "new", "rating": "9"})
    sheet.edit(2, {"id": f"sb-{0:032}"})
    dialog = dialog_on(qtbot, bridge, sheet.path, window)
    assert dialog.model.rowCount() == 3
    button(dialog, "Unknown row  1").click()
    assert [dialog.model.line(row).group for row in range(dialog.model.rowCount())] == [UNKNOWN_ROW]
    button(dialog, "Not understood  1").click()
    assert "A rating is a number from 0 to 5." in shown(dialog)[0][-1]
    assert button(dialog, "Looks damaged  0").isHidden()
    button(dialog, "All  3").click()
    assert dialog.model.rowCount() == 3


def test_the_reader_of_the_screen_hears_whether_a_cell_is_taken_over(
    qtbot: QtBot, bridge: Bridge, window: QWidget, sheet: Sheet
) -> None:
    sheet.edit(0, {"notes": "new", "rating": "9"})
    model = dialog_on(qtbot, bridge, sheet.path, window).model
    said = [model.index(row, 6).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said[0] == "Changed, taken over"
    assert said[1].endswith("left out")


def test_a_file_that_cannot_be_read_is_told_in_the_dialog(
    qtbot: QtBot, bridge: Bridge, window: QWidget, tmp_path: Path
) -> None:
    dialog = dialog_on(qtbot, bridge, tmp_path / "gone.csv", window, says="cannot be read")
    assert not button(dialog, "Nothing to apply").isEnabled()


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    path = tmp_path / "foreign.csv"
    path.write_text("Clip Name,Talent,Rating\nclip 0.mov,Anna Lee,5\n", encoding="utf-8")
    return path


def combo(dialog: QWidget, heading: str) -> QComboBox:
    return next(each for each in dialog.findChildren(QComboBox) if f"“{heading}”" in each.accessibleName())


def test_the_columns_of_a_foreign_sheet_are_asked_for_and_what_is_ignored_is_said(
    qtbot: QtBot, bridge: Bridge, window: QWidget, foreign: Path
) -> None:
    dialog = dialog_on(qtbot, bridge, foreign, window, says="1 row read")
    assert dialog.mapping.mapping() == {"Clip Name": "file", "Rating": "rating"}
    assert "do not come back: Talent." in words(dialog)
    talent = combo(dialog, "Talent")
    talent.setCurrentIndex(talent.findData("people"))
    qtbot.waitUntil(lambda: len(shown(dialog)) == 2)
    assert {cells[2] for cells in shown(dialog)} == {"People", "Rating"}


def test_a_mapping_that_makes_no_sense_says_why(qtbot: QtBot, bridge: Bridge, window: QWidget, foreign: Path) -> None:
    dialog = dialog_on(qtbot, bridge, foreign, window, says="1 row read")
    combo(dialog, "Clip Name").setCurrentIndex(0)
    assert "tells which clip is meant" in words(dialog)
    assert not button(dialog, "Nothing to apply").isEnabled()
    dialog.mapping.choose({"Clip Name": "file", "Talent": "people", "Rating": "people"})
    assert "Two columns lead to “People”" in words(dialog)


def test_a_mapping_is_kept_by_name_and_chosen_again(
    qtbot: QtBot, bridge: Bridge, window: QWidget, foreign: Path
) -> None:
    settings = Settings()
    dialog = ImportSheetDialog(bridge, settings, foreign, window)
    qtbot.waitUntil(lambda: "1 row read" in words(dialog))
    wanted = {"Clip Name": "file", "Talent": "people"}
    dialog.mapping.choose(wanted)
    dialog.mapping.save_as(" Newsroom ")
    assert settings.sheet_mappings == {"Newsroom": wanted}
    dialog.mapping.choose({})
    next(action for action in dialog.mapping.fill_menu().actions() if action.text() == "Newsroom").trigger()
    assert dialog.mapping.mapping() == wanted
    dialog.mapping.remove("Newsroom")
    assert settings.sheet_mappings == {}
    qtbot.waitUntil(lambda: "1 row read" in words(dialog))


def test_headings_in_our_own_words_lead_to_our_columns_once() -> None:
    assert guessed(["File Name", "Notes", "notes", "Scene"]) == {"File Name": "file", "Notes": "notes"}


def test_the_window_asks_for_a_sheet_and_is_told_what_came_of_it(
    qtbot: QtBot, bridge: Bridge, window: QWidget, sheet: Sheet
) -> None:
    sheet.edit(0, {"notes": "new"})
    told: list[str] = []
    ask_for_sheet(bridge, Settings(), window, told.append)
    (asking,) = window.findChildren(QFileDialog)
    assert asking.fileMode() is QFileDialog.FileMode.ExistingFile
    asking.fileSelected.emit(str(sheet.path))
    asking.close()
    (dialog,) = window.findChildren(ImportSheetDialog)
    qtbot.waitUntil(lambda: can_apply(dialog, "Apply 1 change"))
    button(dialog, "Apply 1 change").click()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Take sheet.csv back into 1 clip."]


def test_an_archive_open_for_reading_only_shows_the_sheet_and_takes_nothing(
    qtbot: QtBot, bridge: Bridge, window: QWidget, sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet.edit(0, {"notes": "new"})
    monkeypatch.setattr(bridge.archive, "read_only", True)
    dialog = dialog_on(qtbot, bridge, sheet.path, window)
    assert not button(dialog, "Apply 1 change").isEnabled()
    assert "reading only" in button(dialog, "Apply 1 change").toolTip()


def test_a_foreign_reading_of_our_own_sheet_is_offered_too(
    qtbot: QtBot, bridge: Bridge, window: QWidget, sheet: Sheet
) -> None:
    sheet.edit(0, {"notes": "new"})
    dialog = dialog_on(qtbot, bridge, sheet.path, window)
    tick(dialog, "Say which column is which").setChecked(True)
    assert dialog.mapping.mapping()["notes"] == "notes"
    dialog.mapping.choose({"id": "id", "rev": "rev", "notes": "credit"})
    qtbot.waitUntil(lambda: all(cells[2] == "Credit" for cells in shown(dialog)) and len(shown(dialog)) == 3)
    tick(dialog, "Say which column is which").setChecked(False)
    qtbot.waitUntil(lambda: [cells[2] for cells in shown(dialog)] == ["Notes"])
