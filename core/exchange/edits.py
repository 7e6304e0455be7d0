"""What a sheet that came back asks of clips: small frozen proposals, and the one edit that carries them out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from core.catalog.draft import Draft
from core.errors import UserProblem
from core.exchange.fields import WRITES
from core.export.columns import ESTABLISHED
from core.model.clip import Clip, Role, Status, Tag
from core.model.codec import from_document, to_document
from core.model.ids import ClipId, EntryId, MomentId, TagId


class Proposal(Protocol):
    """One cell's word on one clip."""

    @property
    def clip(self) -> ClipId: ...

    def on(self, clip: Clip, draft: Draft) -> Clip:
        """Return ``clip`` as the cell wants it; raises ValueError where that makes no sense."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """Put the text of a cell back into what its column shows."""

    clip: ClipId
    column: str
    text: str

    def on(self, clip: Clip, draft: Draft) -> Clip:
        written = WRITES[self.column](clip, self.text)
        moments = (m if m.id else replace(m, id=MomentId(draft.new_tag_id())) for m in written.moments)
        return replace(written, moments=tuple(sorted(moments, key=lambda moment: moment.id)))


@dataclass(frozen=True, slots=True)
class Retag:
    """Take entries off a clip in one role and put others on; what a person added is confirmed."""

    clip: ClipId
    role: Role
    added: tuple[EntryId, ...]
    removed: frozenset[EntryId]

    def on(self, clip: Clip, draft: Draft) -> Clip:
        tags = [tag for tag in clip.tags if not self._goes(tag)]
        for entry in self.added:
            tags = _confirmed(tags, entry, self.role, draft)
        return replace(clip, tags=tuple(sorted(tags, key=lambda tag: tag.id)))

    def _goes(self, tag: Tag) -> bool:
        return tag.role is self.role and tag.entry in self.removed and tag.status in ESTABLISHED


def _confirmed(tags: list[Tag], entry: EntryId, role: Role, draft: Draft) -> list[Tag]:
    """Return ``tags`` with ``entry`` established in ``role``: a claim that is there becomes confirmed."""
    same = [tag for tag in tags if (tag.entry, tag.role) == (entry, role)]
    if any(tag.status in ESTABLISHED for tag in same):
        return tags
    claim = next((tag for tag in same if tag.moment is None), None)
    if claim is not None:
        return [replace(tag, status=Status.CONFIRMED) if tag is claim else tag for tag in tags]
    at = draft.now.isoformat(timespec="seconds")
    return [*tags, Tag(id=TagId(draft.new_tag_id()), entry=entry, role=role, at=at)]


@dataclass(frozen=True, slots=True)
class SetField:
    """Put a plain value into a field of the record, such as ``("source", "credit")``."""

    clip: ClipId
    field: tuple[str, ...]
    value: Any

    def on(self, clip: Clip, draft: Draft) -> Clip:  # noqa: ARG002 - as every proposal
        document = to_document(clip)
        *way, last = self.field
        place = document
        for name in way:
            place = place[name]
        place[last] = self.value
        return from_document(document, Clip)


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Carry out what a sheet proposes, all of it as one step."""

    label: str
    proposals: tuple[Proposal, ...]

    def stage(self, draft: Draft) -> str:
        for proposal in self.proposals:
            clip = draft.clip(proposal.clip)
            try:
                draft.put_clips([proposal.on(clip, draft)])
            except ValueError as error:
                raise UserProblem(f"{clip.name}: {error}") from None
        return self.label


def clips_of(proposals: Iterable[Proposal]) -> frozenset[ClipId]:
    """Return the clips that ``proposals`` speak of."""
    return frozenset(proposal.clip for proposal in proposals)
