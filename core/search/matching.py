"""What a query means, in plain Python: slow, and obviously right.

A clip is seen through one of its moments with the moment's own tags and those of the whole clip, the moment's label
and note, and all other words, dates and numbers of the clip.
"""

from __future__ import annotations

from calendar import timegm
from dataclasses import replace
from functools import singledispatch

from core.model.clip import Clip, Moment
from core.search.fold import contains, tokens
from core.search.places import answers, places
from core.search.reading import DATES, NUMBERS, TEXTS, TRAITS, embargo_end
from core.search.tree import (
    Among,
    And,
    Embargoed,
    Has,
    HasStatus,
    InMoment,
    Near,
    Node,
    Not,
    Number,
    Or,
    Period,
    Tagged,
    Text,
)


@singledispatch
def matches(node: Node, clip: Clip) -> bool:
    """Whether ``clip`` answers ``node``, in which names are resolved; raises TypeError where they are not."""
    raise TypeError(f"{type(node).__name__} has no meaning of its own for {clip.id}: resolve names first")


@matches.register
def _and(node: And, clip: Clip) -> bool:
    return all(matches(part, clip) for part in node.parts)


@matches.register
def _or(node: Or, clip: Clip) -> bool:
    return any(matches(part, clip) for part in node.parts)


@matches.register
def _not(node: Not, clip: Clip) -> bool:
    return not matches(node.part, clip)


@matches.register
def _text(node: Text, clip: Clip) -> bool:
    texts = (text for field in node.fields for text in TEXTS[field](clip))
    return any(contains(tokens(text), node.tokens, prefix=node.prefix) for text in texts)


@matches.register
def _tagged(node: Tagged, clip: Clip) -> bool:
    return any(answers(tag, node) for tag in clip.tags)


@matches.register
def _status(node: HasStatus, clip: Clip) -> bool:
    return any(tag.status in node.statuses for tag in clip.tags)


@matches.register
def _period(node: Period, clip: Clip) -> bool:
    when = DATES[node.dated](clip)
    if when is None:
        return False
    return (node.start is None or when.start >= node.start) and (node.end is None or when.end <= node.end)


@matches.register
def _number(node: Number, clip: Clip) -> bool:
    number = NUMBERS[node.measure](clip)
    if number is None:
        return False
    return (node.low is None or number >= node.low) and (node.high is None or number <= node.high)


@matches.register
def _among(node: Among, clip: Clip) -> bool:
    return clip.id in node.clips


@matches.register
def _has(node: Has, clip: Clip) -> bool:
    return TRAITS[node.trait](clip)


@matches.register
def _embargoed(node: Embargoed, clip: Clip) -> bool:
    end = embargo_end(clip)
    return end is not None and end > timegm(node.today.timetuple())


@matches.register
def _near(node: Near, clip: Clip) -> bool:
    return any(True for _ in places(node, clip))


@matches.register
def _in_moment(node: InMoment, clip: Clip) -> bool:
    return any(holds(node.part, clip, moment) for moment in clip.moments)


# through a moment -----------------------------------------------------------------------------------------------
def holds(node: Node, clip: Clip, moment: Moment) -> bool:
    """Whether ``clip``, seen through ``moment``, answers ``node``.

    Of two things near each other one may stand on another moment: then ``moment`` answers if it is one of the two.
    An embargo is always that of the clip.
    """
    return _holds(node, clip, moment, seen_through(clip, moment))


def _holds(node: Node, clip: Clip, moment: Moment, seen: Clip) -> bool:
    match node:
        case Or((Embargoed(), *_)):  # as names are resolved: with what the clip's productions say
            return matches(node, clip)
        case And(parts):
            return all(_holds(part, clip, moment, seen) for part in parts)
        case Or(parts):
            return any(_holds(part, clip, moment, seen) for part in parts)
        case Not(part):
            return not _holds(part, clip, moment, seen)
        case Near():
            return any(not place.moments or moment.id in place.moments for place in places(node, clip))
    return matches(node, seen)


def seen_through(clip: Clip, moment: Moment) -> Clip:
    """Return ``clip`` with ``moment`` alone, and without what is tagged on others."""
    tags = tuple(tag for tag in clip.tags if tag.moment in (None, moment.id))
    return replace(clip, moments=(moment,), tags=tags)
