"""Decoding: every picture, in the order of showing, with its exact time; the same from both decoders."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from core.media.frames import Reel, luma_of, opened_reel
from core.media.measure import Measures
from core.media.opening import Source, inspect_source
from core.media.pictures import clip_pictures
from core.media.probe import ClipProbe, probe_clip
from core.media.timeline import read_timeline
from tests.support.media import Picture as Rgb
from tests.support.media import make_clip

LEVELS = 16, 224
UNEVEN = [0, 1, 2, 5, 6, 10, 11, 12, 13, 20, 21, 22, 30, 31, 32, 33, 34, 35, 36, 40]


def _numbered(frame: int, frames: int) -> Rgb:
    """Draw a grey that tells the number of the frame."""
    level = LEVELS[0] + frame * (LEVELS[1] - LEVELS[0]) // max(1, frames - 1)
    return np.full((96, 128, 3), level, np.uint8)


def _nothing() -> None:
    pass


def _opened(path: Path) -> tuple[Source, ClipProbe]:
    source = inspect_source(str(path))
    return source, probe_clip(source)


Look = Callable[[Reel], Measures]


def _measured(path: Path, look: Look) -> tuple[Measures, ClipProbe, int]:
    """Return what ``look`` measures of a clip, and how many pictures were decoded for it."""
    source, probe = _opened(path)
    with opened_reel(source, probe, _nothing) as reel:
        return look(reel), probe, reel.decoded


def _whole(reel: Reel) -> Measures:
    return reel.measure(reel.whole(sparse=False))


def _seconds(measures: Measures, probe: ClipProbe) -> list[Fraction]:
    return [tick * probe.time_base for tick in measures.ticks]


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".mov", ".ts", ".avi"])
def test_every_picture_comes_once_in_order_with_its_exact_time(tmp_path: Path, suffix: str) -> None:
    rate = Fraction(25)
    path = make_clip(tmp_path / f"clip{suffix}", seconds=2, size=(128, 96), rate=rate, draw=_numbered)
    measures, probe, decoded = _measured(path, _whole)
    assert _seconds(measures, probe) == [number / rate for number in range(50)]
    levels = measures.thumbs.mean((1, 2)).tolist()
    assert levels == sorted(levels)
    assert decoded == 50


def test_times_are_exact_where_the_rate_varies(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "vfr.mp4", size=(128, 96), rate=30, draw=_numbered, times=UNEVEN)
    measures, probe, _ = _measured(path, _whole)
    assert _seconds(measures, probe) == [Fraction(time, 30) for time in UNEVEN]


def test_all_ten_bits_of_a_picture_count(tmp_path: Path) -> None:
    path = make_clip(
        tmp_path / "ten.mp4", seconds=1, size=(128, 96), codec="libx265", pixels="yuv420p10le", draw=_numbered
    )
    measures, _, _ = _measured(path, _whole)
    light = measures.thumbs.mean((1, 2))
    assert len(measures) == 25
    assert light[0] < 40 < 180 < light[-1]


def test_the_luma_plane_is_not_copied(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "clip.mp4", seconds=1, size=(128, 96), draw=_numbered)
    source, probe = _opened(path)
    with opened_reel(source, probe, _nothing) as reel:
        _, frame = next(reel.whole(sparse=False))
        luma, white = luma_of(frame)
    assert (luma.shape, white) == ((96, 128), 255)
    assert not luma.flags.owndata


def test_key_frames_alone_keep_their_distance_to_the_first_picture(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "clip.mp4", seconds=2, size=(128, 96), draw=_numbered)
    keys, _, decoded = _measured(path, lambda reel: reel.measure(reel.keys()))
    every, _, _ = _measured(path, _whole)
    assert keys.ticks[0] == 0
    assert 2 <= len(keys) == decoded < len(every)
    assert set(keys.ticks) <= set(every.ticks)
    second, _, _ = _measured(path, lambda reel: reel.measure(reel.keys(2)))
    assert second.ticks == keys.ticks[::2]


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".ts"])
def test_a_stretch_begins_and_ends_where_it_is_asked_to(tmp_path: Path, suffix: str) -> None:
    path = make_clip(tmp_path / f"clip{suffix}", seconds=4, size=(128, 96), draw=_numbered)
    every, _, _ = _measured(path, _whole)
    first, last = every.ticks[31], every.ticks[64]

    def stretch_after_keys(reel: Reel) -> Measures:
        reel.measure(reel.keys())
        return reel.measure(reel.windows([(first, last)]))

    measures, _, decoded = _measured(path, stretch_after_keys)
    assert measures.ticks == every.ticks[31:65]
    assert decoded < 80
    for small, whole in zip(measures.small, every.small[31:65], strict=True):
        assert np.abs(small.astype(int) - whole).max() <= 3


def test_samples_are_spread_over_the_clip(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "clip.mp4", seconds=4, size=(128, 96), draw=_numbered)
    measures, probe, _ = _measured(path, lambda reel: reel.measure(reel.samples(10)))
    assert measures.ticks == sorted(set(measures.ticks))
    assert measures.ticks[-1] * probe.time_base > 3


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".ts", ".avi"])
@pytest.mark.parametrize("wanted", [[0], [49], [3, 4, 30], [0, 13, 26, 27, 48]])
def test_the_very_picture_asked_for_is_kept(tmp_path: Path, suffix: str, wanted: list[int]) -> None:
    source, probe = _opened(make_clip(tmp_path / f"clip{suffix}", seconds=2, size=(128, 96), draw=_numbered))
    timeline = read_timeline(source, probe.stream, _nothing)
    with opened_reel(source, probe, _nothing) as reel:
        measures = _whole(reel)
    ticks = [measures.ticks[number] for number in wanted]
    found = list(clip_pictures(source, probe, timeline, ticks, 64, _nothing))
    assert [tick for tick, _ in found] == ticks
    for number, (_, bgr) in zip(wanted, found, strict=True):
        assert float(bgr.mean()) == pytest.approx(_numbered(number, 50)[0, 0, 0], abs=2.0)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_clip_stands_upright_in_its_stills(tmp_path: Path, turn: int) -> None:
    def bright_corner(frame: int, frames: int) -> Rgb:
        picture = np.full((96, 128, 3), 40, np.uint8)
        picture[:32, :40] = 220
        return picture

    path = make_clip(tmp_path / "turned.mp4", seconds=1, size=(128, 96), rotation=turn, draw=bright_corner)
    source, probe = _opened(path)
    assert probe.facts.rotation == turn
    assert (probe.facts.width, probe.facts.height) == ((96, 128) if turn % 180 else (128, 96))
    ((_, bgr),) = clip_pictures(source, probe, None, [0], 128, _nothing)
    assert bgr.shape[:2] == (probe.facts.height, probe.facts.width)
    corners = {0: bgr[8, 8], 90: bgr[8, -8], 180: bgr[-8, -8], 270: bgr[-8, 8]}
    assert max(corners, key=lambda place: int(corners[place].sum())) == turn


def test_colours_survive(tmp_path: Path) -> None:
    def red(frame: int, frames: int) -> Rgb:
        return np.full((96, 128, 3), (200, 40, 30), np.uint8)

    source, probe = _opened(make_clip(tmp_path / "red.mp4", seconds=1, size=(128, 96), draw=red))
    ((_, bgr),) = clip_pictures(source, probe, None, [0], 64, _nothing)
    assert bgr.mean((0, 1)) == pytest.approx((30, 40, 200), abs=6)
