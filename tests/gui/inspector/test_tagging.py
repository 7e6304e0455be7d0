"""From what is typed to an edit."""

from __future__ import annotations

from fractions import Fraction

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry
from core.catalog.vocabulary import Vocabulary
from core.model.clip import Role
from core.model.ids import MomentId
from core.model.time import Span
from core.model.vocabulary import Alias, EntryKind
from gui.inspector.tagging import Stretch, new_entry_edit, read_field, search_for, suggestions, tag_edit
from tests.support.model import a_clip, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise")
DEAD = an_entry(
    EntryKind.PRODUCTION, "Mission: Impossible – Dead Reckoning Part One", aliases=(Alias(text="Mission Impossible 7"),)
)
NORWAY = an_entry(EntryKind.LOCATION, "Norway")


def words() -> Vocabulary:
    return Vocabulary([TOM, DEAD, NORWAY])


def test_a_first_letter_narrows_to_one_kind() -> None:
    assert read_field("@ tom") == ((EntryKind.PERSON,), "tom")
    assert read_field("tom") == (tuple(EntryKind), "tom")


def test_known_entries_come_before_new_ones() -> None:
    offered = suggestions("tom", words(), {})
    assert offered[0].key == TOM.id
    assert not offered[0].creates
    assert all(suggestion.creates for suggestion in offered[1:])


def test_an_alias_finds_its_entry_and_says_so() -> None:
    first = suggestions("mission impossible 7", words(), {})[0]
    assert first.key == DEAD.id
    assert "Mission Impossible 7" in first.detail


def test_what_exists_under_that_very_name_is_not_offered_anew() -> None:
    kinds = {suggestion.kind for suggestion in suggestions("norway", words(), {}) if suggestion.creates}
    assert EntryKind.LOCATION not in kinds
    assert EntryKind.PERSON in kinds


def test_nothing_typed_creates_nothing() -> None:
    assert not any(suggestion.creates for suggestion in suggestions("@", words(), {}))


def test_a_name_of_several_words_is_quoted_in_a_search() -> None:
    assert search_for(TOM) == 'person:"Tom Cruise"'
    assert search_for(NORWAY) == "location:Norway"


def test_a_new_entry_and_its_tags_are_one_step(archive: Archive) -> None:
    clips = (a_clip(), a_clip())
    archive.catalog.apply(AddClips(clips))
    archive.catalog.apply(new_entry_edit([clip.id for clip in clips], TOM))
    assert archive.vocabulary.label(TOM.id) == "Tom Cruise"
    assert all(archive.clip(clip.id).tags[0].entry == TOM.id for clip in clips)
    archive.catalog.undo()
    assert archive.catalog.entry(TOM.id) is None
    assert not archive.clip(clips[0].id).tags


def test_a_known_entry_tags_in_the_role_asked_for(archive: Archive) -> None:
    clip = a_clip()
    archive.catalog.apply(AddClips((clip,)))
    archive.catalog.apply(AddEntry(NORWAY))
    archive.catalog.apply(tag_edit((clip.id,), NORWAY.id, Role.LOCATION_SHOT))
    assert [tag.role for tag in archive.clip(clip.id).tags] == [Role.LOCATION_SHOT]


def test_a_new_entry_may_be_said_of_a_stretch_alone(archive: Archive) -> None:
    clip = a_clip()
    archive.catalog.apply(AddClips((clip,)))
    stretch = Stretch(Span(Fraction(1), Fraction(3)), MomentId("m1"))
    archive.catalog.apply(new_entry_edit([clip.id], TOM, stretch))
    found = archive.clip(clip.id)
    assert [moment.span for moment in found.moments] == [stretch.span]
    assert [(tag.entry, tag.moment) for tag in found.tags] == [(TOM.id, "m1")]


def test_a_near_name_is_asked_after_before_a_new_one_and_enter_takes_it() -> None:
    first, *rest = suggestions("@tmo cruise", words(), {})
    assert (first.key, first.text, first.creates) == (TOM.id, "Did you mean Tom Cruise?", False)
    assert [(suggestion.text, suggestion.creates) for suggestion in rest] == [("tmo cruise", True)]


def test_homonyms_are_offered_as_they_are_told_apart() -> None:
    old = an_entry(EntryKind.PERSON, "John Scott", existed_from="1949", existed_to="2012")
    young = an_entry(EntryKind.PERSON, "John Scott", existed_from="1980")
    offered = suggestions("@john", Vocabulary([old, young]), {})
    assert [suggestion.text for suggestion in offered[:2]] == ["John Scott (1949–2012)", "John Scott (1980–)"]
