"""Verifying originals: what is recorded, what is told, and what is never touched."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import xxhash
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.app import Archive
from core.catalog.edits import AddClips, RemoveClips
from core.catalog.fixity_edits import FileFixity, RecordFixity
from core.fixity.hashing import BLOCK, Algorithm, algorithm_of, hash_file
from core.fixity.originals import look_at
from core.fixity.report import Finding, FixityReport
from core.fixity.session import FixitySession
from core.fixity.work import WorkProgress
from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.media import MediaFile, shown_path
from tests.support.model import a_clip


def original(path: Path, content: bytes = b"behind the scenes", *, imported: bool = True) -> Clip:
    """Write a file and return the clip it would be imported as."""
    path.write_bytes(content)
    status = path.stat()
    shown, raw = shown_path(str(path))
    quick = look_at(str(path)).quick_hash if imported else ""
    file = MediaFile(path=shown, raw_path=raw, size=status.st_size, mtime_ns=status.st_mtime_ns, quick_hash=quick)
    return a_clip(file.name, files=(file,))


def verified(archive: Archive, *clips: Clip, **options: Any) -> FixityReport:
    session = FixitySession(catalog=archive.catalog, clock=archive.clock, **options)
    return session.run([clip.id for clip in clips])


def damage(path: Path) -> None:
    """Flip a bit in the middle of a file, its date left as it was."""
    status = path.stat()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_hashes_are_those_of_the_libraries(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    digests = hash_file(str(tmp_path / "a"), Algorithm, lambda _count: None)
    assert digests.recorded(Algorithm.SHA256) == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert digests.recorded(Algorithm.XXH128) == f"xxh128:{xxhash.xxh3_128_hexdigest(content)}"


def test_a_file_of_several_blocks_is_hashed_whole(tmp_path: Path) -> None:
    content = os.urandom(BLOCK) + b"x" * BLOCK + b"the end"
    (tmp_path / "a").write_bytes(content)
    passed: list[int] = []
    digests = hash_file(str(tmp_path / "a"), (Algorithm.XXH128,), passed.append)
    assert digests.hex(Algorithm.XXH128) == xxhash.xxh3_128_hexdigest(content)
    assert passed == [BLOCK, BLOCK, 7]


@pytest.mark.parametrize(
    ("recorded", "algorithm"),
    [("xxh128:ab", Algorithm.XXH128), ("sha256:ab", Algorithm.SHA256), ("md5:ab", None), ("sha256:", None), ("", None)],
)
def test_a_recorded_hash_names_its_algorithm(recorded: str, algorithm: Algorithm | None) -> None:
    assert algorithm_of(recorded) is algorithm


def test_the_first_run_records_and_later_runs_verify(archive: Archive, tmp_path: Path) -> None:
    clip = original(tmp_path / "train.mov")
    archive.catalog.apply(AddClips((clip,)))
    assert verified(archive, clip).counts == {Finding.RECORDED: 1}
    recorded = archive.clip(clip.id).file
    assert recorded.full_hash == f"xxh128:{xxhash.xxh3_128_hexdigest(b'behind the scenes')}"
    assert recorded.verified
    assert verified(archive, clip).counts == {Finding.UNCHANGED: 1}
    assert archive.clip(clip.id).file.full_hash == recorded.full_hash


def test_a_verification_is_one_step_that_can_be_undone(archive: Archive, tmp_path: Path) -> None:
    clips = [original(tmp_path / f"{number}.mov", bytes([number])) for number in range(150)]
    archive.catalog.apply(AddClips(tuple(clips)))
    verified(archive, *clips)
    assert archive.catalog.undo_label == "Verify 150 clips"
    archive.catalog.undo()
    assert {archive.clip(clip.id).file for clip in clips} == {clip.file for clip in clips}


def test_damage_is_told_and_the_recorded_hash_stays(archive: Archive, tmp_path: Path) -> None:
    clip = original(tmp_path / "train.mov")
    archive.catalog.apply(AddClips((clip,)))
    verified(archive, clip)
    before = archive.clip(clip.id)
    damage(tmp_path / "train.mov")
    (told,) = verified(archive, clip).faults
    assert told.finding is Finding.CHANGED
    assert told.path == str(tmp_path / "train.mov")
    assert "train.mov has changed since it was verified on " in told.sentence
    assert "probably damaged" in told.sentence
    assert archive.clip(clip.id) == before


def test_a_file_that_was_written_to_is_told_apart_from_a_damaged_one(archive: Archive, tmp_path: Path) -> None:
    clip = original(tmp_path / "train.mov")
    archive.catalog.apply(AddClips((clip,)))
    verified(archive, clip)
    (tmp_path / "train.mov").write_bytes(b"another take")
    os.utime(tmp_path / "train.mov", ns=(0, 1_600_000_000_000_000_000))
    (told,) = verified(archive, clip).faults
    assert "it was written to on 2020-09-13 12:26:40 UTC" in told.sentence


def test_a_change_that_was_meant_is_recorded_when_somebody_says_so(archive: Archive, tmp_path: Path) -> None:
    clip = original(tmp_path / "train.mov")
    archive.catalog.apply(AddClips((clip,)))
    verified(archive, clip)
    damage(tmp_path / "train.mov")
    assert verified(archive, clip, anew=True).counts == {Finding.RECORDED: 1}
    assert verified(archive, clip).counts == {Finding.UNCHANGED: 1}


def test_a_file_that_changed_since_its_import_is_not_recorded_in_silence(archive: Archive, tmp_path: Path) -> None:
    clip = original(tmp_path / "train.mov")
    archive.catalog.apply(AddClips((clip,)))
    damage(tmp_path / "train.mov")
    (told,) = verified(archive, clip).faults
    assert told.sentence == ("train.mov has changed since it was imported. Import it again to take it in as it is now.")
    assert archive.clip(clip.id).file.full_hash == ""


def test_what_is_missing_or_unreadable_is_named_and_the_rest_goes_on(archive: Archive, tmp_path: Path) -> None:
    gone, folder, well = (original(tmp_path / f"{name}.mov") for name in ("gone", "folder", "well"))
    archive.catalog.apply(AddClips((gone, folder, well)))
    (tmp_path / "gone.mov").unlink()
    (tmp_path / "folder.mov").unlink()
    (tmp_path / "folder.mov").mkdir()
    report = verified(archive, gone, folder, well)
    assert [one.finding for one in report.checked] == [Finding.MISSING, Finding.UNREADABLE, Finding.RECORDED]
    assert report.checked[0].sentence.startswith("gone.mov is missing:")
    assert report.checked[1].sentence.startswith("folder.mov cannot be opened")


def test_every_file_of_a_clip_is_verified(archive: Archive, tmp_path: Path) -> None:
    one, other = original(tmp_path / "one.mov"), original(tmp_path / "other.mov")
    clip = replace(one, files=(*one.files, *other.files))
    archive.catalog.apply(AddClips((clip,)))
    assert verified(archive, clip).counts == {Finding.RECORDED: 2}
    damage(tmp_path / "other.mov")
    assert [one.finding for one in verified(archive, clip).checked] == [Finding.UNCHANGED, Finding.CHANGED]


def test_a_hash_passes_to_another_algorithm_only_when_the_old_one_agrees(archive: Archive, tmp_path: Path) -> None:
    well, bad = original(tmp_path / "well.mov"), original(tmp_path / "bad.mov")
    archive.catalog.apply(AddClips((well, bad)))
    verified(archive, well, bad)
    damage(tmp_path / "bad.mov")
    report = verified(archive, well, bad, algorithm=Algorithm.SHA256)
    assert [one.finding for one in report.checked] == [Finding.RECORDED, Finding.CHANGED]
    assert algorithm_of(archive.clip(well.id).file.full_hash) is Algorithm.SHA256
    assert algorithm_of(archive.clip(bad.id).file.full_hash) is Algorithm.XXH128
    assert verified(archive, well).counts == {Finding.UNCHANGED: 1}
    assert algorithm_of(archive.clip(well.id).file.full_hash) is Algorithm.SHA256


def test_a_hash_of_a_newer_version_is_left_alone(archive: Archive, tmp_path: Path) -> None:
    clip = original(tmp_path / "train.mov")
    clip = replace(clip, files=(replace(clip.file, full_hash="blake9:00"),))
    archive.catalog.apply(AddClips((clip,)))
    (told,) = verified(archive, clip, anew=True).faults
    assert (told.finding, "blake9" in told.sentence) == (Finding.UNREADABLE, True)
    assert archive.clip(clip.id).file.full_hash == "blake9:00"


def test_a_name_that_is_not_utf_8_is_verified(archive: Archive, tmp_path: Path) -> None:
    clip = original(Path(os.fsdecode(os.fsencode(tmp_path) + b"/tr\xe6in.mov")))
    archive.catalog.apply(AddClips((clip,)))
    assert verified(archive, clip).counts == {Finding.RECORDED: 1}
    assert verified(archive, clip).counts == {Finding.UNCHANGED: 1}


def test_originals_are_left_as_they_are(archive: Archive, tmp_path: Path) -> None:
    clip = original(tmp_path / "train.mov")
    archive.catalog.apply(AddClips((clip,)))
    (tmp_path / "train.mov").chmod(0o400)
    before = (tmp_path / "train.mov").stat()
    verified(archive, clip)
    after = (tmp_path / "train.mov").stat()
    assert (after.st_mtime_ns, after.st_ctime_ns, after.st_mode) == (
        before.st_mtime_ns,
        before.st_ctime_ns,
        before.st_mode,
    )
    assert (tmp_path / "train.mov").read_bytes() == b"behind the scenes"


def session_over(archive: Archive, tmp_path: Path, number: int) -> tuple[FixitySession, list[ClipId]]:
    """Return a session whose clock ticks by the look, so that every block is reported, and clips for it."""
    clips = [original(tmp_path / f"{place}.mov", b"12345") for place in range(number)]
    archive.catalog.apply(AddClips(tuple(clips)))
    ticks = count()
    session = FixitySession(catalog=archive.catalog, clock=archive.clock, ticks=lambda: float(next(ticks)))
    return session, [clip.id for clip in clips]


def test_a_cancel_keeps_what_was_done(archive: Archive, tmp_path: Path) -> None:
    session, clips = session_over(archive, tmp_path, 9)
    report = session.run(clips, lambda progress: session.cancel() if progress.files_done == 4 else None)
    assert report.cancelled
    assert len(report.checked) == 4
    assert [bool(archive.clip(clip).file.full_hash) for clip in clips] == [True] * 4 + [False] * 5


def test_progress_tells_files_bytes_speed_and_time_left(archive: Archive, tmp_path: Path) -> None:
    session, clips = session_over(archive, tmp_path, 3)
    told: list[WorkProgress] = []
    session.run(clips, told.append)
    assert {(progress.files, progress.bytes) for progress in told} == {(3, 15)}
    assert [progress.bytes_done for progress in told] == sorted(progress.bytes_done for progress in told)
    assert (told[-1].files_done, told[-1].bytes_done, told[-1].seconds_left) == (3, 15, 0)
    assert told[-1].bytes_per_second > 0
    assert {progress.current for progress in told} == {"0.mov", "1.mov", "2.mov", ""}


def test_a_pause_holds_the_work_and_does_not_count(archive: Archive, tmp_path: Path) -> None:
    session, clips = session_over(archive, tmp_path, 3)
    paused: list[WorkProgress] = []

    def report(progress: WorkProgress) -> None:
        if progress.paused:
            paused.append(progress)
            session.resume()
        elif progress.files_done == 1 and not paused:
            session.pause()

    result = session.run(clips, report)
    assert len(paused) == 1
    assert result.counts == {Finding.RECORDED: 3}


def test_a_record_that_was_changed_meanwhile_is_left_as_it_is(archive: Archive, tmp_path: Path) -> None:
    clip, gone = original(tmp_path / "train.mov"), original(tmp_path / "gone.mov")
    archive.catalog.apply(AddClips((clip, gone)))
    archive.catalog.apply(RemoveClips((gone.id,)))
    late = FileFixity(clip.id, clip.file.location, "xxh128:00", "xxh128:11", "2026-11-22T10:00:00+00:00")
    assert not archive.catalog.apply(RecordFixity((late, replace(late, clip=gone.id))))
    assert archive.clip(clip.id).file == clip.file


def test_a_clip_without_a_quick_hash_is_recorded(archive: Archive, tmp_path: Path) -> None:
    clip = original(tmp_path / "unreadable.mov", imported=False)
    archive.catalog.apply(AddClips((clip,)))
    assert verified(archive, clip).counts == {Finding.RECORDED: 1}
