"""A query as its parts, each with the place it stands at; any text at all can be taken apart."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator

from core.values import dataclass

_QUOTES = '"“”„'
_SPACE = re.compile(r"\s*")
_PART = re.compile(
    rf"""(?P<open>\()
    | (?P<close>\))
    | (?P<or>\|+ | OR(?=[\s()|{_QUOTES}]|$))
    | (?P<and>AND(?=[\s()|{_QUOTES}]|$))
    | (?P<not>[-!](?=[^\s)|]) | NOT(?=[\s()|{_QUOTES}]|$))
    | (?P<quote>[{_QUOTES}](?P<inside>[^{_QUOTES}]*)(?P<shut>[{_QUOTES}]?))
    | (?P<field>(?P<name>[^\W\d_]\w*):(?!//)(?P<comparison><=|>=|<|>|=)?)
    | (?P<word>[^\s()|{_QUOTES}]+)""",
    re.VERBOSE,
)
_VALUE = re.compile(rf"[{_QUOTES}](?P<inside>[^{_QUOTES}]*)(?P<shut>[{_QUOTES}]?)|(?P<bare>[^\s()|,{_QUOTES}]+)")
_COMMAS = re.compile(r",+")
_STARTS_VALUE = ("word", "quote")


class Kind(enum.StrEnum):
    """What a part of a query is."""

    OPEN = "open"
    CLOSE = "close"
    OR = "or"
    AND = "and"
    NOT = "not"
    QUOTE = "quote"
    FIELD = "field"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field, a word or a phrase; ``shut`` is False for a quote that has no end yet."""

    text: str
    start: int
    end: int
    quoted: bool = False
    shut: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a query at [start, end); ``name``, ``comparison`` and ``head`` (the end of both) are a field's."""

    kind: Kind
    start: int
    end: int
    values: tuple[Value, ...] = ()
    name: str = ""
    comparison: str = ""
    head: int = 0


def parts(text: str) -> Iterator[Part]:
    """Yield the parts of ``text`` in order; every character that is not white space belongs to one."""
    at = _after_space(text, 0)
    while match := _PART.match(text, at):
        part = _part(text, match)
        yield part
        at = _after_space(text, part.end)


def _part(text: str, match: re.Match[str]) -> Part:
    kind = next(kind for kind in Kind if match[kind.value] is not None)
    start, end = match.span()
    if kind is Kind.QUOTE:
        return Part(kind, start, end, (_quoted(match),))
    if kind is Kind.WORD:
        return Part(kind, start, end, (Value(match[0], start, end),))
    if kind is Kind.FIELD:
        values = tuple(_values(text, end))
        last = values[-1].end if values else end
        return Part(kind, start, last, values, match["name"], match["comparison"] or "", end)
    return Part(kind, start, end)


def _values(text: str, at: int) -> Iterator[Value]:
    """Yield the values of a field, parted by commas; the first may follow white space where nothing else begins."""
    begin = _after_space(text, at)
    if begin > at:
        following = _PART.match(text, begin)
        if following is None or not any(following[name] is not None for name in _STARTS_VALUE):
            return
    while match := _VALUE.match(text, begin):
        yield Value(match["bare"], *match.span()) if match["bare"] is not None else _quoted(match)
        commas = _COMMAS.match(text, match.end())
        if commas is None:
            return
        begin = commas.end()


def _quoted(match: re.Match[str]) -> Value:
    return Value(match["inside"], *match.span(), quoted=True, shut=bool(match["shut"]))


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at
