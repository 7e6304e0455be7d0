"""How like each other two names are: what the hand, the ear and another order of words make of one."""

from __future__ import annotations

from itertools import permutations

from rapidfuzz.distance import OSA

from core.search.nearest import reach

_MOST_ORDERED = 4
"""Names of more words are compared in the order of the alphabet only: all orders of them would be too many."""

Name = tuple[str, ...]
"""The folded words of a name."""


def slips(one: Name, other: Name) -> int | None:
    """Return how many slips of the hand lie between two names; None where they are simply two names.

    A slip is a letter more, less, wrong, or two swapped (optimal string alignment); as many are forgiven in a word as
    :func:`core.search.nearest.reach` says.  The order of the words and where they are parted do not count:
    "cruise tom" and "o brien" are no slip away from "tom cruise" and "obrien".
    """
    found = [distance for distance in (_unparted(one, other), _word_by_word(one, other)) if distance is not None]
    return min(found, default=None)


def _unparted(one: Name, other: Name) -> int | None:
    whole, whole_other = "".join(one), "".join(other)
    return _within(whole, whole_other, min(reach(whole), reach(whole_other)))


def _word_by_word(one: Name, other: Name) -> int | None:
    if len(one) != len(other) or len(one) < 2:
        return None
    orders = permutations(other) if len(other) <= _MOST_ORDERED else (tuple(sorted(other)),)
    ordered = one if len(other) <= _MOST_ORDERED else tuple(sorted(one))
    sums = [total for order in orders if (total := _sum(ordered, order)) is not None]
    return min(sums, default=None)


def _sum(one: Name, other: Name) -> int | None:
    total = 0
    for word, other_word in zip(one, other, strict=True):
        distance = _within(word, other_word, min(reach(word), reach(other_word)))
        if distance is None:
            return None
        total += distance
    return total


def _within(one: str, other: str, most: int) -> int | None:
    distance = OSA.distance(one, other, score_cutoff=most)
    return distance if distance <= most else None
