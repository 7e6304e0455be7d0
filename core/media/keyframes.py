"""Which pictures of a clip are kept, and which one stands for it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.media.measure import Measures, Thumbs
from core.media.shots import Transition, flat_pictures

UNSEEN_S = 10.0
"""No stretch longer than this is without a keyframe, as long as there may be enough of them."""

CONTENT_S = 1.5
"""A change of content is looked for in stretches longer than this."""

CONTENT_CHANGE = 14.0
"""Levels of luma per pixel between the two halves of a stretch that make two keyframes of it."""

DOUBLE_S = 0.6
"""A second keyframe for content is not kept so soon after another."""

DARK, BRIGHT = 14.0, 241.0
EDGE = 0.12
"""The share of a stretch at each end that is avoided: what is near a transition is often half in it."""

Ticks = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pictures [first, last) of one shot that one keyframe stands for, and why ("shot", "content" or "time")."""

    first: int
    last: int
    reason: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A picture to keep: its number, why, and how well it would stand for the clip."""

    picture: int
    reason: str
    worth: float


class Chooser:
    """Chooses among the pictures of one clip; ``per_second`` is how many ticks a second has."""

    def __init__(self, measures: Measures, transitions: Sequence[Transition], per_second: float, rate: float) -> None:
        self._thumbs: Thumbs = measures.thumbs
        self._ticks: Ticks = np.array(measures.ticks, np.int64)
        self._per_second = per_second
        self._transitions = transitions
        self._sharpness = np.array(measures.sharpness, np.float64)
        self._avoid = self._to_avoid(rate) if measures else np.zeros(0, np.bool_)
        self._stillness = self._measure_stillness()
        self._contrast = self._thumbs.std((1, 2)).astype(np.float64)

    def keyframes(self, most: int) -> list[Choice]:
        """Return at most ``most`` keyframes in order of time: one a shot before a second one in any."""
        if len(self._ticks) == 0:
            return []
        stretches = [stretch for shot in self._shots() for stretch in self._split(shot)]
        chosen = {self._best_of(stretch): stretch.reason for stretch in self._thin(stretches, most)}
        return [
            Choice(picture, reason, self._worth(picture))
            for picture, reason in self._without_doubles(sorted(chosen.items()))
        ]

    def _without_doubles(self, chosen: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """Leave out what was chosen for its content and then looks like, or all but is, the one before it."""
        kept: list[tuple[int, str]] = []
        for picture, reason in chosen:
            if reason == "content" and kept:
                before = kept[-1][0]
                seconds = float(self._ticks[picture] - self._ticks[before]) / self._per_second
                alike = _apart(self._thumbs[before], self._thumbs[picture]) < CONTENT_CHANGE / 2
                if seconds < DOUBLE_S or (alike and seconds < UNSEEN_S / 2):
                    continue
            kept.append((picture, reason))
        return kept

    def _shots(self) -> list[Stretch]:
        starts = [0, *(transition.starts for transition in self._transitions), len(self._ticks)]
        return [Stretch(a, b, "shot") for a, b in itertools.pairwise(starts) if b > a]

    def _split(self, stretch: Stretch) -> list[Stretch]:
        """Halve a stretch until each part is short enough and of one content."""
        seconds = self._seconds(stretch)
        if stretch.last - stretch.first < 4 or seconds <= CONTENT_S:
            return [stretch]
        quarter = (stretch.last - stretch.first) // 4
        early, late = self._thumbs[stretch.first + quarter], self._thumbs[stretch.last - 1 - quarter]
        changes = _apart(early, late) > CONTENT_CHANGE
        if seconds <= UNSEEN_S and not changes:
            return [stretch]
        middle = (stretch.first + stretch.last) // 2
        reason = "content" if changes else "time"
        left = self._split(Stretch(stretch.first, middle, stretch.reason))
        return left + self._split(Stretch(middle, stretch.last, reason))

    def _seconds(self, stretch: Stretch) -> float:
        end = self._ticks[min(stretch.last, len(self._ticks) - 1)]
        return float(end - self._ticks[stretch.first]) / self._per_second

    def _thin(self, stretches: list[Stretch], most: int) -> list[Stretch]:
        """Return ``most`` of the stretches at most, evenly spread; beginnings of shots go first."""
        if len(stretches) <= most:
            return stretches
        shots = [stretch for stretch in stretches if stretch.reason == "shot"]
        if len(shots) >= most:
            return _evenly(shots, most)
        others = [stretch for stretch in stretches if stretch.reason != "shot"]
        return shots + _evenly(others, most - len(shots))

    def _best_of(self, stretch: Stretch) -> int:
        """Return the picture of a stretch that is sharp, still, and clear of transitions, flashes and black."""
        margin = int((stretch.last - stretch.first) * EDGE)
        numbers = np.arange(stretch.first + margin, stretch.last - margin)
        clear = numbers[~self._avoid[numbers]]
        if len(clear) == 0:
            numbers = np.arange(stretch.first, stretch.last)
            clear = numbers[~self._avoid[numbers]]
        if len(clear) == 0:
            return int(numbers[np.argmax(self._contrast[numbers])])
        centre = (stretch.first + stretch.last - 1) / 2
        off_centre = np.abs(clear - centre) / max(1.0, (stretch.last - stretch.first) / 2)
        score = np.sqrt(self._sharpness[clear]) * self._stillness[clear] * (1 - 0.2 * off_centre)
        return int(clear[np.argmax(score)])

    def _to_avoid(self, rate: float) -> npt.NDArray[np.bool_]:
        """Return which pictures are flat, dark, blown out or part of a transition."""
        light = self._thumbs.mean((1, 2))
        avoid: npt.NDArray[np.bool_] = flat_pictures(self._thumbs, rate) | (light < DARK) | (light > BRIGHT)
        for transition in self._transitions:
            if transition.kind != "cut":
                avoid[max(0, transition.first - 1) : transition.last + 2] = True
        return avoid

    def _measure_stillness(self) -> Numbers:
        """Return 0..1 for each picture: 1 where nothing moves between it and its neighbours."""
        moved = np.zeros(len(self._thumbs), np.float64)
        if len(moved) > 1:
            change = np.abs(np.diff(self._thumbs, axis=0)).mean((1, 2))
            moved[:-1] = change
            moved[1:] = np.maximum(moved[1:], change)
        stillness: Numbers = 1 / (1 + moved / 12)
        return stillness

    def _worth(self, picture: int) -> float:
        """Return how well a picture would stand for the clip: sharp, rich in contrast, well lit, rather early."""
        best = max(float(self._sharpness.max()), 1e-9)
        sharp = (float(self._sharpness[picture]) / best) ** 0.5
        contrast = min(1.0, float(self._contrast[picture]) / 50)
        light = float(self._thumbs[picture].mean())
        lit = 1 - (abs(light - 118) / 137) ** 2
        early = 1 - 0.3 * picture / max(1, len(self._ticks) - 1)
        clear = 0.05 if self._avoid[picture] else 1.0
        return float((0.25 + sharp) * (0.25 + contrast) * (0.2 + max(0.0, lit)) * early * clear)


def poster_of(choices: Sequence[Choice]) -> int | None:
    """Return the place of the keyframe that is to stand for the clip."""
    return max(range(len(choices)), key=lambda place: choices[place].worth, default=None)


def _apart(one: Thumbs, other: Thumbs) -> float:
    """Return the difference of two thumbnails, apart from their brightness, in levels of luma per pixel."""
    return float(np.abs((one - one.mean()) - (other - other.mean())).mean())


def _evenly(stretches: list[Stretch], most: int) -> list[Stretch]:
    if most < 1:
        return []
    return [stretches[round(place)] for place in np.linspace(0, len(stretches) - 1, most)]
