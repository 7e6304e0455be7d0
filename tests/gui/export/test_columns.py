"""Choosing columns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.export.sheet import COLUMNS, DEFAULT_COLUMNS
from gui.export.columns import ColumnList


def test_the_chosen_columns_stand_first_in_their_order(qtbot: QtBot) -> None:
    columns = ColumnList()
    qtbot.addWidget(columns)
    columns.set_chosen(("notes", "title", "gone long ago"))
    assert columns.chosen() == ("notes", "title")
    assert columns.count() == len(COLUMNS)
    assert columns.item(0).text() == COLUMNS["notes"].words


def test_ticking_and_moving_changes_what_is_chosen(qtbot: QtBot) -> None:
    columns = ColumnList()
    qtbot.addWidget(columns)
    columns.set_chosen(DEFAULT_COLUMNS)
    with qtbot.waitSignal(columns.chosen_changed):
        columns.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert columns.chosen() == DEFAULT_COLUMNS[1:]
    columns.setCurrentRow(2)
    with qtbot.waitSignal(columns.chosen_changed):
        columns.move_current(-1)
    assert columns.chosen()[:2] == (DEFAULT_COLUMNS[2], DEFAULT_COLUMNS[1])


def test_a_column_cannot_be_moved_beyond_the_ends(qtbot: QtBot) -> None:
    columns = ColumnList()
    qtbot.addWidget(columns)
    columns.set_chosen(DEFAULT_COLUMNS)
    columns.move_current(-1)
    assert columns.chosen() == DEFAULT_COLUMNS
