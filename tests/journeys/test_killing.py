"""An acknowledged edit survives ``kill -9``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.killing import kill_once, prepare

ROUNDS = int(os.environ.get("SLATEBOOK_KILLS", "4"))
"""A few in every run; CONTRIBUTING says how to run many."""


@pytest.mark.timeout(60 + 15 * ROUNDS)
def test_no_acknowledged_edit_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    folder = tmp_path / "killed.slatebook"
    prepare(folder)
    acknowledged = 0
    for seed in range(ROUNDS):
        found = kill_once(folder, seed)
        assert found.lost == []
        assert found.problems == []
        acknowledged += found.acknowledged
    assert acknowledged >= ROUNDS
