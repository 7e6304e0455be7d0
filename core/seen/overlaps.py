"""What one clip is of another, as far as their pictures tell."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from fractions import Fraction

from core.model.clip import Link, LinkKind
from core.model.ids import ClipId
from core.model.time import Span
from core.values import dataclass


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

    @property
    def suspicion(self) -> Link:
        """What the pictures say of the two clips, as a link that nobody has confirmed."""
        return Link(
            other=self.other,
            kind=LINKS[self.kind],
            here=self.here,
            there=self.there,
            mirrored=self.mirrored,
            suspected=True,
        )


LINKS: Mapping[Likeness, LinkKind] = {
    Likeness.SAME: LinkKind.SAME_AS,
    Likeness.EXCERPT: LinkKind.EXCERPT_OF,
    Likeness.CONTAINS: LinkKind.CONTAINS,
    Likeness.OVERLAPS: LinkKind.OVERLAPS,
}


@dataclass(frozen=True, slots=True)
class FrameLike:
    """A picture that looks like the one asked for, ``apart`` bits from it."""

    clip: ClipId
    time: Fraction
    apart: int
