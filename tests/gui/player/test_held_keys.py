"""Keys that are held, as X11 tells of them: each repeat is a release and a press at one time, not always marked."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.player import page
from tests.gui.player.test_page import RATE, Bench

pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "Using Qt multimedia", extend=True)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr(page, "_HOLD_MS", 0)  # so that each press is a long one
    bench = Bench(qtbot, tmp_path)
    yield bench
    bench.close()


def send(bench: Bench, key: Qt.Key, kind: QEvent.Type, at_ms: int) -> None:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", False)
    event.setTimestamp(at_ms)
    QApplication.sendEvent(bench.player, event)


def hold(bench: Bench, key: Qt.Key, since_ms: int, repeats: int = 5) -> int:
    """Press a key and hold it for some repeats; return when they end."""
    send(bench, key, QEvent.Type.KeyPress, since_ms)
    for at in range(since_ms + 660, since_ms + 660 + 40 * repeats, 40):
        send(bench, key, QEvent.Type.KeyRelease, at)
        send(bench, key, QEvent.Type.KeyPress, at)
    return since_ms + 660 + 40 * repeats


def test_a_number_that_is_held_makes_one_stretch_up_to_where_it_was_let_go(bench: Bench, qtbot: QtBot) -> None:
    bench.player.seek(Fraction(1))
    end = hold(bench, Qt.Key.Key_1, 1_000)
    bench.player.seek(Fraction(2))
    send(bench, Qt.Key.Key_1, QEvent.Type.KeyRelease, end)
    bench.player.seek(Fraction(3))
    qtbot.waitUntil(lambda: not bench.page._open.since)
    bench.follow()
    assert [(moment.span.start, moment.span.end) for moment in bench.clip.moments] == [(1, 2 + Fraction(1, RATE))]


def test_a_press_soon_after_a_long_one_begins_another_stretch(bench: Bench, qtbot: QtBot) -> None:
    bench.player.seek(Fraction(1))
    end = hold(bench, Qt.Key.Key_1, 1_000)
    bench.player.seek(Fraction(2))
    send(bench, Qt.Key.Key_1, QEvent.Type.KeyRelease, end)
    send(bench, Qt.Key.Key_1, QEvent.Type.KeyPress, end + 30)
    bench.follow()
    assert len(bench.clip.moments) == 1
    assert [start for _, start in bench.page._open.since] == [2]


def test_keys_of_the_desk_do_not_repeat_what_they_do_once(bench: Bench) -> None:
    playhead = bench.player._playhead
    assert playhead is not None
    hold(bench, Qt.Key.Key_L, 1_000)
    assert playhead.transport.rate == 1
    hold(bench, Qt.Key.Key_Space, 9_000)
    assert playhead.transport.rate == 0


def test_k_that_is_held_makes_steps_of_l(bench: Bench) -> None:
    bench.player.seek(Fraction(1))
    end = hold(bench, Qt.Key.Key_K, 1_000)
    send(bench, Qt.Key.Key_L, QEvent.Type.KeyPress, end)
    assert bench.number == RATE + 1
