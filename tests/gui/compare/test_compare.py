"""Two clips side by side, played by two decoders."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.app import create_archive
from core.catalog.edits import AddClips
from core.model.clip import Clip
from core.model.media import MediaFacts, MediaFile
from gui.bridge.bridge import Bridge
from gui.bridge.loader import Loader
from gui.compare import ComparePage
from gui.compare.link import PATIENCE, Link
from gui.library import ThumbnailCache
from gui.seen import Pair
from tests.support.media import make_clip
from tests.support.model import a_clip

RATE = 25
quiet = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "Using Qt multimedia", extend=True)
times = st.fractions(0, 600)


@given(times, times)
def test_a_link_tied_again_keeps_the_clips_where_they_are(first: Fraction, second: Fraction) -> None:
    untied = Link().toggled(first, second)
    assert untied.at(first) is None
    assert untied.toggled(first, second).at(first) == second
    assert not untied.strays(first, second)


def test_a_link_strays_beyond_its_patience_only() -> None:
    link = Link(Fraction(2))
    assert not link.strays(Fraction(1), 3 + PATIENCE)
    assert link.strays(Fraction(1), 3 + PATIENCE + Fraction(1, 1000))
    assert link.words == "Linked, right +00:00:02.000"


class Bench:
    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.archive = create_archive(folder / "Test.slatebook")
        clips = [self._clip(folder / f"{name}.mp4", seconds) for name, seconds in (("a", 4), ("b", 3))]
        self.archive.catalog.apply(AddClips(tuple(clips)))
        self.bridge = Bridge(self.archive)
        self.loader = Loader()
        self.page = ComparePage(self.bridge, ThumbnailCache(self.archive.stills.path, self.loader))
        self.page.resize(900, 500)
        self.page.show()
        self.page.show_pair(Pair(*clips, None))
        qtbot.waitUntil(lambda: all(side.player.reel is not None for side in self.page.sides))

    def _clip(self, path: Path, seconds: int) -> Clip:
        make_clip(path, seconds=seconds, rate=RATE)
        facts = MediaFacts(duration=Fraction(seconds), frame_rate=Fraction(RATE), width=320, height=180)
        return a_clip(path.name, files=(MediaFile(path=str(path)),), facts=facts)

    @property
    def times(self) -> tuple[Fraction, ...]:
        return tuple(side.time for side in self.page.sides)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.page, key, modifiers)

    def close(self) -> None:
        self.page.close_clips()
        self.page.close()
        self.bridge.close()
        self.loader.close()


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, tmp_path)
    yield made
    made.close()


@quiet
def test_linked_clips_step_and_seek_together(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Right)
    assert bench.times == (Fraction(2, RATE), Fraction(2, RATE))
    bench.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert bench.times == (Fraction(2, RATE) + 1,) * 2
    bench.page.sides[1].seek_wanted.emit(Fraction(2))
    assert bench.times == (2, 2)
    bench.press(Qt.Key.Key_End)
    assert bench.times == (Fraction(99, RATE), Fraction(74, RATE))
    bench.press(Qt.Key.Key_Home)
    assert bench.times == (0, 0)


@quiet
def test_untied_the_marked_side_moves_alone_and_tied_again_they_keep_their_distance(bench: Bench) -> None:
    bench.press(Qt.Key.Key_U)
    bench.press(Qt.Key.Key_Down)
    bench.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert bench.times == (0, 1)
    bench.press(Qt.Key.Key_U)
    assert bench.page.link == Link(Fraction(1))
    bench.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert bench.times == (1, 2)
    bench.page.sides[1].seek_wanted.emit(Fraction(1))
    assert bench.times == (0, 1)


@quiet
def test_linked_clips_play_and_rest_together(bench: Bench) -> None:
    bench.press(Qt.Key.Key_Space)
    bench.qtbot.waitUntil(lambda: min(bench.times) > Fraction(1, 2))
    bench.press(Qt.Key.Key_Space)
    first, second = bench.page.sides
    assert first.player.transport.rate == second.player.transport.rate == 0
    assert first.time == second.time


@quiet
def test_the_shorter_clip_waits_at_its_end_and_goes_on_when_called_back(bench: Bench) -> None:
    bench.page.seek(Fraction(14, 5))
    bench.press(Qt.Key.Key_Space)
    bench.qtbot.waitUntil(lambda: bench.times[0] == Fraction(99, RATE))
    bench.qtbot.waitUntil(lambda: bench.page.sides[0].player.transport.rate == 0)
    assert bench.times[1] == Fraction(74, RATE)
    bench.page.seek(Fraction(1))
    assert bench.times == (1, 1)


@quiet
def test_both_are_let_go_of(bench: Bench) -> None:
    assert len(bench.page.clips) == 2
    with bench.qtbot.waitSignal(bench.page.left):
        bench.press(Qt.Key.Key_Escape)
    bench.page.close_clips()
    assert bench.page.clips == ()
