"""Shots of real files, to the frame: every kind of boundary, odd times, and no more decoded than that takes."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest

from core.errors import FileProblem
from core.media import looking
from core.media.frames import opened_reel
from core.media.jobs import exact, shots, triage
from core.media.looking import GLANCE_LEAST, look_exactly
from core.media.opening import inspect_source
from core.media.probe import probe_clip
from core.media.timeline import read_timeline
from core.model.codec import from_document
from core.ports.media import Findings, ShotList
from tests.support.media import Draw, Picture, make_clip, make_jpeg

SIZE = 192, 108
RATE = 25


def _place(seed: int, step: int) -> Picture:
    """Draw a place of its own, seen by a hand that is not quite still."""
    random = np.random.default_rng(seed)
    picture = np.full((SIZE[1], SIZE[0] + 40, 3), random.integers(40, 150), np.uint8)
    for _ in range(40):
        x, y, size = (int(number) for number in random.integers((0, 0, 8), (SIZE[0] + 40, SIZE[1], 34)))
        cv2.circle(picture, (x, y), size, [int(level) for level in random.integers(20, 235, 3)], -1)
    shift = 20 + round(3 * np.sin(step / 9 + seed))
    return picture[:, shift : shift + SIZE[0]]


def _cut_together(*lengths: int) -> Draw:
    """Return a drawing of places, each shown for so many pictures, the last to the end."""
    starts = np.cumsum([0, *lengths])
    return lambda frame, _: _place(int(np.searchsorted(starts, frame, "right")), frame)


def _listed(path: Path, mode: str = "exact") -> ShotList:
    document, blobs = shots({"path": str(path), "mode": mode}, lambda: None)
    assert blobs == []
    return from_document(document, ShotList)


def _starts(path: Path) -> list[tuple[int | None, str]]:
    return [(shot.start_frame, shot.kind) for shot in _listed(path).shots]


Mix = Callable[[Picture, Picture, float], Any]


def _wiped(one: Picture, other: Picture, share: float) -> Any:
    mask = np.arange(SIZE[0])[None, :, None] < share * SIZE[0]
    return np.where(mask, other, one)


def _through(level: float) -> Mix:
    def mix(one: Picture, other: Picture, share: float) -> Any:
        return level + (one - level) * max(0, 1 - 2 * share) + (other - level) * max(0, 2 * share - 1)

    return mix


def _dissolved(one: Picture, other: Picture, share: float) -> Any:
    return one * (1 - share) + other * share


MIXES: dict[str, Mix] = {"dissolve": _dissolved, "fade": _through(0.0), "dip": _through(255.0), "wipe": _wiped}


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".avi"])
def test_cuts_are_found_to_the_frame_wherever_key_frames_lie(tmp_path: Path, suffix: str) -> None:
    path = make_clip(tmp_path / f"clip{suffix}", seconds=7, size=SIZE, draw=_cut_together(41, 38, 50))
    assert _starts(path) == [(0, "start"), (41, "cut"), (79, "cut"), (129, "cut")]


def test_cuts_are_found_to_the_frame_among_pictures_that_were_left_out(tmp_path: Path) -> None:
    path = _encode_long(tmp_path / "clip.mp4", 200, _cut_together(41, 38, 52))
    assert _starts(path) == [(0, "start"), (41, "cut"), (79, "cut"), (131, "cut")]


def _encode_long(path: Path, pictures: int, draw: Draw, every: int = 250) -> Path:
    """Write a clip with a key frame in ``every`` pictures, ten seconds, wherever shots begin."""
    with av.open(str(path), "w") as container:
        options = {"preset": "veryfast", "g": str(every), "keyint_min": str(every), "sc_threshold": "0", "bf": "3"}
        stream = container.add_stream("libx264", rate=RATE, options=options)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        for number in range(pictures):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(draw(number, pictures), format="rgb24")))
        container.mux(stream.encode(None))
    return path


def test_a_cut_just_before_a_key_frame_is_found(tmp_path: Path) -> None:
    path = _encode_long(tmp_path / "late.mp4", 750, _cut_together(247))
    assert _starts(path) == [(0, "start"), (247, "cut")]


def test_decoding_stops_where_the_rest_is_the_same_shot(tmp_path: Path) -> None:
    path = _encode_long(tmp_path / "early.mp4", 1000, _cut_together(290))
    found = _listed(path)
    assert [shot.start_frame for shot in found.shots] == [0, 290]
    assert found.decoded < 150


def test_an_import_decodes_no_picture_twice_for_shots_and_for_knowing_the_clip_again(tmp_path: Path) -> None:
    path = _encode_long(tmp_path / "import.mp4", 750, _cut_together(290))
    source = inspect_source(str(path))
    probe = probe_clip(source)
    timeline = read_timeline(source, probe.stream, lambda: None, every_packet=True)
    with opened_reel(source, probe, lambda: None) as reel:
        look = look_exactly(reel, timeline, 1 / probe.time_base, dense=True)
    assert look.decoded <= 750
    seconds = [tick * float(probe.time_base) for tick in look.measures.ticks]
    assert max(later - earlier for earlier, later in itertools.pairwise(seconds)) <= 0.5


def test_a_key_frame_in_the_light_of_a_flash_begins_no_shot(tmp_path: Path) -> None:
    def draw(frame: int, _: int) -> Picture:
        lit = 120 if 250 <= frame < 253 else 0
        return np.clip(_place(3, frame).astype(np.int16) + lit, 0, 255).astype(np.uint8)

    assert _starts(_encode_long(tmp_path / "lit.mp4", 300, draw)) == [(0, "start")]


def _walked_past(frame: int, _: int) -> Picture:
    """Draw a place seen from a tripod while somebody as wide as a fifth of it goes by, with the noise of a sensor."""
    picture = _noisy(frame)
    left = (frame * 3) % (SIZE[0] + 36) - 36
    picture[20:, max(0, left) : max(0, left + 36)] = (30, 60, 200)
    return picture


def _noisy(frame: int) -> Picture:
    noise = np.random.default_rng(frame).normal(0, 6, (SIZE[1], SIZE[0], 3))
    return np.clip(_place(5, 0) + noise, 0, 255).astype(np.uint8)


def test_what_passes_before_the_same_place_is_not_decoded(tmp_path: Path) -> None:
    path = _encode_long(tmp_path / "passing.mp4", 300, _walked_past, every=RATE)
    found = _listed(path)
    assert [shot.kind for shot in found.shots] == ["start"]
    assert found.decoded <= 12 + RATE, "its key frames, and what follows the last of them"


def _on_black(frame: int, _: int) -> Picture:
    """Draw one thing, later another one elsewhere, in a dark that takes most of the picture."""
    seed, left, top = (7, 20, 12) if frame < 137 else (8, 70, 40)
    picture = np.full((SIZE[1], SIZE[0], 3), 16, np.uint8)
    picture[top : top + 56, left : left + 84] = _place(seed, frame)[20:76, 50:134]
    return picture


def test_a_cut_between_pictures_that_share_the_dark_around_is_found(tmp_path: Path) -> None:
    path = _encode_long(tmp_path / "dark.mp4", 300, _on_black, every=RATE)
    assert _starts(path) == [(0, "start"), (137, "cut")]


def test_key_frames_a_second_apart_that_show_the_same_are_enough_to_know_a_clip_by(tmp_path: Path) -> None:
    path = _encode_long(tmp_path / "calm.mp4", 300, lambda *_: _place(5, 0), every=RATE)
    source = inspect_source(str(path))
    probe = probe_clip(source)
    timeline = read_timeline(source, probe.stream, lambda: None, every_packet=True)
    with opened_reel(source, probe, lambda: None) as reel:
        look = look_exactly(reel, timeline, 1 / probe.time_base, dense=True)
    assert look.decoded <= 12 + RATE
    seconds = [tick * float(probe.time_base) for tick in look.measures.ticks]
    assert max(later - earlier for earlier, later in itertools.pairwise(seconds)) <= 1.25


@pytest.mark.parametrize("kind", MIXES)
def test_what_is_gradual_begins_a_shot_in_its_middle(tmp_path: Path, kind: str) -> None:
    def draw(frame: int, _: int) -> Picture:
        share = min(1.0, max(0.0, (frame - 60) / 21))
        mixed = MIXES[kind](_place(7, frame), _place(8, frame), share)
        return np.clip(mixed, 0, 255).astype(np.uint8)

    _, (start, told) = _starts(make_clip(tmp_path / "clip.mp4", seconds=6, size=SIZE, draw=draw))
    assert told == kind
    assert start is not None
    assert abs(start - 71) <= 3


def test_flashes_and_captions_are_no_shots(tmp_path: Path) -> None:
    def draw(frame: int, _: int) -> Picture:
        picture = _place(7, frame).copy()
        if frame in (40, 41, 90, 97):
            picture = cv2.convertScaleAbs(picture, alpha=1.8, beta=60).astype(np.uint8)
        if frame >= 60:
            picture[84:100, 20:150] = 240
        return picture

    assert _starts(make_clip(tmp_path / "clip.mp4", seconds=6, size=SIZE, draw=draw)) == [(0, "start")]


def test_a_varying_rate_keeps_its_exact_times(tmp_path: Path) -> None:
    times = [number * 2 + (number // 3) * 3 for number in range(130)]
    path = make_clip(tmp_path / "vfr.mp4", size=SIZE, rate=60, times=times, draw=_cut_together(50, 40))
    found = _listed(path)
    assert [shot.start for shot in found.shots] == [0, Fraction(times[50], 60), Fraction(times[90], 60)]
    assert [shot.start_frame for shot in found.shots] == [0, 50, 90]


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".ts"])
def test_a_late_start_is_no_part_of_the_clip(tmp_path: Path, suffix: str) -> None:
    times = [40 + number for number in range(120)]
    path = make_clip(tmp_path / f"late{suffix}", size=SIZE, rate=RATE, times=times, draw=_cut_together(50))
    assert [(shot.start, shot.start_frame) for shot in _listed(path).shots] == [(0, 0), (2, 50)]


def test_a_turned_clip_has_the_same_shots(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "turned.mp4", seconds=5, size=SIZE, rotation=90, draw=_cut_together(50))
    assert _starts(path) == [(0, "start"), (50, "cut")]
    findings = from_document(exact({"path": str(path)}, lambda: None)[0], Findings)
    assert {(frame.width, frame.height) for frame in findings.keyframes} == {(SIZE[1], SIZE[0])}


def test_a_long_take_is_decoded_only_where_something_happens(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "take.mp4", seconds=40, size=SIZE, draw=_cut_together(610))
    found = _listed(path)
    assert [(shot.start_frame, shot.kind) for shot in found.shots] == [(0, "start"), (610, "cut")]
    assert found.decoded < 1000 / 3
    times = [Fraction(0), *(keyframe.time for keyframe in found.keyframes), Fraction(40)]
    assert max(later - earlier for earlier, later in itertools.pairwise(times)) <= 10
    assert {keyframe.reason for keyframe in found.keyframes} >= {"shot", "time"}
    assert all(keyframe.frame == keyframe.time * RATE for keyframe in found.keyframes)


def test_triage_decodes_key_frames_alone(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "clip.mp4", seconds=20, size=SIZE, draw=_cut_together(240))
    found = _listed(path, "triage")
    assert found.mode == "triage"
    assert found.decoded <= 500 // 12 + 1
    assert [shot.kind for shot in found.shots] == ["start", "cut"]
    assert 240 <= (found.shots[1].start_frame or 0) < 252


def test_triage_passes_over_large_key_frames_that_come_like_clockwork(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A camera makes one every so often; where an encoder makes one because the scene changes, each is looked at."""
    monkeypatch.setattr(looking, "CHEAP_PIXELS", 10 * SIZE[0] * SIZE[1])
    blindly = {"g": "12", "sc_threshold": "0"}
    camera = make_clip(tmp_path / "a.mp4", seconds=10, size=SIZE, draw=_cut_together(100), options=blindly)
    assert GLANCE_LEAST <= _listed(camera, "triage").decoded <= 10
    seeing = {"g": "200", "keyint_min": "1"}
    lengths = [10, 20, 13, 25] * 4
    edited = make_clip(tmp_path / "b.mp4", seconds=12, size=SIZE, draw=_cut_together(*lengths), options=seeing)
    assert _listed(edited, "triage").decoded == len(lengths) + 1


