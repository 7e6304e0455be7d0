"""The program around the window."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from core.app import Archive, create_archive, open_archive
from core.catalog.edits import AddClips, AddEntry, RemoveClips, Together
from core.model.ids import ClipId, EntryId
from core.model.vocabulary import Entry, EntryKind
from core.settings import Settings, Theme
from core.storage.sqlite_index import SqliteIndex
from gui.bridge.labels import Labels
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from gui.program import Program
from gui.style import theme
from tests.gui.main_window.conftest import shown
from tests.support.model import a_clip, a_tag, an_entry


def asked(qtbot: QtBot) -> QMessageBox:
    """Wait for a question and return it."""
    boxes: list[QMessageBox] = []

    def look() -> bool:
        boxes[:] = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
        return bool(boxes)

    qtbot.waitUntil(look)
    return boxes[0]


def test_the_first_start_makes_an_empty_archive_and_says_where(qtbot: QtBot, program: Program, home: Path) -> None:
    program.start(None)
    window = shown(qtbot, program)
    assert window.archive.folder.parent == home
    assert str(home) in window.statusBar().currentMessage()


def test_the_style_sheet_is_put_on_once_a_window_is_built(
    qtbot: QtBot, qapp: QApplication, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets: list[str] = []

    class Noting(MainWindow):
        def __init__(self, archive: Archive, settings: Settings, requests: Requests) -> None:
            super().__init__(archive, settings, requests)
            sheets.append(qapp.styleSheet())

    monkeypatch.setattr("gui.program.MainWindow", Noting)
    program.start(None)
    shown(qtbot, program)
    assert sheets == [""]
    assert qapp.styleSheet()


def test_the_next_start_opens_the_archive_opened_last(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "Norway.slatebook"
    create_archive(folder).close()
    program.start(folder)
    shown(qtbot, program)
    assert Settings.load().recent_archives == (str(folder),)


def test_a_window_on_the_archive_opened_last_does_not_wait_for_the_disk(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[Settings] = []
    save = Settings.save

    def noted(settings: Settings) -> None:
        saved.append(settings)
        save(settings)

    monkeypatch.setattr(Settings, "save", noted)
    folder = tmp_path / "Norway.slatebook"
    create_archive(folder).close()
    program._settings.remember_archive(folder)
    program.start(folder)
    window = shown(qtbot, program)
    assert saved == []
    window.close()
    assert len(saved) == 1, "where the window stood is kept when it closes"


def test_cards_tell_names_at_once_and_homonyms_apart_once_all_names_are_read(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Hamilton.slatebook"
    ontario, bermuda = (an_entry(EntryKind.LOCATION, name) for name in ("Ontario", "Bermuda"))
    hamilton, other = (an_entry(EntryKind.LOCATION, "Hamilton", parent=above.id) for above in (ontario, bermuda))
    with create_archive(folder) as archive:
        archive.catalog.apply(Together("Names", tuple(map(AddEntry, (ontario, bermuda, hamilton, other)))))
        archive.catalog.apply(AddClips((a_clip("harbour.mov", tags=(a_tag(hamilton),)),)))
    told: list[str] = []
    first = threading.Event()
    label, read = Labels.label, SqliteIndex.entries

    def noted(labels: Labels, entry: EntryId) -> str:
        told.append(label(labels, entry))
        first.set()
        return told[-1]

    def held_back(index: SqliteIndex) -> Iterable[Entry]:
        first.wait(timeout=3)
        return read(index)

    monkeypatch.setattr(Labels, "label", noted)
    monkeypatch.setattr(SqliteIndex, "entries", held_back)
    program.start(folder)
    qtbot.waitUntil(lambda: bool(told) and told[-1] == "Hamilton (Ontario)")
    assert told[0] == "Hamilton"


def test_another_archive_takes_the_place_of_the_one_that_is_open(
    qtbot: QtBot, program: Program, home: Path, tmp_path: Path
) -> None:
    program.start(None)
    first = shown(qtbot, program)
    program.create(tmp_path / "Second.slatebook")
    qtbot.waitUntil(lambda: program.window is not first)
    with open_archive(home / "My Archive.slatebook") as again:
        assert not again.read_only


def test_an_archive_that_is_open_elsewhere_can_be_read(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "Busy.slatebook"
    with create_archive(folder):
        program.start(folder)
        box = asked(qtbot)
        assert "another window" in box.text()
        read = next(button for button in box.buttons() if "reading" in button.text())
        read.click()
        window = shown(qtbot, program)
        assert window.archive.read_only
        assert "read only" in window.windowTitle()
        assert not window.actions_["import_files"].isEnabled()
        window.close()


def test_a_folder_that_is_no_archive_is_told_in_a_sentence(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.start(None)
    shown(qtbot, program)
    program.open(tmp_path)
    box = asked(qtbot)
    assert str(tmp_path) in box.text()
    box.reject()


def test_colours_change_at_once_and_are_remembered(qtbot: QtBot, program: Program) -> None:
    program.start(None)
    window = shown(qtbot, program)
    window.actions_["dark"].trigger()
    assert not theme().dark
    window.close()
    assert Settings.load().theme is Theme.LIGHT


def test_the_window_stands_where_it_stood(qtbot: QtBot, program: Program) -> None:
    program.start(None)
    window = shown(qtbot, program)
    window.pane.size_slider.setValue(300)
    window.close()
    assert Settings.load().card_width == 300


def test_a_first_start_that_ended_with_a_bare_folder_is_taken_up_again(
    qtbot: QtBot, program: Program, home: Path
) -> None:
    (home / "My Archive.slatebook").mkdir(parents=True)
    program.start(None)
    assert shown(qtbot, program).archive.name == "My Archive"


def test_an_archive_asked_for_twice_opens_once(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "Twice.slatebook"
    create_archive(folder).close()
    program.open(folder)
    program.open(folder)
    window = shown(qtbot, program)
    qtbot.wait(200)
    assert program.window is window
    assert not [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


def test_a_window_whose_last_edit_cannot_be_kept_stays_once(qtbot: QtBot, program: Program) -> None:
    program.start(None)
    window = shown(qtbot, program)
    window.bridge.edit(RemoveClips((ClipId("gone"),)))
    assert not window.close()
    assert window.isVisible()
    assert window.close()


def test_a_question_that_closes_before_the_first_window_does_not_end_the_program(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    assert not QApplication.quitOnLastWindowClosed()
