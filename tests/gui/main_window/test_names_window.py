"""The window of all names, which stays open beside the window it belongs to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.app import open_archive
from core.catalog.edits import AddEntry
from core.model.vocabulary import EntryKind
from gui.main_window.window import MainWindow
from gui.program import Program
from gui.vocabulary.vocabulary_dialog import VocabularyDialog
from tests.gui.main_window.conftest import shown
from tests.support.model import an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruse")


def names_window(qtbot: QtBot, program: Program, folder: Path) -> tuple[MainWindow, VocabularyDialog, QLineEdit]:
    """Return the window of a new archive, the names window before it with a name chosen, and the field of its label."""
    program.create(folder)
    window = shown(qtbot, program)
    window.archive.catalog.apply(AddEntry(TOM))
    window.entries.open_vocabulary(TOM.id)
    dialog = window.findChild(VocabularyDialog)
    qtbot.waitUntil(lambda: dialog.pane.entry is not None and dialog.pane.entry.id == TOM.id)
    (field,) = (one for one in dialog.pane.findChildren(QLineEdit) if one.text() == TOM.label)
    return window, dialog, field


def test_what_is_typed_there_is_saved_where_the_main_window_is_closed(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    window, dialog, field = names_window(qtbot, program, tmp_path / "Test.slatebook")
    field.selectAll()
    qtbot.keyClicks(field, "Tom Cruise")
    assert window.close()
    assert not dialog.isVisible()
    with open_archive(tmp_path / "Test.slatebook") as archive:
        assert archive.vocabulary.label(TOM.id) == "Tom Cruise"


def test_what_makes_no_sense_there_keeps_the_main_window_open(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    window, dialog, field = names_window(qtbot, program, tmp_path / "Test.slatebook")
    field.clear()
    assert not window.close()
    assert window.isVisible()
    assert dialog.isVisible()
    field.setText("Tom Cruise")
    assert window.close()
