"""What a contact sheet shows, read from the archive: every keyframe of some clips, with the moments it lies in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from core.app import Archive
from core.catalog.picturing import choices_at
from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.media import Keyframe, MediaKind
from core.model.time import Span, clock
from core.values import dataclass
from gui.picturing import Choices
from gui.widgets import Section
from gui.words import plural, tr

MOST_CLIPS = 400
"""Of so many clips at most the keyframes are shown; beyond that nobody looks at single frames."""


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """One keyframe: how long it stands for its clip, what moments run meanwhile, and whether it is the poster.

    ``note`` is said of it beside its time.  ``choices`` are those whose picture it may be.
    """

    clip: ClipId
    clip_name: str
    kind: MediaKind
    frame: Keyframe
    span: Span
    moments: tuple[str, ...]
    is_poster: bool
    note: str = ""
    choices: Choices = ()

    @property
    def words(self) -> str:
        """What a screen reader says."""
        parts = [clock(self.span.start), self.clip_name, *self.moments, tr("poster") if self.is_poster else ""]
        return ", ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Sheet:
    """Frames in order; ``sections`` head each clip where there are several, ``left_out`` counts clips beyond."""

    frames: tuple[SheetFrame, ...]
    sections: tuple[Section, ...]
    clips: tuple[ClipId, ...]
    name: str
    left_out: int = 0


def read_sheet(archive: Archive, wanted: Sequence[ClipId]) -> Sheet:
    """Return the contact sheet of those of ``wanted`` that are in the archive."""
    found = [archive.catalog.clip(clip) for clip in wanted[:MOST_CLIPS]]
    clips = [clip for clip in found if clip is not None]
    frames: list[SheetFrame] = []
    sections: list[Section] = []
    for clip in clips:
        if clip.keyframes:
            sections.append(Section(len(frames), clip.name, _note(clip)))
        frames += frames_of(clip)
    return Sheet(
        tuple(frames),
        tuple(sections) if len(clips) > 1 else (),
        tuple(clip.id for clip in clips),
        clips[0].name if len(clips) == 1 else plural(len(clips), "%n clip", "%n clips"),
        max(0, len(wanted) - MOST_CLIPS),
    )


def _note(clip: Clip) -> str:
    frames = plural(len(clip.keyframes), "%n keyframe", "%n keyframes")
    return f"{clock(clip.facts.duration)} · {frames}" if clip.facts.duration is not None else frames


def frames_of(clip: Clip) -> Iterator[SheetFrame]:
    """Yield every keyframe of a clip."""
    times = [frame.time for frame in clip.keyframes]
    last = max([clip.facts.duration or Fraction(0), *times[-1:]])
    for frame, end in zip(clip.keyframes, [*times[1:], last][: len(times)], strict=True):
        span = Span(frame.time, max(frame.time, end))
        yield SheetFrame(
            clip.id,
            clip.name,
            clip.kind,
            frame,
            span,
            _moments_in(clip, span),
            is_poster=frame.still == clip.poster,
            choices=tuple(choices_at(clip, frame.time)),
        )


def _moments_in(clip: Clip, span: Span) -> tuple[str, ...]:
    """Return the labels of the moments that run while a frame stands for the clip."""
    running = (moment for moment in clip.moments if moment.span.start < span.end and moment.span.end > span.start)
    return tuple(moment.label for moment in sorted(running, key=lambda moment: moment.span.start))
