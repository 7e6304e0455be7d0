"""The palette by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.palette import Item, Palette, PaletteTyped

Key = Qt.Key
Open = Callable[..., Palette]


def an_item(key: str, text: str, ran: list[str], **more: object) -> Item:
    return Item(key=key, text=text, kind="File", icon="tag", run=lambda: ran.append(key), **more)  # type: ignore[arg-type]


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def opened(qtbot: QtBot, ran: list[str]) -> Open:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def make(uses: dict[str, int] | None = None, more: Sequence[Item] = ()) -> Palette:
        items = [
            an_item("command:open", "Open archive", ran),
            an_item("command:export", "Export tag sheet", ran, words="Write a spreadsheet"),
            an_item("command:undo", "Undo", ran, available=False),
            an_item("search:1", "Trains", ran),
            *more,
        ]
        palette = Palette(items, uses or {}, window)
        palette.chosen.connect(lambda chosen: chosen.item.run())
        palette.open()
        return palette

    return make


def offered(palette: Palette) -> list[str]:
    return [item.text for item in palette.model.items]


def test_at_first_all_is_offered_what_was_used_most_first_and_what_cannot_be_done_last(opened: Open) -> None:
    palette = opened({"search:1": 3})
    assert offered(palette) == ["Trains", "Open archive", "Export tag sheet", "Undo"]
    palette.reject()


def test_letters_and_enter_do_it(qtbot: QtBot, opened: Open, ran: list[str]) -> None:
    palette = opened()
    qtbot.keyClicks(palette.field, "ex")
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert ran == ["command:export"]


def test_down_and_up_go_round(qtbot: QtBot, opened: Open, ran: list[str]) -> None:
    palette = opened()
    qtbot.keyClick(palette.field, Key.Key_Up)
    assert palette.list.currentIndex().row() == 3
    qtbot.keyClick(palette.field, Key.Key_Down)
    qtbot.keyClick(palette.field, Key.Key_Down)
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert ran == ["command:export"]


def test_what_cannot_be_done_now_cannot_be_chosen(qtbot: QtBot, opened: Open, ran: list[str]) -> None:
    palette = opened()
    qtbot.keyClicks(palette.field, "undo")
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.field, Key.Key_Escape)
    assert not ran


def test_names_stand_between_what_is_called_so_and_what_only_holds_the_letters(opened: Open, ran: list[str]) -> None:
    palette = opened()
    palette.field.setText("tr")
    assert offered(palette)[0] == "Trains"
    palette.add_found("tr", [an_item("entry:1", "Trondheim", ran)])
    assert offered(palette)[:2] == ["Trains", "Trondheim"]
    palette.reject()


def test_an_answer_to_what_was_typed_before_is_dropped(opened: Open, ran: list[str]) -> None:
    palette = opened()
    palette.field.setText("trondheim")
    palette.add_found("tro", [an_item("entry:1", "Trondheim", ran)])
    assert offered(palette) == []
    palette.reject()


def test_enter_before_the_answer_takes_the_first_name_that_comes(qtbot: QtBot, opened: Open, ran: list[str]) -> None:
    palette = opened()
    qtbot.keyClicks(palette.field, "zz")
    qtbot.keyClick(palette.field, Key.Key_Return)
    palette.add_found("zz", [an_item("entry:9", "ZZ Top", ran)])
    assert ran == ["entry:9"]


def test_another_archive_comes_after_the_names_of_this_one(qtbot: QtBot, opened: Open, ran: list[str]) -> None:
    palette = opened(more=[an_item("archive:n", "Norway Shoot", ran, elsewhere=True)])
    qtbot.keyClicks(palette.field, "nor")
    assert offered(palette) == ["Norway Shoot"]
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert ran == []
    palette.add_found("nor", [an_item("entry:n", "Norway", ran)])
    assert ran == ["entry:n"]
    assert offered(palette) == ["Norway", "Norway Shoot"]


def test_a_sign_asks_for_commands_alone_and_no_name_is_looked_for(opened: Open) -> None:
    palette = opened()
    asked: list[PaletteTyped] = []
    palette.typed.connect(asked.append)
    palette.field.setText(">")
    assert "Trains" not in offered(palette)
    assert asked == []
    palette.reject()


def test_a_screen_reader_hears_what_it_is_and_whether_it_can_be_done(opened: Open) -> None:
    palette = opened()
    spoken = [
        palette.model.data(palette.model.index(row), Qt.ItemDataRole.AccessibleTextRole)
        for row in range(len(palette.model.items))
    ]
    assert "Open archive, File" in spoken
    assert "Undo, File, not available now" in spoken
    palette.reject()
