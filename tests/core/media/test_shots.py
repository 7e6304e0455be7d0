"""Shots told from thumbnails that are drawn here, so that the truth is known."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media import looking
from core.media.keyframes import Chooser
from core.media.likeness import carried_alike, distance_gone, moved_alike, parts_alike, shared_area
from core.media.measure import THUMB_HEIGHT, THUMB_WIDTH, Measures, Thumbs
from core.media.mixture import NEAR
from core.media.sequence import Transition
from core.media.shots import find_key_transitions, find_transitions

RATE = 25.0
Drawn = npt.NDArray[np.float32]


def _found(thumbs: Drawn) -> list[Transition]:
    return find_transitions(_as_thumbs(thumbs), range(len(thumbs)), RATE)


def _as_thumbs(thumbs: Drawn) -> Thumbs:
    return np.clip(thumbs, 0, 255).astype(np.uint8)


def _scene(seed: int, length: int, drift: float = 0.04) -> Drawn:
    """Draw a scene of soft blobs that drifts sideways by ``drift`` pixels a picture."""
    random = np.random.default_rng(seed)
    wide = np.zeros((THUMB_HEIGHT, THUMB_WIDTH * 4), np.float32) + 40 + 55 * (seed // 100) + random.uniform(0, 30)
    ys, xs = np.mgrid[0:THUMB_HEIGHT, 0 : THUMB_WIDTH * 4]
    for _ in range(60):
        y, x, size = random.uniform(0, THUMB_HEIGHT), random.uniform(0, THUMB_WIDTH * 4), random.uniform(4, 11)
        wide += random.uniform(-90, 90) * np.exp(-((ys - y) ** 2 + (xs - x) ** 2) / (2 * size**2))
    pictures = [_shifted(wide, number * drift) for number in range(length)]
    noise = random.normal(0, 0.7, (length, THUMB_HEIGHT, THUMB_WIDTH))
    return np.clip(np.stack(pictures) + noise, 0, 255).astype(np.float32)


def _shifted(wide: Drawn, by: float) -> Drawn:
    whole, part = divmod(by, 1)
    left = wide[:, int(whole) : int(whole) + THUMB_WIDTH]
    right = wide[:, int(whole) + 1 : int(whole) + 1 + THUMB_WIDTH]
    return (left * (1 - part) + right * part).astype(np.float32)


def _dissolved(one: Drawn, other: Drawn, length: int) -> Drawn:
    share = np.linspace(0, 1, length + 2)[1:-1, None, None]
    mixed = one[-length:] * (1 - share) + other[:length] * share
    return np.concatenate([one[:-length], mixed, other[length:]]).astype(np.float32)


@pytest.mark.parametrize("seed", range(8))
def test_a_cut_is_found_to_the_picture(seed: int) -> None:
    thumbs = np.concatenate([_scene(seed, 40), _scene(seed + 100, 35), _scene(seed + 200, 50)])
    assert _found(thumbs) == [Transition(40, 40, "cut"), Transition(75, 75, "cut")]


@pytest.mark.parametrize("seed", range(8))
def test_a_photo_flash_is_no_shot(seed: int) -> None:
    thumbs = _scene(seed, 120)
    thumbs[50:52] = np.minimum(thumbs[50:52] + 110, 255)
    assert _found(thumbs) == []


@pytest.mark.parametrize("seed", range(8))
def test_a_photo_flash_in_which_the_camera_moves_is_no_shot(seed: int) -> None:
    wide = _scene(seed, 120, drift=1.2)
    thumbs = np.concatenate([wide[:50], wide[58:]])
    thumbs[48:52] = np.minimum(thumbs[48:52] + 150, 255)
    assert _found(thumbs) == []


@pytest.mark.parametrize("seed", range(8))
def test_parts_are_found_again_in_other_light_and_those_of_another_place_are_not(seed: int) -> None:
    here, there = _scene(seed, 2, drift=6.0).astype(np.uint8), _scene(seed + 100, 1).astype(np.uint8)
    here[1, :16] = here[1, :16] // 2 + 100
    assert parts_alike(here[0], here[1]) > 0.8 > parts_alike(here[0], there[0])
    assert parts_alike(here[0], np.full_like(here[0], 16)) < 0.5


@pytest.mark.parametrize("seed", range(8))
def test_a_camera_that_goes_somewhere_is_told_from_a_mixture_that_stays(seed: int) -> None:
    assert distance_gone(_scene(seed, 41, drift=1.0).astype(np.uint8)) > 0.5
    assert distance_gone(_scene(seed, 41).astype(np.uint8)) < NEAR


@pytest.mark.parametrize("seed", range(8))
def test_a_caption_is_no_shot(seed: int) -> None:
    thumbs = _scene(seed, 120)
    thumbs[60:, 26:34, 8:56] = 235
    assert _found(thumbs) == []


@pytest.mark.parametrize("seed", range(8))
def test_a_pan_is_no_shot(seed: int) -> None:
    assert _found(_scene(seed, 150, drift=0.6)) == []


@pytest.mark.parametrize("seed", range(8))
def test_the_end_of_a_pan_is_known_by_its_beginning_and_that_of_a_dissolve_is_not(seed: int) -> None:
    panned = _scene(seed, 31, drift=1.0).astype(np.uint8)
    assert moved_alike(panned[0], panned[-1]) < carried_alike(panned) > 0.8
    assert carried_alike(_scene(seed, 31).astype(np.uint8)) == 0, "what hardly moves is compared otherwise"
    assert carried_alike(_scene(seed, 120, drift=1.0).astype(np.uint8)) == 0, "nothing of the start is in sight"


@pytest.mark.parametrize("seed", range(8))
def test_the_same_place_is_told_from_another_whatever_passes_before_it(seed: int) -> None:
    here, there = _scene(seed, 2, drift=6.0).astype(np.uint8), _scene(seed + 100, 1).astype(np.uint8)
    here[1, 20:, 30:40] = 255
    assert shared_area(here[0], here[1]) > looking.SHARED > shared_area(here[0], there[0])


@pytest.mark.parametrize("seed", range(8))
def test_a_dissolve_is_found_once_and_where_it_is(seed: int) -> None:
    thumbs = _dissolved(_scene(seed, 80), _scene(seed + 100, 80), 20)
    (found,) = _found(thumbs)
    assert found.kind == "dissolve"
    assert abs(found.starts - 70) <= 8


@pytest.mark.parametrize("seed", range(8))
def test_a_fade_through_black_is_found_once(seed: int) -> None:
    before, after = _scene(seed, 60), _scene(seed + 100, 60)
    ramp = np.linspace(1, 0, 15)[:, None, None]
    before[-15:] = before[-15:] * ramp + 16 * (1 - ramp)
    after[:15] = after[:15] * ramp[::-1] + 16 * (1 - ramp[::-1])
    black = np.full((6, THUMB_HEIGHT, THUMB_WIDTH), 16, np.float32)
    (found,) = _found(np.concatenate([before, black, after]))
    assert found.kind == "fade"
    assert 60 <= found.starts <= 66


@pytest.mark.parametrize("seed", range(4))
def test_a_dip_to_white_is_told_from_a_fade(seed: int) -> None:
    before, after = _scene(seed, 60), _scene(seed + 100, 60)
    ramp = np.linspace(1, 0, 12)[:, None, None]
    before[-12:] = before[-12:] * ramp + 240 * (1 - ramp)
    after[:12] = after[:12] * ramp[::-1] + 240 * (1 - ramp[::-1])
    (found,) = _found(np.concatenate([before, after]))
    assert found.kind == "dip"
    assert 56 <= found.starts <= 64


@pytest.mark.parametrize("seed", range(4))
def test_a_wipe_is_found_where_it_is(seed: int) -> None:
    one, other = _scene(seed, 70, 0), _scene(seed + 100, 70, 0)
    mixed = one[:16].copy()
    for number in range(16):
        edge = THUMB_WIDTH * (number + 1) // 17
        mixed[number, :, :edge] = other[number, :, :edge]
    (found,) = _found(np.concatenate([one[:60], mixed, other[:60]]))
    assert found.kind == "wipe"
    assert 57 <= found.first <= found.last <= 79
    assert 60 <= found.starts <= 75


@pytest.mark.parametrize("seed", range(8))
def test_a_shaking_camera_is_no_shot(seed: int) -> None:
    random = np.random.default_rng(seed)
    wide = _scene(seed, 1, 0)[0]
    wide = np.concatenate([wide, wide[:, ::-1], wide], axis=1)
    places = THUMB_WIDTH // 2 + np.clip(np.cumsum(random.normal(0, 1.2, 150)), -12, 12)
    assert _found(np.stack([_shifted(wide, float(place)) for place in places])) == []


def test_a_flash_beside_a_cut_hides_it_not() -> None:
    thumbs = np.concatenate([_scene(1, 60), _scene(101, 60)])
    thumbs[62:64] = np.minimum(thumbs[62:64] + 120, 255)
    assert _found(thumbs) == [Transition(60, 60, "cut")]


@pytest.mark.parametrize("seed", range(4))
def test_a_rolling_flash_of_three_pictures_is_no_shot(seed: int) -> None:
    thumbs = _scene(seed, 120)
    thumbs[70, 20:] = 255
    thumbs[71] = np.minimum(thumbs[71] + 140, 255)
    thumbs[72, :12] = 255
    assert _found(thumbs) == []


def test_pictures_left_out_here_and_there_do_not_matter() -> None:
    thumbs = np.concatenate([_scene(1, 80), _scene(101, 80), _dissolved(_scene(2, 60), _scene(102, 60), 20)])
    kept = np.sort(np.random.default_rng(3).permutation(len(thumbs))[: len(thumbs) * 2 // 3])
    found = find_transitions(_as_thumbs(thumbs[kept]), kept.tolist(), RATE)
    assert [one.kind for one in found] == ["cut", "cut", "dissolve"]
    assert [int(kept[one.last]) - start for one, start in zip(found, (80, 160), strict=False)] <= [2, 2]


def test_a_view_longer_than_memory_allows_is_looked_at_in_parts() -> None:
    short = np.concatenate([_as_thumbs(_scene(seed, 500, 0)) for seed in (1, 101, 201, 2)])
    thumbs = np.concatenate([short] * 4)
    assert [one.starts for one in find_transitions(thumbs, range(len(thumbs)), RATE)] == list(range(500, 8000, 500))


@given(st.integers(0, 40), st.integers(0, 2**32 - 1))
def test_any_pictures_have_transitions_in_order(length: int, seed: int) -> None:
    thumbs = np.random.default_rng(seed).uniform(0, 255, (length, THUMB_HEIGHT, THUMB_WIDTH)).astype(np.float32)
    found = _found(thumbs)
    assert all(0 < transition.starts < length for transition in found)
    assert found == sorted(found, key=lambda transition: transition.first)


def test_key_frames_of_different_places_are_different_shots() -> None:
    thumbs = np.concatenate([_scene(1, 6, drift=0.2), _scene(101, 6, drift=0.2)])
    assert find_key_transitions(_as_thumbs(thumbs)) == [Transition(6, 6, "cut")]


def _measured(thumbs: Drawn, sharpness: list[float] | None = None) -> Measures:
    measures = Measures()
    for number, thumb in enumerate(thumbs):
        measures.add(number, thumb.astype(np.uint8))
    if sharpness is not None:
        measures.sharpness[:] = sharpness
    return measures


def _choose(thumbs: Drawn, sharpness: list[float] | None = None) -> Chooser:
    return Chooser(_measured(thumbs, sharpness), _found(thumbs), RATE)


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
    assert max(chosen, key=lambda choice: choice.worth).picture >= 40
    assert len(_choose(black).keyframes(24)) == 1


def test_nothing_is_kept_of_nothing() -> None:
    assert Chooser(Measures(), [], RATE).keyframes(24) == []
