"""Parts of the frame as boxes on the picture: which there are at a time, and how a hand changes one; no widgets."""

from __future__ import annotations

import enum
from collections.abc import Callable
from fractions import Fraction

from core.catalog.claims import MoveRegion, SetRegion
from core.catalog.edits import Edit
from core.model.clip import Box, Clip, Role, Status, Tag
from core.model.ids import EntryId, TagId
from core.values import dataclass

_GRID = 4096
"""Boxes lie on a grid of so many lines a side, on which sums of binary fractions are exact."""

_LEAST = 1 / 64
"""Nothing smaller than this share of a side is drawn on purpose."""

MIDDLE = Box(left=0.375, top=0.375, width=0.25, height=0.25)
"""Where a box begins that is made by keys."""

_KINDS = {
    Role.PERSON_SHOWN: "person",
    Role.LOCATION_SHOWN: "location",
    Role.LOCATION_SHOT: "location",
    Role.PRODUCTION: "production",
    Role.KEYWORD: "keyword",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One box on the picture, and whose it is."""

    tag: TagId
    text: str
    kind: str
    status: Status
    box: Box


class Hold(enum.Enum):
    """What of a box is held: its inside, or a corner, by which sides that moves."""

    INSIDE = (1, 1, 1, 1)
    TOP_LEFT = (1, 1, 0, 0)
    TOP_RIGHT = (0, 1, 1, 0)
    BOTTOM_LEFT = (1, 0, 0, 1)
    BOTTOM_RIGHT = (0, 0, 1, 1)


def boxes_at(clip: Clip, time: Fraction, label: Callable[[EntryId], str]) -> tuple[Drawn, ...]:
    """Return the boxes of all tags of ``clip`` that hold at ``time`` in part of the frame."""
    drawn = []
    for tag in clip.tags:
        box = tag.region_at(time) if holds_at(clip, tag, time) else None
        if box is not None:
            drawn.append(Drawn(tag.id, label(tag.entry), _KINDS[tag.role], tag.status, box))
    return tuple(drawn)


def holds_at(clip: Clip, tag: Tag, time: Fraction) -> bool:
    """Whether ``tag`` speaks of ``time``."""
    if tag.moment is None:
        return True
    return any(moment.span.start <= time < moment.span.end for moment in clip.moments if moment.id == tag.moment)


def begins(clip: Clip, tag: Tag) -> Fraction:
    """Return from when on ``tag`` holds."""
    return next((moment.span.start for moment in clip.moments if moment.id == tag.moment), Fraction(0))


def between(x: float, y: float, other_x: float, other_y: float) -> Box | None:
    """Return the box between two points, as shares of the picture; None where that is too small to be meant."""
    left, right = sorted((_share(x), _share(other_x)))
    top, bottom = sorted((_share(y), _share(other_y)))
    if right - left < _LEAST or bottom - top < _LEAST:
        return None
    return Box(left=left, top=top, width=right - left, height=bottom - top)


def moved(box: Box, hold: Hold, across: float, down: float) -> Box:
    """Return ``box`` with what is held moved by shares of the picture, within it; nothing turns inside out."""
    left, top, right, bottom = box.left, box.top, box.left + box.width, box.top + box.height
    if hold is Hold.INSIDE:
        across = min(max(_round(across), -left), 1 - right)
        down = min(max(_round(down), -top), 1 - bottom)
        return Box(left=left + across, top=top + down, width=box.width, height=box.height)
    moves_left, moves_top, moves_right, moves_bottom = hold.value
    left = min(_share(left + across * moves_left), right - _LEAST) if moves_left else left
    right = max(_share(right + across * moves_right), left + _LEAST) if moves_right else right
    top = min(_share(top + down * moves_top), bottom - _LEAST) if moves_top else top
    bottom = max(_share(bottom + down * moves_bottom), top + _LEAST) if moves_bottom else bottom
    return Box(left=left, top=top, width=right - left, height=bottom - top)


def _round(share: float) -> float:
    return round(share * _GRID) / _GRID


def _share(share: float) -> float:
    return _round(min(1.0, max(0.0, share)))


def region_edit(clip: Clip, tag: Tag, time: Fraction, box: Box) -> Edit:
    """Return the edit for a box drawn at ``time``: the first one stands still, a later one says where it moved to."""
    if tag.region is None and not tag.track:
        return SetRegion(clip.id, tag.id, box)
    return MoveRegion(clip.id, tag.id, time, box)
