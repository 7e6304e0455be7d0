"""What is put into watched folders comes in by itself: whole, once, on the folder's terms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.app import Archive
from core.errors import UserProblem
from core.ingest.terms import IN_PLACE, Terms
from core.ingest.watching import Look, Watcher, looked_until_settled
from core.model.clip import Source
from tests.core.ingest.conftest import MP4, ScriptedPool, clips_of, take_in, write_clip


class Time:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def watcher(archive: Archive, shoot: Path, time: Time) -> Iterator[Watcher]:
    archive.watched.put(shoot)
    return Watcher(archive.watched, archive.catalog, archive.index, time, settle_s=5)


def names(look: Look) -> list[str]:
    return [path.name for one in look.arrived for path in one.paths]


def test_a_file_is_handed_out_once_it_has_settled_and_once_only(watcher: Watcher, shoot: Path, time: Time) -> None:
    write_clip(shoot / "day 1" / "a.mp4")
    assert (names(watcher.look()), watcher.look().grows) == ([], 1)
    time.pass_by(4)
    assert names(watcher.look()) == []
    time.pass_by(1)
    assert names(watcher.look()) == ["a.mp4"]
    time.pass_by(100)
    assert (names(watcher.look()), watcher.look().grows) == ([], 0)


def test_a_file_that_is_still_being_copied_is_left_alone(watcher: Watcher, shoot: Path, time: Time) -> None:
    path = write_clip(shoot / "a.mp4")
    for _ in range(10):
        watcher.look()
        time.pass_by(10)
        with path.open("ab") as camera:
            camera.write(b"more")
    assert names(watcher.look()) == []
    time.pass_by(5)
    assert names(watcher.look()) == ["a.mp4"]


def test_what_the_archive_knows_is_not_handed_out(
    watcher: Watcher, archive: Archive, pool: ScriptedPool, shoot: Path, time: Time
) -> None:
    for name in ("a.mp4", "bad.mp4"):
        write_clip(shoot / name)
    take_in(archive, pool, shoot)
    (shoot / "notes.txt").write_text("call sheet")
    watcher.look()
    time.pass_by(5)
    assert names(watcher.look()) == []


def test_what_was_copied_in_is_known_by_its_content(
    archive: Archive, pool: ScriptedPool, shoot: Path, time: Time, watcher: Watcher
) -> None:
    archive.watched.put(shoot, Terms(copy=True))
    write_clip(shoot / "a.mp4")
    archive.importing(pool).run([shoot], terms=Terms(copy=True))
    watcher.look()
    time.pass_by(5)
    assert names(watcher.look()) == []
    write_clip(shoot / "a.mp4", "shot over")
    watcher.look()
    time.pass_by(5)
    (arrived,) = watcher.look().arrived
    archive.importing(pool).run(arrived.paths, terms=arrived.watched.terms)
    assert len(clips_of(archive)) == 2


def test_a_file_that_could_not_be_taken_in_is_handed_out_again(watcher: Watcher, shoot: Path, time: Time) -> None:
    write_clip(shoot / "a.mp4")
    watcher.look()
    time.pass_by(5)
    (arrived,) = watcher.look().arrived
    watcher.try_again(arrived)
    watcher.look()
    time.pass_by(5)
    assert names(watcher.look()) == ["a.mp4"]


def test_a_folder_that_is_away_is_told_and_its_files_come_when_it_is_back(
    watcher: Watcher, shoot: Path, time: Time
) -> None:
    write_clip(shoot / "a.mp4")
    away = shoot.rename(shoot.with_name("unplugged"))
    assert watcher.look().away == (str(shoot),)
    away.rename(shoot)
    watcher.look()
    time.pass_by(5)
    assert names(watcher.look()) == ["a.mp4"]


def test_a_watch_that_is_cancelled_finds_nothing(watcher: Watcher, shoot: Path, time: Time) -> None:
    write_clip(shoot / "a.mp4")
    watcher.look()
    time.pass_by(5)
    watcher.cancel()
    assert watcher.look() == Look(())


def test_looking_once_waits_until_all_is_whole(watcher: Watcher, shoot: Path, time: Time) -> None:
    path = write_clip(shoot / "a.mp4")
    waits = iter(range(100))

    def wait(seconds: float) -> None:
        time.pass_by(seconds)
        if next(waits) < 3:
            with path.open("ab") as camera:
                camera.write(MP4)

    assert names(looked_until_settled(watcher, wait)) == ["a.mp4"]


def test_the_list_is_kept_with_the_archive(archive: Archive, shoot: Path) -> None:
    terms = Terms(copy=True, source=Source(credit="J. Doe"))
    first = archive.watched.put(shoot)
    again = archive.watched.put(shoot, terms)
    assert (first.id, first.terms, again.terms) == (again.id, IN_PLACE, terms)
    assert type(archive.watched)(archive.folder / "watched.json").all() == [again]
    archive.watched.remove(again)
    assert archive.watched.all() == []
    assert not (archive.folder / "watched.json").exists()


def test_what_cannot_be_watched_is_refused(archive: Archive, shoot: Path) -> None:
    with pytest.raises(UserProblem, match="is no folder"):
        archive.watched.put(shoot / "not there")
    for folder in (archive.folder, archive.folder / "records"):
        folder.mkdir(exist_ok=True)
        with pytest.raises(UserProblem, match="own folder cannot be watched"):
            archive.watched.put(folder)


def test_a_list_that_is_damaged_watches_nothing_and_says_so(archive: Archive, caplog: pytest.LogCaptureFixture) -> None:
    (archive.folder / "watched.json").write_bytes(b"{")
    assert archive.watched.all() == []
    assert "no folder is watched" in caplog.text
    caplog.clear()
