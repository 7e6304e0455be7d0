"""Seconds to pixels and back; no Qt, so that a test can do sums on it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from core.values import dataclass

_FINE = (Fraction(1, 50), Fraction(1, 10), Fraction(1, 5), Fraction(1, 2))
_STEPS = (*_FINE, *(Fraction(step) for step in (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600)))
"""Seconds between the labels of a ruler."""

NEAREST = Fraction(2000)
"""The most pixels a second may take: single pictures are as wide as a hand then."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of a clip of ``length`` seconds on ``width`` pixels, from ``start`` on, ``zoom`` times enlarged."""

    length: Fraction
    width: int
    zoom: Fraction = Fraction(1)
    start: Fraction = Fraction(0)

    @property
    def pixels_a_second(self) -> Fraction:
        return self.zoom * max(1, self.width) / max(self.length, Fraction(1, 100))

    @property
    def visible(self) -> Fraction:
        """How many seconds are in view."""
        return max(1, self.width) / self.pixels_a_second

    def x(self, time: Fraction) -> float:
        """Return where ``time`` is, in pixels."""
        return float((time - self.start) * self.pixels_a_second)

    def time(self, x: float) -> Fraction:
        """Return what is at ``x``, within the clip."""
        return min(self.length, max(Fraction(0), self.start + Fraction(x) / self.pixels_a_second))

    def zoomed(self, factor: Fraction, x: float) -> Scale:
        """Return the scale enlarged by ``factor``, what is at ``x`` staying there."""
        held = self.start + Fraction(x) / self.pixels_a_second
        most = max(Fraction(1), NEAREST * self.length / max(1, self.width))
        other = replace(self, zoom=min(most, max(Fraction(1), self.zoom * factor)))
        return other.moved_to(held - Fraction(x) / other.pixels_a_second)

    def moved_to(self, start: Fraction) -> Scale:
        """Return the scale from ``start`` on, or as near as the ends of the clip allow."""
        return replace(self, start=max(Fraction(0), min(start, self.length - self.visible)))

    def with_in_view(self, time: Fraction) -> Scale:
        """Return the scale moved by a page where ``time`` is out of view."""
        if self.start <= time <= self.start + self.visible:
            return self
        return self.moved_to(time - self.visible / 10)

    def ticks(self, apart: int) -> list[Fraction]:
        """Return the round times in view that stand at least ``apart`` pixels from one another."""
        step = next((step for step in _STEPS if step * self.pixels_a_second >= apart), _STEPS[-1])
        first = -(-self.start // step)
        count = int(self.visible / step) + 2
        return [time for number in range(count) if (time := (first + number) * step) <= self.length]
