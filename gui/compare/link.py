"""How two playheads are tied together, without a clock or a window."""

from __future__ import annotations

from fractions import Fraction

from core.model.time import offset
from core.values import dataclass
from gui.words import tr

PATIENCE = Fraction(3, 25)
"""So far the follower's clock may stray, in seconds, before it is put right; less could be seen as a jump."""


@dataclass(frozen=True, slots=True)
class Link:
    """``offset`` is how many seconds of the second clip lie before what the first one begins with; None: no link."""

    offset: Fraction | None = Fraction(0)

    def at(self, time: Fraction) -> Fraction | None:
        """Return where the second stands when the first is at ``time``, before its beginning too; None without link."""
        return None if self.offset is None else time + self.offset

    def toggled(self, first: Fraction, second: Fraction) -> Link:
        """Return the link untied, or tied again with the clips as they stand now."""
        return Link(None) if self.offset is not None else Link(second - first)

    def strays(self, first: Fraction, second: Fraction) -> bool:
        """Whether the second is too far from where it should be."""
        wanted = self.at(first)
        return wanted is not None and abs(wanted - second) > PATIENCE

    @property
    def words(self) -> str:
        """What is said of it."""
        if self.offset is None:
            return tr("Not linked: keys move the side that is marked")
        if self.offset == 0:
            return tr("Linked")
        sign = "+" if self.offset > 0 else "−"
        return tr("Linked, right {offset}", offset=f"{sign}{offset(abs(self.offset))}")
