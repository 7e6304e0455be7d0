"""Counting files and telling how long the rest takes."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from core.ingest.reasons import why_not_read
from core.ingest.tally import Tally
from core.model.ids import ClipId
from core.model.media import MediaFile
from core.ports.media import End, Outcome


class Time:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def inspect(tally: Tally, number: int, reason: str = "", size: int = 10) -> None:
    tally.inspected(ClipId(str(number)), f"/{number}.mp4", size, reason)


def test_the_time_left_is_told_when_there_is_enough_to_tell_it_by() -> None:
    time = Time()
    tally = Tally(time)
    for _ in range(10):
        tally.found(10)
    for number in range(3):
        assert tally.progress().seconds_left is None
        time.now += 2
        inspect(tally, number)
    assert tally.progress().seconds_left is None, "the scan goes on"
    tally.scanning = False
    assert tally.progress().seconds_left == pytest.approx(14)
    assert tally.progress().files_per_second == 0.5


def _run(sizes: list[int], seconds_for: Callable[[int], float], lanes: int, tally: Tally, time: Time) -> list[float]:
    """Finish files of ``sizes`` in so many lanes; return how far off the time left was, whenever one was finished."""
    free = [time.now] * lanes
    ends = []
    for number, size in enumerate(sizes):
        lane = min(range(lanes), key=free.__getitem__)
        free[lane] += seconds_for(size)
        ends.append((free[lane], number, size))
    ends.sort()
    wrong = []
    for end, number, size in ends:
        time.now = end
        tally.inspected(ClipId(str(number)), f"/{number}.mp4", size, "")
        left, true = tally.progress().seconds_left, ends[-1][0] - end
        if left is not None and 0.1 < number / len(sizes) < 0.9:
            wrong.append(abs(left - true) / true)
    return wrong


@pytest.mark.parametrize("seed", range(8))
def test_the_time_left_is_right_within_a_fifth_where_files_differ_in_size(seed: int) -> None:
    chance, time = random.Random(seed), Time()
    tally = Tally(time)
    sizes = [int(chance.lognormvariate(17, 1)) for _ in range(400)]
    for size in sizes:
        tally.found(size)
    tally.scanning = False
    wrong = sorted(_run(sizes, lambda size: 0.1 + size / 40e6, 2, tally, time))
    assert wrong[len(wrong) * 90 // 100] < 0.2


def test_large_files_at_the_end_are_reckoned_with() -> None:
    time = Time()
    tally = Tally(time)
    sizes = [10_000_000] * 50 + [100_000_000] * 50
    for size in sizes:
        tally.found(size)
    tally.scanning = False
    wrong = _run(sizes, lambda size: 0.1 + size / 40e6, 2, tally, time)
    assert sorted(wrong)[len(wrong) * 90 // 100] < 0.2  # by the number of files it would be off by a factor of five


def test_the_pace_of_now_counts_more_than_that_of_long_ago() -> None:
    time = Time()
    tally = Tally(time)
    for _ in range(300):
        tally.found(50_000_000)
    tally.scanning = False
    for number in range(200):
        time.now += 1 if number < 60 else 4  # the drive got slower
        inspect(tally, number, size=50_000_000)
    assert tally.progress().seconds_left == pytest.approx(400, rel=0.2)


def test_known_files_do_not_promise_that_the_rest_is_as_fast() -> None:
    time = Time()
    tally = Tally(time)
    for _ in range(1010):
        tally.found(10)
    tally.scanning = False
    for _ in range(1000):
        tally.known(10)
    for number in range(5):
        time.now += 2
        inspect(tally, number)
    assert tally.progress().seconds_left == pytest.approx(10)


def test_the_second_look_is_reckoned_by_pixels_and_from_its_own_pace() -> None:
    time = Time()
    tally = Tally(time)
    tally.found(10)
    time.now += 1
    inspect(tally, 1)
    tally.refining(8, 8_000)
    for _ in range(3):
        time.now += 5
        tally.refined(500, looked_at=True)
    tally.refined(2_500, looked_at=False)  # gone meanwhile: that took no time
    progress = tally.progress()
    assert (progress.refined, progress.to_refine) == (4, 8)
    assert progress.seconds_left == pytest.approx(40)
    assert progress.done == progress.total == 1


def test_a_pause_is_not_counted() -> None:
    time = Time()
    tally = Tally(time)
    time.now += 2
    tally.pause(True)
    time.now += 50
    assert tally.progress().paused
    assert tally.progress().seconds == 2
    tally.pause(False)
    time.now += 1
    assert not tally.progress().paused
    assert tally.progress().seconds == 3


def test_every_file_is_counted_once() -> None:
    tally = Tally(Time())
    for _ in range(5):
        tally.found(10)
    inspect(tally, 1)
    inspect(tally, 2, "cut off")
    tally.known(30)
    tally.skipped()
    tally.unreachable(MediaFile(path="/gone.mp4"), "gone.mp4 is not there.")
    progress = tally.progress()
    assert (progress.done, progress.added, progress.known, progress.skipped, progress.failed) == (5, 1, 1, 1, 2)
    assert progress.bytes_done == 50
    report = tally.report(cancelled=False)
    assert [failure.path for failure in report.failed] == ["/2.mp4", "/gone.mp4"]
    assert report.clips == ("1", "2")


def test_every_end_has_its_sentence() -> None:
    ends = set(End) - {End.DONE, End.CANCELLED}
    sentences = {why_not_read("take 1.mp4", Outcome(end, "SIGSEGV" if end is not End.REFUSED else "")) for end in ends}
    assert len(sentences) == len(ends)
    for sentence in sentences:
        assert "take 1.mp4" in sentence
        assert "SIG" not in sentence
    assert why_not_read("a.mp4", Outcome(End.REFUSED, "It is cut off.")) == "It is cut off."
