"""The authority file of another archive, seen before it changes ours; and ours on its way out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.exchange.authority import Match
from core.exchange.authority_file import read_authority, write_authority
from core.model.vocabulary import Entry, EntryKind
from gui.bridge.bridge import Bridge
from gui.exchange.asking import ask_for_authority, ask_where_to_export_authority, export_authority
from gui.exchange.authority_dialog import AuthorityDialog
from tests.gui.exchange.test_sheet_dialog import button, words
from tests.support.model import an_entry


@pytest.fixture
def theirs(anna: Entry, tmp_path: Path) -> Path:
    path = tmp_path / "names.csv"
    known = replace(anna, external_ids={"wikidata": "Q2", "imdb": "nm0000001"})
    write_authority([known, an_entry(EntryKind.PERSON, "Joana Fonseca")], path, "csv")
    return path


def dialog_on(qtbot: QtBot, bridge: Bridge, path: Path, window: QWidget, says: str = "read;") -> AuthorityDialog:
    dialog = AuthorityDialog(bridge, path, window)
    qtbot.waitUntil(lambda: says in words(dialog))
    return dialog


def test_who_is_known_is_shown_with_gains_and_conflicts(
    qtbot: QtBot, bridge: Bridge, window: QWidget, theirs: Path
) -> None:
    dialog = dialog_on(qtbot, bridge, theirs, window)
    known = next(line for row in range(2) if (line := dialog.model.line(row)).group == Match.ID)
    assert known.cells[4:] == ("imdb:nm0000001", "Anna Lee is wikidata:Q1 here and wikidata:Q2 there.")
    assert "what stands here stays" in words(dialog)
    assert "1 unknown left out" in words(dialog)


def test_what_is_known_is_united_and_nobody_is_created_in_silence(
    qtbot: QtBot, bridge: Bridge, window: QWidget, anna: Entry, theirs: Path
) -> None:
    dialog = dialog_on(qtbot, bridge, theirs, window)
    with qtbot.waitSignal(dialog.applied):
        button(dialog, "Apply 1 change").click()
    entry = bridge.archive.catalog.entry(anna.id)
    assert entry is not None
    assert entry.external_ids == {"wikidata": "Q1", "imdb": "nm0000001"}
    assert [each.label for each in bridge.archive.vocabulary.all()] == ["Anna Lee"]


def test_what_is_unknown_is_created_when_that_is_ticked_in_the_same_step(
    qtbot: QtBot, bridge: Bridge, window: QWidget, theirs: Path
) -> None:
    dialog = dialog_on(qtbot, bridge, theirs, window)
    dialog.findChildren(QCheckBox)[0].setChecked(True)
    with qtbot.waitSignal(dialog.applied):
        button(dialog, "Apply 2 changes").click()
    assert len(bridge.archive.vocabulary.all()) == 2
    bridge.archive.catalog.undo()
    assert len(bridge.archive.vocabulary.all()) == 1


def test_a_file_that_is_no_authority_file_is_told(
    qtbot: QtBot, bridge: Bridge, window: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "broken.jsonld"
    path.write_text("{", encoding="utf-8")
    dialog = dialog_on(qtbot, bridge, path, window, says="broken.jsonld ")
    qtbot.waitUntil(lambda: "Reading" not in words(dialog))
    assert not button(dialog, "Nothing to apply").isEnabled()


@pytest.mark.parametrize("name", ["names.csv", "names.jsonld"])
def test_our_names_leave_in_the_form_that_the_ending_asks_for(
    qtbot: QtBot, bridge: Bridge, anna: Entry, tmp_path: Path, name: str
) -> None:
    told: list[str] = []
    export_authority(bridge, tmp_path / name, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [f"1 name written to {tmp_path / name}."]
    assert [entry.label for entry in read_authority(tmp_path / name)] == ["Anna Lee"]


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
    with qtbot.waitSignal(bridge.failed) as failed:
        export_authority(bridge, tmp_path / "nowhere" / "names.csv")
    assert "could not be written" in failed.args[0].sentence


def test_the_window_asks_for_a_file_and_shows_it(qtbot: QtBot, bridge: Bridge, window: QWidget, theirs: Path) -> None:
    ask_for_authority(bridge, window)
    (asking,) = window.findChildren(QFileDialog)
    asking.fileSelected.emit(str(theirs))
    asking.close()
    (dialog,) = window.findChildren(AuthorityDialog)
    qtbot.waitUntil(lambda: "read;" in words(dialog))
    dialog.close()


def test_the_ending_follows_the_form_that_is_chosen(
    qtbot: QtBot, bridge: Bridge, window: QWidget, tmp_path: Path
) -> None:
    ask_where_to_export_authority(bridge, window)
    (asking,) = window.findChildren(QFileDialog)
    assert asking.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    asking.filterSelected.emit("SKOS, JSON-LD (*.jsonld)")
    assert asking.selectedFiles()[0].endswith("Test names.jsonld")
    asking.fileSelected.emit(str(tmp_path / "names.jsonld"))
    qtbot.waitUntil((tmp_path / "names.jsonld").exists)
    asking.close()
