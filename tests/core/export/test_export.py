"""Tag sheets, read back by readers nobody here wrote."""

from __future__ import annotations

import csv
import gc
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from PIL import Image

from core.catalog.vocabulary import Vocabulary
from core.errors import SystemProblem, UserProblem
from core.export.cells import CELL_LIMIT, unguard
from core.export.columns import COLUMNS, DEFAULT_COLUMNS
from core.export.export import ExportReport, export_sheet
from core.export.formats import FORMATS, Format, format_by_ending
from core.export.sheet import Sheet
from core.export.writers import xlsx_writer
from core.model.clip import Access, Clip, Moment, Source, Status
from core.model.ids import MomentId, StillId
from core.model.media import DateShot, GeoPoint, MediaFacts, Precision
from core.model.time import Span
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry

TODAY = date(2026, 11, 22)
TOM = an_entry(EntryKind.PERSON, "Tom Cruise", external_ids={"imdb": "nm0000129", "wikidata": "Q37079"})
HAYLEY = an_entry(EntryKind.PERSON, "Hayley; Atwell")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
WORDS = Vocabulary([TOM, HAYLEY, NORWAY])
NASTY = ["=1+1", "007", "1/2", "1E5", "1302669612345689600", "a,b", 'say "hi"', "two\r\nlines", "  spaces  ", "עברית",
         "🚂", "<r>bold</r>", "_x0041_", "'quoted", "@home", "+47 1", "-", "\ttab", "＝１", "&amp;<b>", ""]  # fmt: skip


