"""The verb ``places``: what GPS suggests, and the claim it becomes when it is accepted."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.app import create_archive, open_archive
from core.catalog.edits import AddClips
from core.cli.main import main
from core.model.clip import Role, Status
from core.model.media import GeoPoint
from tests.support.model import a_clip

ANDALSNES = "near Åndalsnes, Møre og Romsdal, Norway, 4 km"


@pytest.fixture
def folder(tmp_path: Path) -> str:
    folder = tmp_path / "Norway.slatebook"
    with create_archive(folder) as archive:
        at_the_wall = GeoPoint(latitude=62.5338, longitude=7.72)
        archive.catalog.apply(AddClips((replace(a_clip("wall.mov"), place=at_the_wall), a_clip("studio.mov"))))
    return str(folder)


def test_suggestions_are_listed_and_nothing_is_changed(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["places", folder]) == 0
    told = capsys.readouterr()
    assert "wall.mov" in told.out
    assert ANDALSNES in told.out
    assert "studio.mov" not in told.out
    assert "GeoNames" in told.err
    with open_archive(Path(folder)) as archive:
        assert len(list(archive.catalog.history())) == 1


def test_accepting_claims_them_and_there_is_nothing_left_to_suggest(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["places", folder, "--accept", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["claimed"] == 1
    assert told["suggestions"][0]["near"]["text"] == ANDALSNES
    with open_archive(Path(folder)) as archive:
        clips = [archive.clip(clip) for clip in archive.index.clip_ids(archive.search("location:åndalsnes").rows)]
    assert [(tag.role, tag.status) for clip in clips for tag in clip.tags] == [(Role.LOCATION_SHOT, Status.CLAIMED)]
    assert main(["places", folder, "--accept"]) == 0
    assert "No clip" in capsys.readouterr().err


def test_search_and_show_tell_it_too(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", folder, "wall", "--json"]) == 0
    (clip,) = json.loads(capsys.readouterr().out)["clips"]
    assert clip["near"]["name"] == "Åndalsnes"
    assert 3 < clip["near"]["km"] < 5
    assert main(["show", folder, "wall.mov"]) == 0
    assert ANDALSNES in capsys.readouterr().out
    assert main(["show", folder, "studio.mov", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["near"] is None
