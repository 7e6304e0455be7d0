"""Shots told from thumbnails that are drawn here, so that the truth is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media.keyframes import Chooser, poster_of
from core.media.measure import THUMB_HEIGHT, THUMB_WIDTH, Measures, Thumbs
from core.media.shots import Transition, find_key_transitions, find_transitions

RATE = 25.0


def _scene(seed: int, length: int, drift: float = 0.02) -> Thumbs:
    """Draw a scene of soft blobs that drifts sideways by ``drift`` pixels a picture."""
    random = np.random.default_rng(seed)
    wide = np.zeros((THUMB_HEIGHT, THUMB_WIDTH * 4), np.float32) + 40 + 55 * (seed // 100) + random.uniform(0, 30)
    ys, xs = np.mgrid[0:THUMB_HEIGHT, 0 : THUMB_WIDTH * 4]
    for _ in range(60):
        y, x, size = random.uniform(0, THUMB_HEIGHT), random.uniform(0, THUMB_WIDTH * 4), random.uniform(2.5, 7)
        wide += random.uniform(-90, 90) * np.exp(-((ys - y) ** 2 + (xs - x) ** 2) / (2 * size**2))
    pictures = [_shifted(wide, number * drift) for number in range(length)]
    noise = random.normal(0, 0.7, (length, THUMB_HEIGHT, THUMB_WIDTH))
    return np.clip(np.stack(pictures) + noise, 0, 255).astype(np.float32)


def _shifted(wide: Thumbs, by: float) -> Thumbs:
    whole, part = divmod(by, 1)
    left = wide[:, int(whole) : int(whole) + THUMB_WIDTH]
    right = wide[:, int(whole) + 1 : int(whole) + 1 + THUMB_WIDTH]
    return (left * (1 - part) + right * part).astype(np.float32)


def _dissolved(one: Thumbs, other: Thumbs, length: int) -> Thumbs:
    share = np.linspace(0, 1, length + 2)[1:-1, None, None]
    mixed = one[-length:] * (1 - share) + other[:length] * share
    return np.concatenate([one[:-length], mixed, other[length:]]).astype(np.float32)


@pytest.mark.parametrize("seed", range(8))
def test_a_cut_is_found_to_the_picture(seed: int) -> None:
    thumbs = np.concatenate([_scene(seed, 40), _scene(seed + 100, 35), _scene(seed + 200, 50)])
    assert find_transitions(thumbs, RATE) == [Transition(40, 40, "cut"), Transition(75, 75, "cut")]


@pytest.mark.parametrize("seed", range(8))
def test_a_photo_flash_is_no_shot(seed: int) -> None:
    thumbs = _scene(seed, 120)
    thumbs[50:52] = np.minimum(thumbs[50:52] + 110, 255)
    assert find_transitions(thumbs, RATE) == []


@pytest.mark.parametrize("seed", range(8))
def test_a_caption_is_no_shot(seed: int) -> None:
    thumbs = _scene(seed, 120)
    thumbs[60:, 13:17, 4:28] = 235
    assert find_transitions(thumbs, RATE) == []


@pytest.mark.parametrize("seed", range(8))
def test_a_pan_is_no_shot(seed: int) -> None:
    assert find_transitions(_scene(seed, 150, drift=0.3), RATE) == []


@pytest.mark.parametrize("seed", range(8))
def test_a_dissolve_is_found_once_and_where_it_is(seed: int) -> None:
    thumbs = _dissolved(_scene(seed, 80), _scene(seed + 100, 80), 20)
    (found,) = find_transitions(thumbs, RATE)
    assert found.kind == "dissolve"
    assert abs(found.starts - 70) <= 8


@pytest.mark.parametrize("seed", range(8))
def test_a_fade_through_black_is_found_once(seed: int) -> None:
    before, after = _scene(seed, 60), _scene(seed + 100, 60)
    ramp = np.linspace(1, 0, 15)[:, None, None]
    before[-15:] = before[-15:] * ramp + 16 * (1 - ramp)
    after[:15] = after[:15] * ramp[::-1] + 16 * (1 - ramp[::-1])
    black = np.full((6, THUMB_HEIGHT, THUMB_WIDTH), 16, np.float32)
    (found,) = find_transitions(np.concatenate([before, black, after]), RATE)
    assert found.kind == "fade"
    assert 60 <= found.starts <= 66


@given(st.integers(0, 40), st.integers(0, 2**32 - 1))
def test_any_pictures_have_transitions_in_order(length: int, seed: int) -> None:
    thumbs = np.random.default_rng(seed).uniform(0, 255, (length, THUMB_HEIGHT, THUMB_WIDTH)).astype(np.float32)
    found = find_transitions(thumbs, RATE)
    assert all(0 < transition.starts < length for transition in found)
    assert found == sorted(found, key=lambda transition: transition.first)


def test_key_frames_of_different_places_are_different_shots() -> None:
    thumbs = np.concatenate([_scene(1, 6, drift=0.1), _scene(101, 6, drift=0.1)])
    assert find_key_transitions(thumbs) == [Transition(6, 6, "cut")]


def _measured(thumbs: Thumbs, sharpness: list[float] | None = None) -> Measures:
    measures = Measures()
    for number, thumb in enumerate(thumbs):
        measures.add(number, thumb.astype(np.uint8))
    if sharpness is not None:
        measures.sharpness[:] = sharpness
    return measures


def _choose(thumbs: Thumbs, sharpness: list[float] | None = None) -> Chooser:
    return Chooser(_measured(thumbs, sharpness), find_transitions(thumbs, RATE), RATE, RATE)


def test_every_shot_has_a_keyframe() -> None:
    starts = [0, 40, 75, 125]
    thumbs = np.concatenate([_scene(seed, length, 0) for seed, length in ((1, 40), (2, 35), (3, 50), (4, 30))])
    chosen = _choose(thumbs).keyframes(24)
    assert [sum(start <= choice.picture < end for choice in chosen) for start, end in
            zip(starts, [*starts[1:], 155], strict=True)] == [1, 1, 1, 1]  # fmt: skip
    assert {choice.reason for choice in chosen} == {"shot"}


def test_a_long_static_take_is_seen_at_least_every_ten_seconds() -> None:
    chosen = _choose(_scene(5, 1500, 0)).keyframes(24)
    pictures = [0, *(choice.picture for choice in chosen), 1500]
    assert max(np.diff(pictures)) <= 15 * RATE
    assert len(chosen) >= 6


def test_no_more_keyframes_than_asked_for_and_every_shot_before_any_second_one() -> None:
    thumbs = np.concatenate([_scene(seed, 30, 0) for seed in range(12)])
    assert len(_choose(thumbs).keyframes(5)) == 5
    assert len(_choose(thumbs).keyframes(12)) == 12


def test_the_sharpest_picture_near_by_is_kept() -> None:
    sharpness = [10.0] * 60
    sharpness[22] = 90.0
    (choice,) = _choose(_scene(6, 60, 0), sharpness).keyframes(24)
    assert choice.picture == 22


def test_black_is_kept_only_where_there_is_nothing_else() -> None:
    black = np.full((40, THUMB_HEIGHT, THUMB_WIDTH), 16, np.float32)
    thumbs = np.concatenate([black, _scene(7, 40, 0)])
    chosen = _choose(thumbs, [1.0] * 40 + [0.5] * 40).keyframes(24)
    poster = poster_of(chosen)
    assert poster is not None
    assert chosen[poster].picture >= 40
    assert len(_choose(black).keyframes(24)) == 1


def test_nothing_is_kept_of_nothing() -> None:
    assert Chooser(Measures(), [], RATE, RATE).keyframes(24) == []
    assert poster_of([]) is None
