"""Edits that say what one clip is to another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.catalog.draft import Draft
from core.errors import UserProblem
from core.model.clip import Clip, Link, LinkKind
from core.model.ids import ClipId
from core.values import dataclass
from core.words import tr

CONVERSE = {LinkKind.EXCERPT_OF: LinkKind.CONTAINS, LinkKind.CONTAINS: LinkKind.EXCERPT_OF}


@dataclass(frozen=True, slots=True)
class LinkClips:
    """Say what a clip is to another, in place of what was said of the two before; both carry it."""

    clip: ClipId
    link: Link

    def stage(self, draft: Draft) -> str:
        if self.clip == self.link.other:
            raise UserProblem(tr("A clip cannot be linked with itself."))
        one, other = draft.clip(self.clip), draft.clip(self.link.other)
        draft.put_clips([_with(one, self.link), _with(other, converse(self.clip, self.link))])
        if self.link.suspected:
            return tr("Unlink {clip} and {other}", clip=one.name, other=other.name)
        return tr("Link {clip}: {kind} {other}", clip=one.name, kind=self.link.kind.word, other=other.name)


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
        return tr("Unlink {clip} and {other}", clip=one.name, other=other.name if other else tr("a removed clip"))


@dataclass(frozen=True, slots=True)
class SuspectCopies:
    """Note of each clip what its pictures were found to be of others now, in place of what was suspected before.

    What the archivist said of two clips stands, and one that is no longer there is passed over.
    """

    found: tuple[tuple[ClipId, tuple[Link, ...]], ...]

    def stage(self, draft: Draft) -> str:
        for clip, links in self.found:
            if draft.find_clip(clip) is not None:
                self._suspect(draft, clip, links)
        return tr("Note clips that look like others")

    def _suspect(self, draft: Draft, clip: ClipId, links: tuple[Link, ...]) -> None:
        draft.put_clips(without_suspicions(draft, draft.clip(clip)))
        for link in links:
            one, other = draft.clip(clip), draft.find_clip(link.other)
            if other is None or clip == link.other or any(known.other == link.other for known in one.links):
                continue
            suspicion = replace(link, suspected=True)
            draft.put_clips([_with(one, suspicion), _with(other, converse(clip, suspicion))])


def without_suspicions(draft: Draft, clip: Clip) -> Iterable[Clip]:
    """Return ``clip`` and those it is suspected to be a copy of, no longer suspected to be."""
    suspected = [link.other for link in clip.links if link.suspected]
    kept = tuple(link for link in clip.links if not link.suspected)
    others = [other for other in map(draft.find_clip, suspected) if other is not None]
    return [replace(clip, links=kept), *(_without(other, clip.id) for other in others)]


def converse(clip: ClipId, link: Link) -> Link:
    """Return ``link`` of ``clip`` as the other one says it."""
    kind = CONVERSE.get(link.kind, link.kind)
    return replace(link, other=clip, kind=kind, here=link.there, there=link.here)


def _without(clip: Clip, other: ClipId) -> Clip:
    return replace(clip, links=tuple(link for link in clip.links if link.other != other))


def _with(clip: Clip, link: Link) -> Clip:
    links = (*_without(clip, link.other).links, link)
    return replace(clip, links=tuple(sorted(links, key=lambda each: each.other)))
