"""Where sheets are put: whole or not at all, whatever happens on the way."""

from __future__ import annotations

import gc
import os
import random
import shutil
import subprocess
import warnings
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from core.catalog.vocabulary import Vocabulary
from core.errors import SystemProblem, UserProblem
from core.export.export import ExportReport, export_sheet
from core.export.formats import FORMATS, Format
from core.export.sheet import Sheet
from core.model.clip import Clip, Moment, Source
from core.model.ids import MomentId
from core.model.time import Span
from tests.core.export.test_embargo import NoStills
from tests.support.model import a_clip

TODAY = date(2026, 11, 22)
WORDS = Vocabulary()
FILES = [name for name, form in FORMATS.items() if not form.folder]


def written(clips: Sequence[Clip], target: Path, **options: Any) -> ExportReport:
    given = {"target": target, "today": TODAY} | options
    return export_sheet(clips, WORDS, NoStills(), **given)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="is a folder"):
        written([], tmp_path, format="csv")


@pytest.mark.parametrize("form", FILES)
def test_a_full_disk_leaves_nothing(tmp_path: Path, form: str) -> None:
    """A file system of 64 KiB takes the beginning of the sheet, and then no more."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not _mounted(disk, "64k"):
        pytest.skip("only root on Linux can make a small file system")
    clips = [_talkative(number) for number in range(400)]
    try:
        with pytest.raises(SystemProblem, match="No space left"):
            export_sheet(clips, WORDS, NoStills(), format=form, target=disk / "sheet", today=TODAY)
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)
        with warnings.catch_warnings():  # xlsxwriter leaves the file it packs to the garbage collector then
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()


def _talkative(number: int) -> Clip:
    """Return a clip of which so much is said that no packing makes it small."""
    said = random.Random(number).randbytes(400).hex()
    moment = Moment(id=MomentId(f"m{number}"), span=Span(Fraction(1), Fraction(2)), label=said)
    return a_clip(said[:60], notes=said, source=Source(caption=said), moments=(moment,))


def _mounted(folder: Path, size: str) -> bool:
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("mount"):
        return False
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def write_pages(sheet: Sheet, target: Path) -> None:
    for row in sheet.rows:
        (target / f"{row.title}.txt").write_text(row.title)


FOLDERS = {"pages": Format("pages", "", "Pages", write_pages, folder=True)}


def test_a_folder_is_there_when_all_of_it_is(tmp_path: Path) -> None:
    def there(_rows: int) -> None:
        assert not (tmp_path / "pages").exists()

    clips = [a_clip(f"clip {number}") for number in range(20)]
    written(clips, tmp_path / "pages", format="pages", formats=FOLDERS, report=there)
    assert len(list((tmp_path / "pages").iterdir())) == 20
    assert list(tmp_path.iterdir()) == [tmp_path / "pages"]


def test_a_folder_that_holds_something_is_left_alone_and_an_empty_one_is_taken(tmp_path: Path) -> None:
    target = tmp_path / "pages"
    target.mkdir()
    written([a_clip("one")], target, format="pages", formats=FOLDERS)
    with pytest.raises(UserProblem, match="Choose a new or an empty folder"):
        written([a_clip("two")], target, format="pages", formats=FOLDERS)
    assert [page.name for page in target.iterdir()] == ["one.txt"]
    with pytest.raises(UserProblem, match="Choose a new or an empty folder"):
        written([a_clip("two")], target / "one.txt", format="pages", formats=FOLDERS)


def test_a_cancelled_folder_leaves_nothing(tmp_path: Path) -> None:
    asked = iter([False, False, False, True])
    target = tmp_path / "pages"
    report = written([a_clip(), a_clip(), a_clip()], target, format="pages", formats=FOLDERS, cancelled=asked.__next__)
    assert report == ExportReport(0, 0, target, cancelled=True)  # the last question comes after the last clip
    assert list(tmp_path.iterdir()) == []


FOLDER_FORMATS = [name for name, form in FORMATS.items() if form.folder]


@pytest.mark.parametrize("form", FOLDER_FORMATS)
def test_a_full_disk_leaves_no_half_folder(tmp_path: Path, form: str) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if not _mounted(disk, "64k"):
        pytest.skip("only root on Linux can make a small file system")
    clips = [replace(_talkative(number), files=a_clip(f"{number}.mov").files) for number in range(200)]
    try:
        with pytest.raises(SystemProblem, match="No space left"):
            written(clips, disk / "sidecars", format=form)
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.mark.parametrize("form", FOLDER_FORMATS)
def test_a_cancelled_folder_of_sidecars_leaves_nothing(tmp_path: Path, form: str) -> None:
    seen: list[int] = []
    clips = [a_clip(f"{number}.mov") for number in range(9)]
    report = written(clips, tmp_path / "out", format=form, report=seen.append, cancelled=lambda: len(seen) == 4)
    assert report.cancelled
    assert list(tmp_path.iterdir()) == []
