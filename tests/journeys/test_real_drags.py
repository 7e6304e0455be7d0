"""Files dragged from another program onto the window, and clips and keyframes dragged out of it, on a real screen."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.app import create_archive
from tests.support.media import make_clip
from tests.support.screen import ROOT, Screen, missing, screen, wait_for

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())} for a screen of its own"),
    pytest.mark.timeout(300),
]
SIZE = (1600, 900)
WINDOW = (1280, 860)
BESIDE = (1310, 60)
BESIDE_MIDDLE = (1440, 160)
FIRST_CARD = (400, 250)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Screen]:
    with screen(tmp_path / "desk", SIZE) as made:
        yield made


@pytest.fixture
def rushes(tmp_path: Path) -> Path:
    folder = tmp_path / "rushes"
    folder.mkdir()
    make_clip(folder / "train roof.mp4", seconds=1, scenes=2)
    make_clip(folder / "Ålesund #1.mov", seconds=1, scenes=1)
    return folder


def found(archive: Path, query: str = "") -> list[dict[str, Any]]:
    """Return what the command line finds, while the window is open."""
    command = [sys.executable, "main.py", "search", str(archive), query, "--json"]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=60).stdout
    clips: list[dict[str, Any]] = json.loads(told)["clips"]
    return clips


def other_program(desk: Screen, what: str, *paths: Path) -> None:
    desk.start([sys.executable, "tests/support/dragging.py", what, *map(str, paths)])
    desk.fill("Files to drag" if what == "give" else "Drop here", BESIDE, (260, 160))


def hashes(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


def test_files_from_another_program_come_in_and_go_out_again(desk: Screen, rushes: Path, tmp_path: Path) -> None:
    archive, before = tmp_path / "Drags.slatebook", hashes(rushes)
    create_archive(archive, "Drags").close()
    desk.slatebook(archive)
    desk.fill("Slatebook", (0, 0), WINDOW)
    other_program(desk, "give", *sorted(rushes.iterdir()))
    desk.drag(BESIDE_MIDDLE, (640, 450))
    desk.window("Import")
    desk.key("Return")
    wait_for(lambda: len(found(archive)) == 2)
    desk.hands("search", "--name", "Files to drag", "windowminimize")

    taken = tmp_path / "taken.txt"
    other_program(desk, "take", taken)
    desk.drag(FIRST_CARD, BESIDE_MIDDLE)
    wait_for(taken.exists)
    action, path = taken.read_text(encoding="utf-8").strip().split("\t")
    assert action == "CopyAction"
    assert Path(path) in rushes.iterdir()
    assert hashes(rushes) == before
    assert (desk.folder / "main.log").read_text(encoding="utf-8") == ""  # Qt found nothing to warn of
