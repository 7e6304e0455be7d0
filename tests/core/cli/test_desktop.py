"""Slatebook in the menu of a desktop."""

from __future__ import annotations

import configparser
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from core.cli.desktop import RESOURCES, data_folder, put_in, quoted
from core.cli.main import main

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="entries of Linux desktops")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for a person's own desktop entries."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


def entry_in(data: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(data / "applications" / "slatebook.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_verb_writes_entry_type_and_icon_and_takes_them_away_again(data: Path) -> None:
    assert main(["desktop"]) == 0
    entry = entry_in(data)
    assert entry["Icon"] == "slatebook"
    assert (data / "icons/hicolor/scalable/apps/slatebook.svg").read_bytes().startswith(b"<")
    assert (data / "mime/packages/slatebook.xml").is_file()
    assert main(["desktop", "--remove"]) == 0
    assert not list(data.rglob("slatebook.*"))


def test_the_entry_starts_this_slatebook(data: Path) -> None:
    put_in(data)
    command = shlex.split(entry_in(data)["Exec"])
    assert command[-1] == "%f"
    assert Path(command[0]).is_file()


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="update-mime-database is not installed")
def test_a_desktop_knows_the_type_of_an_archive(data: Path) -> None:
    assert main(["desktop"]) == 0
    assert "application/x-slatebook:*.slatebook" in (data / "mime" / "globs").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-validate is not installed")
def test_the_entry_is_valid(data: Path) -> None:
    put_in(data)
    file = str(data / "applications" / "slatebook.desktop")
    ended = subprocess.run(["desktop-file-validate", file], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout


def test_type_and_entry_name_the_same(data: Path) -> None:
    root = ET.parse(RESOURCES / "desktop" / "slatebook.xml").getroot()
    kind = root[0].get("type")
    put_in(data)
    assert kind in entry_in(data)["MimeType"].split(";")


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("/usr/bin/python3", "/usr/bin/python3"),
        ("/opt/my apps/main.py", '"/opt/my apps/main.py"'),
        ("/a$b", '"/a\\\\$b"'),
        ("50%", "50%%"),
    ],
)
def test_words_are_quoted_as_the_specification_wants(word: str, written: str) -> None:
    assert quoted(word) == written


def test_a_relative_data_folder_is_no_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    assert data_folder({"XDG_DATA_HOME": "here"}) == Path.home() / ".local" / "share"


def test_a_folder_that_cannot_be_written_is_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.write_text("in the way")
    assert main(["desktop"]) == 2
    assert str(data) in capsys.readouterr().err
