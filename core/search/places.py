"""Where in a clip something holds: the stretches that its tags and moments speak of.

A tag on the whole clip holds everywhere in it, at the same time as everything else there.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from core.model.clip import Clip, Tag
from core.model.ids import MomentId
from core.model.time import Span
from core.search.fold import contains, tokens
from core.search.tree import Named, Near, Node, Or, Tagged, Text, TextField
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a clip, None where it is all of it, and the ``moments`` that were put together to say so."""

    span: Span | None
    moments: frozenset[MomentId]


EVERYWHERE = Place(None, frozenset())


def has_places(node: Node) -> bool:
    """Whether ``node`` is of the kind that holds at places: tags, texts of moments, several of these, or two near."""
    if isinstance(node, Or):
        return bool(node.parts) and all(map(has_places, node.parts))
    if isinstance(node, Text):
        return node.fields == (TextField.MOMENTS,)
    return isinstance(node, Named | Tagged | Near)


def places(node: Node, clip: Clip) -> Iterator[Place]:
    """Yield where in ``clip`` a node that ``has_places`` holds, each place once; raises TypeError for any other."""
    match node:
        case Tagged():
            yield from _of_tags([tag for tag in clip.tags if answers(tag, node)], clip)
        case Text(wanted, (TextField.MOMENTS,), prefix):
            for moment in clip.moments:
                if any(contains(tokens(text), wanted, prefix=prefix) for text in (moment.label, moment.note)):
                    yield Place(moment.span, frozenset((moment.id,)))
        case Or(parts):
            yield from dict.fromkeys(place for part in parts for place in places(part, clip))
        case Near():
            yield from dict.fromkeys(_near(node, clip))
        case _:
            raise TypeError(f"{type(node).__name__} holds at no place of a clip")


def answers(tag: Tag, node: Tagged) -> bool:
    """Whether ``tag`` is one that ``node`` asks for."""
    return tag.entry in node.entries and tag.status in node.statuses and (not node.roles or tag.role in node.roles)


def _of_tags(tags: list[Tag], clip: Clip) -> Iterator[Place]:
    """Yield the places of ``tags``; one on a moment that is gone holds nowhere."""
    spans = {moment.id: moment.span for moment in clip.moments}
    for moment in dict.fromkeys(tag.moment for tag in tags):
        if moment is None:
            yield EVERYWHERE
        elif moment in spans:
            yield Place(spans[moment], frozenset((moment,)))


def _near(node: Near, clip: Clip) -> Iterator[Place]:
    seconds = tuple(places(node.second, clip))
    for first in places(node.first, clip):
        for second in seconds:
            moments = first.moments | second.moments
            if node.within is None and overlap(first.span, second.span):
                yield Place(_shared(first.span, second.span), moments)
            elif node.within is not None and apart(first.span, second.span) <= node.within:
                yield Place(_both(first.span, second.span), moments)


def overlap(one: Span | None, other: Span | None) -> bool:
    """Whether there is a time at which both hold; a span without length holds at its one time."""
    if one is None or other is None:
        return True
    start, end = max(one.start, other.start), min(one.end, other.end)
    at_one_time = start == end and 0 in (one.length, other.length)
    return start < end or (at_one_time and _holds(one, start) and _holds(other, start))


def _holds(span: Span, time: Fraction) -> bool:
    return span.start <= time < span.end or span.start == time == span.end


def apart(one: Span | None, other: Span | None) -> Fraction:
    """Return how many seconds lie between two spans: 0 where they touch or overlap."""
    if one is None or other is None:
        return Fraction(0)
    return max(Fraction(0), max(one.start, other.start) - min(one.end, other.end))


def _shared(one: Span | None, other: Span | None) -> Span | None:
    if one is None or other is None:
        return one or other
    return Span(max(one.start, other.start), min(one.end, other.end))


def _both(one: Span | None, other: Span | None) -> Span | None:
    return None if one is None or other is None else Span(min(one.start, other.start), max(one.end, other.end))
