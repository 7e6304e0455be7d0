"""What is shown after a seek is, to the bit, what decoding everything would have shown."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
import pytest

from core.media.opening import inspect_source
from core.media.pictures import upright
from core.media.playing import Projector
from core.media.playing_pictures import LEAD, Pictures
from core.media.probe import ClipProbe, probe_clip
from core.media.screen import BYTES_A_PIXEL, Screen
from tests.support.media import Picture, make_clip, scene_picture

SIZE = (128, 64)
SECONDS = 4
COUNT = SECONDS * 25

CODINGS = {
    "pyramid of B pictures": (
        "a.mp4",
        "libx264",
        {"preset": "fast", "g": "50", "bf": "5", "b-pyramid": "normal", "sc_threshold": "0"},
    ),
    "no picture left out": ("b.mkv", "libx264", {"preset": "ultrafast", "g": "100", "bf": "0"}),
    "open groups": (
        "c.mp4",
        "libx265",
        {"preset": "fast", "x265-params": "log-level=0:keyint=50:bframes=6:open-gop=1"},
    ),
    "layers of time": (
        "d.mp4",
        "libx265",
        {"preset": "fast", "x265-params": "log-level=0:keyint=50:temporal-layers=3"},
    ),
    "MPEG-4": ("e.avi", "mpeg4", {"g": "50", "bf": "2"}),
    "MPEG-2": ("f.ts", "mpeg2video", {"g": "30", "bf": "2"}),
    "hidden pictures": (
        "g.webm",
        "libvpx-vp9",
        {"g": "60", "deadline": "realtime", "cpu-used": "8", "lag-in-frames": "16"},
    ),
}


def busy_picture(number: int, _count: int) -> Picture:
    """Return a picture that moves and is grainy: a wrong one before it would show."""
    grain = np.random.default_rng(number).integers(0, 60, (SIZE[1], SIZE[0], 1))
    return np.clip(scene_picture(number // 40, number, SIZE).astype(int) + grain - 30, 0, 255).astype(np.uint8)


def luma(frame: av.VideoFrame) -> npt.NDArray[np.uint8]:
    return np.frombuffer(memoryview(frame.planes[0]), np.uint8).reshape(-1, frame.planes[0].line_size)[
        : frame.height, : frame.width
    ]


@pytest.fixture(params=CODINGS)
def coded(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, Pictures]]:
    name, codec, options = CODINGS[request.param]
    path = make_clip(tmp_path / name, seconds=SECONDS, size=SIZE, codec=codec, draw=busy_picture, options=options)
    pictures = Pictures(source := inspect_source(str(path)), probe_clip(source), lambda: None)
    yield path, pictures
    pictures.close()


def test_a_picture_sought_is_the_one_decoded_in_order(coded: tuple[Path, Pictures]) -> None:
    path, pictures = coded
    with av.open(str(path)) as container:
        in_order = [luma(frame).copy() for frame in container.decode(video=0)]
    assert len(in_order) == len(pictures.ticks) == COUNT

    wanted = random.Random(3).sample(range(COUNT), 30)
    for number in [*wanted, 70, 71, 72, 95, 20, COUNT - 1, 0]:
        *_, (found, frame) = pictures.between(number, number + 1)
        assert found == number
        assert np.array_equal(luma(frame), in_order[number])


def test_on_the_way_to_a_picture_those_nothing_is_built_on_are_left_out(tmp_path: Path) -> None:
    name, codec, options = CODINGS["pyramid of B pictures"]
    path = make_clip(tmp_path / name, seconds=SECONDS, size=SIZE, codec=codec, draw=busy_picture, options=options)
    pictures = Pictures(source := inspect_source(str(path)), probe_clip(source), lambda: None)

    decoded = [number for number, _ in pictures.between(48, 49)]

    assert decoded[-LEAD - 1 :] == list(range(48 - LEAD, 49))
    assert len(decoded) < 49 * 3 / 4
    pictures.close()


def test_the_pictures_before_the_one_sought_are_not_decoded_again(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "a.mp4", seconds=SECONDS, size=SIZE, draw=busy_picture, options={"g": "100"})
    pictures = Pictures(source := inspect_source(str(path)), probe_clip(source), lambda: None)
    list(pictures.between(80, 81))

    assert [number for number, _ in pictures.between(80 - LEAD, 80)] == list(range(80 - LEAD, 80))
    pictures.close()


def asked(projector: Projector, first: int, *, hurried: bool = False, instead: bool = False) -> dict[str, object]:
    task = {"do": "pictures", "first": first, "slots": [0], "size": SIZE, "instead": instead}
    memory = memoryview(bytearray(SIZE[0] * SIZE[1] * BYTES_A_PIXEL))
    return projector({**task, "memory": memory, "hurried": lambda: hurried}, lambda: None)[0]


def test_a_seek_that_is_hurried_ends_with_the_picture_under_way(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "a.mp4", seconds=SECONDS, size=SIZE, options={"preset": "ultrafast", "g": "100"})
    projector = Projector()
    projector({"do": "open", "path": str(path)}, lambda: None)

    assert asked(projector, 90, hurried=True) == {"done": [], "more": True}
    assert asked(projector, 3) == {"done": [0], "more": False}


def test_far_from_a_key_picture_there_is_something_to_look_at_meanwhile(tmp_path: Path) -> None:
    path = make_clip(tmp_path / "a.mp4", seconds=SECONDS, size=SIZE, options={"preset": "ultrafast", "g": "50"})
    projector = Projector()
    projector({"do": "open", "path": str(path)}, lambda: None)

    assert asked(projector, 90, instead=True) == {"done": [], "more": True, "instead": 50}
    assert asked(projector, 90) == {"done": [0], "more": False}
    assert asked(projector, 93, instead=True) == {"done": [0], "more": False}


# colours ----------------------------------------------------------------------------------------------------------
def drawn(path: Path, size: tuple[int, int]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """Return the first picture as the player draws it and as a keyframe shows it, blue first."""
    probe: ClipProbe = probe_clip(inspect_source(str(path)))
    with av.open(str(path)) as container:
        frame = next(container.decode(video=0))
        memory = memoryview(bytearray(size[0] * size[1] * BYTES_A_PIXEL))
        Screen(probe.facts.rotation).draw(frame, memory, 0, *size)
        still = upright(frame, probe, max(size))
    return np.frombuffer(memory, np.uint8).reshape(size[1], size[0], 4)[..., :3], still


@pytest.mark.parametrize(("size", "rotation"), [((1280, 720), 0), ((640, 360), 0), ((640, 360), 90), ((640, 360), 180)])
def test_the_colours_are_those_of_keyframes_whatever_the_file_leaves_unsaid(
    tmp_path: Path, size: tuple[int, int], rotation: int
) -> None:
    path = make_clip(tmp_path / "a.mp4", seconds=Fraction(1, 5), size=size, rotation=rotation)
    shown = (size[1], size[0]) if rotation == 90 else size

    player, keyframe = drawn(path, shown)

    assert np.abs(player.astype(int) - keyframe).max() <= 2


@pytest.mark.parametrize("transfer", ["smpte2084", "arib-std-b67"])
def test_what_was_shot_for_a_bright_screen_looks_in_the_player_as_on_its_keyframe(
    tmp_path: Path, transfer: str
) -> None:
    params = f"log-level=0:colorprim=bt2020:transfer={transfer}:colormatrix=bt2020nc:range=limited"
    path = make_clip(
        tmp_path / "a.mp4",
        seconds=Fraction(1, 5),
        size=SIZE,
        codec="libx265",
        pixels="yuv420p10le",
        options={"preset": "ultrafast", "x265-params": params},
    )

    player, keyframe = drawn(path, SIZE)

    apart = player.astype(int) - keyframe
    assert np.abs(apart.mean(axis=(0, 1))).max() < 2
    assert np.abs(apart).mean() < 4
