"""Originals that are copied into the archive: whole, verified, once, and the archive may be moved with them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from core.app import Archive, create_archive, open_archive
from core.errors import SystemProblem
from core.fixity import copying as verified_copying
from core.fixity.hashing import Algorithm, hash_file
from core.ingest import copying
from core.ingest.copying import own_name
from core.ingest.report import Became, ImportReport
from core.ingest.terms import Terms
from tests.core.ingest.conftest import MP4, ScriptedPool, clips_of, counts_of, write_clip

COPY = Terms(copy=True)
posix_only = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX file system")


def copy_in(archive: Archive, pool: ScriptedPool, *paths: Path) -> ImportReport:
    return archive.importing(pool).run(paths, terms=COPY)


def copies_of(archive: Archive) -> list[str]:
    """Return what the archive holds itself, hidden files too, by its path in the media folder."""
    found = [Path(folder, name) for folder, _, names in os.walk(archive.media) for name in names]
    return sorted(str(path.relative_to(archive.media)) for path in found)


def test_a_copy_is_whole_verified_and_stands_for_the_clip(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    original = write_clip(shoot / "day 1" / "take.mp4")
    os.utime(original, ns=(5_000_000_000, 5_000_000_000))
    report = copy_in(archive, pool, shoot)
    assert counts_of(report) == (1, 0, 0, 0)
    (clip,) = clips_of(archive)
    copy = archive.media / "Norway shoot" / "day 1" / "take.mp4"
    assert clip.file.location == str(copy)
    assert copy.read_bytes() == original.read_bytes()
    assert clip.file.mtime_ns == copy.stat().st_mtime_ns == 5_000_000_000
    expected = hash_file(str(original), (Algorithm.XXH128,), lambda _: None).recorded(Algorithm.XXH128)
    assert (clip.file.full_hash, bool(clip.file.verified)) == (expected, True)
    assert pool.tasks[0]["path"] == str(copy), "what is looked into is what will be kept"
    (line,) = report.lines
    assert (line.path, line.became, line.copy, line.full_hash) == (str(original), Became.ADDED, str(copy), expected)


def test_the_same_card_again_copies_nothing_and_doubles_nothing(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    for name in ("a.mp4", "bad.mp4"):
        write_clip(shoot / name)
    assert counts_of(copy_in(archive, pool, shoot)) == (1, 0, 0, 1)
    before = copies_of(archive)
    assert counts_of(copy_in(archive, pool, shoot)) == (0, 2, 0, 0)
    assert copies_of(archive) == before
    assert [len(clip.files) for clip in clips_of(archive)] == [1, 1]


def test_a_card_that_was_shot_over_becomes_new_clips(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "C0001.mp4", "first day")
    copy_in(archive, pool, shoot)
    write_clip(shoot / "C0001.mp4", "second day")
    assert counts_of(copy_in(archive, pool, shoot)) == (1, 0, 0, 0)
    assert copies_of(archive) == ["Norway shoot/C0001 (2).mp4", "Norway shoot/C0001.mp4"]
    assert len(clips_of(archive)) == 2


def test_files_of_the_same_content_come_in_once(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for name in ("a.mp4", "b.mp4"):
        write_clip(shoot / name, "the same")
    assert counts_of(copy_in(archive, pool, shoot)) == (1, 1, 0, 0)
    assert copies_of(archive) == ["Norway shoot/a.mp4"]


def test_single_files_are_put_by_the_day(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    copy_in(archive, pool, write_clip(shoot / "a.mp4"))
    (copy,) = copies_of(archive)
    assert copy == f"{archive.import_reports.now()[:10]}/a.mp4"


def test_a_copy_that_a_kill_left_without_a_clip_is_taken_over(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    original = write_clip(shoot / "a.mp4")
    stray = archive.media / "Norway shoot" / "a.mp4"
    stray.parent.mkdir(parents=True)
    shutil.copyfile(original, stray)
    (stray.parent / ".0123456789abcdef.part").write_bytes(b"half")
    copy_in(archive, pool, shoot)
    assert copies_of(archive) == ["Norway shoot/a.mp4"]
    (clip,) = clips_of(archive)
    assert clip.file.location == str(stray)
    assert clip.file.full_hash


def test_another_file_of_that_name_and_size_is_left_alone(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "a.mp4", "mine")
    stray = write_clip(archive.media / "Norway shoot" / "a.mp4", "else")
    copy_in(archive, pool, shoot)
    assert copies_of(archive) == ["Norway shoot/a (2).mp4", "Norway shoot/a.mp4"]
    assert stray.read_bytes().endswith(b"else")


def test_sidecars_come_with_their_clip_under_its_name(
    archive: Archive, pool: ScriptedPool, shoot: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_clip(archive.media / "Norway shoot" / "a.mp4", "another")
    write_clip(shoot / "a.mp4")
    (shoot / "a.XMP").write_text("<x/>")
    (shoot / "a.mp4.json").write_text("{}")
    (shoot / "b.xmp").write_text("<x/>")
    copy_in(archive, pool, shoot)
    assert copies_of(archive) == [
        "Norway shoot/a (2).XMP",
        "Norway shoot/a (2).mp4",
        "Norway shoot/a (2).mp4.json",
        "Norway shoot/a.mp4",
    ]
    caplog.clear()  # what they say is no XMP


def test_an_archive_is_moved_with_its_copies(tmp_path: Path, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "a.mp4")
    with create_archive(tmp_path / "Here.slatebook") as archive:
        copy_in(archive, pool, shoot)
    records = [path.read_text() for path in (tmp_path / "Here.slatebook" / "records").rglob("*.json")]
    assert ['"path":"media/Norway shoot/a.mp4"' in record for record in records] == [True]
    (tmp_path / "Here.slatebook").rename(tmp_path / "There “new”.slatebook")
    with open_archive(tmp_path / "There “new”.slatebook") as archive:
        (clip,) = clips_of(archive)
        assert clip.file.location == str(archive.media / "Norway shoot" / "a.mp4")
        assert Path(clip.file.location).is_file()
        known = archive.index.known_at(clip.file.path)
        assert known is not None
        assert known.clip == clip.id
        assert archive.check() == []
        archive.catalog.undo()
        assert clips_of(archive) == []
        archive.catalog.redo()
        assert [again.files for again in clips_of(archive)] == [clip.files]


def test_a_full_disk_ends_the_import_and_leaves_no_half_of_a_copy(
    archive: Archive, pool: ScriptedPool, shoot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_clip(shoot / "a.mp4")

    def full(_descriptor: int, _data: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(verified_copying, "write_all", full)
    with pytest.raises(SystemProblem, match="No space left on device"):
        copy_in(archive, pool, shoot)
    assert copies_of(archive) == []
    assert clips_of(archive) == []
    monkeypatch.undo()
    assert counts_of(copy_in(archive, pool, shoot)) == (1, 0, 0, 0)


def test_room_is_asked_for_before_a_byte_is_written(
    archive: Archive, pool: ScriptedPool, shoot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_clip(shoot / "a.mp4")
    monkeypatch.setattr(copying, "_SPARE", 1 << 62)
    with pytest.raises(SystemProblem, match=r"There is no room for a\.mp4"):
        copy_in(archive, pool, shoot)
    assert copies_of(archive) == []


def test_a_copy_that_reads_back_otherwise_is_not_kept(
    archive: Archive, pool: ScriptedPool, shoot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_clip(shoot / "a.mp4")
    forget = verified_copying._forget

    def rot(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:-1] + b"?")
        forget(path)

    monkeypatch.setattr(verified_copying, "_forget", rot)
    with pytest.raises(SystemProblem, match="cannot be trusted"):
        copy_in(archive, pool, shoot)
    assert copies_of(archive) == []


def test_a_drive_that_vanishes_costs_its_files_and_no_more(
    archive: Archive, pool: ScriptedPool, shoot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.mp4", "gone.mp4", "z.mp4"):
        write_clip(shoot / name)
    blocks = verified_copying.blocks_of

    def vanishing(file: object) -> object:
        if "gone" in str(Path(f"/proc/self/fd/{file.fileno()}").readlink()):  # type: ignore[attr-defined]
            raise OSError(5, "Input/output error")
        return blocks(file)  # type: ignore[arg-type]

    monkeypatch.setattr(verified_copying, "blocks_of", vanishing)
    report = copy_in(archive, pool, shoot)
    assert counts_of(report) == (2, 0, 0, 1)
    assert "reports an error reading gone.mp4" in report.failed[0].reason
    assert copies_of(archive) == ["Norway shoot/a.mp4", "Norway shoot/z.mp4"]
    monkeypatch.undo()
    assert counts_of(copy_in(archive, pool, shoot)) == (1, 2, 0, 0)


def test_a_file_that_grows_while_it_is_copied_waits_for_the_next_time(
    archive: Archive, pool: ScriptedPool, shoot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    growing = write_clip(shoot / "a.mp4")
    blocks = verified_copying.blocks_of

    def written_to(file: object) -> object:
        with growing.open("ab") as camera:
            camera.write(b"more")
        return blocks(file)  # type: ignore[arg-type]

    monkeypatch.setattr(verified_copying, "blocks_of", written_to)
    report = copy_in(archive, pool, shoot)
    assert "was written to while it was copied" in report.failed[0].reason
    assert copies_of(archive) == []


@posix_only
def test_an_archive_that_may_not_be_written_to_says_so(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "a.mp4")
    archive.media.write_bytes(b"in the way of a folder")
    with pytest.raises(SystemProblem, match="could not be written to"):
        copy_in(archive, pool, shoot)


@posix_only
def test_hostile_names_are_copied_under_names_that_every_system_takes(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    names = [b"caf\xe9.mp4", "\u202eevil\u202c.mp4".encode(), b"a" * 251 + b".mp4", b"what?.mp4", b"...mp4"]
    for number, name in enumerate(names):
        Path(os.fsdecode(os.fsencode(shoot) + b"/" + name)).write_bytes(MP4 + bytes([number]))
    (shoot / "round").symlink_to(shoot)
    report = copy_in(archive, pool, shoot)
    assert counts_of(report)[:1] == (4,), "a hidden file is passed over"
    assert "Norway shoot/café.mp4" in copies_of(archive)
    assert len(copies_of(archive)) == 4
    for clip in clips_of(archive):
        assert clip.file.raw_path == ""
        assert Path(clip.file.location).is_file()


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ("take.mov", "take.mov"),
        ("a:b|c.mov", "a_b_c.mov"),
        (".hidden.mov", "hidden.mov"),
        ("dots. . ", "dots"),
        ("..", "unnamed"),
    ],
)
def test_the_name_of_a_copy(name: str, copy: str) -> None:
    assert own_name(f"/card/{name}") == copy


def test_names_that_are_too_long_for_a_number_are_shortened(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    name = "ü" * 125 + ".mp4"
    write_clip(shoot / name, "one")
    copy_in(archive, pool, shoot)
    write_clip(shoot / name, "two")
    copy_in(archive, pool, shoot)
    assert len(copies_of(archive)) == 2


def test_a_lost_original_that_is_found_is_copied_and_its_clip_follows(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    original = write_clip(shoot / "a.mp4")
    archive.importing(pool).run([shoot])
    (before,) = clips_of(archive)
    (shoot / "found").mkdir()
    original.rename(shoot / "found" / "a.mp4")
    report = copy_in(archive, pool, shoot / "found")
    assert [line.became for line in report.lines] == [Became.MOVED]
    (clip,) = clips_of(archive)
    assert clip.id == before.id
    assert [file.location for file in clip.files] == [str(archive.media / "found" / "a.mp4")]


def test_a_cancelled_copy_leaves_nothing(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    (shoot / "long.mp4").write_bytes(MP4 + bytes(9 << 20))
    session = archive.importing(pool)
    report = session.run([shoot], lambda progress: session.cancel() if progress.bytes_copied else None, terms=COPY)
    assert report.cancelled
    assert copies_of(archive) == []
    assert clips_of(archive) == []
