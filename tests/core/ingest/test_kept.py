"""Reports of imports stay with the archive and leave it as tables."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from core.app import Archive
from core.catalog.edits import AddEntry
from core.errors import SystemProblem, UserProblem
from core.exchange.import_reports import write_report
from core.ingest.kept import Took, failed_places
from core.ingest.report import Became, ImportReport, Line
from core.ingest.terms import GivenTag, Terms
from core.model.clip import Role, Source, Status
from core.model.vocabulary import EntryKind
from tests.core.ingest.conftest import ScriptedPool, clips_of, take_in, write_clip
from tests.support.model import an_entry

LINE = Line(path="/card/a.mp4", became=Became.ADDED)


def test_every_import_that_did_something_is_kept_the_newest_first(
    archive: Archive, pool: ScriptedPool, shoot: Path
) -> None:
    write_clip(shoot / "a.mp4")
    write_clip(shoot / "bad.mp4")
    take_in(archive, pool, shoot)
    take_in(archive, pool, shoot / "a.mp4")
    newest, first = archive.import_reports.all()
    assert (newest.name, newest.added, newest.known) == ("a.mp4", 0, 1)
    assert (first.name, first.added, first.failed, first.cancelled) == ("Norway shoot", 1, 1, False)
    lines = archive.import_reports.lines(first.id)
    assert {(Path(line.path).name, line.became, line.reason) for line in lines} == {
        ("a.mp4", Became.ADDED, ""),
        ("bad.mp4", Became.FAILED, "The file is cut off."),
    }
    assert failed_places(lines) == [shoot / "bad.mp4"]


def test_an_import_that_ends_early_is_kept_as_far_as_it_came(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for number in range(40):
        write_clip(shoot / f"{number}.mp4")
    session = archive.importing(pool)
    session.run([shoot], lambda progress: session.cancel() if progress.done else None)
    (kept,) = archive.import_reports.all()
    assert kept.cancelled
    assert kept.added == len(clips_of(archive))


def test_a_report_leaves_as_a_table_and_as_json(
    archive: Archive, pool: ScriptedPool, shoot: Path, tmp_path: Path
) -> None:
    write_clip(shoot / "bad.mp4")
    take_in(archive, pool, shoot)
    (kept,) = archive.import_reports.all()
    lines = archive.import_reports.lines(kept.id)
    write_report(kept, lines, tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["file"], row["became"], row["reason"]) == (
        str(shoot / "bad.mp4"),
        "could not be read",
        "The file is cut off.",
    )
    write_report(kept, lines, tmp_path / "report.json")
    document = json.loads((tmp_path / "report.json").read_text())
    assert (document["name"], document["failed"], document["files"][0]["file"]) == (
        "Norway shoot",
        1,
        str(shoot / "bad.mp4"),
    )


def test_how_fast_imports_go_is_told_by_those_before(archive: Archive) -> None:
    reports = archive.import_reports
    done = ImportReport(added=1, known=0, skipped=0, failed=(), cancelled=False, clips=(), lines=(LINE,))
    assert reports.pace(copy=True) is None
    reports.keep("short", reports.now(), Terms(copy=True), done, Took(2, 100))
    assert reports.pace(copy=True) is None, "too short to tell"
    reports.keep("long", reports.now(), Terms(copy=True), done, Took(18, 900))
    assert (reports.pace(copy=True), reports.pace(copy=False)) == (50, None)


def test_no_cell_of_a_report_is_a_formula(archive: Archive, pool: ScriptedPool, shoot: Path, tmp_path: Path) -> None:
    (shoot / "=1+1.mp4").symlink_to(shoot / "nowhere")
    take_in(archive, pool, shoot)
    (kept,) = archive.import_reports.all()
    write_report(kept, archive.import_reports.lines(kept.id), tmp_path / "report.csv")
    assert ",\"'=1+1.mp4 is not there." in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")


def test_a_report_that_is_not_there_or_damaged_says_so(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    for unfit in ("20261129T000000-1", "../archive", ""):
        with pytest.raises(UserProblem, match="There is no report"):
            archive.import_reports.lines(unfit)
    write_clip(shoot / "a.mp4")
    take_in(archive, pool, shoot)
    (kept,) = archive.import_reports.all()
    (path,) = (archive.folder / "imports").iterdir()
    path.write_bytes(path.read_bytes() + b"{\n")
    with pytest.raises(SystemProblem, match="cannot be read"):
        archive.import_reports.lines(kept.id)
    path.write_bytes(b"nothing")
    assert archive.import_reports.all() == []


def test_terms_dress_every_new_clip_and_no_known_one(archive: Archive, pool: ScriptedPool, shoot: Path) -> None:
    write_clip(shoot / "before.mp4")
    take_in(archive, pool, shoot)
    person = an_entry(EntryKind.PERSON, "Tom Cruise")
    archive.catalog.apply(AddEntry(person))
    gone = an_entry(EntryKind.PERSON, "Nobody")
    given = GivenTag(entry=person.id, role=Role.PERSON_SHOWN)
    sure = GivenTag(entry=person.id, role=Role.KEYWORD, status=Status.CONFIRMED)
    lost = GivenTag(entry=gone.id, role=Role.PERSON_SHOWN)
    write_clip(shoot / "new.mp4")
    terms = Terms(tags=(given, given, sure, lost), source=Source(platform="Instagram", credit="J. Doe"))
    archive.importing(pool).run([shoot], terms=terms)
    before, new = clips_of(archive)
    assert (before.tags, before.source) == ((), Source())
    assert [(tag.entry, tag.role, tag.status) for tag in new.tags] == [
        (person.id, Role.PERSON_SHOWN, Status.CLAIMED),
        (person.id, Role.KEYWORD, Status.CONFIRMED),
    ]
    assert (new.source.platform, new.source.credit) == ("Instagram", "J. Doe")
    (line,) = [line for line in archive.import_reports.lines(archive.import_reports.all()[0].id) if line.clip == new.id]
    assert line.became is Became.ADDED


def test_terms_survive_the_end_of_the_program(archive: Archive, shoot: Path) -> None:
    person = an_entry(EntryKind.PERSON, "Tom Cruise")
    terms = Terms(copy=True, tags=(GivenTag(entry=person.id, role=Role.PERSON_SHOWN),), source=Source(credit="J. Doe"))
    archive.imports.begin([shoot], terms)
    (written,) = (archive.folder / "imports.json",)
    assert b'"copy":true' in written.read_bytes()
    (started,) = type(archive.imports)(written).take_up()
    assert started.terms == terms
