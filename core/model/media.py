"""What a file itself says: its place on disk, its streams, when and where it was shot, its frames."""

from __future__ import annotations

import base64
import enum
import os
from dataclasses import field
from fractions import Fraction

from core.model.ids import StillId
from core.values import dataclass


class MediaKind(enum.StrEnum):
    CLIP = "clip"
    STILL = "still"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """Where an original lies and how it is known again.

    ``path`` is absolute and fit to be shown; ``raw_path`` is the base64 of the very bytes where they are not UTF-8.
    ``quick_hash`` covers the size and three stretches of the file; ``full_hash`` all of it, as "xxh128:HEX" or
    "sha256:HEX" (empty until recorded), and ``verified`` is when the file last had it (ISO 8601, UTC).
    """

    path: str
    raw_path: str = ""
    size: int = 0
    mtime_ns: int = 0
    quick_hash: str = ""
    full_hash: str = ""
    verified: str = ""

    @property
    def location(self) -> str:
        """The path to hand to the operating system."""
        return os.fsdecode(base64.b64decode(self.raw_path)) if self.raw_path else self.path

    @property
    def name(self) -> str:
        return os.path.basename(self.path)


def shown_path(location: str) -> tuple[str, str]:
    """Return (``path``, ``raw_path``) of :class:`MediaFile` for a path as the operating system gives it."""
    raw = os.fsencode(location)
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace"), base64.b64encode(raw).decode("ascii")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A stretch that the file itself names, in seconds from its start."""

    start: Fraction
    end: Fraction
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFacts:
    """What the container and its streams say; None or empty where they say nothing.

    ``width`` and ``height`` are of the picture as shown, after ``rotation`` (degrees clockwise: 0, 90, 180, 270).
    ``duration`` and ``frame_rate`` are exact; ``start_timecode`` is as written in the file.  ``audio_channels`` are
    those of the first of ``audio_tracks``, ``audio_layout`` what they are for ("stereo", "5.1").  ``other_date`` is the
    container's own creation time where it is more than a day from the date that is believed.  ``tags`` are what else
    the container says in words (software, artist, copyright), by its own names in lower case.
    """

    container: str = ""
    codec: str = ""
    pixel_format: str = ""
    width: int = 0
    height: int = 0
    rotation: int = 0
    duration: Fraction | None = None
    frame_rate: Fraction | None = None
    variable_rate: bool = False
    frames: int | None = None
    hdr: str = ""
    audio_codec: str = ""
    audio_channels: int = 0
    audio_rate: int = 0
    start_timecode: str = ""
    reel: str = ""
    camera: str = ""
    lens: str = ""
    title: str = ""
    audio_tracks: int = 0
    audio_layout: str = ""
    chapters: tuple[Chapter, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)
    other_date: DateShot | None = None


class Precision(enum.StrEnum):
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateShot:
    """When it was shot: wall-clock time where the camera stood, as far as ``precision`` goes.

    ``value`` is ISO 8601 cut to its precision (2020, 2020-09, 2020-09-06, 2020-09-06T14:22, 2020-09-06T14:22:05);
    ``zone`` is an offset such as +02:00, ``Z``, or empty where the file does not say; ``said_by`` names the field that
    said so ("Keys:CreationDate", "EXIF DateTimeOriginal", "container creation_time (assumed UTC)", "archivist").
    """

    value: str
    precision: Precision
    zone: str = ""
    said_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoPoint:
    """Where the camera stood: WGS 84 degrees, metres above the sea."""

    latitude: float
    longitude: float
    altitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sights:
    """What a clip looks like as it goes on, to know it again: perceptual hashes of pictures some half a second apart.

    ``ticks`` are presentation times in units of ``time_base`` from the first picture.  ``whole`` and ``inner`` hold 64
    bits in hex for each of them, one after the other: of the picture without black bars, and without a rim of 5 % on
    every side, so that a copy that was cropped is known.
    """

    time_base: Fraction
    ticks: tuple[int, ...]
    whole: str
    inner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filmstrip:
    """Small pictures of a clip in one still, for scrubbing: rows of ``columns``, each ``width`` x ``height`` pixels.

    ``times`` are theirs in seconds from the clip's first picture, in order.
    """

    still: StillId
    columns: int
    width: int
    height: int
    times: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyframe:
    """One frame kept as a still; ``time`` is its presentation time in seconds from the clip's first picture.

    ``fingerprint`` is a 64-bit perceptual hash in hex; ``sharpness`` is comparable within one clip only;
    ``reason`` says why the frame was chosen ("shot", "time", "still").
    """

    time: Fraction
    still: StillId
    width: int
    height: int
    frame: int | None = None
    reason: str = ""
    sharpness: float = 0.0
    fingerprint: str = ""
