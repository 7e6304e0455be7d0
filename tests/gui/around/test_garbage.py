"""All objects are looked through while the window's thread rests, and never while it works."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.around import garbage
from gui.around.garbage import Garbage


class Ring:
    """Keeps itself alive."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def looking(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Garbage]:
    assert qtbot
    monkeypatch.setattr(garbage, "_WORTH", 1)
    made = Garbage()
    yield made
    made.close()


def an_old_ring() -> weakref.ref[Ring]:
    """Return garbage that a search through the young does not find any more."""
    ring = Ring()
    for generation in (0, 1):
        gc.collect(generation)
    return weakref.ref(ring)


def make_young_ones() -> None:
    """Have Python look through the young a few times."""
    kept = [[number] for number in range(50_000)]
    assert kept


def test_old_garbage_waits_for_a_rest(looking: Garbage) -> None:
    ring = an_old_ring()
    make_young_ones()
    end = time.thread_time() + 0.1
    while time.thread_time() < end:
        pass
    looking.look()
    assert ring() is not None
    looking.look()
    assert ring() is None


def test_nothing_is_looked_for_while_an_archive_is_opened(looking: Garbage) -> None:
    looking.rest()
    ring = an_old_ring()
    looking.look()
    looking.look()
    assert ring() is not None


def test_everything_is_left_as_it_was() -> None:
    before = gc.get_threshold()
    made = Garbage()
    assert gc.get_threshold() != before
    made.rest()
    made.close()
    assert gc.get_threshold() == before
    assert gc.isenabled()
