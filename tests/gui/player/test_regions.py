"""Boxes over the picture of a real clip: drawn, moved at another time, cleared."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core.catalog.claims import SetRegion
from core.catalog.edits import TagClips
from core.model.clip import Box, Tag
from gui.player.boxes import MIDDLE
from gui.player.lanes import Bar
from tests.gui.player.test_page import TOM, Bench
from tests.support.model import a_tag

pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "Using Qt multimedia", extend=True)

LEFT = Box(left=0.25, top=0.25, width=0.25, height=0.5)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(qtbot, tmp_path)
    bench.archive.catalog.apply(TagClips((bench.made.id,), a_tag(TOM)))
    bench.follow()
    yield bench
    bench.close()


def tag(bench: Bench) -> Tag:
    (only,) = bench.clip.tags
    return only


def drag(bench: Bench, *shares: tuple[float, float]) -> None:
    """Press at the first of ``shares`` of the picture, and let go at the last."""
    overlay = bench.page.regions.overlay
    rect = overlay.rect_of(Box(left=0.0, top=0.0, width=1.0, height=1.0))
    places = [QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height()).toPoint() for x, y in shares]
    QTest.mousePress(overlay, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(overlay, place)
    QTest.mouseRelease(overlay, Qt.MouseButton.LeftButton, pos=places[-1])
    bench.follow()


def near(box: Box | None, left: float, top: float, width: float, height: float) -> bool:
    assert box is not None
    return (box.left, box.top, box.width, box.height) == pytest.approx((left, top, width, height), abs=0.01)


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()


def region_menu(bench: Bench) -> QMenu:
    menu = QMenu(bench.page)
    bench.page.regions.add_to(menu, bench.clip, tag(bench))
    return menu


def test_a_box_is_drawn_on_the_picture_and_is_one_step(bench: Bench) -> None:
    bench.page.regions.draw(tag(bench).id)
    drag(bench, (0.25, 0.25), (0.4, 0.4), (0.5, 0.75))
    assert near(tag(bench).region, 0.25, 0.25, 0.25, 0.5)
    assert tag(bench).track == ()
    bench.bridge.undo()
    bench.follow()
    assert tag(bench).region is None


def test_at_another_time_it_is_moved_and_lies_between_in_between(bench: Bench) -> None:
    bench.archive.catalog.apply(SetRegion(bench.made.id, tag(bench).id, LEFT))
    bench.follow()
    bench.player.seek(Fraction(2))
    bench.page.regions.draw(tag(bench).id)
    drag(bench, (0.3, 0.5), (0.55, 0.5))
    first, second = tag(bench).track
    assert (first.time, first.box) == (0, LEFT)
    assert second.time == 2
    assert near(second.box, 0.5, 0.25, 0.25, 0.5)
    bench.player.seek(Fraction(1))
    edited = bench.page.regions.overlay.edited
    assert near(edited, 0.375, 0.25, 0.25, 0.5)


def test_a_corner_is_dragged(bench: Bench) -> None:
    bench.archive.catalog.apply(SetRegion(bench.made.id, tag(bench).id, LEFT))
    bench.follow()
    bench.page.regions.draw(tag(bench).id)
    drag(bench, (0.5, 0.75), (0.75, 0.9))
    assert near(tag(bench).region_at(Fraction(0)), 0.25, 0.25, 0.5, 0.65)


def test_b_shows_all_boxes_where_they_are_and_again_none(bench: Bench) -> None:
    bench.archive.catalog.apply(SetRegion(bench.made.id, tag(bench).id, LEFT))
    bench.follow()
    overlay = bench.page.regions.overlay
    assert overlay.boxes() == ()
    bench.press(Qt.Key.Key_B)
    assert [(one.text, one.box) for one in overlay.boxes()] == [("Tom Cruise", LEFT)]
    assert overlay.accessibleDescription() == "Tom Cruise"
    bench.press(Qt.Key.Key_B)
    assert overlay.boxes() == ()


def test_keys_alone_draw_move_size_and_keep_a_box(bench: Bench) -> None:
    overlay = bench.page.regions.overlay
    bench.page.regions.draw(tag(bench).id)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(overlay, Qt.Key.Key_Right, control)
    assert overlay.edited == MIDDLE
    QTest.keyClick(overlay, Qt.Key.Key_Right, control)
    QTest.keyClick(overlay, Qt.Key.Key_Down, control | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(overlay, Qt.Key.Key_Return)
    bench.follow()
    assert tag(bench).region == Box(left=0.375 + 1 / 64, top=0.375, width=0.25, height=0.25 + 1 / 64)
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert overlay.edited is None
    assert bench.page.regions.overlay.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_player_s_keys_go_on_while_a_box_is_edited(bench: Bench) -> None:
    bench.page.regions.draw(tag(bench).id)
    QTest.keyClick(bench.page.regions.overlay, Qt.Key.Key_Right)
    assert bench.number == 1


def test_shift_b_draws_for_the_chosen_bar_from_where_it_begins(bench: Bench) -> None:
    bench.player.seek(Fraction(2))
    bench.press(Qt.Key.Key_1)
    bench.player.seek(Fraction(3))
    bench.press(Qt.Key.Key_1)
    bench.follow()
    bench.player.seek(Fraction(0))
    stretch = next(one for one in bench.clip.tags if one.moment is not None)
    assert stretch.moment is not None
    (moment,) = bench.clip.moments
    bench.page.timeline._chosen = Bar(stretch.moment, moment.span, "Tom Cruise", tag=stretch.id)
    bench.press(Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    assert bench.player.time == 2
    bench.player.seek(Fraction(1))
    assert bench.page.regions.overlay.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_a_region_is_let_stand_still_forgotten_at_a_frame_and_cleared(bench: Bench) -> None:
    bench.archive.catalog.apply(SetRegion(bench.made.id, tag(bench).id, LEFT))
    bench.follow()
    bench.player.seek(Fraction(2))
    bench.page.regions.draw(tag(bench).id)
    drag(bench, (0.3, 0.5), (0.55, 0.5))
    choose(region_menu(bench), "Forget")
    bench.follow()
    assert [placed.time for placed in tag(bench).track] == [0]
    choose(region_menu(bench), "Let it stand still")
    bench.follow()
    assert (tag(bench).region, tag(bench).track) == (LEFT, ())
    choose(region_menu(bench), "Clear")
    bench.follow()
    assert tag(bench).region is None


def test_the_menu_of_the_picture_offers_every_tag_that_holds_now(bench: Bench) -> None:
    menu = bench.page.regions.menu()
    names = [action.text() for action in menu.actions() if action.menu()]
    assert names == ["Tom Cruise"]
    choose(menu, "Show")
    assert bench.page.regions.shown
