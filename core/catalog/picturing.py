"""What an entry looks like: the picture somebody chose, else one of the newest clips that are known to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from core.catalog.vocabulary import Vocabulary
from core.model.clip import Clip, Status, Tag
from core.model.ids import ClipId, EntryId
from core.model.media import Keyframe
from core.model.vocabulary import Picture
from core.ports.index import Index
from core.search.tree import Node, Tagged
from core.values import dataclass

_LOOKED_AT = 8
"""In so many clips, the newest first, a part of the frame is looked for before a whole frame must do."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where entries, and the clips that carry them, are found."""

    vocabulary: Vocabulary
    index: Index[Node]
    clip: Callable[[ClipId], Clip | None]


def picture_of(entry: EntryId, sources: Sources) -> Picture | None:
    """Return what shows ``entry``; None where nobody chose a picture and no clip that surely shows it has any.

    The part of the frame in which the entry is goes before the poster of a newer clip.
    """
    found = sources.vocabulary.get(entry)
    if found is None or found.picture is not None:
        return found.picture if found is not None else None
    meant = sources.vocabulary.merged_into(found.id)
    clips = list(_newest(sources, meant))
    cut = (part for clip in clips for tag in clip.tags if _shows(tag, meant) and (part := part_of(clip, tag)))
    return next(cut, None) or next((Picture(still=clip.poster) for clip in clips if clip.poster), None)


def _newest(sources: Sources, entries: frozenset[EntryId]) -> Iterator[Clip]:
    rows = sources.index.find(Tagged(entries, statuses=(Status.CONFIRMED,)))[:_LOOKED_AT]
    for clip in sources.index.clip_ids(rows):
        found = sources.clip(clip)
        if found is not None:
            yield found


def _shows(tag: Tag, entries: frozenset[EntryId]) -> bool:
    return tag.entry in entries and tag.status is Status.CONFIRMED


def part_of(clip: Clip, tag: Tag) -> Picture | None:
    """Return the part of the frame that ``tag`` means, in the keyframe nearest to where it was drawn; else None."""
    if tag.region is None or not clip.keyframes:
        return None
    starts = (moment.span.start for moment in clip.moments if moment.id == tag.moment)
    frame = nearest_frame(clip.keyframes, tag.track[0].time if tag.track else next(starts, Fraction(0)))
    return Picture(still=frame.still, box=tag.region_at(frame.time) or tag.region)


def nearest_frame(frames: Sequence[Keyframe], time: Fraction) -> Keyframe:
    """Return the one of ``frames`` (there must be some) that is nearest to ``time``."""
    return min(frames, key=lambda frame: abs(frame.time - time))


def choices_at(clip: Clip, time: Fraction) -> Iterator[tuple[EntryId, Picture]]:
    """Yield whom the keyframe of ``clip`` nearest to ``time`` may stand for, each once, and by which part of it.

    These are the entries of the tags that hold there, those first that are in a part of the frame.
    """
    if not clip.keyframes:
        return
    frame = nearest_frame(clip.keyframes, time)
    running = {moment.id for moment in clip.moments if moment.span.start <= frame.time <= moment.span.end}
    standing = (tag for tag in clip.tags if tag.status is not Status.REFUTED)
    held = [tag for tag in standing if tag.moment is None or tag.moment in running]
    boxes = {tag.entry: box for tag in reversed(held) if (box := tag.region_at(frame.time)) is not None}
    for entry in dict.fromkeys([*boxes, *(tag.entry for tag in held)]):
        yield entry, Picture(still=frame.still, box=boxes.get(entry))
