"""A bad job loses its own file and nothing else."""

from __future__ import annotations

import ctypes
import os
import platform
import socket
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from core.ports.media import End
from tests.core.workers.conftest import QUICK, MakePool, Outcomes

LANDLOCK_CREATE_RULESET = 444
BAD = {
    "segfault": End.CRASHED,
    "abort": End.CRASHED,
    "exit": End.CRASHED,
    "exit at once": End.CRASHED,
    "hang": End.STALLED,
    "raise": End.REFUSED,
    "refuse": End.REFUSED,
    "no json": End.REFUSED,
}


def children() -> list[psutil.Process]:
    return psutil.Process().children()


def test_a_job_returns_its_value_and_blobs(make_pool: MakePool) -> None:
    outcome = Outcomes(make_pool()).of("a", path="/clips/\udcff.mp4", number=1)
    assert outcome.end is End.DONE
    assert outcome.value["task"] == {"path": "/clips/\udcff.mp4", "number": 1}
    assert outcome.blobs == (b"one", b"", b"three")


def test_a_job_runs_in_another_process_that_is_kept_for_the_next(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool())
    first, second = outcomes.of("a"), outcomes.of("b")
    assert first.value["pid"] == second.value["pid"] != os.getpid()


@pytest.mark.parametrize(("deed", "end"), BAD.items())
def test_a_bad_job_loses_only_its_own_file(
    make_pool: MakePool, deed: str, end: End, caplog: pytest.LogCaptureFixture
) -> None:
    outcomes = Outcomes(make_pool(lanes=2))
    for number in range(20):
        outcomes.submit(f"good {number}")
        if number == 7:
            outcomes.submit("bad", do=deed)
    ends = {key: outcome.end for key, outcome in outcomes.wait().items()}
    assert ends.pop("bad") is end
    assert set(ends.values()) == {End.DONE}
    caplog.clear()  # what a job raised is logged as a warning


def test_a_memory_eater_is_ended_by_the_parent(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool())
    outcome = outcomes.of("eater", do="eat memory", piece=8 << 20)
    assert outcome.end is End.TOO_BIG
    assert "MiB" in outcome.detail
    assert outcomes.of("next").end is End.DONE


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="the kernel bounds address space on Linux only")
def test_a_memory_eater_faster_than_the_parent_looks_is_stopped_by_the_kernel(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool(limits=replace(QUICK, rss_mib=100_000, stall_s=60, wall_s=60)))
    assert outcomes.of("eater", do="eat memory", piece=256 << 20).end is End.TOO_BIG
    assert outcomes.of("next").end is End.DONE


def test_progress_without_end_runs_into_the_wall(make_pool: MakePool) -> None:
    outcome = Outcomes(make_pool(limits=replace(QUICK, wall_s=2))).of("a", do="never finish")
    assert outcome.end is End.TOO_SLOW


@pytest.mark.skipif(os.name != "posix", reason="processor time is bounded on POSIX only")
def test_processor_time_without_end_is_too_slow_not_a_crash(make_pool: MakePool) -> None:
    outcome = Outcomes(make_pool(limits=replace(QUICK, cpu_s=1, wall_s=60))).of("a", do="spin")
    assert outcome.end is End.TOO_SLOW


def test_processor_time_is_counted_for_each_job_alone(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool(limits=replace(QUICK, cpu_s=1)))
    for number in range(50):
        outcomes.submit(str(number), do="sleep", seconds=0.03)
    assert {outcome.end for outcome in outcomes.wait().values()} == {End.DONE}


@pytest.mark.parametrize("deed", ["huge value", "huge blob"])
def test_a_result_beyond_measure_is_too_big(make_pool: MakePool, deed: str) -> None:
    outcomes = Outcomes(make_pool())
    assert outcomes.of("small", do=deed, size=3 << 20).end is End.DONE
    assert outcomes.of("large", do=deed, size=5 << 20).end is End.TOO_BIG
    assert outcomes.of("next").end is End.DONE


