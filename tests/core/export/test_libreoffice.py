"""Sheets opened by LibreOffice and given back, cell by cell; skipped where it is not installed."""

from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from core.catalog.vocabulary import Vocabulary
from core.export.cells import unguard
from core.export.export import export_sheet
from core.model.clip import Moment, Source
from core.model.ids import MomentId
from core.model.time import Span
from tests.core.export.test_embargo import NoStills
from tests.support.model import a_clip

NASTY = ["=1+1", "007", "1/2", "1E5", "1302669612345689600", "a,b", 'say "hi"', "two\nlines", "  spaces  ", "עברית",
         "🚂", "<r>bold</r>", "_x0041_", "'quoted", "@home", "+47 1", "-", "＝１", "&amp;<b>", "01:00:00", "$5", "TRUE",
         "2020-09-06", "#REF!", "=HYPERLINK(\"x\")", "a;b", "…"]  # fmt: skip
COLUMNS = ("title", "notes", "caption_as_shared", "source_post_id", "duration", "moments", "frame_rate", "added", "id")
AS_UTF8 = "44,34,76,1,,0,false,true,false,false,false"
"""Commas, double quotes, UTF-8, from the first line, cells as they are shown."""


CLIPS = [
    a_clip(
        text,
        notes=text,
        source=Source(caption=text, post_id="1302669612345689600", platform="X"),
        moments=(Moment(id=MomentId(f"m{number}"), span=Span(Fraction(number), Fraction(number + 1)), label=text),),
    )
    for number, text in enumerate(NASTY)
]


def office(folder: Path, *arguments: str) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    subprocess.run(
        [program, home, "--headless", *arguments, "--outdir", str(folder / "back")],
        check=True,
        capture_output=True,
        timeout=110,
    )


def exported(folder: Path, form: str) -> Path:
    target = folder / f"sheet.{form}"
    words = Vocabulary()
    day = date(2026, 11, 22)
    export_sheet(CLIPS, words, NoStills(), format=form, target=target, columns=COLUMNS, today=day)
    return target


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [[unguard(cell) for cell in row] for row in csv.reader(file)]


def test_libreoffice_gives_back_every_cell_of_both_pages_of_a_workbook(tmp_path: Path) -> None:
    wanted = cells(exported(tmp_path, "csv"))
    office(tmp_path, "--convert-to", f"csv:Text - txt - csv (StarCalc):{AS_UTF8},-1", str(exported(tmp_path, "xlsx")))
    back = cells(tmp_path / "back" / "sheet-Clips.csv")
    assert [row[1 : len(COLUMNS) + 1] for row in back] == wanted
    moments = cells(tmp_path / "back" / "sheet-Moments.csv")
    assert [row[moments[0].index("label")] for row in moments[1:]] == NASTY


def test_libreoffice_gives_back_every_cell_of_a_csv_read_as_text(tmp_path: Path) -> None:
    source = exported(tmp_path, "csv")
    as_text = "/".join(f"{place}/2" for place in range(1, len(COLUMNS) + 1))
    read = f"CSV:44,34,76,1,{as_text},0,false,false"
    office(tmp_path, f"--infilter={read}", "--convert-to", f"csv:Text - txt - csv (StarCalc):{AS_UTF8}", str(source))
    assert cells(tmp_path / "back" / "sheet.csv") == cells(source)


def test_no_cell_of_a_csv_becomes_a_formula_in_libreoffice(tmp_path: Path) -> None:
    office(
        tmp_path,
        "--infilter=CSV:44,34,76,1",
        "--convert-to",
        f"csv:Text - txt - csv (StarCalc):{AS_UTF8}",
        str(exported(tmp_path, "csv")),
    )
    back = cells(tmp_path / "back" / "sheet.csv")
    titles = [row[0] for row in back[1:]]
    assert titles[NASTY.index("=1+1")] == "=1+1"
    assert titles[NASTY.index('=HYPERLINK("x")')] == '=HYPERLINK("x")'
    harmless = [back[1 + row][3] for row in range(len(NASTY))]
    assert set(harmless) == {"x:1302669612345689600"}
