"""Chips for what a query means: the text stays the one truth."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.search.fields import FIELDS
from core.search.parser import parse
from gui.search import QueryChips, TermChosen
from gui.search.query_chips import _FIELDS
from gui.widgets import ChipWidget, Marker

TODAY = date(2026, 11, 29)


@pytest.fixture
def chips(qtbot: QtBot) -> Iterator[QueryChips]:
    made = QueryChips()
    qtbot.addWidget(made)
    made.resize(700, 40)
    yield made
    made.close()


def show(chips: QueryChips, text: str) -> list[str]:
    chips.show_query(text, parse(text, TODAY).errors)
    return [chip.text for chip in chips.panel.chips()]


def chip(chips: QueryChips, at: int) -> ChipWidget:
    return chips.panel.findChildren(ChipWidget)[at]


def test_every_field_of_the_language_has_a_name_for_the_eye() -> None:
    assert set(_FIELDS) == {field.name for field in FIELDS}


def test_each_thing_asked_for_is_a_chip(chips: QueryChips) -> None:
    text = 'waving person:"Tom Cruise" -loc:norway duration:<2m shot:2020..2021'
    assert show(chips, text) == [
        "waving",
        "Person: Tom Cruise",
        "Not Location: norway",
        "Duration < 2m",
        "Shot: 2020 – 2021",
    ]
    assert [one.kind for one in chips.panel.chips()] == ["", "person", "location", "", ""]


def test_what_is_not_there_is_told_in_plain_words(chips: QueryChips) -> None:
    assert show(chips, "-has:notes -missing:person") == ["Without: notes", "Has: person"]
    assert show(chips, "is:unseen -is:still") == ["Is: not looked at yet", "Is not: still"]


def test_one_of_a_few_values_is_told_in_the_language_of_the_window(german: None, chips: QueryChips) -> None:
    first, second, *others = show(chips, "has:moments -is:still status:claimed looked:none is:embargoed")
    assert (first, second) == ("Hat: Momente", "Ist nicht: Standbild")
    assert others == ["Status: behauptet", "Gesichtet: noch nicht", "Ist: unter Sperrfrist"]


def test_bare_words_stand_in_the_field_alone(chips: QueryChips) -> None:
    assert show(chips, "tom cruise norway") == []
    assert chips.isHidden()


def test_a_click_gives_the_words_to_be_written_anew(chips: QueryChips, qtbot: QtBot) -> None:
    show(chips, "waving -loc:norway")
    chips.show()
    with qtbot.waitSignal(chips.edit_wanted) as said:
        QTest.keyClick(chip(chips, 1), Qt.Key.Key_Return)
    assert said.args == [TermChosen(8, 18)]


def test_a_chip_taken_away_leaves_the_rest_of_the_text(chips: QueryChips, qtbot: QtBot) -> None:
    show(chips, "moments: waving person:tom")
    chips.show()
    with qtbot.waitSignal(chips.text_wanted) as said:
        QTest.keyClick(chip(chips, 1), Qt.Key.Key_Delete)
    assert said.args == ["moments: waving"]


def test_the_menu_turns_a_term_round_or_leaves_it_alone(chips: QueryChips) -> None:
    show(chips, "waving person:tom")
    said: list[str] = []
    chips.text_wanted.connect(said.append)
    for action in chips.menu_for("1").actions():
        action.trigger()
    assert said == ["waving -person:tom", "person:tom", "waving"]


def test_what_is_not_understood_is_marked(chips: QueryChips) -> None:
    show(chips, "duration:soon person:tom")
    first, second = chips.panel.chips()
    assert first.marker is Marker.DISPUTED
    assert "soon" in first.detail
    assert second.marker is Marker.NONE
