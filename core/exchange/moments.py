"""Moments that come back in one cell: ``00:00:07.000-00:00:11.000 waves back; …``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from core.export.cells import split_values
from core.model.clip import Clip, Moment, Tag
from core.model.ids import MomentId
from core.model.time import Span, offset

_CLOCK = r"(\d{1,4}):([0-5]?\d):([0-5]?\d)(?:[.,](\d{1,9}))?"
_PIECE = re.compile(rf"\s*{_CLOCK}\s*[-–]\s*{_CLOCK}(?:\s(.*))?", re.DOTALL)
_WHOLE_CLOCK = re.compile(_CLOCK)
_MILLISECOND = Fraction(1, 1000)


def with_moments(clip: Clip, text: str) -> Clip:
    """Return ``clip`` with the moments that the cell ``text`` lists; those it lists unchanged stay as they are.

    A moment with the same in and out point takes the new label; others are new, and have no id yet.  What was tagged
    on a moment goes with it.  Raises ValueError where a piece is no moment of this clip.
    """
    left = list(clip.moments)
    kept: list[Moment] = []
    for piece in split_values(text):
        known = next((moment for moment in left if _shown(moment) == piece.rstrip()), None)
        moment = known or _read(piece, left, clip)
        left = [other for other in left if other.id != moment.id]
        kept.append(moment)
    return replace(clip, moments=_in_order(kept), tags=_on(clip, kept))


def _shown(moment: Moment) -> str:
    return f"{offset(moment.span.start)}-{offset(moment.span.end)} {moment.label}".rstrip()


def _read(piece: str, left: Iterable[Moment], clip: Clip) -> Moment:
    found = _PIECE.fullmatch(piece)
    if found is None:
        raise ValueError(f"“{piece}” is no moment; one is written 00:00:07.000-00:00:11.000 waves back.")
    start, end, label = _seconds(found, 1), _seconds(found, 5), (found[9] or "").strip()
    same = [moment for moment in left if (offset(moment.span.start), offset(moment.span.end)) == _offsets(start, end)]
    if len(same) == 1:
        return replace(same[0], label=label)
    return Moment(id=MomentId(""), span=span_within(clip, start, end, piece), label=label)


def span_within(clip: Clip, start: Fraction, end: Fraction, told: str) -> Span:
    """Return the span from ``start`` to ``end``; raises ValueError, which names ``told``, where ``clip`` has none such.

    A sheet rounds to milliseconds, so that a span may reach as much beyond the clip.
    """
    length = clip.facts.duration
    if end < start:
        raise ValueError(f"“{told}” ends before it starts.")
    if length is not None and max(start, end) > length + _MILLISECOND:
        raise ValueError(f"“{told}” reaches beyond the clip.")
    return Span(start, end) if length is None else Span(min(start, length), min(end, length))


def clock_time(text: str) -> Fraction | None:
    """Return the seconds of ``text``, written HH:MM:SS.mmm; None where it is written otherwise."""
    found = _WHOLE_CLOCK.fullmatch(text)
    return _seconds(found, 1) if found else None


def _offsets(start: Fraction, end: Fraction) -> tuple[str, str]:
    return offset(start), offset(end)


def _seconds(found: re.Match[str], group: int) -> Fraction:
    hours, minutes, seconds = (int(found[group + place]) for place in range(3))
    return hours * 3600 + minutes * 60 + seconds + Fraction(f"0.{found[group + 3] or 0}")


def _in_order(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    return tuple(sorted(moments, key=lambda moment: moment.id))


def _on(clip: Clip, kept: Iterable[Moment]) -> tuple[Tag, ...]:
    there = {moment.id for moment in kept}
    return tuple(tag for tag in clip.tags if tag.moment is None or tag.moment in there)
