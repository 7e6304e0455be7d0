"""Batches: acknowledged without reading a record, found at once, in their files later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.app import Archive, create_archive, open_archive
from core.catalog.edits import AddClips, AddEntry, ChangeTag, Describe, RemoveClips, TagClips, UntagClips
from core.catalog.flusher import Flusher
from core.catalog.following import MANY
from core.errors import EditConflict, UserProblem
from core.files import read_all
from core.model import changes, codec
from core.model.clip import Status
from core.model.vocabulary import EntryKind
from core.storage import tinydb_records
from tests.support.fakes import MemoryRecords
from tests.support.model import a_clip, a_tag, an_entry

CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise")
CLIPS = tuple(a_clip() for _ in range(MANY + 10))
IDS = tuple(clip.id for clip in CLIPS)


@pytest.fixture
def filled(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """An archive of more clips than are read one by one, with all records in their files, that flushes when asked."""
    monkeypatch.setattr(archive.catalog._flusher, "nudge", lambda: None)
    archive.catalog.apply(AddClips(CLIPS))
    archive.catalog.apply(AddEntry(CRUISE))
    archive.catalog.flush()
    return archive


@pytest.fixture
def read(filled: Archive, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The clips whose records are read."""
    looked_at: list[str] = []
    monkeypatch.setattr(filled._records._storage, "_read", _noting(looked_at, filled._records._storage._read))
    return looked_at


def _noting(noted: list[str], read: Callable[[str, str], object]) -> Callable[[str, str], object]:
    def fetch(table: str, record: str) -> object:
        noted.append(record)
        return read(table, record)

    return fetch


def carrying(archive: Archive) -> int:
    return len(archive.search('person:"tom cruise"').rows)


def test_a_batch_its_undo_and_redo_read_no_record(filled: Archive, read: list[str]) -> None:
    change_set = filled.catalog.apply(TagClips(IDS, a_tag(CRUISE)))
    assert (len(change_set.changes), carrying(filled)) == (1, len(IDS))
    filled.catalog.undo()
    assert carrying(filled) == 0
    filled.catalog.redo()
    assert (carrying(filled), read) == (len(IDS), [])
    assert filled.clip(IDS[0]).tags[0].entry == CRUISE.id
    assert filled.check() == []


def test_clips_that_carry_it_already_are_left_as_they_are(filled: Archive, read: list[str]) -> None:
    filled.catalog.apply(TagClips(IDS[:5], a_tag(CRUISE, status=Status.CLAIMED)))
    read.clear()
    change_set = filled.catalog.apply(TagClips((*IDS, *IDS), a_tag(CRUISE)))
    assert [change.ids for change in change_set.changes] == [IDS[5:]]
    assert not filled.catalog.apply(TagClips(IDS, a_tag(CRUISE)))
    assert read == []
    assert filled.clip(IDS[0]).tags[0].status is Status.CLAIMED


def test_a_clip_that_is_gone_is_told(filled: Archive) -> None:
    filled.catalog.apply(RemoveClips(IDS[:1]))
    with pytest.raises(UserProblem, match="no longer in the archive"):
        filled.catalog.apply(TagClips(IDS, a_tag(CRUISE)))
    assert carrying(filled) == 0


def test_a_batch_whose_tag_was_changed_later_is_not_undone(filled: Archive) -> None:
    batch = filled.catalog.apply(TagClips(IDS, a_tag(CRUISE)))
    (tag,) = filled.clip(IDS[0]).tags
    filled.catalog.apply(ChangeTag(IDS[0], a_tag(CRUISE, id=tag.id, status=Status.DISPUTED)))
    gesture = filled.history.gesture(batch.gesture)
    with pytest.raises(EditConflict, match="tags were changed later"):
        filled.catalog._turn(gesture, [batch.changes[0].inverse()], filled.history.append_undo)
    assert carrying(filled) == len(IDS)
    assert filled.check() == []


def test_edits_and_removal_of_a_clip_with_a_batch_pending(filled: Archive, read: list[str]) -> None:
    filled.catalog.apply(TagClips(IDS, a_tag(CRUISE)))
    filled.catalog.apply(Describe(clips=IDS[:1], notes="seen"))
    filled.catalog.apply(RemoveClips(IDS[1:2]))
    filled.catalog.apply(UntagClips(IDS[2:3], CRUISE.id))
    assert len(read) <= 3
    assert carrying(filled) == len(IDS) - 2
    for _ in range(3):
        filled.catalog.undo()
    assert carrying(filled) == len(IDS)
    filled.catalog.flush()
    assert filled.check() == []


def test_what_was_not_flushed_is_there_after_opening_and_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a.slatebook"
    with create_archive(folder) as archive:
        archive.catalog.apply(AddClips(CLIPS))
        archive.catalog.apply(AddEntry(CRUISE))
        archive.catalog.flush()
        archive.catalog.close()
        monkeypatch.setattr(archive.catalog._flusher, "nudge", lambda: None)
        monkeypatch.setattr(archive.index, "tag", lambda *_: None)
        archive.catalog.apply(TagClips(IDS, a_tag(CRUISE)))
        monkeypatch.setattr(Flusher, "flush", lambda _: None)
    monkeypatch.undo()
    read: list[str] = []
    monkeypatch.setattr(tinydb_records, "read_all", lambda name: read.append(Path(name).stem) or read_all(name))
    with open_archive(folder) as archive:
        assert sorted(name for name in read if name in IDS) == sorted(IDS)
        monkeypatch.undo()
        assert carrying(archive) == len(IDS)
        assert archive._records.unflushed == 0
        assert archive.check() == []


def test_an_end_that_comes_while_the_flusher_turns_round_is_heard(archive: Archive) -> None:
    flusher = Flusher(MemoryRecords(), archive.history, archive.catalog._door)
    clear = flusher._wanted.clear

    def late() -> None:
        flusher._leaving.set()
        flusher._wanted.set()
        clear()

    flusher._wanted.clear = late  # type: ignore[method-assign]
    flusher.nudge()
    thread = flusher._thread
    assert thread is not None
    thread.join(5)
    assert not thread.is_alive()
    flusher.close()


def test_a_batch_is_named_by_how_many_clips_were_chosen(filled: Archive) -> None:
    assert filled.catalog.apply(TagClips(IDS, a_tag(CRUISE))).label == f"Tag {len(IDS)} clips with Tom Cruise"


def test_clips_that_come_in_are_each_made_json_once_for_history_and_file(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    def to_json(value: object) -> bytes:
        made.append(value)
        return codec.to_json(value)

    monkeypatch.setattr(archive.catalog._flusher, "nudge", lambda: None)
    monkeypatch.setattr(changes, "to_json", to_json)
    monkeypatch.setattr(tinydb_records, "to_json", to_json)
    change_set = archive.catalog.apply(AddClips(CLIPS[:3]))
    assert made == [*CLIPS[:3], change_set.changes]
    archive.catalog.flush()
    in_files = [next(iter(file["clips"].values())) for file in made[4:]]
    assert [type(document) for document in in_files] == [codec.Written] * 3
