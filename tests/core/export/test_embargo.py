"""The gate: what is held back, until when and why, and what it takes to let it out all the same."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.catalog.vocabulary import Vocabulary
from core.errors import SystemProblem, UserProblem
from core.export.embargo import due, embargo_of, holding
from core.export.export import HELD_NAMED, ExportReport, Held, export_sheet
from core.export.formats import FORMATS
from core.model.clip import Access, Clip, Level, Status
from core.model.ids import EntryId, StillId
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry

TODAY = date(2026, 11, 22)
OUT = an_entry(EntryKind.PRODUCTION, "Grand Express", released="2026-11-01")
SOON = an_entry(EntryKind.PRODUCTION, "Fjord", released="2026-12")
UNDATED = an_entry(EntryKind.PRODUCTION, "Untitled")
WORDS = Vocabulary([OUT, SOON, UNDATED])
FILES = [name for name, form in FORMATS.items() if not form.folder]


class NoStills:
    """Stills that are nowhere."""

    def path(self, still: StillId) -> Path:
        return Path("/nowhere") / still


def until_release(*productions: Any, **fields: Any) -> Clip:
    tags = tuple(a_tag(production, id=f"tag-{number}") for number, production in enumerate(productions))
    return a_clip("held", access=Access(until_release=True, **fields), tags=tags)


def written(clips: Sequence[Clip], target: Path, **options: Any) -> ExportReport:
    given = {"format": "csv", "target": target, "today": TODAY} | options
    return export_sheet(clips, WORDS, NoStills(), **given)


@pytest.mark.parametrize(
    ("embargo", "held"),
    [("", False), ("2026-11-22", False), ("2026-11-23", True), ("2026-11", True), ("2026-10", False), ("2026", True),
     ("2025", False), ("2026-02-30", True), ("soon", True), ("2026-11-23T00:00:00Z", True), ("1-2-3-4", True)],
)  # fmt: skip
def test_an_embargo_ends_on_its_day_and_one_nobody_can_read_does_not_end(embargo: str, held: bool) -> None:
    assert (holding(a_clip(access=Access(embargo=embargo)), WORDS, TODAY) is not None) is held


@pytest.mark.parametrize(
    ("productions", "until", "why"),
    [
        ((), None, "tagged with no production"),
        ((OUT,), "", ""),
        ((SOON,), date(2026, 12, 31), "release of Fjord on 2026-12-31"),
        ((OUT, SOON), date(2026, 12, 31), "release of Grand Express and Fjord on 2026-12-31"),
        ((OUT, UNDATED), None, "release of Untitled, whose date is not known"),
    ],
)
def test_an_embargo_until_release_ends_with_the_last_release(productions: Any, until: Any, why: str) -> None:
    embargo = holding(until_release(*productions), WORDS, TODAY)
    if until == "":
        assert embargo is None
    else:
        assert embargo is not None
        assert (embargo.until, why in embargo.why) == (until, True)


def test_a_production_that_was_refuted_or_removed() -> None:
    refuted = a_tag(UNDATED, id="tag-8", status=Status.REFUTED)
    clip = a_clip(access=Access(until_release=True), tags=(a_tag(OUT, id="tag-7"), refuted))
    assert holding(clip, WORDS, TODAY) is None
    gone = a_clip(access=Access(until_release=True), tags=(replace(a_tag(OUT, id="tag-7"), entry=EntryId("gone")),))
    assert "a removed production" in str(holding(gone, WORDS, TODAY))


def test_of_two_ends_the_later_counts_and_the_reason_is_told() -> None:
    embargo = embargo_of(until_release(SOON, embargo="2027-02-01", reason="contract 7"), WORDS)
    assert embargo is not None
    assert embargo.until == date(2027, 2, 1)
    assert embargo.why == (
        "under embargo until 2027-02-01 and held until the release of Fjord on 2026-12-31 (contract 7)"
    )
    assert embargo_of(until_release(UNDATED, embargo="2027-02-01"), WORDS).until is None  # type: ignore[union-attr]


def test_the_access_level_holds_nothing_back() -> None:
    assert holding(a_clip(access=Access(level=Level.RESTRICTED)), WORDS, TODAY) is None


def test_what_is_due_is_told_soonest_first() -> None:
    clips = [
        a_clip("later", access=Access(embargo="2026-12-22")),
        a_clip("too late", access=Access(embargo="2026-12-23")),
        a_clip("tomorrow", access=Access(embargo="2026-11-23")),
        a_clip("free already", access=Access(embargo="2026-11-22")),
        a_clip("never", access=Access(embargo="soon")),
        until_release(SOON),
    ]
    assert [one.clip.name for one in due(clips, WORDS, TODAY)] == ["tomorrow", "later"]
    (tomorrow,) = due(clips, WORDS, TODAY, days=1)
    assert (tomorrow.free, tomorrow.why) == (date(2026, 11, 23), "under embargo until 2026-11-23")
    assert [one.clip.name for one in due(clips, WORDS, TODAY, days=60)] == ["tomorrow", "later", "too late", "held"]


@pytest.mark.parametrize("form", FILES)
def test_no_format_lets_an_embargoed_clip_out(tmp_path: Path, form: str) -> None:
    clips = [a_clip("free.mov"), a_clip("secret-one.mov", access=Access(embargo="2027-01-01"))]
    report = written(clips, tmp_path / "sheet", format=form)
    assert (report.rows, report.held_back, report.overridden) == (1, 1, 0)
    assert report.held == (Held("secret-one.mov", "2027-01-01", "under embargo until 2027-01-01"),)
    assert "secret-one" not in everything_in(report.target)


@pytest.mark.parametrize("form", FILES)
def test_every_format_says_that_it_was_made_under_an_override(tmp_path: Path, form: str) -> None:
    noted: list[str] = []
    clips = [a_clip("free.mov"), a_clip("secret-one.mov", access=Access(embargo="2027-01-01"))]
    report = written(clips, tmp_path / "sheet", format=form, override=" Trailer signed off ", remember=noted.append)
    assert (report.rows, report.held_back, report.overridden) == (2, 0, 1)
    assert noted == ["Export of 1 clip under embargo override: Trailer signed off"]
    text = everything_in(report.target)
    assert "secret-one" in text
    assert "under an embargo override (Trailer signed off)" in text


def everything_in(path: Path) -> str:
    """Return all text of a file, whatever its encoding; of a package all its parts."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            return " ".join(parts.read(name).decode("utf-8") for name in parts.namelist())
    data = path.read_bytes()
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")


