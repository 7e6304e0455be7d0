"""An import in one line."""

from __future__ import annotations

from dataclasses import replace

from core.ingest.report import Failure, ImportReport, Progress
from gui.ingest.telling import done_state, running_state

PROGRESS = Progress(
    total=120,
    done=30,
    added=24,
    known=4,
    skipped=0,
    failed=2,
    scanning=False,
    paused=False,
    current="train.mov",
    seconds=10.0,
    seconds_left=40.0,
    files_per_second=3.0,
    bytes_done=0,
)


def test_finding_shots_is_told_by_clips_and_time_left() -> None:
    state = running_state(replace(PROGRESS, scanning=False, to_refine=20, refined=5, seconds_left=61), 0)
    assert state.title == "Finding shots: 5 of 20"
    assert state.fraction == 0.25
    assert "1:01" in state.detail
    paused = running_state(replace(PROGRESS, paused=True, to_refine=20, refined=5), 0)
    assert (paused.title, paused.tone) == ("Paused finding shots: 5 of 20", "paused")


REPORT = ImportReport(added=1, known=0, skipped=0, failed=(), cancelled=False, clips=())


def test_a_running_import_tells_counts_speed_and_time_left() -> None:
    state = running_state(PROGRESS, 0)
    assert state.title == "Importing 30 of 120"
    assert state.fraction == 0.25
    for part in ("train.mov", "3.0 files/s", "0:40 left", "4 known already", "2 could not be read"):
        assert part in state.detail


def test_while_files_are_still_being_found_there_is_no_end_to_measure_by() -> None:
    state = running_state(replace(PROGRESS, scanning=True), 0)
    assert state.fraction is None
    assert "so far" in state.title


def test_a_paused_import_says_so_and_makes_no_promises() -> None:
    state = running_state(replace(PROGRESS, paused=True), 2)
    assert state.tone == "paused"
    assert "left" not in state.detail
    assert "2 more to come" in state.detail


def test_the_result_counts_what_came_and_what_did_not() -> None:
    assert done_state(REPORT).title == "1 clip imported"
    assert done_state(replace(REPORT, added=0, known=3)).title == "Nothing new"
    failed = done_state(replace(REPORT, failed=(Failure("a.mov", "It is empty."),)))
    assert failed.tone == "problem"
    assert "1 could not be read" in failed.detail
    assert "stay" in done_state(replace(REPORT, cancelled=True)).title
