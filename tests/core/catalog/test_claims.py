"""Claims beside facts: who said what, how it was decided, and what is not to be offered again."""

from __future__ import annotations

from fractions import Fraction

import pytest

from core.app import Archive
from core.catalog.claims import (
    AddStatement,
    AllowSuggestion,
    MoveRegion,
    PlaceTag,
    RejectSuggestion,
    SetRegion,
    SetStatus,
    Statements,
    is_settled,
    offered,
)
from core.catalog.edits import AddClips, AddEntry, AddMoment, TagClips, Together
from core.catalog.merging import MergeEntries
from core.errors import UserProblem
from core.model.changes import Table
from core.model.clip import Box, Clip, Moment, Role, Status, Tag
from core.model.ids import MomentId, TagId
from core.model.region import PlacedBox
from core.model.time import Span
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry

TOM, SANDRA = an_entry(EntryKind.PERSON, "Tom Cruise"), an_entry(EntryKind.PERSON, "Sandra Hüller")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
LEFT, RIGHT = (Box(left=left, top=0.25, width=0.25, height=0.5) for left in (0.0, 0.5))


@pytest.fixture
def clips(archive: Archive) -> list[Clip]:
    made = [a_clip(f"{number}.mov") for number in range(3)]
    archive.catalog.apply(AddClips(tuple(made)))
    archive.catalog.apply(Together("names", tuple(map(AddEntry, (TOM, SANDRA, NORWAY)))))
    return made


def tags(archive: Archive, clip: Clip) -> tuple[Tag, ...]:
    return archive.clip(clip.id).tags


def test_contradicting_statements_stand_side_by_side(archive: Archive, clips: list[Clip]) -> None:
    fan = a_tag(TOM, status=Status.CLAIMED, said_by="@fan", verbatim="that's Tom!")
    assert archive.catalog.apply(AddStatement((clips[0].id,), fan)).label == "Claimed by @fan: Tom Cruise on 1 clip"
    archive.catalog.apply(AddStatement((clips[0].id,), a_tag(TOM, status=Status.DISPUTED, said_by="@double")))
    archive.catalog.apply(AddStatement((clips[0].id,), a_tag(TOM, status=Status.REFUTED, said_by="")))
    assert [(tag.said_by, tag.status) for tag in tags(archive, clips[0])] == [
        ("@fan", Status.CLAIMED),
        ("@double", Status.DISPUTED),
        ("", Status.REFUTED),
    ]
    assert not archive.catalog.apply(AddStatement((clips[0].id,), fan)), "the same one has said so already"


def test_many_are_decided_in_one_step_with_the_evidence(archive: Archive, clips: list[Clip]) -> None:
    every = tuple(clip.id for clip in clips)
    archive.catalog.apply(TagClips(every[:2], a_tag(TOM, status=Status.CLAIMED, said_by="@fan")))
    archive.catalog.apply(TagClips(every, a_tag(SANDRA, status=Status.CLAIMED)))
    of_tom = Statements(entry=TOM.id, standing=frozenset({Status.CLAIMED}))
    change = archive.catalog.apply(
        SetStatus(clips=every, status=Status.CONFIRMED, of=of_tom, evidence="slate reads A017")
    )
    assert change.label == "Confirm Tom Cruise on 2 clips"
    assert change.touched(Table.CLIPS) == set(every[:2])
    tom = tags(archive, clips[0])[0]
    assert (tom.status, tom.evidence, tom.said_by) == (Status.CONFIRMED, "slate reads A017", "@fan")
    assert tags(archive, clips[2])[0].status is Status.CLAIMED
    archive.catalog.undo()
    assert tags(archive, clips[0])[0].status is Status.CLAIMED


@pytest.mark.parametrize(
    ("status", "label"),
    [
        (Status.DISPUTED, "Dispute Tom Cruise on 1 clip"),
        (Status.REFUTED, "Refute Tom Cruise on 1 clip"),
        (Status.SUPPORTED, "Support Tom Cruise on 1 clip"),
        (Status.CLAIMED, "Leave Tom Cruise on 1 clip as a claim"),
    ],
)
def test_steps_have_plain_names(archive: Archive, clips: list[Clip], status: Status, label: str) -> None:
    archive.catalog.apply(TagClips((clips[0].id,), a_tag(TOM, evidence="poster")))
    (tag,) = tags(archive, clips[0])
    edit = SetStatus(clips=(clips[0].id,), status=status, of=Statements(tags=frozenset({tag.id})))
    assert archive.catalog.apply(edit).label == label
    (after,) = tags(archive, clips[0])
    assert (after.status, after.evidence) == (status, "poster")


def test_a_statement_is_found_under_whatever_id_it_was_made(archive: Archive, clips: list[Clip]) -> None:
    archive.catalog.apply(TagClips((clips[0].id,), a_tag(SANDRA, status=Status.CLAIMED)))
    archive.catalog.apply(MergeEntries((SANDRA.id,), TOM.id))
    archive.catalog.apply(SetStatus(clips=(clips[0].id,), status=Status.REFUTED, of=Statements(entry=TOM.id)))
    assert tags(archive, clips[0])[0].status is Status.REFUTED
    assert not archive.catalog.apply(
        SetStatus(clips=(clips[1].id,), status=Status.REFUTED, of=Statements(entry=TOM.id))
    )


