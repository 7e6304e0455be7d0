"""Hand-over packages after every kind of break: whole, or gone on with."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from filelock import FileLock

from core.app import Archive
from core.errors import SystemProblem, UserProblem
from core.export.package import PackageJob, PackageReport
from core.export.package_formats import PACKAGE_FORMATS
from core.fixity.work import WorkProgress
from core.model.clip import Clip
from tests.support.bagging import bagit_complains
from tests.support.packages import (
    flip,
    media_of,
    packed,
    problems,
    scratch_of,
    shelf_of,
    shot,
    unfinished_media,
    wish_for,
)

if os.name == "posix":
    import resource

FORMS = tuple(PACKAGE_FORMATS)


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """Have the system refuse to write beyond ``size`` bytes of a file, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(os.name != "posix", reason="only POSIX limits the size of files")
@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_leaves_no_half_file_and_the_next_run_goes_on(archive: Archive, tmp_path: Path, form: str) -> None:
    small = shot(archive, tmp_path / "card" / "small.mov", b"small")
    large = shot(archive, tmp_path / "card" / "large.mov", bytes(3_000_000))
    target = tmp_path / form
    words = f"large.mov could not be written .*{os.strerror(errno.EFBIG)}.*it goes on from here"
    with pytest.raises(SystemProblem, match=words), no_file_longer_than(1_000_000):
        packed(archive, target, small, large)
    assert not target.exists()
    assert [path.name for path in unfinished_media(target).iterdir()] == ["small.mov"]
    inode = (unfinished_media(target) / "small.mov").stat().st_ino
    report = packed(archive, target, small, large)
    assert (report.packed, report.resumed) == (2, 1)
    assert (media_of(target) / "small.mov").stat().st_ino == inode
    assert not scratch_of(target).exists()
    assert problems(target) == []


def test_too_little_room_is_told_before_anything_is_copied(archive: Archive, tmp_path: Path) -> None:
    clip = shot(archive, tmp_path / "card" / "a.mov")
    job = PackageJob(shelf_of(archive), wish_for(tmp_path / "bagit"), free=lambda _folder: 1_000_000)
    with pytest.raises(SystemProblem, match="The package needs 68 MB and there are 1 MB free"):
        job.run([clip.id])
    assert list(unfinished_media(tmp_path / "bagit").iterdir()) == []


def cancelled_after(archive: Archive, target: Path, clips: list[Clip], files: int) -> PackageReport:
    ticks = count()
    job = PackageJob(shelf_of(archive), wish_for(target), ticks=lambda: float(next(ticks)))
    return job.run([clip.id for clip in clips], lambda progress: job.cancel() if progress.files_done == files else None)


def test_a_cancelled_package_is_gone_on_with(archive: Archive, tmp_path: Path) -> None:
    clips = [shot(archive, tmp_path / "card" / f"{number}.mov") for number in range(4)]
    report = cancelled_after(archive, tmp_path / "bagit", clips, 3)
    assert (report.cancelled, report.packed) == (True, 3)
    assert not (tmp_path / "bagit").exists()
    report = packed(archive, tmp_path / "bagit", *clips)
    assert (report.packed, report.resumed) == (4, 3)
    assert bagit_complains(tmp_path / "bagit") == ""


def test_a_killed_package_is_gone_on_with_and_nothing_half_is_kept(archive: Archive, tmp_path: Path) -> None:
    clips = [shot(archive, tmp_path / "card" / f"{number}.mov") for number in range(4)]
    target = tmp_path / "bagit"
    cancelled_after(archive, target, clips, 3)
    flip(unfinished_media(target) / "0.mov")  # the disk lost it
    (unfinished_media(target) / "3.mov").write_bytes(b"half")  # killed while it was copied
    (unfinished_media(target) / "9.mov").write_bytes(b"no longer wanted")
    (scratch_of(target) / "bagit" / "data" / "sheets" / "pages").mkdir(parents=True)
    with (scratch_of(target) / "bagit.journal").open("ab") as journal:
        journal.write(b'{"name":"3.mov","pa')
    (tmp_path / "card" / "1.mov").write_bytes(b"a new take")
    report = packed(archive, target, *clips)
    assert (report.packed, report.resumed) == (4, 1)
    assert {path.name for path in media_of(target).iterdir()} == {"0.mov", "1.mov", "2.mov", "3.mov"}
    assert (media_of(target) / "1.mov").read_bytes() == b"a new take"
    assert (media_of(target) / "3.mov").read_bytes() == (tmp_path / "card" / "3.mov").read_bytes()
    assert bagit_complains(target) == ""


def test_a_drive_that_does_not_keep_what_is_written_is_caught(archive: Archive, tmp_path: Path) -> None:
    clip = shot(archive, tmp_path / "card" / "a.mov")
    ticks = count()
    job = PackageJob(shelf_of(archive), wish_for(tmp_path / "bagit"), ticks=lambda: float(next(ticks)))

    def lose_a_bit(progress: WorkProgress) -> None:
        if progress.bytes_done == clip.file.size:
            flip(unfinished_media(tmp_path / "bagit") / "a.mov")

    with pytest.raises(SystemProblem, match="does not hold what was written to it"):
        job.run([clip.id], lose_a_bit)
    assert list(unfinished_media(tmp_path / "bagit").iterdir()) == []


def test_a_target_that_holds_something_is_refused(archive: Archive, tmp_path: Path) -> None:
    clip = shot(archive, tmp_path / "card" / "a.mov")
    (tmp_path / "bagit").mkdir()
    (tmp_path / "bagit" / "precious.txt").write_text("mine")
    with pytest.raises(UserProblem, match="is there already"):
        packed(archive, tmp_path / "bagit", clip)
    assert (tmp_path / "bagit" / "precious.txt").read_text() == "mine"


def test_two_runs_do_not_work_on_one_package(archive: Archive, tmp_path: Path) -> None:
    clip = shot(archive, tmp_path / "card" / "a.mov")
    scratch_of(tmp_path / "bagit").mkdir()
    with (
        FileLock(scratch_of(tmp_path / "bagit") / "lock"),
        pytest.raises(UserProblem, match="is being packed by another"),
    ):
        packed(archive, tmp_path / "bagit", clip)


def test_formats_there_are_not_are_refused(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="There is no package “zip”"):
        packed(archive, tmp_path / "zip")
    with pytest.raises(UserProblem, match="There is no format “doc”"):
        packed(archive, tmp_path / "bagit", sheets=("doc",))
