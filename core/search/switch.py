"""The switch in front of a query that asks for moments instead of clips."""

from __future__ import annotations

import re

SWITCH = "moments"
"""Written with a colon, before everything else."""

_SWITCH = re.compile(rf"\s*{SWITCH}:", re.IGNORECASE)


def without_switch(text: str) -> tuple[str, bool]:
    """Return ``text`` with blanks for the switch, so that all else stays in its place; and whether it is there."""
    match = _SWITCH.match(text)
    return (" " * match.end() + text[match.end() :], True) if match else (text, False)


def switched(text: str, moments: bool) -> str:
    """Return ``text`` with the switch in front, or without it."""
    rest = without_switch(text)[0].strip()
    return f"{SWITCH}: {rest}".strip() if moments else rest
