"""The verbs about what leaves the house, run as the command line runs them."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from core.app import create_archive, open_archive
from core.catalog.edits import AddClips, AddEntry, TagClips
from core.cli.main import main
from core.export.formats import FORMATS, Format
from core.export.sheet import Sheet
from core.model.clip import Access, Clip, Level, Permission
from core.model.ids import ClipId
from core.model.vocabulary import EntryKind
from core.settings import Settings
from tests.support.model import a_clip, a_tag, an_entry


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an archive of three clips: two free, one under embargo for ten days."""
    folder = tmp_path / "a.slatebook"
    with create_archive(folder) as archive:
        soon = (archive.clock.now().astimezone().date() + timedelta(days=10)).isoformat()
        held = a_clip("held.mov", access=Access(embargo=soon))
        archive.catalog.apply(AddClips((a_clip("one.mov"), a_clip("two.mov"), held)))
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0, **options: Any) -> str:
    assert main([str(argument) for argument in arguments], **options) == code
    said = capsys.readouterr()
    return said.out if code == 0 else said.err


def clips_of(folder: Path, query: str = "") -> list[Clip]:
    with open_archive(folder) as archive:
        return [archive.clip(ClipId(clip)) for clip in archive.index.clip_ids(archive.search(query).rows)]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def history(folder: Path) -> list[str]:
    with open_archive(folder) as archive:
        return [step.label for step in archive.catalog.history()]


def test_what_was_held_back_is_told_with_the_reason(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = run(capsys, "export", folder, "-o", tmp_path / "all.csv")
    assert "Wrote 2 clips to" in told
    assert "Held back 1 clip under embargo:\n  held.mov: under embargo until " in told
    shown = json.loads(run(capsys, "export", folder, "-o", tmp_path / "all.jsonl", "--json"))
    assert (shown["rows"], shown["held_back"], shown["held"][0]["name"]) == (2, 1, "held.mov")
    assert shown["path"] == str(tmp_path / "all.jsonl")


def test_an_override_is_recorded_in_history(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = run(capsys, "export", folder, "-o", tmp_path / "all.csv", "--override", "Signed off by legal")
    assert "1 clip left under an embargo override" in told
    assert history(folder)[0] == "Export of 1 clip under embargo override: Signed off by legal"
    assert {row["title"] for row in rows(tmp_path / "all.csv")} == {"one.mov", "two.mov", "held.mov"}
    with pytest.raises(SystemExit):
        main(["export", str(folder), "-o", str(tmp_path / "b.csv"), "--override", " "])
    assert "needs a reason" in capsys.readouterr().err


def test_columns_can_be_kept_under_a_name(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "export", folder, "-o", tmp_path / "a.csv", "--columns", "title, rating", "--save-preset", "desk")
    assert Settings.load().sheet_presets == {"desk": ("title", "rating")}
    run(capsys, "export", folder, "-o", tmp_path / "b.csv", "--preset", "desk")
    assert list(rows(tmp_path / "b.csv")[0]) == ["title", "rating"]
    assert "No preset is called “desc”; there are desk" in run(
        capsys, "export", folder, "-o", tmp_path / "c.csv", "--preset", "desc", code=2
    )
    bad = ("--columns", "peple", "--save-preset", "bad")
    assert "no column “peple”" in run(capsys, "export", folder, "-o", tmp_path / "c.csv", *bad, code=2)
    assert "bad" not in Settings.load().sheet_presets


def test_the_program_may_know_more_formats(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def write(sheet: Sheet, target: Path) -> None:
        target.write_text(f"{sum(1 for _ in sheet.rows)} {sheet.moments}")

    formats = {**FORMATS, "count": Format("count", "count", "How many", write)}
    run(capsys, "export", folder, "-o", tmp_path / "a.count", "--moments", formats=formats)
    assert (tmp_path / "a.count").read_text() == "2 True"


def test_an_ending_that_says_nothing(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Say the format of sheet" in run(capsys, "export", folder, "-o", tmp_path / "sheet", code=2)


def test_what_becomes_free_soon_is_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "held.mov  (under embargo until " in run(capsys, "due", folder)
    assert run(capsys, "due", folder, "--days", "9") == ""
    shown = json.loads(run(capsys, "due", folder, "--json"))
    assert [clip["name"] for clip in shown["clips"]] == ["held.mov"]


def test_rights_and_embargo_are_set_in_one_step(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = (
        "--rights",
        "inc-nc",
        "--holder",
        "Ada",
        "--permission",
        "not-asked",
        "--licence",
        "CC BY",
        "--credit",
        "A",
    )
    told = run(capsys, "describe", folder, "--query", "", *words, "--embargo", "release", "--level", "restricted")
    assert told == "Changed rights, holder, permission, licence, embargo, level and credit of 3 clips.\n"
    for clip in clips_of(folder):
        assert clip.rights.statement == "http://rightsstatements.org/vocab/InC-NC/1.0/"
        assert (clip.rights.holder, clip.rights.licence, clip.source.credit) == ("Ada", "CC BY", "A")
        assert clip.rights.permission is Permission.NOT_ASKED
        assert (clip.access.level, clip.access.until_release, clip.access.embargo) == (Level.RESTRICTED, True, "")
    assert history(folder)[0] == "Change rights, holder, permission, licence, embargo, level and credit of 3 clips"
    run(capsys, "undo", folder)
    assert {clip.access.level for clip in clips_of(folder)} == {Level.INTERNAL}
    assert sorted(bool(clip.access.embargo) for clip in clips_of(folder)) == [False, False, True]


def test_what_is_not_named_stays_and_each_clip_keeps_its_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {clip.id: clip for clip in clips_of(folder)}
    run(capsys, "describe", folder, "--query", "", "--permission", "granted")
    for clip in clips_of(folder):
        rights = replace(before[clip.id].rights, permission=Permission.GRANTED)
        assert clip == replace(before[clip.id], rights=rights, revision=clip.revision)
    shown = json.loads(run(capsys, "describe", folder, "--query", "", "--embargo", "none", "--json"))
    assert shown == {"clips": 3, "changed": 1}
    assert not any(clip.access.embargo for clip in clips_of(folder))
    run(capsys, "describe", folder, "--query", "", "--embargo", "2031-05", "--reason", "contract 7")
    assert {(clip.access.embargo, clip.access.reason) for clip in clips_of(folder)} == {("2031-05", "contract 7")}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [((), "Say what to set: --rights"), (("--embargo", "soon"), "“soon” is no date"),
     (("--rights", "https://example.org"), "is no rights statement; give its URI or one of InC")],
)  # fmt: skip
def test_what_makes_no_sense_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in run(capsys, "describe", folder, "--query", "", *words, code=2)


def test_nothing_found_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = run(capsys, "describe", folder, "--query", "person:nobody-here", "--holder", "Ada")
    assert "No clip answers that." in told
    assert history(folder) == ["Import 3 clips"]


def test_an_embargo_until_release_follows_the_production(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    film = an_entry(EntryKind.PRODUCTION, "Fjord", released="2020")
    run(capsys, "describe", folder, "--query", "", "--embargo", "release")
    with open_archive(folder) as archive:
        archive.catalog.apply(AddEntry(film))
        clips = tuple(archive.index.clip_ids(archive.search("one").rows))
        archive.catalog.apply(TagClips(clips, a_tag(film)))
    told = run(capsys, "export", folder, "-o", tmp_path / "all.csv")
    assert [row["title"] for row in rows(tmp_path / "all.csv")] == ["one.mov"]
    assert told.count("held until release, but tagged with no production") == 2
