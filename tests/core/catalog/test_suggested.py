"""What a clip is probably to be tagged with: from its words and from the clips it belongs with, in bounded work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from core.app import Archive
from core.catalog.claims import AllowSuggestion, RejectSuggestion
from core.catalog.edits import AddClips, AddEntry, TagClips
from core.catalog.suggested import FEW, Sources, Suggested, metres_between, suggested
from core.model.clip import Clip, Role, Source, Status
from core.model.ids import ClipId
from core.model.media import DateShot, GeoPoint, MediaFile, Precision
from core.model.vocabulary import Alias, Entry, EntryKind
from core.ports.index import Order
from tests.support.model import a_clip, a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise", aliases=(Alias(text="TC"), Alias(text="Thomas Mapother")))
RAUMA, OSLO = an_entry(EntryKind.LOCATION, "Rauma"), an_entry(EntryKind.LOCATION, "Oslo")
DEAD = an_entry(EntryKind.PRODUCTION, "Dead Reckoning")
DAY = DateShot(value="2020-09-06T14:22", precision=Precision.MINUTE)
HERE = GeoPoint(latitude=62.4580, longitude=7.6700)


@pytest.fixture
def names(archive: Archive) -> Archive:
    for entry in (TOM, RAUMA, OSLO, DEAD):
        archive.catalog.apply(AddEntry(entry))
    return archive


def put(archive: Archive, name: str, *entries: Entry, **fields: Any) -> Clip:
    clip = a_clip(name, **fields)
    archive.catalog.apply(AddClips((clip,)))
    for entry in entries:
        archive.catalog.apply(TagClips((clip.id,), a_tag(entry)))
    return archive.clip(clip.id)


def told(archive: Archive, clip: Clip) -> dict[str, str]:
    return {archive.vocabulary.label(one.entry): one.reason for one in archive.suggested(archive.clip(clip.id))}


def test_a_name_or_alias_in_caption_or_file_name_is_suggested_with_its_words(names: Archive) -> None:
    clip = put(names, "dead-reckoning_012.mov", source=Source(caption="THOMAS MAPOTHER waves, rauma valley"))
    assert told(names, clip) == {
        "Tom Cruise": "“Thomas Mapother” is in the caption",
        "Rauma": "Named in the caption",
        "Dead Reckoning": "Named in the file name",
    }


def test_part_of_a_name_or_a_very_short_one_says_nothing(names: Archive) -> None:
    assert told(names, put(names, "tc.mov", source=Source(caption="tom and a cruise, raumaland"))) == {}


def test_clips_of_the_same_day_and_place_hand_their_tags_on(names: Archive) -> None:
    for number in range(3):
        put(names, f"a{number}.mov", TOM, RAUMA, date_shot=DAY, place=HERE)
    near = replace(HERE, latitude=HERE.latitude + 0.001)
    clip = put(names, "new.mov", date_shot=DateShot(value="2020-09-06", precision=Precision.DAY), place=near)
    assert told(names, clip)["Tom Cruise"] == (
        "On 3 of 3 other clips shot the same day at the same place; on 3 of 3 other clips shot the same day"
    )


def test_another_day_or_only_a_year_hands_nothing_on(names: Archive) -> None:
    put(names, "a.mov", TOM, date_shot=DAY)
    other = put(names, "b.mov", date_shot=DateShot(value="2020-09-07", precision=Precision.DAY))
    year = put(names, "c.mov", date_shot=DateShot(value="2020", precision=Precision.YEAR))
    assert told(names, other) == told(names, year) == {}


def test_gps_alone_hands_on_places_and_not_people(names: Archive) -> None:
    put(names, "a.mov", TOM, RAUMA, place=HERE)
    far = replace(HERE, latitude=HERE.latitude + 0.01)
    put(names, "b.mov", OSLO, place=far)
    clip = put(names, "c.mov", place=HERE)
    assert told(names, clip) == {"Rauma": "On the other clip shot within 500 m"}


def test_the_same_handle_and_the_same_folder_hand_on_what_a_good_share_carries(names: Archive) -> None:
    fan, folder = Source(handle="@norwaytrains"), "/footage/day 3"
    for number in range(4):
        entries = (RAUMA, TOM) if number == 0 else (RAUMA,)
        file = MediaFile(path=f"{folder}/{number}.mov", quick_hash=f"h{number}")
        put(names, f"{number}.mov", *entries, source=fan, files=(file,))
    by_fan = put(names, "x.mov", source=fan)
    beside = put(names, "y.mov", files=(MediaFile(path=f"{folder}/y.mov", quick_hash="y"),))
    below = put(names, "z.mov", files=(MediaFile(path=f"{folder}/sub/z.mov", quick_hash="z"),))
    assert told(names, by_fan) == {"Rauma": "On 4 of 4 other clips by @norwaytrains"}
    assert told(names, beside) == {"Rauma": "On 4 of 4 other clips in the folder day 3"}
    assert told(names, below) == {}


def test_what_is_refuted_or_disputed_is_not_handed_on(names: Archive) -> None:
    first = put(names, "a.mov", date_shot=DAY)
    for entry, status in ((TOM, Status.REFUTED), (RAUMA, Status.DISPUTED)):
        names.catalog.apply(TagClips((first.id,), a_tag(entry, status=status)))
    assert told(names, put(names, "b.mov", date_shot=DAY)) == {}


def test_what_is_said_or_refused_is_not_suggested(names: Archive) -> None:
    clip = put(names, "new.mov", RAUMA, source=Source(caption="Tom Cruise in Rauma"))
    assert list(told(names, clip)) == ["Tom Cruise"]
    names.catalog.apply(RejectSuggestion((clip.id,), TOM.id, Role.PERSON_SHOWN))
    assert told(names, clip) == {}
    names.catalog.apply(AllowSuggestion((clip.id,), TOM.id, Role.PERSON_SHOWN))
    assert list(told(names, clip)) == ["Tom Cruise"]


def test_a_place_is_suggested_as_one_thing_only(names: Archive) -> None:
    first = put(names, "a.mov", date_shot=DAY)
    names.catalog.apply(TagClips((first.id,), a_tag(RAUMA, role=Role.LOCATION_SHOT)))
    clip = put(names, "b.mov", date_shot=DAY, source=Source(caption="Rauma"))
    found = names.suggested(names.clip(clip.id))
    assert [(one.entry, one.role) for one in found] == [(RAUMA.id, Role.LOCATION_SHOWN)]


def test_more_that_speaks_for_it_ranks_higher(names: Archive) -> None:
    put(names, "a.mov", TOM, date_shot=DAY)
    clip = put(names, "oslo.mov", date_shot=DAY, source=Source(caption="TOM CRUISE"))
    assert [one.entry for one in names.suggested(names.clip(clip.id))] == [TOM.id, OSLO.id]


def test_the_work_is_the_same_however_many_clips_there_are(names: Archive) -> None:
    counting = Counting(names)
    clip = put(names, "new.mov", date_shot=DAY, place=HERE, source=Source(handle="@fan", caption="word " * 500))
    many = [
        a_clip(f"{number}.mov", date_shot=DAY, place=HERE, source=Source(handle="@fan"), files=clip.files)
        for number in range(5 * FEW)
    ]
    names.catalog.apply(AddClips(tuple(many)))
    names.catalog.apply(TagClips(tuple(one.id for one in many), a_tag(TOM)))
    (found,) = counting.suggested(names.clip(clip.id))
    assert found.entry == TOM.id
    assert counting.finds == 4
    assert 0 < counting.reads <= 4 * (FEW + 1)


class Counting:
    """Counts questions to the index and clips read."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.finds = self.reads = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._archive.index, name)

    def find(self, query: Any, order: Order = Order.ADDED) -> Sequence[int]:
        self.finds += 1
        return self._archive.index.find(query, order)

    def read(self, clip: ClipId) -> Clip | None:
        self.reads += 1
        return self._archive.catalog.clip(clip)

    def suggested(self, clip: Clip) -> list[Suggested]:
        return suggested(clip, Sources(self, self.read, self._archive.vocabulary))


def test_a_degree_along_the_equator_is_what_it_is() -> None:
    one, other = (GeoPoint(latitude=0.0, longitude=degrees) for degrees in (0.0, 1.0))
    assert metres_between(one, other) == pytest.approx(111_195, abs=1)
    assert metres_between(one, one) == 0
