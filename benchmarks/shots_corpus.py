"""Clips whose shots are known, cut together from made-up worlds and real footage, in several encodings."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import cv2
import numpy as np

from benchmarks.shots_worlds import Bgr, Random, Size, Studio, World

HANDHELD = ("tripod", "hand", "hand", "pan", "zoom", "shake", "whip")
BEHIND_THE_SCENES = ("tripod", "hand", "hand", "shake", "shake", "pan", "whip")


@dataclass(frozen=True)
class Recipe:
    """How a clip is cut: lengths in seconds, shares 0..1, events a minute."""

    name: str
    size: Size
    rate: int
    seconds: int
    shots: tuple[float, float]
    gradual: float
    flashes: float
    captions: float
    moves: tuple[str, ...]
    real: float = 0.5


RECIPES = {
    "heavy": Recipe("heavy", (1280, 720), 25, 100, (0.7, 2.6), 0.16, 2, 6, HANDHELD),
    "edited": Recipe("edited", (1920, 1080), 25, 75, (1.5, 7.0), 0.45, 2, 8, HANDHELD),
    "takes": Recipe("takes", (1920, 1080), 30, 120, (8.0, 30.0), 0.12, 10, 2, BEHIND_THE_SCENES),
}

BLIND = ["-sc_threshold", "0"]
ENCODINGS = {
    "web": ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-g", "250"],
    "phone": ["-c:v", "libx264", "-preset", "superfast", "-crf", "22", "-bf", "0", *BLIND, "-g", "{rate}"],
    "long": ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23", *BLIND, "-g", "{rate}0"],
    "hevc": ["-c:v", "libx265", "-preset", "ultrafast", "-crf", "25", "-x265-params", "log-level=1", "-g", "{rate}"],
    "mpeg4": ["-c:v", "mpeg4", "-q:v", "4", "-bf", "2", "-g", "12"],
}
"""web: key frames where the scene changes; phone: one a second, no B frames; long: one in ten seconds, blindly."""

SUFFIX = {"mpeg4": ".avi"}


@dataclass(frozen=True)
class Change:
    """One shot turning into the next: pictures ``first`` .. ``last`` are touched, or, in a cut, the next one begins."""

    kind: str
    first: int
    last: int


@dataclass
class _Plan:
    changes: list[Change] = field(default_factory=list)
    flashes: dict[int, tuple[float, float]] = field(default_factory=dict)
    captions: list[tuple[int, int, int]] = field(default_factory=list)


Mix = Callable[[Bgr, Bgr, float], Bgr]


def _dissolve(one: Bgr, other: Bgr, share: float) -> Bgr:
    mixed: Bgr = cv2.addWeighted(one, 1 - share, other, share, 0)
    return mixed


def _through(level: int) -> Mix:
    def mix(one: Bgr, other: Bgr, share: float) -> Bgr:
        picture, weight = (one, 1 - 2 * share) if share < 0.5 else (other, 2 * share - 1)
        return cv2.addWeighted(picture, weight, np.full_like(picture, level), 1 - weight, 0)

    return mix


def _wipe(angle: float, soft: float) -> Mix:
    """Return a wipe along a straight edge, ``soft`` of the picture wide."""

    def mix(one: Bgr, other: Bgr, share: float) -> Bgr:
        height, width = one.shape[:2]
        across = np.linspace(-0.5, 0.5, width, dtype=np.float32)[None] * np.float32(np.cos(angle))
        down = np.linspace(-0.5, 0.5, height, dtype=np.float32)[:, None] * np.float32(np.sin(angle))
        reach = (abs(np.cos(angle)) + abs(np.sin(angle))) / 2 + soft
        mask = np.clip((across + down - (reach - 2 * reach * share)) / max(soft, 1e-3) + 0.5, 0, 1)
        if soft < 0.01:
            return np.where(mask[..., None] > 0.5, other, one)
        return (one + (other.astype(np.float32) - one) * mask[..., None]).astype(np.uint8)

    return mix


def _iris(one: Bgr, other: Bgr, share: float) -> Bgr:
    height, width = one.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    cv2.circle(mask, (width // 2, height // 2), int(share * np.hypot(width, height) / 2), 255, -1)
    return np.where(mask[..., None] > 0, other, one)


class Edit:
    """Cuts a clip by a recipe and a seed; everything about it follows from these."""

    def __init__(self, recipe: Recipe, seed: int, footage: Path | None) -> None:
        self._recipe = recipe
        self._random = np.random.default_rng([seed, *map(ord, recipe.name)])
        self._studio = Studio(self._random, recipe.size, recipe.rate, footage, recipe.real)
        self._plan = _Plan()
        self._lengths: list[int] = []
        self._make_plan()

    @property
    def changes(self) -> list[Change]:
        return self._plan.changes

    def _make_plan(self) -> None:
        recipe, random = self._recipe, self._random
        total, at = recipe.rate * recipe.seconds, 0
        while True:
            length = int(random.uniform(*recipe.shots) * recipe.rate)
            if at + length > total - recipe.rate:
                break
            kind, touched = self._kind(length)
            self._plan.changes.append(
                Change("cut", at + length, at + length) if kind == "cut"
                else Change(kind, at + length - touched // 2, at + length - touched // 2 + touched - 1)
            )  # fmt: skip
            at += length
        bounds = [0, *(change.first for change in self._plan.changes), total]
        self._lengths = np.diff(bounds).tolist()
        for _ in range(round(recipe.flashes * recipe.seconds / 60)):
            start = int(random.integers(5, total - 5))
            for number in range(int(random.integers(1, 4))):
                self._plan.flashes[start + number] = (random.uniform(1.3, 2.5), random.uniform(0, 1))
        for _ in range(round(recipe.captions * recipe.seconds / 60)):
            start = int(random.integers(0, total))
            length = int(random.uniform(1, 4) * recipe.rate)
            self._plan.captions.append((start, start + length, int(random.integers(1 << 30))))

    def _kind(self, length: int) -> tuple[str, int]:
        random, rate = self._random, self._recipe.rate
        if random.random() >= self._recipe.gradual:
            return "cut", 0
        kind = str(random.choice(["dissolve", "dissolve", "dissolve", "fade", "wipe", "dip"]))
        longest = min(1.6, 0.8 * length / rate)
        return kind, max(6, int(random.uniform(0.35, max(0.4, longest)) * rate))

    def pictures(self) -> Iterator[Bgr]:
        """Yield the pictures of the clip."""
        changes = {change.first: change for change in self._plan.changes}
        total = sum(self._lengths)
        shot, number = 0, 0
        world = self._world(0)
        while number < total:
            change = changes.get(number)
            if change is None:
                yield self._finish(world.picture(), number)
                number += 1
                continue
            shot += 1
            following = self._world(shot)
            if change.kind != "cut":
                for picture in self._mixed(world, following, change):
                    yield self._finish(picture, number)
                    number += 1
            else:
                yield self._finish(following.picture(), number)
                number += 1
            world = following

    def _world(self, shot: int) -> World:
        return self._studio.world(self._lengths[min(shot, len(self._lengths) - 1)], self._recipe.moves)

    def _mixed(self, one: World, other: World, change: Change) -> Iterator[Bgr]:
        mixes: dict[str, Mix] = {"dissolve": _dissolve, "fade": _through(0), "dip": _through(255)}
        angle, soft = self._random.choice([0, np.pi / 2, np.pi, -np.pi / 2, 0.6]), self._random.choice([0, 0.15])
        edges = (_wipe(angle, soft), _iris)
        mix = mixes.get(change.kind) or edges[int(self._random.random() < 0.25)]
        count = change.last - change.first + 1
        for number in range(count):
            yield mix(one.picture(), other.picture(), (number + 1) / (count + 1))

    def _finish(self, picture: Bgr, number: int) -> Bgr:
        if number in self._plan.flashes:
            picture = _flashed(picture, *self._plan.flashes[number])
        for first, last, seed in self._plan.captions:
            if first <= number < last:
                picture = _captioned(picture, np.random.default_rng(seed))
        return picture


def _flashed(picture: Bgr, strength: float, part: float) -> Bgr:
    """Return the picture in the light of a flash; a rolling shutter may see it in one part of the frame only."""
    lit: Bgr = cv2.convertScaleAbs(picture, alpha=strength, beta=60 * (strength - 1))
    if part < 0.3:
        lit[: int(picture.shape[0] * (0.2 + 2 * part))] = picture[: int(picture.shape[0] * (0.2 + 2 * part))]
    return lit


def _captioned(picture: Bgr, random: Random) -> Bgr:
    height, width = picture.shape[:2]
    picture = picture.copy()
    top = int(height * random.choice([0.06, 0.72, 0.78]))
    left = int(width * random.uniform(0.03, 0.2))
    right = left + int(width * random.uniform(0.3, 0.75))
    if random.random() < 0.6:
        picture[top : top + height // 6, left:right] = random.integers(0, 255, 3)
    text = "".join(random.choice(list("ABCDEFGHILMNOPRSTU "), int(random.integers(8, 26))))
    shade = tuple(map(int, random.integers(180, 255, 3)))
    place = left + 10, top + height // 9
    cv2.putText(picture, text, place, cv2.FONT_HERSHEY_DUPLEX, height / 480, shade, height // 240)
    return picture


def make(recipe: Recipe, seed: int, encodings: Sequence[str], folder: Path, footage: Path | None) -> dict[str, Path]:
    """Make the clip in each encoding, unless it lies in ``folder``, with its truth beside; return where they lie."""
    base = f"{recipe.name}-{seed}"
    paths = {name: folder / f"{base}-{name}{SUFFIX.get(name, '.mp4')}" for name in encodings}
    told = folder / f"{base}.json"
    missing = {name: path for name, path in paths.items() if not path.exists()}
    if missing or not told.exists():
        edit = Edit(recipe, seed, footage)
        truth = {"rate": recipe.rate, "changes": [asdict(change) for change in edit.changes]}
        told.write_text(json.dumps(truth))
        if missing:
            _encode(edit, recipe, missing)
    return paths


def _encode(edit: Edit, recipe: Recipe, paths: dict[str, Path]) -> None:
    size = f"{recipe.size[0]}x{recipe.size[1]}"
    command = ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", size]
    command += ["-r", str(recipe.rate), "-i", "-"]
    for name, path in paths.items():
        options = [option.format(rate=recipe.rate) for option in ENCODINGS[name]]
        command += [*options, "-pix_fmt", "yuv420p", "-threads", "1", str(path.with_name(f"part-{path.name}"))]
    process = subprocess.Popen(command, stdin=subprocess.PIPE)
    assert process.stdin is not None
    for picture in edit.pictures():
        process.stdin.write(cv2.cvtColor(picture, cv2.COLOR_BGR2YUV_I420).tobytes())
    process.stdin.close()
    if process.wait():
        raise RuntimeError(f"ffmpeg could not make {base_names(paths)}")
    for path in paths.values():
        path.with_name(f"part-{path.name}").rename(path)


def base_names(paths: dict[str, Path]) -> str:
    return ", ".join(path.name for path in paths.values())
