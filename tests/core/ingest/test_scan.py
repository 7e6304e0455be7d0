"""What a dropped folder is found to hold."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from core.ingest.scan import FoundFile, scan

posix_only = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX file system")


def names(*paths: Path) -> list[str]:
    return [found.name for found in scan(paths)]


def test_files_come_by_name_and_folders_after_the_files_beside_them(tmp_path: Path) -> None:
    for name in ("b/2.mp4", "b/1.mp4", "z.mp4", "a/x/9.mp4", "a/8.mp4"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert names(tmp_path) == ["z.mp4", "8.mp4", "9.mp4", "1.mp4", "2.mp4"]


def test_a_file_comes_with_its_size_time_and_absolute_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.mp4").write_bytes(b"12345")
    os.utime(tmp_path / "a.mp4", ns=(1, 1_600_000_000_000_000_000))
    monkeypatch.chdir(tmp_path)
    assert list(scan([Path("a.mp4")])) == [FoundFile(str(tmp_path / "a.mp4"), 5, 1_600_000_000_000_000_000)]


def test_hidden_files_archives_and_system_folders_are_passed_over(tmp_path: Path) -> None:
    for name in (
        ".hidden.mp4",
        "._clip.mp4",
        ".cache/a.mp4",
        "My.slatebook/media/a.mp4",
        "__MACOSX/a.mp4",
        "renamed archive/archive.json",
        "renamed archive/records/x",
        "seen.mp4",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert names(tmp_path) == ["seen.mp4"]


def test_a_hidden_file_that_was_named_itself_is_taken(tmp_path: Path) -> None:
    (tmp_path / ".hidden.mp4").write_bytes(b"x")
    assert names(tmp_path / ".hidden.mp4") == [".hidden.mp4"]


@posix_only
def test_links_that_lead_in_circles_come_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "clip.mp4").write_bytes(b"x")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self.mp4").symlink_to(tmp_path / "self.mp4")
    found = list(scan([tmp_path]))
    assert [file.name for file in found] == ["self.mp4", "clip.mp4"]
    assert found[0].problem


@posix_only
def test_a_linked_folder_is_walked_once(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "clip.mp4").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert names(tmp_path) == ["clip.mp4"]


@posix_only
def test_pipes_sockets_and_dead_links_are_not_plain(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.mp4"))
        found = list(scan([tmp_path]))
    assert {file.name: file.plain for file in found} == {"dead.txt": False, "pipe.mp4": False, "socket.mp4": False}
    assert not any(file.problem for file in found)


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    (found,) = scan([tmp_path / "gone.mp4"])
    assert "gone.mp4 is not there" in found.problem


@posix_only
def test_a_name_that_is_not_utf8_keeps_its_bytes(tmp_path: Path) -> None:
    location = os.fsencode(tmp_path) + b"/caf\xe9.mp4"
    with open(location, "wb") as file:
        file.write(b"x")
    (found,) = scan([tmp_path])
    assert os.fsencode(found.location) == location
    assert found.name == "caf\ufffd.mp4"
