"""Moved and renamed originals are found again, surely, and without reading everything."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from core.app import Archive
from core.catalog.edits import AddClips, Describe
from core.cli.main import main
from core.fixity.originals import look_at
from core.ingest.relink import Match, Relinking, RelinkPlan, Sure, shift_between
from core.model.clip import Clip
from core.model.media import MediaFile
from tests.support.model import a_clip


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    folder = tmp_path / "footage"
    folder.mkdir()
    return folder


def a_file(path: Path, content: str) -> MediaFile:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() * 50)
    look = look_at(str(path))
    return MediaFile(path=str(path), size=look.size, mtime_ns=look.mtime_ns, quick_hash=look.quick_hash)


def taken_in(archive: Archive, *files: MediaFile) -> list[Clip]:
    clips = [a_clip(file.name, files=(file,)) for file in files]
    archive.catalog.apply(AddClips(tuple(clips)))
    return clips


def looked(archive: Archive, folder: Path, *, thorough: bool = False) -> RelinkPlan:
    relinking = Relinking(archive.catalog, archive.index.known_at, thorough=thorough)
    return relinking.run(archive.index.clip_ids(archive.search("").rows), folder)


def found(plan: RelinkPlan) -> dict[str, tuple[str, Sure]]:
    return {match.lost.file.name: (os.path.basename(match.file.path), match.sure) for match in plan.matches}


def apply(archive: Archive, matches: tuple[Match, ...]) -> None:
    Relinking(archive.catalog, archive.index.known_at).apply(matches)


def test_a_renamed_file_is_found_by_what_it_holds_and_relinked_in_one_step(archive: Archive, footage: Path) -> None:
    (clip, _here) = taken_in(archive, a_file(footage / "roof.mov", "roof"), a_file(footage / "here.mov", "here"))
    archive.catalog.apply(Describe(clips=(clip.id,), notes="kept"))
    (footage / "roof.mov").rename(footage / "A001_C003.mov")
    plan = looked(archive, footage)
    assert found(plan) == {"roof.mov": ("A001_C003.mov", Sure.CERTAIN)}
    assert (plan.seen, plan.unfound) == (2, ())
    apply(archive, plan.usable)
    now = archive.clip(clip.id)
    assert (now.file.path, now.file.quick_hash, now.notes) == (
        str(footage / "A001_C003.mov"), clip.file.quick_hash, "kept",
    )  # fmt: skip
    known = archive.index.known_at(now.file.path)
    assert known is not None
    assert known.clip == clip.id
    assert looked(archive, footage).lost == ()
    archive.catalog.undo()
    assert archive.clip(clip.id).file == clip.file


def test_a_file_of_the_same_size_and_name_with_other_content_is_not_taken(archive: Archive, footage: Path) -> None:
    file = a_file(footage / "a" / "roof.mov", "roof")
    taken_in(archive, file)
    (footage / "a" / "roof.mov").unlink()
    a_file(footage / "b" / "roof.mov", "fool")
    os.utime(footage / "b" / "roof.mov", ns=(file.mtime_ns, file.mtime_ns))
    plan = looked(archive, footage)
    assert (found(plan), [lost.file.name for lost in plan.unfound]) == ({}, ["roof.mov"])


def test_a_folder_that_moved_is_followed_by_reading_a_few(archive: Archive, footage: Path) -> None:
    taken_in(archive, *(a_file(footage / "2020" / f"{n % 9}" / f"C{n:04d}.mov", f"clip {n:04d}") for n in range(200)))
    shutil.copytree(footage / "2020", footage / "NAS" / "by year" / "2020")
    shutil.rmtree(footage / "2020")
    plan = looked(archive, footage / "NAS")
    assert len(plan.usable) == 200
    assert plan.read <= 10
    assert {match.file.path for match in plan.matches} == {str(path) for path in (footage / "NAS").rglob("*.mov")}
    assert all(Path(match.file.path).name == match.lost.file.name for match in plan.matches)
    assert looked(archive, footage / "NAS", thorough=True).read == 200
    apply(archive, plan.usable)
    assert looked(archive, footage / "NAS").lost == ()
    assert archive.catalog.undo_label == "Relink 200 clips"
    assert archive.check() == []


def test_where_the_sample_is_not_what_it_seems_everything_is_read(archive: Archive, footage: Path) -> None:
    files = [a_file(footage / "old" / f"C{n:02d}.mov", f"clip {n:02d}") for n in range(40)]
    taken_in(archive, *files)
    shutil.copytree(footage / "old", footage / "new")
    shutil.rmtree(footage / "old")
    for number in (0, 39):
        path = footage / "new" / f"C{number:02d}.mov"
        path.write_bytes(b"?" * path.stat().st_size)
        os.utime(path, ns=(files[number].mtime_ns, files[number].mtime_ns))
    plan = looked(archive, footage)
    assert {match.sure for match in plan.matches} == {Sure.CERTAIN}
    assert sorted(lost.file.name for lost in plan.unfound) == ["C00.mov", "C39.mov"]


def test_of_several_copies_the_nearest_by_path_is_taken(archive: Archive, footage: Path) -> None:
    taken_in(archive, a_file(footage / "day 1" / "A" / "roof.mov", "roof"))
    (footage / "day 1" / "A" / "roof.mov").unlink()
    a_file(footage / "other.mov", "roof")
    a_file(footage / "moved" / "A" / "roof.mov", "roof")
    os.utime(footage / "moved" / "A" / "roof.mov", ns=(1, 1))
    (match,) = looked(archive, footage).matches
    assert match.file.path == str(footage / "moved" / "A" / "roof.mov")
    assert "one of 2 copies" in match.why


def test_the_file_of_another_clip_is_left_alone(archive: Archive, footage: Path) -> None:
    lost, there = a_file(footage / "roof.mov", "roof"), a_file(footage / "again.mov", "roof")
    taken_in(archive, lost, there)
    (footage / "roof.mov").unlink()
    plan = looked(archive, footage)
    assert found(plan) == {"roof.mov": ("again.mov", Sure.TAKEN)}
    assert plan.usable == ()


def test_a_file_whose_content_was_never_recorded_is_only_likely(archive: Archive, footage: Path) -> None:
    taken_in(archive, replace(a_file(footage / "a" / "roof.mov", "roof"), quick_hash=""))
    (footage / "b").mkdir()
    (footage / "a" / "roof.mov").rename(footage / "b" / "roof.mov")
    assert found(looked(archive, footage)) == {"roof.mov": ("roof.mov", Sure.LIKELY)}


def test_cancelled_it_says_so_and_ends(archive: Archive, footage: Path) -> None:
    taken_in(archive, a_file(footage / "roof.mov", "roof"))
    (footage / "roof.mov").rename(footage / "tunnel.mov")
    relinking = Relinking(archive.catalog, archive.index.known_at)
    relinking.cancel()
    plan = relinking.run(archive.index.clip_ids(archive.search("").rows), footage)
    assert (plan.cancelled, plan.matches) == (True, ())


def test_what_differs_between_two_paths() -> None:
    assert shift_between("/a/b/2020/x.mov", "/nas/2020/x.mov") == ("/a/b", "/nas")
    assert shift_between("/x.mov", "/nas/x.mov") == (".", "/nas") or shift_between("/x.mov", "/nas/x.mov")[1] == "/nas"


def test_the_command_shows_first_and_applies_when_told(
    archive: Archive, footage: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken_in(archive, a_file(footage / "roof.mov", "roof"), a_file(footage / "gone.mov", "gone"))
    folder = archive.folder
    archive.close()
    (footage / "roof.mov").rename(footage / "tunnel.mov")
    (footage / "gone.mov").unlink()

    def run(*words: object) -> dict[str, object]:
        assert main([*(str(word) for word in words), "--json"]) == 1
        shown: dict[str, object] = json.loads(capsys.readouterr().out)
        return shown

    where = run("originals", folder)
    assert where["counts"] == {"here": 0, "offline": 0, "missing": 2}
    preview = run("relink", folder, footage)
    assert (preview["applied"], len(preview["found"]), len(preview["not_found"])) == (False, 1, 1)  # type: ignore[arg-type]
    assert run("relink", folder, footage, "--apply")["applied"] is True
    assert run("originals", folder)["counts"] == {"here": 1, "offline": 0, "missing": 1}
    assert main(["relink", str(folder), str(footage / "nowhere")]) == 2
    assert main(["relink", str(folder), str(footage)]) == 1
    assert "not found (missing)" in capsys.readouterr().out
