"""The words of the window, for its widgets too, which know nothing else of core."""

from __future__ import annotations

from core.words import capital, dated, joined, msg, number, plural, tr, undated

__all__ = ["capital", "dated", "joined", "looked_text", "msg", "number", "plural", "size_text", "tr", "undated"]

_UNITS = ("kB", "MB", "GB", "TB")


def looked_text(share: int) -> str:
    """Return how much of a clip was looked at, ``share`` being per cent."""
    if share in (0, 100):
        return tr("all looked at") if share else tr("not looked at yet")
    return tr("{share} % looked at", share=number(share))


def size_text(size: int) -> str:
    """Return a file size as file managers show it: 38.4 MB."""
    if size < 1000:
        return plural(size, "%n byte", "%n bytes")
    value, unit = size / 1000, 0
    while value >= 1000 and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{number(value, 0 if value >= 100 else 1)} {_UNITS[unit]}"
