"""Filmstrips: which pictures are in them, and when."""

from __future__ import annotations

import itertools
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest
from av.video.frame import VideoFrame
from hypothesis import given
from hypothesis import strategies as st

from core.media.jobs import exact, inspect, triage
from core.media.opening import inspect_source
from core.media.probe import ClipProbe, probe_clip
from core.media.strips import MOST, TILE, Gallery, spacing_of
from core.model.codec import from_document
from core.ports.media import Findings, FoundStrip
from tests.support.media import Picture, make_clip

SIZE = (320, 180)
RATE = 25


def numbered(frame: int, _frames: int) -> Picture:
    """Return a picture whose lower half tells its number in grey."""
    picture = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
    picture[:, :] = 40 + frame % 200
    cv2.circle(picture, (40 + frame % 240, 60), 30, (255, 200, 90), -1)
    return picture


@pytest.fixture(scope="module")
def probe(tmp_path_factory: pytest.TempPathFactory) -> ClipProbe:
    return probe_clip(inspect_source(str(make_clip(tmp_path_factory.mktemp("strip") / "a.mp4", seconds=1, size=SIZE))))


@pytest.fixture(scope="module")
def frame() -> VideoFrame:
    return VideoFrame.from_ndarray(np.zeros((90, 160, 3), np.uint8), format="rgb24")


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=400))
def test_pictures_lie_evenly_over_what_has_passed_in_whatever_order(
    probe: ClipProbe, frame: VideoFrame, ticks: list[int]
) -> None:
    gallery = Gallery(probe, 16)
    for tick in ticks:
        gallery.watch(tick, frame)
    kept = sorted(gallery.pictures)
    assert set(kept) <= set(ticks)
    assert len(kept) <= MOST
    if len(set(ticks)) <= MOST:
        assert kept == sorted(set(ticks))
    else:
        room = 2 * ((max(ticks) - min(ticks)) // MOST + 1)
        assert all(any(abs(tick - near) <= 2 * room for near in kept) for tick in ticks)


@given(st.integers(0, 10**9))
def test_so_far_apart_there_is_room_for_all(length: int) -> None:
    spacing = spacing_of(length)
    assert length // spacing + 1 <= MOST


def found_in(job: object, path: Path) -> tuple[FoundStrip, Picture]:
    document, blobs = job({"path": str(path)}, lambda: None)  # type: ignore[operator]
    strip = from_document(document, Findings).strip
    assert strip is not None
    return strip, cv2.imdecode(np.frombuffer(blobs[strip.blob], np.uint8), cv2.IMREAD_COLOR)


@pytest.mark.parametrize("job", [triage, exact, inspect])
def test_every_look_makes_a_strip_with_exact_times(tmp_path: Path, job: object) -> None:
    path = make_clip(tmp_path / "clip.mp4", seconds=8, size=SIZE, draw=numbered)
    strip, sheet = found_in(job, path)
    assert max(strip.width, strip.height) == TILE
    for number, time in enumerate(strip.times):
        top, left = number // strip.columns * strip.height, number % strip.columns * strip.width
        tile = sheet[top : top + strip.height, left : left + strip.width]
        assert time * RATE == round(time * RATE)
        assert abs(int(tile[-10:, :].mean()) - (40 + round(time * RATE) % 200)) <= 4


def test_a_long_clip_is_covered_to_its_end(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "long.mp4", seconds=90, size=(64, 36), draw=lambda at, _: numbered(at, 0)[::5, ::5])
    strip, _ = found_in(exact, path)
    gaps = [after - before for before, after in itertools.pairwise([Fraction(0), *strip.times, Fraction(90)])]
    assert MOST // 2 < len(strip.times) <= MOST
    assert max(gaps) <= 6
