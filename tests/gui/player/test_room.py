"""The rows under the picture in a wide window and in the narrowest there is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.player.controls import Controls
from gui.player.quick_row import QuickRow, QuickTag

LONG = "Mission: Impossible - Dead Reckoning Part One"
WIDTHS = (340, 398, 520, 678, 1300)


def row_of(qtbot: QtBot, names: list[str], width: int) -> QuickRow:
    row = QuickRow()
    qtbot.addWidget(row)
    row.resize(width, row.height())
    row.set_tags([QuickTag(name, "person") for name in names], ())
    row.show()
    return row


@pytest.mark.parametrize("width", WIDTHS)
def test_every_number_key_is_seen(qtbot: QtBot, width: int) -> None:
    row = row_of(qtbot, [LONG] * 9, width)
    places = [*row._rects(), row._one_rect()]
    assert len(places) == 10
    assert all(row.rect().contains(place) for place in places)
    assert not [pair for pair in pairwise(sorted(places, key=lambda one: (one.y(), one.x()))) if _overlap(*pair)]


def test_few_tags_take_one_line(qtbot: QtBot) -> None:
    assert row_of(qtbot, ["Norway", "Åndalsnes"], 678).height() < row_of(qtbot, [LONG] * 9, 678).height()


def test_a_press_means_the_tag_on_the_second_line(qtbot: QtBot) -> None:
    row = row_of(qtbot, [LONG] * 9, 678)
    with qtbot.waitSignal(row.pressed) as pressed:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row._rects()[8].center())
    assert pressed.args == [8]


def _overlap(first: QRect, second: QRect) -> bool:
    return first.intersects(second)


def controls_of(qtbot: QtBot, width: int, marks: str = "") -> Controls:
    controls = Controls()
    qtbot.addWidget(controls)
    controls.resize(width, 40)
    controls.show()
    controls.show_position("10:00:34:10", "/ 10:01:00:00", "00:00:34.400")
    controls.show_marks(marks)
    return controls


@pytest.mark.parametrize("marks", ["", "10:00:20:00 – 10:00:30:01"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_under_the_picture_is_cut_off(qtbot: QtBot, width: int, marks: str) -> None:
    controls = controls_of(qtbot, width, marks)
    layout = controls.layout()
    assert layout is not None
    layout.activate()
    seen = [child for child in controls.findChildren(QWidget) if child.parent() is controls and child.isVisible()]
    assert all(controls.rect().contains(child.geometry()) for child in seen)
    assert not [
        pair for pair in pairwise(sorted(seen, key=QWidget.x)) if _overlap(pair[0].geometry(), pair[1].geometry())
    ]
    assert controls._position.width() >= controls._position.sizeHint().width()
    labels = [child for child in seen if isinstance(child, QLabel) and child is not controls._marks]
    assert all(label.width() >= label.sizeHint().width() for label in labels)


def test_the_time_stands_beside_the_timecode_where_there_is_room(qtbot: QtBot) -> None:
    assert controls_of(qtbot, 678)._time.text() == "00:00:34.400"
    assert controls_of(qtbot, 678)._time.isVisible()
    assert controls_of(qtbot, 1300, "10:00:20:00 – 10:00:30:01")._time.isVisible()
    assert not controls_of(qtbot, 398)._time.isVisible()


def test_what_is_told_in_time_alone_is_told_once(qtbot: QtBot) -> None:
    controls = controls_of(qtbot, 1300)
    controls.show_position("00:00:34.400", "/ 00:01:00.000")
    assert not controls._time.isVisible()
