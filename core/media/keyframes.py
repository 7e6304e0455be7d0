"""Which pictures of a clip are kept, and which one stands for it."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

from core.media.gradual import flat_pictures
from core.media.likeness import halved
from core.media.measure import Measures
from core.media.sequence import Transition
from core.values import dataclass

UNSEEN_S = 10.0
"""No stretch longer than this is without a keyframe, as long as there may be enough of them."""

CONTENT_S = 1.5
"""A change of content is looked for in stretches longer than this."""

CONTENT_CHANGE = 14.0
"""Levels of luma per pixel between the two halves of a stretch that make two keyframes of it."""

DOUBLE_S = 0.6
"""A second keyframe for content is not kept so soon after another."""

DARK, BRIGHT = 14.0, 241.0
FLASH = 25.0
"""A picture that is so many levels brighter or darker than both its neighbours is one of a flash."""

NEIGHBOURS_S = 0.2
KEY_BONUS, KEY_BONUS_S = 1.25, 3.0
"""How much better the pictures must be that are chosen before a key frame; less and less so in the seconds after it,
for what comes soon after one is soon decoded."""
EDGE = 0.12
"""The share of a stretch at each end that is avoided: what is near a transition is often half in it."""

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
    """Chooses among the pictures of one clip; ``per_second`` is how many ticks a second has.

    Pictures shown at ``cheap`` ticks are key frames: they decode by themselves and are coded best, so that others are
    only chosen where they are better by more than a little, and the less the longer they come after one.
    """

    def __init__(
        self,
        measures: Measures,
        transitions: Sequence[Transition],
        per_second: float,
        cheap: Collection[int] = (),
    ) -> None:
        self._small = halved(measures.thumbs)
        self._seconds: Numbers = np.array(measures.ticks, np.float64) / per_second
        self._transitions = transitions
        self._sharpness = np.array(measures.sharpness, np.float64)
        self._contrast = self._small.std((1, 2)) if measures else np.zeros(0, np.float32)
        self._avoid = self._to_avoid() if measures else np.zeros(0, np.bool_)
        self._stillness = self._measure_stillness()
        self._bonus = _bonus(self._seconds, np.array(sorted(cheap), np.float64) / per_second)

    def keyframes(self, most: int) -> list[Choice]:
        """Return at most ``most`` keyframes in order of time: one a shot before a second one in any."""
        if len(self._seconds) == 0:
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
                seconds = float(self._seconds[picture] - self._seconds[before])
                alike = _apart(self._small[before], self._small[picture]) < CONTENT_CHANGE / 2
                if seconds < DOUBLE_S or (alike and seconds < UNSEEN_S / 2):
                    continue
            kept.append((picture, reason))
        return kept

    def _shots(self) -> list[Stretch]:
        starts = [0, *(transition.starts for transition in self._transitions), len(self._seconds)]
        return [Stretch(a, b, "shot") for a, b in itertools.pairwise(starts) if b > a]

    def _split(self, stretch: Stretch) -> list[Stretch]:
        """Halve a stretch until each part is short enough and of one content."""
        seconds = self._length(stretch)
        if stretch.last - stretch.first < 2 or seconds <= CONTENT_S:
            return [stretch]
        early, late = self._small[self._part(stretch, 0.25)], self._small[self._part(stretch, 0.75)]
        changes = _apart(early, late) > CONTENT_CHANGE
        if seconds <= UNSEEN_S and not changes:
            return [stretch]
        middle = max(stretch.first + 1, self._part(stretch, 0.5))
        reason = "content" if changes else "time"
        left = self._split(Stretch(stretch.first, middle, stretch.reason))
        return left + self._split(Stretch(middle, stretch.last, reason))

    def _part(self, stretch: Stretch, share: float) -> int:
        """Return the picture shown when ``share`` of the stretch is over."""
        at = self._seconds[stretch.first] + share * self._length(stretch)
        return min(int(np.searchsorted(self._seconds, at)), stretch.last - 1)

    def _length(self, stretch: Stretch) -> float:
        end = self._seconds[min(stretch.last, len(self._seconds) - 1)]
        return float(end - self._seconds[stretch.first])

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
        numbers = np.arange(stretch.first, stretch.last)
        length = max(self._length(stretch), 1e-6)
        passed = (self._seconds[numbers] - self._seconds[stretch.first]) / length
        clear = numbers[~self._avoid[numbers] & (passed > EDGE) & (passed < 1 - EDGE)]
        if len(clear) == 0:
            clear = numbers[~self._avoid[numbers]]
        if len(clear) == 0:
            return int(numbers[np.argmax(self._contrast[numbers])])
        off_centre = np.abs((self._seconds[clear] - self._seconds[stretch.first]) / length - 0.5) * 2
        score = np.sqrt(self._sharpness[clear]) * self._stillness[clear] * (1 - 0.2 * off_centre)
        return int(clear[np.argmax(score * self._bonus[clear])])

    def _to_avoid(self) -> npt.NDArray[np.bool_]:
        """Return which pictures are flat, dark, blown out, flashed or part of a transition."""
        light = self._small.mean((1, 2))
        avoid: npt.NDArray[np.bool_] = flat_pictures(self._contrast, self._seconds) | (light < DARK) | (light > BRIGHT)
        if len(light) > 2:
            jumps = np.minimum(np.abs(light[1:-1] - light[:-2]), np.abs(light[1:-1] - light[2:])) > FLASH
            avoid[1:-1] |= jumps & (np.sign(light[1:-1] - light[:-2]) == np.sign(light[1:-1] - light[2:]))
        for transition in self._transitions:
            if transition.kind != "cut":
                avoid[max(0, transition.first - 1) : transition.last + 2] = True
        return avoid

    def _measure_stillness(self) -> Numbers:
        """Return 0..1 for each picture: 1 where nothing moves between it and those seen just before and after."""
        moved = np.zeros(len(self._small), np.float64)
        if len(moved) > 1:
            change = np.abs(np.diff(self._small, axis=0)).mean((1, 2)) * (np.diff(self._seconds) < NEIGHBOURS_S)
            moved[:-1] = change
            moved[1:] = np.maximum(moved[1:], change)
        stillness: Numbers = 1 / (1 + moved / 12)
        return stillness

    def _worth(self, picture: int) -> float:
        """Return how well a picture would stand for the clip: sharp, rich in contrast, well lit, rather early."""
        best = max(float(self._sharpness.max()), 1e-9)
        sharp = (float(self._sharpness[picture]) / best) ** 0.5
        contrast = min(1.0, float(self._contrast[picture]) / 50)
        light = float(self._small[picture].mean())
        lit = 1 - (abs(light - 118) / 137) ** 2
        early = 1 - 0.3 * picture / max(1, len(self._seconds) - 1)
        clear = 0.05 if self._avoid[picture] else 1.0
        return float((0.25 + sharp) * (0.25 + contrast) * (0.2 + max(0.0, lit)) * early * clear)


def _bonus(seconds: Numbers, keys: Numbers) -> Numbers:
    """Return by how much pictures count for more, by how long they come after a key frame."""
    if len(keys) == 0:
        return np.ones(len(seconds))
    last = np.searchsorted(keys, seconds, "right") - 1
    since = np.where(last >= 0, seconds - keys[np.maximum(last, 0)], KEY_BONUS_S)
    bonus: Numbers = 1 + (KEY_BONUS - 1) * np.clip(1 - since / KEY_BONUS_S, 0, 1)
    return bonus


def _apart(one: npt.NDArray[np.float32], other: npt.NDArray[np.float32]) -> float:
    """Return the difference of two thumbnails, apart from their brightness, in levels of luma per pixel."""
    return float(np.abs((one - one.mean()) - (other - other.mean())).mean())


def _evenly(stretches: list[Stretch], most: int) -> list[Stretch]:
    if most < 1:
        return []
    return [stretches[round(place)] for place in np.linspace(0, len(stretches) - 1, most)]
