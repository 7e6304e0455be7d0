"""What an archivist does along the time of a clip: tags over a stretch, and moments split and joined."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from core.catalog.draft import Draft, tags_in_order
from core.catalog.edits import AddMoment, dated
from core.errors import UserProblem
from core.model.clip import Clip, Moment, Tag
from core.model.ids import ClipId, MomentId, TagId
from core.model.time import Span, clock
from core.values import dataclass
from core.words import tr


@dataclass(frozen=True, slots=True)
class TagSpan:
    """Say something of a stretch of a clip.

    The moment that covers exactly that stretch carries it, else a new one named like what is said; ``moment`` is the
    id such a new one gets.
    """

    clip: ClipId
    span: Span
    tag: Tag
    moment: MomentId

    def stage(self, draft: Draft) -> str:
        entry = draft.final(self.tag.entry)
        meant = draft.merged_into(entry.id)
        clip = draft.clip(self.clip)
        moment = next((known for known in clip.moments if known.span == self.span), None)
        if moment is None:
            moment = Moment(id=self.moment, span=self.span, label=entry.label)
            AddMoment(self.clip, moment).stage(draft)
            clip = draft.clip(self.clip)
        said = {(tag.role, tag.moment) for tag in clip.tags if tag.entry in meant}
        if (self.tag.role, moment.id) not in said:
            tag = dated(replace(self.tag, entry=entry.id, moment=moment.id), draft)
            draft.put_clips([replace(clip, tags=tags_in_order(*clip.tags, tag))])
        stretch = f"{clock(self.span.start)}–{clock(self.span.end)}"
        return tr("Tag {stretch} of {clip} with {entry}", stretch=stretch, clip=clip.name, entry=entry.label)


@dataclass(frozen=True, slots=True)
class RemoveTag:
    """Take one tag off a clip, whatever else says the same."""

    clip: ClipId
    tag: TagId

    def stage(self, draft: Draft) -> str:
        clip = draft.clip(self.clip)
        found = next((tag for tag in clip.tags if tag.id == self.tag), None)
        if found is None:
            raise UserProblem(tr("{name} no longer carries that tag.", name=clip.name))
        draft.put_clips([replace(clip, tags=tuple(tag for tag in clip.tags if tag.id != self.tag))])
        entry = draft.find_entry(found.entry)
        label = entry.label if entry else tr("a removed name")
        return tr("Take {entry} off a stretch of {clip}", entry=label, clip=clip.name)


@dataclass(frozen=True, slots=True)
class SplitMoment:
    """Make two moments of one; what was tagged on it is tagged on both."""

    clip: ClipId
    moment: MomentId
    at: Fraction
    second: MomentId

    def stage(self, draft: Draft) -> str:
        clip = draft.clip(self.clip)
        whole = _moment(clip, self.moment)
        if not whole.span.start < self.at < whole.span.end:
            raise UserProblem(tr("“{label}” can only be split between its ends.", label=whole.label))
        first = replace(whole, span=Span(whole.span.start, self.at))
        second = replace(whole, id=self.second, span=Span(self.at, whole.span.end))
        copies = [
            replace(tag, id=draft.new_tag_id(), moment=self.second) for tag in clip.tags if tag.moment == self.moment
        ]
        others = [moment for moment in clip.moments if moment.id != self.moment]
        draft.put_clips(
            [replace(clip, moments=_moments_by_id(*others, first, second), tags=tags_in_order(*clip.tags, *copies))]
        )
        return tr("Split the moment “{moment}”", moment=whole.label)


@dataclass(frozen=True, slots=True)
class JoinMoments:
    """Make one moment of two, from the beginning of the earlier to the end of the later; ``moment`` is the one kept."""

    clip: ClipId
    moment: MomentId
    other: MomentId

    def stage(self, draft: Draft) -> str:
        clip = draft.clip(self.clip)
        kept, gone = _moment(clip, self.moment), _moment(clip, self.other)
        span = Span(min(kept.span.start, gone.span.start), max(kept.span.end, gone.span.end))
        notes = [note for note in dict.fromkeys((kept.note, gone.note)) if note]
        labels = [label for label in dict.fromkeys((kept.label, gone.label)) if label]
        joined = replace(kept, span=span, label=" / ".join(labels), note="\n".join(notes))
        others = [moment for moment in clip.moments if moment.id not in (self.moment, self.other)]
        tags: dict[tuple[str, str, str | None], Tag] = {}
        for tag in clip.tags:
            moved = replace(tag, moment=self.moment) if tag.moment == self.other else tag
            key: tuple[str, str, str | None] = (moved.entry, moved.role, moved.moment)
            tags.setdefault(key if moved.moment == self.moment else (tag.id, "", None), moved)
        draft.put_clips([replace(clip, moments=_moments_by_id(*others, joined), tags=tags_in_order(*tags.values()))])
        return tr("Join the moments “{moment}” and “{other}”", moment=kept.label, other=gone.label)


def _moment(clip: Clip, moment: MomentId) -> Moment:
    found = next((known for known in clip.moments if known.id == moment), None)
    if found is None:
        raise UserProblem(tr("{name} no longer has that moment.", name=clip.name))
    return found


def _moments_by_id(*moments: Moment) -> tuple[Moment, ...]:
    return tuple(sorted(moments, key=lambda moment: moment.id))
