"""What is asked of a media file, and what is found in it."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import field
from fractions import Fraction
from typing import Any, Protocol

from core.model.media import DateShot, GeoPoint, MediaFacts, MediaKind, Sights
from core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFrame:
    """A frame chosen as a keyframe; ``blob`` is the place of its JPEG among the job's blobs."""

    time: Fraction
    blob: int
    width: int
    height: int
    frame: int | None = None
    reason: str = ""
    sharpness: float = 0.0
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A stretch between two transitions, in seconds from the first picture.

    ``kind`` is how it begins: start, cut, dissolve, fade (through black), dip (through white) or wipe; after anything
    gradual it begins in the middle of that.  ``start_frame`` is the number of its first picture, None where the file
    does not tell.
    """

    start: Fraction
    end: Fraction
    kind: str = "cut"
    start_frame: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStrip:
    """Small pictures of a clip in one image, for scrubbing; ``blob`` is its place among the job's blobs.

    They lie in rows of ``columns``, each ``width`` x ``height`` pixels; ``times`` are theirs in seconds, in order.
    """

    blob: int
    columns: int
    width: int
    height: int
    times: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyframeChoice:
    """A picture worth keeping, and why: it shows a shot, other content in a long one, or too much time went by."""

    time: Fraction
    frame: int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotList:
    """The shots of a clip and its keyframes; ``decoded`` counts the pictures it took, ``mode`` says how it was done."""

    shots: tuple[Shot, ...]
    keyframes: tuple[KeyframeChoice, ...]
    decoded: int
    mode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All a media job found in one file.

    ``poster`` is a place in ``keyframes``.  ``problem`` is the sentence for a file that could be read in part only
    ("It ends after 3.2 s: the file is cut off; what is there was kept."), else empty.  ``xmp`` is the XMP packet inside
    the file, whose words about people and places are claims.
    """

    kind: MediaKind
    facts: MediaFacts
    date_shot: DateShot | None = None
    place: GeoPoint | None = None
    keyframes: tuple[FoundFrame, ...] = ()
    poster: int | None = None
    shots: tuple[Shot, ...] = ()
    strip: FoundStrip | None = None
    sights: Sights | None = None
    problem: str = ""
    xmp: str = ""


class End(enum.StrEnum):
    """How a job ended."""

    DONE = "done"
    REFUSED = "refused"
    """The job said no: the file is bad, the child is fine; ``detail`` is the sentence for the archivist."""
    CRASHED = "crashed"
    TOO_SLOW = "too slow"
    STALLED = "stalled"
    TOO_BIG = "too big"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one job; ``value`` and ``blobs`` are its result where ``end`` is DONE."""

    end: End
    detail: str = ""
    value: Mapping[str, Any] = field(default_factory=dict)
    blobs: tuple[bytes, ...] = ()
    seconds: float = 0.0


OnDone = Callable[[str, Outcome], None]


class MediaPool(Protocol):
    """Runs jobs on files that may crash, hang or eat memory, a few at a time, each in a child process.

    ``on_done`` is called once for each submitted key, on any thread, perhaps before ``submit`` returns; its key is free
    again then.
    """

    def submit(self, key: str, task: Mapping[str, Any], on_done: OnDone) -> None:
        """Queue a job; ``task`` is plain JSON values.  Raises ValueError where ``key`` is still in use."""

    def cancel(self, key: str) -> None:
        """Drop a queued job or end a running one; its outcome is CANCELLED."""

    def pause(self) -> None:
        """Start no further job until ``resume``."""

    def resume(self) -> None:
        """Go on after ``pause``."""

    def close(self) -> None:
        """End all children and threads; jobs not finished, and those submitted later, end as CANCELLED."""
