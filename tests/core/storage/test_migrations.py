"""An archive of an older form: brought up to date, with a copy of what was, whatever ends it in between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.app import create_archive, open_archive
from core.catalog.edits import AddClips
from core.errors import ArchiveProblem
from core.storage.archive_file import FORMAT, read_description, write_description
from core.storage.migrations import migrate
from tests.support.migrating import KILL_POINTS, NEXT, STEPS, is_migrated
from tests.support.model import a_clip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "old.slatebook"
    with create_archive(folder) as archive:
        archive.catalog.apply(AddClips(tuple(a_clip() for _ in range(20))))
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in (folder / "records").rglob("*.json")}


def test_what_was_there_before_lies_in_the_backup(folder: Path) -> None:
    before = contents(folder)
    done = migrate(folder, "2026-11-23 10.00.00", STEPS, NEXT)
    assert done is not None
    assert (done.before, done.description.format) == (FORMAT, NEXT)
    assert str(done.backup) in done.sentence
    assert is_migrated(folder)
    assert contents(done.backup) == before
    assert contents(folder) != before
    assert read_description(done.backup / "archive.json").format == FORMAT
    assert migrate(folder, "later", STEPS, NEXT) is None


def test_the_backup_opens_as_the_archive_it_was(folder: Path) -> None:
    done = migrate(folder, "x", STEPS, NEXT)
    assert done is not None
    with open_archive(done.backup) as archive:
        assert len(archive.search("").rows) == 20
        assert archive.check() == []


@pytest.mark.parametrize("point", range(KILL_POINTS))
def test_killed_anywhere_it_is_finished_the_next_time(folder: Path, point: int) -> None:
    before = contents(folder)
    child = subprocess.run(
        [sys.executable, "-m", "tests.support.migrating", str(folder), str(point)],
        cwd=Path(__file__).resolve().parents[3],
        check=False,
    )
    assert child.returncode == -signal.SIGKILL
    migrate(folder, "again", STEPS, NEXT)
    assert is_migrated(folder)
    whole = [path for path in (folder / "backups").glob("format*") if contents(path) == before]
    assert whole, os.listdir(folder / "backups")
    assert not list((folder / "backups").glob(".*.part"))
    assert not (folder / "backups" / "migrating.json").exists()


def test_a_form_too_old_and_one_too_new_are_refused(folder: Path) -> None:
    with pytest.raises(ArchiveProblem, match="no longer knows"):
        migrate(folder, "x", {}, NEXT)
    write_description(folder / "archive.json", replace(read_description(folder / "archive.json"), format=FORMAT + 1))
    with pytest.raises(ArchiveProblem, match="newer Slatebook"):
        open_archive(folder)


def test_an_older_archive_is_not_opened_for_reading_only(folder: Path) -> None:
    write_description(folder / "archive.json", replace(read_description(folder / "archive.json"), format=FORMAT - 1))
    with pytest.raises(ArchiveProblem, match="Open it once for writing"):
        open_archive(folder, read_only=True)
