"""Clips that show the same in another size, crop or cut, and others of the same kind that do not."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np

from core.media.jobs import inspect
from core.model.clip import Clip
from core.model.codec import from_document
from core.model.media import Sights
from core.ports.media import Findings
from tests.support.media import Draw, Picture, make_clip
from tests.support.model import a_clip

SIZE = (320, 180)
RATE = 25

Change = Callable[[Picture], Picture]


def walk(seed: int, first: int = 0) -> Draw:
    """Return a camera that goes over a landscape of its own, beginning with its frame ``first``."""
    chance = np.random.default_rng(seed)
    land = np.zeros((400, 900, 3), np.float32)
    for cells, strength in ((6, 90), (14, 60), (40, 40)):
        rough = chance.normal(0, strength, (cells, cells * 2, 3)).astype(np.float32)
        land += cv2.resize(rough, (900, 400), interpolation=cv2.INTER_CUBIC)
    land = np.clip(land + 125, 0, 255)
    start, slope = chance.integers(0, 40, 2), chance.uniform(0.1, 0.5)

    def draw(frame: int, _frames: int) -> Picture:
        at = frame + first
        left, top = int(start[0] + at * 1.6) % 560, int(start[1] + at * slope) % 200
        return land[top : top + SIZE[1], left : left + SIZE[0]].astype(np.uint8)

    return draw


def changed(draw: Draw, change: Change) -> Draw:
    """Return ``draw`` with every picture changed."""
    return lambda frame, frames: np.ascontiguousarray(change(draw(frame, frames)))


def joined(*parts: tuple[Draw, int]) -> Draw:
    """Return drawings one after the other, each for so many frames."""

    def draw(frame: int, frames: int) -> Picture:
        for part, length in parts:
            if frame < length:
                return part(frame, length)
            frame -= length
        raise AssertionError("the clip is longer than its parts")

    return draw


def mirrored(picture: Picture) -> Picture:
    return picture[:, ::-1]


def letterboxed(picture: Picture) -> Picture:
    boxed = np.zeros_like(picture)
    boxed[22:158] = cv2.resize(picture, (SIZE[0], 136), interpolation=cv2.INTER_AREA)
    return boxed


def cropped(picture: Picture) -> Picture:
    """Return the picture without a tenth of its width and height."""
    return cv2.resize(picture[9:171, 16:304], SIZE, interpolation=cv2.INTER_LINEAR).astype(np.uint8)


def watermarked(picture: Picture) -> Picture:
    marked = picture.copy()
    cv2.putText(marked, "@setwatcher", (180, 170), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (255, 255, 255), 2)
    return marked


def a_seen_clip(path: Path, draw: Draw, seconds: int = 6, **made: object) -> Clip:
    """Make a clip, look into it as an import does, and return it as a record."""
    make_clip(path, seconds=seconds, draw=draw, **{"size": SIZE, **made})  # type: ignore[arg-type]
    document, _ = inspect({"path": str(path), "keyframes": 4}, lambda: None)
    found = from_document(document, Findings)
    return a_clip(path.name, facts=found.facts, sights=found.sights)


def sights(hashes: list[int], inner: list[int] | None = None, step: Fraction = Fraction(1, 2)) -> Sights:
    """Return sights half a second apart, made of whole numbers."""
    rows = ["".join(f"{number:016x}" for number in row) for row in (hashes, hashes if inner is None else inner)]
    return Sights(time_base=step, ticks=tuple(range(len(hashes))), whole=rows[0], inner=rows[1])
