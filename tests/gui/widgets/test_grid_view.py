from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.widgets import GridView, ranges_of

MANY = 1_000_000


class Numbers(QAbstractListModel):
    """Counts how often it is asked for data."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.asked: Counter[int] = Counter()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self.asked[index.row()] += 1
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def grid(qtbot: QtBot) -> Iterator[GridView]:
    view = GridView("Numbers")
    qtbot.addWidget(view)
    view.setModel(Numbers(MANY))
    view.set_cells(200, lambda width: width, 10, 10)
    view.resize(1000, 700)
    view.show()
    qtbot.waitExposed(view)
    qtbot.wait(20)
    yield view
    view.close()


def model_of(grid: GridView) -> Numbers:
    model = grid.model()
    assert isinstance(model, Numbers)
    return model


def selected(grid: GridView) -> list[tuple[int, int]]:
    return sorted(ranges_of(grid.selectionModel().selection()))


def at(grid: GridView, row: int) -> QPoint:
    return grid.visualRect(grid.model().index(row, 0)).center()


def press(grid: GridView, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(grid, key, modifiers)


def test_of_a_million_rows_only_those_in_view_are_asked_for(grid: GridView) -> None:
    assert set(model_of(grid).asked) <= set(grid.visible_rows())
    assert len(grid.visible_rows()) < 40


def test_resizing_and_scrolling_ask_only_for_what_comes_into_view(grid: GridView, qtbot: QtBot) -> None:
    model_of(grid).asked.clear()
    grid.resize(800, 600)
    qtbot.wait(20)
    grid.verticalScrollBar().setValue(5_000_000)
    qtbot.wait(20)
    assert 0 < len(model_of(grid).asked) < 120


def test_selecting_a_million_is_one_range_and_asks_for_nothing(grid: GridView) -> None:
    model_of(grid).asked.clear()
    grid.setFocus()
    press(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert selected(grid) == [(0, MANY - 1)]
    assert set(model_of(grid).asked) <= set(grid.visible_rows())


def test_arrows_go_by_cell_and_line(grid: GridView) -> None:
    columns = grid.geometry_of_cells().columns
    grid.setCurrentIndex(grid.model().index(0, 0))
    press(grid, Qt.Key.Key_Right)
    press(grid, Qt.Key.Key_Down)
    assert grid.currentIndex().row() == 1 + columns
    press(grid, Qt.Key.Key_Left)
    press(grid, Qt.Key.Key_Up)
    press(grid, Qt.Key.Key_Up)
    assert grid.currentIndex().row() == 0


def test_home_end_and_pages_reach_everything_and_bring_it_into_view(grid: GridView) -> None:
    grid.setCurrentIndex(grid.model().index(0, 0))
    press(grid, Qt.Key.Key_End)
    assert grid.currentIndex().row() == MANY - 1
    assert MANY - 1 in grid.visible_rows()
    press(grid, Qt.Key.Key_PageUp)
    assert grid.currentIndex().row() < MANY - 1
    press(grid, Qt.Key.Key_Home)
    assert grid.currentIndex().row() == 0
    assert grid.verticalOffset() == 0


def test_down_from_above_a_short_last_line_goes_to_the_last_cell(qtbot: QtBot, grid: GridView) -> None:
    columns = grid.geometry_of_cells().columns
    grid.setModel(Numbers(columns + 1))
    qtbot.wait(10)
    grid.setCurrentIndex(grid.model().index(columns - 1, 0))
    press(grid, Qt.Key.Key_Down)
    assert grid.currentIndex().row() == columns
    press(grid, Qt.Key.Key_Down)
    assert grid.currentIndex().row() == columns


def test_shift_extends_in_reading_order(grid: GridView) -> None:
    columns = grid.geometry_of_cells().columns
    grid.setCurrentIndex(grid.model().index(1, 0))
    press(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert selected(grid) == [(1, 1 + columns)]
    press(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert selected(grid) == [(1, 1)]


def test_shift_click_takes_all_between_even_out_of_view(grid: GridView, qtbot: QtBot) -> None:
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(grid.viewport(), left, pos=at(grid, 2))
    grid.verticalScrollBar().setValue(30_000)
    last = grid.visible_rows()[6]
    qtbot.mouseClick(grid.viewport(), left, shift, at(grid, last))
    assert selected(grid) == [(2, last)]


def test_control_click_adds_and_takes_away(grid: GridView, qtbot: QtBot) -> None:
    left, control = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(grid.viewport(), left, pos=at(grid, 0))
    qtbot.mouseClick(grid.viewport(), left, control, at(grid, 2))
    assert selected(grid) == [(0, 0), (2, 2)]
    qtbot.mouseClick(grid.viewport(), left, control, at(grid, 0))
    assert selected(grid) == [(2, 2)]


def test_a_rubber_band_from_the_margin_takes_what_it_touches(grid: GridView, qtbot: QtBot) -> None:
    columns, left = grid.geometry_of_cells().columns, Qt.MouseButton.LeftButton
    qtbot.mousePress(grid.viewport(), left, pos=QPoint(3, 3))
    qtbot.mouseMove(grid.viewport(), at(grid, 0))
    qtbot.mouseMove(grid.viewport(), at(grid, columns + 1))
    qtbot.mouseRelease(grid.viewport(), left, pos=at(grid, columns + 1))
    assert selected(grid) == [(0, 1), (columns, columns + 1)]


def test_another_size_of_cells_keeps_what_is_seen_at_the_upper_edge(grid: GridView) -> None:
    grid.scrollTo(grid.model().index(5000, 0), grid.ScrollHint.PositionAtTop)
    top = grid.visible_rows().start
    grid.set_cell_width(120)
    shown = grid.visible_rows()
    assert top in range(shown.start, shown.start + 2 * grid.geometry_of_cells().columns)


def test_letters_are_left_to_shortcuts(grid: GridView) -> None:
    model_of(grid).asked.clear()
    press(grid, Qt.Key.Key_9)
    assert len(model_of(grid).asked) < 100


def test_assistive_technology_sees_a_list_with_its_name_and_all_its_items(grid: GridView) -> None:
    seen = QAccessible.queryAccessibleInterface(grid)
    assert seen.role() is QAccessible.Role.List
    assert seen.text(QAccessible.Text.Name) == "Numbers"
    assert seen.childCount() == MANY
