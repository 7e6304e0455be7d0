"""What an archivist can ask of the catalog: small frozen commands, each one step of undo.

An edit stages the records it wants on a draft and names itself; it neither reads nor writes anything else.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Protocol

from core.catalog.draft import Draft, tags_in_order
from core.catalog.link_edits import without_suspicions
from core.errors import UserProblem
from core.model.clip import Access, Clip, Moment, Rights, Role, Source, Tag
from core.model.ids import ClipId, EntryId, MomentId
from core.model.media import DateShot
from core.model.vocabulary import Entry, EntryKind
from core.values import dataclass
from core.words import joined, msg, plural, tr


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
        return plural(len(self.clips), "Import %n clip", "Import %n clips")


@dataclass(frozen=True, slots=True)
class RemoveClips:
    """Take clips out of the archive; their files stay where they are.

    Nothing is suspected to be a copy of them any more; what the archivist said of them and others stays.
    """

    clips: tuple[ClipId, ...]

    def stage(self, draft: Draft) -> str:
        for clip in self.clips:
            draft.put_clips(without_suspicions(draft, draft.clip(clip)))
            draft.remove_clip(clip)
        return plural(len(self.clips), "Remove %n clip", "Remove %n clips")


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
                    strip=found.strip,
                    glanced=found.glanced,
                )
            ]
        )
        return tr("Read {name} again", name=known.name)


@dataclass(frozen=True, slots=True)
class RefineFindings:
    """Put what a look at every shot found in place of what a first look at key frames did.

    What the archivist did in between stays: a poster chosen by hand with its keyframe, the date, everything said.
    Nothing is done where the clip was looked at otherwise by now, or its file is another.
    """

    clip: Clip

    def stage(self, draft: Draft) -> str:
        known, found = draft.clip(self.clip.id), self.clip
        label = f"Shots of {known.name}"
        same_file = (known.file.size, known.file.quick_hash) == (found.file.size, found.file.quick_hash)
        if known.glanced is None or not same_file:
            return label
        chosen = known.poster if known.poster != known.glanced else None
        shown = {frame.still for frame in found.keyframes}
        kept = [frame for frame in known.keyframes if frame.still == chosen and chosen not in shown]
        ReplaceFindings(
            replace(
                found,
                files=known.files,
                date_shot=known.date_shot,
                place=known.place,
                keyframes=tuple(sorted([*found.keyframes, *kept], key=lambda frame: frame.time)),
                poster=chosen or found.poster,
                strip=found.strip or known.strip,
                glanced=None,
            )
        ).stage(draft)
        return label


@dataclass(frozen=True, slots=True)
class TagClips:
    """Say something of clips; those that carry the same entry in the same role and moment are left as they are."""

    clips: tuple[ClipId, ...]
    tag: Tag

    def stage(self, draft: Draft) -> str:
        entry = draft.final(self.tag.entry)
        tag = dated(replace(self.tag, entry=entry.id), draft)
        meant = draft.merged_into(entry.id)
        news = None if self.tag.id else draft.without(self.clips, meant, tag)
        if news is not None:
            draft.tag_all(news, tag)
        else:
            clips = [draft.clip(clip) for clip in self.clips]
            draft.put_clips(
                replace(clip, tags=tags_in_order(*clip.tags, tag))
                for clip in clips
                if not any(_says_the_same(known, tag, meant) for known in clip.tags)
            )
        return plural(len(self.clips), "Tag %n clip with {entry}", "Tag %n clips with {entry}", entry=entry.label)


def dated(tag: Tag, draft: Draft) -> Tag:
    """Return ``tag`` with an id and the time it was made, where it has none yet."""
    return replace(tag, id=tag.id or draft.new_tag_id(), at=tag.at or draft.now.isoformat(timespec="seconds"))


def _says_the_same(known: Tag, tag: Tag, meant: Collection[EntryId]) -> bool:
    return known.entry in meant and (known.role, known.moment) == (tag.role, tag.moment)


@dataclass(frozen=True, slots=True)
class ChangeTag:
    """Put a tag in place of the one of the same id: its status, who said it, its moment."""

    clip: ClipId
    tag: Tag

    def stage(self, draft: Draft) -> str:
        clip = draft.clip(self.clip)
        if not any(tag.id == self.tag.id for tag in clip.tags):
            raise UserProblem(tr("{name} no longer carries that tag.", name=clip.name))
        draft.put_clips([replace(clip, tags=tuple(self.tag if tag.id == self.tag.id else tag for tag in clip.tags))])
        return tr("Mark {entry} as {status}", entry=draft.final(self.tag.entry).label, status=self.tag.status.word)


@dataclass(frozen=True, slots=True)
class UntagClips:
    """Take an entry off clips, in one role or in all, by whichever of the ids that lead to it they carry it."""

    clips: tuple[ClipId, ...]
    entry: EntryId
    role: Role | None = None

    def stage(self, draft: Draft) -> str:
        clips = [draft.clip(clip) for clip in self.clips]
        lead = draft.lead(self.entry)
        entry, meant = draft.find_entry(lead), draft.merged_into(lead)
        draft.put_clips(
            replace(clip, tags=tuple(tag for tag in clip.tags if not self._means(tag, meant))) for clip in clips
        )
        label = entry.label if entry else tr("a removed name")
        return plural(len(clips), "Take {entry} off %n clip", "Take {entry} off %n clips", entry=label)

    def _means(self, tag: Tag, meant: Collection[EntryId]) -> bool:
        return tag.entry in meant and self.role in (None, tag.role)


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
        given = {field: value for field in _FIELDS if (value := getattr(self, field)) is not None}
        if self.rating is not None and not 0 <= self.rating <= 5:
            raise UserProblem(tr("A rating is a number from 0 to 5."))
        draft.put_clips(replace(draft.clip(clip), **given) for clip in self.clips)
        what = joined([tr(_FIELDS[field]) for field in given])
        return plural(len(self.clips), "Change {what} of %n clip", "Change {what} of %n clips", what=what)


_NEW = {
    EntryKind.PERSON: msg("New person {entry}"),
    EntryKind.LOCATION: msg("New location {entry}"),
    EntryKind.PRODUCTION: msg("New production {entry}"),
    EntryKind.KEYWORD: msg("New keyword {entry}"),
}
_FIELDS = {
    "name": msg("name"),
    "notes": msg("notes"),
    "rating": msg("rating"),
    "source": msg("source"),
    "access": msg("access"),
    "rights": msg("rights"),
    "date_shot": msg("date shot"),
}


@dataclass(frozen=True, slots=True)
class AddMoment:
    """Name a stretch of a clip."""

    clip: ClipId
    moment: Moment

    def stage(self, draft: Draft) -> str:
        clip = draft.clip(self.clip)
        length = clip.facts.duration
        if self.moment.span.start < 0 or (length is not None and self.moment.span.end > length):
            raise UserProblem(
                tr("The moment “{label}” reaches beyond {name}.", label=self.moment.label, name=clip.name)
            )
        others = (moment for moment in clip.moments if moment.id != self.moment.id)
        moments = tuple(sorted((*others, self.moment), key=lambda moment: moment.id))
        draft.put_clips([replace(clip, moments=moments)])
        return tr("Mark the moment “{moment}”", moment=self.moment.label)


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
        return tr("Remove the moment “{moment}”", moment=label)


@dataclass(frozen=True, slots=True)
class AddEntry:
    """Put a new name into the vocabulary."""

    entry: Entry

    def stage(self, draft: Draft) -> str:
        if draft.find_entry(self.entry.id) is not None:
            raise UserProblem(tr("{label} is in the vocabulary already.", label=self.entry.label))
        put_entry(draft, self.entry)
        return tr(_NEW[self.entry.kind], entry=self.entry.label)


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """Put an entry in place of the one of the same id: rename it, give it aliases, a parent, a date."""

    entry: Entry

    def stage(self, draft: Draft) -> str:
        known = draft.entry(self.entry.id)
        if known.kind is not self.entry.kind:
            raise UserProblem(
                tr("{label} cannot become a {kind}; make a new one.", label=self.entry.label, kind=self.entry.kind.word)
            )
        if known.redirect is not None and self.entry.redirect is None:
            raise UserProblem(
                tr(
                    "{label} was merged into {winner} meanwhile; change that one.",
                    label=known.label,
                    winner=draft.final(known.id).label,
                )
            )
        put_entry(draft, self.entry)
        if known.label != self.entry.label:
            return tr("Rename {entry} to {new}", entry=known.label, new=self.entry.label)
        return tr("Change {entry}", entry=self.entry.label)


def put_entry(draft: Draft, entry: Entry) -> None:
    """Stage ``entry``; raises UserProblem where it has no name or would lie within itself."""
    if not entry.label.strip():
        raise UserProblem(tr("A {kind} needs a name.", kind=entry.kind.word))
    if entry.parent is not None:
        entry = replace(entry, parent=draft.final(entry.parent).id)
    above, seen = entry.parent, {entry.id}
    while above is not None:
        if above in seen:
            raise UserProblem(tr("{label} cannot lie within itself.", label=entry.label))
        seen.add(above)
        parent = draft.final(above).parent
        above = draft.final(parent).id if parent is not None else None
    draft.put_entry(entry)


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """Take a name out of the vocabulary, with those that were merged into it, and off every clip that carries it.

    What lies in it lies in its parent from then on.
    """

    entry: EntryId

    def stage(self, draft: Draft) -> str:
        gone = draft.final(self.entry)
        ids = draft.merged_into(gone.id)
        clips = {clip.id: None for one in sorted(ids) for clip in draft.clips_with(one)}
        if clips:
            UntagClips(tuple(clips), gone.id).stage(draft)
        for child in [child for one in ids for child in draft.leading_to(one) if child.redirect is None]:
            draft.put_entry(replace(child, parent=gone.parent))
        for one in ids:
            draft.remove_entry(one)
        return tr("Remove {entry}", entry=gone.label)


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits as one step."""

    label: str
    edits: tuple[Edit, ...]

    def stage(self, draft: Draft) -> str:
        for edit in self.edits:
            edit.stage(draft)
        return self.label
