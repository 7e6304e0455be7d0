"""What J, K, L and their companions do: the rules of the shuttle, without a clock or a window."""

from __future__ import annotations

from core.values import dataclass

FASTEST = 4
SLOW = 0.5


@dataclass(frozen=True, slots=True)
class Transport:
    """How the playhead moves: ``rate`` times the speed of life, backward where negative, 0 at rest.

    ``held`` is whether K is down, which turns J and L into steps of one picture.
    """

    rate: float = 0
    held: bool = False

    @property
    def direction(self) -> int:
        return (self.rate > 0) - (self.rate < 0)

    def shuttle(self, direction: int, *, slow: bool = False) -> Transport:
        """Return what L (1) or J (-1) makes of it: faster this way, or at once the other way; ``slow`` with Shift."""
        if slow:
            return Transport(direction * SLOW, self.held)
        if self.direction != direction or abs(self.rate) < 1:
            return Transport(direction, self.held)
        return Transport(direction * min(FASTEST, abs(self.rate) + 1), self.held)

    def at(self, speed: float) -> Transport:
        """Return what choosing a speed makes of it: the way it goes stays, and what rests sets off."""
        return Transport(-speed if self.rate < 0 else speed, self.held)

    def toggle(self) -> Transport:
        """Return what Space makes of it."""
        return Transport(0 if self.rate else 1, self.held)

    def rest(self) -> Transport:
        """Return what a pause makes of it."""
        return Transport(0, self.held)

    def hold(self, *, down: bool) -> Transport:
        """Return what pressing or letting go of K makes of it: it rests either way."""
        return Transport(0, down)
