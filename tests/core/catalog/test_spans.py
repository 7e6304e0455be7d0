"""Tags over a stretch, and moments split and joined; each is one step that can be taken back exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, AddMoment, Edit
from core.catalog.spans import JoinMoments, RemoveTag, SplitMoment, TagSpan
from core.errors import UserProblem
from core.model.clip import Clip, Moment
from core.model.ids import MomentId
from core.model.time import Span
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
SPAN = Span(Fraction(1), Fraction(1001, 240))


@pytest.fixture
def clip(archive: Archive) -> Clip:
    clip = a_clip()
    archive.catalog.apply(AddClips((clip,)))
    for entry in (TOM, NORWAY):
        archive.catalog.apply(AddEntry(entry))
    return clip


def after(archive: Archive, clip: Clip, edit: Edit) -> Clip:
    """Return the clip after ``edit``, having seen that undo and redo are exact."""
    before = archive.clip(clip.id)
    archive.catalog.apply(edit)
    found = archive.clip(clip.id)
    archive.catalog.undo()
    undone = archive.clip(clip.id)
    archive.catalog.redo()
    assert (undone.tags, undone.moments) == (before.tags, before.moments)
    assert (archive.clip(clip.id).tags, archive.clip(clip.id).moments) == (found.tags, found.moments)
    return found


def test_a_stretch_is_named_like_what_is_said_of_it(archive: Archive, clip: Clip) -> None:
    found = after(archive, clip, TagSpan(clip.id, SPAN, a_tag(TOM), MomentId("m1")))

    assert [(moment.id, moment.span, moment.label) for moment in found.moments] == [("m1", SPAN, "Tom Cruise")]
    assert [(tag.entry, tag.moment) for tag in found.tags] == [(TOM.id, "m1")]


def test_a_moment_over_the_very_stretch_is_used_and_nothing_said_twice(archive: Archive, clip: Clip) -> None:
    archive.catalog.apply(AddMoment(clip.id, Moment(id=MomentId("m0"), span=SPAN, label="waves back")))
    after(archive, clip, TagSpan(clip.id, SPAN, a_tag(TOM), MomentId("m1")))
    archive.catalog.apply(TagSpan(clip.id, SPAN, a_tag(TOM), MomentId("m2")))
    found = archive.clip(clip.id)

    assert [moment.label for moment in found.moments] == ["waves back"]
    assert [(tag.entry, tag.moment) for tag in found.tags] == [(TOM.id, "m0")]


def test_a_stretch_beyond_the_clip_is_refused(archive: Archive, clip: Clip) -> None:
    with pytest.raises(UserProblem, match="beyond"):
        archive.catalog.apply(TagSpan(clip.id, Span(Fraction(9), Fraction(11)), a_tag(TOM), MomentId("m1")))


def test_both_halves_of_a_split_moment_keep_what_was_said(archive: Archive, clip: Clip) -> None:
    archive.catalog.apply(TagSpan(clip.id, SPAN, a_tag(TOM), MomentId("m1")))
    found = after(archive, clip, SplitMoment(clip.id, MomentId("m1"), Fraction(2), MomentId("m2")))

    assert [moment.span for moment in found.moments] == [Span(SPAN.start, Fraction(2)), Span(Fraction(2), SPAN.end)]
    assert sorted((tag.entry, tag.moment) for tag in found.tags) == [(TOM.id, "m1"), (TOM.id, "m2")]
    assert len({tag.id for tag in found.tags}) == 2


@pytest.mark.parametrize("at", [SPAN.start, SPAN.end, Fraction(0)])
def test_a_moment_is_not_split_at_or_beyond_its_ends(archive: Archive, clip: Clip, at: Fraction) -> None:
    archive.catalog.apply(TagSpan(clip.id, SPAN, a_tag(TOM), MomentId("m1")))

    with pytest.raises(UserProblem, match="between its ends"):
        archive.catalog.apply(SplitMoment(clip.id, MomentId("m1"), at, MomentId("m2")))


def test_joined_moments_reach_over_both_and_say_everything_once(archive: Archive, clip: Clip) -> None:
    later = Span(Fraction(6), Fraction(7))
    archive.catalog.apply(TagSpan(clip.id, SPAN, a_tag(TOM), MomentId("m1")))
    archive.catalog.apply(TagSpan(clip.id, later, a_tag(TOM), MomentId("m2")))
    archive.catalog.apply(TagSpan(clip.id, later, a_tag(NORWAY), MomentId("m3")))
    found = after(archive, clip, JoinMoments(clip.id, MomentId("m1"), MomentId("m2")))

    assert [(moment.id, moment.span) for moment in found.moments] == [("m1", Span(SPAN.start, later.end))]
    assert sorted((tag.entry, tag.moment) for tag in found.tags) == sorted([(TOM.id, "m1"), (NORWAY.id, "m1")])


def test_one_tag_is_taken_off_and_others_of_the_same_entry_stay(archive: Archive, clip: Clip) -> None:
    archive.catalog.apply(TagSpan(clip.id, SPAN, a_tag(TOM), MomentId("m1")))
    archive.catalog.apply(TagSpan(clip.id, Span(Fraction(6), Fraction(7)), a_tag(TOM), MomentId("m2")))
    first = archive.clip(clip.id).tags[0]
    found = after(archive, clip, RemoveTag(clip.id, first.id))

    assert [tag.moment for tag in found.tags] == ["m2"]
    with pytest.raises(UserProblem, match="no longer"):
        archive.catalog.apply(RemoveTag(clip.id, first.id))
