"""Edits that say what one clip is to another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.catalog.draft import Draft
from core.errors import UserProblem
from core.model.clip import Clip, Link, LinkKind
from core.model.ids import ClipId

CONVERSE = {LinkKind.EXCERPT_OF: LinkKind.CONTAINS, LinkKind.CONTAINS: LinkKind.EXCERPT_OF}


@dataclass(frozen=True, slots=True)
class LinkClips:
    """Say what a clip is to another, in place of what was said of the two before; both carry it."""

    clip: ClipId
    link: Link

    def stage(self, draft: Draft) -> str:
        if self.clip == self.link.other:
            raise UserProblem("A clip cannot be linked with itself.")
        one, other = draft.clip(self.clip), draft.clip(self.link.other)
        draft.put_clips([_with(one, self.link), _with(other, converse(self.clip, self.link))])
        return f"Link {one.name}: {self.link.kind} {other.name}"


@dataclass(frozen=True, slots=True)
class UnlinkClips:
    """Take back what was said of two clips; of one that is no longer there, what the other still says."""

    clip: ClipId
    other: ClipId

    def stage(self, draft: Draft) -> str:
        one, other = draft.clip(self.clip), draft.find_clip(self.other)
        draft.put_clips([_without(one, self.other)])
        if other is not None:
            draft.put_clips([_without(other, self.clip)])
        return f"Unlink {one.name} and {other.name if other else 'a removed clip'}"


def converse(clip: ClipId, link: Link) -> Link:
    """Return ``link`` of ``clip`` as the other one says it."""
    kind = CONVERSE.get(link.kind, link.kind)
    return Link(other=clip, kind=kind, here=link.there, there=link.here, mirrored=link.mirrored)


def _without(clip: Clip, other: ClipId) -> Clip:
    return replace(clip, links=tuple(link for link in clip.links if link.other != other))


def _with(clip: Clip, link: Link) -> Clip:
    links = (*_without(clip, link.other).links, link)
    return replace(clip, links=tuple(sorted(links, key=lambda each: each.other)))