@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_triage_opens_a_clip_with_a_table_of_its_pictures_once(
    tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_clip(tmp_path / f"clip.{suffix}", seconds=4, size=SIZE, draw=_cut_together(50))
    opened: list[object] = []
    open_it = av.open
    monkeypatch.setattr(av, "open", lambda *args, **named: opened.append(args[0]) or open_it(*args, **named))
    found = _listed(path, "triage")
    assert found.shots[0].start == 0
    assert found.keyframes[0].frame is not None
    assert len(opened) == (1 if suffix == "mp4" else 3)


def test_triage_of_a_clip_with_one_key_frame_sees_more_than_that(tmp_path: Path) -> None:
    path = tmp_path / "one.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=RATE, options={"preset": "ultrafast", "g": "999"})
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        for number in range(100):
            frame = av.VideoFrame.from_ndarray(_place(1 + number // 50, number), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    assert len(_listed(path, "triage").shots) == 2


def test_triage_makes_poster_keyframes_and_strip_at_once(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "clip.mp4", seconds=8, size=SIZE, draw=_cut_together(100))
    document, blobs = triage({"path": str(path)}, lambda: None)
    findings = from_document(document, Findings)
    assert findings.poster in range(len(findings.keyframes))
    strip = findings.strip
    assert strip is not None
    sheet = cv2.imdecode(np.frombuffer(blobs[strip.blob], np.uint8), cv2.IMREAD_COLOR)
    assert sheet is not None
    rows = -(-len(strip.times) // strip.columns)
    assert sheet.shape[:2] == (rows * strip.height, strip.columns * strip.width)
    assert list(strip.times) == sorted(set(strip.times))
    for number in (0, len(strip.times) - 1):
        top, left = number // strip.columns * strip.height, number % strip.columns * strip.width
        tile = sheet[top : top + strip.height, left : left + strip.width]
        place = _place(1 if number == 0 else 2, int(strip.times[number] * RATE))[..., ::-1]
        truth = cv2.resize(place, (strip.width, strip.height), interpolation=cv2.INTER_AREA)
        assert float(np.abs(tile.astype(int) - truth).mean()) < 12


def test_a_still_has_no_shots(tmp_path: Path) -> None:
    path = make_jpeg(tmp_path / "still.jpg")
    with pytest.raises(FileProblem, match="only clips have shots"):
        shots({"path": str(path), "mode": "exact"}, lambda: None)
