"""The gate every sheet passes: what is under embargo stays in the house.

The access level is who in the house may see a clip and holds nothing back; an embargo does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from core.catalog.vocabulary import Vocabulary
from core.model.clip import Clip, Role, Status
from core.model.vocabulary import Entry
from core.search.periods import read_period
from core.values import dataclass
from core.words import dated, joined, tr

_FIRST_DAY = date(1970, 1, 1)

DUE_DAYS = 30
"""How far a due list looks ahead unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Embargo:
    """Why a clip may not leave, and ``until`` which day; None where nobody can say which."""

    until: date | None
    why: str

    def holds(self, today: date) -> bool:
        """Whether the clip has to stay on ``today``: it may leave from the last day of its embargo on."""
        return self.until is None or today < self.until


@dataclass(frozen=True, slots=True)
class Due:
    """A clip that becomes free soon."""

    clip: Clip
    free: date
    why: str


def embargo_of(clip: Clip, vocabulary: Vocabulary) -> Embargo | None:
    """Return the embargo ``clip`` is under, past or not; None where it never was under one.

    Of several ends the latest counts, and one that nobody knows holds the clip back, for letting it out cannot be
    taken back.  A year or month is over when its last day is.
    """
    ends = list(_ends(clip, vocabulary))
    if not ends:
        return None
    why = joined([end.why for end in ends])
    if clip.access.reason:
        why = f"{why} ({clip.access.reason})"
    days = [end.until for end in ends if end.until is not None]
    return Embargo(max(days) if len(days) == len(ends) else None, why)


def holding(clip: Clip, vocabulary: Vocabulary, today: date) -> Embargo | None:
    """Return the embargo that holds ``clip`` back on ``today``; None where it may leave."""
    embargo = embargo_of(clip, vocabulary)
    return embargo if embargo is not None and embargo.holds(today) else None


def due(clips: Iterable[Clip], vocabulary: Vocabulary, today: date, days: int = DUE_DAYS) -> list[Due]:
    """Return the clips held back on ``today`` that are free within ``days``, the soonest first."""
    found = []
    for clip in clips:
        embargo = holding(clip, vocabulary, today)
        if embargo and embargo.until is not None and embargo.until <= today + timedelta(days):
            found.append(Due(clip, embargo.until, embargo.why))
    return sorted(found, key=lambda one: (one.free, one.clip.name, one.clip.id))


def last_day(text: str) -> date | None:
    """Return the last day of an ISO 8601 date of any precision (2026, 2026-11, 2026-11-23); None where it is none."""
    period = None if text.endswith("s") else read_period(text.split("T")[0])
    return None if period is None else _FIRST_DAY + timedelta(seconds=period.end - 1)


def _ends(clip: Clip, vocabulary: Vocabulary) -> Iterator[Embargo]:
    if clip.access.embargo:
        until = last_day(clip.access.embargo)
        day = dated(clip.access.embargo)
        no_date = tr("under embargo until {date}, which is no date", date=day)
        yield Embargo(until, tr("under embargo until {date}", date=day) if until else no_date)
    if clip.access.until_release:
        yield _release(_productions(clip, vocabulary))


def _productions(clip: Clip, vocabulary: Vocabulary) -> list[Entry | None]:
    """The productions said to be in the clip, believed or not; None for one that is gone."""
    tags = (tag for tag in clip.tags if tag.role is Role.PRODUCTION and tag.status is not Status.REFUTED)
    return [vocabulary.get(entry) for entry in dict.fromkeys(tag.entry for tag in tags)]


def _release(productions: list[Entry | None]) -> Embargo:
    if not productions:
        return Embargo(None, tr("held until release, but tagged with no production"))
    days: list[date] = []
    for production in productions:
        day = last_day(production.released) if production else None
        if day is None:
            label = production.label if production else tr("a removed production")
            return Embargo(
                None, tr("held until the release of {production}, whose date is not known", production=label)
            )
        days.append(day)
    labels = joined([production.label for production in productions if production])
    day_of_all = dated(max(days).isoformat())
    why = tr("held until the release of {productions} on {date}", productions=labels, date=day_of_all)
    return Embargo(max(days), why)
