"""Which seconds of a clip have been looked at."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from core.model.time import Span
from core.values import dataclass

ALL = 100

_UNSEEN = Fraction(1, 5)
"""So many seconds may be missing, or a twentieth of a shorter clip, where all of it counts as looked at: containers
round how long they are, and sound may go on after the last picture."""


@dataclass(frozen=True, slots=True)
class Looked:
    """Stretches that were looked at, in order and apart from each other.

    ``share`` is how much of the clip they are, in per cent: 0 only where nothing, and 100 only where all of it was
    looked at.
    """

    spans: tuple[Span, ...] = ()
    share: int = 0

    def with_spans(self, spans: Iterable[Span], length: Fraction) -> Looked:
        """Return this with more ``spans`` of a clip of ``length`` seconds."""
        everything = Span(Fraction(0), max(length, Fraction(0)))
        return looked_at(span for one in (*self.spans, *spans) if (span := _within(one, everything)) is not None)._of(
            length
        )

    def _of(self, length: Fraction) -> Looked:
        seen = sum((span.length for span in self.spans), Fraction(0))
        if not seen:
            return NOT_LOOKED_AT
        if length - seen <= min(_UNSEEN, length / 20):
            return Looked(self.spans, ALL)
        return Looked(self.spans, min(ALL - 1, max(1, round(ALL * seen / length))))


NOT_LOOKED_AT = Looked()


def looked_at(spans: Iterable[Span]) -> Looked:
    """Return ``spans`` put in order, those that touch or overlap as one; the share is not known yet."""
    merged: list[Span] = []
    for span in sorted((span for span in spans if span.length > 0), key=lambda span: span.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return Looked(tuple(merged))


def wholly(length: Fraction) -> Looked:
    """Return that all of a clip of ``length`` seconds was looked at."""
    return Looked((Span(Fraction(0), length),), ALL) if length > 0 else Looked((), ALL)


def _within(span: Span, everything: Span) -> Span | None:
    start, end = max(span.start, everything.start), min(span.end, everything.end)
    return Span(start, end) if start < end else None
