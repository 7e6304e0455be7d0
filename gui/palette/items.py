"""What the palette offers, and which of it answers a few letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from gui.palette.closeness import SCATTERED, Closeness, closeness, target, typed


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be chosen.

    ``key`` is what its uses are counted under, ``kind`` says what it is, ``hint`` are its keys; what is not
    ``available`` now is shown and cannot be chosen.
    """

    key: str
    text: str
    kind: str
    icon: str
    run: Callable[[], None] = field(compare=False)
    hint: str = ""
    colour: str = "secondary"
    available: bool = True
    words: str = ""
    """Other words it is found by."""


class Items:
    """A few hundred items, ranked by how near they come to what is typed and by how often they were chosen."""

    def __init__(self, items: Sequence[Item], uses: Mapping[str, int]) -> None:
        self._items = tuple(items)
        self._targets = [(target(item.text), target(item.words)) for item in self._items]
        self._uses = uses

    def usual(self) -> list[Item]:
        """Return all, those chosen most often first and what is not available last."""
        return sorted(self._items, key=lambda item: (not item.available, -self._used(item)))

    def near(self, text: str) -> tuple[list[Item], list[Item]]:
        """Return the items that answer ``text``, and those that hold its letters only scattered, each ranked."""
        wanted = typed(text)
        found: list[tuple[Closeness, Item]] = []
        for item, names in zip(self._items, self._targets, strict=True):
            near = min((one for name in names if (one := closeness(wanted, name))), default=None)
            if near is not None:
                found.append((near, item))
        found.sort(key=lambda one: (not one[1].available, one[0][0], -self._used(one[1]), one[0][1]))
        close = [item for near, item in found if near[0] < SCATTERED]
        return close, [item for near, item in found if near[0] == SCATTERED]

    def _used(self, item: Item) -> int:
        return self._uses.get(item.key, 0)
