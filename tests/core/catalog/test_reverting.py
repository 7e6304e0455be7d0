"""One step taken back out of the middle of history, or a sentence that says why not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from core.app import Archive
from core.catalog.asof import AsOf
from core.catalog.edits import (
    AddClips,
    AddEntry,
    AddMoment,
    ChangeEntry,
    ChangeTag,
    Describe,
    RemoveClips,
    RemoveEntry,
    TagClips,
    UntagClips,
)
from core.catalog.past import Asked, steps
from core.errors import EditConflict, UserProblem
from core.model.changes import FieldsChanged, Table
from core.model.clip import Clip, Moment, Status
from core.model.ids import MomentId
from core.model.time import Span
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry

CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")
RAUMA = an_entry(EntryKind.LOCATION, "Rauma")


@pytest.fixture
def clip(archive: Archive) -> Clip:
    made = a_clip("roof.mp4")
    archive.catalog.apply(AddClips((made,)))
    archive.catalog.apply(AddEntry(CRUISE))
    return made


def test_a_step_in_the_middle_is_taken_back_and_what_came_later_stays(archive: Archive, clip: Clip) -> None:
    tagged = archive.catalog.apply(TagClips((clip.id,), a_tag(CRUISE)))
    archive.catalog.apply(Describe(clips=(clip.id,), notes="harness visible"))
    undone = archive.catalog.revert(tagged.gesture)
    assert undone.label == f"Undo step {tagged.gesture}: Tag 1 clip with Tom Cruise"
    assert (archive.clip(clip.id).tags, archive.clip(clip.id).notes) == ((), "harness visible")
    archive.catalog.undo()
    assert len(archive.clip(clip.id).tags) == 1
    archive.catalog.redo()
    assert archive.clip(clip.id).tags == ()
    again = archive.catalog.revert(undone.gesture)
    assert again.label == f"Undo step {undone.gesture}: Tag 1 clip with Tom Cruise"
    assert len(archive.search("tom cruise").rows) == 1
    assert archive.check() == []


def test_what_was_changed_later_is_named_with_the_step_that_did_it(archive: Archive, clip: Clip) -> None:
    tagged = archive.catalog.apply(TagClips((clip.id,), a_tag(CRUISE)))
    (tag,) = archive.clip(clip.id).tags
    later = archive.catalog.apply(ChangeTag(clip.id, replace(tag, status=Status.DISPUTED)))
    archive.catalog.apply(Describe(clips=(clip.id,), rating=3))
    with pytest.raises(EditConflict) as refused:
        archive.catalog.revert(tagged.gesture)
    assert "Tom Cruise on roof.mp4 was changed later by “Mark Tom Cruise as disputed”" in str(refused.value)
    assert f"(step {later.gesture})" in str(refused.value)


def test_several_clips_in_the_way_are_counted(archive: Archive) -> None:
    clips = (a_clip(), a_clip(), a_clip())
    noted = archive.catalog.apply(AddClips(clips))
    archive.catalog.apply(Describe(clips=tuple(clip.id for clip in clips), notes="seen"))
    with pytest.raises(EditConflict, match="2 more records were changed as well"):
        archive.catalog.revert(noted.gesture)


def test_a_name_that_is_used_by_now_stays(archive: Archive, clip: Clip) -> None:
    (made, *_) = archive.catalog.history(1)
    archive.catalog.apply(TagClips((clip.id,), a_tag(CRUISE)))
    with pytest.raises(EditConflict, match=r"Tom Cruise on roof\.mp4 was added later by “Tag 1 clip with Tom Cruise”"):
        archive.catalog.revert(made.id)


def test_a_place_that_others_lie_in_by_now_stays(archive: Archive) -> None:
    made = archive.catalog.apply(AddEntry(NORWAY))
    archive.catalog.apply(AddEntry(replace(RAUMA, parent=NORWAY.id)))
    with pytest.raises(EditConflict, match="Rauma"):
        archive.catalog.revert(made.gesture)


def test_places_do_not_come_to_lie_within_each_other(archive: Archive) -> None:
    archive.catalog.apply(AddEntry(NORWAY))
    archive.catalog.apply(AddEntry(replace(RAUMA, parent=NORWAY.id)))
    freed = archive.catalog.apply(ChangeEntry(RAUMA))
    archive.catalog.apply(ChangeEntry(replace(NORWAY, parent=RAUMA.id)))
    with pytest.raises(EditConflict, match="what Norway has as parent was changed later by “Change Norway”"):
        archive.catalog.revert(freed.gesture)


def test_a_tag_does_not_come_back_for_a_name_that_is_gone(archive: Archive, clip: Clip) -> None:
    archive.catalog.apply(TagClips((clip.id,), a_tag(CRUISE)))
    taken_off = archive.catalog.apply(UntagClips((clip.id,), CRUISE.id))
    archive.catalog.apply(RemoveEntry(CRUISE.id))
    with pytest.raises(EditConflict, match="was removed later by “Remove Tom Cruise”"):
        archive.catalog.revert(taken_off.gesture)


def test_a_moment_with_later_tags_stays(archive: Archive, clip: Clip) -> None:
    moment = Moment(id=MomentId("m1"), span=Span(Fraction(1), Fraction(2)), label="waves")
    marked = archive.catalog.apply(AddMoment(clip.id, moment))
    archive.catalog.apply(TagClips((clip.id,), a_tag(CRUISE, moment=moment.id)))
    with pytest.raises(EditConflict, match=r"Tom Cruise on roof\.mp4"):
        archive.catalog.revert(marked.gesture)


def test_a_removed_clip_comes_back_and_its_original_is_never_touched(archive: Archive, clip: Clip) -> None:
    removed = archive.catalog.apply(RemoveClips((clip.id,)))
    archive.catalog.apply(AddEntry(NORWAY))
    archive.catalog.revert(removed.gesture)
    assert archive.clip(clip.id).name == "roof.mp4"


def test_only_what_is_in_force_can_be_taken_back(archive: Archive, clip: Clip) -> None:
    step = archive.catalog.apply(Describe(clips=(clip.id,), notes="x")).gesture
    archive.catalog.undo()
    with pytest.raises(UserProblem, match="undone already"):
        archive.catalog.revert(step)
    archive.catalog.note("Exported")
    with pytest.raises(UserProblem, match="nothing to undo"):
        archive.catalog.revert(archive.history.seq)
    with pytest.raises(UserProblem, match="no step 99"):
        archive.catalog.revert(99)
    with archive.catalog.long_gesture("Import") as apply:
        running = apply(AddClips((a_clip(),))).gesture
        with pytest.raises(UserProblem, match="still going on"):
            archive.catalog.revert(running)


def test_an_older_record_comes_back_without_the_field_it_did_not_have(archive: Archive, clip: Clip) -> None:
    records, catalog = archive._records, archive.catalog
    older = dict(records.get(Table.CLIPS, clip.id) or {})
    del older["notes"]
    records.put({(Table.CLIPS, clip.id): older})
    step = catalog.apply(Describe(clips=(clip.id,), notes="x"))
    catalog.revert(step.gesture)
    assert "notes" not in (records.get(Table.CLIPS, clip.id) or {})
    assert [type(change) for change in archive.history.changes_of(archive.history.seq)] == [FieldsChanged]


# looking back ---------------------------------------------------------------------------------------------------
def test_steps_are_found_by_clip_person_time_and_words(archive: Archive, clip: Clip) -> None:
    other = a_clip("tunnel.mov")
    archive.catalog.sign_as("Grace")
    archive.catalog.apply(AddClips((other,)))
    archive.catalog.sign_as("Ada")
    archive.catalog.apply(TagClips((clip.id, other.id), a_tag(CRUISE)))

    def labels(**asked: str) -> list[str]:
        return [step.label for step in steps(archive.history, Asked(**asked))]

    assert labels(clip=other.id) == ["Tag 2 clips with Tom Cruise", "Import 1 clip"]
    assert labels(who="grace") == ["Import 1 clip"]
    assert labels(words="TAG") == ["Tag 2 clips with Tom Cruise"]
    assert labels(until="2001") == []
    assert len(labels(since="2001")) == 4


def test_a_view_of_the_past_is_not_moved_by_later_edits(archive: Archive, clip: Clip) -> None:
    archive.catalog.apply(Describe(clips=(clip.id,), notes="then"))
    then = AsOf(archive._records, archive.history, archive.history.seq)
    before = AsOf(archive._records, archive.history, archive.history.seq - 1)
    new = a_clip("new.mov")
    archive.catalog.apply(Describe(clips=(clip.id,), notes="now"))
    archive.catalog.apply(AddClips((new,)))
    archive.catalog.apply(RemoveClips((clip.id,)))
    assert [(found.name, found.notes) for found in then.clips()] == [("roof.mp4", "then")]
    assert [(found.name, found.notes) for found in before.clips()] == [("roof.mp4", "")]
    assert (then.clip(new.id), then.vocabulary().label(CRUISE.id)) == (None, "Tom Cruise")
