"""What an import would do is told before it does anything, and then that is what it does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.app import Archive
from core.ingest import copying
from core.ingest.forecast import Expected, Fate, Forecast, Forecasting
from core.ingest.terms import Terms
from tests.core.ingest.conftest import MP4, ScriptedPool, clips_of, counts_of, take_in, write_clip

posix_only = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX file system")


def fates(forecast: Forecast) -> dict[str, Fate]:
    return {file.name: file.fate for file in forecast.files}


def test_every_fate_is_told_and_nothing_is_changed(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for name in ("known.mp4", "moved.mp4", "changed.mp4", "original.mp4"):
        write_clip(shoot / name)
    take_in(archive, pool, shoot)
    (shoot / "moved.mp4").rename(shoot / "elsewhere.mp4")
    write_clip(shoot / "changed.mp4", "otherwise")
    write_clip(shoot / "copy.mp4", "original.mp4")
    write_clip(shoot / "new.mp4")
    write_clip(shoot / "new again.mp4", "new.mp4")
    (shoot / "notes.txt").write_text("call sheet")
    (shoot / "dead.mp4").symlink_to(shoot / "nowhere.mp4")
    seq = archive.history.seq
    forecast = archive.forecasting().run([shoot])
    assert archive.history.seq == seq
    assert fates(forecast) == {
        "known.mp4": Fate.KNOWN,
        "elsewhere.mp4": Fate.MOVED,
        "changed.mp4": Fate.AGAIN,
        "original.mp4": Fate.KNOWN,
        "copy.mp4": Fate.DUPLICATE,
        "new again.mp4": Fate.NEW,
        "new.mp4": Fate.DUPLICATE,
        "notes.txt": Fate.SKIPPED,
        "dead.mp4": Fate.UNREADABLE,
    }
    beside = {file.name: file.beside for file in forecast.files}
    assert beside["copy.mp4"] == "original.mp4"
    assert beside["new.mp4"] == str(shoot / "new again.mp4")
    assert (forecast.total, forecast.looking, forecast.does_something) == (9, False, True)


def test_what_was_told_comes_true(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for number in range(5):
        write_clip(shoot / f"{number}.mp4")
    write_clip(shoot / "twin.mp4", "0.mp4")
    forecast = archive.forecasting().run([shoot])
    report = archive.importing(pool).run([shoot], terms=Terms(copy=True))
    assert counts_of(report)[0] == forecast.counts[Fate.NEW] == 5
    assert sum(clip.file.size for clip in clips_of(archive)) == forecast.to_copy


def test_what_cannot_be_read_by_its_first_bytes_is_told(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "a.mp4")
    (shoot / "empty.mov").write_bytes(b"")
    (shoot / "empty too.mov").write_bytes(b"")
    (shoot / "half a copy.mp4").write_bytes(bytes(5_000))
    (shoot / "page.mp4").write_text("<html>")
    (shoot / "noise.jpg").write_bytes(bytes(range(256)))
    forecast = archive.forecasting().run([shoot])
    assert forecast.counts == {Fate.NEW: 1, Fate.UNREADABLE: 5}
    why = {file.name: file.why for file in forecast.files}
    assert why["empty.mov"] == "empty.mov is empty (0 bytes); copy it again from where it came from."
    assert "nothing but zeros" in why["half a copy.mp4"]
    assert "holds text" in why["page.mp4"]
    assert "its first bytes belong to no clip" in why["noise.jpg"]
    archive.importing(pool).run([shoot], terms=Terms(copy=True))
    assert sum(clip.file.size for clip in clips_of(archive)) == forecast.to_copy


def test_nothing_new_says_so(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "a.mp4")
    take_in(archive, pool, shoot)
    (shoot / "notes.txt").write_text("call sheet")
    forecast = archive.forecasting().run([shoot])
    assert (forecast.does_something, forecast.to_copy, forecast.lacking) == (False, 0, 0)


def test_what_the_drive_lacks_is_told(archive: Archive, shoot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_clip(shoot / "a.mp4")
    monkeypatch.setattr(copying, "_SPARE", 1 << 62)
    assert archive.forecasting().run([shoot]).lacking > 1 << 61


def test_the_numbers_grow_while_it_looks_and_it_can_be_ended(archive: Archive, shoot: Path) -> None:
    for number in range(50):
        write_clip(shoot / f"{number:02}.mp4")
    ticks = iter(range(1_000))
    forecasting = Forecasting(archive.catalog, archive.index, archive.media, lambda: float(next(ticks)))
    totals: list[int] = []

    def told(so_far: Forecast) -> None:
        totals.append(so_far.total)
        assert so_far.looking
        if so_far.total == 20:
            forecasting.cancel()

    forecast = forecasting.run([shoot], told)
    assert totals == sorted(set(totals))
    assert (forecast.total, forecast.looking) == (20, True)


@posix_only
def test_hostile_places_are_told_calmly(archive: Archive, shoot: Path) -> None:
    Path(os.fsdecode(os.fsencode(shoot) + b"/caf\xe9.mp4")).write_bytes(MP4)
    (shoot / "round").symlink_to(shoot)
    os.mkfifo(shoot / "pipe.mp4")
    forecast = archive.forecasting().run([shoot, shoot / "not there"])
    assert sorted(fates(forecast).items()) == [
        ("caf\ufffd.mp4", Fate.NEW),
        ("not there", Fate.UNREADABLE),
        ("pipe.mp4", Fate.SKIPPED),
    ]


def test_a_file_knows_its_name() -> None:
    assert Expected("/card/a.mp4", 5, Fate.NEW).name == "a.mp4"
