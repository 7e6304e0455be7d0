"""A clip and what is said about it."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction

from core.model.ids import ClipId, EntryId, MomentId, StillId, TagId
from core.model.media import (
    DateShot,
    Filmstrip,
    GeoPoint,
    Keyframe,
    MediaFacts,
    MediaFile,
    MediaKind,
    Sights,
)
from core.model.region import Box as Box
from core.model.region import PlacedBox, box_at
from core.model.time import Span
from core.model.vocabulary import EntryKind
from core.values import dataclass
from core.words import msg, tr


class Role(enum.StrEnum):
    """What a tag says of its entry."""

    PERSON_SHOWN = msg("person shown")
    LOCATION_SHOWN = msg("location shown")
    LOCATION_SHOT = msg("location shot")
    PRODUCTION = msg("production")
    KEYWORD = msg("keyword")

    @property
    def word(self) -> str:
        """What it is called where it is shown."""
        return tr(self.value)


USUAL_ROLES: Mapping[EntryKind, Role] = {
    EntryKind.PERSON: Role.PERSON_SHOWN,
    EntryKind.LOCATION: Role.LOCATION_SHOWN,
    EntryKind.PRODUCTION: Role.PRODUCTION,
    EntryKind.KEYWORD: Role.KEYWORD,
}
"""What tagging with an entry says of it unless told otherwise."""


class Status(enum.StrEnum):
    """How far what is said may be trusted."""

    CLAIMED = msg("claimed")
    SUPPORTED = msg("supported")
    CONFIRMED = msg("confirmed")
    DISPUTED = msg("disputed")
    REFUTED = msg("refuted")

    @property
    def word(self) -> str:
        """What it is called where it is shown."""
        return tr(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One statement: this entry, in this role, over the whole clip or one moment, in all or part of the frame.

    ``said_by`` is who said so (empty: the archivist), ``verbatim`` their words, ``at`` when (ISO 8601, UTC).
    ``region`` holds throughout where ``track`` is empty; else ``track`` says where the region is at which time, and
    ``region`` is its first box.
    """

    id: TagId
    entry: EntryId
    role: Role
    status: Status = Status.CONFIRMED
    moment: MomentId | None = None
    region: Box | None = None
    said_by: str = ""
    verbatim: str = ""
    evidence: str = ""
    at: str = ""
    track: tuple[PlacedBox, ...] = ()

    def region_at(self, time: Fraction) -> Box | None:
        """Return the part of the frame that is meant at ``time`` of the clip; None for all of it."""
        return box_at(self.track, time) if self.track else self.region


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """What shall not be suggested again: this entry in this role."""

    entry: EntryId
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A stretch of the clip worth naming."""

    id: MomentId
    span: Span
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the clip came from; dates are ISO 8601 of any precision, ``post_id`` is text and never a number."""

    platform: str = ""
    url: str = ""
    post_id: str = ""
    handle: str = ""
    posted: str = ""
    captured: str = ""
    caption: str = ""
    credit: str = ""


class Permission(enum.StrEnum):
    NOT_ASKED = msg("not asked")
    ASKED = msg("asked")
    GRANTED = msg("granted")
    REFUSED = msg("refused")

    @property
    def word(self) -> str:
        """What it is called where it is shown."""
        return tr(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Whose it is and what may be done with it; ``statement`` is a URI of rightsstatements.org or empty."""

    statement: str = ""
    holder: str = ""
    permission: Permission = Permission.NOT_ASKED
    licence: str = ""
    note: str = ""


class Level(enum.StrEnum):
    PUBLIC = msg("public")
    INTERNAL = msg("internal")
    RESTRICTED = msg("restricted")

    @property
    def word(self) -> str:
        """What it is called where it is shown."""
        return tr(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Who may see it, and from when on.

    ``embargo`` is an ISO 8601 date of any precision or empty; with ``until_release`` the clip is held back until the
    day the productions it is tagged with are released (for ever while none says when).
    """

    level: Level = Level.INTERNAL
    embargo: str = ""
    until_release: bool = False
    reason: str = ""
    sensitive: bool = False


class LinkKind(enum.StrEnum):
    """What one clip is to another."""

    SAME_AS = msg("same as")
    EXCERPT_OF = msg("excerpt of")
    CONTAINS = msg("contains")
    OVERLAPS = msg("overlaps")
    SAME_EVENT = msg("same event")
    NOT_A_DUPLICATE = msg("not a duplicate")

    @property
    def word(self) -> str:
        """What it is called where it is shown."""
        return tr(self.value)


COPIES = frozenset((LinkKind.SAME_AS, LinkKind.EXCERPT_OF, LinkKind.CONTAINS, LinkKind.OVERLAPS))
"""What one clip can be to another that shows the same recording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What is said of this clip and another; the other one carries the converse.

    ``here`` is the stretch of this clip and ``there`` that of the other which show the same, where that is known.
    The archivist says it, unless it is ``suspected``: then only the pictures do.
    """

    other: ClipId
    kind: LinkKind
    here: Span | None = None
    there: Span | None = None
    mirrored: bool = False
    suspected: bool = False

    @property
    def is_copy(self) -> bool:
        """Whether it says, or suspects, that both show the same recording, in whole or in part."""
        return self.kind in COPIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """Everything known of one clip or still.

    ``tags`` and ``moments`` are ordered by id, which is by the time they were made, so that taking one out and
    putting it back is the identity.  ``glanced`` is the poster that a first look at key frames chose, as long
    as no look at every shot has followed.  ``problem`` is the sentence that says why (part of) the file cannot be read,
    else empty.  ``added`` is ISO 8601 in UTC.  ``revision`` is the number of the change that touched the record last.
    """

    id: ClipId
    name: str
    kind: MediaKind
    files: tuple[MediaFile, ...]
    added: str
    facts: MediaFacts = field(default_factory=MediaFacts)
    date_shot: DateShot | None = None
    place: GeoPoint | None = None
    keyframes: tuple[Keyframe, ...] = ()
    poster: StillId | None = None
    problem: str = ""
    source: Source = field(default_factory=Source)
    access: Access = field(default_factory=Access)
    rights: Rights = field(default_factory=Rights)
    tags: tuple[Tag, ...] = ()
    moments: tuple[Moment, ...] = ()
    notes: str = ""
    rating: int = 0
    rejected: tuple[Rejection, ...] = ()
    sights: Sights | None = None
    links: tuple[Link, ...] = ()
    revision: int = 0
    strip: Filmstrip | None = None
    glanced: StillId | None = None

    @property
    def file(self) -> MediaFile:
        """The original that is used when there are several."""
        return self.files[0]
