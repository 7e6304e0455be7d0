"""What every adapter of the MediaPool port promises, and its fake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from core.errors import FileProblem
from core.model.codec import from_document
from core.model.media import MediaKind
from core.ports.media import End, Findings, MediaPool, Outcome
from core.workers.pool import Pool
from tests.core.workers.conftest import JOB, QUICK, Outcomes
from tests.core.workers.jobs_for_tests import work
from tests.support.fake_pool import ScriptedPool
from tests.support.media import make_clip

INSPECT = "core.media.jobs:inspect"
JPEG_BEGINS = b"\xff\xd8\xff"


def in_one_process(task: Mapping[str, Any]) -> Outcome | None:
    """Do what a child would do with a task of ``JOB``, as far as that harms nobody."""
    if task.get("do") == "never finish":
        return None
    if task.get("do") == "abort":
        return Outcome(End.CRASHED, "ended by signal 6")
    try:
        value, blobs = work(dict(task), lambda: None)
    except FileProblem as problem:
        return Outcome(End.REFUSED, str(problem))
    return Outcome(End.DONE, value=value, blobs=tuple(blobs))


@pytest.fixture(params=["children", "scripted"])
def pool(request: pytest.FixtureRequest) -> Iterator[MediaPool]:
    """Every adapter of the port, and its fake, with jobs that behave as told."""
    made: MediaPool = Pool(JOB, 1, QUICK) if request.param == "children" else ScriptedPool(in_one_process)
    yield made
    made.close()


@pytest.fixture(params=["children", "scripted"])
def inspecting(request: pytest.FixtureRequest) -> Iterator[Outcomes]:
    """Every adapter of the port, and its fake, with the job that looks at media files."""
    made: MediaPool = Pool(INSPECT, 1) if request.param == "children" else ScriptedPool()
    yield Outcomes(made)
    made.close()


def test_a_job_is_given_its_task_and_returns_a_value_and_blobs(pool: MediaPool) -> None:
    outcome = Outcomes(pool).of("a", path="/clips/\udcff.mp4", numbers=[1, 2])
    assert outcome.end is End.DONE
    assert outcome.value["task"] == {"path": "/clips/\udcff.mp4", "numbers": [1, 2]}
    assert outcome.blobs == (b"one", b"", b"three")


def test_a_job_that_says_no_is_refused_in_its_own_words(pool: MediaPool) -> None:
    outcome = Outcomes(pool).of("a", do="refuse")
    assert (outcome.end, outcome.detail, outcome.blobs) == (End.REFUSED, "The file is empty.", ())


def test_a_crash_is_the_end_of_one_job_and_not_of_the_next(pool: MediaPool) -> None:
    outcomes = Outcomes(pool)
    crashed = outcomes.of("a", do="abort")
    assert crashed.end is End.CRASHED
    assert crashed.detail
    assert outcomes.of("b").end is End.DONE


def test_every_job_is_reported_once_under_its_key(pool: MediaPool) -> None:
    outcomes = Outcomes(pool)
    for number in range(30):
        outcomes.submit(str(number), number=number)
    told = {key: outcome.value["task"]["number"] for key, outcome in outcomes.wait().items()}
    assert told == {str(number): number for number in range(30)}


def test_a_key_is_in_use_until_its_job_is_done_and_free_again_then(pool: MediaPool) -> None:
    outcomes = Outcomes(pool)
    outcomes.submit("a", do="never finish")
    with pytest.raises(ValueError, match="in use"):
        pool.submit("a", {}, lambda *_: None)
    pool.cancel("a")
    assert outcomes.wait()["a"].end is End.CANCELLED
    assert Outcomes(pool).of("a").end is End.DONE


def test_a_job_under_way_is_cancelled_and_the_next_goes_on(pool: MediaPool) -> None:
    outcomes = Outcomes(pool)
    outcomes.submit("endless", do="never finish")
    pool.cancel("endless")
    assert outcomes.of("after").end is End.DONE
    assert outcomes.all["endless"].end is End.CANCELLED


def test_cancelling_what_is_done_or_unknown_does_nothing(pool: MediaPool) -> None:
    outcomes = Outcomes(pool)
    outcomes.of("a")
    pool.cancel("a")
    pool.cancel("never heard of")
    assert outcomes.of("b").end is End.DONE


def test_a_paused_pool_begins_nothing_lets_go_of_what_is_cancelled_and_resumes(pool: MediaPool) -> None:
    outcomes = Outcomes(pool)
    pool.pause()
    outcomes.submit("kept waiting")
    outcomes.submit("given up")
    pool.cancel("given up")
    assert outcomes.next()[0] == "given up"
    pool.resume()
    assert outcomes.wait()["kept waiting"].end is End.DONE
    assert outcomes.all["given up"].end is End.CANCELLED


def test_closing_cancels_what_is_under_way_and_what_waits(pool: MediaPool) -> None:
    outcomes = Outcomes(pool)
    for number in range(4):
        outcomes.submit(str(number), do="never finish")
    pool.close()
    assert {outcome.end for outcome in outcomes.wait().values()} == {End.CANCELLED}
    assert outcomes.of("late").end is End.CANCELLED
    pool.close()


def test_what_is_found_in_a_clip_fits_together(inspecting: Outcomes, tmp_path: Path) -> None:
    outcome = inspecting.of("a", path=str(make_clip(tmp_path / "a.mp4")), mode="exact")
    assert outcome.end is End.DONE
    found = from_document(outcome.value, Findings)
    assert (found.kind, found.problem) == (MediaKind.CLIP, "")
    assert found.facts.duration
    assert found.poster in range(len(found.keyframes))
    for frame in found.keyframes:
        assert outcome.blobs[frame.blob].startswith(JPEG_BEGINS)
        assert 0 <= frame.time < found.facts.duration
        assert frame.width >= frame.height > 0


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(inspecting: Outcomes, tmp_path: Path) -> None:
    path = tmp_path / "bad.mp4"
    path.write_bytes(bytes(5000))
    outcome = inspecting.of("a", path=str(path), mode="triage")
    assert outcome.end is End.REFUSED
    assert outcome.detail.endswith(".")
