"""What the made-up clips of the shot benchmark show: drawn worlds under a moving camera, real photos, real footage.

A world gives its pictures one after the other, BGR, in the size of the clip.  Worlds move as footage does: cameras
stand, shake in the hand, pan, whip round or zoom; things move through the picture, near and far; light changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import cv2
import numpy as np
import numpy.typing as npt

Bgr = npt.NDArray[np.uint8]
Random = np.random.Generator
Size = tuple[int, int]
"""Width and height in pixels."""

GRAIN_TILES = 6
MOVES = ("tripod", "hand", "shake", "pan", "zoom", "whip")
SKIPPED_S = 1.2
"""Where footage begins with black or a fade, so much of it is left out."""


class World(Protocol):
    """Something that can be filmed."""

    def picture(self) -> Bgr:
        """Return the next picture."""


def texture(random: Random, size: Size) -> Bgr:
    """Draw a surface: clouds of every scale (1/f, as in nature) between two colours, with hard edges here and there."""
    width, height = size
    layers = np.zeros((height, width), np.float32)
    steep = random.uniform(0.75, 1.35)
    for octave in range(1, 9):
        cells = 2**octave
        grid = random.normal(0, 1, (max(2, cells * height // width + 1), cells + 1)).astype(np.float32)
        layers += cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC) / cells**steep * 2
    layers = (layers - layers.min()) / max(1e-6, float(np.ptp(layers)))
    for _ in range(int(random.integers(2, 14))):
        corner = random.integers(0, width), random.integers(0, height)
        extent = int(random.integers(width // 40, width // 4)), int(random.integers(height // 40, height // 2))
        cv2.rectangle(layers, corner, (corner[0] + extent[0], corner[1] + extent[1]), float(random.uniform(0, 1)), -1)
    low, high = sorted(random.uniform(0, 255, 2))
    low, high = (low, high) if high - low > 60 else (max(0, low - 45), min(255, high + 45))
    ramp = np.linspace(0, 1, 256)[:, None]
    tint = random.uniform(0.55, 1, (2, 3))
    colours = ((low + (high - low) * ramp) * (tint[0] * (1 - ramp) + tint[1] * ramp)).astype(np.uint8)
    return cv2.merge([cv2.LUT((layers * 255).astype(np.uint8), colours[:, channel]) for channel in range(3)])


class Grain:
    """The noise of a sensor, from a few tiles shifted at random."""

    def __init__(self, random: Random, size: Size, strength: float) -> None:
        self._random = random
        self._size = size
        wide = size[0] + 64, size[1] + 64
        self._tiles = [
            cv2.cvtColor(random.normal(0, strength, wide[::-1]).astype(np.int8).view(np.uint8), cv2.COLOR_GRAY2BGR)
            for _ in range(GRAIN_TILES)
        ]

    def over(self, picture: Bgr) -> Bgr:
        tile = self._tiles[self._random.integers(GRAIN_TILES)]
        x, y = self._random.integers(0, 64, 2)
        noise = tile[y : y + self._size[1], x : x + self._size[0]].view(np.int8)
        noisy: Bgr = cv2.add(picture, noise, dtype=cv2.CV_8U)
        return noisy


class Camera:
    """Where a camera looks at a surface, picture by picture: a shift in pixels and a zoom."""

    def __init__(self, random: Random, size: Size, move: str) -> None:
        self._random = random
        self._width = size[0]
        self.move = move
        self._place = random.uniform(0, size[0], 2)
        self._speed = np.zeros(2)
        angle = random.uniform(0, 2 * np.pi)
        rate = {"pan": random.uniform(0.002, 0.012), "whip": 0.0015}.get(move, 0.0)
        self._drift = np.array([np.cos(angle), 0.35 * np.sin(angle)]) * rate * size[0]
        self._jitter = {"tripod": 0.0, "hand": 0.0006, "shake": 0.006}.get(move, 0.0003) * size[0]
        self._zoom = random.uniform(0.9, 1.25)
        self._growth = random.choice((-1, 1)) * random.uniform(0.001, 0.006) if move == "zoom" else 0.0
        self._whip_at = int(random.integers(12, 60)) if move == "whip" else -1
        self._number = 0

    def view(self) -> tuple[float, float, float]:
        """Return (x, y, zoom) of the next picture."""
        self._speed = 0.7 * self._speed + self._random.normal(0, 1, 2) * self._jitter
        if self.move == "shake" and self._random.random() < 0.02:
            self._speed += self._random.normal(0, 1, 2) * self._width * 0.03  # a bump
        step = self._drift + self._speed
        if 0 <= self._number - self._whip_at < 10 and self._whip_at >= 0:
            step = step + np.array([np.sign(self._drift[0]) or 1.0, 0.1]) * self._width * 0.07
        self._place = self._place + step
        self._zoom = float(np.clip(self._zoom * (1 + self._growth), 0.6, 2.2))
        self._number += 1
        return float(self._place[0]), float(self._place[1]), self._zoom


@dataclass
class _Thing:
    surface: Bgr
    mask: Bgr
    place: npt.NDArray[np.float64]
    speed: npt.NDArray[np.float64]


class Drawn:
    """A surface with things moving before it, seen by a camera."""

    def __init__(self, random: Random, size: Size, move: str, photo: Bgr | None = None) -> None:
        self._random = random
        self._size = size
        self._surface = photo if photo is not None else texture(random, (size[0] * 3 // 2, size[1] * 3 // 2))
        self._camera = Camera(random, size, move)
        self._things = [self._thing() for _ in range(int(random.integers(0, 5)))]
        if random.random() < 0.12:  # somebody walks by, close to the camera
            self._things.append(self._thing(near=True))
        self._grain = Grain(random, size, float(random.uniform(1.0, 3.5)))
        self._light = 1.0
        self._brightening = float(random.choice((0, 0, 0, 0.004, -0.004)))

    def _thing(self, near: bool = False) -> _Thing:
        share = self._random.uniform(0.3, 0.45) if near else self._random.uniform(0.06, 0.22)
        width = int(self._size[0] * share)
        height = int(self._size[1] * (0.95 if near else self._random.uniform(0.15, 0.5)))
        mask = np.zeros((height, width), np.uint8)
        cv2.ellipse(mask, (width // 2, height // 2), (width // 2, height // 2), 0, 0, 360, 255, -1)
        speed = self._random.normal(0, 0.02 if near else 0.004, 2) * self._size[0] * (1, 0.3)
        return _Thing(texture(self._random, (width, height)), mask, self._random.uniform(0, 1, 2) * self._size, speed)

    def picture(self) -> Bgr:
        x, y, zoom = self._camera.view()
        width, height = self._size
        seen = np.array([[zoom, 0, -x * zoom], [0, zoom, -y * zoom]], np.float32)
        x, y = x % (2 * self._surface.shape[1]), y % (2 * self._surface.shape[0])
        seen[:, 2] = -x * zoom, -y * zoom
        picture: Bgr = cv2.warpAffine(
            self._surface, seen, self._size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
        )
        for thing in self._things:
            tall, wide = thing.mask.shape
            thing.place = (thing.place + thing.speed) % np.array((width + wide, height + tall))
            _put(picture, thing, int(thing.place[0]) - wide, int(thing.place[1]) - tall)
        self._light = float(np.clip(self._light + self._brightening, 0.6, 1.4))
        if self._light != 1.0:
            picture = cv2.convertScaleAbs(picture, alpha=self._light)
        return self._grain.over(picture)


def _put(picture: Bgr, thing: _Thing, x: int, y: int) -> None:
    height, width = thing.mask.shape
    left, top = max(0, x), max(0, y)
    right, bottom = min(picture.shape[1], x + width), min(picture.shape[0], y + height)
    if right > left and bottom > top:
        part = slice(top - y, bottom - y), slice(left - x, right - x)
        cv2.copyTo(thing.surface[part], thing.mask[part], picture[top:bottom, left:right])


class Filmed:
    """A piece of real footage, cropped and perhaps mirrored; where it ends, it runs backwards from what was kept."""

    def __init__(self, random: Random, size: Size, path: Path, start: float) -> None:
        self._size = size
        self._capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
        for _ in range(int(start * (self._capture.get(cv2.CAP_PROP_FPS) or 25))):
            self._capture.grab()
        self._zoom = random.uniform(1.0, 1.5)
        self._offset = random.uniform(0, 1, 2)
        self._mirrored = bool(random.integers(2))
        self._last: Bgr | None = None
        self._grain = Grain(random, size, 1.0)

    def picture(self) -> Bgr:
        there, seen = self._capture.read()
        if there:
            self._last = self._framed(seen)
        assert self._last is not None
        return self._grain.over(self._last)

    def _framed(self, seen: Bgr) -> Bgr:
        height, width = seen.shape[:2]
        across, down = width / self._size[0], height / self._size[1]
        scale = min(across, down) / self._zoom
        wide, high = int(self._size[0] * scale), int(self._size[1] * scale)
        x, y = (self._offset * (width - wide, height - high)).astype(int)
        framed: Bgr = cv2.resize(seen[y : y + high, x : x + wide], self._size, interpolation=cv2.INTER_LINEAR)
        return cv2.flip(framed, 1) if self._mirrored else framed


FOOTAGE = {
    "elf.mp4": 7.0, "frog.mp4": 7.0, "pig.mp4": 6.0, "bottles.mp4": 38.0, "sister.mkv": 2.8, "small-340x256.mp4": 9.5,
    "odd-size-518x488.mp4": 5.0, "pcm-sound.mov": 1.9, "phone-hevc-rotated.mp4": 1.7,
}  # fmt: skip
"""Footage of one shot each, and to which second it may be used."""


class Studio:
    """Makes worlds for one clip."""

    def __init__(self, random: Random, size: Size, rate: float, footage: Path | None, real: float) -> None:
        self._random = random
        self._size = size
        self._rate = rate
        self._footage = footage
        self._real = real
        self._photos = _photos(footage) if footage else []

    def world(self, pictures: int, moves: Sequence[str]) -> World:
        """Return a world for a shot of so many pictures; ``real`` of them are filmed or photographed."""
        move = str(self._random.choice(list(moves)))
        if self._footage is not None and self._random.random() < self._real:
            seconds = pictures / self._rate
            long_enough = [(name, end) for name, end in FOOTAGE.items() if end > seconds + SKIPPED_S]
            if long_enough and self._random.random() < 0.6:
                name, end = long_enough[self._random.integers(len(long_enough))]
                start = float(self._random.uniform(SKIPPED_S, end - seconds))
                return Filmed(self._random, self._size, self._footage / name, start)
            if self._photos:
                photo = self._photos[self._random.integers(len(self._photos))]
                return Drawn(self._random, self._size, move, self._framed(photo))
        return Drawn(self._random, self._size, move)

    def _framed(self, photo: Bgr) -> Bgr:
        width, height = self._size[0] * 3 // 2, self._size[1] * 3 // 2
        rows = min(photo.shape[0], photo.shape[1] * height // width)
        top = int(self._random.integers(0, photo.shape[0] - rows + 1))
        framed: Bgr = cv2.resize(photo[top : top + rows], (width, height), interpolation=cv2.INTER_AREA)
        return framed


def _photos(footage: Path) -> list[Bgr]:
    read: Callable[[str], Any] = cv2.imread
    photos = [read(str(path)) for path in sorted((footage / "stills").glob("*.jpg"))]
    return [photo for photo in photos if photo is not None and min(photo.shape[:2]) >= 360]
