from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets import (
    CompletingField,
    Completion,
    Problem,
    SearchField,
    SearchTyped,
    Suggestion,
    SuggestionChosen,
    TextTyped,
)

TOM = Suggestion("1", "Tom Cruise", "12 clips", "person")
TOMAS = Suggestion("2", "Tomas Paredes", "", "person")
NEW = Suggestion("new", "Create person “tom”", creates=True)
Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    yield made
    made.close()


def shown(window: QWidget, field: QLineEdit, qtbot: QtBot) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(field)
    layout.addWidget(QLineEdit())
    window.resize(400, 100)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)


@pytest.fixture
def tags(window: QWidget, qtbot: QtBot) -> CompletingField:
    field = CompletingField("Add a person", "Add a person")
    shown(window, field, qtbot)
    return field


@pytest.fixture
def search(window: QWidget, qtbot: QtBot) -> SearchField:
    field = SearchField("Search clips")
    shown(window, field, qtbot)
    return field


def test_typing_asks_for_suggestions(tags: CompletingField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tags.suggestions_wanted) as asked:
        qtbot.keyClicks(tags, "t")
    assert asked.args == [TextTyped("t")]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_enter_and_tab_choose_the_first_that_exists(tags: CompletingField, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClicks(tags, "tom")
    tags.set_suggestions([TOM, TOMAS, NEW])
    with qtbot.waitSignal(tags.chosen) as chosen:
        qtbot.keyClick(tags, key)
    assert chosen.args == [SuggestionChosen(TOM, "tom")]
    assert tags.text() == ""
    assert not tags.popup.isVisible()
    assert tags.hasFocus()


def test_an_enter_while_suggestions_are_waited_for_chooses_once_they_are_there(
    tags: CompletingField, qtbot: QtBot
) -> None:
    chosen: list[SuggestionChosen] = []
    tags.chosen.connect(chosen.append)
    qtbot.keyClicks(tags, "tom")
    tags.wait()
    qtbot.keyClick(tags, Key.Key_Return)
    assert chosen == []
    tags.set_suggestions([TOM, TOMAS, NEW])
    assert chosen == [SuggestionChosen(TOM, "tom")]
    tags.set_suggestions([TOM])
    assert len(chosen) == 1


@pytest.mark.parametrize(
    "take_back", [CompletingField.forget_enter, CompletingField.clearFocus, lambda field: field.setText("tomas")]
)
def test_an_enter_that_waits_is_taken_back(
    tags: CompletingField, qtbot: QtBot, take_back: Callable[[CompletingField], None]
) -> None:
    qtbot.keyClicks(tags, "tom")
    tags.wait()
    qtbot.keyClick(tags, Key.Key_Return)
    take_back(tags)
    tags.setFocus()
    with qtbot.assertNotEmitted(tags.chosen, wait=20):
        tags.set_suggestions([TOM, TOMAS, NEW])


def test_a_bare_enter_never_creates(tags: CompletingField, qtbot: QtBot) -> None:
    qtbot.keyClicks(tags, "tom")
    tags.set_suggestions([NEW])
    with qtbot.assertNotEmitted(tags.chosen, wait=20):
        qtbot.keyClick(tags, Key.Key_Return)
    assert tags.text() == "tom"


def test_an_enter_where_there_is_only_something_new_marks_it_and_a_second_one_chooses_it(
    tags: CompletingField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(tags, "tom")
    tags.set_suggestions([NEW])
    qtbot.keyClick(tags, Key.Key_Return)
    assert tags.popup.current() == NEW
    with qtbot.waitSignal(tags.chosen) as chosen:
        qtbot.keyClick(tags, Key.Key_Return)
    assert chosen.args == [SuggestionChosen(NEW, "tom")]


def test_what_creates_is_chosen_when_it_was_moved_to(tags: CompletingField, qtbot: QtBot) -> None:
    qtbot.keyClicks(tags, "tom")
    tags.set_suggestions([TOM, NEW])
    qtbot.keyClick(tags, Key.Key_Down)
    with qtbot.waitSignal(tags.chosen) as chosen:
        qtbot.keyClick(tags, Key.Key_Return)
    assert chosen.args == [SuggestionChosen(NEW, "tom")]


def test_arrows_go_round(tags: CompletingField, qtbot: QtBot) -> None:
    qtbot.keyClicks(tags, "tom")
    tags.set_suggestions([TOM, TOMAS, NEW])
    qtbot.keyClick(tags, Key.Key_Up)
    assert tags.popup.current() == NEW
    qtbot.keyClick(tags, Key.Key_Down)
    assert tags.popup.current() == TOM


def test_escape_closes_the_list_and_then_empties_the_field(tags: CompletingField, qtbot: QtBot) -> None:
    qtbot.keyClicks(tags, "tom")
    tags.set_suggestions([TOM])
    qtbot.keyClick(tags, Key.Key_Escape)
    assert not tags.popup.isVisible()
    assert tags.text() == "tom"
    qtbot.keyClick(tags, Key.Key_Escape)
    assert tags.text() == ""


def test_down_in_a_closed_list_asks_again(tags: CompletingField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tags.suggestions_wanted):
        qtbot.keyClick(tags, Key.Key_Down)


def test_suggestions_that_come_after_the_focus_has_gone_stay_away(
    tags: CompletingField, window: QWidget, qtbot: QtBot
) -> None:
    other = window.findChildren(QLineEdit)[-1]
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    tags.set_suggestions([TOM])
    assert not tags.popup.isVisible()


def test_suggestions_are_spoken_with_kind_and_detail(tags: CompletingField, qtbot: QtBot) -> None:
    qtbot.keyClicks(tags, "tom")
    tags.set_suggestions([TOM])
    index = tags.popup.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Tom Cruise, person, 12 clips"


def test_enter_submits_what_was_typed_though_completions_are_offered(search: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "tom")
    search.set_completions([Completion('person:"Tom Cruise"', 0, 3, "Tom Cruise")])
    with qtbot.waitSignal(search.submitted) as submitted:
        qtbot.keyClick(search, Key.Key_Return)
    assert submitted.args == [SearchTyped("tom", 3)]


def test_a_completion_takes_the_place_of_its_span_only(search: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "rain tom norway")
    search.set_completions([Completion('person:"Tom Cruise"', 5, 8, "Tom Cruise")])
    qtbot.keyClick(search, Key.Key_Down)
    with qtbot.waitSignal(search.typed) as typed:
        qtbot.keyClick(search, Key.Key_Tab)
    assert typed.args == [SearchTyped('rain person:"Tom Cruise" norway', 24)]
    assert search.hasFocus()


def test_a_problem_is_underlined_at_its_very_characters(search: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "tom locaton:x")
    search.set_problem(Problem(4, 11, "There is no field “locaton”.", "location"))
    start, end, _ = search.underlined()
    width = search.fontMetrics().horizontalAdvance
    assert end - start == pytest.approx(width("tom locaton") - width("tom "), abs=1)
    search.setCursorPosition(0)
    assert search.underlined()[0] == pytest.approx(start, abs=3)
    assert search.accessibleDescription() == "There is no field “locaton”."


def test_what_was_meant_is_offered_and_taken(search: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "tom locaton:x")
    search.set_problem(Problem(4, 11, "There is no field “locaton”.", "location"))
    assert search.popup.suggestions[0].text == "There is no field “locaton”."
    qtbot.keyClick(search, Key.Key_Down)
    qtbot.keyClick(search, Key.Key_Return)
    assert search.text() == "tom location:x"
    assert search.problem() is None


def test_a_problem_without_a_suggestion_changes_nothing_when_taken(search: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "(")
    search.set_problem(Problem(0, 1, "This is never closed."))
    qtbot.keyClick(search, Key.Key_Down)
    qtbot.keyClick(search, Key.Key_Return)
    assert search.text() == "("


def test_typing_on_takes_the_line_away_until_it_is_known(search: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "(")
    search.set_problem(Problem(0, 1, "This is never closed."))
    qtbot.keyClicks(search, "a")
    assert search.problem() is None


def test_the_cross_empties_the_field_and_says_so(search: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(search, "tom")
    clear = search.actions()[-1]
    assert clear.isVisible()
    with qtbot.waitSignal(search.typed) as typed:
        clear.trigger()
    assert typed.args == [SearchTyped("", 0)]
    assert not clear.isVisible()


def test_every_button_in_the_field_has_a_name(search: SearchField, qtbot: QtBot) -> None:
    assert all(action.text() for action in search.actions())
    assert QAccessible.queryAccessibleInterface(search).text(QAccessible.Text.Name) == "Search clips"


def test_the_note_leaves_room_for_what_is_typed(search: SearchField) -> None:
    search.set_note("4,000 clips")
    assert search.textMargins().right() > search.fontMetrics().horizontalAdvance("4,000")
    assert search.accessibleDescription() == "4,000 clips"
    search.set_note("")
    assert search.textMargins().right() == 0


def write_as_assistive(field: QLineEdit, text: str) -> None:
    """Write as dictation or a switch does, through the accessible interface: without keys."""
    QAccessible.queryAccessibleInterface(field).setText(QAccessible.Text.Value, text)


def test_what_an_assistive_program_writes_is_searched_as_if_typed(search: SearchField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(search.typed) as typed:
        write_as_assistive(search, "norway")
    assert typed.args == [SearchTyped("norway", 6)]
    with qtbot.assertNotEmitted(search.typed):
        search.show_text("sweden")
    assert search.text() == "sweden"


def test_what_an_assistive_program_writes_asks_for_suggestions(tags: CompletingField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tags.suggestions_wanted) as wanted:
        write_as_assistive(tags, "to")
    assert wanted.args == [TextTyped("to")]
    with qtbot.assertNotEmitted(tags.suggestions_wanted):
        tags.show_text("")
