"""Importing on the command line: everything at once, or the first look now and every shot later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.app import create_archive, open_archive
from core.cli.main import main
from tests.core.ingest.conftest import clips_of
from tests.support.media import make_clip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_archive(tmp_path / "a.slatebook").close()
    return tmp_path / "a.slatebook"


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    (tmp_path / "footage").mkdir()
    for number in range(2):
        make_clip(tmp_path / "footage" / f"take {number}.mp4", seconds=1, size=(160 + 16 * number, 90))
    return tmp_path / "footage"


def glanced(folder: Path) -> list[bool]:
    with open_archive(folder) as archive:
        return [clip.glanced is not None for clip in clips_of(archive)]


def test_an_import_finds_every_shot(folder: Path, footage: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(folder), str(footage), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["added"], told["refined"]) == (2, 2)
    assert glanced(folder) == [False, False]


def test_after_triage_an_import_goes_on_with_every_shot(
    folder: Path, footage: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(folder), str(footage), "--triage"]) == 0
    assert "The shots of 2 clips are still to be found" in capsys.readouterr().err
    assert glanced(folder) == [True, True]
    assert main(["import", str(folder), "--resume"]) == 0
    assert "2 known already" in capsys.readouterr().out
    assert glanced(folder) == [False, False]
    assert not (folder / "imports.json").exists()
