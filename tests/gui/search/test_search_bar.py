from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from core.ports.index import Order
from core.search.parser import QueryError
from core.search.suggest import Completion
from gui.search import OrderChanged, SearchActions, SearchBar, SearchChanged


def complete(text: str, cursor: int) -> list[Completion]:
    return [Completion('person:"Tom Cruise"', 0, cursor, "Tom Cruise", "person")] if text.startswith("tom") else []


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[SearchBar]:
    made = SearchBar(complete, SearchActions(QAction("Moments"), QAction("Save")))
    qtbot.addWidget(made)
    made.resize(600, 40)
    made.show()
    made.activateWindow()
    made.focus_field()
    qtbot.waitUntil(made.field.hasFocus)
    yield made
    made.close()


def test_every_keystroke_searches(bar: SearchBar, qtbot: QtBot) -> None:
    said: list[SearchChanged] = []
    bar.search_changed.connect(said.append)
    qtbot.keyClicks(bar.field, "to")
    assert said == [SearchChanged("t"), SearchChanged("to")]


def test_completions_drop_down_as_one_types(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.field, "tom")
    assert [one.text for one in bar.field.popup.suggestions] == ["Tom Cruise"]


def test_setting_the_text_says_nothing(bar: SearchBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.search_changed, wait=10):
        bar.set_text("tom")
    assert bar.text() == "tom"
    assert not bar.field.popup.isVisible()


def test_the_outcome_is_told_in_the_field(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.field, "locaton:x")
    bar.set_outcome([QueryError(0, 7, "There is no field “locaton”.", "location")], 1)
    problem = bar.field.problem()
    assert problem is not None
    assert (problem.start, problem.end, problem.suggestion) == (0, 7, "location")
    bar.set_outcome([], 12_345)
    assert bar.field.problem() is None
    assert bar.field.accessibleDescription() == "12,345 clips"


def test_the_order_is_chosen_from_a_menu_and_shown(bar: SearchBar, qtbot: QtBot) -> None:
    action = next(action for action in bar.order_actions() if action.data() == Order.NAME)
    with qtbot.waitSignal(bar.order_changed) as changed:
        action.trigger()
    assert changed.args == [OrderChanged(Order.NAME)]
    bar.set_order(Order.RATING)
    assert [action.text() for action in bar.order_actions() if action.isChecked()] == ["Rating"]
