"""import --copy and --dry-run, imports and watch, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.cli.main import main
from core.ingest import watching
from tests.support.media import make_clip


@pytest.fixture
def card(tmp_path: Path) -> Path:
    folder = tmp_path / "card"
    folder.mkdir()
    make_clip(folder / "a.mp4", seconds=1, size=(160, 90))
    (folder / "notes.txt").write_text("call sheet")
    return folder


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(words)
    return code, capsys.readouterr().out


def test_a_card_is_foretold_copied_in_and_reported(
    card: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = str(tmp_path / "A.slatebook")
    said(capsys, "new", archive)
    said(capsys, "entry", "add", archive, "Tom Cruise", "--kind", "person")
    code, out = said(capsys, "import", archive, str(card), "--copy", "--dry-run")
    assert code == 0
    assert "1 new, 1 no media." in out
    code, out = said(capsys, "import", archive, str(card), "--copy", "--triage", "--person", "Tom Cruise")
    assert (code, out) == (0, "1 added, 1 skipped (no media).\n")
    assert (tmp_path / "A.slatebook" / "media" / "card" / "a.mp4").is_file()
    assert "a.mp4" in said(capsys, "search", archive, "status:claimed person:cruise")[1]
    code, out = said(capsys, "imports", archive, "newest", "-o", str(tmp_path / "report.json"))
    assert code == 0
    assert json.loads((tmp_path / "report.json").read_text())["files"][0]["file"] == str(card / "a.mp4")
    assert "card: 1 added, 1 skipped, copied" in said(capsys, "imports", archive)[1]


def test_a_watched_folder_is_emptied_once(
    card: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching.Watcher, "settle_s", 0.0)
    archive = str(tmp_path / "A.slatebook")
    said(capsys, "new", archive)
    assert said(capsys, "watch", archive, "--list")[1] == "No folder is watched.\n"
    assert said(capsys, "watch", archive)[0] == 2
    said(capsys, "watch", archive, "--add", str(card), "--copy")
    assert said(capsys, "watch", archive, "--list")[1] == f"{card}  copied\n"
    assert f"1 added from {card}." in said(capsys, "watch", archive, "--once")[1]
    assert said(capsys, "watch", archive, "--once")[1] == "Nothing new.\n"
    said(capsys, "watch", archive, "--remove", str(card))
    assert said(capsys, "watch", archive, "--remove", str(card))[0] == 2
