"""The columns a tag sheet may have, and how each reads a clip.

Headings are those of the project's mapping table (CSV / XLSX); a heading never changes, for sheets come back.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from core.catalog.vocabulary import Vocabulary
from core.export.cells import join_values, never_a_number
from core.model.clip import Clip, Role, Status, Tag
from core.model.ids import EntryId
from core.model.time import offset
from core.values import dataclass

ID_PREFIX = "sb-"
"""Stands before every id of ours, for a spreadsheet rounds an id that is made of digits alone."""

UNTIL_RELEASE = "release"
"""What stands for the end of an embargo that lasts until the production's release."""

ESTABLISHED = frozenset({Status.CONFIRMED, Status.SUPPORTED})
"""The standings with which a tag is told as a fact."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``width`` is in characters; ``wraps`` where its text may take several lines."""

    key: str
    value: Callable[[Clip, Vocabulary], str]
    width: int = 16
    wraps: bool = False

    @property
    def heading(self) -> str:
        """What stands above the column in a sheet: its key, by which a sheet that comes back is read."""
        return self.key

    @property
    def words(self) -> str:
        """What a person is shown where columns are chosen."""
        return self.key.replace("_", " ").capitalize()


def sheet_id(record: str) -> str:
    """Return the id of a clip or entry as sheets show it."""
    return ID_PREFIX + record


def established(clip: Clip, role: Role) -> list[EntryId]:
    """Return the entries that stand in ``role`` as a fact, each once, in the order they were tagged."""
    return list(dict.fromkeys(tag.entry for tag in clip.tags if tag.role is role and tag.status in ESTABLISHED))


def known(clip: Clip, role: Role, words: Vocabulary) -> list[EntryId]:
    """Return the entries that are :func:`established` in ``role``, by where redirects lead, each once."""
    return words.finals(established(clip, role))


def unconfirmed(clip: Clip, words: Vocabulary) -> list[Tag]:
    """Return the tags that are claimed or disputed; what was refuted is nowhere, what is established not here twice.

    A dispute is told even where the same was confirmed by somebody else.
    """
    facts = {(tag.role, words.final(tag.entry)) for tag in clip.tags if tag.status in ESTABLISHED}
    claims = [tag for tag in clip.tags if tag.status in (Status.CLAIMED, Status.DISPUTED)]
    return [tag for tag in claims if tag.status is Status.DISPUTED or (tag.role, words.final(tag.entry)) not in facts]


def _labels(role: Role) -> Callable[[Clip, Vocabulary], str]:
    return lambda clip, words: join_values(words.label(entry) for entry in known(clip, role, words))


def _authority_ids(role: Role) -> Callable[[Clip, Vocabulary], str]:
    return lambda clip, words: join_values(_known_as(entry, words) for entry in known(clip, role, words))


def _known_as(entry: EntryId, words: Vocabulary) -> str:
    """The ids an entry has elsewhere (``wikidata:Q123 imdb:nm0000001``), else ours."""
    found = words.get(entry)
    if found is None or not found.external_ids:
        return sheet_id(entry)
    return " ".join(f"{scheme}:{value}" for scheme, value in sorted(found.external_ids.items()))


def _unconfirmed(clip: Clip, words: Vocabulary) -> str:
    return join_values(f"{tag.role}: {words.label(tag.entry)} ({_standing(tag)})" for tag in unconfirmed(clip, words))


def _standing(tag: Tag) -> str:
    """How far a tag may be trusted, and who said it: who said it is not who disputes it."""
    if not tag.said_by:
        return str(tag.status)
    return f"{tag.status} by {tag.said_by}" if tag.status is Status.CLAIMED else f"{tag.status}, said by {tag.said_by}"


def _moments(clip: Clip, _words: Vocabulary) -> str:
    spans = sorted(clip.moments, key=lambda moment: (moment.span.start, moment.span.end))
    return join_values(f"{offset(m.span.start)}-{offset(m.span.end)} {m.label}".rstrip() for m in spans)


def _rate(rate: Fraction | None) -> str:
    return "" if rate is None else f"{float(rate):.3f}".rstrip("0").rstrip(".")


def _duration(clip: Clip) -> str:
    return "" if clip.facts.duration is None else offset(clip.facts.duration)


def _post_id(clip: Clip) -> str:
    return never_a_number(clip.source.post_id, clip.source.platform.casefold() or "post")


def _embargo(clip: Clip) -> str:
    """The end of the embargo: a date, the word ``release``, or both where both have to pass."""
    return join_values([clip.access.embargo, UNTIL_RELEASE if clip.access.until_release else ""])


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}"


def _number(value: int) -> str:
    return str(value) if value else ""


def _shown(read: Callable[[Clip], str]) -> Callable[[Clip, Vocabulary], str]:
    """Make a reader of one that needs no vocabulary."""
    return lambda clip, _words: read(clip)


def _all_columns() -> Iterator[Column]:
    yield from _about_the_file()
    yield from _about_what_is_seen()
    yield from _about_its_origin()
    yield from _about_its_rights()
    yield from _about_the_picture()


