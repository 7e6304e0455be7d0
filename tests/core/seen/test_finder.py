"""The index over hashes, what is remembered, and what is laid beside what: with hashes made up for it."""

from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.clip import Clip, Link, LinkKind
from core.model.ids import ClipId, StillId
from core.model.media import Keyframe, MediaFacts, MediaKind, Sights
from core.seen.bands import RADIUS, Bands
from core.seen.finder import Landmarks, SeenBefore, seen_in
from core.seen.hashes import distances, hashes_of, telling
from core.seen.overlaps import Likeness
from tests.support.model import a_clip
from tests.support.seen import sights


def pictures(count: int, seed: int) -> list[int]:
    """Return hashes with half of their bits set, as those of pictures are."""
    chance = random.Random(seed)
    return [sum(1 << bit for bit in chance.sample(range(64), 32)) for _ in range(count)]


def a_walk(seed: int, seconds: int = 10, first: int = 0) -> Clip:
    """Return a clip whose pictures are those of others of the same seed, from ``first`` (half seconds) on."""
    hashes = pictures(first + 2 * seconds, seed)[first:]
    return a_clip(sights=sights(hashes), facts=MediaFacts(duration=Fraction(seconds)))


def knowing(*clips: Clip) -> SeenBefore:
    by_id = {clip.id: clip for clip in clips}
    return seen_in(clips, by_id.get)


@given(
    st.lists(st.integers(0, 2**64 - 1), max_size=40),
    st.lists(st.tuples(st.integers(0, 60), st.lists(st.integers(0, 63), max_size=9)), max_size=12),
)
def test_the_bands_find_what_comparing_every_pair_finds(known: list[int], turned: list[tuple[int, list[int]]]) -> None:
    asked = []
    for place, bits in turned:
        number = known[place % len(known)] if known else place
        for bit in bits:
            number ^= 1 << bit
        asked.append(number)
    hashes, wanted = np.array(known, np.uint64), np.array(asked, np.uint64)
    near = Bands(hashes).near(wanted)
    every = np.argwhere(distances(wanted[:, None], hashes[None]) <= RADIUS)
    assert list(zip(near.queries.tolist(), near.entries.tolist(), strict=True)) == [tuple(pair) for pair in every]


def test_the_bands_look_at_a_small_share_of_all_pairs() -> None:
    hashes = np.array(pictures(50_000, seed=1), np.uint64)
    near = Bands(hashes).near(hashes[:20])
    assert set(zip(near.queries.tolist(), near.entries.tolist(), strict=True)) >= {(n, n) for n in range(20)}
    assert near.compared < 20 * 50_000 / 100


def test_a_copy_an_excerpt_and_a_longer_clip_are_told_apart_with_exact_times() -> None:
    whole = a_walk(1)
    seen = knowing(whole, a_walk(2), a_walk(3))
    excerpt = a_walk(1, seconds=4, first=6)
    (lap,) = seen.like(excerpt)
    assert (lap.other, lap.kind, lap.mirrored, lap.score) == (whole.id, Likeness.EXCERPT, False, 1.0)
    assert (lap.here.start, lap.here.end) == (0, Fraction(7, 2))
    assert (lap.there.start, lap.there.end) == (3, Fraction(13, 2))
    assert [lap.kind for lap in seen.like(a_walk(1))] == [Likeness.SAME]
    assert [lap.kind for lap in knowing(excerpt).like(whole)] == [Likeness.CONTAINS]


def test_ends_that_overlap_are_told_as_such() -> None:
    early, late = a_walk(1, seconds=10), a_walk(1, seconds=10, first=12)
    (lap,) = knowing(early).like(late)
    assert lap.kind is Likeness.OVERLAPS
    assert (lap.here.start, lap.there.start) == (0, 6)


def test_two_pictures_in_common_are_not_enough() -> None:
    one, other = pictures(20, seed=1), pictures(20, seed=2)
    other[4:6] = one[10:12]
    assert knowing(a_clip(sights=sights(one))).like(a_clip(sights=sights(other))) == []


