"""The archive's folder goes away while it is open, and comes back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.app import Archive, create_archive, open_archive
from core.catalog import flusher
from core.catalog.edits import AddClips, Describe
from core.errors import SystemProblem
from tests.support.model import a_clip


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flusher, "GATHER_S", 60.0)  # nothing reaches the record files by itself


def test_nothing_is_lost_where_the_folder_comes_back(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder, away = tmp_path / "a.slatebook", tmp_path / "elsewhere"
    clip = a_clip("roof.mov")
    with create_archive(folder) as archive:
        archive.catalog.apply(AddClips((clip,)))
        folder.rename(away)
        with pytest.raises(SystemProblem, match="folder is gone; was its drive unplugged"):
            archive.catalog.apply(Describe(clips=(clip.id,), notes="lost?"))
        with pytest.raises(SystemProblem, match="folder is gone"):
            archive.catalog.apply(AddClips((a_clip(),)))
        with pytest.raises(SystemProblem, match="folder is gone"):
            archive.catalog.flush()
        assert not folder.exists()
        assert len(archive.search("roof").rows) == 1
        away.rename(folder)
        archive.catalog.apply(Describe(clips=(clip.id,), notes="kept"))
        archive.catalog.flush()
    with open_archive(folder) as archive:
        assert archive.clip(clip.id).notes == "kept"
        assert archive.check() == []
    caplog.clear()


def test_another_folder_in_its_place_is_not_written_to(tmp_path: Path) -> None:
    folder, away = tmp_path / "a.slatebook", tmp_path / "elsewhere"
    archive = create_archive(folder)
    archive.catalog.apply(AddClips((a_clip(),)))
    shutil.copytree(folder, tmp_path / "copy")
    folder.rename(away)
    (tmp_path / "copy").rename(folder)
    before = sorted(folder.rglob("*"))
    with pytest.raises(SystemProblem):
        archive.catalog.apply(AddClips((a_clip(),)))
    with pytest.raises(SystemProblem):
        archive.close()
    assert sorted(folder.rglob("*")) == before
    with Archive(away) as archive:
        assert (len(archive.index), archive.check()) == (1, [])
