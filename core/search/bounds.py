"""What an index can answer of a query it cannot answer whole: clips that surely do, and clips that may.

An index knows which tags a clip has but not where in it, and knows nothing of one moment alone.  So it is asked for
a little more (``widest``) and a little less (``narrowest``), and the clips between are read.
"""

from __future__ import annotations

from core.search.tree import (
    EVERYTHING,
    NOTHING,
    And,
    Has,
    HasStatus,
    Near,
    Node,
    Not,
    Or,
    Tagged,
    Text,
    TextField,
    Trait,
)

_GAINED = frozenset((Trait.UNTAGGED,))
"""What a moment may be though its clip is not."""

_LOST = frozenset((Trait.MOMENTS, Trait.PERSON, Trait.LOCATION, Trait.PRODUCTION, Trait.KEYWORD))
"""What a clip may have though one of its moments has not."""


def widest(node: Node) -> Node:
    """Return a node without Near that every clip answers that answers ``node``."""
    match node:
        case And(parts):
            return And(tuple(map(widest, parts)))
        case Or(parts):
            return Or(tuple(map(widest, parts)))
        case Not(part):
            return Not(narrowest(part))
        case Near(first, second):
            return And((widest(first), widest(second)))
    return node


def narrowest(node: Node) -> Node:
    """Return a node without Near that no clip answers that does not answer ``node``."""
    match node:
        case And(parts):
            return And(tuple(map(narrowest, parts)))
        case Or(parts):
            return Or(tuple(map(narrowest, parts)))
        case Not(part):
            return Not(widest(part))
        case Near():
            return NOTHING
    return node


def widest_of_moments(node: Node) -> Node:
    """Return a node without Near that every clip answers that has a moment through which it answers ``node``."""
    return And((Has(Trait.MOMENTS), _may_hold(node)))


def _may_hold(node: Node) -> Node:
    match node:
        case And(parts):
            return And(tuple(map(_may_hold, parts)))
        case Or(parts):
            return Or(tuple(map(_may_hold, parts)))
        case Not(part):
            return Not(_holds_always(part))
        case Near(first, second):
            return And((_may_hold(first), _may_hold(second)))
        case Has(trait) if trait in _GAINED:
            return EVERYTHING
    return node


def _holds_always(node: Node) -> Node:
    """Return a node that a clip answers only if it answers ``node`` through each of its moments."""
    match node:
        case And(parts):
            return And(tuple(map(_holds_always, parts)))
        case Or(parts):
            return Or(tuple(map(_holds_always, parts)))
        case Not(part):
            return Not(_may_hold(part))
        case Text(wanted, fields, prefix):
            kept = tuple(field for field in fields if field is not TextField.MOMENTS)
            return Text(wanted, kept, prefix) if kept else NOTHING
        case Near() | Tagged() | HasStatus():
            return NOTHING
        case Has(trait) if trait in _LOST:
            return NOTHING
    return node


def needs_reading(node: Node) -> bool:
    """Whether an index alone cannot answer ``node``."""
    return widest(node) != node
