"""Words that people read: English as it stands in the code, or what the language of the window makes of it.

Nobody here knows Qt; the window has its catalogue looked into (:func:`speak`).  The command line speaks English.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LookUp = Callable[[str, str, int], str]
"""From an English text, the comment that tells it from its equals and a count (or -1) to another language, or ""."""


@dataclass(slots=True)
class _Tongue:
    look_up: LookUp
    thousands: str


def _english(_source: str, _comment: str, _count: int) -> str:
    return ""


_tongue = _Tongue(_english, ",")


def speak(look_up: LookUp = _english, thousands: str = ",") -> None:
    """Have every text from here on looked up so, and thousands be parted so; by default in English."""
    _tongue.look_up, _tongue.thousands = look_up, thousands


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


def number(count: int) -> str:
    """Return a whole number with its thousands parted: 12,345."""
    return f"{count:,}".replace(",", _tongue.thousands)
