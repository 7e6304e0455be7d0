"""The authority file: people, locations, productions and keywords, each once, under all its names."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from core.model.ids import EntryId


class EntryKind(enum.StrEnum):
    PERSON = "person"
    LOCATION = "location"
    PRODUCTION = "production"
    KEYWORD = "keyword"

    @property
    def plural(self) -> str:
        return "people" if self is EntryKind.PERSON else f"{self.value}s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another name for an entry; ``language`` is a BCP 47 tag or empty."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One authority entry.

    ``released`` (a production's) is an ISO 8601 date of any precision; ``redirect`` names the entry this one was
    merged into; ``external_ids`` maps a scheme (wikidata, imdb, viaf, geonames, tgn) to an id in it.
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
    revision: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The label, then every alias."""
        return (self.label, *(alias.text for alias in self.aliases))
