"""What is being imported is on disk until it is over; what was cut short goes on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from core.app import Archive, create_archive, open_archive
from core.cli.main import main
from core.errors import SystemProblem
from core.ingest.journal import Journal
from core.ingest.report import Progress
from core.ports.media import Outcome
from tests.core.ingest.conftest import clips_of, counts_of, take_in, write_clip
from tests.support.fake_pool import ScriptedPool, found_in
from tests.support.media import make_jpeg


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "imports.json"


def test_an_import_is_remembered_by_another_process_until_it_ends(file: Path) -> None:
    journal = Journal(file)
    first = journal.begin([Path("/shoot/day 1"), Path("/shoot/day 2")])
    second = journal.begin([Path("/shoot/day 3")])
    assert journal.left_over() == []
    assert Journal(file).left_over() == [first, second]
    assert [one.name for one in Journal(file).left_over()] == ["2 files and folders", "day 3"]
    journal.end(first)
    other = Journal(file)
    assert other.take_up() == [second]
    assert other.take_up() == []
    other.end(second)
    assert not file.exists()


def test_names_that_are_not_utf8_come_back_byte_for_byte(file: Path) -> None:
    paths = [Path(os.fsdecode(b"/shoot/\xff\xfe")), Path("/shoot/Ünïcode \u202e")]
    Journal(file).begin(paths)
    (started,) = Journal(file).left_over()
    assert started.paths == paths


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'[{"id": 1}]', b"[" * 100_000])
def test_a_damaged_journal_stops_nothing(file: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    file.write_bytes(content)
    journal = Journal(file)
    assert journal.left_over() == []
    assert "cannot be read" in caplog.text
    started = journal.begin([Path("/shoot")])
    assert Journal(file).left_over() == [started]
    caplog.clear()


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(SystemProblem, match="cannot be written down"):
        Journal(tmp_path / "gone" / "imports.json").begin([Path("/shoot")])


def test_an_import_that_is_over_or_cancelled_is_forgotten(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "a.mov")
    take_in(archive, pool, shoot)
    assert Journal(archive.folder / "imports.json").left_over() == []
    session = archive.importing(pool)
    pool.hold = True
    write_clip(shoot / "b.mov")

    def cancel(_progress: Progress) -> None:
        session.cancel()
        session.suspend()  # the window closes too: what was cancelled stays cancelled

    assert session.run([shoot], cancel).cancelled
    assert Journal(archive.folder / "imports.json").left_over() == []


def test_a_suspended_import_goes_on_and_leaves_alone_what_it_did(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    for name in ("a.mov", "bad.mov", "c.mov", "d.mov"):
        write_clip(shoot / name)
    session = archive.importing(pool)
    asked: list[str] = []

    def answer(task: Any) -> Outcome:
        if task["mode"] == "triage":
            asked.append(os.path.basename(task["path"]))
        if len(asked) == 2:
            pool.hold = True
            session.suspend()
        return found_in(task)

    pool.answer = answer
    assert session.run([shoot]).cancelled
    pool.hold = False
    assert asked == ["a.mov", "bad.mov"]
    (started,) = Journal(archive.folder / "imports.json").left_over()
    report = archive.importing(pool).go_on(started)
    assert asked == ["a.mov", "bad.mov", "c.mov", "d.mov"]  # nothing twice, the unreadable one included
    assert counts_of(report) == (2, 2, 0, 0)
    assert [clip.name for clip in clips_of(archive)] == ["a.mov", "bad.mov", "c.mov", "d.mov"]
    assert archive.catalog.undo_label == "Import Norway shoot (continued)"
    assert not (archive.folder / "imports.json").exists()


def test_an_import_that_the_disk_stopped_is_remembered(
    archive: Archive, pool: ScriptedPool, shoot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_clip(shoot / "a.mov")

    def full() -> None:
        raise SystemProblem("The disk is full.")

    monkeypatch.setattr(archive.stills, "sync", full)
    with pytest.raises(SystemProblem):
        take_in(archive, pool, shoot)
    assert len(Journal(archive.folder / "imports.json").left_over()) == 1


def test_the_command_line_goes_on_with_what_was_cut_short(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "a.slatebook"
    make_jpeg(tmp_path / "one.jpg")
    make_jpeg(tmp_path / "two.jpg", scene=1)
    with create_archive(folder) as archive:
        archive.imports.begin([tmp_path / "one.jpg"])
    assert main(["import", str(folder), str(tmp_path / "two.jpg")]) == 0
    assert "“import --resume” goes on with it" in capsys.readouterr().err
    assert main(["import", str(folder), "--resume"]) == 0
    said = capsys.readouterr()
    assert "Going on with the import of one.jpg." in said.err
    assert said.out.splitlines()[0] == "1 added."
    assert main(["import", str(folder), "--resume"]) == 0
    assert capsys.readouterr().out == "Nothing to import.\n"
    with open_archive(folder) as archive:
        assert [clip.name for clip in clips_of(archive)] == ["one.jpg", "two.jpg"]


def test_an_import_of_nothing_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    create_archive(tmp_path / "a.slatebook").close()
    assert main(["import", str(tmp_path / "a.slatebook")]) == 2
    assert "--resume" in capsys.readouterr().err
