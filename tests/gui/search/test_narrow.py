"""The field and what stands beside it, in a wide window and in the narrowest there is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.search import SearchActions, SearchBar
from gui.widgets import SearchField, Terse

LONG, SHORT = "Search clips, people, places and whatever else there is", "Search"


@pytest.mark.parametrize(("width", "shown"), [(600, LONG), (240, SHORT), (100, SHORT)])
def test_an_invitation_is_never_cut_off_where_a_shorter_one_fits(qtbot: QtBot, width: int, shown: str) -> None:
    field = SearchField("Search clips", (LONG, SHORT))
    qtbot.addWidget(field)
    field.resize(width, 34)
    field.show()
    field.set_note("1,234 clips")
    assert field.placeholderText() == shown


def test_how_much_was_found_gives_way_to_what_is_typed(qtbot: QtBot) -> None:
    field = SearchField("Search clips", (LONG, SHORT))
    qtbot.addWidget(field)
    field.show()
    field.set_note("1,234 clips")
    margins = []
    for width in (400, 140, 400):
        field.resize(width, 34)
        margins.append(field.textMargins().right())
    assert margins == [margins[0], 0, margins[0]]
    assert margins[0] > 0
    assert field.accessibleDescription() == "1,234 clips"


def test_the_order_stands_by_its_icon_in_a_narrow_bar_and_the_field_has_the_room(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = SearchBar(lambda _text, _cursor: (), SearchActions(QAction("M", parent), QAction("S", parent)), parent)
    parent.show()
    for width in (600, 264):
        bar.resize(width, 40)
        layout = bar.layout()
        assert layout is not None
        layout.activate()
        buttons = [button for button in bar.findChildren(QToolButton) if button.parent() is bar]
        assert all(button.width() >= button.sizeHint().width() for button in buttons)
        assert bar.field.width() > 120


def test_a_button_says_what_it_does_again_once_there_is_room(qtbot: QtBot) -> None:
    container = QWidget()
    qtbot.addWidget(container)
    container.resize(500, 40)
    container.show()
    button = QPushButton("Import", container)
    Terse(button, container, 300)
    seen = []
    for width in (200, 500):
        container.resize(width, 40)
        seen.append((button.text(), button.accessibleName()))
    assert seen == [("", "Import"), ("Import", "Import")]
