"""The player on a real clip: keys, timeline, tags while it plays."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.app import create_archive
from core.catalog.edits import AddClips, AddEntry
from core.model.clip import Clip
from core.model.media import MediaFacts, MediaFile
from core.model.vocabulary import EntryKind
from gui.bridge.bridge import Bridge
from gui.player.page import PlayerPage
from gui.style import apply_theme
from tests.gui.main_window.test_accessible import unseen
from tests.support.media import make_clip
from tests.support.model import a_clip, an_entry

RATE = 25
TOM = an_entry(EntryKind.PERSON, "Tom Cruise")
pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "Using Qt multimedia", extend=True)


class Bench:
    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.archive = create_archive(folder / "Test.slatebook")
        path = make_clip(folder / "a.mp4", seconds=4, rate=RATE)
        self.made = a_clip(
            "a.mp4",
            files=(MediaFile(path=str(path)),),
            facts=MediaFacts(duration=Fraction(4), frame_rate=Fraction(RATE), width=320, height=180),
        )
        self.archive.catalog.apply(AddClips((self.made,)))
        self.archive.catalog.apply(AddEntry(TOM))
        self.bridge = Bridge(self.archive)
        self.page = PlayerPage(self.bridge)
        self.page.resize(800, 600)
        self.page.show()
        self.page.numbers.set_uses({TOM.id: 1})
        self.page.show_clip(self.made)
        self.player = self.page.player
        qtbot.waitUntil(lambda: self.player.reel is not None and self.player._picture() is not None)

    @property
    def number(self) -> int:
        assert self.player.reel is not None
        return self.player.reel.number_at(self.player.time)

    @property
    def clip(self) -> Clip:
        return self.archive.clip(self.made.id)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyPress(self.player, key, modifiers)

    def follow(self) -> None:
        """Let the page hear of what changed, as the window does."""
        self.bridge.settle()
        self.page.refresh_clip(self.clip)

    def close(self) -> None:
        self.page.close()
        self.bridge.close()


def test_arrows_step_by_pictures_and_seconds(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Right)
    assert bench.number == 2
    bench.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert bench.number == 2 + RATE
    bench.press(Qt.Key.Key_Left)
    assert bench.number == 1 + RATE
    bench.press(Qt.Key.Key_End)
    assert bench.number == 4 * RATE - 1
    bench.press(Qt.Key.Key_Home)
    assert bench.number == 0


def test_l_plays_on_k_rests_and_k_with_l_steps(bench: Bench) -> None:
    bench.press(Qt.Key.Key_L)
    bench.qtbot.waitUntil(lambda: bench.number > 3)
    bench.press(Qt.Key.Key_K)
    rests = bench.number
    bench.press(Qt.Key.Key_L)
    assert bench.number == rests + 1
    bench.press(Qt.Key.Key_J)
    assert bench.number == rests
    QTest.keyRelease(bench.player, Qt.Key.Key_K)
    bench.press(Qt.Key.Key_J)
    bench.qtbot.waitUntil(lambda: bench.number < rests)


def test_playing_ends_on_the_last_picture(bench: Bench) -> None:
    bench.player.seek(Fraction(7, 2))
    bench.press(Qt.Key.Key_Space)

    bench.qtbot.waitUntil(lambda: bench.number == 4 * RATE - 1)
    bench.qtbot.waitUntil(lambda: bench.player._playhead is not None and not bench.player._playhead.transport.rate)


def test_a_number_key_tags_from_one_press_to_the_next(bench: Bench) -> None:
    bench.player.seek(Fraction(1))
    bench.press(Qt.Key.Key_1)
    bench.player.seek(Fraction(2))
    bench.press(Qt.Key.Key_1)
    bench.follow()

    (moment,) = bench.clip.moments
    assert (moment.span.start, moment.span.end) == (Fraction(1), Fraction(2) + Fraction(1, RATE))
    assert [(tag.entry, tag.moment) for tag in bench.clip.tags] == [(TOM.id, moment.id)]


def test_the_in_and_out_point_hold_whole_pictures(bench: Bench) -> None:
    bench.press(Qt.Key.Key_I)
    bench.player.step(9)
    bench.press(Qt.Key.Key_O)

    marked = bench.player.marked
    assert marked is not None
    assert (marked.start, marked.end) == (0, Fraction(10, RATE))


def test_an_edge_is_dragged_to_a_whole_picture_and_a_press_seeks(bench: Bench) -> None:
    bench.player.seek(Fraction(1))
    bench.press(Qt.Key.Key_1)
    bench.player.seek(Fraction(2))
    bench.press(Qt.Key.Key_1)
    bench.follow()
    timeline = bench.page.timeline
    lane = next(lane for lane in timeline._lanes if lane.bars)
    rect = timeline.bar_rect(lane.bars[0])
    assert rect is not None

    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=QPoint(rect.right(), rect.center().y()))
    QTest.mouseMove(timeline, QPoint(rect.right() + 60, rect.center().y()))
    QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=QPoint(rect.right() + 60, rect.center().y()))
    bench.follow()

    (moment,) = bench.clip.moments
    assert moment.span.start == 1
    assert moment.span.end > Fraction(2) + Fraction(1, RATE)
    assert (moment.span.end * RATE).denominator == 1
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(timeline.width() - 4, 4))
    assert bench.number > 90


def test_delete_takes_a_stretch_away_and_the_menu_splits_it(bench: Bench) -> None:
    bench.player.seek(Fraction(1))
    bench.press(Qt.Key.Key_1)
    bench.player.seek(Fraction(3))
    bench.press(Qt.Key.Key_1)
    bench.follow()
    bar = next(bar for lane in bench.page.timeline._lanes for bar in lane.bars)
    menu = bench.page.menu_of(bar, Fraction(2))
    next(action for action in menu.actions() if action.text() == "Split here").trigger()
    bench.follow()
    assert len(bench.clip.moments) == 2

    bar = next(bar for lane in bench.page.timeline._lanes for bar in lane.bars)
    bench.page.timeline.removal_wanted.emit(bar)
    bench.follow()
    assert len(bench.clip.moments) == 1


def test_a_file_that_is_gone_is_told_in_place_of_a_picture(bench: Bench, tmp_path: Path) -> None:
    gone = a_clip("gone.mp4", files=(MediaFile(path=str(tmp_path / "gone.mp4")),))
    bench.page.show_clip(gone)

    bench.qtbot.waitUntil(lambda: "gone.mp4" in bench.player.view.refusal.words)


def test_the_picture_fills_the_screen_and_comes_back(bench: Bench) -> None:
    bench.press(Qt.Key.Key_F)
    assert bench.player.view.window() is not bench.page.window()
    bench.press(Qt.Key.Key_Escape)

    assert bench.player.view.window() is bench.page.window()
    with bench.qtbot.waitSignal(bench.page.left):
        bench.press(Qt.Key.Key_Escape)


def test_a_full_screen_tells_where_it_is_and_what_is_marked(bench: Bench) -> None:
    caption = bench.player.view.caption
    assert caption is not None
    bench.player.seek(Fraction(1))
    assert caption() == ""
    bench.press(Qt.Key.Key_F)
    assert caption() == "00:00:01:00"
    bench.press(Qt.Key.Key_I)
    bench.player.step(4)
    bench.press(Qt.Key.Key_O)
    assert caption() == "00:00:01:04   00:00:01:00 – 00:00:01:05"
    full = bench.player.view.grab().toImage()
    bench.player.view.caption = lambda: ""
    assert bench.player.view.grab().toImage() != full
    bench.player.view.caption = caption
    bench.press(Qt.Key.Key_F)
    assert caption() == ""


def test_keys_choose_a_bar_and_delete_is_its_own(bench: Bench) -> None:
    for start in (1, 3):
        bench.player.seek(Fraction(start))
        bench.press(Qt.Key.Key_1)
        bench.player.step(5)
        bench.press(Qt.Key.Key_1)
        bench.follow()
    timeline = bench.page.timeline

    QTest.keyPress(timeline, Qt.Key.Key_Down)
    QTest.keyPress(timeline, Qt.Key.Key_Down)
    assert timeline.chosen is not None
    assert timeline.chosen.span.start == 3
    assert bench.player.time == 3

    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    asked.ignore()
    assert timeline.event(asked)
    assert asked.isAccepted()
    QTest.keyPress(timeline, Qt.Key.Key_Delete)
    bench.follow()
    assert [moment.span.start for moment in bench.clip.moments] == [1]


def test_one_at_a_time_a_stretch_ends_where_the_next_begins(bench: Bench) -> None:
    norway = an_entry(EntryKind.LOCATION, "Norway")
    bench.archive.catalog.apply(AddEntry(norway))
    bench.page.numbers.set_uses({TOM.id: 2, norway.id: 1})
    bench.press(Qt.Key.Key_X)
    bench.player.seek(Fraction(1))
    bench.press(Qt.Key.Key_1)
    bench.player.seek(Fraction(2))
    bench.press(Qt.Key.Key_2)
    bench.follow()

    assert [(moment.span.start, moment.span.end) for moment in bench.clip.moments] == [(1, 2)]
    assert [tag.entry for tag in bench.clip.tags] == [TOM.id]
    assert bench.page._open.begun(norway.id) == 2


def test_a_loop_goes_round_backwards_too_and_holds_for_the_next_clip(bench: Bench) -> None:
    bench.player.seek(Fraction(1))
    bench.press(Qt.Key.Key_I)
    bench.player.step(3)
    bench.press(Qt.Key.Key_O)
    bench.press(Qt.Key.Key_R)
    bench.player.seek(Fraction(1))
    bench.press(Qt.Key.Key_J)
    bench.qtbot.waitUntil(lambda: bench.number == RATE + 3)
    bench.press(Qt.Key.Key_K)

    bench.page.close_clip()
    bench.page.show_clip(bench.made)
    playhead = bench.player._playhead
    assert playhead is not None
    bench.qtbot.waitUntil(lambda: playhead.loop is not None)


def test_k_that_is_let_go_elsewhere_is_let_go(bench: Bench) -> None:
    bench.page.activateWindow()
    bench.player.setFocus()
    bench.qtbot.waitUntil(bench.player.hasFocus)
    bench.press(Qt.Key.Key_K)
    bench.page.timeline.setFocus()
    assert bench.player._playhead is not None
    assert not bench.player._playhead.transport.held
    bench.player.setFocus()
    bench.press(Qt.Key.Key_L)
    assert bench.player._playhead.transport.rate == 1


def test_what_plays_plays_on_when_the_keys_go_elsewhere(bench: Bench) -> None:
    bench.page.activateWindow()
    bench.player.setFocus()
    bench.qtbot.waitUntil(bench.player.hasFocus)
    bench.press(Qt.Key.Key_K)
    QTest.keyRelease(bench.player, Qt.Key.Key_K)
    bench.press(Qt.Key.Key_L)
    bench.page.timeline.setFocus()
    assert bench.player._playhead is not None
    assert bench.player._playhead.transport.rate == 1


def test_k_on_a_full_screen_is_let_go_with_the_screen(bench: Bench) -> None:
    bench.press(Qt.Key.Key_F)
    screen = bench.player.view.window()
    bench.qtbot.waitUntil(screen.isActiveWindow)
    QTest.keyPress(screen, Qt.Key.Key_K)
    assert bench.player._playhead is not None
    assert bench.player._playhead.transport.held
    bench.page.activateWindow()
    bench.qtbot.waitUntil(lambda: not bench.player._playhead.transport.held)
    bench.press(Qt.Key.Key_F)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_focus_is_seen_wherever_it_is(bench: Bench, qapp: QApplication, name: str) -> None:
    apply_theme(qapp, name)
    bench.page.activateWindow()
    bench.qtbot.waitUntil(bench.page.isActiveWindow)
    assert unseen(bench.page, bench.qtbot) == []


def test_a_speed_is_chosen_and_keeps_the_way_it_plays(bench: Bench) -> None:
    playhead = bench.player._playhead
    assert playhead is not None
    bench.player.seek(Fraction(3))
    bench.press(Qt.Key.Key_J)
    bench.player.controls.speed_wanted.emit(0.5)
    assert playhead.transport.rate == -0.5
    assert bench.player.controls._speed.text() == "−0.5×"
    bench.press(Qt.Key.Key_K)
    assert bench.player.controls._speed.text() == "1×"