def test_flat_pictures_are_not_compared() -> None:
    assert not telling(hashes_of("0" * 16 + "f" * 16 + f"{7:016x}")).any()
    assert telling(np.array(pictures(10, seed=3), np.uint64)).all()
    black = Sights(time_base=Fraction(1, 2), ticks=tuple(range(8)), whole="0" * 128, inner="0" * 128)
    seen = knowing(a_clip(sights=black))
    assert (len(seen), seen.like(a_clip(sights=black)), seen.compared) == (0, [], 0)


def test_what_is_not_a_duplicate_is_not_told_again() -> None:
    whole, copy = a_walk(1), a_walk(1)
    linked = a_clip(sights=copy.sights, links=(Link(other=whole.id, kind=LinkKind.NOT_A_DUPLICATE),))
    assert knowing(whole).like(linked) == []
    told = a_clip(sights=copy.sights, links=(Link(other=whole.id, kind=LinkKind.SAME_AS),))
    assert len(knowing(whole).like(told)) == 1


def test_a_clip_read_before_there_were_sights_is_known_by_its_keyframes() -> None:
    hashes = pictures(20, seed=1)
    frames = tuple(
        Keyframe(time=Fraction(place, 2), still=StillId(f"{place}"), width=1, height=1, fingerprint=f"{bits:016x}")
        for place, bits in enumerate(hashes)
        if place % 4 == 0
    )
    old = a_clip(keyframes=frames)
    (lap,) = knowing(a_walk(2), old).like(a_walk(1))
    assert (lap.other, lap.kind) == (old.id, Likeness.SAME)


def test_a_still_is_found_in_the_clip_it_was_taken_from() -> None:
    still = a_clip(kind=MediaKind.STILL, sights=sights(pictures(8, seed=1)[6:7]))
    whole = a_walk(1)
    (lap,) = knowing(whole, a_walk(2)).like(still)
    assert (lap.other, lap.kind, lap.there.start) == (whole.id, Likeness.EXCERPT, 3)
    (lap,) = knowing(still).like(whole)
    assert lap.kind is Likeness.CONTAINS


def test_frames_like_one_are_listed_by_how_far_they_are_apart() -> None:
    hashes = pictures(12, seed=1)
    near = a_clip(sights=sights([hashes[0] ^ 0b111, *pictures(5, seed=9)]))
    same = a_clip(sights=sights([*pictures(4, seed=8), hashes[0]]))
    asked = a_clip(sights=sights(hashes[:1]))
    found = knowing(near, same, a_walk(5)).frames_like(asked, Fraction(1))
    assert [(frame.clip, frame.time, frame.apart) for frame in found] == [(same.id, 2, 0), (near.id, 0, 3)]
    assert len(knowing(near, same).frames_like(asked, Fraction(0), limit=1)) == 1
    with pytest.raises(ValueError, match="nothing is known"):
        knowing(near).frames_like(a_clip(), Fraction(0))


def test_a_changed_or_removed_clip_is_known_as_it_is_now() -> None:
    clip, copy = a_walk(1), a_walk(1)
    by_id = {clip.id: clip}
    seen = seen_in([clip], by_id.get)
    by_id[clip.id] = Clip(id=clip.id, name="", kind=clip.kind, files=clip.files, added="", sights=a_walk(2).sights)
    seen.put(by_id[clip.id])
    assert seen.like(copy) == []
    assert [lap.other for lap in seen.like(a_walk(2))] == [clip.id]
    seen.remove(clip.id)
    assert (seen.like(a_walk(2)), seen.landmarks().clips) == ([], ())


@pytest.mark.parametrize("count", [3, 400])
def test_what_is_remembered_serves_as_well_as_what_it_was_made_from(count: int) -> None:
    clips = [a_walk(seed) for seed in range(count)]
    by_id = {clip.id: clip for clip in clips}
    seen = seen_in(clips, by_id.get)
    seen.remove(clips[1].id)
    again = SeenBefore(by_id.get, seen.landmarks())
    assert len(again) == count - 1
    assert [[lap.other for lap in again.like(a_walk(seed))] for seed in range(3)] == [
        [clips[0].id], [], [clips[2].id]
    ]  # fmt: skip
    assert isinstance(again.landmarks(), Landmarks)
    assert set(again.landmarks().clips) == {ClipId(clip.id) for clip in (*clips[:1], *clips[2:])}
