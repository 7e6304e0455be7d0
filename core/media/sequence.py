"""Pictures that follow each other, as the search for shots looks at them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from core.media.likeness import Numbers, apart, halved, levelled
from core.media.measure import Thumbs
from core.values import dataclass

Times = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Transition:
    """How one shot turns into the next: pictures ``first`` .. ``last`` belong to neither (none of them in a cut).

    ``last`` is the last picture touched; the next shot starts at ``last`` in a cut, in the middle otherwise.
    """

    first: int
    last: int
    kind: str

    @property
    def starts(self) -> int:
        """The number of the picture with which the next shot begins: the middle of anything gradual."""
        return self.last if self.kind == "cut" else (self.first + self.last + 1) // 2


@dataclass(frozen=True, slots=True)
class View:
    """Thumbnails as they are, halved, and halved with their mean taken out; ``seconds`` is when each is shown."""

    thumbs: Thumbs
    small: Numbers
    level: Numbers
    seconds: Times

    def __len__(self) -> int:
        return len(self.thumbs)

    @classmethod
    def of(cls, thumbs: Thumbs, ticks: Sequence[int], per_second: float) -> View:
        """Return the view of pictures shown at ``ticks``, of which there are ``per_second``."""
        small = halved(thumbs)
        return cls(thumbs, small, levelled(small), np.asarray(ticks, np.float64) / per_second)

    def through(self, shown: npt.NDArray[np.intp]) -> View:
        """Return the view with picture ``shown[n]`` in place of picture n."""
        if np.array_equal(shown, np.arange(len(self))):
            return self
        return View(self.thumbs[shown], self.small[shown], self.level[shown], self.seconds)

    def changes(self) -> Numbers:
        """Return how far each picture is from the one before it; the first from nothing."""
        change = np.zeros(len(self), np.float32)
        shape = apart(self.level[1:], self.level[:-1])
        light = apart(self.small[1:], self.small[:-1])
        change[1:] = np.maximum(shape, light / 2)
        return change

    def apart(self, numbers: range) -> Numbers:
        """Return how far each of some pictures that follow each other is from each."""
        level, small = self.level[numbers.start : numbers.stop], self.small[numbers.start : numbers.stop]
        shape = [np.abs(level - one).mean((1, 2)) for one in level]
        light = [np.abs(small - one).mean((1, 2)) for one in small]
        far: Numbers = np.maximum(shape, np.divide(light, 2))
        return far

    def within(self, at: int, seconds: float) -> range:
        """Return the numbers of pictures from ``at`` to ``seconds`` after it, or, where negative, before it."""
        limit = self.seconds[at] + seconds
        if seconds < 0:
            return range(int(np.searchsorted(self.seconds, limit, "left")), at + 1)
        return range(at, int(np.searchsorted(self.seconds, limit, "right")))