def test_what_was_rejected_is_not_offered_again_even_after_a_merge(archive: Archive, clips: list[Clip]) -> None:
    clip, words = clips[0].id, archive.vocabulary
    suggested = [(TOM.id, Role.PERSON_SHOWN), (SANDRA.id, Role.PERSON_SHOWN), (NORWAY.id, Role.LOCATION_SHOT)]
    change = archive.catalog.apply(RejectSuggestion((clip,), SANDRA.id, Role.PERSON_SHOWN))
    assert change.label == "Do not suggest Sandra Hüller for 1 clip"
    assert not archive.catalog.apply(RejectSuggestion((clip,), SANDRA.id, Role.PERSON_SHOWN))
    archive.catalog.apply(TagClips((clip,), a_tag(NORWAY, role=Role.LOCATION_SHOWN)))
    assert offered(archive.clip(clip), suggested, words) == [suggested[0], suggested[2]]
    archive.catalog.apply(MergeEntries((SANDRA.id,), TOM.id))
    assert offered(archive.clip(clip), suggested, words) == [suggested[2]]
    archive.catalog.apply(AllowSuggestion((clip,), TOM.id, Role.PERSON_SHOWN))
    assert offered(archive.clip(clip), suggested, words) == [(TOM.id, Role.PERSON_SHOWN), suggested[2]]
    archive.catalog.undo()
    assert is_settled(archive.clip(clip), TOM.id, Role.PERSON_SHOWN, words.final)


def test_a_refuted_tag_is_not_offered_again(archive: Archive, clips: list[Clip]) -> None:
    archive.catalog.apply(TagClips((clips[0].id,), a_tag(TOM, status=Status.REFUTED)))
    assert offered(archive.clip(clips[0].id), [(TOM.id, Role.PERSON_SHOWN)], archive.vocabulary) == []


def test_a_tag_is_put_on_a_moment_and_taken_off_it(archive: Archive, clips: list[Clip]) -> None:
    moment = Moment(id=MomentId("m"), span=Span(Fraction(2), Fraction(3)), label="waves")
    archive.catalog.apply(AddMoment(clips[0].id, moment))
    archive.catalog.apply(TagClips((clips[0].id,), a_tag(TOM)))
    (tag,) = tags(archive, clips[0])
    assert archive.catalog.apply(PlaceTag(clips[0].id, tag.id, moment.id)).label == "Tom Cruise in “waves”"
    assert tags(archive, clips[0])[0].moment == moment.id
    archive.catalog.apply(PlaceTag(clips[0].id, tag.id, None))
    assert tags(archive, clips[0])[0].moment is None
    with pytest.raises(UserProblem, match="no longer has that moment"):
        archive.catalog.apply(PlaceTag(clips[0].id, tag.id, MomentId("gone")))
    with pytest.raises(UserProblem, match="no longer carries that tag"):
        archive.catalog.apply(PlaceTag(clips[0].id, TagId("gone"), None))


def test_a_region_stands_still_then_moves(archive: Archive, clips: list[Clip]) -> None:
    moment = Moment(id=MomentId("m"), span=Span(Fraction(2), Fraction(6)), label="waves")
    archive.catalog.apply(AddMoment(clips[0].id, moment))
    archive.catalog.apply(TagClips((clips[0].id,), a_tag(TOM, moment=moment.id)))
    clip, tag = clips[0].id, tags(archive, clips[0])[0].id
    archive.catalog.apply(SetRegion(clip, tag, LEFT))
    archive.catalog.apply(MoveRegion(clip, tag, Fraction(4), RIGHT))
    (moved,) = tags(archive, clips[0])
    assert moved.track == (PlacedBox(time=Fraction(2), box=LEFT), PlacedBox(time=Fraction(4), box=RIGHT))
    assert moved.region == moved.region_at(Fraction(1)) == LEFT
    assert moved.region_at(Fraction(3)) == Box(left=0.25, top=0.25, width=0.25, height=0.5)
    archive.catalog.apply(MoveRegion(clip, tag, Fraction(2), None))
    assert tags(archive, clips[0])[0].region_at(Fraction(2)) == RIGHT
    archive.catalog.apply(MoveRegion(clip, tag, Fraction(4), None))
    assert tags(archive, clips[0])[0].region_at(Fraction(2)) is None
    archive.catalog.apply(SetRegion(clip, tag, None))
    with pytest.raises(UserProblem, match="no picture at that time"):
        archive.catalog.apply(MoveRegion(clip, tag, Fraction(11), LEFT))
    with pytest.raises(UserProblem, match="lies within the frame"):
        archive.catalog.apply(SetRegion(clip, tag, Box(left=0.9, top=0, width=0.2, height=1)))
