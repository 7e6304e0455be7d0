"""The words of the window, for its widgets too, which know nothing else of core."""

from __future__ import annotations

from core.words import msg, number, plural, tr

__all__ = ["msg", "number", "plural", "tr"]
