"""The pictures and the sound of a clip, asked for around the playhead; from the decoder's fake, held to the port."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.bridge.projection import Heard, Projection
from gui.bridge.returns import Returns
from tests.support.fake_screening import MadeUpClip, MemoryScreening
from tests.support.media import picture_number

RATE = 25
CLIP = MadeUpClip(ticks=tuple(range(400)), time_base=Fraction(1, RATE), size=(320, 192))
SOUNDING = replace(CLIP, sound_s=16)
DAMAGED = replace(CLIP, lost=frozenset((100, 101)))
CLIPS = {"plain": CLIP, "sounding": SOUNDING, "damaged": DAMAGED}


@pytest.fixture
def screening() -> MemoryScreening:
    return MemoryScreening(CLIPS, 64 * 320 * 192 * 4)


@pytest.fixture
def projection(qtbot: QtBot, screening: MemoryScreening) -> Iterator[Projection]:
    made = Projection(lambda: screening, Returns())
    yield made
    made.close()
    assert screening.is_closed


def open_clip(qtbot: QtBot, projection: Projection, path: str) -> None:
    with qtbot.waitSignal(projection.opened):
        projection.open(path)


def number_in(image: QImage | None) -> int | None:
    if image is None:
        return None
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return picture_number(pixels)


def test_the_picture_under_the_playhead_arrives_and_those_around_it(qtbot: QtBot, projection: Projection) -> None:
    open_clip(qtbot, projection, "plain")
    projection.look(200, 0)
    qtbot.waitUntil(lambda: projection.image(211) is not None and projection.image(189) is not None)
    assert [number_in(projection.image(number)) for number in (200, 190, 210)] == [200, 190, 210]


def test_going_on_asks_for_what_comes_next(qtbot: QtBot, projection: Projection) -> None:
    open_clip(qtbot, projection, "plain")
    for number in range(0, 120, 7):
        projection.look(number, 1)
        qtbot.waitUntil(lambda number=number: projection.image(number) is not None)
        assert number_in(projection.image(number)) == number


def test_another_room_asks_for_pictures_of_its_size(qtbot: QtBot, projection: Projection) -> None:
    open_clip(qtbot, projection, "plain")
    projection.look(50, 0)
    qtbot.waitUntil(lambda: projection.image(50) is not None)
    projection.set_room(QSize(128, 128))
    assert projection.image(50) is None
    qtbot.waitUntil(lambda: projection.image(50) is not None)
    image = projection.image(50)
    assert image is not None
    assert (image.width(), number_in(image)) == (128, 50)


def test_what_comes_of_a_clip_that_was_left_is_dropped(qtbot: QtBot, projection: Projection) -> None:
    lengths: list[int] = []
    projection.opened.connect(lambda reel: lengths.append(len(reel)))
    projection.open("no such clip")
    open_clip(qtbot, projection, "plain")
    assert lengths == [400]


def test_a_picture_that_cannot_be_decoded_is_stood_for_by_the_one_before(qtbot: QtBot, projection: Projection) -> None:
    open_clip(qtbot, projection, "damaged")
    projection.look(101, 0)
    qtbot.waitUntil(lambda: projection.image(101) is not None)
    assert number_in(projection.image(101)) == 99
    qtbot.waitUntil(lambda: projection.image(102) is not None)
    assert number_in(projection.image(102)) == 102


def test_a_file_that_is_no_clip_is_told_in_a_sentence(qtbot: QtBot, projection: Projection) -> None:
    with qtbot.waitSignal(projection.failed) as told:
        projection.open("notes.mp4")
    assert told.args == ["notes.mp4 is no clip."]
    assert projection.reel is None


def test_of_sounds_asked_for_while_another_question_is_answered_the_last_is_heard(
    qtbot: QtBot, projection: Projection
) -> None:
    open_clip(qtbot, projection, "sounding")
    heard: list[Heard] = []
    projection.heard.connect(heard.append)
    projection.look(0, 1)
    for second in range(4):
        projection.listen(Fraction(second), 960)
    qtbot.waitUntil(lambda: any(sound.start == 3 for sound in heard))
    assert [sound.start for sound in heard] == [3]
    assert (len(heard[0].data), heard[0].goes_on) == (4 * 960, True)
