"""Names of an archive that was just opened: read when they are asked for, all of them at once or one by its id."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from core.app import create_archive, open_archive
from core.catalog.edits import AddClips, AddEntry, ChangeEntry, Together
from core.catalog.vocabulary import REMOVED, Vocabulary
from core.errors import SystemProblem
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.storage.sqlite_index import SqliteIndex
from tests.support.model import a_clip, a_tag, an_entry

NORWAY = an_entry(EntryKind.LOCATION, "Norway")
OSLO = an_entry(EntryKind.LOCATION, "Oslo", parent=NORWAY.id)
CHRISTIANIA = an_entry(EntryKind.LOCATION, "Christiania", redirect=OSLO.id)
EAST = Entry(id=EntryId("east"), kind=EntryKind.LOCATION, label="East", redirect=EntryId("west"))
WEST = Entry(id=EntryId("west"), kind=EntryKind.LOCATION, label="West", redirect=EntryId("east"))
ALL = (NORWAY, OSLO, CHRISTIANIA, EAST, WEST)


class Shelf:
    """Holds entries, and counts how often one or all of them are taken down."""

    def __init__(self, entries: Iterable[Entry] = ALL) -> None:
        self.held = {entry.id: entry for entry in entries}
        self.singly: list[EntryId] = []
        self.wholly = 0
        self.trouble: SystemProblem | None = None

    def entry(self, entry: EntryId) -> Entry | None:
        self.singly.append(entry)
        return self.held.get(entry)

    def entries(self) -> Iterable[Entry]:
        self.wholly += 1
        if self.trouble is not None:
            raise self.trouble
        return list(self.held.values())


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def names(shelf: Shelf) -> Vocabulary:
    made = Vocabulary()
    made.recall(shelf)
    return made


def test_an_entry_asked_for_by_its_id_is_read_alone_and_once(shelf: Shelf, names: Vocabulary) -> None:
    for _ in range(2):
        assert names.get(OSLO.id) == names.raw(OSLO.id) == OSLO
        assert names.get(CHRISTIANIA.id) == OSLO
        assert names.raw(CHRISTIANIA.id) == CHRISTIANIA
        assert names.final(CHRISTIANIA.id) == names.final(OSLO.id) == OSLO.id
    assert (sorted(shelf.singly), shelf.wholly) == (sorted([OSLO.id, CHRISTIANIA.id]), 0)
    assert not names.is_read


@pytest.mark.parametrize(
    "ask",
    [
        len,
        lambda names: names.label(OSLO.id),
        lambda names: names.final(EAST.id),
        lambda names: names.final(EntryId("nobody")),
        lambda names: names.find_exact(EntryKind.LOCATION, "oslo"),
        lambda names: names.leading_to(NORWAY.id),
        lambda names: names.ids_below(NORWAY.id),
        lambda names: names.merged_into(OSLO.id),
        lambda names: [match.shown for match in names.complete("o")],
        lambda names: sorted(entry.id for entry in names.every()),
        lambda names: names.listed(),
        lambda names: names.get(EAST.id),
        lambda names: names.get(EntryId("nobody")),
        lambda names: names.raw(EntryId("nobody")),
        lambda names: names.work_out(),
    ],
)
def test_whoever_asks_for_more_gets_the_answer_of_all_entries(
    ask: Callable[[Vocabulary], object], shelf: Shelf, names: Vocabulary
) -> None:
    assert ask(names) == ask(Vocabulary(ALL))
    assert names.is_read
    ask(names)
    assert shelf.wholly == 1


def test_names_are_at_hand_once_they_are_read_and_many_once_they_are_worked_out(names: Vocabulary) -> None:
    assert not names.is_at_hand
    assert len(names) == 2
    assert names.is_at_hand
    names.update({entry.id: entry for entry in (an_entry(EntryKind.PERSON, f"Tom {number}") for number in range(200))})
    assert not names.is_at_hand
    names.work_out()
    assert names.is_at_hand


def test_all_who_ask_at_once_wait_for_one_reading() -> None:
    begun, go_on = threading.Event(), threading.Event()

    class Slow(Shelf):
        def entries(self) -> Iterable[Entry]:
            begun.set()
            go_on.wait()
            return super().entries()

    shelf, names, found = Slow(), Vocabulary(), []
    names.recall(shelf)
    askers = [threading.Thread(target=lambda: found.append(names.label(CHRISTIANIA.id))) for _ in range(4)]
    for asker in askers:
        asker.start()
    begun.wait()
    assert names.get(OSLO.id) == OSLO, "one by its id does not wait"
    go_on.set()
    for asker in askers:
        asker.join()
    assert (found, shelf.wholly) == (["Oslo"] * 4, 1)


def test_a_change_before_anybody_asked_stands_and_loses_nothing(shelf: Shelf, names: Vocabulary) -> None:
    renamed = replace(OSLO, label="Kristiania")
    names.update({OSLO.id: renamed, NORWAY.id: None})
    assert names.get(OSLO.id) == names.get(CHRISTIANIA.id) == renamed
    assert names.label(NORWAY.id) == REMOVED
    assert shelf.wholly == 1


def test_what_was_there_before_stays_beside_what_is_held() -> None:
    fresh, names = an_entry(EntryKind.PERSON, "Tom Cruise"), Vocabulary()
    names.update({fresh.id: fresh})
    names.recall(Shelf())
    assert names.get(fresh.id) == names.raw(fresh.id) == fresh
    assert names.label(OSLO.id) == "Oslo"
    assert len(names) == 3


def test_a_trouble_of_reading_is_told_to_each_who_asks_until_it_is_over(shelf: Shelf, names: Vocabulary) -> None:
    shelf.trouble = SystemProblem("The disk is away.")
    for _ in range(2):
        with pytest.raises(SystemProblem, match="away"):
            names.label(OSLO.id)
    shelf.trouble = None
    assert names.label(OSLO.id) == "Oslo"


def test_an_archive_opens_and_shows_clips_without_reading_its_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, fjord = tmp_path / "Test.slatebook", a_clip("fjord.mov", tags=(a_tag(OSLO),))
    with create_archive(folder) as archive:
        archive.catalog.apply(Together("Names", (AddEntry(NORWAY), AddEntry(OSLO))))
        archive.catalog.apply(AddClips((fjord,)))
    whole: list[SqliteIndex] = []
    read = SqliteIndex.entries

    def noted(index: SqliteIndex) -> Iterable[Entry]:
        whole.append(index)
        return read(index)

    monkeypatch.setattr(SqliteIndex, "entries", noted)
    with open_archive(folder) as archive:
        card = archive.index.cards(archive.search("").rows)[0]
        oslo = archive.vocabulary.get(card.chips[0].entry)
        assert oslo is not None
        assert oslo.label == "Oslo"
        assert whole == []
        assert archive.index.clip_ids(archive.search("location:norway").rows) == [fjord.id]
        assert len(whole) == 1


def test_a_name_changed_right_after_opening_is_found_by_it(tmp_path: Path) -> None:
    folder = tmp_path / "Test.slatebook"
    with create_archive(folder) as archive:
        archive.catalog.apply(Together("Names", (AddEntry(NORWAY), AddEntry(OSLO))))
    with open_archive(folder) as archive:
        archive.catalog.apply(ChangeEntry(replace(OSLO, label="Kristiania")))
        assert [entry.label for entry in archive.vocabulary.all()] == ["Kristiania", "Norway"]
        archive.catalog.undo()
        assert [entry.label for entry in archive.vocabulary.all()] == ["Norway", "Oslo"]
