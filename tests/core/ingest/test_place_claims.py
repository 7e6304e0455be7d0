"""A suggestion by GPS becomes a claim, in one step, and never more than a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.app import Archive
from core.catalog.edits import AddClips, AddEntry, Edit
from core.ingest.place_claims import SAID_BY, claim_places, known_location, suggestion
from core.model.clip import Clip, Role, Status
from core.model.media import GeoPoint
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry

TROLLVEGGEN = GeoPoint(latitude=62.5338, longitude=7.72)
FULL_NAME = "Åndalsnes, Møre og Romsdal, Norway"


def _shot_at(name: str, place: GeoPoint | None) -> Clip:
    return replace(a_clip(name), place=place)


def _claim(archive: Archive, *clips: Clip) -> Edit | None:
    found = [one for clip in clips if (one := suggestion(clip)) is not None]
    return claim_places(found, archive.vocabulary, archive.catalog.new_entry_id)


def test_clips_of_one_place_share_a_new_location_and_are_one_step(archive: Archive) -> None:
    clips = (_shot_at("a.mov", TROLLVEGGEN), _shot_at("b.mov", TROLLVEGGEN), _shot_at("c.mov", None))
    archive.catalog.apply(AddClips(clips))
    edit = _claim(archive, *clips)
    assert edit is not None
    archive.catalog.apply(edit)
    (entry,) = archive.vocabulary.all(EntryKind.LOCATION)
    assert entry.label == FULL_NAME
    assert "GeoNames" in entry.note
    for clip in clips[:2]:
        (tag,) = archive.clip(clip.id).tags
        assert (tag.entry, tag.role, tag.status, tag.said_by) == (
            entry.id, Role.LOCATION_SHOT, Status.CLAIMED, SAID_BY,
        )  # fmt: skip
        assert tag.verbatim == f"near {FULL_NAME}, 4 km"
    assert archive.clip(clips[2].id).tags == ()
    archive.catalog.undo()
    assert archive.vocabulary.all(EntryKind.LOCATION) == []
    assert archive.clip(clips[0].id).tags == ()


def test_a_clip_with_a_location_or_far_from_everywhere_gets_no_suggestion() -> None:
    clip = _shot_at("a.mov", TROLLVEGGEN)
    assert suggestion(clip) is not None
    tag = replace(a_tag(an_entry(EntryKind.LOCATION, "Romsdal")), role=Role.LOCATION_SHOT)
    assert suggestion(replace(clip, tags=(tag,))) is None
    assert suggestion(_shot_at("b.mov", GeoPoint(latitude=30, longitude=-40))) is None


@pytest.mark.parametrize(
    ("label", "above", "taken"),
    [
        (FULL_NAME, None, True),
        ("Åndalsnes", "Norway", True),
        ("åndalsnes", "Møre og Romsdal", True),
        ("Åndalsnes", "Sweden", False),
        ("Åndalsnes", None, False),
    ],
)
def test_a_location_the_archive_knows_is_used_where_it_is_surely_the_one(
    archive: Archive, label: str, above: str | None, taken: bool
) -> None:
    entry = an_entry(EntryKind.LOCATION, label)
    if above is not None:
        parent = an_entry(EntryKind.LOCATION, above)
        archive.catalog.apply(AddEntry(parent))
        entry = replace(entry, parent=parent.id)
    archive.catalog.apply(AddEntry(entry))
    found = suggestion(_shot_at("a.mov", TROLLVEGGEN))
    assert found is not None
    known = known_location(found.place, archive.vocabulary)
    assert (known is not None and known.id == entry.id) == taken


def test_without_suggestions_there_is_nothing_to_do(archive: Archive) -> None:
    assert _claim(archive, _shot_at("a.mov", None)) is None
