"""What an archivist can ask of the catalog: small frozen commands, each one step of undo.

An edit stages the records it wants on a draft and names itself; it neither reads nor writes anything else.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Protocol

from core.catalog.draft import Draft
from core.errors import UserProblem
from core.model.clip import Access, Clip, Moment, Rights, Role, Source, Tag
from core.model.ids import ClipId, EntryId, MomentId
from core.model.media import DateShot
from core.model.vocabulary import Entry


class Edit(Protocol):
    """One gesture."""

    def stage(self, draft: Draft) -> str:
        """Put the records as they shall be on ``draft``; return what a person calls the step.

        Raises UserProblem where it makes no sense, and then nothing happens.
        """


def counted(clips: Collection[object], noun: str = "clip") -> str:
    """Return "1 clip", "12 clips"."""
    return f"{len(clips):,} {noun}{'' if len(clips) == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class AddClips:
    """Take clips into the archive."""

    clips: tuple[Clip, ...]

    def stage(self, draft: Draft) -> str:
        draft.put_clips(self.clips)
        return f"Import {counted(self.clips)}"


@dataclass(frozen=True, slots=True)
class RemoveClips:
    """Take clips out of the archive; their files stay where they are."""

    clips: tuple[ClipId, ...]

    def stage(self, draft: Draft) -> str:
        for clip in self.clips:
            draft.clip(clip)
            draft.remove_clip(clip)
        return f"Remove {counted(self.clips)}"


@dataclass(frozen=True, slots=True)
class ReplaceFindings:
    """Put what a new look at the file found in place of the old; what people said of the clip stays."""

    clip: Clip

    def stage(self, draft: Draft) -> str:
        known, found = draft.clip(self.clip.id), self.clip
        dated_by_hand = known.date_shot is not None and known.date_shot.said_by == "archivist"
        draft.put_clips(
            [
                replace(
                    known,
                    kind=found.kind,
                    files=found.files,
                    facts=found.facts,
                    date_shot=known.date_shot if dated_by_hand else found.date_shot,
                    place=found.place,
                    keyframes=found.keyframes,
                    poster=found.poster,
                    sights=found.sights,
                    problem=found.problem,
                )
            ]
        )
        return f"Read {known.name} again"


@dataclass(frozen=True, slots=True)
class TagClips:
    """Say something of clips; those that carry the same entry in the same role and moment are left as they are."""

    clips: tuple[ClipId, ...]
    tag: Tag

    def stage(self, draft: Draft) -> str:
        entry = draft.entry(self.tag.entry)
        tag = replace(
            self.tag, id=self.tag.id or draft.new_tag_id(), at=self.tag.at or draft.now.isoformat(timespec="seconds")
        )
        clips = [draft.clip(clip) for clip in self.clips]
        draft.put_clips(
            replace(clip, tags=_in_order(clip.tags, tag))
            for clip in clips
            if not any(_says_the_same(known, tag) for known in clip.tags)
        )
        return f"Tag {counted(clips)} with {entry.label}"


def _says_the_same(one: Tag, other: Tag) -> bool:
    return (one.entry, one.role, one.moment) == (other.entry, other.role, other.moment)


def _in_order(tags: tuple[Tag, ...], added: Tag) -> tuple[Tag, ...]:
    return tuple(sorted((*tags, added), key=lambda tag: tag.id))


@dataclass(frozen=True, slots=True)
class ChangeTag:
    """Put a tag in place of the one of the same id: its status, who said it, its moment."""

    clip: ClipId
    tag: Tag

    def stage(self, draft: Draft) -> str:
        clip = draft.clip(self.clip)
        if not any(tag.id == self.tag.id for tag in clip.tags):
            raise UserProblem(f"{clip.name} no longer carries that tag.")
        draft.put_clips([replace(clip, tags=tuple(self.tag if tag.id == self.tag.id else tag for tag in clip.tags))])
        return f"Mark {draft.entry(self.tag.entry).label} as {self.tag.status}"


@dataclass(frozen=True, slots=True)
class UntagClips:
    """Take an entry off clips, in one role or in all."""

    clips: tuple[ClipId, ...]
    entry: EntryId
    role: Role | None = None

    def stage(self, draft: Draft) -> str:
        clips = [draft.clip(clip) for clip in self.clips]
        draft.put_clips(replace(clip, tags=tuple(tag for tag in clip.tags if not self._means(tag))) for clip in clips)
        entry = draft.find_entry(self.entry)
        return f"Take {entry.label if entry else 'a removed name'} off {counted(clips)}"

    def _means(self, tag: Tag) -> bool:
        return tag.entry == self.entry and self.role in (None, tag.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Describe:
    """Set what is said of clips as a whole; None leaves a field as it is."""

    clips: tuple[ClipId, ...]
    name: str | None = None
    notes: str | None = None
    rating: int | None = None
    source: Source | None = None
    access: Access | None = None
    rights: Rights | None = None
    date_shot: DateShot | None = None

    def stage(self, draft: Draft) -> str:
        fields = ("name", "notes", "rating", "source", "access", "rights", "date_shot")
        given = {field: value for field in fields if (value := getattr(self, field)) is not None}
        if self.rating is not None and not 0 <= self.rating <= 5:
            raise UserProblem("A rating is a number from 0 to 5.")
        draft.put_clips(replace(draft.clip(clip), **given) for clip in self.clips)
        what = " and ".join(field.replace("_", " ") for field in given)
        return f"Change {what} of {counted(self.clips)}"


@dataclass(frozen=True, slots=True)
class AddMoment:
    """Name a stretch of a clip."""

    clip: ClipId
    moment: Moment

    def stage(self, draft: Draft) -> str:
        clip = draft.clip(self.clip)
        length = clip.facts.duration
        if self.moment.span.start < 0 or (length is not None and self.moment.span.end > length):
            raise UserProblem(f"The moment “{self.moment.label}” reaches beyond {clip.name}.")
        others = (moment for moment in clip.moments if moment.id != self.moment.id)
        moments = tuple(sorted((*others, self.moment), key=lambda moment: moment.id))
        draft.put_clips([replace(clip, moments=moments)])
        return f"Mark the moment “{self.moment.label}”"


@dataclass(frozen=True, slots=True)
class RemoveMoment:
    """Take a moment out of a clip, with what was tagged on it."""

    clip: ClipId
    moment: MomentId

    def stage(self, draft: Draft) -> str:
        clip = draft.clip(self.clip)
        label = next((moment.label for moment in clip.moments if moment.id == self.moment), "")
        moments = tuple(moment for moment in clip.moments if moment.id != self.moment)
        tags = tuple(tag for tag in clip.tags if tag.moment != self.moment)
        draft.put_clips([replace(clip, moments=moments, tags=tags)])
        return f"Remove the moment “{label}”"


@dataclass(frozen=True, slots=True)
class AddEntry:
    """Put a new name into the vocabulary."""

    entry: Entry

    def stage(self, draft: Draft) -> str:
        if draft.find_entry(self.entry.id) is not None:
            raise UserProblem(f"{self.entry.label} is in the vocabulary already.")
        _stage_entry(draft, self.entry)
        return f"New {self.entry.kind} {self.entry.label}"


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """Put an entry in place of the one of the same id: rename it, give it aliases, a parent, a date."""

    entry: Entry

    def stage(self, draft: Draft) -> str:
        if draft.entry(self.entry.id).kind is not self.entry.kind:
            raise UserProblem(f"{self.entry.label} cannot become a {self.entry.kind}; make a new one.")
        _stage_entry(draft, self.entry)
        return f"Change {self.entry.label}"


def _stage_entry(draft: Draft, entry: Entry) -> None:
    if not entry.label.strip():
        raise UserProblem(f"A {entry.kind} needs a name.")
    above, seen = entry.parent, {entry.id}
    while above is not None:
        if above in seen:
            raise UserProblem(f"{entry.label} cannot lie within itself.")
        seen.add(above)
        above = draft.entry(above).parent
    draft.put_entry(entry)


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """Take a name out of the vocabulary and off every clip that carries it."""

    entry: EntryId

    def stage(self, draft: Draft) -> str:
        label = draft.entry(self.entry).label
        clips = tuple(clip.id for clip in draft.clips_with(self.entry))
        if clips:
            UntagClips(clips, self.entry).stage(draft)
        draft.remove_entry(self.entry)
        return f"Remove {label}"


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits as one step."""

    label: str
    edits: tuple[Edit, ...]

    def stage(self, draft: Draft) -> str:
        for edit in self.edits:
            edit.stage(draft)
        return self.label
