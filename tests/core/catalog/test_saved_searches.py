from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.app import Archive, create_archive, open_archive
from core.catalog.edits import AddClips, AddEntry, AddMoment, TagClips
from core.catalog.search_edits import RemoveSearch, RenameSearch, SaveSearch
from core.errors import ArchiveProblem, EditConflict, UserProblem
from core.model.changes import Table
from core.model.ids import SearchId
from core.model.searches import SavedSearch
from core.model.vocabulary import EntryKind
from core.ports.index import Order
from core.search.saved import counted, named, order_of, query_of
from tests.core.search.test_linking import a_moment
from tests.support.model import a_clip, a_tag, an_entry

CRUISE = an_entry(EntryKind.PERSON, "Tom Cruise")


def a_search(archive: Archive, name: str = "Trains", query: str = "train", **fields: object) -> SavedSearch:
    return SavedSearch(id=archive.catalog.new_search_id(), name=name, query=query, **fields)  # type: ignore[arg-type]


def save(archive: Archive, name: str = "Trains", query: str = "train", **fields: object) -> SavedSearch:
    archive.catalog.apply(SaveSearch(a_search(archive, name, query, **fields)))
    (found,) = named(name, archive.catalog.searches())
    return found


def names(archive: Archive) -> list[str]:
    return [search.name for search in archive.catalog.searches()]


def test_a_search_is_a_document_of_its_own_and_there_when_the_archive_is_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "a.slatebook"
    with create_archive(folder) as archive:
        search = save(archive, " Trains ", "train", order="shot", moments=True)
    path = folder / "records" / "searches" / search.id[-2:] / f"{search.id}.json"
    kept = json.loads(path.read_text("utf-8"))["searches"][search.id]
    assert (kept["name"], kept["query"], kept["order"], kept["moments"]) == ("Trains", "train", "shot", True)
    with open_archive(folder) as archive:
        assert archive.catalog.searches() == [search]
        assert archive.check() == []


def test_searches_are_listed_by_name(archive: Archive) -> None:
    for name in ("waves", "Roof", "trains"):
        save(archive, name)
    assert names(archive) == ["Roof", "trains", "waves"]


def test_saving_renaming_and_removing_are_steps_that_can_be_undone(archive: Archive) -> None:
    search = save(archive)
    archive.catalog.apply(SaveSearch(SavedSearch(id=search.id, name="Trains", query="locomotive")))
    archive.catalog.apply(RenameSearch(search.id, "Engines"))
    archive.catalog.apply(RemoveSearch(search.id))
    assert [step.label for step in archive.catalog.history()][:4] == [
        "Remove the search “Engines”",
        "Rename the search “Trains” to “Engines”",
        "Save the search “Trains”",
        "Save the search “Trains”",
    ]
    seen = [names(archive)]
    for _ in range(4):
        archive.catalog.undo()
        seen.append([f"{one.name}: {one.query}" for one in archive.catalog.searches()])
    assert seen == [[], ["Engines: locomotive"], ["Trains: locomotive"], ["Trains: train"], []]
    for _ in range(4):
        archive.catalog.redo()
    assert names(archive) == []
    assert archive.check() == []


def test_what_makes_no_sense_is_said(archive: Archive) -> None:
    search = save(archive)
    with pytest.raises(UserProblem, match="needs a name"):
        archive.catalog.apply(SaveSearch(a_search(archive, "  ")))
    with pytest.raises(UserProblem, match="needs a name"):
        archive.catalog.apply(RenameSearch(search.id, ""))
    with pytest.raises(UserProblem, match="no longer saved"):
        archive.catalog.apply(RemoveSearch(SearchId("none")))
    assert names(archive) == ["Trains"]


def test_saving_the_same_again_is_no_step(archive: Archive) -> None:
    search = save(archive)
    assert not archive.catalog.apply(SaveSearch(search))


def test_a_conflict_names_no_clip(archive: Archive) -> None:
    search = save(archive)
    archive._records.put({(Table.SEARCHES, search.id): {"id": search.id, "name": "x", "query": ""}})
    with pytest.raises(EditConflict, match="changed later"):
        archive.catalog.undo()


def test_a_search_touches_neither_the_vocabulary_nor_the_index(archive: Archive) -> None:
    archive.catalog.apply(AddEntry(CRUISE))
    save(archive)
    archive.catalog.rebuild_index()
    assert [entry.label for entry in archive.vocabulary.all()] == ["Tom Cruise"]
    assert list(archive.index.entries()) == [CRUISE] or len(list(archive.index.entries())) == 1
    (step, _) = archive.catalog.history()
    assert (step.clips, step.entries) == (0, 0)


def test_a_lost_or_damaged_search_is_found_and_restored(tmp_path: Path) -> None:
    folder = tmp_path / "a.slatebook"
    with create_archive(folder) as archive:
        search = save(archive)
    path = folder / "records" / "searches" / search.id[-2:] / f"{search.id}.json"
    for damage in ('{"searches": {"%s": {"id": 1}}}' % search.id, None):  # noqa: UP031
        path.unlink() if damage is None else path.write_text(damage)
        with open_archive(folder) as archive:
            if damage:
                with pytest.raises(ArchiveProblem, match="damaged"):
                    archive.catalog.searches()
                with pytest.raises(ArchiveProblem, match="damaged"):
                    archive.catalog.apply(RemoveSearch(search.id))
            assert archive.check() != []
            assert archive.check(repair=True) == []
            assert archive.catalog.searches() == [search]


def test_counts_are_those_of_now(archive: Archive) -> None:
    clips = (a_clip("train one.mov"), a_clip("train two.mov"), a_clip("boat.mov"))
    archive.catalog.apply(AddClips(clips))
    search, moments = save(archive), save(archive, "Waves", "wave", moments=True)

    def counts() -> list[int]:
        return [counted(one, archive.finder, archive.today).count for one in (search, moments)]

    assert counts() == [2, 0]
    for number in range(3):
        archive.catalog.apply(AddMoment(clips[0].id, a_moment(f"m{number}", number, number + 1, "waves")))
    assert counts() == [2, 3]


def test_a_saved_search_is_a_query_and_an_order(archive: Archive) -> None:
    assert query_of(a_search(archive, moments=True)) == "moments: train"
    assert query_of(a_search(archive)) == "train"
    assert order_of(a_search(archive, order="rating")) is Order.RATING
    assert order_of(a_search(archive, order="of a later version")) is Order.ADDED


def test_the_sidebar_of_another_thread_may_read_while_edits_go_on(archive: Archive) -> None:
    archive.catalog.apply(AddEntry(CRUISE))
    clip = a_clip("train.mov")
    archive.catalog.apply(AddClips((clip,)))
    archive.catalog.apply(TagClips((clip.id,), a_tag(CRUISE)))
    assert counted(save(archive, "Tom", 'person:"tom cruise"'), archive.finder, archive.today).count == 1
