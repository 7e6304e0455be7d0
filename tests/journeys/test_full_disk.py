"""A disk that fills up, writes that come short and tails that are torn: what was acknowledged is there afterwards."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from core.app import Archive, create_archive, open_archive
from core.catalog.edits import AddClips, AddEntry, Describe, TagClips
from core.catalog.following import MANY
from core.errors import SystemProblem
from core.model.changes import Table
from core.model.vocabulary import Entry, EntryKind
from tests.support.model import a_clip, a_tag, an_entry

ROUNDS = int(os.environ.get("SLATEBOOK_CUTS", "20"))
"""How often a tail is cut; a few in every run."""

CLIPS = MANY + 16
MOUNT_S = 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of four megabytes; where that is not allowed, skip."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=MOUNT_S)
    except (subprocess.SubprocessError, OSError) as error:
        pytest.skip(f"needs to be root, to mount a small disk: {error}")
    yield place
    subprocess.run(["umount", str(place)], check=True, capture_output=True, timeout=MOUNT_S)


def filled(folder: Path) -> tuple[Archive, Entry]:
    archive = create_archive(folder)
    archive.catalog.apply(AddClips(tuple(a_clip() for _ in range(CLIPS))))
    person = an_entry(EntryKind.PERSON, "Tom Cruise")
    archive.catalog.apply(AddEntry(person))
    archive.catalog.flush()
    return archive, person


def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(
    small_disk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    archive, person = filled(small_disk / "a.slatebook")
    clips = archive.index.clip_ids(archive.search("").rows)
    ballast = small_disk / "ballast"
    kept: dict[str, str] = {}
    with archive, _room_again_by(ballast):
        archive.catalog.apply(TagClips(tuple(clips), a_tag(person)))
        _fill(ballast)
        problem = _noted_until_full(archive, kept)
        assert "The disk is full" in str(problem)
        assert "Nothing that was acknowledged is lost" in str(problem)
        assert str(small_disk) in str(problem)
        with pytest.raises(SystemProblem, match="disk is full"):
            archive.catalog.flush()
        assert {clip: archive.clip(clip).notes for clip in clips if clip in kept} == kept
        ballast.unlink()
        archive.catalog.flush()
        archive.catalog.apply(Describe(clips=(clips[0],), notes="room again"))
        assert len(archive.search('person:"tom cruise"').rows) == CLIPS
        assert archive.check() == []
    caplog.clear()
    with open_archive(small_disk / "a.slatebook") as archive:
        assert archive.clip(clips[0]).notes == "room again"
        assert {clip: archive.clip(clip).notes for clip in clips[1:] if clip in kept} == {
            clip: notes for clip, notes in kept.items() if clip != clips[0]
        }
        assert archive.check() == []


def _noted_until_full(archive: Archive, kept: dict[str, str]) -> SystemProblem:
    """Write notes, the acknowledged ones into ``kept`` too, until one is refused; return why."""
    for number, clip in enumerate([*archive.index.clip_ids(archive.search("").rows)] * 50):
        notes = f"note {number} " * 20
        try:
            archive.catalog.apply(Describe(clips=(clip,), notes=notes))
        except SystemProblem as problem:
            return problem
        kept[clip] = notes
    raise AssertionError("the disk never became full")


@contextmanager
def _room_again_by(ballast: Path) -> Iterator[None]:
    """Make room at the end, come what may, so that the archive can be closed."""
    try:
        yield
    finally:
        ballast.unlink(missing_ok=True)


def _fill(ballast: Path) -> None:
    """Take all the room but a little."""
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"\0" * 4096)
    os.truncate(ballast, max(0, ballast.stat().st_size - 65_536))


def test_writes_that_come_short_are_written_on(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    write, chance = os.write, random.Random(1)
    short = 0

    def shortened(descriptor: int, data: bytes | memoryview) -> int:
        nonlocal short
        length = chance.randint(1, len(data))
        short += length < len(data)
        return write(descriptor, bytes(data)[:length])

    monkeypatch.setattr(os, "write", shortened)
    archive.catalog.apply(AddClips(tuple(a_clip() for _ in range(30))))
    archive.catalog.flush()
    monkeypatch.undo()
    assert short > 0
    assert archive.check() == []


def test_an_archive_opens_with_its_history_s_tail_cut_anywhere(tmp_path: Path) -> None:
    """What the cut left whole is there; nothing is invented, and records agree with what history has."""
    folder = tmp_path / "a.slatebook"
    archive, person = filled(folder)
    snapshot = tmp_path / "snapshot"
    with archive:
        clips = tuple(archive.index.clip_ids(archive.search("").rows))
        sizes = {}
        wal = folder / "history.db-wal"
        archive.history._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copytree(folder / "records", tmp_path / "records")
        for number in range(6):
            archive.catalog.apply(Describe(clips=clips[number : number + 1], notes=f"note {number}"))
            archive.catalog.apply(TagClips(clips[number:], a_tag(person)))
            sizes[wal.stat().st_size] = archive.history.seq
        shutil.copytree(folder, snapshot)
    shutil.rmtree(snapshot / "records")
    shutil.copytree(tmp_path / "records", snapshot / "records")
    for seed in range(ROUNDS):
        _open_cut(snapshot, tmp_path / f"cut{seed}", seed, sizes)


def _open_cut(snapshot: Path, folder: Path, seed: int, sizes: dict[int, int]) -> None:
    chance = random.Random(seed)
    shutil.copytree(snapshot, folder)
    wal = folder / "history.db-wal"
    length = chance.randrange(wal.stat().st_size)
    garbage = chance.randbytes(chance.choice((0, 0, 100, 5000)))
    wal.write_bytes(wal.read_bytes()[:length] + garbage)
    (folder / "history.db-shm").unlink(missing_ok=True)
    promised = max((seq for size, seq in sizes.items() if size <= length), default=2)
    with open_archive(folder) as archive:
        assert archive.history.seq >= promised
        assert archive.check() == []
    shutil.rmtree(folder)


def test_record_files_left_half_written_are_neither_read_nor_in_the_way(tmp_path: Path) -> None:
    folder = tmp_path / "a.slatebook"
    archive, person = filled(folder)
    with archive:
        clips = tuple(archive.index.clip_ids(archive.search("").rows))
    chance = random.Random(2)
    for path in sorted((folder / "records" / "clips").glob("??/*.json"))[:20]:
        whole = path.read_bytes()
        path.with_name(f".{path.name}.new").write_bytes(whole[: chance.randrange(len(whole))])
    with open_archive(folder) as archive:
        assert sorted(archive._records.ids(Table.CLIPS)) == sorted(clips)
        archive.catalog.apply(TagClips(clips, a_tag(person)))
        archive.catalog.flush()
        assert archive.check() == []
