"""Moments as results: what a query means of one stretch of a clip, and the frame that shows it.

How a clip is seen through a moment is said in core.search.matching.
"""

from __future__ import annotations

from fractions import Fraction

from core.model.clip import Clip, Moment
from core.model.ids import StillId
from core.search.matching import holds
from core.search.tree import Node
from core.values import dataclass


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


def frame_of(clip: Clip, time: Fraction) -> StillId | None:
    """Return the still of the keyframe nearest to ``time`` (the earlier of two), the poster where there are none."""
    nearest = min(clip.keyframes, key=lambda frame: (abs(frame.time - time), frame.time), default=None)
    return clip.poster if nearest is None else nearest.still