@pytest.fixture
def marked_pipe(tmp_path: Path) -> Iterator[tuple[str, int]]:
    """Yield the path of a pipe that holds one byte, and a descriptor to read what is left in it."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    os.write(descriptor, b"!")
    yield str(path), descriptor
    os.close(descriptor)


@pytest.mark.skipif(os.name != "posix", reason="named pipes are files on POSIX only")
def test_a_crash_is_tried_once_more_in_a_fresh_child(make_pool: MakePool, marked_pipe: tuple[str, int]) -> None:
    outcome = Outcomes(make_pool()).of("a", do="crash once", pipe=marked_pipe[0])
    assert outcome.end is End.DONE
    assert outcome.value == {"survived": True}


def test_what_a_refusing_job_says_is_kept_and_what_a_failing_one_says_is_logged(
    make_pool: MakePool, caplog: pytest.LogCaptureFixture
) -> None:
    outcomes = Outcomes(make_pool())
    assert outcomes.of("refused", do="refuse").detail == "The file is empty."
    assert outcomes.of("failed", do="raise").detail == ""
    assert "IndexError: list index out of range" in caplog.text
    caplog.clear()


def test_what_libraries_print_disturbs_nothing(make_pool: MakePool) -> None:
    assert Outcomes(make_pool()).of("a", do="chatter").value == {"read": 0}


def test_a_child_is_replaced_after_so_many_files(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool(limits=replace(QUICK, files_per_child=3)))
    pids = [outcomes.of(str(number)).value["pid"] for number in range(7)]
    assert [pids.index(pid) for pid in pids] == [0, 0, 0, 3, 3, 3, 6]


def test_a_child_without_work_is_let_go_and_another_comes_when_there_is(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool(limits=replace(QUICK, idle_s=0.05)))
    first = outcomes.of("a").value["pid"]
    psutil.wait_procs([process for process in children() if process.pid == first], timeout=30)
    assert not psutil.pid_exists(first)
    assert outcomes.of("b").value["pid"] != first


def test_death_between_two_jobs_blames_no_file(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool())
    for number in range(5):
        outcome = outcomes.of(str(number))
        assert outcome.end is End.DONE
        psutil.Process(outcome.value["pid"]).kill()


def test_children_killed_from_outside_lose_no_job(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool(lanes=2))
    for number in range(200):
        outcomes.submit(str(number), do="sleep", seconds=0.01)
    for number in range(200):
        outcomes.next()
        if number in (30, 80, 130):
            for child in children():
                child.kill()
    assert {outcome.end for outcome in outcomes.wait().values()} == {End.DONE}


def test_a_job_that_cannot_be_loaded_blames_no_file(make_pool: MakePool, caplog: pytest.LogCaptureFixture) -> None:
    outcome = Outcomes(make_pool(job="core.there_is_no_such:job")).of("a")
    assert outcome.end is End.CANCELLED
    assert outcome.detail
    assert "core.there_is_no_such" in caplog.text
    caplog.clear()


def test_a_key_in_use_is_refused(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool())
    outcomes.submit("a", do="sleep", seconds=0.2)
    with pytest.raises(ValueError, match="in use"):
        outcomes.pool.submit("a", {}, lambda *_: None)
    outcomes.wait()


def test_a_running_job_can_be_cancelled(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool(limits=replace(QUICK, stall_s=60)))
    started = outcomes.of("before").value["pid"]
    outcomes.submit("hanging", do="hang")
    outcomes.submit("after")
    outcomes.pool.cancel("hanging")
    done = outcomes.wait()
    assert done["hanging"].end is End.CANCELLED
    assert done["after"].end is End.DONE
    assert started != os.getpid()


@pytest.mark.skipif(os.name != "posix", reason="named pipes are files on POSIX only")
def test_a_waiting_job_can_be_cancelled_and_is_never_run(make_pool: MakePool, marked_pipe: tuple[str, int]) -> None:
    outcomes = Outcomes(make_pool())
    outcomes.submit("first", do="sleep", seconds=0.2)
    outcomes.submit("second", do="crash once", pipe=marked_pipe[0])
    outcomes.pool.cancel("second")
    assert outcomes.wait()["second"].end is End.CANCELLED
    assert os.read(marked_pipe[1], 1) == b"!"


def test_cancelling_what_is_done_or_unknown_does_nothing(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool())
    outcomes.of("a")
    outcomes.pool.cancel("a")
    outcomes.pool.cancel("never heard of")
    assert outcomes.of("b").end is End.DONE


def test_nothing_is_started_while_paused(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool())
    outcomes.pool.pause()
    outcomes.submit("kept waiting")
    outcomes.submit("given up")
    outcomes.pool.cancel("given up")
    assert outcomes.next()[0] == "given up"
    assert children() == []
    outcomes.pool.resume()
    assert outcomes.wait()["kept waiting"].end is End.DONE


def test_close_ends_every_child_and_thread_and_cancels_the_rest(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool(lanes=2, limits=replace(QUICK, stall_s=60)))
    for number in range(6):
        outcomes.submit(str(number), do="hang")
    outcomes.pool.close()
    assert {outcome.end for outcome in outcomes.wait().values()} == {End.CANCELLED}
    assert children() == []
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("media lane")] == []


def test_after_close_a_job_is_cancelled(make_pool: MakePool) -> None:
    outcomes = Outcomes(make_pool())
    outcomes.pool.close()
    assert outcomes.of("late").end is End.CANCELLED


def test_nothing_is_started_before_there_is_something_to_do(make_pool: MakePool) -> None:
    before = threading.active_count()
    make_pool(lanes=4)
    assert threading.active_count() == before
    assert children() == []


@pytest.mark.skipif(os.name != "posix", reason="file sizes are bounded on POSIX only")
def test_a_job_cannot_write_a_file(make_pool: MakePool, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    target = tmp_path / "target"
    assert Outcomes(make_pool()).of("a", do="write", target=str(target)).end is End.REFUSED
    assert not target.exists() or target.read_bytes() == b""
    assert "File too large" in caplog.text or "Permission denied" in caplog.text
    caplog.clear()


@pytest.mark.skipif(sys.platform != "linux", reason="folders can be closed to a process on Linux only")
def test_a_job_cannot_change_anything_on_any_disk(make_pool: MakePool, tmp_path: Path) -> None:
    if ctypes.CDLL(None).syscall(LANDLOCK_CREATE_RULESET, None, 0, 1) < 1:
        pytest.skip("this kernel has no Landlock")
    victim = tmp_path / "original.mov"
    victim.write_bytes(b"precious")
    assert Outcomes(make_pool()).of("a", do="tamper", victim=str(victim)).value == {"worked": []}
    assert [path.name for path in tmp_path.iterdir()] == ["original.mov"]
    assert victim.read_bytes() == b"precious"


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"),
    reason="calls are filtered on Linux, on these processors only",
)
def test_a_job_reaches_no_socket_and_no_program(make_pool: MakePool) -> None:
    assert Outcomes(make_pool()).of("a", do="reach out").value == {"worked": []}


@pytest.mark.skipif(not os.path.exists("/proc/self/ns/net"), reason="the network can be left on Linux only")
def test_a_job_cannot_reach_the_network(make_pool: MakePool, caplog: pytest.LogCaptureFixture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        outcome = Outcomes(make_pool()).of("a", do="phone", port=server.getsockname()[1])
    if outcome.end is End.DONE:
        pytest.skip("this system lets nobody leave the network")
    assert outcome.end is End.REFUSED
    assert "unreachable" in caplog.text or "not permitted" in caplog.text
    caplog.clear()
