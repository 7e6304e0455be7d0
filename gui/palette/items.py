"""What the palette offers, and which of it answers a few letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from core.values import dataclass
from gui.palette.closeness import SCATTERED, WORDS, Closeness, closeness, target, typed


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
    elsewhere: bool = False
    """Whether it leads out of the archive that is open: what lies within and is called so comes first."""


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
        """Return the items that are called ``text``, and those that answer in some other way, each ranked.

        Others hold its letters only scattered, are found by other words, lead elsewhere, or are not available now.
        """
        wanted = typed(text)
        found: list[tuple[Closeness, Item]] = []
        for item, names in zip(self._items, self._targets, strict=True):
            near = closeness(wanted, names[0]) or _aside(closeness(wanted, names[1]))
            if near is not None:
                found.append((near, item))
        found.sort(key=lambda one: (not one[1].available, one[0][0], -self._used(one[1]), one[0][1]))
        close: list[Item] = []
        far: list[Item] = []
        for near, item in found:
            first = near[0] < SCATTERED and item.available and not item.elsewhere
            (close if first else far).append(item)
        return close, far

    def _used(self, item: Item) -> int:
        return self._uses.get(item.key, 0)


def _aside(near: Closeness | None) -> Closeness | None:
    """Return how near something comes whose other words come so near; letters scattered in them mean nothing."""
    return (SCATTERED + 1, near[1]) if near is not None and near[0] <= WORDS else None
