"""A scroll bar that is painted when its handle moves, and looks as any other does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from gui.style import apply_theme
from gui.widgets.steady_bar import SteadyBar


class Paints(QObject):
    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def laid_out(qtbot: QtBot, bar: QScrollBar, longest: int) -> QScrollBar:
    qtbot.addWidget(bar)
    bar.resize(11, 500)
    bar.setRange(0, longest)
    bar.setPageStep(500)
    bar.show()
    qtbot.waitExposed(bar)
    qtbot.wait(10)
    return bar


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> QScrollBar:
    apply_theme(qapp, "dark")
    return laid_out(qtbot, SteadyBar(Qt.Orientation.Vertical), 47_000_000)


def test_a_step_that_moves_the_handle_by_no_pixel_paints_nothing(bar: QScrollBar, qtbot: QtBot) -> None:
    paints = Paints(bar)
    for _ in range(20):
        bar.setValue(bar.value() + 30)
        qtbot.wait(1)
    assert bar.value() == 600
    assert paints.count == 0
    bar.setValue(20_000_000)
    qtbot.wait(1)
    assert paints.count == 1


def test_it_is_painted_whenever_the_handle_of_any_other_bar_would_stand_elsewhere(
    bar: QScrollBar, qtbot: QtBot
) -> None:
    bar.setRange(0, 3_000)
    qtbot.wait(1)
    paints, usual = Paints(bar), laid_out(qtbot, QScrollBar(Qt.Orientation.Vertical), 3_000)
    seen, moves = usual.grab().toImage(), 0
    for value in range(0, 700, 7):
        usual.setValue(value)
        bar.setValue(value)
        qtbot.wait(1)
        before, seen = seen, usual.grab().toImage()
        moves += before != seen
        assert paints.count == moves
    assert 50 < moves < 100
