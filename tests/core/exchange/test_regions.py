"""Regions that move, and what was rejected, leave and come back in whole records without losing a digit."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

from core.app import Archive, house_of
from core.catalog.claims import MoveRegion, RejectSuggestion, SetRegion
from core.catalog.edits import AddClips, AddEntry, TagClips
from core.exchange.back import preview
from core.export.export import export_sheet
from core.model.clip import Box, Clip, Rejection, Role
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise")
THIRD = Fraction(1001, 30000)


def with_a_moving_region(archive: Archive) -> Clip:
    clip = a_clip()
    archive.catalog.apply(AddEntry(TOM))
    archive.catalog.apply(AddClips((clip,)))
    archive.catalog.apply(TagClips((clip.id,), a_tag(TOM)))
    (tag,) = archive.clip(clip.id).tags
    archive.catalog.apply(SetRegion(clip.id, tag.id, Box(left=0.1, top=0.2, width=0.3, height=0.4)))
    archive.catalog.apply(MoveRegion(clip.id, tag.id, THIRD, Box(left=1 / 3, top=0, width=0.3, height=0.4)))
    archive.catalog.apply(RejectSuggestion((clip.id,), TOM.id, Role.KEYWORD))
    return archive.clip(clip.id)


def test_whole_records_come_back_as_they_left_and_change_what_was_changed_in_them(
    archive: Archive, tmp_path: Path
) -> None:
    clip, sheet = with_a_moving_region(archive), tmp_path / "a.jsonl"
    export_sheet([clip], archive.vocabulary, archive.stills, format="jsonl", target=sheet, today=date(2026, 11, 23))
    assert preview(sheet, house_of(archive)).cells == ()
    text = sheet.read_text(encoding="utf-8")
    assert "1001/30000" in text
    sheet.write_text(text.replace("1001/30000", "1001/24000").replace('"keyword"}', '"production"}'), encoding="utf-8")
    found = preview(sheet, house_of(archive))
    assert [cell.column for cell in found.cells] == ["tags", "rejected"]
    archive.catalog.apply(found.edit(found.accepted()))
    after = archive.clip(clip.id)
    assert after.tags[0].track[1].time == Fraction(1001, 24000)
    assert after.tags[0].region_at(Fraction(1)) == clip.tags[0].track[1].box
    assert after.rejected == (Rejection(entry=TOM.id, role=Role.PRODUCTION),)
