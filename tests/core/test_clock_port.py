"""What every adapter of the Clock port promises, and its fake."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.app import Archive, SystemClock, create_archive
from core.catalog.edits import AddClips
from core.ports.clock import Clock
from tests.support.fakes import SteppingClock
from tests.support.model import a_clip


@pytest.fixture(params=["system", "stepping"])
def clock(request: pytest.FixtureRequest) -> Clock:
    """Every adapter of the port, and its fake."""
    return SystemClock() if request.param == "system" else SteppingClock()


def test_it_tells_the_time_in_utc_with_its_zone(clock: Clock) -> None:
    now = clock.now()
    assert now.tzinfo is UTC
    assert datetime.fromisoformat(now.isoformat(timespec="milliseconds")).tzinfo == UTC


def test_it_goes_on(clock: Clock) -> None:
    looks = [clock.now() for _ in range(100)]
    assert looks == sorted(looks)


def test_history_of_an_archive_that_has_it_says_when(clock: Clock, tmp_path: Path) -> None:
    create_archive(tmp_path / "Test.slatebook").close()
    begun = clock.now()
    with Archive(tmp_path / "Test.slatebook", clock=clock) as archive:
        archive.catalog.apply(AddClips((a_clip(),)))
        (step,) = archive.history.gestures()
        assert begun.isoformat(timespec="milliseconds") <= step.at <= clock.now().isoformat(timespec="milliseconds")
        assert archive.history.seq_at(step.at) == 1