def test_an_override_that_nothing_needed_is_not_recorded_and_the_sheet_bears_its_mark(tmp_path: Path) -> None:
    noted: list[str] = []
    report = written([a_clip("free")], tmp_path / "sheet.csv", override="for the press", remember=noted.append)
    assert (report.overridden, noted) == (0, [])
    assert "under an embargo override" in report.target.read_text("utf-8")


def test_nothing_leaves_that_history_cannot_remember(tmp_path: Path) -> None:
    def full(_sentence: str) -> None:
        raise SystemProblem("The disk is full.")

    secret = a_clip(access=Access(embargo="2027"))
    with pytest.raises(SystemProblem, match="disk is full"):
        written([secret], tmp_path / "sheet.csv", override="for the press", remember=full)
    with pytest.raises(UserProblem, match="history can record it"):
        written([secret], tmp_path / "sheet.csv", override="for the press")
    with pytest.raises(UserProblem, match="needs a reason"):
        written([secret], tmp_path / "sheet.csv", override="  ", remember=full)
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_override_is_not_recorded(tmp_path: Path) -> None:
    noted: list[str] = []
    asked = iter([False, True])
    clips = [a_clip(access=Access(embargo="2027"))]
    report = written(clips, tmp_path / "a.csv", override="press", remember=noted.append, cancelled=asked.__next__)
    assert (report.cancelled, noted, list(tmp_path.iterdir())) == (True, [], [])


def test_a_report_names_no_more_than_anybody_reads(tmp_path: Path) -> None:
    clips = (a_clip(access=Access(embargo="2027")) for _ in range(HELD_NAMED + 5))
    report = export_sheet(clips, WORDS, NoStills(), format="csv", target=tmp_path / "a.csv", today=TODAY)
    assert (report.held_back, len(report.held)) == (HELD_NAMED + 5, HELD_NAMED)