def _about_the_file() -> Iterator[Column]:
    yield Column("id", _shown(lambda clip: sheet_id(clip.id)), 36)
    yield Column("title", _shown(lambda clip: clip.name), 28, wraps=True)
    yield Column("file", _shown(lambda clip: clip.file.name), 28, wraps=True)
    yield Column("folder", _shown(lambda clip: os.path.dirname(clip.file.path)), 32, wraps=True)
    yield Column("kind", _shown(lambda clip: str(clip.kind)), 9)
    yield Column("duration", _shown(_duration), 13)
    yield Column("problem", _shown(lambda clip: clip.problem), 28, wraps=True)
    yield Column("added", _shown(lambda clip: clip.added), 20)
    yield Column("rev", _shown(lambda clip: str(clip.revision)), 8)


def _about_what_is_seen() -> Iterator[Column]:
    yield Column("people", _labels(Role.PERSON_SHOWN), 24, wraps=True)
    yield Column("people_ids", _authority_ids(Role.PERSON_SHOWN), 24, wraps=True)
    yield Column("location_shown", _labels(Role.LOCATION_SHOWN), 22, wraps=True)
    yield Column("location_id", _authority_ids(Role.LOCATION_SHOWN), 24, wraps=True)
    yield Column("location_shot", _labels(Role.LOCATION_SHOT), 22, wraps=True)
    yield Column("production", _labels(Role.PRODUCTION), 28, wraps=True)
    yield Column("production_id", _authority_ids(Role.PRODUCTION), 24, wraps=True)
    yield Column("keywords", _labels(Role.KEYWORD), 22, wraps=True)
    yield Column("unconfirmed", _unconfirmed, 32, wraps=True)
    yield Column("moments", _moments, 38, wraps=True)
    yield Column("notes", _shown(lambda clip: clip.notes), 36, wraps=True)
    yield Column("rating", _shown(lambda clip: _number(clip.rating)), 7)


def _about_its_origin() -> Iterator[Column]:
    yield Column("caption_as_shared", _shown(lambda clip: clip.source.caption), 44, wraps=True)
    yield Column("source_platform", _shown(lambda clip: clip.source.platform), 12)
    yield Column("source_handle", _shown(lambda clip: clip.source.handle), 18)
    yield Column("source_url", _shown(lambda clip: clip.source.url), 36, wraps=True)
    yield Column("source_post_id", _shown(_post_id), 24)
    yield Column("source_posted", _shown(lambda clip: clip.source.posted), 20)
    yield Column("credit", _shown(lambda clip: clip.source.credit), 22, wraps=True)


def _about_its_rights() -> Iterator[Column]:
    yield Column("rights", _shown(lambda clip: clip.rights.statement), 36, wraps=True)
    yield Column("rights_holder", _shown(lambda clip: clip.rights.holder), 22, wraps=True)
    yield Column("permission", _shown(lambda clip: str(clip.rights.permission)), 11)
    yield Column("licence", _shown(lambda clip: clip.rights.licence), 22, wraps=True)
    yield Column("access", _shown(lambda clip: str(clip.access.level)), 10)
    yield Column("embargo_until", _shown(_embargo), 13)
    yield Column("embargo_reason", _shown(lambda clip: clip.access.reason), 22, wraps=True)
    yield Column("sensitive", _shown(lambda clip: "yes" if clip.access.sensitive else ""), 9)


def _about_the_picture() -> Iterator[Column]:
    yield Column("date_shot", _shown(lambda clip: clip.date_shot.value if clip.date_shot else ""), 20)
    yield Column("date_zone", _shown(lambda clip: clip.date_shot.zone if clip.date_shot else ""), 10)
    yield Column("date_source", _shown(lambda clip: clip.date_shot.said_by if clip.date_shot else ""), 24)
    yield Column("lat", _shown(lambda clip: _degrees(clip.place.latitude if clip.place else None)), 11)
    yield Column("lon", _shown(lambda clip: _degrees(clip.place.longitude if clip.place else None)), 11)
    yield Column("camera", _shown(lambda clip: clip.facts.camera), 20, wraps=True)
    yield Column("codec", _shown(lambda clip: clip.facts.codec), 9)
    yield Column("width", _shown(lambda clip: _number(clip.facts.width)), 7)
    yield Column("height", _shown(lambda clip: _number(clip.facts.height)), 7)
    yield Column("frame_rate", _shown(lambda clip: _rate(clip.facts.frame_rate)), 11)
    yield Column("start_tc", _shown(lambda clip: clip.facts.start_timecode), 13)
    yield Column("reel", _shown(lambda clip: clip.facts.reel), 12)


COLUMNS: Mapping[str, Column] = {column.key: column for column in _all_columns()}
"""Every column by its key, in the order in which they are offered."""

DEFAULT_COLUMNS: tuple[str, ...] = (
    "title", "duration", "people", "location_shown", "location_shot", "production", "keywords", "unconfirmed",
    "moments", "caption_as_shared", "source_handle", "source_url", "credit", "date_shot", "date_zone", "camera",
    "notes", "rating", "rights", "rights_holder", "permission", "access", "embargo_until", "file", "folder",
    "id", "rev",
)  # fmt: skip
