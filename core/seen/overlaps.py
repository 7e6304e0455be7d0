"""What one clip is of another, as far as their pictures tell."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from core.model.ids import ClipId
from core.model.time import Span


class Likeness(enum.StrEnum):
    """What one clip is of another."""

    SAME = "same"
    EXCERPT = "excerpt of"
    CONTAINS = "contains"
    OVERLAPS = "overlaps"


@dataclass(frozen=True, slots=True)
class Overlap:
    """A stretch of one clip that shows what a stretch of ``other`` shows; ``mirrored`` with left and right changed.

    The spans begin and end with pictures that were compared, at their exact times; the true ends lie up to one step
    between such pictures further out.  ``score`` is 0..1.
    """

    other: ClipId
    here: Span
    there: Span
    kind: Likeness
    mirrored: bool
    score: float
