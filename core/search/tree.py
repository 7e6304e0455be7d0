"""What a query means, as a tree of frozen nodes.

Each node has two meanings that a property test holds equal: plain Python in :mod:`core.search.matching`, and that of
each index.  ``And(())`` is every clip, ``Or(())`` is none.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from datetime import date
from fractions import Fraction

from core.model.clip import Role, Status
from core.model.ids import ClipId, EntryId
from core.model.vocabulary import EntryKind
from core.values import dataclass
from core.words import msg


class TextField(enum.StrEnum):
    """The texts of a clip that can be searched by word."""

    NAME = "name"
    FILE = "file"
    CAPTION = "caption"
    NOTES = "notes"
    MOMENTS = "moments"
    HANDLE = "handle"
    CREDIT = "credit"
    ORIGIN = "origin"
    PATH = "path"
    CODEC = "codec"
    CAMERA = "camera"


WORD_FIELDS = (
    TextField.NAME,
    TextField.FILE,
    TextField.CAPTION,
    TextField.NOTES,
    TextField.MOMENTS,
    TextField.HANDLE,
    TextField.CREDIT,
)
"""Where a word without a field is looked for."""


class Measure(enum.StrEnum):
    """What can be compared as a whole number: milliseconds, pixels, bytes, stars, hundredths of a frame a second."""

    DURATION = msg("duration")
    WIDTH = msg("width")
    HEIGHT = msg("height")
    SIZE = msg("size")
    RATING = msg("rating")
    FPS = msg("fps")


class Dated(enum.StrEnum):
    """What can be compared as a period: when a clip was shot, and when it was added."""

    SHOT = msg("shot")
    ADDED = msg("added")


class Trait(enum.StrEnum):
    """What a clip has or is, yes or no."""

    MOMENTS = msg("moments")
    PERSON = msg("person")
    LOCATION = msg("location")
    PRODUCTION = msg("production")
    KEYWORD = msg("keyword")
    CAPTION = msg("caption")
    NOTES = msg("notes")
    SOURCE = msg("source")
    PLACE = msg("place")
    DATE = msg("date")
    KEYFRAMES = msg("keyframes")
    SOUND = msg("sound")
    RATING = msg("rating")
    UNTAGGED = msg("untagged")
    STILL = msg("still")
    CLIP = msg("clip")
    UNREADABLE = msg("unreadable")
    VERTICAL = msg("vertical")
    SENSITIVE = msg("sensitive")
    UNTIL_RELEASE = msg("until release")
    COPY = msg("copy")
    SUSPECTED = msg("suspected copy")


BEING = frozenset(list(Trait)[list(Trait).index(Trait.UNTAGGED) :]) - {Trait.UNTIL_RELEASE}
"""What a clip is, rather than has."""

STANDING = tuple(status for status in Status if status is not Status.REFUTED)
"""The statuses of tags that count unless others are asked for: all but refuted."""


@dataclass(frozen=True, slots=True)
class And:
    """Clips that answer every part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Clips that answer at least one part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Clips that do not answer ``part``."""

    part: Node


@dataclass(frozen=True, slots=True)
class Text:
    """Clips with ``tokens`` unbroken in one text of ``fields``; with ``prefix`` the last may be just a beginning."""

    tokens: tuple[str, ...]
    fields: tuple[TextField, ...] = WORD_FIELDS
    prefix: bool = True


@dataclass(frozen=True, slots=True)
class Named:
    """Clips tagged with an entry of that name, before it is known which entries those are.

    ``kind`` None is any kind; ``roles`` empty is any role.
    """

    kind: EntryKind | None
    tokens: tuple[str, ...]
    prefix: bool = True
    roles: tuple[Role, ...] = ()
    statuses: tuple[Status, ...] = STANDING


@dataclass(frozen=True, slots=True)
class Tagged:
    """Clips with a tag of one of ``entries``, in one of ``roles`` (empty: any) and of one of ``statuses``."""

    entries: frozenset[EntryId]
    roles: tuple[Role, ...] = ()
    statuses: tuple[Status, ...] = STANDING


@dataclass(frozen=True, slots=True)
class HasStatus:
    """Clips with any tag of one of ``statuses``."""

    statuses: tuple[Status, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """Clips whose date lies wholly in [start, end), in seconds as of :mod:`core.search.periods`; None is open."""

    dated: Dated
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Number:
    """Clips whose ``measure`` is known and in [low, high]; None is open."""

    measure: Measure
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class LookedAt:
    """Clips of which so many per cent were looked at, in [low, high]; None is open.

    It is not in a clip how much of it was looked at: an index knows, and settles it to :class:`Among` for a reading.
    """

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Among:
    """Clips that are among ``clips``."""

    clips: frozenset[ClipId]


@dataclass(frozen=True, slots=True)
class Has:
    """Clips with ``trait``."""

    trait: Trait


@dataclass(frozen=True, slots=True)
class Embargoed:
    """Clips whose embargo is not over on ``today``.

    Resolved, those held back until a release are asked for beside it, for only the vocabulary knows of releases.
    """

    today: date


@dataclass(frozen=True, slots=True)
class Near:
    """Clips in which ``first`` and ``second`` hold at the same time, or no more than ``within`` seconds apart.

    Both are tags, texts of moments, several of these, or such a pair again (:mod:`core.search.places`).
    """

    first: Node
    second: Node
    within: Fraction | None = None


@dataclass(frozen=True, slots=True)
class InMoment:
    """Clips with a moment through which they answer ``part`` (:func:`core.search.matching.holds`)."""

    part: Node


Node = (
    And
    | Or
    | Not
    | Text
    | Named
    | Tagged
    | HasStatus
    | Period
    | Number
    | LookedAt
    | Among
    | Has
    | Embargoed
    | Near
    | InMoment
)

EVERYTHING = And(())
NOTHING = Or(())


def both(*parts: Node) -> Node:
    """Return the one node that asks for all ``parts``."""
    return parts[0] if len(parts) == 1 else And(parts)


def either(*parts: Node) -> Node:
    """Return the one node that asks for any of ``parts``."""
    return parts[0] if len(parts) == 1 else Or(parts)


def rewritten(node: Node, leaf: Callable[[Node], Node]) -> Node:
    """Return ``node`` with every node that has no parts put through ``leaf``."""
    if isinstance(node, And):
        return And(tuple(rewritten(part, leaf) for part in node.parts))
    if isinstance(node, Or):
        return Or(tuple(rewritten(part, leaf) for part in node.parts))
    if isinstance(node, Not):
        return Not(rewritten(node.part, leaf))
    if isinstance(node, InMoment):
        return InMoment(rewritten(node.part, leaf))
    if isinstance(node, Near):
        return Near(rewritten(node.first, leaf), rewritten(node.second, leaf), node.within)
    return leaf(node)


def anywhere(node: Node, wanted: type[Node]) -> bool:
    """Whether ``node`` is a ``wanted`` or has one in it."""
    match node:
        case And(parts) | Or(parts):
            found = any(anywhere(part, wanted) for part in parts)
        case Not(part) | InMoment(part):
            found = anywhere(part, wanted)
        case Near(first, second):
            found = anywhere(first, wanted) or anywhere(second, wanted)
        case _:
            found = False
    return found or isinstance(node, wanted)
