"""One list of markers for every editing format: what is said of a clip and of its moments, in exact time.

Every clip of a sheet is in the list, so that none is left out in silence.  A still, and a file that cannot be read, is
one frame long; a clip that says no frame rate is counted at that of the clip before it (the first ones at that of the
first clip that says one, else at 25); a clip without a duration ends with its last moment.  ``remarks`` says each of
these in words, and every writer carries them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import chain
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

from core.catalog.vocabulary import Vocabulary
from core.export.cells import split_values
from core.export.columns import COLUMNS, known
from core.export.counting import ASSUMED_RATE, Counting, counting_of, own_rate
from core.export.sheet import Row, Sheet
from core.model.clip import Clip, Moment, Role, Status
from core.model.ids import MomentId
from core.model.media import MediaFile, MediaKind
from core.model.time import Span
from core.values import dataclass

_HELD = 256
"""How many clips are held back at most until one says a frame rate."""
_LINE_ENDS_AND_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NO_TEXT = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_WINDOWS_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\")


@dataclass(frozen=True, slots=True)
class Said:
    """What tags say of a clip or moment: facts, and doubts in words that name their standing; nothing refuted."""

    facts: tuple[tuple[Role, str], ...]
    doubts: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        """One line for each role ("person shown: Tom Cruise, Hayley Atwell") and doubt."""
        roles = dict.fromkeys(role for role, _ in self.facts)
        return [f"{role}: {', '.join(name for its, name in self.facts if its is role)}" for role in roles] + [
            *self.doubts
        ]


@dataclass(frozen=True, slots=True)
class Marker:
    """One moment, or (None) a whole clip; ``span`` is at least a frame long, in seconds from the first picture."""

    span: Span
    name: str
    note: str
    said: Said
    moment: MomentId | None = None

    @property
    def lines(self) -> list[str]:
        """What is said besides the name, each on its own line."""
        return [*filter(None, [self.note]), *self.said.lines]


@dataclass(frozen=True, slots=True)
class MarkedClip:
    """A clip as editing systems see it; text in it is one line each and free of what no format can hold.

    ``length`` (seconds, at least a frame) reaches to the end of the last marker; ``markers`` are in order of time.
    """

    row: Row
    name: str
    reel: str
    counting: Counting
    length: Fraction
    said: Said
    markers: tuple[Marker, ...]
    remarks: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        """What is said of the clip besides its name, each on its own line."""
        return [*self.said.lines, *self.remarks]

    @property
    def whole(self) -> Marker:
        """The clip itself as a marker, from its first frame to its last."""
        return Marker(Span(Fraction(0), self.length), self.name, "; ".join(self.remarks), self.said)


def marked_clips(sheet: Sheet) -> Iterator[MarkedClip]:
    """Yield each clip of ``sheet`` with its markers, one at a time."""
    rows = iter(sheet.rows)
    held: list[Row] = []
    for row in rows:
        held.append(row)
        if own_rate(row.clip.facts) or len(held) == _HELD:
            break
    rate = (own_rate(held[-1].clip.facts) if held else None) or ASSUMED_RATE
    for row in chain(held, rows):
        rate = own_rate(row.clip.facts) or rate
        yield _marked(row, sheet.words, rate)


def placed(clips: Iterable[MarkedClip]) -> Iterator[tuple[Fraction, MarkedClip]]:
    """Yield each clip and when it begins, in seconds, where they lie end to end."""
    begins = Fraction(0)
    for clip in clips:
        yield begins, clip
        begins += clip.length


def one_line(text: str) -> str:
    """Return ``text`` on one line: no line ends, tabs or control characters, and nothing that UTF-8 or XML refuses."""
    return _NO_TEXT.sub("\ufffd", _LINE_ENDS_AND_CONTROLS.sub(" ", text)).strip()


def within(clip: Clip, moment: MomentId) -> Clip:
    """Return ``clip`` as it is during one moment: with that alone, and the tags said of it or of the whole clip.

    What is refuted of the moment does not hold there, whatever is said of the whole.
    """
    refuted = {(tag.role, tag.entry) for tag in clip.tags if tag.moment == moment and tag.status is Status.REFUTED}
    whole = (tag for tag in clip.tags if tag.moment is None and (tag.role, tag.entry) not in refuted)
    own = (tag for tag in clip.tags if tag.moment == moment)
    return replace(clip, tags=(*whole, *own), moments=tuple(each for each in clip.moments if each.id == moment))


def file_url(file: MediaFile) -> str:
    """Return the ``file:`` URL of an original, the very bytes of its path escaped.

    A path within a hand-over package is relative to the sheet, and so is its URL.
    """
    if _WINDOWS_PATH.match(file.path):
        return PureWindowsPath(file.path).as_uri()
    if not file.location.startswith("/"):
        return quote(os.fsencode(file.location))
    return PurePosixPath(file.location).as_uri()


def _marked(row: Row, words: Vocabulary, assumed: Fraction) -> MarkedClip:
    clip = row.clip
    counting, remarks = counting_of(clip.facts, assumed)
    if clip.kind is MediaKind.STILL:
        remarks = ["a still picture"]
    frame = 1 / counting.rate
    markers = tuple(_marker(moment, clip, words, frame) for moment in _in_order(clip.moments))
    reach = max((marker.span.end for marker in markers), default=frame)
    return MarkedClip(
        row=row,
        name=one_line(clip.name) or one_line(clip.file.name),
        reel=one_line(clip.facts.reel),
        counting=counting,
        length=max(reach, clip.facts.duration or frame),
        said=_said(clip, words, None),
        markers=markers,
        remarks=(*_troubles(clip), *remarks, *_remarks_on_length(clip, reach)),
    )


def _troubles(clip: Clip) -> Iterator[str]:
    if clip.problem:
        yield f"problem: {one_line(clip.problem)}"
    elif clip.kind is MediaKind.UNREADABLE:
        yield "problem: the file cannot be read"


def _remarks_on_length(clip: Clip, reach: Fraction) -> Iterator[str]:
    if clip.kind is not MediaKind.STILL and clip.facts.duration is None:
        yield "no duration is known"
    elif clip.facts.duration is not None and clip.moments and reach > clip.facts.duration:
        yield "a moment reaches past the end of the clip"


def _in_order(moments: Iterable[Moment]) -> list[Moment]:
    """Those that begin first come first; of two that begin together the longer, so that one lies within the other."""
    return sorted(moments, key=lambda moment: (moment.span.start, -moment.span.end))


def _marker(moment: Moment, clip: Clip, words: Vocabulary, frame: Fraction) -> Marker:
    span = Span(moment.span.start, max(moment.span.end, moment.span.start + frame))
    said = _said(clip, words, moment.id)
    return Marker(span, one_line(moment.label) or "Moment", one_line(moment.note), said, moment.id)


def _said(clip: Clip, words: Vocabulary, moment: MomentId | None) -> Said:
    """What the tags of one moment say, or those of the whole clip; a tag whose moment is gone speaks of the clip."""
    there = {each.id for each in clip.moments}
    tags = tuple(tag for tag in clip.tags if (tag.moment if tag.moment in there else None) == moment)
    if not tags:
        return Said((), ())
    scope = replace(clip, tags=tags)
    facts = tuple((role, one_line(words.label(entry))) for role in Role for entry in known(scope, role, words))
    doubts = split_values(COLUMNS["unconfirmed"].value(scope, words))
    return Said(facts, tuple(one_line(doubt) for doubt in doubts))
