"""An import that is killed loses nothing it acknowledged, and goes on where it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.kill_import import child_rounds, kill_rounds
from tests.support.media import make_clip, make_jpeg

ROUNDS = int(os.environ.get("SLATEBOOK_KILLS", "3"))


@pytest.mark.timeout(300 + 60 * ROUNDS)
def test_a_killed_import_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    for number in range(10):
        make_clip(tmp_path / f"take {number}.mp4", seconds=1, size=(160 + 16 * number, 90))
        make_jpeg(tmp_path / f"still {number}.jpg", size=(160 + 16 * number, 90))
    (tmp_path / "broken.mp4").write_bytes(bytes(500))
    rounds = kill_rounds(tmp_path, ROUNDS, seed=7)
    assert len(rounds) == ROUNDS
    assert [fault for one in rounds for fault in one.faults] == []
    assert {one.complete for one in rounds} == {21}


@pytest.mark.timeout(300 + 60 * ROUNDS)
def test_an_import_that_copies_and_is_killed_leaves_every_copy_whole_and_none_twice(tmp_path: Path) -> None:
    for number in range(6):
        folder = tmp_path / f"day {number % 2}"
        folder.mkdir(exist_ok=True)
        path = make_clip(folder / "take.mp4", seconds=1, size=(160 + 16 * number, 90))
        path.rename(path.with_name(f"take {number}.mp4"))
    for number in range(4):
        content = b"\xff\xd8\xff\xe0" + bytes([number]) * (6 << 20)
        (tmp_path / f"still {number}.jpg").write_bytes(content)
    rounds = kill_rounds(tmp_path, ROUNDS, seed=11, copy=True)
    assert [fault for one in rounds for fault in one.faults] == []
    assert {one.complete for one in rounds} == {10}


@pytest.mark.timeout(300)
def test_workers_killed_all_along_cost_no_file(tmp_path: Path) -> None:
    for number in range(8):
        make_clip(tmp_path / f"take {number}.mp4", seconds=1, size=(160 + 16 * number, 90))
    (one,) = child_rounds(tmp_path, 1, seed=3)
    assert one.faults == ()
    assert one.complete == 8
