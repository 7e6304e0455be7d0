"""Daily snapshots: cheap, whole, let go of in time, and what a damaged archive comes back from."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from core.app import Archive, create_archive, open_archive, restore_archive, snapshots_of
from core.catalog import flusher
from core.catalog.edits import AddClips, Describe, RemoveClips
from core.errors import ArchiveProblem, UserProblem
from core.model.changes import Table
from core.model.clip import Clip
from core.storage import snapshots as module
from core.storage.snapshots import Snapshots, kept_of
from tests.support.model import a_clip


class Calendar:
    """A clock that a test turns to another day."""

    def __init__(self) -> None:
        self.day = datetime(2026, 11, 2, 12, tzinfo=UTC)

    def now(self) -> datetime:
        self.day += timedelta(milliseconds=1)
        return self.day


@pytest.fixture(autouse=True)
def only_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the flusher's thread from making the snapshot of the day while a test makes its own."""
    monkeypatch.setattr(flusher, "GATHER_S", 60.0)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def archive(tmp_path: Path, calendar: Calendar) -> Iterator[Archive]:
    folder = tmp_path / "a.slatebook"
    create_archive(folder).close()
    with Archive(folder, clock=calendar) as opened:
        yield opened


def state(archive: Archive) -> dict[str, object]:
    records = archive._records
    return {f"{table}/{record}": records.get(table, record) for table in Table for record in records.ids(table)}


def restored(archive: Path, day: str, target: Path) -> dict[str, object]:
    restore_archive(archive, day, target, lambda _done, _steps: None)
    with open_archive(target) as made:
        assert made.check() == []
        assert len(made.search("").rows) == sum(1 for _ in made._records.ids(Table.CLIPS))
        return state(made)


def test_a_snapshot_holds_all_and_the_next_only_what_came_since(
    archive: Archive, calendar: Calendar, tmp_path: Path
) -> None:
    clips = tuple(a_clip() for _ in range(300))
    archive.catalog.apply(AddClips(clips))
    archive.catalog.apply(Describe(clips=(clips[0].id,), notes="x"))
    archive.catalog.undo()
    first, then = archive.snapshot(), state(archive)
    calendar.day += timedelta(days=1)
    archive.catalog.redo()
    archive.catalog.apply(RemoveClips((clips[1].id,)))
    second, now = archive.snapshot(), state(archive)
    assert first is not None
    assert second is not None
    assert second.stretches[:-1] == first.stretches
    assert second.stretches[-1].size < first.stretches[0].size / 4
    assert restored(archive.folder, "2026-11-02", tmp_path / "then") == then
    assert restored(archive.folder, "newest", tmp_path / "now") == now
    with open_archive(tmp_path / "then") as again:
        assert again.catalog.redo_label == "Change notes of 1 clip"


def test_without_edits_there_is_nothing_to_keep(archive: Archive, calendar: Calendar) -> None:
    archive.catalog.apply(AddClips((a_clip(),)))
    assert archive.snapshot() is not None
    calendar.day += timedelta(days=1)
    assert archive.snapshot() is None
    assert [one.day for one in snapshots_of(archive.folder)] == ["2026-11-02"]


def test_the_first_edit_of_a_day_makes_the_snapshot_by_itself(tmp_path: Path, calendar: Calendar) -> None:
    folder = tmp_path / "b.slatebook"
    with create_archive(folder):
        pass
    for _ in range(3):
        with Archive(folder, clock=calendar) as opened:
            opened.catalog.apply(AddClips((a_clip(),)))
        with Archive(folder, clock=calendar):
            pass  # reads only
        calendar.day += timedelta(days=1)
    assert [one.day for one in snapshots_of(folder)] == ["2026-11-04", "2026-11-03", "2026-11-02"]


def test_while_somebody_waits_nothing_big_is_copied(archive: Archive) -> None:
    archive.catalog.apply(AddClips((a_clip(),)))
    assert archive.snapshot(at_most=1) is None
    assert archive.snapshot(give_up=lambda: True) is not None  # too small to be stopped
    assert [path.name for path in Snapshots(archive.folder).folder.glob("history/.*")] == []


