"""A clip whose decoder goes away, or that cannot be played: what the player says, and how it goes on."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt

from core.catalog.claims import SetRegion
from core.catalog.edits import TagClips
from core.errors import FileProblem
from gui.player.boxes import MIDDLE
from tests.gui.player.test_page import TOM, Bench
from tests.support.media import make_clip
from tests.support.model import a_tag

pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "Using Qt multimedia", extend=True)


def end_decoder(bench: Bench) -> None:
    """End the process that decodes, as a system that is short of memory does."""
    projection = bench.player._projection
    assert projection is not None
    bench.qtbot.waitUntil(lambda: not projection._busy)
    for child in psutil.Process().children():
        if "core.workers.child" in " ".join(child.cmdline()):
            child.kill()
            child.wait(10)


def test_a_decoder_that_went_away_is_replaced_and_the_picture_stays_where_it_was(bench: Bench) -> None:
    bench.player.seek(Fraction(1))
    bench.qtbot.waitUntil(lambda: bench.player._picture() is not None)
    end_decoder(bench)
    bench.player.seek(Fraction(3))
    bench.qtbot.waitUntil(lambda: bench.player.reel is not None and bench.player._picture() is not None)
    assert bench.number == 3 * 25
    assert bench.player.view.refusal.isHidden()


def test_what_cannot_be_played_is_told_on_a_card_without_boxes_and_tried_again(bench: Bench, tmp_path: Path) -> None:
    bench.archive.catalog.apply(TagClips((bench.made.id,), a_tag(TOM)))
    bench.archive.catalog.apply(SetRegion(bench.made.id, bench.clip.tags[0].id, MIDDLE))
    bench.follow()
    bench.press(Qt.Key.Key_B)
    assert bench.page.regions.overlay.boxes()
    bench.player.seek(Fraction(2))

    projection = bench.player._projection
    assert projection is not None
    projection.let_go()
    projection.failed.emit("It made the decoder fail.")
    refusal = bench.player.view.refusal
    assert refusal.isVisible()
    assert "It made the decoder fail." in refusal.words
    assert bench.page.regions.overlay.boxes() == ()

    refusal.again.click()
    bench.qtbot.waitUntil(lambda: bench.player.reel is not None)
    assert bench.player.time == 2
    assert refusal.isHidden()


def test_space_tries_again_as_well(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.rename(tmp_path / "elsewhere.mp4")
    bench.page.close_clip()
    bench.page.show_clip(bench.made)
    bench.qtbot.waitUntil(bench.player.view.refusal.isVisible)
    make_clip(path, seconds=1)
    bench.press(Qt.Key.Key_Space)
    bench.qtbot.waitUntil(lambda: bench.player.reel is not None)
    assert bench.player.view.refusal.isHidden()


def test_a_decoder_that_goes_away_again_and_again_is_told_of(bench: Bench) -> None:
    projection = bench.player._projection
    assert projection is not None

    def gone(_task: object) -> object:
        raise FileProblem("The clip has to be opened again.")

    projection._screening.ask = gone  # type: ignore[method-assign,assignment]
    bench.player.seek(Fraction(3))
    bench.qtbot.waitUntil(bench.player.view.refusal.isVisible)
