"""Claims kept apart from facts: who said what, how far it is trusted, where in time and frame, and what was refused.

Contradicting statements stand side by side, each with who made it; deciding between them changes their status and
deletes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from fractions import Fraction

from core.catalog.draft import Draft, tags_in_order
from core.catalog.edits import dated
from core.catalog.vocabulary import Vocabulary
from core.errors import UserProblem
from core.model.clip import Box, Clip, Rejection, Role, Status, Tag
from core.model.ids import ClipId, EntryId, MomentId, TagId
from core.model.region import PlacedBox
from core.values import dataclass
from core.words import capital, msg, plural, tr

VERBS = {
    Status.CLAIMED: msg("Leave {entry} on {clips} as a claim"),
    Status.SUPPORTED: msg("Support {entry} on {clips}"),
    Status.CONFIRMED: msg("Confirm {entry} on {clips}"),
    Status.DISPUTED: msg("Dispute {entry} on {clips}"),
    Status.REFUTED: msg("Refute {entry} on {clips}"),
}
"""What a step that gives a status is called."""


def is_settled(clip: Clip, entry: EntryId, role: Role, final: Callable[[EntryId], EntryId]) -> bool:
    """Whether there is nothing to suggest about ``entry`` in ``role``: ``clip`` says it, or somebody has refused it.

    ``final`` is where redirects lead; what was refused of one stays refused once it is merged into another.
    """
    meant = final(entry)
    said = ((tag.entry, tag.role) for tag in clip.tags)
    refused = ((rejection.entry, rejection.role) for rejection in clip.rejected)
    return any((final(one), as_what) == (meant, role) for pairs in (said, refused) for one, as_what in pairs)


def offered(
    clip: Clip, suggested: Iterable[tuple[EntryId, Role]], vocabulary: Vocabulary
) -> list[tuple[EntryId, Role]]:
    """Return those of ``suggested`` that may be offered for ``clip``, by where redirects lead, each once."""
    leading = dict.fromkeys((vocabulary.final(entry), role) for entry, role in suggested)
    return [(entry, role) for entry, role in leading if not is_settled(clip, entry, role, vocabulary.final)]


# statements -----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class AddStatement:
    """Put down what somebody says of clips, beside what others say; what the same one has said is left as it is."""

    clips: tuple[ClipId, ...]
    tag: Tag

    def stage(self, draft: Draft) -> str:
        entry = draft.final(self.tag.entry)
        meant = draft.merged_into(entry.id)
        tag = dated(replace(self.tag, entry=entry.id), draft)
        clips = [draft.clip(clip) for clip in self.clips]
        draft.put_clips(
            replace(clip, tags=tags_in_order(*clip.tags, tag))
            for clip in clips
            if not any(_is_the_same(known, tag, meant) for known in clip.tags)
        )
        on = plural(len(clips), "{entry} on %n clip", "{entry} on %n clips", entry=entry.label)
        if tag.said_by:
            return tr("{status} by {person}: {what}", status=capital(tag.status.word), person=tag.said_by, what=on)
        return tr("{status}: {what}", status=capital(tag.status.word), what=on)


def _is_the_same(known: Tag, tag: Tag, meant: Collection[EntryId]) -> bool:
    said = (known.role, known.moment, known.said_by)
    return known.entry in meant and said == (tag.role, tag.moment, tag.said_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """Which tags are meant: by entry, role, status, who said it or id; what is left open does not count."""

    entry: EntryId | None = None
    role: Role | None = None
    standing: frozenset[Status] = frozenset(Status)
    said_by: str | None = None
    tags: frozenset[TagId] = frozenset()

    def mean(self, tag: Tag, ids: Collection[EntryId]) -> bool:
        """Whether ``tag`` is one of them; ``ids`` are those that lead to the entry."""
        return (
            (self.entry is None or tag.entry in ids)
            and self.role in (None, tag.role)
            and self.said_by in (None, tag.said_by)
            and tag.status in self.standing
            and (not self.tags or tag.id in self.tags)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStatus:
    """Say how far statements of clips may be trusted, and why; ``evidence`` None leaves what was noted."""

    clips: tuple[ClipId, ...]
    status: Status
    of: Statements = Statements()
    evidence: str | None = None

    def stage(self, draft: Draft) -> str:
        entry = None if self.of.entry is None else draft.final(self.of.entry)
        ids = draft.merged_into(entry.id) if entry else frozenset[EntryId]()
        changed = [after for clip in self.clips if (after := self._on(draft.clip(clip), ids)) is not None]
        draft.put_clips(changed)
        what = entry.label if entry else self._only_name(changed, draft)
        return tr(VERBS[self.status], entry=what, clips=plural(len(changed), "%n clip", "%n clips"))

    def _on(self, clip: Clip, ids: Collection[EntryId]) -> Clip | None:
        """Return ``clip`` with the statements that are meant changed, None where there is none of them."""
        if not any(self.of.mean(tag, ids) for tag in clip.tags):
            return None
        return replace(clip, tags=tuple(self._changed(tag) if self.of.mean(tag, ids) else tag for tag in clip.tags))

    def _changed(self, tag: Tag) -> Tag:
        return replace(tag, status=self.status, evidence=tag.evidence if self.evidence is None else self.evidence)

    def _only_name(self, clips: Iterable[Clip], draft: Draft) -> str:
        leads = (
            draft.find_entry(draft.lead(tag.entry)) for clip in clips for tag in clip.tags if tag.id in self.of.tags
        )
        labels = dict.fromkeys(entry.label for entry in leads if entry is not None)
        return next(iter(labels)) if len(labels) == 1 else "what is said"


# suggestions ----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class RejectSuggestion:
    """Have an entry in a role never be suggested for clips again."""

    clips: tuple[ClipId, ...]
    entry: EntryId
    role: Role

    def stage(self, draft: Draft) -> str:
        entry = draft.final(self.entry)
        meant = draft.merged_into(entry.id)
        for clip in map(draft.clip, self.clips):
            if not any(_refuses(rejection, meant, self.role) for rejection in clip.rejected):
                rejection = Rejection(entry=entry.id, role=self.role)
                draft.put_clips([replace(clip, rejected=(*clip.rejected, rejection))])
        return plural(
            len(self.clips),
            "Do not suggest {entry} for %n clip",
            "Do not suggest {entry} for %n clips",
            entry=entry.label,
        )


@dataclass(frozen=True, slots=True)
class AllowSuggestion:
    """Have an entry in a role be suggested for clips again."""

    clips: tuple[ClipId, ...]
    entry: EntryId
    role: Role

    def stage(self, draft: Draft) -> str:
        entry = draft.final(self.entry)
        meant = draft.merged_into(entry.id)
        for clip in map(draft.clip, self.clips):
            kept = tuple(rejection for rejection in clip.rejected if not _refuses(rejection, meant, self.role))
            draft.put_clips([replace(clip, rejected=kept)])
        return plural(
            len(self.clips),
            "Suggest {entry} for %n clip again",
            "Suggest {entry} for %n clips again",
            entry=entry.label,
        )


def _refuses(rejection: Rejection, meant: Collection[EntryId], role: Role) -> bool:
    return rejection.entry in meant and rejection.role is role


# where in time and frame ----------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class PlaceTag:
    """Say in which moment of the clip a tag holds; None for the whole clip."""

    clip: ClipId
    tag: TagId
    moment: MomentId | None

    def stage(self, draft: Draft) -> str:
        clip, tag = _tag_of(draft, self.clip, self.tag)
        moment = next((moment for moment in clip.moments if moment.id == self.moment), None)
        if self.moment is not None and moment is None:
            raise UserProblem(tr("{name} no longer has that moment.", name=clip.name))
        _put_tag(draft, clip, replace(tag, moment=self.moment))
        name = _name(draft, tag)
        within = tr("{entry} in “{moment}”", entry=name, moment=moment.label) if moment else ""
        return within or tr("{entry} over the whole clip", entry=name)


@dataclass(frozen=True, slots=True)
class SetRegion:
    """Say in which part of the frame a tag holds throughout; None for all of it."""

    clip: ClipId
    tag: TagId
    region: Box | None

    def stage(self, draft: Draft) -> str:
        clip, tag = _tag_of(draft, self.clip, self.tag)
        if self.region is not None:
            _check(self.region)
        _put_tag(draft, clip, replace(tag, region=self.region, track=()))
        name = _name(draft, tag)
        marked, unmarked = tr("Mark {entry} in the frame", entry=name), tr("Unmark {entry} in the frame", entry=name)
        return marked if self.region else unmarked


@dataclass(frozen=True, slots=True)
class MoveRegion:
    """Say where in the frame a tag's region is at ``time`` of the clip; None takes out what was said of that time.

    Between two times it moves straight.  A region that stood still until now stands there from the start of its
    moment, or of the clip, on.
    """

    clip: ClipId
    tag: TagId
    time: Fraction
    box: Box | None

    def stage(self, draft: Draft) -> str:
        clip, tag = _tag_of(draft, self.clip, self.tag)
        if self.box is not None:
            _check(self.box)
        if self.time < 0 or (clip.facts.duration is not None and self.time > clip.facts.duration):
            raise UserProblem(tr("{name} has no picture at that time.", name=clip.name))
        placed = {one.time: one for one in tag.track or self._standing(clip, tag)}
        if self.box is None:
            placed.pop(self.time, None)
        else:
            placed[self.time] = PlacedBox(time=self.time, box=self.box)
        track = tuple(placed[time] for time in sorted(placed))
        _put_tag(draft, clip, replace(tag, track=track, region=track[0].box if track else None))
        return tr("Move {entry} in the frame", entry=_name(draft, tag))

    def _standing(self, clip: Clip, tag: Tag) -> tuple[PlacedBox, ...]:
        """Return where a region that stood still is from the start on; nothing where it is first drawn now."""
        if tag.region is None:
            return ()
        starts = (moment.span.start for moment in clip.moments if moment.id == tag.moment)
        start = next(starts, Fraction(0))
        return (PlacedBox(time=min(start, self.time), box=tag.region),)


def _check(box: Box) -> None:
    begins = min(box.left, box.top) >= 0
    ends = max(box.left + box.width, box.top + box.height) <= 1
    if not (begins and ends and min(box.width, box.height) > 0):
        raise UserProblem(tr("A region lies within the frame: fractions of its width and height from 0 to 1."))


def _tag_of(draft: Draft, clip: ClipId, tag: TagId) -> tuple[Clip, Tag]:
    found = draft.clip(clip)
    for one in found.tags:
        if one.id == tag:
            return found, one
    raise UserProblem(tr("{name} no longer carries that tag.", name=found.name))


def _put_tag(draft: Draft, clip: Clip, tag: Tag) -> None:
    draft.put_clips([replace(clip, tags=tuple(tag if one.id == tag.id else one for one in clip.tags))])


def _name(draft: Draft, tag: Tag) -> str:
    entry = draft.find_entry(draft.lead(tag.entry))
    return entry.label if entry else "a removed name"
