"""How near a name comes to a few letters that were typed."""

from __future__ import annotations

import re

from core.search.fold import fold, tokens
from core.values import dataclass

_NEVER = re.compile(r"(?!)")

Closeness = tuple[int, int]
"""How a name answers, the nearest first, and how far its letters lie apart."""

BEGINS, WORDS, WITHIN, SCATTERED = range(4)
"""The name begins so; its words do; it holds the letters in a run; or in their order with others between."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, made ready to be compared with many names."""

    words: tuple[str, ...]
    scattered: re.Pattern[str]

    @property
    def letters(self) -> str:
        return "".join(self.words)


@dataclass(frozen=True, slots=True)
class Target:
    """A name, made ready to be compared with what is typed."""

    words: tuple[str, ...]
    run: str


def typed(text: str) -> Typed:
    """Return ``text`` ready to be compared; the case and the accents of letters never count."""
    words = tokens(text)
    return Typed(words, scattered("".join(words)))


def target(name: str) -> Target:
    """Return ``name`` ready to be compared."""
    words = tokens(name)
    return Target(words, "".join(words))


def scattered(letters: str) -> re.Pattern[str]:
    """Return what matches a line that holds ``letters`` in their order; it looks at each character of a line once."""
    if not letters:
        return _NEVER
    parts = "".join(rf"[^\n{re.escape(letter)}]*+{re.escape(letter)}" for letter in letters)
    return re.compile(rf"^{parts}", re.MULTILINE)


def line_of(name: str) -> str:
    """Return ``name`` as a line that ``scattered`` may be asked about."""
    return " ".join(fold(name).split())


def closeness(wanted: Typed, name: Target) -> Closeness | None:
    """Return how near ``name`` comes to what is ``wanted``, None where it does not."""
    letters, run = wanted.letters, name.run
    if not letters:
        return None
    if run.startswith(letters):
        return BEGINS, len(run)
    if all(any(word.startswith(part) for word in name.words) for part in wanted.words):
        return WORDS, len(run)
    at = run.find(letters)
    if at >= 0:
        return WITHIN, at
    found = wanted.scattered.match(run)
    return (SCATTERED, found.end()) if found else None
