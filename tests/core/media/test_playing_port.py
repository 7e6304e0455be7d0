"""What every adapter of the Screening port promises, and its fake."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from core.errors import FileProblem
from core.ports.playing import Screening
from core.workers.limits import Limits
from core.workers.session import Session
from tests.support.fake_screening import MadeUpClip, MemoryScreening
from tests.support.media import SOUND_RATE, make_clip, numbered_picture, picture_number

WIDTH, HEIGHT = 160, 96
SLOT = WIDTH * HEIGHT * 4
RATE = 25


class Real:
    """The decoder in its child, and clips on the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.screening: Screening = Session("core.media.playing:play", 16 * SLOT, Limits(wall_s=20))

    def clip(self, *, count: int = 50, keys: int = 12, rotation: int = 0, sound: bool = False) -> str:
        """Return the path of a new clip of ``count`` numbered pictures."""
        size = (HEIGHT, WIDTH) if rotation % 180 else (WIDTH, HEIGHT)
        path = make_clip(
            self._folder / "a.mp4", seconds=Fraction(count, RATE), size=size, rotation=rotation, audio=sound,
            options={"preset": "ultrafast", "g": str(keys)},
            draw=lambda number, _: np.rot90(numbered_picture(number, (WIDTH, HEIGHT)), rotation // 90).copy(),
        )  # fmt: skip
        return str(path)


class Fake:
    """The fake, and clips that are made up."""

    def __init__(self) -> None:
        self._clips: dict[str, MadeUpClip] = {}
        self.screening: Screening = MemoryScreening(self._clips, 16 * SLOT)

    def clip(self, *, count: int = 50, keys: int = 12, rotation: int = 0, sound: bool = False) -> str:
        self._clips["a.mp4"] = MadeUpClip(
            ticks=tuple(range(count)), time_base=Fraction(1, RATE), size=(WIDTH, HEIGHT), rotation=rotation, keys=keys,
            sound_s=count // RATE if sound else 0,
        )  # fmt: skip
        return "a.mp4"


@pytest.fixture(params=["child", "memory"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Real | Fake]:
    """Every adapter of the port, and its fake."""
    made = Real(tmp_path) if request.param == "child" else Fake()
    with closing(made.screening):
        yield made


def opened(screening: Screening, path: str) -> list[Fraction]:
    """Open a clip; return when its pictures are shown."""
    answer = screening.ask({"do": "open", "path": path})
    ticks = array("q")
    ticks.frombytes(answer.blobs[0])
    return [tick * Fraction(*answer.value["time_base"]) for tick in ticks]


def shown(screening: Screening, first: int, slots: list[int]) -> dict[int, int]:
    """Return the numbers painted into ``slots``, for those that were filled."""
    done: set[int] = set()
    more = True
    while more:
        task = {"do": "pictures", "first": first, "slots": slots, "size": [WIDTH, HEIGHT]}
        answer = screening.ask(task).value
        done |= set(answer["done"])
        more = answer["more"]
    pixels = np.frombuffer(screening.memory[: 16 * SLOT], np.uint8).reshape(16, HEIGHT, WIDTH, 4)
    return {slots[place]: picture_number(pixels[slots[place]]) for place in sorted(done)}


def test_an_opened_clip_says_how_large_it_is_and_when_its_pictures_are_shown(house: Real | Fake) -> None:
    path = house.clip()
    value = house.screening.ask({"do": "open", "path": path}).value
    assert (value["width"], value["height"], value["rotation"], value["sound"]) == (WIDTH, HEIGHT, 0, False)
    assert Fraction(*value["aspect"]) == 1
    assert opened(house.screening, path) == [Fraction(number, RATE) for number in range(50)]


def test_pictures_come_into_the_slots_they_are_asked_for_wherever_it_was_before(house: Real | Fake) -> None:
    opened(house.screening, house.clip())
    for first in (0, 30, 29, 2, 47, 3):
        assert shown(house.screening, first, [9, 4, 15]) == {9: first, 4: first + 1, 15: first + 2}


def test_there_are_no_pictures_beyond_the_end(house: Real | Fake) -> None:
    opened(house.screening, house.clip())
    assert shown(house.screening, 48, [0, 1, 2, 3]) == {0: 48, 1: 49}
    assert shown(house.screening, 50, [0, 1]) == {}


def test_a_long_way_is_answered_in_parts_so_that_another_question_may_come_between(house: Real | Fake) -> None:
    opened(house.screening, house.clip(count=200, keys=250))
    task = {"do": "pictures", "first": 199, "slots": [0], "size": [WIDTH, HEIGHT]}
    answers = [house.screening.ask(task).value for _ in range(5)]
    assert [answer["more"] for answer in answers] == [True, True, True, True, False]
    assert [answer["done"] for answer in answers] == [[], [], [], [], [0]]
    assert shown(house.screening, 3, [5]) == {5: 3}


def test_while_the_way_is_long_an_earlier_picture_is_had_at_once(house: Real | Fake) -> None:
    opened(house.screening, house.clip(count=200, keys=50))
    task = {"do": "pictures", "first": 190, "slots": [6], "size": [WIDTH, HEIGHT], "instead": True}
    assert house.screening.ask(task).value == {"done": [], "more": True, "instead": 150}
    assert picture_number(np.frombuffer(house.screening.memory, np.uint8).reshape(16, HEIGHT, WIDTH, 4)[6]) == 150
    assert house.screening.ask({**task, "instead": False}).value == {"done": [0], "more": False}
    assert house.screening.ask({**task, "first": 193}).value == {"done": [0], "more": False}


def test_hurrying_while_nothing_is_asked_harms_nothing(house: Real | Fake) -> None:
    opened(house.screening, house.clip())
    house.screening.hurry()
    assert shown(house.screening, 40, [3, 1]) == {3: 40, 1: 41}


def test_a_turned_clip_is_as_large_as_it_is_shown(house: Real | Fake) -> None:
    path = house.clip(rotation=90)
    value = house.screening.ask({"do": "open", "path": path}).value
    assert (value["width"], value["height"], value["rotation"]) == (WIDTH, HEIGHT, 90)
    assert shown(house.screening, 30, [2]) == {2: 30}


def test_sound_is_as_long_as_asked_for_and_silence_after_its_end(house: Real | Fake) -> None:
    path = house.clip(sound=True)
    assert house.screening.ask({"do": "open", "path": path}).value["sound"]
    for start, pairs in ((Fraction(0), 4800), (Fraction(3, 2), 960), (Fraction(1, 3), 4800)):
        answer = house.screening.ask({"do": "sound", "start": [start.numerator, start.denominator], "pairs": pairs})
        assert answer.value == {"goes_on": True}
        assert len(answer.blobs[0]) == 4 * pairs
        assert any(answer.blobs[0])
    answer = house.screening.ask({"do": "sound", "start": [5, 1], "pairs": SOUND_RATE})
    assert (answer.value, answer.blobs) == ({"goes_on": False}, (bytes(4 * SOUND_RATE),))


def test_a_clip_without_sound_is_silent(house: Real | Fake) -> None:
    opened(house.screening, house.clip())
    answer = house.screening.ask({"do": "sound", "start": [0, 1], "pairs": 100})
    assert (answer.value, answer.blobs) == ({"goes_on": False}, (b"",))


def test_a_file_that_is_no_clip_is_refused_by_name_and_another_can_be_opened(
    house: Real | Fake, tmp_path: Path
) -> None:
    (tmp_path / "notes.mp4").write_text("not a clip at all")
    with pytest.raises(FileProblem, match=r"notes\.mp4"):
        house.screening.ask({"do": "open", "path": str(tmp_path / "notes.mp4")})
    assert len(opened(house.screening, house.clip())) == 50


def test_nothing_is_shown_or_heard_of_a_clip_that_was_not_opened(house: Real | Fake) -> None:
    for task in (
        {"do": "pictures", "first": 0, "slots": [0], "size": [WIDTH, HEIGHT]},
        {"do": "sound", "start": [0, 1], "pairs": 100},
    ):
        with pytest.raises(FileProblem, match="opened again"):
            house.screening.ask(task)
