"""How the values of each kind of field are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from core.model.clip import Role, Status
from core.model.looked import ALL
from core.model.vocabulary import EntryKind
from core.search.amounts import LARGEST, Amount, read_duration, read_rate, read_size, read_whole
from core.search.fold import tokens
from core.search.nearest import nearest
from core.search.periods import Stretch, read_asked
from core.search.tree import (
    And,
    Dated,
    Embargoed,
    Has,
    HasStatus,
    LookedAt,
    Measure,
    Named,
    Node,
    Not,
    Number,
    Period,
    Text,
    TextField,
    Trait,
)
from core.values import dataclass
from core.words import msg, tr


class MisreadError(Exception):
    """A value that cannot be read: ``message`` for the archivist, ``suggestion`` what to put in its place, if known."""

    def __init__(self, message: str, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Asked:
    """One value of a field as it was typed.

    ``whole`` is False where the value is a word still open at its end, ``typing`` where it ends the query.
    """

    field: str
    comparison: str
    text: str
    whole: bool
    typing: bool
    today: date


Reader = Callable[[Asked], Node | None]
"""Returns what a value means, None where there is not enough of it yet; raises MisreadError."""


def names(kind: EntryKind | None, *roles: Role) -> Reader:
    """Return the reader of names of entries."""

    def read(asked: Asked) -> Node | None:
        words = _words(asked)
        return Named(kind, words, prefix=not asked.whole, roles=roles) if words else None

    return read


def texts(*fields: TextField) -> Reader:
    """Return the reader of words and phrases in ``fields``."""

    def read(asked: Asked) -> Node | None:
        words = _words(asked)
        return Text(words, fields, prefix=not asked.whole) if words else None

    return read


def _words(asked: Asked) -> tuple[str, ...]:
    if asked.comparison not in ("", "="):
        raise MisreadError(
            tr(
                "“{field}:” is about words, which are not more or less: leave out “{comparison}”.",
                field=asked.field,
                comparison=asked.comparison,
            )
        )
    words = tokens(asked.text)
    if not words and not asked.typing:
        raise MisreadError(tr("“{field}:” needs letters or digits to look for.", field=asked.field))
    return words


def dates(dated: Dated, comparison: str = "") -> Reader:
    """Return the reader of periods; with ``comparison`` (of after: and before:) one date is read and compared so."""

    def read(asked: Asked) -> Node | None:
        if comparison:
            _refuse_comparison(asked)
        low, dots, high = asked.text.partition("..")
        if dots and not comparison:
            _refuse_comparison(asked)
            first, last = (_period(asked, end) for end in (low, high))
            return _between(dated, first.start if first else None, last.end if last else None)
        period = _period(asked, asked.text)
        return None if period is None else _compared_period(dated, comparison or asked.comparison, period)

    return read


def _compared_period(dated: Dated, comparison: str, period: Stretch) -> Node:
    start, end = {
        "<": (None, period.start),
        "<=": (None, period.end),
        ">": (period.end, None),
        ">=": (period.start, None),
    }.get(comparison, (period.start, period.end))
    return Period(dated, start, end)


def _between(dated: Dated, start: int | None, end: int | None) -> Node | None:
    return None if start is None and end is None else Period(dated, start, end)


_UNFINISHED_DATE = re.compile(r"\d{0,4}|\d{4}-(?:\d\d?-?)?|\d{4}-\d\d?-\d\d?[Tt][\d:]{0,7}|\d{3}0s?")
_DAY_NAMES = ("today", "yesterday")


def _period(asked: Asked, text: str) -> Stretch | None:
    period = read_asked(text, asked.today) if text else None
    if period or not text:
        return period
    begun = _UNFINISHED_DATE.fullmatch(text) or any(name.startswith(text.lower()) for name in _DAY_NAMES)
    if asked.typing and begun:
        return None
    raise MisreadError(
        tr(
            "“{text}” is no date; write 2021, 2021-06, 2021-06-15, 2020..2021, 1990s, today, yesterday or 7d.",
            text=text,
        ),
        nearest(text.lower(), _DAY_NAMES),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    read: Callable[[str], Amount | None]
    unfinished: re.Pattern[str]
    wanted: str


_SCALES: Mapping[Measure, _Scale] = {
    Measure.DURATION: _Scale(read_duration, re.compile(r"[\d:.hms]*"), msg("a duration; write 90s, 2m, 1m30s or 1:30")),
    Measure.SIZE: _Scale(read_size, re.compile(r"\d+\."), msg("a size; write 500KB, 10MB or 1.5GB")),
    Measure.FPS: _Scale(read_rate, re.compile(r"\d+\."), msg("a frame rate; write 25 or 23.976")),
    **{
        measure: _Scale(read_whole, re.compile(r"\d*"), msg("a whole number"))
        for measure in (Measure.WIDTH, Measure.HEIGHT, Measure.RATING)
    },
}


def numbers(measure: Measure) -> Reader:
    """Return the reader of amounts of ``measure``, with comparisons and ranges."""

    def read(asked: Asked) -> Node | None:
        low, dots, high = asked.text.partition("..")
        if not dots:
            amount = _amount(measure, asked, asked.text)
            return None if amount is None else _compared_number(measure, asked.comparison, amount)
        _refuse_comparison(asked)
        first, last = (_amount(measure, asked, end) for end in (low, high))
        if first is None and last is None:
            return None
        return Number(measure, first.value if first else None, last.value if last else None)

    return read


def _compared_number(measure: Measure, comparison: str, amount: Amount) -> Node:
    low, high = {
        "<": (None, amount.value - 1),
        "<=": (None, amount.value),
        ">": (min(amount.value + 1, LARGEST), None),
        ">=": (amount.value, None),
        "=": (amount.value, amount.value),
    }.get(comparison, (amount.low, amount.high))
    return Number(measure, low, high)


def _amount(measure: Measure, asked: Asked, text: str) -> Amount | None:
    scale = _SCALES[measure]
    amount = scale.read(text) if text else None
    if amount or not text or (asked.typing and scale.unfinished.fullmatch(text)):
        return amount
    raise MisreadError(tr("“{text}” is not {wanted}.", text=text, wanted=tr(scale.wanted)))


HAVING: Mapping[str, Node] = {
    "moments": Has(Trait.MOMENTS),
    "moment": Has(Trait.MOMENTS),
    "person": Has(Trait.PERSON),
    "people": Has(Trait.PERSON),
    "location": Has(Trait.LOCATION),
    "locations": Has(Trait.LOCATION),
    "production": Has(Trait.PRODUCTION),
    "productions": Has(Trait.PRODUCTION),
    "keyword": Has(Trait.KEYWORD),
    "keywords": Has(Trait.KEYWORD),
    "caption": Has(Trait.CAPTION),
    "notes": Has(Trait.NOTES),
    "source": Has(Trait.SOURCE),
    "gps": Has(Trait.PLACE),
    "place": Has(Trait.PLACE),
    "date": Has(Trait.DATE),
    "keyframes": Has(Trait.KEYFRAMES),
    "stills": Has(Trait.KEYFRAMES),
    "sound": Has(Trait.SOUND),
    "rating": Has(Trait.RATING),
}
"""The values of has: and missing:."""

STATUSES: Mapping[str, Node] = {status.value: HasStatus((status,)) for status in Status}
"""The values of status:."""


_NOT_YET = And((Has(Trait.CLIP), LookedAt(None, 0)))
"""Clips of which nothing was looked at; a still has no time to be looked at."""

LOOKED: Mapping[str, Node] = {"none": _NOT_YET, "part": LookedAt(1, ALL - 1), "all": LookedAt(ALL, None)}
"""The values of looked: in words."""


def being(today: date) -> Mapping[str, Node]:
    """Return the values of is:."""
    return {
        "untagged": Has(Trait.UNTAGGED),
        "still": Has(Trait.STILL),
        "clip": Has(Trait.CLIP),
        "unreadable": Has(Trait.UNREADABLE),
        "unseen": _NOT_YET,
        "embargoed": Embargoed(today),
        "disputed": HasStatus((Status.DISPUTED,)),
        "vertical": Has(Trait.VERTICAL),
        "sensitive": Has(Trait.SENSITIVE),
        "copy": Has(Trait.COPY),
        "suspected": Has(Trait.SUSPECTED),
    }


_TOLD: Mapping[str, str] = {
    "unseen": msg("not looked at yet"),
    "embargoed": msg("under embargo"),
    "none": msg("not yet"),
    "part": msg("in part"),
    "all": msg("whole"),
}
"""What values are called that stand for more than a trait or a status."""


def told(field: str, text: str) -> str:
    """Return what a value of ``field`` is called where it is one of a few; any other as it was typed."""
    choices = {"has": HAVING, "missing": HAVING, "is": being(date.min), "looked": LOOKED, "status": STATUSES}
    value = text.strip().lower()
    node = choices.get(field, {}).get(value)
    if value in _TOLD and node is not None:
        return tr(_TOLD[value])
    if isinstance(node, Has):
        return tr(node.trait.value)
    return node.statuses[0].word if isinstance(node, HasStatus) else text


def looked(asked: Asked) -> Node | None:
    """Read how much was looked at: a word of LOOKED, or per cent, with comparisons and ranges."""
    if not asked.text.strip(" %.0123456789"):
        number = numbers(Measure.RATING)(replace(asked, text=asked.text.replace("%", "")))
        if not isinstance(number, Number):
            return number
        least = LookedAt(number.low, number.high)
        return least if number.low else And((Has(Trait.CLIP), least))
    return _choice(asked, LOOKED)


def having(asked: Asked) -> Node | None:
    """Read a value of has:."""
    return _choice(asked, HAVING)


def missing(asked: Asked) -> Node | None:
    """Read a value of missing:."""
    node = _choice(asked, HAVING)
    return None if node is None else Not(node)


def status(asked: Asked) -> Node | None:
    """Read a value of status:."""
    return _choice(asked, STATUSES)


def is_a(asked: Asked) -> Node | None:
    """Read a value of is:."""
    return _choice(asked, being(asked.today))


def _choice(asked: Asked, choices: Mapping[str, Node]) -> Node | None:
    _refuse_comparison(asked)
    wanted = asked.text.strip().lower()
    if wanted in choices:
        return choices[wanted]
    if asked.typing and any(choice.startswith(wanted) for choice in choices):
        return None
    listed = ", ".join(main_names(choices))
    raise MisreadError(
        tr("“{field}:” knows no “{text}”; it knows {listed}.", field=asked.field, text=asked.text, listed=listed),
        nearest(wanted, choices),
    )


def main_names(choices: Mapping[str, Node]) -> list[str]:
    """Return the first name of every choice."""
    first = {node: name for name, node in reversed(list(choices.items()))}
    return list(reversed(first.values()))


def _refuse_comparison(asked: Asked) -> None:
    if asked.comparison:
        raise MisreadError(
            tr(
                "“{field}:{text}” cannot be compared: leave out “{comparison}”.",
                field=asked.field,
                text=asked.text,
                comparison=asked.comparison,
            )
        )
