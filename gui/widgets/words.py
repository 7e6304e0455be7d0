"""Words that several parts of the window put together alike."""

from __future__ import annotations


def counted(count: int, one: str, many: str = "") -> str:
    """Return ``count`` with its noun: "1 clip", "12,345 clips"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
