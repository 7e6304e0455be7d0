"""What a sheet that came back asks of clips: small frozen proposals, and the one edit that carries them out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Protocol

from core.catalog.draft import Draft
from core.errors import UserProblem
from core.exchange.fields import WRITES
from core.export.columns import ESTABLISHED
from core.model.clip import Clip, Moment, Role, Status, Tag
from core.model.codec import from_document, to_document
from core.model.ids import ClipId, EntryId, MomentId, TagId
from core.model.time import Span
from core.values import dataclass
from core.words import tr


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
    """Take entries off a clip in one role and put others on; what a person added is confirmed.

    With a ``moment`` that is all that is spoken of, else what stands on moments counts as well.
    """

    clip: ClipId
    role: Role
    added: tuple[EntryId, ...]
    removed: frozenset[EntryId]
    moment: MomentId | None = None

    @property
    def says_something(self) -> bool:
        return bool(self.added or self.removed)

    def on(self, clip: Clip, draft: Draft) -> Clip:
        tags = [tag for tag in clip.tags if not self._goes(tag)]
        for entry in self.added:
            tags = _confirmed(tags, Tag(id=TagId(""), entry=entry, role=self.role, moment=self.moment), draft)
        return replace(clip, tags=tuple(sorted(tags, key=lambda tag: tag.id)))

    def _goes(self, tag: Tag) -> bool:
        here = self.moment is None or tag.moment == self.moment
        return here and tag.role is self.role and tag.entry in self.removed and tag.status in ESTABLISHED


def _confirmed(tags: list[Tag], wanted: Tag, draft: Draft) -> list[Tag]:
    """Return ``tags`` with what ``wanted`` says established: a claim that is there becomes confirmed."""
    same = [tag for tag in tags if (tag.entry, tag.role) == (wanted.entry, wanted.role)]
    same = [tag for tag in same if wanted.moment in (None, tag.moment)]
    if any(tag.status in ESTABLISHED for tag in same):
        return tags
    claim = next((tag for tag in same if tag.moment == wanted.moment), None)
    if claim is not None:
        return [replace(tag, status=Status.CONFIRMED) if tag is claim else tag for tag in tags]
    return [*tags, replace(wanted, id=draft.new_tag_id(), at=draft.now.isoformat(timespec="seconds"))]


@dataclass(frozen=True, slots=True)
class ChangeMoment:
    """Give a moment of a clip a new span, label or note; None leaves each as it is."""

    clip: ClipId
    moment: MomentId
    span: Span | None = None
    label: str | None = None
    note: str | None = None

    def on(self, clip: Clip, draft: Draft) -> Clip:  # noqa: ARG002 - as every proposal
        if not any(moment.id == self.moment for moment in clip.moments):
            raise ValueError("A moment that the sheet changes is no longer there.")
        changed = (self._changed(moment) if moment.id == self.moment else moment for moment in clip.moments)
        return replace(clip, moments=tuple(changed))

    def _changed(self, moment: Moment) -> Moment:
        return replace(
            moment,
            span=self.span or moment.span,
            label=moment.label if self.label is None else self.label,
            note=moment.note if self.note is None else self.note,
        )


@dataclass(frozen=True, slots=True)
class NewMoment:
    """Name a new stretch of a clip, and who is seen in it."""

    clip: ClipId
    span: Span
    label: str
    note: str
    people: tuple[EntryId, ...]

    def on(self, clip: Clip, draft: Draft) -> Clip:
        made = Moment(id=MomentId(draft.new_tag_id()), span=self.span, label=self.label, note=self.note)
        there = replace(clip, moments=tuple(sorted((*clip.moments, made), key=lambda moment: moment.id)))
        return Retag(self.clip, Role.PERSON_SHOWN, self.people, frozenset(), made.id).on(there, draft)


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
                raise UserProblem(tr("{name}: {error}", name=clip.name, error=error)) from None
        return self.label


def clips_of(proposals: Iterable[Proposal]) -> frozenset[ClipId]:
    """Return the clips that ``proposals`` speak of."""
    return frozenset(proposal.clip for proposal in proposals)
