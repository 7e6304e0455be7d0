"""A sheet that was edited elsewhere is taken back without losing what happened here meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from core.catalog.edits import AddMoment, ChangeEntry, Describe, TagClips
from core.errors import FileProblem, UserProblem
from core.exchange.preview import Verdict
from core.exchange.sheets import mapping_from
from core.model.clip import Level, Moment, Permission, Role, Source, Status
from core.model.ids import MomentId
from core.model.media import DateShot, Precision
from core.model.time import Span
from core.model.vocabulary import Alias, EntryKind
from tests.core.exchange.conftest import Desk
from tests.support.model import a_tag

PERSON = EntryKind.PERSON


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "jsonl"])
def test_a_sheet_nobody_edited_changes_nothing(desk: Desk, suffix: str) -> None:
    desk.add(name="train roof", notes="=1+1\nnext", rating=3, source=Source(post_id="1302669612345678901"))
    found = desk.take_back(desk.send(suffix=suffix))
    assert (found.rows, found.cells, found.unknown) == (1, (), ())


def test_every_column_of_text_comes_back(desk: Desk) -> None:
    clip = desk.add()
    desk.send()
    desk.edit(
        title="New title", notes="seen\nby us", rating="4", caption_as_shared="so they said", source_platform="tiktok",
        source_handle="'@setwatcher", source_url="https://example.org/1", source_post_id="tiktok:0012", credit="Åsa",
        source_posted="2020-09-06", rights_holder="Paramount", permission="Granted", licence="CC BY", access="public",
        embargo_until="2027-01-31; release", embargo_reason="asked", sensitive="yes", date_shot="2020-09-06 14:22",
        date_zone="+02:00",
    )  # fmt: skip
    desk.take_back()
    now = desk.clip(clip)
    assert (now.name, now.notes, now.rating) == ("New title", "seen\nby us", 4)
    assert now.source == Source(
        platform="tiktok", url="https://example.org/1", post_id="0012", handle="@setwatcher", posted="2020-09-06",
        caption="so they said", credit="Åsa",
    )  # fmt: skip
    assert (now.rights.holder, now.rights.permission, now.rights.licence) == ("Paramount", Permission.GRANTED, "CC BY")
    assert (now.access.level, now.access.embargo, now.access.until_release) == (Level.PUBLIC, "2027-01-31", True)
    assert (now.access.reason, now.access.sensitive) == ("asked", True)
    assert now.date_shot == DateShot(
        value="2020-09-06T14:22", precision=Precision.MINUTE, zone="+02:00", said_by="archivist"
    )


def test_a_sheet_is_one_step_and_undone_as_one(desk: Desk, steps: Callable[[], int]) -> None:
    clip = desk.add(notes="before")
    desk.send()
    desk.edit(notes="after", rating="2")
    before = steps()
    desk.take_back()
    assert steps() == before + 1
    assert desk.archive.catalog.undo_label == "Take sheet.csv back into 1 clip"
    desk.archive.catalog.undo()
    assert (desk.clip(clip).notes, desk.clip(clip).rating) == ("before", 0)


def test_what_changed_here_meanwhile_stays_where_the_sheet_did_not_touch_it(desk: Desk) -> None:
    clip = desk.add(notes="before")
    desk.send()
    desk.edit(rating="5")
    desk.archive.catalog.apply(Describe(clips=(clip,), notes="changed here"))
    found = desk.take_back()
    assert [cell.column for cell in found.cells] == ["rating"]
    assert (desk.clip(clip).notes, desk.clip(clip).rating) == ("changed here", 5)


def test_what_both_sides_changed_is_a_conflict_and_stays_until_somebody_decides(desk: Desk) -> None:
    clip = desk.add(notes="before")
    desk.send()
    desk.edit(notes="theirs")
    desk.archive.catalog.apply(Describe(clips=(clip,), notes="ours"))
    (cell,) = desk.take_back().cells
    assert (cell.verdict, cell.base, cell.ours, cell.theirs) == (Verdict.CONFLICTING, "before", "ours", "theirs")
    assert desk.clip(clip).notes == "ours"
    desk.take_back(take_conflicts=True)
    assert desk.clip(clip).notes == "theirs"


def test_the_same_change_on_both_sides_is_none(desk: Desk) -> None:
    clip = desk.add(notes="before")
    desk.send()
    desk.edit(notes="after")
    desk.archive.catalog.apply(Describe(clips=(clip,), notes="after"))
    assert desk.look().cells == ()


def test_a_blank_cell_changes_nothing_unless_it_shall_clear(desk: Desk) -> None:
    clip = desk.add(notes="before", date_shot=DateShot(value="2020", precision=Precision.YEAR))
    desk.send("id", "rev", "title", "notes", "date_shot")
    desk.edit(title=" ", notes="", date_shot="")
    assert desk.look().cells == ()
    found = desk.look(blank_clears=True)
    assert {cell.column: cell.verdict for cell in found.cells} == {
        "title": Verdict.SENSELESS, "notes": Verdict.CHANGED, "date_shot": Verdict.CHANGED
    }  # fmt: skip
    desk.archive.catalog.apply(found.edit(found.accepted()))
    assert (desk.clip(clip).notes, desk.clip(clip).date_shot) == ("", None)


def test_a_row_of_no_clip_is_unknown(desk: Desk) -> None:
    desk.add()
    desk.send()
    desk.edit(id="sb-../../etc/passwd", notes="x")
    (row,) = desk.look().unknown
    assert (row.line, row.why) == (2, "No clip has that id.")


def test_what_makes_no_sense_is_said_and_left(desk: Desk) -> None:
    clip = desk.add()
    desk.send()
    desk.edit(rating="eleven", access="secret", embargo_until="spring", date_shot="last summer", permission="maybe")
    found = desk.take_back()
    assert {cell.verdict for cell in found.cells} == {Verdict.SENSELESS}
    assert {cell.column for cell in found.cells} == {"rating", "access", "embargo_until", "date_shot", "permission"}
    assert all(cell.why.endswith(".") for cell in found.cells)
    assert desk.clip(clip).rating == 0


def test_cells_a_spreadsheet_damaged_are_not_taken(desk: Desk) -> None:
    clip = desk.add(
        name="007", notes="1/2", source=Source(post_id="x", caption="1E5", credit="01:00:00", handle="=1+1"),
    )  # fmt: skip
    desk.send()
    desk.edit(title="7", notes="2026-01-02", caption_as_shared="100000", credit="01:00:00 AM", source_handle="2")
    found = desk.take_back()
    assert {cell.verdict for cell in found.cells} == {Verdict.DAMAGED}
    assert len(found.cells) == 5
    assert desk.clip(clip).name == "007"


# names --------------------------------------------------------------------------------------------------------------
def test_names_put_into_a_cell_are_confirmed_and_names_taken_out_go(desk: Desk) -> None:
    tom, hayley, simon = (desk.name(PERSON, label) for label in ("Tom Cruise", "Hayley Atwell", "Simon; Pegg"))
    clip = desk.add()
    for entry in (tom, hayley):
        desk.archive.catalog.apply(TagClips((clip,), a_tag(entry)))
    desk.send()
    desk.edit(people="Hayley Atwell; simon;; pegg")
    desk.take_back()
    tags = desk.clip(clip).tags
    assert {(tag.entry, tag.status, tag.role) for tag in tags} == {
        (hayley.id, Status.CONFIRMED, Role.PERSON_SHOWN), (simon.id, Status.CONFIRMED, Role.PERSON_SHOWN),
    }  # fmt: skip


def test_a_claim_that_a_person_writes_into_the_cell_is_confirmed_with_its_words_kept(desk: Desk) -> None:
    tom = desk.name(PERSON, "Tom Cruise")
    clip = desk.add()
    desk.archive.catalog.apply(TagClips((clip,), a_tag(tom, status=Status.CLAIMED, said_by="@fan", verbatim="Tom!")))
    desk.send()
    desk.edit(people="Tom Cruise")
    desk.take_back()
    (tag,) = desk.clip(clip).tags
    assert (tag.status, tag.said_by, tag.verbatim) == (Status.CONFIRMED, "@fan", "Tom!")


def test_names_added_on_both_sides_are_united(desk: Desk) -> None:
    tom, hayley = desk.name(PERSON, "Tom Cruise"), desk.name(PERSON, "Hayley Atwell")
    clip = desk.add()
    desk.send()
    desk.edit(people="Tom Cruise")
    desk.archive.catalog.apply(TagClips((clip,), a_tag(hayley)))
    desk.take_back()
    assert {tag.entry for tag in desk.clip(clip).tags} == {tom.id, hayley.id}


def test_an_unknown_name_waits_with_suggestions_and_is_made_only_on_request(desk: Desk) -> None:
    tom = desk.name(PERSON, "Tom Cruise")
    clip = desk.add()
    desk.archive.catalog.apply(TagClips((clip,), a_tag(tom)))
    desk.send()
    desk.edit(people="Tom Cruze")
    found = desk.take_back()
    assert [cell.verdict for cell in found.cells] == [Verdict.REVIEW]
    (name,) = found.unmatched
    assert [(one.label, one.how) for one in name.suggestions] == [("Tom Cruise", "near")]
    assert [tag.entry for tag in desk.clip(clip).tags] == [tom.id]
    desk.take_back(create_names=True)
    assert [desk.archive.vocabulary.label(tag.entry) for tag in desk.clip(clip).tags] == ["Tom Cruze"]


@pytest.mark.parametrize("written", ["Thomas Cruise Mapother", "wikidata:Q37079", "TOM CRUISE"])
def test_an_entry_is_known_by_label_alias_and_external_id(desk: Desk, written: str) -> None:
    from_file = desk.name(PERSON, "Tom Cruise", external_ids={"wikidata": "Q37079"})
    known = replace(from_file, aliases=(*from_file.aliases, Alias(text="Thomas Cruise Mapother")))
    desk.archive.catalog.apply(ChangeEntry(known))
    clip = desk.add()
    desk.send()
    desk.edit(people=written)
    desk.take_back()
    assert [tag.entry for tag in desk.clip(clip).tags] == [from_file.id]


def test_a_name_that_was_changed_here_meanwhile_is_still_understood(desk: Desk) -> None:
    tom, hayley = desk.name(PERSON, "Tom Cruse"), desk.name(PERSON, "Hayley Atwell")
    clip = desk.add()
    desk.archive.catalog.apply(TagClips((clip,), a_tag(tom)))
    desk.send()
    desk.edit(people="Tom Cruse; Hayley Atwell")
    desk.archive.catalog.apply(ChangeEntry(replace(tom, label="Tom Cruise")))
    found = desk.take_back()
    assert not found.unmatched
    assert {tag.entry for tag in desk.clip(clip).tags} == {tom.id, hayley.id}


def test_two_of_one_name_are_never_guessed_between(desk: Desk) -> None:
    desk.name(PERSON, "Tom Kim")
    desk.name(PERSON, "Tom Kim")
    desk.add()
    desk.send()
    desk.edit(people="Tom Kim")
    found = desk.take_back(create_names=True)
    (name,) = found.unmatched
    assert [one.how for one in name.suggestions] == ["called so", "called so"]
    assert len(desk.archive.vocabulary.all()) == 2


# moments ------------------------------------------------------------------------------------------------------------
def test_moments_come_back_in_one_cell(desk: Desk) -> None:
    clip = desk.add()
    third = Moment(id=MomentId("0" * 31 + "1"), span=Span(Fraction(1, 3), Fraction(2)), label="jump; and roll")
    other = Moment(id=MomentId("0" * 31 + "2"), span=Span(Fraction(3), Fraction(4)), label="slate", note="take 2")
    for moment in (third, other):
        desk.archive.catalog.apply(AddMoment(clip, moment))
    desk.send()
    desk.edit(
        moments="00:00:00.333-00:00:02.000 jump;; and roll; 00:00:03.000-00:00:04.000 clapper; 0:00:05-0:00:06.5 waves"
    )
    desk.take_back()
    now = desk.clip(clip).moments
    assert now[:2] == (third, replace(other, label="clapper"))
    assert (now[2].span, now[2].label) == (Span(Fraction(5), Fraction(13, 2)), "waves")
    assert now[2].id


def test_a_moment_beyond_the_clip_makes_no_sense(desk: Desk) -> None:
    desk.add()
    desk.send()
    desk.edit(moments="00:00:09.000-00:00:11.000 too late")
    assert [cell.verdict for cell in desk.look().cells] == [Verdict.SENSELESS]


# workbooks and foreign sheets ---------------------------------------------------------------------------------------
def test_a_workbook_comes_back_with_numbers_a_person_typed(desk: Desk) -> None:
    clip = desk.add(notes="x")
    path = desk.send(suffix="xlsx")
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    heads = [cell.value for cell in page[1]]
    page.cell(2, heads.index("rating") + 1, 4)
    page.cell(2, heads.index("notes") + 1, "'quoted'")
    book.save(path)
    desk.take_back(path)
    assert (desk.clip(clip).rating, desk.clip(clip).notes) == (4, "'quoted'")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_foreign_sheet_is_read_by_its_mapping_whatever_wrote_it(desk: Desk, encoding: str, delimiter: str) -> None:
    asa = desk.name(PERSON, "Åsa Müller")
    clip = desk.add(name="tunnel.mov")
    rows = [["Clip Name", "Talent", "Remark"], ["tunnel.mov", "Åsa Müller", "größer; ü"], ["other.mov", "", ""]]
    text = "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
    desk.sheet.write_bytes(text.encode(encoding))
    found = desk.look(mapping=mapping_from("Clip Name=file, Talent=people, Remark=notes"))
    desk.archive.catalog.apply(found.edit(found.accepted()))
    assert [tag.entry for tag in desk.clip(clip).tags] == [asa.id]
    assert desk.clip(clip).notes == "größer; ü"
    assert [row.what for row in found.unknown] == ["other.mov"]


def test_without_a_revision_nothing_is_overwritten_or_taken_off(desk: Desk) -> None:
    tom, hayley = desk.name(PERSON, "Tom Cruise"), desk.name(PERSON, "Hayley Atwell")
    clip = desk.add(notes="ours")
    desk.archive.catalog.apply(TagClips((clip,), a_tag(tom)))
    desk.send("id", "people", "notes", "credit")
    desk.edit(people="Hayley Atwell", notes="theirs", credit="Åsa")
    found = desk.take_back()
    assert {cell.column: cell.verdict for cell in found.cells} == {
        "people": Verdict.CHANGED, "notes": Verdict.CONFLICTING, "credit": Verdict.CHANGED
    }  # fmt: skip
    assert {tag.entry for tag in desk.clip(clip).tags} == {tom.id, hayley.id}
    assert (desk.clip(clip).notes, desk.clip(clip).source.credit) == ("ours", "Åsa")


def test_two_rows_that_want_different_things_of_one_clip_are_a_conflict(desk: Desk) -> None:
    clip = desk.add()
    desk.send("id", "rev", "notes")
    row = {"id": f"sb-{clip}", "rev": str(desk.clip(clip).revision)}
    desk.write([{**row, "notes": "one"}, {**row, "notes": "two"}])
    found = desk.take_back()
    assert [cell.verdict for cell in found.cells] == [Verdict.CHANGED, Verdict.CONFLICTING]
    assert desk.clip(clip).notes == "one"


def test_a_mapping_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(UserProblem, match="Nothing comes back into “duration”"):
        mapping_from("Length=duration")
    with pytest.raises(UserProblem, match="maps nothing"):
        mapping_from("Talent")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\x00\xff" * 400, b"no,columns\r\n1,2\r\n"])
def test_a_file_that_is_no_sheet_is_refused_with_a_sentence(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises((FileProblem, UserProblem), match=r"odd\.csv"):
        desk.look(path)
