"""What the clips of a result differ in beside their entries: year, camera, codec, status, source, how much of them was
looked at, each with its count.

Values are gathered from clips; how many clips have one is asked of the index with the very term that narrows the
search to them, so that a count is what choosing it finds.
"""

from __future__ import annotations

import enum
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from core.model.clip import Clip
from core.ports.index import Index, Order
from core.search.finding import FindingNames, Found, ReadClip
from core.search.parser import parse
from core.search.resolve import resolve
from core.search.suggest import quoted
from core.search.switch import switched, without_switch
from core.search.terms import has_choice
from core.search.tree import And, HasStatus, Node
from core.search.values import LOOKED, STATUSES, told
from core.values import dataclass
from core.words import msg

MOST_READ = 1_000
"""Of so many clips at most values are gathered, evenly over the result."""

MOST_VALUES = 12
"""So many values of a facet are told, those that most of the clips have; years are told all."""


_STATUSES = tuple(STATUSES)
_LOOKED = tuple(LOOKED)


def _unread(_clip: Clip) -> Iterable[str]:
    """Return nothing: of a facet with few values all are counted, whichever clips have them."""
    return ()


class Facet(enum.StrEnum):
    """What clips differ in; a line here is all there is to a facet, for the window and for the command line.

    ``heading`` is what it is called, ``icon`` how it is marked, ``term`` the field of the query that narrows to a
    value, ``values`` what a clip has of it.  ``told`` is what a value is called; ``few`` are all values there are,
    where they are few, in their order.
    """

    heading: str
    icon: str
    term: str
    values: Callable[[Clip], Iterable[str]]
    told: Callable[[str], str]
    few: Sequence[str]

    YEAR = "year", msg("Year shot"), "calendar-clock", "shot", lambda clip: [_year(clip)]
    CAMERA = "camera", msg("Camera"), "camera", "camera", lambda clip: [clip.facts.camera]
    CODEC = "codec", msg("Codec"), "film", "codec", lambda clip: [clip.facts.codec]
    STATUS = "status", msg("Status of tags"), "flag", "status", _unread, partial(told, "status"), _STATUSES
    SOURCE = "source", msg("Source"), "external-link", "source", lambda clip: [clip.source.platform]
    LOOKED = "looked at", msg("Looked at"), "eye", "looked", _unread, partial(told, "looked"), _LOOKED

    def __new__(
        cls,
        name: str,
        heading: str,
        icon: str,
        term: str,
        values: Callable[[Clip], Iterable[str]],
        told: Callable[[str], str] = str,
        few: Sequence[str] = (),
    ) -> Facet:
        made = str.__new__(cls, name)
        made._value_ = name
        made.heading, made.icon, made.term = heading, icon, term
        made.values, made.told, made.few = values, told, few
        return made


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet, the term that asks for it, and how many clips of the result have it."""

    facet: Facet
    text: str
    term: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Values by facet; where ``read`` is fewer than the clips found, rare values may be missing."""

    values: tuple[FacetValue, ...]
    read: int
    found: int


@dataclass(frozen=True, slots=True)
class Sources:
    """Where facets are looked up."""

    index: Index[Node]
    clip: ReadClip
    names: FindingNames


def facets_of(found: Found, sources: Sources, today: date, wanted: Callable[[], bool] = lambda: True) -> Facets | None:
    """Return what the clips ``found`` differ in; None as soon as nobody wants to know any more."""
    if found.query.moments or not found.rows:
        return Facets((), 0, len(found.rows))
    seen = {facet: Counter(dict.fromkeys(facet.few, 0)) for facet in Facet}
    clips = list(_sample(found.rows, sources))
    for clip in clips:
        for facet, texts in seen.items():
            texts.update({text.strip() for text in facet.values(clip)} - {""})
    if len(clips) < len(found.rows):
        seen[Facet.YEAR].update(_years_between(found.node, sources))
    values: list[FacetValue] = []
    for facet, texts in seen.items():
        counted = []
        for text in _chosen(facet, texts):
            if not wanted():
                return None
            term = f"{facet.term}:{quoted(text)}"
            count = len(sources.index.find(_narrowed(found, term, sources.names, today)))
            counted += [FacetValue(facet, text, term, count)] if count else []
        values += sorted(counted, key=_place)
    return Facets(tuple(values), len(clips), len(found.rows))


def _narrowed(found: Found, term: str, names: FindingNames, today: date) -> Node:
    """Return what is asked for where ``term`` is chosen; beside a name a status is that of its tags, not of any."""
    text = found.query.text
    added = parse(term, today).node
    if isinstance(added, HasStatus) and not _pattern(term).search(text):
        return resolve(parse(with_term(text, term), today).node, names)
    return And((found.node, resolve(added, names)))


def _place(value: FacetValue) -> tuple[int, str]:
    """Return where a value stands in its facet: years from the last one on, few in their order, others by count."""
    if value.facet.few:
        return value.facet.few.index(value.text), ""
    return (-int(value.text), "") if value.facet is Facet.YEAR else (-value.count, value.text)


def _sample(rows: Sequence[int], sources: Sources) -> Iterator[Clip]:
    step = max(1, -(-len(rows) // MOST_READ))
    for clip_id in sources.index.clip_ids(rows[::step]):
        clip = sources.clip(clip_id)
        if clip is not None:
            yield clip


def _year(clip: Clip) -> str:
    year = clip.date_shot.value[:4] if clip.date_shot is not None else ""
    return year if year.isdecimal() and len(year) == 4 else ""


def _years_between(node: Node, sources: Sources) -> Iterable[str]:
    """Return every year from the first to the last in which clips were shot."""
    rows = sources.index.find(node, Order.SHOT)  # the newest first, those without a date last

    def year(at: int) -> str:
        ids = sources.index.clip_ids([rows[at]])
        clip = sources.clip(ids[0]) if ids else None
        return _year(clip) if clip is not None else ""

    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if year(middle) else (low, middle)
    newest, oldest = (year(0), year(low - 1)) if low else ("", "")
    return map(str, range(int(oldest), int(newest) + 1)) if newest and oldest else ()


def _chosen(facet: Facet, seen: Counter[str]) -> list[str]:
    return list(seen) if facet.few or facet is Facet.YEAR else [text for text, _ in seen.most_common(MOST_VALUES)]


def terms_in(text: str, values: Iterable[FacetValue]) -> frozenset[str]:
    """Return the terms of ``values`` that stand in the search ``text``."""
    return frozenset(value.term for value in values if _pattern(value.term).search(text))


def with_term(text: str, term: str, *, exclude: bool = False) -> str:
    """Return ``text`` with ``term`` taken out where it is there, else put in, or with ``exclude`` shut out."""
    rest, moments = without_switch(text)
    there = [found[0] for found in _pattern(term).finditer(rest)]
    kept = " ".join(_pattern(term).sub("", rest).split())
    wanted = f"-{term}" if exclude else term
    if wanted not in there:
        kept = f"{f'({kept})' if has_choice(kept) else kept} {wanted}".strip()
    return switched(kept, moments)


def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)-?{re.escape(term)}(?!\S)", re.IGNORECASE)
