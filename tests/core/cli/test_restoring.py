"""Snapshots by the command line."""

from __future__ import annotations

import errno
import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.app import OWN_MEDIA, create_archive, open_archive
from core.catalog.edits import AddClips
from core.cli.main import main
from core.model.media import MediaFile
from tests.support.model import a_clip


def test_a_snapshot_is_listed_and_made_an_archive_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, target = tmp_path / "a.slatebook", tmp_path / "b.slatebook"
    create_archive(folder).close()
    assert main(["restore", str(folder), "--list"]) == 0
    assert "no snapshot yet" in capsys.readouterr().err
    with open_archive(folder) as archive:
        archive.catalog.apply(AddClips((a_clip("roof.mov"),)))
    assert main(["restore", str(folder), "--json"]) == 0
    (shown,) = json.loads(capsys.readouterr().out)["snapshots"]
    assert shown["step"] == 1
    assert main(["snapshot", str(folder)]) == 0
    assert "Nothing was done" in capsys.readouterr().out
    assert main(["restore", str(folder), shown["day"]]) == 2
    assert "never put over another" in capsys.readouterr().err
    assert main(["restore", str(folder), "newest", "--to", str(target)]) == 0
    assert main(["search", str(target), "roof"]) == 0
    assert "roof.mov" in capsys.readouterr().out
    assert main(["restore", str(folder), "newest", "--to", str(target)]) == 2


def own_copy(archive: Path, name: str) -> Path:
    copy = archive / OWN_MEDIA / "shoot" / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(b"an original")
    return copy


def test_originals_copied_in_come_with_a_restored_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, target = tmp_path / "a.slatebook", tmp_path / "b.slatebook"
    create_archive(folder).close()
    copy = own_copy(folder, "roof.mov")
    own_copy(folder, ".0123456789abcdef.part")
    with open_archive(folder) as archive:
        archive.catalog.apply(AddClips((replace(a_clip("roof.mov"), files=(MediaFile(path=str(copy)),)),)))
        archive.snapshot()
    assert main(["restore", str(folder), "newest", "--to", str(target)]) == 0
    assert "cannot be shared" not in capsys.readouterr().out
    with open_archive(target) as archive:
        (clip,) = map(archive.clip, archive.index.clip_ids(archive.search("").rows))
        assert Path(clip.file.location) == target / OWN_MEDIA / "shoot" / "roof.mov"
        assert Path(clip.file.location).samefile(copy), "one file, not a second one"
    assert [path.name for path in (target / OWN_MEDIA / "shoot").iterdir()] == ["roof.mov"]


def test_originals_on_another_disk_stay_and_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, target = tmp_path / "a.slatebook", tmp_path / "b.slatebook"
    create_archive(folder).close()
    own_copy(folder, "roof.mov")
    with open_archive(folder) as archive:
        archive.catalog.apply(AddClips((a_clip(),)))
        archive.snapshot()

    def across(_link: Path, _target: Path) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(Path, "hardlink_to", across)
    assert main(["restore", str(folder), "newest", "--to", str(target)]) == 0
    assert "1 original copied into the old archive cannot be shared across disks: copy" in capsys.readouterr().out


def test_a_check_names_copies_that_no_clip_stands_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "a.slatebook"
    create_archive(folder).close()
    copy, stray = own_copy(folder, "roof.mov"), own_copy(folder, "undone.mov")
    for sidecar in ("roof.xmp", "roof.mov.xmp", "roof.info.json", ".DS_Store"):
        own_copy(folder, sidecar)
    with open_archive(folder) as archive:
        archive.catalog.apply(AddClips((replace(a_clip("roof.mov"), files=(MediaFile(path=str(copy)),)),)))
    assert main(["check", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"well": True, "problems": [], "strays": [str(stray)]}
    assert main(["check", str(folder)]) == 0
    said = capsys.readouterr().out
    assert f"No clip stands for {stray};" in said
    assert "All is well." in said
