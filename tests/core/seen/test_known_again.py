"""Clips made, changed as people change them, encoded, looked into, and known again."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.media.fingerprint import sights_of
from core.model.clip import Clip
from core.seen.finder import SeenBefore, seen_in
from core.seen.overlaps import Likeness, Overlap
from tests.support.media import Picture
from tests.support.seen import (
    RATE,
    SIZE,
    a_seen_clip,
    changed,
    cropped,
    joined,
    letterboxed,
    mirrored,
    walk,
    watermarked,
)

ORIGINALS = 5
LOOSE = {"crf": "34", "preset": "ultrafast"}


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Clip]:
    folder = tmp_path_factory.mktemp("originals")
    return {f"{seed}": a_seen_clip(folder / f"{seed}.mp4", walk(seed)) for seed in range(ORIGINALS)}


@pytest.fixture
def seen(originals: dict[str, Clip]) -> SeenBefore:
    return _knowing(originals)


def _knowing(clips: dict[str, Clip]) -> SeenBefore:
    by_id = {clip.id: clip for clip in clips.values()}
    return seen_in(by_id.values(), by_id.get)


def _copies(folder: Path, change: str) -> list[Clip]:
    """Return every original once more, each changed in the same way."""
    pixels = {"mirrored": mirrored, "letterboxed": letterboxed, "cropped": cropped, "watermarked": watermarked}
    made: list[Clip] = []
    for seed in range(ORIGINALS):
        draw, path = walk(seed), folder / f"{change}-{seed}.mp4"
        if change == "encoded":
            made.append(a_seen_clip(path, draw, options=LOOSE))
        elif change == "scaled":
            small = changed(draw, lambda picture: cv2.resize(picture, (160, 90)).astype(np.uint8))
            made.append(a_seen_clip(path, small, size=(160, 90)))
        else:
            made.append(a_seen_clip(path, changed(draw, pixels[change])))
    return made


@pytest.mark.parametrize("change", ["encoded", "scaled", "letterboxed", "cropped", "watermarked", "mirrored"])
def test_a_copy_is_known_and_nothing_else_is_taken_for_it(
    change: str, originals: dict[str, Clip], seen: SeenBefore, tmp_path: Path
) -> None:
    copies = _copies(tmp_path, change)
    found = [seen.like(copy) for copy in copies]
    right = [[lap for lap in laps if lap.other == originals[f"{seed}"].id] for seed, laps in enumerate(found)]
    assert [len(laps) for laps in right] == [1] * ORIGINALS
    assert sum(len(laps) for laps in found) == ORIGINALS
    assert {(lap.kind, lap.mirrored) for (lap,) in right} == {(Likeness.SAME, change == "mirrored")}


def test_an_excerpt_in_another_rate_is_found_where_it_is(
    originals: dict[str, Clip], seen: SeenBefore, tmp_path: Path
) -> None:
    excerpt = a_seen_clip(tmp_path / "cut.mp4", walk(2, first=2 * RATE), seconds=3)
    (lap,) = seen.like(excerpt)
    assert (lap.other, lap.kind) == (originals["2"].id, Likeness.EXCERPT)
    _assert_near(lap, here=(0, 3), there=(2, 5))


def test_clips_inside_a_longer_one_are_each_found_with_their_stretch(
    originals: dict[str, Clip], seen: SeenBefore, tmp_path: Path
) -> None:
    parts = joined((walk(90), 3 * RATE), (walk(1), 6 * RATE), (walk(91), 2 * RATE), (walk(4, first=RATE), 4 * RATE))
    laps = {lap.other: lap for lap in seen.like(a_seen_clip(tmp_path / "edit.mp4", parts, seconds=15))}
    assert set(laps) == {originals["1"].id, originals["4"].id}
    assert laps[originals["1"].id].kind is Likeness.CONTAINS
    _assert_near(laps[originals["1"].id], here=(3, 9), there=(0, 6))
    assert laps[originals["4"].id].kind is Likeness.OVERLAPS
    _assert_near(laps[originals["4"].id], here=(11, 15), there=(1, 5))


def _assert_near(lap: Overlap, here: tuple[int, int], there: tuple[int, int]) -> None:
    """Spans are those of pictures that were compared: at most a step of half a second within the true ones."""
    for span, (start, end) in ((lap.here, here), (lap.there, there)):
        assert abs(span.start - start) <= Fraction(6, 10)
        assert abs(span.end - end) <= Fraction(11, 10)


def test_clips_of_the_same_kind_are_not_taken_for_each_other(
    originals: dict[str, Clip], seen: SeenBefore, tmp_path: Path
) -> None:
    strangers = [a_seen_clip(tmp_path / f"{seed}.mp4", walk(seed), seconds=4) for seed in range(50, 60)]
    assert [lap for clip in (*strangers, *originals.values()) for lap in seen.like(clip)] == []


def test_black_and_titles_on_black_are_nothing_to_know_a_clip_by(tmp_path: Path) -> None:
    def title(_frame: int, _frames: int) -> Picture:
        return watermarked(np.zeros((SIZE[1], SIZE[0], 3), np.uint8))

    one, other = (a_seen_clip(tmp_path / f"{name}.mp4", title, seconds=4) for name in "ab")
    assert one.sights is None
    assert _knowing({"a": one}).like(other) == []


def test_a_clip_shot_upright_has_the_sights_of_its_upright_copy() -> None:
    upright = np.stack([walk(3)(frame, 50)[..., 1] for frame in range(0, 50, 5)])
    lying = np.rot90(upright, 1, axes=(1, 2))
    ticks = list(range(len(upright)))
    assert sights_of(lying, ticks, Fraction(1, 2), 90) == sights_of(upright, ticks, Fraction(1, 2), 0)


def test_sights_are_half_a_second_apart_and_never_more_than_two_a_second_for_a_minute() -> None:
    land = walk(1)
    thumbs = np.stack([cv2.resize(land(frame, 0)[..., 1], (32, 18)) for frame in range(300)])
    for length, step in ((10, Fraction(1, 2)), (3, Fraction(1, 4)), (600, Fraction(5))):
        ticks = [Fraction(length * number * 1000, 300) for number in range(300)]
        found = sights_of(thumbs, [int(tick) for tick in ticks], Fraction(1, 1000), 0)
        assert found is not None
        gaps = {round(float(b - a) / 1000 / float(step), 1) for a, b in zip(found.ticks, found.ticks[1:], strict=False)}
        assert all(0.8 <= gap <= 1.4 for gap in gaps), (length, gaps)
        assert len(found.whole) == len(found.inner) == 16 * len(found.ticks)
