"""How things are found: derived from records, and rebuilt from them whenever it is lost."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Protocol, TypeVar

from core.model.clip import Clip, Role, Status, Tag
from core.model.ids import ClipId, EntryId, StillId
from core.model.media import MediaKind
from core.model.vocabulary import Entry
from core.values import dataclass

QueryT = TypeVar("QueryT", contravariant=True)


class Order(enum.StrEnum):
    """How results are ordered; ties are broken by the order in which clips were added, newest first."""

    ADDED = "added"
    SHOT = "shot"
    NAME = "name"
    DURATION = "duration"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Chip:
    """A tag as a card shows it."""

    entry: EntryId
    role: Role
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """All the grid paints of one clip; ``keyframes`` are the stills to scrub over, in order."""

    row: int
    id: ClipId
    name: str
    kind: MediaKind
    poster: StillId | None
    keyframes: tuple[StillId, ...]
    duration: Fraction | None
    problem: str
    chips: tuple[Chip, ...]
    rating: int = 0


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file some clip already stands for."""

    clip: ClipId
    path: str
    size: int
    mtime_ns: int
    quick_hash: str
    readable: bool


class Index(Protocol[QueryT]):
    """Clips and entries, ready to be found.

    Rows are small integers, stable while the index lives.  Reading is safe from any thread beside one writer.
    ``QueryT`` is the resolved query tree of core.search.
    """

    @property
    def seq(self) -> int:
        """The change set up to which the index speaks; 0 where it is new, or was found damaged and made anew."""

    @property
    def writable(self) -> bool:
        """Whether ``apply`` and ``rebuild`` may be called: not on an index that is another's, opened to read."""

    def apply(self, seq: int, clips: Mapping[ClipId, Clip | None], entries: Mapping[EntryId, Entry | None]) -> None:
        """Take over records as they are after change set ``seq``, in one transaction; None removes."""

    def tag(self, seq: int, clips: Sequence[ClipId], tag: Tag) -> None:
        """Take over that change set ``seq`` gave all of ``clips`` the new whole-clip ``tag``, in one transaction."""

    def untag(self, seq: int, clips: Sequence[ClipId], tag: Tag) -> None:
        """Take over that change set ``seq`` took ``tag``, a whole-clip one, off all of ``clips``."""

    @property
    def looked(self) -> int:
        """Up to which count the index knows what was looked at (see core.ports.looked)."""

    def look(self, shares: Mapping[ClipId, int], count: int) -> None:
        """Take over how much of some clips was looked at, in per cent, as of ``count``; ``seq`` stays as it is."""

    def look_anew(self, shares: Mapping[ClipId, int], count: int) -> None:
        """Take over how much was looked at of all clips that were; of all others nothing was."""

    def rebuild(self, seq: int, clips: Iterable[Clip], entries: Iterable[Entry]) -> None:
        """Replace all there is."""

    def find(self, query: QueryT, order: Order = Order.ADDED) -> Sequence[int]:
        """Return the rows of the clips that answer ``query``, in ``order``."""

    def counts(self, query: QueryT) -> Mapping[EntryId, int]:
        """Return how many of the clips that answer ``query`` carry each entry; those without any are left out."""

    def parted(self, rows: Sequence[int], entries: Sequence[EntryId]) -> Sequence[Sequence[int]]:
        """Return ``rows`` in parts, each in their order: one for every one of ``entries``, of clips that carry it and
        none of those before it, and last those that carry none.  Refuted tags do not count."""

    def moments(self, query: QueryT) -> int:
        """Return through how many of their moments clips answer ``query``."""

    def cards(self, rows: Sequence[int]) -> Sequence[Card]:
        """Return the cards of ``rows``, in their order, without rows that are gone."""

    def rows(self, clips: Iterable[ClipId]) -> Mapping[ClipId, int]:
        """Return the rows of those of ``clips`` that the index has."""

    def clip_ids(self, rows: Sequence[int]) -> Sequence[ClipId]:
        """Return the ids behind ``rows``, in their order, without rows that are gone."""

    def without(self, clips: Sequence[ClipId], entry: EntryId, role: Role) -> Sequence[ClipId]:
        """Return those of ``clips``, in their order, that the archive has and that carry no whole-clip tag of ``entry``
        in ``role``, whatever its status."""

    def clips_with(self, entry: EntryId) -> Sequence[ClipId]:
        """Return the clips that carry ``entry``."""

    def entry(self, entry: EntryId) -> Entry | None:
        """Return one entry, or None where there is none of that id."""

    def entries(self) -> Iterable[Entry]:
        """Yield every entry."""

    def known_at(self, path: str) -> KnownFile | None:
        """Return the file known under the shown ``path``."""

    def known_alike(self, size: int, quick_hash: str) -> Sequence[KnownFile]:
        """Return the files of that size and quick hash, wherever they lie."""

    def __len__(self) -> int:
        """How many clips there are."""

    def close(self) -> None: ...
