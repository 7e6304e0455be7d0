"""A region that moves: exact between its boxes, and kept to the last digit."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.model.clip import Box, Clip, Rejection, Role, Tag
from core.model.codec import from_document, from_json, to_document, to_json
from core.model.ids import EntryId, TagId
from core.model.region import PlacedBox, box_at
from tests.support.model import a_clip

shares = st.floats(0, 1, allow_subnormal=False)
boxes = st.builds(Box, left=shares, top=shares, width=shares, height=shares)
times = st.fractions(0, 1_000, max_denominator=48_000)
tracks = st.dictionaries(times, boxes, min_size=1, max_size=6).map(
    lambda placed: tuple(PlacedBox(time=time, box=placed[time]) for time in sorted(placed))
)
FIELDS = ("left", "top", "width", "height")


@given(tracks)
def test_at_each_of_its_times_a_region_is_just_there(track: tuple[PlacedBox, ...]) -> None:
    assert all(box_at(track, placed.time) == placed.box for placed in track)
    assert box_at(track, track[0].time - 1) == track[0].box
    assert box_at(track, track[-1].time + 1) == track[-1].box


@given(tracks, times)
def test_between_two_times_it_is_on_the_straight_way(track: tuple[PlacedBox, ...], time: Fraction) -> None:
    found = box_at(track, time)
    assert found is not None
    for before, after in pairwise(track):
        if before.time <= time <= after.time:
            share = (time - before.time) / (after.time - before.time)
            for field in FIELDS:
                start, end = (Fraction(getattr(placed.box, field)) for placed in (before, after))
                assert getattr(found, field) == float((1 - share) * start + share * end)


@given(tracks, st.fractions(1, 7), st.fractions(0, 100))
def test_a_slowed_clip_shows_the_same(track: tuple[PlacedBox, ...], slower: Fraction, time: Fraction) -> None:
    slowed = tuple(PlacedBox(time=placed.time * slower, box=placed.box) for placed in track)
    assert box_at(slowed, time * slower) == box_at(track, time)


def test_without_boxes_there_is_no_region_and_without_a_track_it_stands_still() -> None:
    box = Box(left=0, top=0, width=1, height=1)
    assert box_at((), Fraction(1)) is None
    assert Tag(id=TagId("t"), entry=EntryId("e"), role=Role.KEYWORD, region=box).region_at(Fraction(7)) == box


@given(tracks)
def test_nothing_is_lost_in_a_record(track: tuple[PlacedBox, ...]) -> None:
    tag = Tag(id=TagId("t"), entry=EntryId("e"), role=Role.PERSON_SHOWN, region=track[0].box, track=track)
    clip = a_clip(tags=(tag,), rejected=(Rejection(entry=EntryId("e"), role=Role.KEYWORD),))
    assert from_document(from_json(to_json(clip)), Clip) == clip


def test_records_of_before_there_were_tracks_and_rejections_are_read() -> None:
    clip = a_clip(tags=(Tag(id=TagId("t"), entry=EntryId("e"), role=Role.KEYWORD),))
    document = to_document(clip)
    del document["rejected"], document["tags"][0]["track"]
    assert from_document(document, Clip) == clip
