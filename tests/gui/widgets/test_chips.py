from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPixmapCache
from pytestqt.qtbot import QtBot

from gui.widgets import Chip, ChipPressed, ChipsPanel, ChipWidget, Marker
from gui.widgets.flow_layout import FlowLayout

MARKED = (("1", Marker.NONE), ("2", Marker.NONE), ("3", Marker.CLAIMED))

TOM = Chip("tom", "Tom Cruise", "person")
HAYLEY = Chip("hayley", "Hayley Atwell", "person", Marker.CLAIMED)
CREW = Chip("crew", "Crew", "person", Marker.REFUTED, removable=False)


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ChipsPanel]:
    made = ChipsPanel("People")
    qtbot.addWidget(made)
    made.set_chips([TOM, HAYLEY, CREW])
    made.resize(260, 80)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    made.close()


def widgets(panel: ChipsPanel) -> list[ChipWidget]:
    return [widget for widget in panel.findChildren(ChipWidget) if not widget.isHidden()]


def cross(widget: ChipWidget) -> QPoint:
    return QPoint(widget.width() - 12, widget.height() // 2)


def test_chips_flow_into_further_lines_and_stay_inside(panel: ChipsPanel) -> None:
    tops = {widget.y() for widget in widgets(panel)}
    assert len(tops) == 2
    assert all(widget.geometry().right() <= panel.width() for widget in widgets(panel))
    layout = panel.layout()
    assert layout is not None
    assert layout.heightForWidth(1000) < layout.heightForWidth(120)


def test_a_chip_too_long_for_the_panel_is_cut_to_it(panel: ChipsPanel) -> None:
    panel.set_chips([Chip("long", "A name " * 30, "person")])
    panel.grab()
    assert widgets(panel)[0].width() <= panel.width()


def test_a_click_on_the_cross_removes_and_elsewhere_activates(panel: ChipsPanel, qtbot: QtBot) -> None:
    tom = widgets(panel)[0]
    with qtbot.waitSignal(panel.chip_activated) as activated:
        qtbot.mouseClick(tom, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert activated.args == [ChipPressed("tom")]
    qtbot.mouseMove(tom, cross(tom))
    with qtbot.assertNotEmitted(panel.chip_activated), qtbot.waitSignal(panel.chip_removed) as removed:
        qtbot.mouseClick(tom, Qt.MouseButton.LeftButton, pos=cross(tom))
    assert removed.args == [ChipPressed("tom")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_the_keyboard_removes_too(panel: ChipsPanel, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(panel.chip_removed) as removed:
        qtbot.keyClick(widgets(panel)[1], key)
    assert removed.args == [ChipPressed("hayley")]


def test_what_cannot_be_removed_is_not(panel: ChipsPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.chip_removed, wait=20):
        qtbot.keyClick(widgets(panel)[2], Qt.Key.Key_Delete)


def test_arrows_go_from_chip_to_chip(panel: ChipsPanel, qtbot: QtBot) -> None:
    first, second, _ = widgets(panel)
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Left)
    assert first.hasFocus()


def test_the_focus_goes_to_the_neighbour_of_a_chip_that_went(panel: ChipsPanel, qtbot: QtBot) -> None:
    first, second, _ = widgets(panel)
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    panel.set_chips([HAYLEY, CREW])
    assert second.hasFocus()
    assert panel.chips() == (HAYLEY, CREW)


def test_chips_that_stay_keep_their_widget(panel: ChipsPanel) -> None:
    before = {widget.chip.key: widget for widget in widgets(panel)}
    panel.set_chips([Chip("new", "Simon Pegg", "person"), TOM, CREW])
    after = {widget.chip.key: widget for widget in widgets(panel)}
    assert after["tom"] is before["tom"]
    assert set(after) == {"new", "tom", "crew"}


def test_a_screen_reader_hears_how_far_a_chip_may_be_trusted() -> None:
    assert HAYLEY.spoken == "Hayley Atwell, person, claimed"
    assert Chip("n", "Norway", "location", share="2/5").spoken == "Norway, location, 2/5"


def test_hundreds_of_chips_are_laid_out_once(qtbot: QtBot, panel: ChipsPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    flows: list[bool] = []
    flow = FlowLayout._flow

    def counted(layout: FlowLayout, rect: QRect, *, place: bool) -> int:
        flows.append(place)
        return flow(layout, rect, place=place)

    monkeypatch.setattr(FlowLayout, "_flow", counted)
    panel.set_chips([Chip(str(number), f"Extra {number}", "person") for number in range(300)])
    qtbot.waitUntil(lambda: len(widgets(panel)) == 300)
    assert len(flows) < 10


def test_chips_that_are_alike_are_painted_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[ChipWidget] = []
    paint = ChipWidget._paint
    monkeypatch.setattr(ChipWidget, "_paint", lambda one, painter: (painted.append(one), paint(one, painter)))
    QPixmapCache.clear()
    one, other, claimed = (ChipWidget(Chip(key, "Tom Cruise", marker=marker)) for key, marker in MARKED)
    for chip in (one, other, claimed):
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
    pictures = [chip.grab().toImage() for chip in (one, other, claimed)]
    assert painted == [one, claimed]
    assert pictures[0] == pictures[1]
    assert pictures[0] != pictures[2]
