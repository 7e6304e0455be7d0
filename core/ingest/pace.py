"""How fast work is done, and so how long the rest will take."""

from __future__ import annotations

_MEMORY = 0.98
"""What a finished piece of work counts for when the next one is: some fifty pieces make the pace."""

_ENOUGH = 3
"""From how many pieces on the time left is told."""


class Pace:
    """Work done per second, exponentially weighted over the pieces finished last.

    A piece is whatever is finished at once; its size is in any unit that grows with the time it takes (bytes, pixels).
    Moments are seconds of a clock that stands still in pauses.
    """

    def __init__(self, started: float) -> None:
        self._last = started
        self._work = 0.0
        self._seconds = 0.0
        self._pieces = 0

    def finished(self, size: float, now: float) -> None:
        """Count a piece of work that was finished at ``now``."""
        self._work = self._work * _MEMORY + size
        self._seconds = self._seconds * _MEMORY + (now - self._last)
        self._last = now
        self._pieces += 1

    @property
    def per_second(self) -> float:
        """How much is done in a second; 0 while nothing is to tell it by."""
        return self._work / self._seconds if self._seconds > 0 else 0.0

    def left(self, work: float, now: float) -> float | None:
        """Return how many seconds ``work`` will take, reckoned from ``now``; None where there is nothing to tell by."""
        if work <= 0:
            return 0.0
        if self._pieces < _ENOUGH or self._work <= 0:
            return None
        return max(work / self.per_second - (now - self._last), 0.0)
