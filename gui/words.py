"""The words of the window, for its widgets too, which know nothing else of core."""

from __future__ import annotations

from core.words import capital, joined, msg, number, plural, tr

__all__ = ["capital", "joined", "looked_text", "msg", "number", "plural", "tr"]


def looked_text(share: int) -> str:
    """Return how much of a clip was looked at, ``share`` being per cent."""
    if share in (0, 100):
        return tr("all looked at") if share else tr("not looked at yet")
    return tr("{share} % looked at", share=number(share))
