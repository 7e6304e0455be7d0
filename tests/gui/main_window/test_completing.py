"""What is typed into the search of an archive that has just been opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.app import create_archive
from core.catalog.edits import AddEntry
from core.model.vocabulary import EntryKind
from gui.bridge.names import RankedNames
from gui.program import Program
from tests.gui.main_window.conftest import shown
from tests.support.model import an_entry
from tests.support.slow_shelf import SlowShelf


def test_letters_are_taken_while_all_names_are_read_and_completed_once_they_are(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    with create_archive(tmp_path / "Test.slatebook") as archive:
        archive.catalog.apply(AddEntry(an_entry(EntryKind.PERSON, "Notburga Atwell")))
    program.open(tmp_path / "Test.slatebook")
    window = shown(qtbot, program)
    shelf = SlowShelf(window.archive)
    window.bridge.names = RankedNames(window.archive, window.bridge.latest)
    field = window.pane.bar.field
    window.pane.bar.focus_field()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "not")
    assert [one.text for one in field.popup.suggestions] == ["notes:"]
    assert not window.archive.vocabulary.is_read
    shelf.go_on.set()
    qtbot.waitUntil(lambda: "Notburga Atwell" in [one.text for one in field.popup.suggestions])
    assert field.text() == "not"
