"""The commands."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.main_window.actions import COMMANDS, Actions


def test_no_two_commands_share_a_key_or_a_name() -> None:
    keys = Counter(keys for command in COMMANDS for keys in command.keys)
    assert not [key for key, uses in keys.items() if uses > 1]
    assert len({command.key for command in COMMANDS}) == len(COMMANDS)


def test_no_two_commands_of_a_menu_share_a_letter() -> None:
    letters = Counter(
        (command.menu, command.text[command.text.index("&") + 1].lower()) for command in COMMANDS if "&" in command.text
    )
    assert not [letter for letter, uses in letters.items() if uses > 1]


def test_every_command_has_words_an_icon_and_a_tooltip_that_ends_in_its_key(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    for command in COMMANDS:
        action = actions[command.key]
        assert action.text()
        assert not action.icon().isNull(), command.key
        assert action.toolTip().startswith(command.tip)
        if command.keys:
            keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            assert action.toolTip().endswith(f"({keys})")


def test_a_command_calls_its_verb(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    called: list[str] = []
    actions.connect({"find": lambda: called.append("find")})
    actions["find"].trigger()
    assert called == ["find"]


def test_what_can_be_done_is_offered_anew_only_where_it_is_something_else(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.offer(selected=1, found=True, writing=True)
    assert actions["mark_moment"].isEnabled()
    assert not actions["compare"].isEnabled()
    touched: list[str] = []
    real = Actions.enable
    monkeypatch.setattr(Actions, "enable", lambda *given: touched.extend(given[2:]) or real(*given))
    actions.offer(selected=1, found=True, writing=True)
    assert touched == []
    actions.offer(selected=2, found=True, writing=True)
    assert "compare" in touched
    assert actions["compare"].isEnabled()
    touched.clear()
    actions.offer(selected=5, found=True, writing=True)
    actions.offer(selected=1_000_000, found=True, writing=True)
    assert touched.count("compare") == 1
