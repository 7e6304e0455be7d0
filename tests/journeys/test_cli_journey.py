"""The whole way once by the command line, a fresh process for every verb."""

from __future__ import annotations

import csv
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core.app import open_archive
from tests.support.media import make_clip

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 100


class Shell:
    """Runs verbs, each in its own process."""

    def __init__(self, home: Path, archive: Path) -> None:
        self.archive = archive
        self.environment = {**os.environ, "SLATEBOOK_CONFIG": str(home), "PYTHONWARNINGS": "error"}

    def run(self, verb: str, *arguments: object, code: int = 0) -> subprocess.CompletedProcess[str]:
        """Run a verb on the archive and hold it to its exit code; standard error never holds a traceback."""
        done = self.anywhere(verb, self.archive, *arguments)
        assert done.returncode == code, f"{verb}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def anywhere(self, *words: object) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            self.command(*words), env=self.environment, cwd=ROOT, capture_output=True, encoding="utf-8",
            timeout=PATIENCE_S, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr
        return done

    def command(self, *words: object) -> list[str]:
        return [sys.executable, "main.py", *(str(word) for word in words)]

    def json(self, verb: str, *arguments: object, code: int = 0) -> Any:
        return json.loads(self.run(verb, *arguments, "--json", code=code).stdout)


@pytest.fixture
def shell(tmp_path: Path, own_settings: Path) -> Shell:
    return Shell(own_settings, tmp_path / "Norway Shoot.slatebook")


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    """Three clips, one damaged clip and a text, in folders."""
    folder = tmp_path / "cards" / "A001"
    folder.mkdir(parents=True)
    for number, name in enumerate(("train roof.mp4", "tunnel.mov", "Łódź station.mkv")):
        make_clip(folder / name, seconds=1 + number, scenes=2)
    (folder / "broken.mp4").write_bytes((folder / "train roof.mp4").read_bytes()[:900])
    (folder.parent / "notes.txt").write_text("no media", encoding="utf-8")
    return folder.parent


def assert_a_clip_is_shown_by_name_and_id(shell: Shell) -> None:
    record = shell.json("show", "train roof.mp4")
    assert record["keyframes"]
    for keyframe in record["keyframes"]:
        assert 0 <= keyframe["time"] < 1
        assert Path(keyframe["still"]).read_bytes()[:2] == b"\xff\xd8"
    assert record == shell.json("show", record["id"][:20]) == shell.json("show", f"sb-{record['id']}")
    assert "Tom Cruise" in shell.run("show", "tunnel.mov").stdout


