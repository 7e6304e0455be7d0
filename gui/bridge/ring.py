"""Which pictures of a clip are held, where, and which one is fetched next; no Qt, no clock."""

from __future__ import annotations

from collections.abc import Iterable

from core.values import dataclass

_AT_ONCE = 8
"""How many pictures are asked for in one go while there is time."""

_AT_REST = 12
"""How many on either side of a playhead that rests are held, so that steps both ways are instant."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Pictures ``first``, ``first`` + 1 ... to be written into ``slots``."""

    first: int
    slots: tuple[int, ...]


class Ring:
    """``slots`` places for the pictures around a playhead in a clip of ``count`` pictures."""

    def __init__(self, slots: int, count: int) -> None:
        self._free = list(range(slots))
        self._count = count
        self._capacity = slots
        self._held: dict[int, int] = {}
        self._lost: set[int] = set()
        self._shown: int | None = None

    def slot(self, number: int) -> int | None:
        """Return where the picture is, None where it is not held."""
        return self._held.get(number)

    def nearest(self, number: int) -> int | None:
        """Return the last picture held at or before ``number`` that stands for it: only lost ones lie between."""
        while number >= 0 and number in self._lost:
            number -= 1
        return number if number in self._held else None

    def show(self, number: int) -> None:
        """Keep ``number`` where it is: it is on screen."""
        self._shown = number

    @property
    def shown(self) -> int | None:
        """Where the picture is that is on screen."""
        return None if self._shown is None else self._held.get(self._shown)

    def lacks(self, number: int) -> bool:
        """Whether the picture is not here but may be had."""
        return number not in self._held and number not in self._lost

    def hold(self, wish: Wish, done: Iterable[int], *, final: bool) -> None:
        """Take over what came of ``wish``: the places in it that were filled; with ``final`` no more will come."""
        filled = set(done)
        for place, slot in enumerate(wish.slots):
            number = wish.first + place
            if place in filled:
                self._held[number] = slot
            else:
                self._free.append(slot)
                if final:
                    self._lost.add(number)

    def wish(self, playhead: int, direction: int) -> Wish | None:
        """Return what to fetch next for a playhead that rests (0), goes on (1) or back (-1); None: all is there."""
        most = self._capacity * 2 // 3
        if direction > 0:
            ahead, behind = most, min(_AT_REST, self._capacity // 4)
        elif direction < 0:
            ahead, behind = min(_AT_REST, self._capacity // 4), most
        else:
            ahead = behind = min(_AT_REST, self._capacity // 3)
        window = range(max(0, playhead - behind), min(self._count, playhead + ahead + 1))
        numbers = self._missing(window, playhead, direction)
        self._make_room(len(numbers), window)
        slots = [self._free.pop() for _ in numbers[: len(self._free)]]
        return Wish(numbers[0], tuple(slots)) if slots else None

    def _missing(self, window: range, playhead: int, direction: int) -> range:
        """Return pictures in a row that are lacking, those first that are needed first."""
        if self.lacks(playhead):
            return self._upwards(playhead, window, _AT_ONCE if direction else 1)
        after = next((number for number in range(playhead + 1, window.stop) if self.lacks(number)), None)
        before = next((number for number in range(playhead - 1, window.start - 1, -1) if self.lacks(number)), None)
        if before is not None and (direction < 0 or after is None):
            # Backwards a block costs what its first picture costs: all there is room for is taken from one decoding.
            return self._downwards(before, window)
        return range(0) if after is None else self._upwards(after, window, _AT_ONCE)

    def _upwards(self, first: int, window: range, most: int) -> range:
        end = first
        while end < min(window.stop, first + most) and self.lacks(end):
            end += 1
        return range(first, end)

    def _downwards(self, last: int, window: range) -> range:
        first = last
        while first > window.start and self.lacks(first - 1):
            first -= 1
        return range(first, last + 1)

    def _make_room(self, count: int, window: range) -> None:
        """Let go of the pictures farthest from ``window``, never of one inside it or on screen."""
        middle = (window.start + window.stop) / 2
        outside = sorted(
            (number for number in self._held if number not in window and number != self._shown),
            key=lambda number: abs(number - middle),
        )
        while len(self._free) < count and outside:
            self._free.append(self._held.pop(outside.pop()))
