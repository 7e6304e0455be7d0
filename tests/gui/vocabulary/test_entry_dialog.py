"""Editing one entry."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from core.catalog.vocabulary import Vocabulary
from core.errors import UserProblem
from core.model.vocabulary import Alias, EntryKind
from gui.vocabulary.entry_dialog import EntryDialog, EntrySaved
from gui.vocabulary.fields import alias_lines, id_lines, read_aliases, read_ids
from tests.support.model import an_entry

FILM = an_entry(
    EntryKind.PRODUCTION,
    "Dead Reckoning Part One",
    aliases=(Alias(text="Mission: Impossible 7"), Alias(text="Das Kommando", language="de")),
    released="2023-07-12",
    directors=("Christopher McQuarrie",),
    external_ids={"wikidata": "Q1", "imdb": "tt2"},
)


def test_lists_are_read_back_as_they_are_shown() -> None:
    assert read_aliases(alias_lines(FILM.aliases)) == FILM.aliases
    assert read_ids(id_lines(FILM.external_ids)) == FILM.external_ids


def test_a_line_that_is_no_id_is_refused() -> None:
    with pytest.raises(UserProblem, match="Q37079"):
        read_ids("just words")


def test_an_entry_that_is_not_changed_is_saved_as_it_is_with_enter(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = EntryDialog(FILM, Vocabulary([FILM]), window)
    saved: list[EntrySaved] = []
    dialog.saved.connect(saved.append)
    dialog.open()
    (name,) = [edit for edit in dialog.findChildren(QLineEdit) if edit.accessibleName() == "Name"]
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert saved == [EntrySaved(FILM)]


def test_what_is_filled_in_is_saved_and_a_missing_name_is_not(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = EntryDialog(FILM, Vocabulary([FILM]), window)
    (aliases,) = [edit for edit in dialog.findChildren(QPlainTextEdit) if edit.accessibleName() == "Aliases"]
    aliases.setPlainText("MI7\nMI7\n\nDead Reckoning Part One")
    assert dialog.entry().aliases == (Alias(text="MI7"),)
    (name,) = [edit for edit in dialog.findChildren(QLineEdit) if edit.accessibleName() == "Name"]
    name.setText("  ")
    with pytest.raises(UserProblem, match="needs a name"):
        dialog.entry()