def assert_sheets_tell_of_two_clips(shell: Shell, tmp_path: Path) -> None:
    for form in ("csv", "xlsx"):
        sheet = tmp_path / f"sheet.{form}"
        assert "2 clips" in shell.run("export", "--query", "person:tom", "--format", form, "-o", sheet).stdout
    with (tmp_path / "sheet.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["title"] for row in rows} == {"train roof.mp4", "tunnel.mov"}
    assert all(row["people"] == "Tom Cruise" and row["id"].startswith("sb-") for row in rows)
    book = openpyxl.load_workbook(tmp_path / "sheet.xlsx")
    assert len(book.active._images) == 2
    book.close()
    shell.run("export", "-o", tmp_path / "two.csv", "--columns", "people, title")
    assert (tmp_path / "two.csv").read_bytes().startswith(b"\xef\xbb\xbfpeople,title\r\n")


def test_from_an_empty_folder_to_a_tag_sheet(shell: Shell, clips: Path, tmp_path: Path) -> None:
    assert "Norway Shoot" in shell.run("new").stdout

    came = shell.json("import", clips, "--jobs", 2, code=1)
    assert (came["added"], came["known"], came["skipped"]) == (3, 0, 1)
    (failed,) = came["failed"]
    assert Path(failed["path"]).name == "broken.mp4"
    assert failed["reason"].endswith(".")

    everything = shell.json("search", "")
    assert everything["count"] == 4
    found = shell.json("search", "lodz")
    assert [clip["name"] for clip in found["clips"]] == ["Łódź station.mkv"]
    assert found["clips"][0]["duration"] == 3.0
    assert Path(found["clips"][0]["path"]) == clips / "A001" / "Łódź station.mkv"

    tag = ("--query", "train OR tunnel", "--person", "Tom Cruise", "--location", "Norway", "--location-shot", "Norway")
    told = shell.run("tag", *tag, "--production", "Dead Reckoning").stdout
    assert "New person: Tom Cruise." in told
    assert told.count("Norway") == 2  # made once, in two roles
    assert "Tagged 2 clips" in told
    assert shell.json("tag", *tag) == {"clips": 2, "changed": 0, "created": []}

    tagged = shell.json("search", 'tom cruise norway production:"dead reckoning"')
    assert {clip["name"] for clip in tagged["clips"]} == {"train roof.mp4", "tunnel.mov"}
    assert tagged["clips"][0]["people"] == ["Tom Cruise"]
    assert tagged["clips"][0]["locations"] == ["Norway"]
    assert tagged["clips"][0]["productions"] == ["Dead Reckoning"]

    assert_a_clip_is_shown_by_name_and_id(shell)

    assert "Tag 2 clips" in shell.run("undo").stdout
    assert shell.json("search", "tom cruise")["count"] == 0
    assert "Tag 2 clips" in shell.run("redo").stdout
    assert shell.json("search", "tom cruise")["count"] == 2
    history = shell.json("history")
    assert [step["label"].split()[0] for step in history["steps"]] == ["Tag", "Import"]

    assert_sheets_tell_of_two_clips(shell, tmp_path)

    assert shell.run("check").stdout == "All is well.\n"
    again = shell.json("import", clips, code=1)
    assert (again["added"], again["known"], len(again["failed"])) == (0, 3, 1)
    assert shell.json("search", "")["count"] == 4

    shell.run("tag", "--query", "tunnel", "--person", "tom cruise", "--remove")
    assert [clip["name"] for clip in shell.json("search", "person:tom")["clips"]] == ["train roof.mp4"]
    assert shell.json("check") == {"well": True, "problems": [], "strays": []}


def test_what_cannot_be_is_said_in_a_sentence(shell: Shell, tmp_path: Path) -> None:
    assert shell.run("search", "tom", code=2).stderr.count("\n") == 1
    shell.run("new")
    assert "holds something already" in shell.run("new", code=2).stderr
    assert shell.run("undo", code=2).stderr == "There is nothing to undo.\n"
    wrong = shell.run("search", "persn:tom", code=2).stderr.splitlines()
    assert wrong[0] == "  persn:tom"
    assert wrong[1].startswith("  ^")
    assert "person" in wrong[2]
    assert "no column “peple”" in shell.run("export", "-o", tmp_path / "a.csv", "--columns", "peple", code=2).stderr
    assert "No clip has the id or the name" in shell.run("show", "none", code=2).stderr
    assert "No person is called" in shell.run("tag", "--query", "", "--person", "Tom", "--remove", code=2).stderr
    assert "Say what to tag with" in shell.run("tag", "--query", "", code=2).stderr
    assert not (tmp_path / "a.csv").exists()
    assert shell.anywhere("frobnicate").returncode == 2
    assert "import" in shell.anywhere("--help").stdout


def test_nothing_found_makes_no_name(shell: Shell) -> None:
    shell.run("new")
    assert shell.json("tag", "--query", "", "--person", "Nobody") == {"clips": 0, "changed": 0, "created": []}
    assert shell.json("history")["count"] == 0


def test_reading_goes_on_beside_somebody_who_writes(shell: Shell, clips: Path) -> None:
    shell.run("new")
    shell.run("import", clips, code=1)
    with open_archive(shell.archive):
        assert shell.json("search", "tunnel")["count"] == 1
        assert "another window" in shell.run("undo", code=2).stderr


def test_search_loads_neither_qt_nor_codecs(shell: Shell) -> None:
    shell.run("new")
    program = (
        "import sys; sys.argv = ['main.py', 'search', sys.argv[1], '']; import main; main.main();"
        "print([name for name in ('PySide6', 'cv2', 'av', 'exifread', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(shell.archive)], env=shell.environment, cwd=ROOT, capture_output=True,
        encoding="utf-8", timeout=PATIENCE_S, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
def test_a_reader_who_leaves_is_no_error(shell: Shell, clips: Path) -> None:
    shell.run("new")
    shell.run("import", clips, code=1)
    command = shlex.join(shell.command("search", shell.archive, "", "--json"))
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -c 5"], env=shell.environment, cwd=ROOT, capture_output=True,
        encoding="utf-8", timeout=PATIENCE_S, check=False,
    )  # fmt: skip
    assert done.stderr == ""


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_an_import_that_is_interrupted_keeps_what_it_has(shell: Shell, clips: Path) -> None:
    for number in range(60):
        make_clip(clips / f"more {number}.mp4", seconds=1)
    shell.run("new")
    with subprocess.Popen(
        shell.command("import", shell.archive, clips, "--jobs", 1), env=shell.environment, cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    ) as process:  # fmt: skip
        _wait_for(lambda: any((shell.archive / "stills").rglob("*.jpg")))
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 130, told
    assert "Traceback" not in told
    assert "stays" in told
    assert shell.json("check")["well"]
    assert 0 < shell.json("search", "")["count"] < 64


def _wait_for(is_so: Any) -> None:
    end = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
