"""The ring holds what the playhead needs next, whatever way it moves, and never gives away what is on screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gui.bridge.ring import Ring, Wish


def fill(ring: Ring, playhead: int, direction: int, most: int = 100) -> list[Wish]:
    wishes = []
    for _ in range(most):
        wish = ring.wish(playhead, direction)
        if wish is None:
            return wishes
        ring.hold(wish, range(len(wish.slots)), final=True)
        wishes.append(wish)
    raise AssertionError("the ring never has enough")


def test_the_picture_under_a_resting_playhead_comes_first_and_alone() -> None:
    ring = Ring(32, 1000)

    first, *_ = fill(ring, 500, 0)

    assert first.first == 500
    assert len(first.slots) == 1


def test_a_resting_playhead_has_pictures_on_both_sides() -> None:
    ring = Ring(32, 1000)
    fill(ring, 500, 0)

    assert all(ring.slot(number) is not None for number in range(490, 511))


def test_going_back_asks_for_one_block_that_ends_before_the_playhead() -> None:
    ring = Ring(30, 1000)
    fill(ring, 500, 0)

    wishes = fill(ring, 490, -1)

    assert wishes[0].first < 490
    assert ring.slot(471) is not None


def test_pictures_that_cannot_be_decoded_are_stood_for_by_the_one_before() -> None:
    ring = Ring(8, 100)
    wish = ring.wish(10, 1)
    assert wish is not None
    ring.hold(wish, [0, 1], final=True)

    assert ring.nearest(12) == 11
    assert ring.wish(12, 0) is None or ring.wish(12, 0) != wish


def test_a_wish_that_came_only_in_part_is_asked_again() -> None:
    ring = Ring(8, 100)
    wish = ring.wish(10, 0)
    assert wish is not None
    ring.hold(wish, [], final=False)

    assert ring.wish(10, 0) == wish


@given(
    slots=st.integers(3, 40),
    count=st.integers(1, 300),
    moves=st.lists(st.tuples(st.integers(0, 299), st.sampled_from((-1, 0, 1)), st.booleans()), max_size=25),
)
def test_slots_are_never_shared_and_the_playhead_always_gets_its_picture(
    slots: int, count: int, moves: list[tuple[int, int, bool]]
) -> None:
    ring = Ring(slots, count)
    for place, direction, lose in moves:
        playhead = place % count
        wish = ring.wish(playhead, direction)
        if wish is not None and lose:
            ring.hold(wish, [], final=False)
        elif wish is not None:
            shown = None
            ring.hold(wish, range(len(wish.slots)), final=True)
            ring.show(wish.first)
            shown = ring.slot(wish.first)
            fill(ring, playhead, direction)
            assert ring.slot(wish.first) in (shown, None) or wish.first != playhead
        fill(ring, playhead, direction)
        assert ring.slot(playhead) is not None
        ring.show(playhead)
        held = [ring.slot(number) for number in range(count) if ring.slot(number) is not None]
        assert len(held) == len(set(held)) <= slots
