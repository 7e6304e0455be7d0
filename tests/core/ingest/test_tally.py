"""Counting files and telling how long the rest takes."""

from __future__ import annotations

from core.ingest.reasons import why_not_read
from core.ingest.tally import Tally
from core.model.ids import ClipId
from core.ports.media import End, Outcome


class Time:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def inspect(tally: Tally, number: int, reason: str = "") -> None:
    tally.inspected(ClipId(str(number)), f"/{number}.mp4", 10, reason)


def test_the_time_left_is_told_from_the_pace_so_far() -> None:
    time = Time()
    tally = Tally(time)
    tally.total = 10
    time.now += 6
    inspect(tally, 1)
    inspect(tally, 2)
    assert tally.progress().seconds_left is None
    inspect(tally, 3)
    assert tally.progress().seconds_left is None, "the scan goes on"
    tally.scanning = False
    assert tally.progress().seconds_left == 14
    assert tally.progress().files_per_second == 0.5


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
    tally.total = 5
    inspect(tally, 1)
    inspect(tally, 2, "cut off")
    tally.known(30)
    tally.skipped()
    tally.unreachable("/gone.mp4", "gone.mp4 is not there.")
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
