"""The words between two tags that say how they lie in time: "with", and "within 5s of"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from core.search.amounts import read_duration
from core.search.fields import BY_NAME
from core.search.lexer import Kind, Part
from core.values import dataclass
from core.words import tr

_SECONDS = ("s", "sec", "second", "seconds")


@dataclass(frozen=True, slots=True)
class Link:
    """A link of ``length`` parts at [start, end): ``within`` so many seconds, None at the same time.

    With a ``complaint`` it links nothing.
    """

    length: int
    start: int
    end: int
    words: str
    within: Fraction | None = None
    complaint: str = ""
    suggestion: str | None = None


def read_link(parts: Sequence[Part]) -> Link | None:
    """Return the link that ``parts`` begin with, None where they are words of their own.

    Such words link only before a field of names or of moments, or a bracket; at the end of the query something may
    yet come.
    """
    words = _words(parts)
    if words[:1] == ["with"]:
        return Link(1, parts[0].start, parts[0].end, "with") if _may_follow(parts, 1) else None
    if words[:1] == ["within"]:
        return _within(parts, words)
    return None


def _within(parts: Sequence[Part], words: list[str]) -> Link | None:
    length = 3 if words[2:3] and words[2] in _SECONDS else 2
    begun = words[length : length + 1] in ([], ["of"])
    end = min(length + 1, len(parts))
    if not begun or len(words) < end or not _may_follow(parts, end):
        return None
    last = parts[end - 1]
    if len(words) == 1:
        return Link(1, parts[0].start, last.end, "within")
    amount = read_duration(words[1])
    if amount is None:
        told = tr(
            "“{text}” is no duration; write within 5s of, within 1m30s of, or within 5 seconds of.", text=words[1]
        )
        return Link(end, parts[1].start, parts[1].end, "within", complaint=told)
    return Link(end, parts[0].start, last.end, f"within {words[1]} of", Fraction(amount.value, 1000))


def _words(parts: Sequence[Part]) -> list[str]:
    """Return the plain words that ``parts`` begin with, at most four."""
    words = []
    for part in parts[:4]:
        if part.kind is not Kind.WORD:
            break
        words.append(part.values[0].text.lower())
    return words


def _may_follow(parts: Sequence[Part], place: int) -> bool:
    """Whether what stands at ``place`` can be linked to, or may yet come."""
    if place >= len(parts):
        return True
    part = parts[place]
    field = BY_NAME.get(part.name.lower()) if part.kind is Kind.FIELD else None
    return part.kind is Kind.OPEN or (field is not None and (bool(field.entries) or field.name == "moment"))
