"""Moments as results: what a query means of one stretch of a clip, and the frame that shows it.

A clip is seen through a moment with the moment's own tags and those of the whole clip, the moment's label and note,
and all other words, dates and numbers of the clip.  This is the slow, obviously right reading, and the only one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from core.model.clip import Clip, Moment
from core.model.ids import StillId
from core.search.matching import matches
from core.search.places import places
from core.search.tree import And, Embargoed, Near, Node, Not, Or


@dataclass(frozen=True, slots=True)
class MomentFound:
    """A moment that answers a query, its clip, and the still that shows it, if there is any."""

    clip: Clip
    moment: Moment
    still: StillId | None


def found_in(clip: Clip, node: Node) -> list[MomentFound]:
    """Return the moments of ``clip`` through which it answers ``node``, in the order of their in points."""
    answering = (moment for moment in clip.moments if holds(node, clip, moment))
    in_order = sorted(answering, key=lambda moment: (moment.span.start, moment.id))
    return [MomentFound(clip, moment, frame_of(clip, moment.span.start)) for moment in in_order]


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


def frame_of(clip: Clip, time: Fraction) -> StillId | None:
    """Return the still of the keyframe nearest to ``time`` (the earlier of two), the poster where there are none."""
    nearest = min(clip.keyframes, key=lambda frame: (abs(frame.time - time), frame.time), default=None)
    return clip.poster if nearest is None else nearest.still
