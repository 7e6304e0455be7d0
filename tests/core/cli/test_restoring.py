"""Snapshots by the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.app import create_archive, open_archive
from core.catalog.edits import AddClips
from core.cli.main import main
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
