"""The words of the window, for its widgets too, which know nothing else of core."""

from __future__ import annotations

from core.words import msg, number, plural, tr

__all__ = ["capital", "msg", "number", "plural", "tr"]


def capital(text: str) -> str:
    """Return ``text`` as a line begins with it; unlike str.capitalize it leaves the rest, which may hold nouns."""
    return text[:1].upper() + text[1:]
