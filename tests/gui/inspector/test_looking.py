"""What the inspector reads."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, TagClips
from core.catalog.merging import MergeEntries
from core.model.clip import Status
from core.model.media import MediaKind
from core.model.vocabulary import EntryKind
from gui.inspector.looking import OneClip, Overview, Several, look, said_of
from tests.support.model import a_clip, a_tag, an_entry


def test_one_row_is_a_clip_and_none_the_whole(archive: Archive) -> None:
    clip = a_clip("train.mov")
    archive.catalog.apply(AddClips((clip,)))
    shown = look(archive, archive.search("").rows)
    assert isinstance(shown, OneClip)
    assert shown.clip.name == "train.mov"
    whole = look(archive, ())
    assert isinstance(whole, Overview)
    assert whole.clips == 1


def test_a_row_whose_clip_is_gone_is_not_shown(archive: Archive) -> None:
    assert isinstance(look(archive, (17,)), Overview)


def test_several_clips_share_what_only_some_of_them_carry(archive: Archive) -> None:
    clips = tuple(a_clip() for _ in range(3))
    tom, norway = an_entry(EntryKind.PERSON, "Tom Cruise"), an_entry(EntryKind.LOCATION, "Norway")
    archive.catalog.apply(AddClips(clips))
    for entry in (tom, norway):
        archive.catalog.apply(AddEntry(entry))
    archive.catalog.apply(TagClips(tuple(clip.id for clip in clips), a_tag(tom)))
    archive.catalog.apply(TagClips((clips[0].id,), a_tag(norway)))
    shown = look(archive, archive.search("").rows)
    assert isinstance(shown, Several)
    assert {(said.entry, said.clips) for said in shown.said} == {(tom.id, 3), (norway.id, 1)}
    assert shown.duration == Fraction(30)
    assert shown.kinds == {MediaKind.CLIP: 3}


def test_what_is_refuted_of_several_is_told_and_never_hides_what_stands(archive: Archive) -> None:
    tom, norway = an_entry(EntryKind.PERSON, "Tom Cruise"), an_entry(EntryKind.LOCATION, "Norway")
    wrong = replace(a_tag(tom), status=Status.REFUTED)
    clips = (
        a_clip(tags=(wrong, a_tag(norway))),
        a_clip(tags=(wrong,)),
        a_clip(tags=(replace(a_tag(norway), status=Status.REFUTED),)),
    )
    for entry in (tom, norway):
        archive.catalog.apply(AddEntry(entry))
    archive.catalog.apply(AddClips(clips))
    shown = look(archive, archive.search("").rows)
    assert isinstance(shown, Several)
    assert {(said.entry, said.status, said.clips) for said in shown.said} == {
        (tom.id, Status.REFUTED, 2),
        (norway.id, Status.CONFIRMED, 1),
    }


def test_the_doubtful_standing_of_two_is_shown() -> None:
    tom = an_entry(EntryKind.PERSON, "Tom Cruise")
    sure, doubted = a_tag(tom), replace(a_tag(tom), status=Status.DISPUTED, said_by="A. Nother")
    (said,) = said_of(a_clip(tags=(sure, doubted)))
    assert said.status is Status.DISPUTED
    assert "A. Nother" in said.detail


def test_the_overview_counts_what_is_still_to_do(archive: Archive) -> None:
    clips = (a_clip(), a_clip())
    tom = an_entry(EntryKind.PERSON, "Tom Cruise")
    archive.catalog.apply(AddClips(clips))
    archive.catalog.apply(AddEntry(tom))
    archive.catalog.apply(TagClips((clips[0].id,), a_tag(tom)))
    shown = look(archive, ())
    assert isinstance(shown, Overview)
    gaps = {gap.query: gap.clips for gap in shown.gaps}
    assert gaps["missing:person"] == 1
    assert gaps["missing:location"] == 2
    assert "has:moments" not in gaps


def test_an_entry_and_one_merged_into_it_are_shown_once(archive: Archive) -> None:
    clips = (a_clip(), a_clip())
    tom, cruze = (an_entry(EntryKind.PERSON, name) for name in ("Tom Cruise", "Tom Cruze"))
    archive.catalog.apply(AddClips(clips))
    for entry in (tom, cruze):
        archive.catalog.apply(AddEntry(entry))
        archive.catalog.apply(TagClips((clips[0].id,), a_tag(entry)))
    archive.catalog.apply(MergeEntries((cruze.id,), tom.id))
    one = look(archive, archive.search("person:cruise").rows)
    assert isinstance(one, OneClip)
    assert [said.entry for said in one.said] == [tom.id]
    both = look(archive, archive.search("").rows)
    assert isinstance(both, Several)
    assert [(said.entry, said.clips) for said in both.said] == [(tom.id, 1)]
