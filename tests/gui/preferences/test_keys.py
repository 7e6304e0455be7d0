"""Choosing keys."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from gui.preferences.keys import KeyLine, KeysChosen, KeysPage

LINES = (
    KeyLine("find", "Find", "Edit", ("Ctrl+F",), ("Ctrl+F",)),
    KeyLine("palette", "Command palette", "View", ("Ctrl+K",), ("Ctrl+K",)),
    KeyLine("player:Play", "Play", "In the player", ("L",), ("L",), fixed=True),
)


@pytest.fixture
def page(qtbot: QtBot) -> KeysPage:
    made = KeysPage(LINES)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def chosen(page: KeysPage) -> list[KeysChosen]:
    found: list[KeysChosen] = []
    page.keys_chosen.connect(found.append)
    return found


def press(page: KeysPage, keys: str) -> None:
    page.field.setKeySequence(QKeySequence(keys))
    page.field.editingFinished.emit()


def test_new_keys_count_at_once(page: KeysPage, chosen: list[KeysChosen]) -> None:
    page.choose("find")
    press(page, "Ctrl+G")
    assert chosen == [KeysChosen("find", ("Ctrl+G",))]


def test_keys_that_another_command_has_are_told_before_they_count(page: KeysPage, chosen: list[KeysChosen]) -> None:
    page.choose("find")
    press(page, "Ctrl+K")
    assert chosen == []
    assert "Command palette" in page.told.text()
    page.take.click()
    assert chosen == [KeysChosen("palette", ()), KeysChosen("find", ("Ctrl+K",))]


def test_keys_of_the_player_are_told_of_and_never_taken_away_there(page: KeysPage, chosen: list[KeysChosen]) -> None:
    page.choose("find")
    press(page, "L")
    assert "player" in page.told.text()
    page.take.click()
    assert chosen == [KeysChosen("find", ("L",))]
    page.choose("player:Play")
    assert not page.field.isEnabled()


def test_usual_keys_come_back_unless_another_has_them_now(page: KeysPage, chosen: list[KeysChosen]) -> None:
    page.choose("find")
    press(page, "Ctrl+G")
    page.choose("palette")
    press(page, "Ctrl+F")
    page.choose("find")
    page.usual.click()
    assert chosen[-1] == KeysChosen("find", ())
    assert "Ctrl+F" in page.told.text()
    page.all_usual.click()
    assert {line.keys for line in page.lines.values()} == {("Ctrl+F",), ("Ctrl+K",), ("L",)}


def test_a_filter_finds_by_name_and_by_keys(page: KeysPage) -> None:
    page.filter.setText("ctrl+k")
    shown = [item.text(0) for item in page._items.values() if not item.isHidden()]
    assert shown == ["Command palette"]
