"""What is edited on the page of moments comes back like everything else: three-way, seen first, in one step."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core.catalog.edits import AddMoment, RemoveMoment, TagClips
from core.exchange.moment_page import LABEL, NEW, NOTE, PEOPLE, SPAN
from core.exchange.names import Fate
from core.exchange.preview import Verdict
from core.export.export import export_sheet
from core.model.clip import Moment, Status
from core.model.ids import ClipId, MomentId
from core.model.media import MediaFacts
from core.model.time import Span
from core.model.vocabulary import EntryKind
from tests.core.exchange.conftest import TODAY, Desk
from tests.support.marking import a_moment
from tests.support.model import a_tag

PERSON = EntryKind.PERSON
FIRST, SECOND = (f"{number:032x}" for number in (1, 2))
FACTS = MediaFacts(duration=Fraction(20), frame_rate=Fraction(25), start_timecode="10:00:00:00")


class Page:
    """The page of moments of a workbook, edited as a person would."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def edit(self, row: int, **cells: Any) -> None:
        book = openpyxl.load_workbook(self.path)
        page = book["Moments"]
        headings = [cell.value for cell in page[1]]
        for heading, text in cells.items():
            page.cell(row, headings.index(heading) + 1).value = text
        book.save(self.path)


@pytest.fixture
def clip(desk: Desk) -> ClipId:
    tom = desk.name(PERSON, "Tom Cruise")
    moments = (a_moment(2, "4.04", "the jump", "off the ramp", FIRST), a_moment(6, 8, "waves", id=SECOND))
    return desk.add(name="jump.mov", facts=FACTS, moments=moments, tags=(a_tag(tom, moment=MomentId(FIRST)),))


@pytest.fixture
def page(desk: Desk, clip: ClipId) -> Page:
    return Page(desk.send(suffix="xlsx"))


def moment(desk: Desk, clip: ClipId, id: str = FIRST) -> Moment:  # noqa: A002
    return next(one for one in desk.clip(clip).moments if one.id == id)


def people(desk: Desk, clip: ClipId, moment: str) -> list[str]:
    words = desk.archive.vocabulary
    return [words.label(tag.entry) for tag in desk.clip(clip).tags if tag.moment == moment]


def test_labels_notes_and_points_come_back_in_one_step(
    desk: Desk, clip: ClipId, page: Page, steps: Callable[[], int]
) -> None:
    page.edit(2, label="the great jump", note="off\nthe ramp", in_s="00:00:02.500")
    page.edit(3, out_tc="10:00:09:12")
    before = steps()
    found = desk.take_back(page.path)
    assert {(cell.column, cell.verdict) for cell in found.cells} == {
        (column, Verdict.CHANGED) for column in (LABEL, NOTE, SPAN)
    }
    assert found.ignored == tuple(heading for heading in found.ignored if "Moments" not in heading)
    first, second = moment(desk, clip), moment(desk, clip, SECOND)
    assert (first.label, first.note, first.span) == (
        "the great jump", "off\nthe ramp", Span(Fraction(5, 2), Fraction(101, 25))
    )  # fmt: skip
    assert second.span == Span(Fraction(6), 9 + Fraction(12, 25))
    assert steps() == before + 1
    desk.archive.catalog.undo()
    assert moment(desk, clip).label == "the jump"


def test_people_of_a_moment_come_back_to_that_moment_alone(desk: Desk, clip: ClipId, page: Page) -> None:
    desk.name(PERSON, "Hayley Atwell")
    page.edit(2, people="Hayley Atwell")
    page.edit(3, people="Tom Cruise; Hayley Atwell")
    found = desk.take_back(page.path)
    assert {cell.column for cell in found.cells} == {PEOPLE}
    assert people(desk, clip, FIRST) == ["Hayley Atwell"]
    assert people(desk, clip, SECOND) == ["Tom Cruise", "Hayley Atwell"]
    assert all(tag.moment for tag in desk.clip(clip).tags)
    assert {tag.status for tag in desk.clip(clip).tags} == {Status.CONFIRMED}


