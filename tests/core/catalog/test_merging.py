"""Merging names: old ids lead on for ever, nothing is lost, and all of it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, ChangeEntry, RemoveEntry, TagClips, Together, UntagClips
from core.catalog.hygiene import MarkDifferent
from core.catalog.merging import Carrying, Conflict, MergeEntries, MergePreview, merge_preview
from core.errors import UserProblem
from core.export.columns import COLUMNS
from core.model.changes import ChangeSet, Table
from core.model.clip import Clip, Moment, Role, Status
from core.model.ids import EntryId, MomentId
from core.model.time import Span
from core.model.vocabulary import Alias, Entry, EntryKind
from tests.support.model import a_clip, a_tag, an_entry

CRUISE = an_entry(
    EntryKind.PERSON,
    "Tom Cruise",
    aliases=(Alias(text="TC"), Alias(text="Thomas Mapother")),
    external_ids={"wikidata": "Q37079"},
    existed_from="1962-07-03",
    note="actor",
)
CRUZE = an_entry(
    EntryKind.PERSON,
    "Tom Cruze",
    aliases=(Alias(text="Том Круз", language="ru"), Alias(text="Thomas Mapother", language="en")),
    external_ids={"wikidata": "Q1", "imdb": "nm0000129"},
    existed_from="1963",
    note="as the caption spells him",
)
THIRD = an_entry(EntryKind.PERSON, "T. Cruise")
NORWAY = an_entry(EntryKind.LOCATION, "Norway")


@pytest.fixture
def clips(archive: Archive) -> list[Clip]:
    """Three clips: the first with the one name, the second with the other, the third with both."""
    made = [a_clip(f"{number}.mov") for number in range(3)]
    archive.catalog.apply(AddClips(tuple(made)))
    archive.catalog.apply(Together("names", tuple(map(AddEntry, (CRUISE, CRUZE, THIRD, NORWAY)))))
    archive.catalog.apply(TagClips((made[0].id, made[2].id), a_tag(CRUISE)))
    archive.catalog.apply(TagClips((made[1].id, made[2].id), a_tag(CRUZE)))
    return made


def merge(archive: Archive, loser: Entry, winner: Entry) -> ChangeSet:
    return archive.catalog.apply(MergeEntries((loser.id,), winner.id))


def raw(archive: Archive, entry: Entry) -> Entry:
    found = archive.catalog.entry(entry.id)
    assert found is not None
    return found


def found(archive: Archive, query: str) -> set[str]:
    return {archive.clip(clip).name for clip in archive.index.clip_ids(archive.search(query).rows)}


def preview(archive: Archive, loser: Entry, winner: Entry) -> MergePreview:
    carrying = Carrying(archive.index.clips_with, archive.catalog.clip)
    return merge_preview([loser.id], winner.id, archive.vocabulary, carrying)


def test_no_clip_is_touched_and_the_old_id_leads_on(archive: Archive, clips: list[Clip]) -> None:
    change = merge(archive, CRUZE, CRUISE)
    assert change.label == "Merge Tom Cruze into Tom Cruise"
    assert change.touched(Table.CLIPS) == frozenset()
    assert change.touched(Table.PEOPLE) == {CRUISE.id, CRUZE.id}
    assert archive.clip(clips[1].id).tags[0].entry == CRUZE.id
    assert raw(archive, CRUZE).redirect == CRUISE.id
    assert archive.vocabulary.label(CRUZE.id) == "Tom Cruise"
    assert found(archive, 'person:"tom cruise"') == found(archive, 'person:"tom cruze"') == {"0.mov", "1.mov", "2.mov"}
    assert archive.counts(archive.search(""))[CRUISE.id] == 3
    assert CRUZE.id not in archive.counts(archive.search(""))
    assert archive.check() == []


def test_names_ids_and_notes_are_united_and_languages_kept(archive: Archive, clips: list[Clip]) -> None:
    merge(archive, CRUZE, CRUISE)
    after = raw(archive, CRUISE)
    assert after.aliases == (
        Alias(text="TC"),
        Alias(text="Thomas Mapother", language="en"),
        Alias(text="Tom Cruze"),
        Alias(text="Том Круз", language="ru"),
    )
    assert after.external_ids == {"wikidata": "Q37079", "imdb": "nm0000129"}
    assert after.existed_from == "1962-07-03"
    assert after.note == "actor\nas the caption spells him"


def test_the_more_exact_of_two_dates_that_agree_is_kept(archive: Archive, clips: list[Clip]) -> None:
    film, same = (an_entry(EntryKind.PRODUCTION, "Film", released=date) for date in ("2023", "2023-07-12"))
    archive.catalog.apply(Together("films", (AddEntry(film), AddEntry(same))))
    assert preview(archive, same, film).conflicts == preview(archive, film, same).conflicts == ()
    merge(archive, same, film)
    assert raw(archive, film).released == "2023-07-12"


def test_what_the_loser_is_right_about_can_be_taken(archive: Archive, clips: list[Clip]) -> None:
    taking = frozenset({(CRUZE.id, "wikidata"), (CRUZE.id, "existed_from")})
    archive.catalog.apply(MergeEntries((CRUZE.id,), CRUISE.id, taking))
    after = raw(archive, CRUISE)
    assert (after.external_ids["wikidata"], after.existed_from) == ("Q1", "1963")
    with pytest.raises(UserProblem, match="says nothing of “viaf”"):
        archive.catalog.apply(MergeEntries((THIRD.id,), CRUISE.id, frozenset({(THIRD.id, "viaf")})))


def test_the_preview_says_what_moves_and_what_does_not_agree(archive: Archive, clips: list[Clip]) -> None:
    moment = Moment(id=MomentId("m"), span=Span(Fraction(1), Fraction(2)), label="waves")
    clip = a_clip("moment.mov", moments=(moment,), tags=())
    archive.catalog.apply(AddClips((clip,)))
    archive.catalog.apply(TagClips((clip.id,), a_tag(CRUZE, moment=moment.id)))
    seen = preview(archive, CRUZE, CRUISE)
    assert (seen.clips, seen.shared, seen.moments) == (2, 1, 1)
    assert seen.conflicts == (
        Conflict(CRUZE.id, "wikidata", "Q37079", "Q1"),
        Conflict(CRUZE.id, "existed_from", "1962-07-03", "1963"),
    )
    assert seen.external_ids == {"imdb": "nm0000129"}
    assert [alias.text for alias in seen.aliases] == ["Thomas Mapother", "Tom Cruze", "Том Круз"]
    before = raw(archive, CRUISE)
    merge(archive, CRUZE, CRUISE)
    assert replace(raw(archive, CRUISE), revision=0) == replace(seen.after, revision=0)
    assert before != seen.after


def test_chains_are_flat_and_go_back_step_by_step(archive: Archive, clips: list[Clip]) -> None:
    merge(archive, CRUZE, THIRD)
    merge(archive, THIRD, CRUISE)
    assert raw(archive, CRUZE).redirect == raw(archive, THIRD).redirect == CRUISE.id
    archive.catalog.undo()
    assert raw(archive, CRUZE).redirect == THIRD.id
    assert archive.vocabulary.label(CRUZE.id) == "T. Cruise"
    archive.catalog.undo()
    assert replace(raw(archive, CRUZE), revision=0) == CRUZE
    assert found(archive, 'person:"tom cruise"') == {"0.mov", "2.mov"}


def test_circles_kinds_and_nothing_are_refused(archive: Archive, clips: list[Clip]) -> None:
    merge(archive, CRUZE, CRUISE)
    for losers, winner, reason in (
        ((CRUISE.id,), CRUZE.id, "one name already"),
        ((CRUISE.id,), CRUISE.id, "cannot be merged into itself"),
        ((NORWAY.id,), CRUISE.id, "Norway is a location and Tom Cruise a person"),
        ((), CRUISE.id, "Say what to merge"),
        ((EntryId("gone"),), CRUISE.id, "no longer in the vocabulary"),
    ):
        with pytest.raises(UserProblem, match=reason):
            archive.catalog.apply(MergeEntries(losers, winner))


def test_a_clip_with_both_shows_it_once_and_loses_both(archive: Archive, clips: list[Clip]) -> None:
    merge(archive, CRUZE, CRUISE)
    both = archive.clip(clips[2].id)
    assert len(both.tags) == 2
    assert COLUMNS["people"].value(both, archive.vocabulary) == "Tom Cruise"
    archive.catalog.apply(UntagClips((both.id,), CRUZE.id))
    assert archive.clip(both.id).tags == ()
    archive.catalog.undo()
    archive.catalog.apply(UntagClips(tuple(clip.id for clip in clips), CRUISE.id, Role.PERSON_SHOWN))
    assert found(archive, "is:untagged") == {"0.mov", "1.mov", "2.mov"}


def test_tagging_with_an_old_id_tags_with_what_it_leads_to(archive: Archive, clips: list[Clip]) -> None:
    merge(archive, CRUZE, CRUISE)
    fresh = a_clip("new.mov")
    archive.catalog.apply(AddClips((fresh,)))
    change = archive.catalog.apply(TagClips((fresh.id, clips[1].id), a_tag(CRUZE)))
    assert change.label == "Tag 2 clips with Tom Cruise"
    assert change.touched(Table.CLIPS) == {fresh.id}, "the other is tagged so already, by the old id"
    assert archive.clip(fresh.id).tags[0].entry == CRUISE.id


def test_removing_takes_everything_that_led_there_and_comes_back_whole(archive: Archive, clips: list[Clip]) -> None:
    merge(archive, CRUZE, CRUISE)
    assert archive.catalog.apply(RemoveEntry(CRUZE.id)).label == "Remove Tom Cruise"
    assert archive.catalog.entry(CRUISE.id) is archive.catalog.entry(CRUZE.id) is None
    assert all(archive.clip(clip.id).tags == () for clip in clips)
    assert archive.check() == []
    archive.catalog.undo()
    assert raw(archive, CRUZE).redirect == CRUISE.id
    assert len(archive.clip(clips[2].id).tags) == 2


def test_an_old_record_does_not_come_back_by_an_edit_that_was_begun_before(archive: Archive, clips: list[Clip]) -> None:
    merge(archive, CRUZE, CRUISE)
    with pytest.raises(UserProblem, match="Tom Cruze was merged into Tom Cruise meanwhile"):
        archive.catalog.apply(ChangeEntry(replace(CRUZE, note="typed before")))


def test_a_rename_writes_one_record_and_no_clip(archive: Archive, clips: list[Clip]) -> None:
    change = archive.catalog.apply(ChangeEntry(replace(CRUISE, label="Thomas Cruise")))
    assert change.label == "Rename Tom Cruise to Thomas Cruise"
    assert [(kind.table, kind.ids) for kind in change.changes] == [(Table.PEOPLE, (CRUISE.id,))]
    archive.catalog.flush()
    assert found(archive, 'person:"thomas cruise"') == {"0.mov", "2.mov"}


# places -------------------------------------------------------------------------------------------------------------
def places(archive: Archive, *entries: Entry) -> None:
    archive.catalog.apply(Together("places", tuple(map(AddEntry, entries))))


def test_children_lie_in_the_winner(archive: Archive) -> None:
    norge = an_entry(EntryKind.LOCATION, "Norge")
    oslo = an_entry(EntryKind.LOCATION, "Oslo", parent=norge.id)
    places(archive, NORWAY, norge, oslo)
    assert [child.label for child in preview(archive, norge, NORWAY).children] == ["Oslo"]
    merge(archive, norge, NORWAY)
    assert raw(archive, oslo).parent == NORWAY.id
    archive.catalog.undo()
    assert raw(archive, oslo).parent == norge.id


def test_a_place_merged_into_one_that_lies_in_it_gives_it_its_place(archive: Archive) -> None:
    europe = an_entry(EntryKind.LOCATION, "Europe")
    norge = an_entry(EntryKind.LOCATION, "Norge", parent=europe.id)
    county = an_entry(EntryKind.LOCATION, "Møre", parent=norge.id)
    inner = an_entry(EntryKind.LOCATION, "Norway proper", parent=county.id)
    places(archive, europe, norge, county, inner)
    merge(archive, norge, inner)
    assert raw(archive, inner).parent == europe.id
    assert raw(archive, county).parent == inner.id


def test_what_lay_in_a_removed_place_lies_in_what_that_lay_in(archive: Archive) -> None:
    county = an_entry(EntryKind.LOCATION, "Møre", parent=NORWAY.id)
    town = an_entry(EntryKind.LOCATION, "Hellesylt", parent=county.id)
    places(archive, NORWAY, county, town)
    archive.catalog.apply(RemoveEntry(county.id))
    assert raw(archive, town).parent == NORWAY.id
    assert archive.check() == []


def test_different_parents_are_a_conflict_and_either_can_be_kept(archive: Archive) -> None:
    ontario, bermuda = (an_entry(EntryKind.LOCATION, name) for name in ("Ontario", "Bermuda"))
    one, other = (an_entry(EntryKind.LOCATION, "Hamilton", parent=above.id) for above in (ontario, bermuda))
    places(archive, ontario, bermuda, one, other)
    assert preview(archive, other, one).conflicts == (Conflict(other.id, "parent", "Ontario", "Bermuda"),)
    archive.catalog.apply(MergeEntries((other.id,), one.id, frozenset({(other.id, "parent")})))
    assert raw(archive, one).parent == bermuda.id


def test_what_was_found_to_be_different_is_warned_of(archive: Archive, clips: list[Clip]) -> None:
    archive.catalog.apply(MarkDifferent(CRUISE.id, CRUZE.id))
    assert preview(archive, CRUZE, CRUISE).warnings == (
        "Somebody has looked at Tom Cruze and Tom Cruise and found them to be different.",
    )
    merge(archive, CRUZE, CRUISE)
    assert raw(archive, CRUISE).different_from == ()


def test_a_claim_under_the_old_name_is_no_claim_where_the_new_one_is_a_fact(archive: Archive) -> None:
    places(archive, CRUISE, CRUZE)
    clip = a_clip(tags=())
    archive.catalog.apply(AddClips((clip,)))
    archive.catalog.apply(TagClips((clip.id,), a_tag(CRUISE)))
    archive.catalog.apply(TagClips((clip.id,), a_tag(CRUZE, status=Status.CLAIMED, said_by="@fan")))
    assert "Tom Cruze" in COLUMNS["unconfirmed"].value(archive.clip(clip.id), archive.vocabulary)
    merge(archive, CRUZE, CRUISE)
    assert COLUMNS["unconfirmed"].value(archive.clip(clip.id), archive.vocabulary) == ""
