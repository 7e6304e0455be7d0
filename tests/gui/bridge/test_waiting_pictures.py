"""What a projection asks its decoder for, and what it has to be looked at meanwhile."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from core.ports.playing import Answer
from gui.bridge.projection import Projection
from gui.bridge.returns import Returns

COUNT, SIZE = 1000, QSize(64, 64)


class SlowScreening:
    """A decoder that paints the number of a picture into it, and takes until ``let_go`` for those that are far."""

    def __init__(self) -> None:
        self.memory = memoryview(bytearray(64 * 64 * 4 * 16))
        self.tasks: list[Mapping[str, Any]] = []
        self.hurries = 0
        self._free = threading.Event()

    def ask(self, task: Mapping[str, Any]) -> Answer:
        self.tasks.append(task)
        if task["do"] == "open":
            numbers = array("q", range(COUNT)).tobytes()
            value = {"time_base": [1, 25], "width": 64, "height": 64, "aspect": [1, 1], "rotation": 0, "sound": False}
            return Answer(value, (numbers,))
        first, slots = task["first"], task["slots"]
        if task["instead"] and first > 50:
            self._paint(slots[0], first - 50)
            return Answer({"done": [], "more": True, "instead": first - 50})
        hurries = self.hurries
        if len(slots) == 1 and first and not self._free.wait(20):
            raise AssertionError("nobody let the decoder go")
        self._free.clear()
        if self.hurries > hurries:
            return Answer({"done": [], "more": True})
        for place, slot in enumerate(slots):
            self._paint(slot, first + place)
        return Answer({"done": list(range(len(slots))), "more": False})

    def _paint(self, slot: int, number: int) -> None:
        each = 64 * 64 * 4
        self.memory[slot * each : (slot + 1) * each] = bytes([number % 251]) * each

    def let_go(self) -> None:
        self._free.set()

    def hurry(self) -> None:
        self.hurries += 1
        self._free.set()

    def close(self) -> None:
        self._free.set()


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[tuple[Projection, SlowScreening]]:
    screening = SlowScreening()
    projection = Projection(lambda: screening, Returns())
    projection.set_room(SIZE)
    projection.open("/a.mp4")
    qtbot.waitUntil(lambda: projection.reel is not None and projection.image(5) is not None)
    yield projection, screening
    projection.close()


def blue(projection: Projection, look: Callable[[int], Any], number: int) -> int | None:
    image = look(number)
    return None if image is None else image.pixelColor(3, 3).blue()


def test_what_is_near_is_looked_at_until_the_exact_picture_is_there(
    qtbot: QtBot, made: tuple[Projection, SlowScreening]
) -> None:
    projection, screening = made
    projection.look(200, 0)

    qtbot.waitUntil(lambda: blue(projection, projection.image_until, 200) == 150)
    assert projection.image(200) is None
    screening.let_go()
    qtbot.waitUntil(lambda: projection.image(200) is not None)
    assert blue(projection, projection.image, 200) == 200


def test_a_newer_place_hurries_the_decoder_and_what_plays_does_not(
    qtbot: QtBot, made: tuple[Projection, SlowScreening]
) -> None:
    projection, screening = made
    projection.look(200, 0)
    qtbot.waitUntil(lambda: any(task.get("first") == 200 and not task["instead"] for task in screening.tasks))

    projection.look(201, 1)
    assert screening.hurries == 0
    projection.look(900, 0)
    assert screening.hurries == 1
    qtbot.waitUntil(lambda: any(task.get("first") == 900 for task in screening.tasks))
    assert projection.image(200) is None
