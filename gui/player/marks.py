"""The in and out point, and how a place in a clip is told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from core.export.counting import timecode_of
from core.model.media import MediaFacts
from core.model.time import Span, offset
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Marks:
    """The stretch that is being marked: ``out`` is where the last picture in it ends."""

    start: Fraction | None = None
    out: Fraction | None = None

    def begin(self, time: Fraction) -> Marks:
        """Return the marks with the in point at ``time``; an out point before it is dropped."""
        return Marks(time, self.out if self.out is not None and self.out > time else None)

    def end(self, time: Fraction) -> Marks:
        """Return the marks with the out point at ``time``; an in point behind it is dropped."""
        kept = self.start if self.start is not None and self.start < time else None
        return replace(self, start=kept, out=time)

    def span(self, length: Fraction) -> Span | None:
        """Return the stretch marked in a clip of ``length`` seconds, open ends being those of the clip."""
        if self.start is None and self.out is None:
            return None
        start, out = self.start or Fraction(0), length if self.out is None else min(self.out, length)
        return Span(start, out) if start < out else None


class Telling:
    """How the places of one clip are told: in timecode where it says a rate, else in seconds."""

    def __init__(self, facts: MediaFacts) -> None:
        self._counting = timecode_of(facts)

    def place(self, time: Fraction) -> str:
        """Return ``time`` as timecode, or as HH:MM:SS.mmm."""
        counting = self._counting
        return offset(time) if counting is None else counting.timecode(counting.frame_at(time))
