"""Any picture of a clip by its number, and its sound, out of a worker child."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from core.app import Archive
from core.errors import FileProblem
from core.workers.limits import Limits
from core.workers.process import Child
from core.workers.session import Session
from tests.support.media import SOUND_RATE, make_clip, numbered_picture, picture_number

JOB = "core.media.playing:play"
WIDTH, HEIGHT = 160, 96
SIZE = [WIDTH, HEIGHT]
SLOT = WIDTH * HEIGHT * 4


@pytest.fixture
def session() -> Iterator[Session]:
    with Session(JOB, 16 * SLOT, Limits(wall_s=20)) as session:
        yield session


def ticks_of(session: Session, path: Path) -> array[int]:
    ticks = array("q")
    ticks.frombytes(session.ask({"do": "open", "path": str(path)}).blobs[0])
    return ticks


def shown(session: Session, first: int, count: int = 1) -> list[int]:
    """Return the numbers painted into the pictures that came."""
    done: set[int] = set()
    while True:
        task = {"do": "pictures", "first": first, "slots": list(range(count)), "size": SIZE}
        answer = session.ask(task).value
        done |= set(answer["done"])
        if not answer["more"]:
            break
    pixels = np.frombuffer(session.memory[: count * SLOT], np.uint8).reshape(count, HEIGHT, WIDTH, 4)
    return [picture_number(pixels[place]) for place in sorted(done)]


def numbered_clip(path: Path, **how: object) -> Path:
    return make_clip(
        path, size=(WIDTH, HEIGHT), draw=lambda number, _: numbered_picture(number, (WIDTH, HEIGHT)), **how
    )


@pytest.mark.parametrize(
    ("name", "codec"), [("a.mp4", "libx264"), ("b.mkv", "libx265"), ("c.avi", "mpeg4"), ("d.ts", "mpeg2video")]
)
def test_any_picture_is_had_by_its_number_wherever_the_decoder_stands(
    tmp_path: Path, session: Session, name: str, codec: str
) -> None:
    path = numbered_clip(tmp_path / name, seconds=4, codec=codec)
    ticks = ticks_of(session, path)

    assert len(ticks) == 100
    for number in (0, 1, 2, 60, 59, 58, 99, 13, 12, 11, 98, 0):
        assert shown(session, number) == [number]


def test_several_pictures_come_in_a_row_and_none_beyond_the_end(tmp_path: Path, session: Session) -> None:
    ticks_of(session, numbered_clip(tmp_path / "a.mp4", seconds=2))

    assert shown(session, 20, 8) == list(range(20, 28))
    assert shown(session, 46, 8) == [46, 47, 48, 49]
    assert shown(session, 50, 2) == []


def test_times_of_a_variable_rate_are_those_of_the_pictures(tmp_path: Path, session: Session) -> None:
    times = [0, 1, 2, 5, 9, 10, 20, 21, 22, 30]
    path = numbered_clip(tmp_path / "a.mp4", times=times, rate=30)
    answer = session.ask({"do": "open", "path": str(path)})
    base = Fraction(*answer.value["time_base"])
    ticks = array("q")
    ticks.frombytes(answer.blobs[0])

    assert [tick * base for tick in ticks] == [Fraction(time, 30) for time in times]
    assert [shown(session, number) for number in (9, 3, 4)] == [[9], [3], [4]]


def test_pictures_are_turned_as_they_are_to_be_shown(tmp_path: Path, session: Session) -> None:
    path = make_clip(
        tmp_path / "a.mp4",
        size=(HEIGHT, WIDTH),
        rotation=90,
        draw=lambda number, _: np.rot90(numbered_picture(number, (WIDTH, HEIGHT))).copy(),
    )
    answer = session.ask({"do": "open", "path": str(path)})

    assert (answer.value["width"], answer.value["height"]) == (WIDTH, HEIGHT)
    assert shown(session, 30) == [30]


def test_a_long_way_from_the_key_picture_is_answered_in_parts(tmp_path: Path, session: Session) -> None:
    path = numbered_clip(tmp_path / "a.mp4", seconds=8, options={"preset": "ultrafast", "g": "250"})
    ticks_of(session, path)
    task = {"do": "pictures", "first": 199, "slots": [0], "size": SIZE}

    answers = [session.ask(task).value for _ in range(5)]

    assert [answer["more"] for answer in answers] == [True, True, True, True, False]
    assert answers[-1]["done"] == [0]


def test_sound_is_had_from_any_time_on(tmp_path: Path, session: Session) -> None:
    ticks_of(session, make_clip(tmp_path / "a.mp4", seconds=3, audio=True))

    for start in (Fraction(0), Fraction(1, 2), Fraction(5, 2), Fraction(1)):
        task = {"do": "sound", "start": [start.numerator, start.denominator], "pairs": 4800}
        (data,) = session.ask(task).blobs
        pairs = np.frombuffer(data, np.int16).reshape(-1, 2)
        assert len(pairs) == 4800
        crossings = np.count_nonzero(np.diff(np.signbit(pairs[480:, 0].astype(int))))
        assert crossings * SOUND_RATE / (2 * 4320) == pytest.approx(440, abs=12)


def test_sound_ends_in_silence_and_says_so(tmp_path: Path, session: Session) -> None:
    ticks_of(session, make_clip(tmp_path / "a.mp4", seconds=1, audio=True))

    answer = session.ask({"do": "sound", "start": [5, 1], "pairs": 100})

    assert answer.value == {"goes_on": False}
    assert answer.blobs == (b"\0" * 400,)


def test_a_file_that_is_no_clip_is_refused_in_a_sentence(tmp_path: Path, session: Session) -> None:
    path = tmp_path / "notes.mp4"
    path.write_text("not a clip at all")

    with pytest.raises(FileProblem, match=r"notes\.mp4"):
        session.ask({"do": "open", "path": str(path)})


def test_a_child_that_dies_is_replaced_with_the_next_question(
    tmp_path: Path, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    path = numbered_clip(tmp_path / "a.mp4")
    ticks_of(session, path)
    session._child._process.kill()  # type: ignore[union-attr]

    with pytest.raises(FileProblem, match=r"opened again|made its reader fail"):
        shown(session, 0)
    assert len(ticks_of(session, path)) == 50
    assert shown(session, 7) == [7]
    caplog.clear()


def test_what_earlier_clips_left_in_memory_is_not_held_against_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = numbered_clip(tmp_path / "a.mp4")
    held = 100.0
    monkeypatch.setattr(Child, "resident_mib", lambda _child: held)
    with Session(JOB, 16 * SLOT, Limits(wall_s=20, rss_mib=1000), opens="open") as session:
        ticks_of(session, path)
        first = session._child
        ticks_of(session, path)
        assert session._child is first
        held = 600.0
        assert shown(session, 3) == [3]  # while it is asked of the same clip, it goes on
        assert session._child is first
        ticks_of(session, path)
        assert session._child is not first
        assert shown(session, 3) == [3]


def test_an_archive_plays_what_takes_as_much_memory_as_8k_in_ten_bits(
    tmp_path: Path, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = numbered_clip(tmp_path / "a.mp4")
    monkeypatch.setattr(Child, "resident_mib", lambda _child: 1_915.0)
    screening = archive.screening()
    screening.ask({"do": "open", "path": str(path)})
    answer = screening.ask({"do": "pictures", "first": 0, "slots": [0, 1], "size": SIZE})
    assert answer.value["done"] == [0, 1]
    screening.close()
