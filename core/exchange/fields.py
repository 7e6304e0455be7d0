"""How the text of a cell goes back onto a clip, for the columns of a tag sheet that may come back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from core.exchange.moments import with_moments
from core.export.cells import split_values
from core.export.columns import UNTIL_RELEASE
from core.model.clip import Clip, Level, Permission, Role
from core.model.media import DateShot, Precision
from core.model.vocabulary import EntryKind
from core.words import tr

Write = Callable[[Clip, str], Clip]
"""Returns the clip with what a cell says; raises ValueError with a sentence where that makes no sense."""

TAG_FIELDS: Mapping[str, tuple[Role, EntryKind]] = {
    "people": (Role.PERSON_SHOWN, EntryKind.PERSON),
    "location_shown": (Role.LOCATION_SHOWN, EntryKind.LOCATION),
    "location_shot": (Role.LOCATION_SHOT, EntryKind.LOCATION),
    "production": (Role.PRODUCTION, EntryKind.PRODUCTION),
    "keywords": (Role.KEYWORD, EntryKind.KEYWORD),
}
"""The columns of names, what a name in them says of the clip, and among which entries it is looked for."""

_PRECISIONS = {
    4: Precision.YEAR,
    7: Precision.MONTH,
    10: Precision.DAY,
    16: Precision.MINUTE,
    19: Precision.SECOND,
}
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_TIME = re.compile(r"T\d{2}:\d{2}(?::\d{2})?")
_ZONE = re.compile(r"Z|[+-]\d{2}:\d{2}|")
_YES = frozenset(("yes", "y", "true", "1", "x"))
_NO = frozenset(("", "no", "n", "false", "0"))


def _title(clip: Clip, text: str) -> Clip:
    if not text.strip():
        raise ValueError(tr("A clip needs a title."))
    return replace(clip, name=text)


def _notes(clip: Clip, text: str) -> Clip:
    return replace(clip, notes=text)


def _rating(clip: Clip, text: str) -> Clip:
    text = text.strip().removesuffix(".0") or "0"
    if not re.fullmatch("[0-5]", text):
        raise ValueError(tr("A rating is a number from 0 to 5."))
    return replace(clip, rating=int(text))


def _source(field: str) -> Write:
    return lambda clip, text: replace(clip, source=_with(clip.source, field, text))


def _rights(field: str) -> Write:
    return lambda clip, text: replace(clip, rights=_with(clip.rights, field, text))


def _with(part: Any, field: str, text: str) -> Any:
    return replace(part, **{field: text})


def _post_id(clip: Clip, text: str) -> Clip:
    """Take off what was put before an id of digits alone (``instagram:123``)."""
    scheme, _, bare = text.partition(":")
    ours = scheme in (clip.source.platform.casefold(), "post") and bare.replace(".", "").isdigit()
    return replace(clip, source=replace(clip.source, post_id=bare if ours else text))


def _posted(clip: Clip, text: str) -> Clip:
    if text:
        _known_date(text)
    return replace(clip, source=replace(clip.source, posted=text))


def _permission(clip: Clip, text: str) -> Clip:
    word = text.strip().casefold()
    if word not in set(Permission):
        raise ValueError(tr("A permission is one of {known}.", known=", ".join(Permission)))
    return replace(clip, rights=replace(clip.rights, permission=Permission(word)))


def _level(clip: Clip, text: str) -> Clip:
    word = text.strip().casefold()
    if word not in set(Level):
        raise ValueError(tr("Access is one of {known}.", known=", ".join(Level)))
    return replace(clip, access=replace(clip.access, level=Level(word)))


def _embargo(clip: Clip, text: str) -> Clip:
    values = split_values(text.strip())
    dates = [value for value in values if value != UNTIL_RELEASE]
    if len(dates) > 1 or not all(_DATE.fullmatch(value) for value in dates):
        raise ValueError(
            tr("An embargo ends on a date such as 2027-01-31, or with the word {word}.", word=UNTIL_RELEASE)
        )
    until = dates[0] if dates else ""
    if until:
        _known_date(until)
    return replace(clip, access=replace(clip.access, embargo=until, until_release=UNTIL_RELEASE in values))


def _embargo_reason(clip: Clip, text: str) -> Clip:
    return replace(clip, access=replace(clip.access, reason=text))


def _sensitive(clip: Clip, text: str) -> Clip:
    word = text.strip().casefold()
    if word not in _YES | _NO:
        raise ValueError(tr("Sensitive is yes or nothing."))
    return replace(clip, access=replace(clip.access, sensitive=word in _YES))


def _date_shot(clip: Clip, text: str) -> Clip:
    if not text.strip():
        return replace(clip, date_shot=None)
    value = text.strip().replace(" ", "T", 1)
    _known_date(value)
    if len(value) not in _PRECISIONS:
        raise ValueError(tr("The zone of a date stands in the column date_zone."))
    zone = clip.date_shot.zone if clip.date_shot else ""
    shot = DateShot(value=value, precision=_PRECISIONS[len(value)], zone=zone, said_by="archivist")
    return replace(clip, date_shot=shot)


def _date_zone(clip: Clip, text: str) -> Clip:
    zone = text.strip()
    if clip.date_shot is None:
        raise ValueError(tr("A zone needs a date it belongs to."))
    if not _ZONE.fullmatch(zone):
        raise ValueError(tr("A zone is written +02:00, or Z for universal time."))
    return replace(clip, date_shot=replace(clip.date_shot, zone=zone, said_by="archivist"))


def _known_date(text: str) -> None:
    """Raise ValueError where ``text`` is no ISO 8601 date of any precision."""
    found = _DATE.match(text)
    rest = text[found.end() :] if found else "?"
    hours = _TIME.match(rest)
    zone = rest[hours.end() :] if hours else rest
    zone = re.sub(r"^\.\d+", "", zone)
    try:
        if found is None or not _ZONE.fullmatch(zone) or (hours and len(found[0]) != len("2020-09-06")):
            raise ValueError
        date.fromisoformat((found[0] + "-01-01")[:10])
        datetime.fromisoformat(f"2020-01-01{hours[0] if hours else ''}")
    except ValueError:
        raise ValueError(tr("A date is written like 2020, 2020-09, 2020-09-06 or 2020-09-06T14:22.")) from None


WRITES: Mapping[str, Write] = {
    "title": _title,
    "notes": _notes,
    "rating": _rating,
    "moments": with_moments,
    "caption_as_shared": _source("caption"),
    "source_platform": _source("platform"),
    "source_handle": _source("handle"),
    "source_url": _source("url"),
    "source_post_id": _post_id,
    "source_posted": _posted,
    "credit": _source("credit"),
    "rights": _rights("statement"),
    "rights_holder": _rights("holder"),
    "permission": _permission,
    "licence": _rights("licence"),
    "access": _level,
    "embargo_until": _embargo,
    "embargo_reason": _embargo_reason,
    "sensitive": _sensitive,
    "date_shot": _date_shot,
    "date_zone": _date_zone,
}
"""The columns of plain text that may come back, by their key."""

RETURNING: tuple[str, ...] = (*TAG_FIELDS, *WRITES)
"""Every column that may come back."""
