"""The one door: edits, undo and redo, what survives, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from core.app import Archive, create_archive, open_archive
from core.catalog.edits import (
    AddClips,
    AddEntry,
    AddMoment,
    ChangeEntry,
    ChangeTag,
    Describe,
    Edit,
    RemoveClips,
    RemoveEntry,
    RemoveMoment,
    ReplaceFindings,
    TagClips,
    Together,
    UntagClips,
)
from core.errors import ArchiveBusy, ArchiveProblem, UserProblem
from core.model.changes import MembersChanged, Table
from core.model.clip import Clip, Moment, Source, Status
from core.model.ids import ClipId, MomentId
from core.model.media import DateShot, MediaKind, Precision
from core.model.time import Span
from core.model.vocabulary import Alias, EntryKind
from tests.support.model import a_clip, a_tag, an_entry

CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")


@pytest.fixture
def clips(archive: Archive) -> tuple[Clip, ...]:
    """Three clips and two entries in the archive."""
    made = (a_clip("roof.mov"), a_clip("tunnel.mov"), a_clip("slate.mov"))
    archive.catalog.apply(AddClips(made))
    archive.catalog.apply(Together("Names", (AddEntry(CRUISE), AddEntry(NORWAY))))
    return made


def ids(clips: tuple[Clip, ...]) -> tuple[ClipId, ...]:
    return tuple(clip.id for clip in clips)


def state(archive: Archive) -> dict[str, object]:
    """Everything records hold, without revisions, and what a search of all finds."""
    records = archive._records
    kept: dict[str, object] = {
        f"{table}/{record}": {
            name: value for name, value in (records.get(table, record) or {}).items() if name != "revision"
        }
        for table in Table
        for record in records.ids(table)
    }
    return kept | {"found": list(archive.index.clip_ids(archive.search("").rows))}


def edits(clips: tuple[Clip, ...]) -> Iterator[Edit]:
    """One of each kind, in an order in which each makes sense."""
    moment = Moment(id=MomentId("m1"), span=Span(Fraction(1), Fraction(5, 2)), label="waves back")
    first = clips[0].id
    yield TagClips(ids(clips), a_tag(CRUISE))
    yield TagClips((first,), a_tag(NORWAY, status=Status.CLAIMED, said_by="@fan"))
    yield AddMoment(first, moment)
    yield TagClips((first,), a_tag(CRUISE, moment=moment.id))
    yield AddMoment(first, replace(moment, label="waves back twice"))
    yield RemoveMoment(first, moment.id)
    yield UntagClips(ids(clips[:2]), CRUISE.id)
    yield Describe(clips=ids(clips), notes="seen", rating=4, source=Source(handle="@fan", caption="on the roof!"))
    yield Describe(clips=(first,), date_shot=DateShot(value="2020-09", precision=Precision.MONTH, said_by="archivist"))
    yield ChangeEntry(replace(NORWAY, label="Norge", aliases=(Alias(text="Norway", language="en"),)))
    yield ReplaceFindings(replace(clips[1], kind=MediaKind.UNREADABLE, problem="The file ends early."))
    yield RemoveEntry(NORWAY.id)
    yield RemoveClips(ids(clips[:1]))


def test_undo_takes_back_every_edit_exactly_and_redo_does_it_again(archive: Archive, clips: tuple[Clip, ...]) -> None:
    states = [state(archive)]
    for edit in edits(clips):
        assert archive.catalog.apply(edit), edit
        states.append(state(archive))
    for expected in reversed(states[:-1]):
        archive.catalog.undo()
        assert state(archive) == expected
    for expected in states[1:]:
        archive.catalog.redo()
        assert state(archive) == expected
    assert archive.check() == []


def test_undo_and_redo_survive_a_restart(tmp_path: Path) -> None:
    folder = tmp_path / "a.slatebook"
    clip = a_clip()
    with create_archive(folder) as archive:
        archive.catalog.apply(AddClips((clip,)))
        archive.catalog.apply(Describe(clips=(clip.id,), notes="first"))
        archive.catalog.apply(Describe(clips=(clip.id,), notes="second"))
        archive.catalog.undo()
    with open_archive(folder) as archive:
        assert archive.catalog.redo_label == "Change notes of 1 clip"
        assert archive.clip(clip.id).notes == "first"
        archive.catalog.undo()
        assert archive.clip(clip.id).notes == ""
        archive.catalog.redo()
        archive.catalog.redo()
        assert archive.clip(clip.id).notes == "second"


def test_a_gesture_on_many_clips_is_one_change(archive: Archive, clips: tuple[Clip, ...]) -> None:
    change_set = archive.catalog.apply(TagClips(ids(clips), a_tag(CRUISE)))
    (change,) = change_set.changes
    assert isinstance(change, MembersChanged)
    assert set(change.ids) == set(ids(clips))
    assert change_set.label == "Tag 3 clips with Tom Cruise"


def test_an_edit_that_changes_nothing_leaves_no_step(archive: Archive, clips: tuple[Clip, ...]) -> None:
    archive.catalog.apply(TagClips(ids(clips), a_tag(CRUISE)))
    assert not archive.catalog.apply(TagClips(ids(clips), a_tag(CRUISE)))
    assert archive.catalog.undo_label == "Tag 3 clips with Tom Cruise"


def test_several_edits_together_see_each_other_and_are_one_step(archive: Archive, clips: tuple[Clip, ...]) -> None:
    pegg = an_entry(EntryKind.PERSON, "Simon Pegg")
    archive.catalog.apply(Together("Tag 3 clips with Simon Pegg", (AddEntry(pegg), TagClips(ids(clips), a_tag(pegg)))))
    assert len(archive.search('person:"simon pegg"').rows) == 3
    archive.catalog.undo()
    assert archive.vocabulary.get(pegg.id) is None
    assert archive.clip(clips[0].id).tags == ()


def test_an_import_is_one_step_and_does_not_hold_up_other_edits(archive: Archive, clips: tuple[Clip, ...]) -> None:
    with archive.catalog.long_gesture("Import 2 clips") as apply:
        apply(AddClips((a_clip("one.mov"),)))
        archive.catalog.apply(Describe(clips=ids(clips), notes="meanwhile"))
        apply(AddClips((a_clip("two.mov"),)))
        archive.catalog.undo()
        assert len(archive.index) == 5
        assert archive.clip(clips[0].id).notes == ""
    assert archive.catalog.undo_label == "Import 2 clips"
    archive.catalog.undo()
    assert len(archive.index) == 3
    assert archive.check() == []


def test_listeners_hear_what_changed_until_they_leave(archive: Archive, clips: tuple[Clip, ...]) -> None:
    heard = []
    leave = archive.catalog.subscribe(heard.append)
    archive.catalog.apply(Describe(clips=(clips[0].id,), notes="x"))
    archive.catalog.undo()
    leave()
    archive.catalog.redo()
    assert [change_set.touched(Table.CLIPS) for change_set in heard] == [{clips[0].id}] * 2


def test_the_status_of_a_tag_can_change(archive: Archive, clips: tuple[Clip, ...]) -> None:
    archive.catalog.apply(TagClips((clips[0].id,), a_tag(CRUISE, status=Status.CLAIMED)))
    (tag,) = archive.clip(clips[0].id).tags
    archive.catalog.apply(ChangeTag(clips[0].id, replace(tag, status=Status.CONFIRMED)))
    assert archive.clip(clips[0].id).tags[0].status is Status.CONFIRMED


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (Describe(clips=(ClipId("gone"),), notes="x"), "no longer in the archive"),
        (TagClips((), a_tag(an_entry(EntryKind.PERSON, "Nobody"))), "no longer in the vocabulary"),
        (AddEntry(an_entry(EntryKind.PERSON, "  ")), "needs a name"),
        (AddEntry(CRUISE), "in the vocabulary already"),
        (ChangeEntry(replace(NORWAY, parent=NORWAY.id)), "cannot lie within itself"),
        (ChangeEntry(replace(NORWAY, kind=EntryKind.PERSON)), "cannot become a person"),
        (Describe(clips=(), rating=9), "from 0 to 5"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    archive: Archive, clips: tuple[Clip, ...], edit: Edit, sentence: str
) -> None:
    before = state(archive)
    with pytest.raises(UserProblem, match=sentence):
        archive.catalog.apply(edit)
    assert state(archive) == before


def test_a_moment_beyond_the_end_is_refused(archive: Archive, clips: tuple[Clip, ...]) -> None:
    late = Moment(id=MomentId("m"), span=Span(Fraction(9), Fraction(11)), label="late")
    with pytest.raises(UserProblem, match="reaches beyond"):
        archive.catalog.apply(AddMoment(clips[0].id, late))


def test_nothing_to_undo_is_said(archive: Archive) -> None:
    with pytest.raises(UserProblem, match="nothing to undo"):
        archive.catalog.undo()
    with pytest.raises(UserProblem, match="nothing to redo"):
        archive.catalog.redo()


def test_a_second_writer_is_told_and_a_reader_let_in(archive: Archive, clips: tuple[Clip, ...]) -> None:
    with pytest.raises(ArchiveBusy, match="open in another window"):
        open_archive(archive.folder)
    with open_archive(archive.folder, read_only=True) as reader:
        assert len(reader.search("roof").rows) == 1
        assert reader.clip(clips[0].id).name == "roof.mov"


def test_a_lost_index_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "a.slatebook"
    with create_archive(folder) as archive:
        archive.catalog.apply(AddClips((a_clip("roof.mov"),)))
    for path in folder.glob("index.db*"):
        path.unlink()
    with open_archive(folder) as archive:
        assert len(archive.search("roof").rows) == 1
        assert archive.check() == []


def test_lost_and_damaged_records_come_back_from_history(tmp_path: Path) -> None:
    folder = tmp_path / "a.slatebook"
    one, two, three = a_clip("one.mov"), a_clip("two.mov"), a_clip("three.mov")
    with create_archive(folder) as archive:
        archive.catalog.apply(AddClips((one, two, three)))
    records = {path.stem: path for path in (folder / "records").rglob("*.json")}
    records[one.id].unlink()
    records[two.id].write_bytes(b"{")
    with open_archive(folder) as archive:
        problems = archive.check()
        assert any(f"{one.id} is missing" in sentence for sentence in problems)
        assert any(f"{two.id} cannot be read" in sentence for sentence in problems)
        assert archive.check(repair=True) == []
        assert archive.clip(one.id).name == "one.mov"
    with open_archive(folder) as archive:
        assert archive.check() == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "damaged"),
        (b'{"_default": {"1": {"format": 99, "id": "x", "name": "x", "created": "x"}}}', "newer Slatebook"),
    ],
)
def test_an_archive_that_cannot_be_opened_says_why(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "archive.json").write_bytes(content)
    with pytest.raises(ArchiveProblem, match=sentence):
        open_archive(tmp_path)
    with pytest.raises(ArchiveProblem, match="not a Slatebook archive"):
        open_archive(tmp_path / "nowhere")


def test_a_folder_with_something_in_it_does_not_become_an_archive(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("x")
    with pytest.raises(UserProblem, match="holds something already"):
        create_archive(tmp_path)


def test_an_edit_of_a_step_that_was_undone_meanwhile_is_a_step_of_its_own(
    archive: Archive, clips: tuple[Clip, ...]
) -> None:
    chosen = ids(clips[:1])
    step = archive.catalog.apply(Describe(clips=chosen, notes="a")).gesture
    archive.catalog.undo()
    again = archive.catalog.apply(Describe(clips=chosen, notes="b"), gesture=step)
    assert again.gesture != step
    archive.catalog.undo()
    assert archive.clip(clips[0].id).notes == ""
    assert archive.check() == []


def test_a_step_that_grows_after_it_was_undone_and_done_again_is_replayed_as_it_went(
    archive: Archive, clips: tuple[Clip, ...]
) -> None:
    chosen = ids(clips[:1])
    step = archive.catalog.apply(Describe(clips=chosen, notes="a")).gesture
    archive.catalog.undo()
    archive.catalog.redo()
    archive.catalog.apply(Describe(clips=chosen, notes="ab"), gesture=step)
    assert archive.check() == []
    archive.catalog.undo()
    assert archive.clip(clips[0].id).notes == ""
