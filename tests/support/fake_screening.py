"""The Screening port without a decoder, held to the same conformance tests as the real one."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from core.errors import FileProblem
from core.ports.playing import Answer
from tests.support.media import SOUND_RATE, numbered_picture

AT_ONCE = 48
"""After so many pictures a question is answered with what there is, as the real decoder does."""

NEAR = 8
"""A picture that is no farther than this is not worth looking at another instead."""

BYTES_A_PIXEL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUpClip:
    """A clip whose pictures say their numbers: each ``keys``-th decodes by itself, those in ``lost`` never do.

    ``ticks`` say when each is shown, in units of ``time_base``; ``size`` is as shown, turned by ``rotation``.
    """

    ticks: tuple[int, ...]
    time_base: Fraction
    size: tuple[int, int]
    rotation: int = 0
    keys: int = 12
    lost: frozenset[int] = frozenset()
    sound_s: int = 0


class MemoryScreening:
    """A Screening of made-up clips, by path; every other path is a file that is no clip."""

    def __init__(self, clips: Mapping[str, MadeUpClip], memory: int) -> None:
        self.clips = clips
        self.asked: list[Mapping[str, Any]] = []
        self.is_closed = False
        self.hurries = 0
        self._memory = memoryview(bytearray(memory))
        self._clip: MadeUpClip | None = None
        self._next = 0
        """Where the decoder stands."""

    @property
    def memory(self) -> memoryview:
        return self._memory

    def ask(self, task: Mapping[str, Any]) -> Answer:
        self.asked.append(task)
        if task["do"] == "open":
            return self._open(task["path"])
        if self._clip is None:
            raise FileProblem("The clip has to be opened again.")
        return self._show(self._clip, task) if task["do"] == "pictures" else _sound(self._clip, task)

    def hurry(self) -> None:
        self.hurries += 1

    def close(self) -> None:
        self.is_closed = True

    def _open(self, path: str) -> Answer:
        self._clip = self.clips.get(path)
        self._next = 0
        if self._clip is None:
            raise FileProblem(f"{path} is no clip.")
        clip, (width, height) = self._clip, self._clip.size
        value = {
            "time_base": [clip.time_base.numerator, clip.time_base.denominator],
            "width": width,
            "height": height,
            "aspect": [1, 1],
            "rotation": clip.rotation,
            "sound": clip.sound_s > 0,
        }
        return Answer(value, (array("q", clip.ticks).tobytes(),))

    def _show(self, clip: MadeUpClip, task: Mapping[str, Any]) -> Answer:
        first, slots = task["first"], task["slots"]
        end = min(first + len(slots), len(clip.ticks))
        key = first - first % clip.keys
        done: list[int] = []
        begin = self._next if key <= self._next <= first else key
        if task.get("instead") and begin + NEAR < first:
            self._next = begin + 1
            self._paint(begin, slots[0], task["size"])
            return Answer({"done": [], "more": True, "instead": begin})
        for decoded, number in enumerate(range(begin, end), 1):
            self._next = number + 1
            if number >= first and number not in clip.lost:
                self._paint(number, slots[number - first], task["size"])
                done.append(number - first)
            if decoded == AT_ONCE and number + 1 < end:
                return Answer({"done": done, "more": True})
        return Answer({"done": done, "more": False})

    def _paint(self, number: int, slot: int, size: tuple[int, int]) -> None:
        width, height = size
        picture = np.zeros((height, width, BYTES_A_PIXEL), np.uint8)
        picture[..., :3] = numbered_picture(number, (width, height))
        length = width * height * BYTES_A_PIXEL
        self._memory[slot * length : (slot + 1) * length] = picture.tobytes()


def _sound(clip: MadeUpClip, task: Mapping[str, Any]) -> Answer:
    if not clip.sound_s:
        return Answer({"goes_on": False}, (b"",))
    first, pairs = round(Fraction(*task["start"]) * SOUND_RATE), task["pairs"]
    there = max(0, min(pairs, clip.sound_s * SOUND_RATE - first))
    return Answer({"goes_on": there == pairs}, (b"\x01\0\x01\0" * there + bytes(4 * (pairs - there)),))
