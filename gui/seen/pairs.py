"""A clip and another that shows what it shows, read from the archive."""

from __future__ import annotations

import enum

from core.app import Archive
from core.model.clip import Clip, Link, LinkKind
from core.model.ids import ClipId
from core.values import dataclass


class Standing(enum.IntEnum):
    """How far it is decided what two clips are to each other, in the order in which pairs are listed."""

    SUSPECTED = 0
    LINKED = 1
    REFUSED = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """``clip``, and what it is to ``other``; ``link`` is None where they neither look alike nor anything is said."""

    clip: Clip
    other: Clip
    link: Link | None

    @property
    def standing(self) -> Standing | None:
        """How far it is decided."""
        if self.link is None:
            return None
        if self.link.kind is LinkKind.NOT_A_DUPLICATE:
            return Standing.REFUSED
        return Standing.SUSPECTED if self.link.suspected else Standing.LINKED


def pairs_of(archive: Archive, clip: Clip) -> tuple[Pair, ...]:
    """Return what ``clip`` is said or suspected to be to others that are there, what is to be decided first."""
    found = ((link, archive.catalog.clip(link.other)) for link in clip.links)
    pairs = [Pair(clip, other, link) for link, other in found if other is not None]
    return tuple(sorted(pairs, key=lambda pair: (pair.standing or 0, pair.other.name, pair.other.id)))


def pair_of(archive: Archive, clip: ClipId, other: ClipId) -> Pair:
    """Return what two clips are to each other: what is said of them, else what their pictures say now."""
    from core.ingest.copies import compared

    one, two = archive.clip(clip), archive.clip(other)
    said = next((link for link in one.links if link.other == other), None)
    return Pair(one, two, said or compared(one, two))