class FolderOfStills:
    """Stills by name in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, still: StillId) -> Path:
        return self.folder / f"{still}.jpg"


def tom_tag(number: int, **fields: Any) -> Any:
    return a_tag(TOM, id=f"tag-{number}", **fields)


def written(clips: Sequence[Clip], target: Path, **options: Any) -> ExportReport:
    given_options = {"format": target.suffix[1:], "target": target, "today": TODAY} | options
    return export_sheet(clips, WORDS, FolderOfStills(target.parent), **given_options)


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: unguard(value) for key, value in row.items()} for row in csv.DictReader(file)]


def xlsx_rows(path: Path) -> list[dict[str, str]]:
    book = openpyxl.load_workbook(path)
    rows: Iterator[tuple[Any, ...]] = book.active.iter_rows(values_only=True)
    headings = next(rows)
    found = [{heading: unescape(cell or "") for heading, cell in zip(headings, row, strict=True)} for row in rows]
    book.close()
    return found


READERS = {"csv": csv_rows, "xlsx": xlsx_rows}
FILES = [name for name, form in FORMATS.items() if not form.folder]


def told(clip: Clip, tmp_path: Path, *columns: str) -> list[str]:
    """Return the cells of one clip."""
    written([clip], tmp_path / "one.csv", columns=columns)
    (row,) = csv_rows(tmp_path / "one.csv")
    return [row[column] for column in columns]


@pytest.mark.parametrize("form", READERS)
def test_a_sheet_is_read_back_as_it_was_written(tmp_path: Path, form: str) -> None:
    clips = [a_clip(f"clip {number}", notes=text) for number, text in enumerate(NASTY)]
    report = written(clips, tmp_path / f"sheet.{form}", columns=("id", "title", "notes"))
    assert report == ExportReport(len(clips), 0, tmp_path / f"sheet.{form}")
    rows = READERS[form](tmp_path / f"sheet.{form}")
    assert [(row["id"], row["title"]) for row in rows] == [(f"sb-{clip.id}", clip.name) for clip in clips]
    assert [row["notes"] for row in rows] == NASTY


@given(st.lists(st.text(), min_size=1, max_size=5))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_survives_a_csv(tmp_path: Path, texts: list[str]) -> None:
    clips = [a_clip("clip", notes=text, source=Source(caption=text)) for text in texts]
    written(clips, tmp_path / "any.csv", columns=("title", "notes", "caption_as_shared"))
    rows = csv_rows(tmp_path / "any.csv")
    assert [(row["notes"], row["caption_as_shared"]) for row in rows] == [(text, text) for text in texts]


def test_a_csv_is_as_rfc_4180_and_excel_want_it(tmp_path: Path) -> None:
    written([a_clip("one"), a_clip("=two")], tmp_path / "sheet.csv", columns=("title", "rating"))
    assert (tmp_path / "sheet.csv").read_bytes() == b"\xef\xbb\xbftitle,rating\r\none,\r\n'=two,\r\n"


def test_no_cell_of_a_workbook_is_a_formula_or_a_number(tmp_path: Path) -> None:
    clips = [a_clip(text or "none", notes=text, rating=3) for text in NASTY]
    written(clips, tmp_path / "sheet.xlsx")
    book = openpyxl.load_workbook(tmp_path / "sheet.xlsx")
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    book.close()


def test_a_workbook_shows_the_poster_on_each_row(tmp_path: Path) -> None:
    for name, size in (("wide", (640, 360)), ("tall", (360, 640))):
        Image.new("RGB", size, (40, 90, 160)).save(tmp_path / f"{name}.jpg", dpi=(72, 72))
    clips = [a_clip(poster=StillId("wide")), a_clip(poster=StillId("tall")), a_clip(), a_clip(poster=StillId("gone"))]
    written(clips, tmp_path / "sheet.xlsx")
    book = openpyxl.load_workbook(tmp_path / "sheet.xlsx")
    page = book.active
    placed = [(image.anchor._from.row, image.anchor._from.col, image._data()) for image in page._images]
    assert [(row, column) for row, column, _ in placed] == [(1, 0), (2, 0)]
    assert [data for _, _, data in placed] == [(tmp_path / f"{name}.jpg").read_bytes() for name in ("wide", "tall")]
    for image in page._images:  # whole within its row and column, and in its own proportions
        start, end = image.anchor._from, image.anchor.to
        assert (start.row, start.col) == (end.row, end.col)
    assert page.freeze_panes == "C2"
    assert page.auto_filter.ref == f"A1:{openpyxl.utils.get_column_letter(len(DEFAULT_COLUMNS) + 1)}5"
    book.close()


def test_what_stands_as_a_fact_and_what_does_not(tmp_path: Path) -> None:
    norway = a_tag(NORWAY, id="tag-9", status=Status.DISPUTED, said_by="@fan")
    for status, people, doubts in (
        (Status.CONFIRMED, "Tom Cruise", ""),
        (Status.SUPPORTED, "Tom Cruise", ""),
        (Status.CLAIMED, "", "person shown: Tom Cruise (claimed by @fan)"),
        (Status.DISPUTED, "", "person shown: Tom Cruise (disputed, said by @fan)"),
        (Status.REFUTED, "", ""),
    ):
        clip = a_clip(tags=(tom_tag(1, status=status, said_by="@fan"),))
        assert told(clip, tmp_path, "people", "unconfirmed") == [people, doubts]
    both = a_clip(tags=(tom_tag(1), tom_tag(2, status=Status.CLAIMED), norway))
    assert told(both, tmp_path, "people", "location_shown", "unconfirmed") == [
        "Tom Cruise", "", "location shown: Norway (disputed, said by @fan)",
    ]  # fmt: skip


def test_an_entry_tagged_on_clip_and_moment_is_named_once_and_semicolons_are_doubled(tmp_path: Path) -> None:
    clip = a_clip(tags=(tom_tag(1), tom_tag(2, moment=MomentId("m")), a_tag(HAYLEY, id="tag-3")))
    assert told(clip, tmp_path, "people", "people_ids") == [
        "Tom Cruise; Hayley;; Atwell", f"imdb:nm0000129 wikidata:Q37079; sb-{HAYLEY.id}",
    ]  # fmt: skip


def test_moments_are_told_in_order_with_offsets_no_spreadsheet_mistakes(tmp_path: Path) -> None:
    moments = (
        Moment(id=MomentId("b"), span=Span(Fraction(6), Fraction(9)), label="waves back"),
        Moment(id=MomentId("a"), span=Span(Fraction(1001, 30000), Fraction(5, 2)), label="tunnel"),
    )
    assert told(a_clip(moments=moments), tmp_path, "moments") == [
        "00:00:00.033-00:00:02.500 tunnel; 00:00:06.000-00:00:09.000 waves back"
    ]


def test_facts_of_the_file_and_its_origin(tmp_path: Path) -> None:
    clip = a_clip(
        facts=MediaFacts(
            duration=Fraction(25, 2), frame_rate=Fraction(30000, 1001), width=1920, start_timecode="01:00:00:00"
        ),
        date_shot=DateShot(value="2020-09-06T14:22:05", precision=Precision.SECOND, zone="+02:00", said_by="Keys"),
        place=GeoPoint(latitude=62.5675, longitude=7.687),
        source=Source(platform="X", post_id="1302669612345689600", handle="@fan"),
        access=Access(embargo="2020-01-01"),
    )
    columns = ("duration", "frame_rate", "width", "height", "start_tc", "date_shot", "date_zone", "date_source", "lat",
               "lon", "source_post_id", "source_handle", "access", "embargo_until")  # fmt: skip
    assert told(clip, tmp_path, *columns) == [
        "00:00:12.500", "29.97", "1920", "", "01:00:00:00", "2020-09-06T14:22:05", "+02:00", "Keys", "62.567500",
        "7.687000", "x:1302669612345689600", "@fan", "internal", "2020-01-01",
    ]  # fmt: skip


@pytest.mark.parametrize("form", READERS)
def test_what_is_under_embargo_stays_in_the_house(tmp_path: Path, form: str) -> None:
    clips = [
        a_clip("free"),
        a_clip("held", access=Access(embargo="2026-11-23")),
        a_clip("due", access=Access(embargo="2026-11-22")),
    ]
    report = written(clips, tmp_path / f"sheet.{form}")
    assert (report.rows, report.held_back) == (2, 1)
    assert [row["title"] for row in READERS[form](report.target)] == ["free", "due"]


@pytest.mark.parametrize("form", READERS)
def test_text_longer_than_a_cell_ends_with_a_mark_and_is_counted(tmp_path: Path, form: str) -> None:
    clip = a_clip(notes="=" * (CELL_LIMIT + 1))
    report = written([clip], tmp_path / f"sheet.{form}", columns=("title", "notes"))
    assert report.shortened == 1
    (row,) = READERS[form](report.target)
    assert row["notes"].endswith("all of them in the archive]")


@pytest.mark.parametrize("form", FILES)
def test_a_cancelled_sheet_leaves_the_old_one(tmp_path: Path, form: str) -> None:
    target = tmp_path / f"sheet.{FORMATS[form].ending}"
    target.write_bytes(b"the old one")
    seen: list[int] = []
    report = written(
        [a_clip() for _ in range(9)], target, format=form, report=seen.append, cancelled=lambda: len(seen) == 4
    )
    assert report.cancelled
    assert report.rows == 0
    assert seen == [1, 2, 3, 4]
    assert target.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("form", FORMATS)
def test_an_error_half_way_leaves_nothing(tmp_path: Path, form: str) -> None:
    def clips() -> Iterator[Clip]:
        yield a_clip()
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        export_sheet(clips(), WORDS, FolderOfStills(tmp_path), format=form, target=tmp_path / "sheet", today=TODAY)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SystemProblem, match="could not be written"):
        written([], tmp_path / "none" / "sheet.csv")


def test_what_the_system_says_of_a_workbook_is_not_wrapped(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        xlsx_writer.write(
            Sheet("none", [COLUMNS["title"]], [], WORDS, FolderOfStills(tmp_path), datetime.now(UTC)),
            tmp_path / "none" / "sheet.xlsx",
        )
    with warnings.catch_warnings():  # xlsxwriter leaves the file its rows wait in to the garbage collector then
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def test_a_column_or_format_there_is_not_is_said_with_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(UserProblem, match="no column “peple”; did you mean people"):
        written([], tmp_path / "sheet.csv", columns=("peple",))
    with pytest.raises(UserProblem, match="at least one column"):
        written([], tmp_path / "sheet.csv", columns=())
    with pytest.raises(UserProblem, match="no format “docx”; there are csv, "):
        written([], tmp_path / "sheet.docx")


def test_rows_are_made_while_they_are_written(tmp_path: Path) -> None:
    """At most one row is under way: memory does not grow with the archive."""
    made: list[int] = []

    def clips() -> Iterator[Clip]:
        for number in range(50):
            made.append(number)
            yield replace(a_clip(), notes=str(number))

    lag: list[int] = []
    written(clips(), tmp_path / "sheet.csv", report=lambda rows: lag.append(len(made) - rows))  # type: ignore[arg-type]
    assert set(lag) == {0}


def test_every_column_reads_a_bare_clip(tmp_path: Path) -> None:
    written([a_clip()], tmp_path / "all.csv", columns=tuple(COLUMNS))
    assert list(csv_rows(tmp_path / "all.csv")[0]) == list(COLUMNS)
    assert set(DEFAULT_COLUMNS) <= COLUMNS.keys()
    assert all(column.heading == key for key, column in COLUMNS.items())


def test_the_format_follows_from_the_ending_where_that_says_enough() -> None:
    assert [format_by_ending(Path(name)) for name in ("a.csv", "A.XLSX", "b.jsonl", "c.html")] == [
        "csv", "xlsx", "jsonl", "html",
    ]  # fmt: skip
    with pytest.raises(UserProblem, match=r"Say the format of sheets; there are csv"):
        format_by_ending(Path("sheets"))
    two = {name: replace(FORMATS["csv"], name=name) for name in ("csv-one", "csv-two")}
    with pytest.raises(UserProblem, match=r"several formats end in \.csv: csv-one, csv-two"):
        format_by_ending(Path("a.csv"), two)


def test_a_format_may_come_from_elsewhere(tmp_path: Path) -> None:
    def write_titles(sheet: Sheet, target: Path) -> None:
        target.write_text("\n".join(row.title for row in sheet.rows))

    formats = {**FORMATS, "titles": Format("titles", "txt", "Titles", write_titles)}
    report = written([a_clip("one"), a_clip("two")], tmp_path / "all.txt", format="titles", formats=formats)
    assert report.target.read_text() == "one\ntwo"


def test_a_workbook_can_be_understood_when_it_comes_back(tmp_path: Path) -> None:
    clip = a_clip(
        "one", revision=7, moments=(Moment(id=MomentId("b"), span=Span(Fraction(1, 2), Fraction(9)), label="=hi"),)
    )
    written([clip], tmp_path / "sheet.xlsx", columns=("title",))
    book = openpyxl.load_workbook(tmp_path / "sheet.xlsx")
    clips, moments = book["Clips"], book["Moments"]
    assert [cell.value for cell in clips[1]] == ["poster", "title", "id", "rev"]
    assert [cell.value for cell in clips[2]] == [None, "one", f"sb-{clip.id}", "7"]
    assert [clips.column_dimensions[letter].hidden for letter in "ABC"] == [False, False, True]
    told = dict(zip([cell.value for cell in moments[1]], [cell.value for cell in moments[2]], strict=True))
    assert (told["id"], told["moment_id"], told["label"]) == (f"sb-{clip.id}", "sb-b", "=hi")
    assert (told["in_tc"], told["out_tc"]) == ("00:00:00:12", "00:00:09:00")
    assert (told["in_s"], told["in_exact"], told["out_exact"]) == ("00:00:00.500", "1/2s", "9/1s")
    assert (clips.freeze_panes, moments.freeze_panes) == ("C2", "C2")
    assert {prop.name: prop.value for prop in book.custom_doc_props.props} == {"slatebook-schema": "1"}
    book.close()


def test_a_poster_that_is_no_picture_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"no picture at all, but long enough to be looked into by a reader")
    assert written([a_clip(poster=StillId("broken"))], tmp_path / "sheet.xlsx").rows == 1


def test_moments_can_have_a_line_each_in_a_csv(tmp_path: Path) -> None:
    moments = tuple(Moment(id=MomentId(f"m{n}"), span=Span(Fraction(n), Fraction(n + 1)), label=f"{n}") for n in (2, 1))
    clip = a_clip("one", facts=MediaFacts(frame_rate=Fraction(25), start_timecode="10:00:00:00"), moments=moments)
    written([clip, a_clip()], tmp_path / "moments.csv", moments=True)
    rows = csv_rows(tmp_path / "moments.csv")
    assert [(row["title"], row["label"], row["in_tc"]) for row in rows] == [
        ("one", "1", "10:00:01:00"), ("one", "2", "10:00:02:00"),
    ]  # fmt: skip


def test_a_workbook_says_what_it_is(tmp_path: Path) -> None:
    written([a_clip()], tmp_path / "sheet.xlsx", title="Norway Shoot")
    with zipfile.ZipFile(tmp_path / "sheet.xlsx") as parts:
        assert parts.testzip() is None
        assert b"Norway Shoot" in parts.read("docProps/core.xml")
