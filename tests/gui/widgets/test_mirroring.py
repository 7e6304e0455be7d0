"""A window that is read from right to left: what is painted by hand is mirrored, time is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.player.timeline import Timeline
from gui.style import mirrored, read_margins
from gui.widgets import Chip, ChipWidget, ElidedLabel, GridView, KeyframeStrip, Text


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(before)


@pytest.fixture
def grid(qtbot: QtBot) -> GridView:
    made = GridView("Numbers")
    qtbot.addWidget(made)
    made.setModel(QStringListModel([str(number) for number in range(7)], made))
    made.resize(640, 480)
    made.set_cells(180, lambda width: width // 2, 8, 8)
    return made


def test_what_is_read_from_the_left_lies_where_it_lay() -> None:
    assert mirrored(QRect(10, 0, 20, 5), QRect(0, 0, 100, 5)) == QRect(10, 0, 20, 5)


def test_what_lay_at_the_left_lies_as_far_from_the_right(right_to_left: None) -> None:
    assert mirrored(QRect(10, 0, 20, 5), QRect(0, 0, 100, 5)) == QRect(70, 0, 20, 5)


def test_room_before_what_is_read_lies_at_the_right(right_to_left: None) -> None:
    assert read_margins(1, 2, 3, 4) == QMargins(3, 2, 1, 4)


def test_a_grid_begins_at_the_right(right_to_left: None, grid: GridView) -> None:
    first, second = (grid.visualRect(grid.model().index(row, 0)) for row in (0, 1))
    assert first.left() > second.left()
    assert first.top() == second.top()
    for row in range(7):
        index = grid.model().index(row, 0)
        assert grid.indexAt(grid.visualRect(index).center()) == index


def test_a_name_in_latin_letters_begins_at_the_right_as_well(right_to_left: None, qtbot: QtBot) -> None:
    text = Text("Hellesylt")
    qtbot.addWidget(text)
    text.resize(400, 20)
    shown = text.grab().toImage()
    ground = shown.pixelColor(1, 1)
    inked = [x for x in range(shown.width()) for y in range(shown.height()) if shown.pixelColor(x, y) != ground]
    assert min(inked) > shown.width() // 2


def test_the_left_arrow_goes_on_in_it(right_to_left: None, grid: GridView) -> None:
    grid.setCurrentIndex(grid.model().index(1, 0))
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert grid.currentIndex().row() == 2
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.currentIndex().row() == 1


def test_a_click_and_one_with_shift_choose_what_lies_between(right_to_left: None, grid: GridView) -> None:
    for row, held in ((1, Qt.KeyboardModifier.NoModifier), (4, Qt.KeyboardModifier.ShiftModifier)):
        at = grid.visualRect(grid.model().index(row, 0)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, held, at)
    assert sorted(index.row() for index in grid.selectedIndexes()) == [1, 2, 3, 4]


def test_a_band_chooses_what_it_touches(right_to_left: None, grid: GridView) -> None:
    first, below = (grid.visualRect(grid.model().index(row, 0)) for row in (0, 3))
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=first.topRight() + QPoint(4, -4))
    QTest.mouseMove(grid.viewport(), below.center())
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=below.center())
    assert sorted(index.row() for index in grid.selectedIndexes()) == [0, 3]


def test_the_cross_of_a_chip_stands_at_its_other_end(right_to_left: None, qtbot: QtBot) -> None:
    chip = ChipWidget(Chip("tom", "Tom Cruise", "person"))
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    with qtbot.waitExposed(chip):
        chip.show()
    gone: list[object] = []
    chip.removed.connect(gone.append)
    for x, times in ((chip.width() - 10, 0), (10, 1)):
        at = QPoint(x, chip.height() // 2)
        QTest.mouseMove(chip, at)
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=at)
        assert len(gone) == times


def test_time_runs_to_the_right(right_to_left: None, qtbot: QtBot) -> None:
    timeline = Timeline(lambda time: time, lambda time: f"{float(time):g}")
    strip = KeyframeStrip("Keyframes", lambda _key, _size: None)
    for widget in (timeline, strip):
        qtbot.addWidget(widget)
        assert widget.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_range_of_time_runs_to_the_right_where_time_does(qapp: QApplication, qtbot: QtBot) -> None:
    shown = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        qapp.setLayoutDirection(direction)
        label = ElidedLabel("10:00:20:00 – 10:00:30:01")
        qtbot.addWidget(label)
        label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        label.resize(label.sizeHint())
        shown.append(label.grab().toImage())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert shown[0] == shown[1]