def test_what_both_sides_changed_is_a_conflict_and_the_rest_is_merged(desk: Desk, clip: ClipId, page: Page) -> None:
    page.edit(2, label="theirs", out_s="00:00:05.000", note="theirs too")
    ours = Moment(id=MomentId(FIRST), span=Span(Fraction(1), Fraction("4.04")), label="ours", note="off the ramp")
    desk.archive.catalog.apply(AddMoment(clip, ours))
    found = {cell.column: cell for cell in desk.take_back(page.path).cells}
    assert {column: cell.verdict for column, cell in found.items()} == {
        LABEL: Verdict.CONFLICTING, NOTE: Verdict.CHANGED, SPAN: Verdict.CHANGED
    }  # fmt: skip
    assert (found[LABEL].base, found[LABEL].ours, found[LABEL].theirs) == ("the jump", "ours", "theirs")
    now = moment(desk, clip)
    assert (now.label, now.note, now.span) == ("ours", "theirs too", Span(Fraction(1), Fraction(5)))
    desk.take_back(page.path, take_conflicts=True)
    assert moment(desk, clip).label == "theirs"


def test_a_point_both_sides_moved_is_a_conflict(desk: Desk, clip: ClipId, page: Page) -> None:
    page.edit(2, in_s="00:00:03.000")
    desk.archive.catalog.apply(AddMoment(clip, a_moment(1, "4.04", "the jump", "off the ramp", FIRST)))
    (cell,) = desk.look(page.path).cells
    assert (cell.verdict, cell.base, cell.ours) == (
        Verdict.CONFLICTING, "00:00:02.000-00:00:04.040", "00:00:01.000-00:00:04.040"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "verdict", "why"),
    [
        ({"in_s": "00:00:02"}, Verdict.DAMAGED, ""),
        ({"in_s": "2:00"}, Verdict.SENSELESS, "is no time"),
        ({"in_s": "00:00:05.000"}, Verdict.SENSELESS, "ends before it starts"),
        ({"out_s": "00:01:00.000"}, Verdict.SENSELESS, "beyond the clip"),
        ({"in_tc": "09:59:59:00"}, Verdict.SENSELESS, "before the clip begins"),
        ({"in_tc": "10:00:00:30"}, Verdict.SENSELESS, "no timecode of this clip"),
        ({"in_tc": "10:00:01:00", "in_s": "00:00:03.000"}, Verdict.SENSELESS, "different times"),
        ({"label": "Err:508"}, Verdict.DAMAGED, ""),
    ],
)
def test_what_is_damaged_or_makes_no_sense_is_held_back_and_says_why(
    desk: Desk, clip: ClipId, page: Page, cells: dict[str, str], verdict: Verdict, why: str
) -> None:
    page.edit(2, **cells)
    (cell,) = desk.take_back(page.path).cells
    assert cell.verdict is verdict
    assert why in cell.why
    assert moment(desk, clip) == a_moment(2, "4.04", "the jump", "off the ramp", FIRST)


def test_both_forms_of_a_point_may_be_moved_together(desk: Desk, clip: ClipId, page: Page) -> None:
    page.edit(2, in_tc="10:00:03:00", in_s="00:00:03.010")
    desk.take_back(page.path)
    assert moment(desk, clip).span.start == Fraction("3.01")


def test_a_blank_cell_clears_only_when_that_is_asked(desk: Desk, clip: ClipId, page: Page) -> None:
    page.edit(2, note=None, people=None, in_s=None)
    assert desk.look(page.path).cells == ()
    found = desk.look(page.path, blank_clears=True)
    assert {cell.column for cell in found.cells} == {NOTE, PEOPLE}


def test_a_row_without_an_id_is_a_new_moment_of_the_clip_of_its_title(desk: Desk, clip: ClipId, page: Page) -> None:
    page.edit(4, title="jump.mov", in_s="00:00:10.000", out_tc="10:00:12:00", label="lands", people="Tom Cruise")
    (cell,) = desk.take_back(page.path).cells
    assert (cell.column, cell.verdict) == (NEW, Verdict.CHANGED)
    made = desk.clip(clip).moments[-1]
    assert (made.label, made.span) == ("lands", Span(Fraction(10), Fraction(12)))
    assert people(desk, clip, made.id) == ["Tom Cruise"]
    assert desk.archive.check() == []


