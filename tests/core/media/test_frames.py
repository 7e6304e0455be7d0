"""Decoding: every picture, in the order of showing, with its exact time; the same from both decoders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from core.media.frames import (
    FULL_PIXELS,
    Mode,
    Picture,
    choose_mode,
    is_plain,
    opencv_pictures,
    pyav_pictures,
    scan,
)
from core.media.measure import sharpness, thumbnail
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


def _seconds(pictures: list[Picture], probe: ClipProbe) -> list[Fraction]:
    return [tick * probe.time_base for tick, _, _ in pictures]


DECODERS: list[Callable[[Source, ClipProbe], list[Picture]]] = [
    lambda source, probe: [(tick, luma.copy(), white) for tick, luma, white in opencv_pictures(source, probe)],
    lambda source, probe: [(tick, luma.copy(), white) for tick, luma, white in pyav_pictures(source, probe, Mode.FULL)],
]


@pytest.mark.parametrize("decoder", DECODERS, ids=["opencv", "pyav"])
@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".mov", ".ts", ".avi"])
def test_every_picture_comes_once_in_order_with_its_exact_time(
    tmp_path: Path, decoder: Callable[[Source, ClipProbe], list[Picture]], suffix: str
) -> None:
    rate = Fraction(25)
    source, probe = _opened(make_clip(tmp_path / f"clip{suffix}", seconds=2, size=(128, 96), rate=rate, draw=_numbered))
    pictures = decoder(source, probe)
    assert _seconds(pictures, probe) == [number / rate for number in range(50)]
    levels = [float(luma.mean()) for _, luma, _ in pictures]
    assert levels == sorted(levels)
    assert all(luma.shape == (96, 128) and white == 255 for _, luma, white in pictures)


@pytest.mark.parametrize("decoder", DECODERS, ids=["opencv", "pyav"])
def test_times_are_exact_where_the_rate_varies(
    tmp_path: Path, decoder: Callable[[Source, ClipProbe], list[Picture]]
) -> None:
    source, probe = _opened(make_clip(tmp_path / "vfr.mp4", size=(128, 96), rate=30, draw=_numbered, times=UNEVEN))
    assert _seconds(decoder(source, probe), probe) == [Fraction(time, 30) for time in UNEVEN]


def test_both_decoders_measure_the_same(tmp_path: Path) -> None:
    source, probe = _opened(make_clip(tmp_path / "clip.mp4", seconds=1))
    for one, other in zip(*(decoder(source, probe) for decoder in DECODERS), strict=True):
        assert one[0] == other[0]
        assert np.array_equal(thumbnail(one[1]), thumbnail(other[1]))
        assert sharpness(one[1]) == sharpness(other[1])


def test_ten_bit_footage_is_left_to_the_decoder_that_gives_all_ten(tmp_path: Path) -> None:
    path = make_clip(
        tmp_path / "ten.mp4", seconds=1, size=(128, 96), codec="libx265", pixels="yuv420p10le", draw=_numbered
    )
    source, probe = _opened(path)
    assert not is_plain(source, probe)
    measures = scan(source, probe, None, Mode.FULL, _nothing)
    light = measures.thumbs.mean((1, 2))
    assert len(measures) == 25
    assert light[0] < 40 < 180 < light[-1]


def test_key_frames_alone_keep_their_distance_to_the_first_picture(tmp_path: Path) -> None:
    source, probe = _opened(make_clip(tmp_path / "clip.mp4", seconds=2, size=(128, 96), draw=_numbered))
    keys = [tick * probe.time_base for tick, _, _ in pyav_pictures(source, probe, Mode.KEYS)]
    every = {tick * probe.time_base for tick, _, _ in pyav_pictures(source, probe, Mode.FULL)}
    assert keys[0] == 0
    assert 2 <= len(keys) < len(every)
    assert set(keys) <= every


def test_samples_are_spread_over_the_clip(tmp_path: Path) -> None:
    source, probe = _opened(make_clip(tmp_path / "clip.mp4", seconds=4, size=(128, 96), draw=_numbered))
    measures = scan(source, probe, None, Mode.SAMPLES, _nothing)
    assert measures.ticks == sorted(set(measures.ticks))
    assert measures.ticks[-1] * probe.time_base > 3


def test_how_much_is_decoded_depends_on_what_it_costs(tmp_path: Path) -> None:
    source, probe = _opened(make_clip(tmp_path / "clip.mp4", seconds=2, size=(128, 96), draw=_numbered))
    timeline = read_timeline(source, probe.stream, _nothing)
    assert timeline is not None
    assert choose_mode(source, probe, timeline) is Mode.FULL
    huge = replace(probe, coded_width=FULL_PIXELS // 96 // 20, coded_height=96)
    assert choose_mode(source, huge, timeline) is Mode.KEYS
    few = replace(timeline, keys=timeline.keys[:1], end=10_000 * timeline.end)
    assert choose_mode(source, huge, few) is Mode.FULL
    endless = replace(huge, coded_height=96 * 1000)
    assert choose_mode(source, endless, few) is Mode.SAMPLES


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".ts", ".avi"])
@pytest.mark.parametrize("wanted", [[0], [49], [3, 4, 30], [0, 13, 26, 27, 48]])
def test_the_very_picture_asked_for_is_kept(tmp_path: Path, suffix: str, wanted: list[int]) -> None:
    source, probe = _opened(make_clip(tmp_path / f"clip{suffix}", seconds=2, size=(128, 96), draw=_numbered))
    timeline = read_timeline(source, probe.stream, _nothing)
    measures = scan(source, probe, timeline, Mode.FULL, _nothing)
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
