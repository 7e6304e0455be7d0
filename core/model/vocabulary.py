"""The authority file: people, locations, productions and keywords, each once, under all its names."""

from __future__ import annotations

import enum
from dataclasses import field

from core.model.ids import EntryId, StillId
from core.model.region import Box
from core.values import dataclass
from core.words import msg, tr


class EntryKind(enum.StrEnum):
    PERSON = msg("person")
    LOCATION = msg("location")
    PRODUCTION = msg("production")
    KEYWORD = msg("keyword")

    @property
    def plural(self) -> str:
        return "people" if self is EntryKind.PERSON else f"{self.value}s"

    @property
    def word(self) -> str:
        """What one of the kind is called where it is shown."""
        return tr(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another name for an entry; ``language`` is a BCP 47 tag or empty."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What an entry looks like: a still, or the part of it in ``box``."""

    still: StillId
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One authority entry.

    ``released`` (a production's) is an ISO 8601 date of any precision, and so are ``existed_from`` and ``existed_to``:
    a life, or from when to when there was such a place or company.  ``redirect`` names the entry this one was merged
    into; ``external_ids`` maps a scheme (wikidata, imdb, viaf, geonames, tgn) to an id in it; ``different_from`` are
    those somebody has looked at and found to be others.  ``picture`` is the one that somebody chose.
    """

    id: EntryId
    kind: EntryKind
    label: str
    aliases: tuple[Alias, ...] = ()
    parent: EntryId | None = None
    external_ids: dict[str, str] = field(default_factory=dict)
    released: str = ""
    directors: tuple[str, ...] = ()
    note: str = ""
    redirect: EntryId | None = None
    existed_from: str = ""
    existed_to: str = ""
    different_from: tuple[EntryId, ...] = ()
    picture: Picture | None = None
    revision: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The label, then every alias."""
        return (self.label, *(alias.text for alias in self.aliases))
