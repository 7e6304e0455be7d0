"""Keyframes of other clips that look like one, the nearest first."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from core.app import Archive
from core.errors import UserProblem
from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.time import Span, clock
from core.seen.overlaps import FrameLike
from gui.bridge.recognising import Recognising
from gui.frames.reading import Sheet, SheetFrame
from gui.widgets import Section
from gui.words import msg, plural, tr

_CLOSENESS = (
    (3, msg("The same picture, or nearly")),
    (7, msg("Very much alike")),
    (64, msg("Alike in part")),
)
"""Up to how many bits two pictures differ, and what is said of them."""


def closeness(apart: int) -> str:
    """Return in words how near a picture is that differs by ``apart`` bits of 64."""
    closeness = next(words for bits, words in _CLOSENESS if apart <= bits)
    return tr(closeness)


def read_alike(archive: Archive, recognising: Recognising, clip: ClipId, time: Fraction) -> Sheet:
    """Return a sheet of the keyframes that look like the picture of ``clip`` at ``time``, one a clip, by closeness.

    Raises UserProblem where nothing is known of how the clip looks.
    """
    asked = archive.clip(clip)
    with recognising.held() as seen:
        try:
            found = seen.frames_like(asked, time)
        except ValueError:
            raise UserProblem(tr("{name} shows nothing to go by, or was read in part only.", name=asked.name)) from None
    known = [(like, archive.catalog.clip(like.clip)) for like in found if like.clip != clip]
    frames = [(like.apart, _frame(like, other)) for like, other in known if other is not None and other.keyframes]
    return Sheet(
        tuple(frame for _, frame in frames),
        tuple(_sections([apart for apart, _ in frames])),
        tuple(dict.fromkeys(frame.clip for _, frame in frames)),
        tr("Like {time} of {name}", time=clock(time), name=asked.name),
    )


def _frame(like: FrameLike, clip: Clip) -> SheetFrame:
    """Return the keyframe nearest to a picture that is alike, at the time of that picture."""
    frame = min(clip.keyframes, key=lambda one: abs(one.time - like.time))
    after = (one.time for one in clip.keyframes if one.time > like.time)
    end = next(after, max(clip.facts.duration or like.time, like.time))
    poster = frame.still == clip.poster
    return SheetFrame(clip.id, clip.name, clip.kind, frame, Span(like.time, end), (), is_poster=poster, note=clip.name)


def _sections(distances: Sequence[int]) -> list[Section]:
    sections, start = [], 0
    for words, group in groupby(distances, closeness):
        count = len(list(group))
        sections.append(Section(start, words, plural(count, "%n clip", "%n clips")))
        start += count
    return sections
