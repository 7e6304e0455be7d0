"""Boxes as numbers: which hold at a time, and how a hand changes them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalog.claims import MoveRegion, SetRegion
from core.model.clip import Box, Clip, Moment, Tag
from core.model.ids import EntryId, MomentId, TagId
from core.model.region import PlacedBox
from core.model.time import Span
from core.model.vocabulary import EntryKind
from gui.player.boxes import Hold, begins, between, boxes_at, holds_at, moved, region_edit
from tests.support.model import a_clip, a_tag, an_entry

TOM = an_entry(EntryKind.PERSON, "Tom Cruise")
BOX = Box(left=0.25, top=0.25, width=0.25, height=0.5)
shares = st.floats(-2, 2)


def label(_entry: EntryId) -> str:
    return "Tom Cruise"


def tagged(**fields: object) -> tuple[Clip, Tag]:
    tag = a_tag(TOM, id=TagId("t"), **fields)
    moment = Moment(id=MomentId("m"), span=Span(Fraction(2), Fraction(4)), label="waves")
    return a_clip(tags=(tag,), moments=(moment,)), tag


def test_a_box_is_there_while_its_tag_holds() -> None:
    clip, tag = tagged(moment=MomentId("m"), region=BOX)
    assert [holds_at(clip, tag, Fraction(time)) for time in (1, 2, 3, 4)] == [False, True, True, False]
    assert boxes_at(clip, Fraction(1), label) == ()
    assert [one.box for one in boxes_at(clip, Fraction(3), label)] == [BOX]
    assert begins(clip, tag) == 2


def test_a_moving_box_is_where_it_is_at_that_time() -> None:
    track = tuple(
        PlacedBox(time=Fraction(time), box=Box(left=left, top=0.0, width=0.5, height=0.5))
        for time, left in ((0, 0.0), (2, 0.5))
    )
    clip, _ = tagged(region=track[0].box, track=track)
    (one,) = boxes_at(clip, Fraction(1), label)
    assert one.box.left == 0.25


def test_without_a_region_there_is_no_box() -> None:
    clip, _ = tagged()
    assert boxes_at(clip, Fraction(0), label) == ()


def test_the_first_box_stands_still_and_a_later_one_says_where_it_moved() -> None:
    clip, tag = tagged()
    assert region_edit(clip, tag, Fraction(3), BOX) == SetRegion(clip.id, tag.id, BOX)
    clip, tag = tagged(region=BOX)
    assert region_edit(clip, tag, Fraction(3), BOX) == MoveRegion(clip.id, tag.id, Fraction(3), BOX)


def test_a_press_without_a_drag_draws_nothing() -> None:
    assert between(0.5, 0.5, 0.505, 0.9) is None
    assert between(0.5, 0.5, 0.25, 0.25) == Box(left=0.25, top=0.25, width=0.25, height=0.25)


def test_a_corner_moves_alone_and_does_not_turn_the_box_inside_out() -> None:
    assert moved(BOX, Hold.BOTTOM_RIGHT, 0.25, 0.125) == Box(left=0.25, top=0.25, width=0.5, height=0.625)
    assert moved(BOX, Hold.TOP_LEFT, -0.125, -0.125) == Box(left=0.125, top=0.125, width=0.375, height=0.625)
    assert moved(BOX, Hold.TOP_LEFT, 1, 1).width == moved(BOX, Hold.BOTTOM_RIGHT, -1, -1).height == 1 / 64


def within(box: Box) -> bool:
    return min(box.left, box.top) >= 0 and max(box.left + box.width, box.top + box.height) <= 1


@given(shares, shares, shares, shares)
def test_what_is_drawn_lies_within_the_picture(x: float, y: float, other_x: float, other_y: float) -> None:
    box = between(x, y, other_x, other_y)
    assert box is None or (within(box) and min(box.width, box.height) > 0)


@pytest.mark.parametrize("hold", Hold)
@given(across=shares, down=shares)
def test_what_is_moved_stays_within_the_picture(hold: Hold, across: float, down: float) -> None:
    box = moved(BOX, hold, across, down)
    assert within(box)
    assert min(box.width, box.height) > 0
    assert hold is not Hold.INSIDE or (box.width, box.height) == (BOX.width, BOX.height)
