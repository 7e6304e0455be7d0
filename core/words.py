"""Words that people read: English as it stands in the code, or what the language of the window makes of it.

Nobody here knows Qt; the window has its catalogue looked into (:func:`speak`).  The command line speaks English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from core.values import dataclass

LookUp = Callable[[str, str, int], str]
"""From an English text, the comment that tells it from its equals and a count (or -1) to another language, or ""."""


_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](.+))?)?)?")


@dataclass(slots=True)
class _Tongue:
    look_up: LookUp
    thousands: str
    decimal: str


def _english(_source: str, _comment: str, _count: int) -> str:
    return ""


_tongue = _Tongue(_english, ",", ".")


def speak(look_up: LookUp = _english, thousands: str = ",", decimal: str = ".") -> None:
    """Have every text from here on looked up so, and numbers be parted so; by default in English."""
    _tongue.look_up, _tongue.thousands, _tongue.decimal = look_up, thousands, decimal


def tr(source: str, comment: str = "", /, **values: object) -> str:
    """Return ``source`` in the language of the window, with ``values`` for its {placeholders}.

    It is a literal, or what :func:`msg` has marked.
    """
    text = _tongue.look_up(source, comment, -1) or source
    return text.format(**values) if values else text


def plural(count: int, one: str, many: str, comment: str = "", /, **values: object) -> str:
    """Return a text as :func:`tr` does in the form that ``count`` asks for, which stands for its %n."""
    text = _tongue.look_up(many, comment, count) or (one if count == 1 else many)
    text = text.replace("%n", number(count))
    return text.format(**values) if values else text


def msg(source: str) -> str:
    """Mark a literal of a table as a text; :func:`tr` is asked for it where it is shown."""
    return source


def joined(parts: Sequence[str]) -> str:
    """Return ``parts`` as a sentence names them: a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return tr("{some} and {last}", some=", ".join(parts[:-1]), last=parts[-1])


def capital(text: str) -> str:
    """Return ``text`` as a line begins with it; unlike str.capitalize it leaves the rest, which may hold nouns."""
    return text[:1].upper() + text[1:]


def number(count: float, places: int = 0) -> str:
    """Return a number with its thousands parted and so many decimal places: 12,345 or 12,345.6."""
    return f"{count:,.{places}f}".translate({ord(","): _tongue.thousands, ord("."): _tongue.decimal})


def dated(value: str) -> str:
    """Return a date of any precision (ISO 8601), with what follows it, as the language writes dates: 2020-09-06 14:22.

    Whatever is no date is returned as it is.
    """
    found = _DATE.fullmatch(value)
    if found is None:
        return value
    year, month, day, clock = found.groups(default="")
    form = _day_form() if day else _month_form() if month else "{year}"
    date = form.format(year=year, month=month, day=day)
    return f"{date} {clock}".rstrip()


def undated(text: str) -> str:
    """Return a date that somebody wrote as the language does, or as :func:`dated` showed it, in ISO 8601.

    Whatever is no such date is returned as it is.
    """
    for form in (_day_form(), _month_form()):
        found = _reading(form).fullmatch(text)
        if found is not None:
            date = "-".join(found[part].zfill(2) for part in ("year", "month", "day") if part in found.groupdict())
            return f"{date}T{found['clock']}" if found["clock"] else date
    return text


def _day_form() -> str:
    return tr("{year}-{month}-{day}", "a day", year="{year}", month="{month}", day="{day}")


def _month_form() -> str:
    return tr("{year}-{month}", "a month", year="{year}", month="{month}")


def _reading(form: str) -> re.Pattern[str]:
    places = {"year": r"(?P<year>\d{4})", "month": r"(?P<month>\d\d?)", "day": r"(?P<day>\d\d?)"}
    date = re.escape(form).replace(r"\{", "{").replace(r"\}", "}").format(**places)
    return re.compile(date + r"(?: (?P<clock>\d.*))?")