def test_a_new_moment_waits_for_the_names_in_it(desk: Desk, clip: ClipId, page: Page) -> None:
    page.edit(4, title="jump.mov", in_s="00:00:10.000", out_s="00:00:12.000", people="Ving Rhames")
    (cell,) = desk.look(page.path).cells
    assert cell.verdict is Verdict.REVIEW
    found = desk.look(page.path, settled={(PERSON, "Ving Rhames"): Fate.LEFT_OUT})
    assert [cell.verdict for cell in found.cells] == [Verdict.CHANGED]
    page.edit(4, out_s=None)
    (cell,) = desk.look(page.path).cells
    assert "needs an in and an out" in cell.why


def test_rows_of_nothing_known_are_told_with_their_page(desk: Desk, clip: ClipId, page: Page) -> None:
    page.edit(3, id=f"sb-{9:032x}")
    page.edit(4, title="other.mov", in_s="00:00:10.000")
    found = desk.look(page.path)
    assert [row.what.startswith("the page “Moments”: ") for row in found.unknown] == [True, True]


def test_a_moment_taken_away_meanwhile_is_a_conflict_only_where_the_sheet_changes_it(
    desk: Desk, clip: ClipId, page: Page
) -> None:
    desk.archive.catalog.apply(RemoveMoment(clip, MomentId(SECOND)))
    assert desk.look(page.path).cells == ()
    page.edit(3, label="waves back")
    (cell,) = desk.look(page.path).cells
    assert (cell.verdict, cell.proposal) == (Verdict.CONFLICTING, None)


def test_the_column_of_moments_and_the_page_cannot_both_have_their_way(desk: Desk, clip: ClipId, page: Page) -> None:
    page.edit(2, label="from the page")
    book = openpyxl.load_workbook(page.path)
    sheet = book["Clips"]
    column = [cell.value for cell in sheet[1]].index("moments") + 1
    sheet.cell(2, column).value = str(sheet.cell(2, column).value).replace("the jump", "from the column")
    book.save(page.path)
    found = desk.take_back(page.path, take_conflicts=True)
    assert [cell.verdict for cell in found.cells] == [Verdict.CHANGED, Verdict.CONFLICTING]
    assert "has to give way" in found.cells[1].why
    assert moment(desk, clip).label == "from the column"


def test_two_rows_of_one_moment_that_differ_are_in_conflict(desk: Desk, clip: ClipId, page: Page) -> None:
    page.edit(2, label="one")
    page.edit(3, moment_id=f"sb-{FIRST}", label="other", in_s="00:00:02.000", out_s="00:00:04.040", note=None)
    verdicts = [cell.verdict for cell in desk.look(page.path).cells if cell.column == LABEL]
    assert verdicts == [Verdict.CHANGED, Verdict.CONFLICTING]


def test_a_sheet_of_moments_alone_comes_back_as_such(desk: Desk, clip: ClipId) -> None:
    export_sheet(
        [desk.clip(clip)], desk.archive.vocabulary, desk.archive.stills, format="csv", target=desk.sheet, today=TODAY,
        moments=True,
    )  # fmt: skip
    assert desk.look().cells == ()
    desk.edit(note="seen from the crane")
    assert [cell.column for cell in desk.take_back().cells] == [NOTE]
    assert moment(desk, clip).note == "seen from the crane"


def test_tags_of_the_whole_clip_stay_where_the_page_names_somebody_else(desk: Desk, clip: ClipId, page: Page) -> None:
    hayley = desk.name(PERSON, "Hayley Atwell")
    desk.archive.catalog.apply(TagClips((clip,), a_tag(hayley)))
    page.edit(2, people="Hayley Atwell")
    desk.take_back(page.path)
    tags = [(tag.entry, tag.moment) for tag in desk.clip(clip).tags]
    assert tags.count((hayley.id, None)) == 1
    assert tags.count((hayley.id, MomentId(FIRST))) == 1
