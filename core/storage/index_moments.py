"""The moments of a clip as the index keeps them: when they are, which tags speak of them, and their words."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from math import lcm

from core.model.clip import Clip, Moment
from core.search.fold import spaced
from core.values import dataclass

BREAK = "\ue000"
"""Stands between two texts, so that no phrase runs from one into the other; never part of a word."""

_BETWEEN = "\n"
_MOST = 1 << 61
"""Ticks below this can be added and taken from each other in 64 bits."""


@dataclass(frozen=True, slots=True)
class MomentsRow:
    """The moments of one clip in the order of their in points.

    ``spans`` are the ticks in a second and then the first and last tick of each moment: 64-bit numbers, or in digits
    where one is too large for that.  ``tagged`` has a number for each tag that is not on the whole clip, in the order
    of their ids: which moment it speaks of, counted from 1, or 0 where that is gone.
    """

    spans: bytes | str
    tagged: bytes
    texts: str


def in_order(clip: Clip) -> list[Moment]:
    """Return the moments of ``clip`` by their in points."""
    return sorted(clip.moments, key=lambda moment: (moment.span.start, moment.id))


def moments_row(clip: Clip) -> MomentsRow | None:
    """Return what the index keeps of the moments of ``clip``; None where it has none."""
    if not clip.moments:
        return None
    moments = in_order(clip)
    places = {moment.id: place for place, moment in enumerate(moments, start=1)}
    tags = sorted((tag for tag in clip.tags if tag.moment is not None), key=lambda tag: tag.id)
    tagged = [places.get(tag.moment, 0) for tag in tags if tag.moment is not None]
    return MomentsRow(_packed(moments), struct.pack(f"<{len(tagged)}I", *tagged), _BETWEEN.join(map(_text, moments)))


def _packed(moments: Sequence[Moment]) -> bytes | str:
    ends = [end.as_integer_ratio() for moment in moments for end in (moment.span.start, moment.span.end)]
    unit = lcm(*[denominator for _, denominator in ends])
    numbers = [unit, *[numerator * (unit // denominator) for numerator, denominator in ends]]
    if all(-_MOST < number < _MOST for number in numbers):
        return struct.pack(f"<{len(numbers)}q", *numbers)
    return " ".join(map(str, numbers))


def _text(moment: Moment) -> str:
    return f" {' '.join(filter(None, (spaced(moment.label), BREAK, spaced(moment.note))))} "


def moments_with(texts: str, wanted: Sequence[str], *, prefix: bool) -> list[int]:
    """Return which moments, counted from 0, have ``wanted`` unbroken in a text; see core.search.tree.Text."""
    asked = f" {' '.join(wanted)}{'' if prefix else ' '}"
    return [place for place, text in enumerate(texts.split(_BETWEEN)) if asked in text]