def test_one_that_is_given_up_leaves_no_trace(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_STEPS_BETWEEN_LOOKS", 1)
    archive.catalog.apply(AddClips((a_clip(),)))
    assert archive.snapshot(give_up=lambda: True) is None
    assert list((Snapshots(archive.folder).folder / "history").iterdir()) == []


def test_a_disk_that_is_nearly_full_is_left_alone(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.catalog.apply(AddClips((a_clip(),)))
    monkeypatch.setattr(module, "LEAST_FREE", shutil.disk_usage(archive.folder).total)
    assert archive.snapshot() is None


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(path.read_bytes()[:-9])])
def test_a_damaged_stretch_is_told_refused_and_made_anew(
    archive: Archive, calendar: Calendar, tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    archive.catalog.apply(AddClips((a_clip(),)))
    archive.snapshot()
    (stretch,) = (Snapshots(archive.folder).folder / "history").iterdir()
    harm(stretch)
    assert any("snapshot of 2026-11-02 is damaged" in problem for problem in archive.check())
    with pytest.raises(ArchiveProblem, match="2026-11-02 is damaged"):
        restored(archive.folder, "newest", tmp_path / "new")
    calendar.day += timedelta(days=1)
    archive.catalog.apply(AddClips((a_clip(),)))
    archive.snapshot()
    assert restored(archive.folder, "newest", tmp_path / "new2") == state(archive)


def test_an_archive_damaged_beyond_opening_comes_back(archive: Archive, tmp_path: Path) -> None:
    clip: Clip = a_clip("roof.mov")
    still = archive.stills.put(b"\xff\xd8 a still")
    archive.catalog.apply(AddClips((clip,)))
    archive.snapshot()
    kept = state(archive)
    damaged = tmp_path / "damaged"
    shutil.copytree(archive.folder, damaged)
    (damaged / "history.db").write_bytes(b"no database any more" * 999)
    (damaged / "archive.json").unlink()
    assert restored(damaged, "newest", tmp_path / "well") == kept
    with open_archive(tmp_path / "well") as well:
        assert well.stills.has(still)


def test_a_history_put_back_by_hand_starts_a_new_row_of_stretches(
    archive: Archive, calendar: Calendar, tmp_path: Path
) -> None:
    archive.catalog.apply(AddClips((a_clip(),)))
    archive.catalog.apply(AddClips((a_clip(),)))
    first = archive.snapshot()
    assert first is not None
    with closing(sqlite3.connect(archive.folder / "history.db", isolation_level=None)) as database:
        database.execute("UPDATE change SET at = '1999' WHERE seq = 2")
    calendar.day += timedelta(days=1)
    archive.catalog.apply(AddClips((a_clip(),)))
    second = archive.snapshot()
    assert second is not None
    assert [stretch.after for stretch in second.stretches] == [0]
    assert restored(archive.folder, "newest", tmp_path / "new") == state(archive)


def test_nothing_is_restored_over_something(archive: Archive, tmp_path: Path) -> None:
    archive.catalog.apply(AddClips((a_clip(),)))
    archive.snapshot()
    with pytest.raises(UserProblem, match="holds something already"):
        restored(archive.folder, "newest", archive.folder)
    with pytest.raises(UserProblem, match="has no snapshot of 1999-01-01; there is 2026-11-02"):
        restored(archive.folder, "1999-01-01", tmp_path / "new")


def test_seven_days_four_weeks_and_six_months_are_kept() -> None:
    start = date(2026, 1, 1)
    days = [start + timedelta(number) for number in range(320)]
    kept = kept_of(days)
    assert sorted(kept)[-7:] == days[-7:]
    assert kept_of(kept | {days[-1] + timedelta(1)}) <= kept | {days[-1] + timedelta(1)}
    assert len({day.isocalendar()[:2] for day in kept}) >= 4
    assert {(day.year, day.month) for day in kept} == {(2026, month) for month in range(6, 12)}
    assert len(kept) <= 7 + 4 + 6


def test_old_snapshots_go_and_what_others_need_stays(archive: Archive, calendar: Calendar, tmp_path: Path) -> None:
    for _ in range(12):
        archive.catalog.apply(AddClips((a_clip(),)))
        archive.snapshot()
        calendar.day += timedelta(days=1)
    days = [one.day for one in snapshots_of(archive.folder)]
    assert days == [f"2026-11-{day:02d}" for day in (13, 12, 11, 10, 9, 8, 7)]
    assert restored(archive.folder, "newest", tmp_path / "new") == state(archive)


def test_two_threads_that_make_one_do_not_stand_in_each_others_way(archive: Archive, tmp_path: Path) -> None:
    archive.catalog.apply(AddClips(tuple(a_clip() for _ in range(200))))
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: archive.snapshot(), range(8)))
    assert sum(snapshot is not None for snapshot in made) == 1
    assert restored(archive.folder, "newest", tmp_path / "new") == state(archive)
