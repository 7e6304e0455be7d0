"""What counts as looked at while a clip is played, stepped through and jumped about in."""

from __future__ import annotations

from array import array
from fractions import Fraction

import pytest
from PySide6.QtCore import QSize, Qt

from core.model.time import Span
from gui.bridge.projection import Reel
from gui.player.attention import Eyes
from tests.gui.player.test_page import RATE, Bench

REEL = Reel(array("q", range(100)), Fraction(1, 25), QSize(16, 16), False)
pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "Using Qt multimedia", extend=True)


def seen(*moves: tuple[int, float]) -> list[Span | None]:
    eyes = Eyes()
    return [eyes.moved(REEL, number, rate) for number, rate in moves]


def span(first: int, last: int) -> Span:
    """The stretch from picture ``first`` to the end of ``last``."""
    return Span(Fraction(first, 25), Fraction(last + 1, 25))


def test_what_is_played_or_stepped_through_is_looked_at_from_picture_to_picture() -> None:
    assert seen((10, 1), (11, 1), (13, 1)) == [None, span(10, 11), span(11, 13)]
    assert seen((10, 0), (11, 0), (10, 0)) == [None, span(10, 11), span(10, 11)]
    assert seen((10, -2), (8, -2)) == [None, span(8, 10)]


def test_a_jump_a_wait_and_a_shuttle_are_not() -> None:
    assert seen((10, 0), (12, 0)) == [None, None]
    assert seen((10, 1), (40, 1), (41, 1)) == [None, None, span(40, 41)]
    assert seen((10, 3), (13, 3), (16, 4)) == [None, None, None]
    assert seen((10, 0), (10, 1)) == [None, None]


def test_stepping_through_is_noted_shown_and_outlives_the_page(bench: Bench) -> None:
    for _ in range(RATE):
        bench.press(Qt.Key.Key_Right)
    bench.page.attention.keep()
    bench.qtbot.waitUntil(lambda: bench.page.timeline._looked.share > 0)

    looked = bench.archive.looking.of(bench.made.id)
    assert looked.spans == (Span(Fraction(0), Fraction(RATE + 1, RATE)),)
    assert bench.page.timeline._looked == looked
    assert bench.archive.search("looked:part").rows
    assert bench.archive.history.seq == 2

    bench.press(Qt.Key.Key_End)
    bench.press(Qt.Key.Key_Left)
    bench.bridge.closing.emit()
    bench.bridge.settle()
    assert bench.archive.looking.of(bench.made.id).spans[-1] == Span(Fraction(4 * RATE - 2, RATE), Fraction(4))
