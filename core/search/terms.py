"""What a query asks for, thing by thing, each with the stretch of the text it stands at.

The text stays the one truth: a term can be taken out of it, turned round or left to stand alone, and the rest stays as
it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.search.fields import BY_NAME, Field
from core.search.lexer import Kind, Part, parts
from core.search.linking import read_link
from core.search.switch import switched, without_switch
from core.values import dataclass

_LOOSE_AND = re.compile(r"^AND\b\s*|\s*\bAND$|\b(AND)\s+(?=AND\b)")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for at [start, end) of the query.

    ``head`` is where its own words begin, behind signs that shut it out (``negated``) and an AND.  ``field`` and
    ``comparison`` are those of a field alone; words, choices, brackets and links in time have neither, and are
    shown as they were typed: ``text``, of a field its values.  ``plain`` are bare words, which need no explaining.
    """

    start: int
    head: int
    end: int
    text: str
    negated: bool = False
    field: Field | None = None
    comparison: str = ""
    plain: bool = False


def terms_of(text: str) -> tuple[Term, ...]:
    """Return what ``text`` asks for, in order; where it says OR outside brackets, all of it is one choice."""
    rest, _ = without_switch(text)
    found = tuple(parts(rest))
    if _chooses(found):
        whole = rest.strip()
        start = rest.index(whole)
        return (Term(start, start, start + len(whole), whole),)
    return tuple(_joined(_terms(rest, found)))


def without(text: str, term: Term) -> str:
    """Return ``text`` without ``term``."""
    return _tidy(text, term, "")


def turned(text: str, term: Term) -> str:
    """Return ``text`` with ``term`` shut out where it was asked for, and asked for where it was shut out."""
    own = text[term.head : term.end]
    if term.negated:
        return _tidy(text, term, own)
    single = term.field is not None or own.startswith("(") or len(tuple(parts(own))) == 1
    return _tidy(text, term, f"-{own}" if single else f"-({own})")


def alone(text: str, term: Term) -> str:
    """Return the query that asks for ``term`` and nothing else, of moments where ``text`` is about moments."""
    rest, moments = without_switch(text)
    return switched(_LOOSE_AND.sub("", rest[term.start : term.end]), moments)


def _tidy(text: str, term: Term, instead: str) -> str:
    rest, moments = without_switch(text)
    pieces = (rest[: term.start].strip(), instead, rest[term.end :].strip())
    kept = " ".join(piece for piece in pieces if piece)
    return switched(_LOOSE_AND.sub("", kept), moments)


def has_choice(text: str) -> bool:
    """Whether ``text`` is “a OR b” and no group around it: a term beside it would be read as a, or b with the term."""
    return _chooses(tuple(parts(text)))


def _chooses(found: Sequence[Part]) -> bool:
    depth = 0
    for part in found:
        if part.kind is Kind.OR and depth == 0:
            return True
        depth = max(0, depth + (part.kind is Kind.OPEN) - (part.kind is Kind.CLOSE))
    return False


def _terms(text: str, found: Sequence[Part]) -> Iterator[Term]:
    """Yield the terms that stand side by side; a closing bracket that closes nothing is passed over."""
    at = 0
    while at < len(found):
        first = at
        while at < len(found) and found[at].kind in (Kind.AND, Kind.NOT, Kind.CLOSE):
            at += 1
        if at == len(found):
            return
        end = _end(found, at)
        own = found[at:end]
        signs = sum(part.kind is Kind.NOT for part in found[first:at])
        yield _term(text, found[first].start, own, negated=signs % 2 == 1)
        at = end


def _end(found: Sequence[Part], at: int) -> int:
    """Return where the term ends that begins at part ``at``, with all that is linked to it in time."""
    end = _end_of_one(found, at)
    while (link := read_link(found[end:])) is not None and end + link.length < len(found):
        end = _end_of_one(found, end + link.length)
    return end


def _end_of_one(found: Sequence[Part], at: int) -> int:
    depth = 0
    for place in range(at, len(found)):
        depth += (found[place].kind is Kind.OPEN) - (found[place].kind is Kind.CLOSE)
        if depth <= 0:
            return place + 1
    return len(found)


def _term(text: str, start: int, own: Sequence[Part], *, negated: bool) -> Term:
    head, end = own[0].start, own[-1].end
    first = own[0]
    field = BY_NAME.get(first.name.lower()) if len(own) == 1 and first.kind is Kind.FIELD else None
    if field is None:
        plain = len(own) == 1 and first.kind is Kind.WORD and not negated
        return Term(start, head, end, text[head:end], negated, plain=plain)
    values = ", ".join(value.text for value in first.values)
    return Term(start, head, end, values, negated, field, first.comparison)


def _joined(terms: Iterator[Term]) -> Iterator[Term]:
    """Yield ``terms`` with bare words that stand side by side as one."""
    held: Term | None = None
    for term in terms:
        if held is not None and held.plain and term.plain and term.start == term.head:
            held = replace(held, end=term.end, text=f"{held.text} {term.text}")
            continue
        if held is not None:
            yield held
        held = term
    if held is not None:
        yield held
