"""What was meant by a mistyped word."""

from __future__ import annotations

from collections.abc import Iterable


def reach(word: str) -> int:
    """Return how many slips of the hand (a letter more, less, wrong, or two swapped) are forgiven in ``word``."""
    return 0 if len(word) < 3 else 1 if len(word) < 8 else 2


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the one of ``choices`` most like ``word``, or None where none is like it."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(word, list(choices), scorer=OSA.distance, score_cutoff=reach(word))
    return None if found is None else str(found[0])


def distance(word: str, other: str) -> int:
    """Return how many slips of the hand lie between two words."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(word, other))
