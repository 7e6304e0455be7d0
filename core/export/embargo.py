"""The gate every sheet passes: what is under embargo stays in the house."""

from __future__ import annotations

import calendar
from datetime import date

from core.model.clip import Clip


def is_embargoed(clip: Clip, today: date) -> bool:
    """Whether ``clip`` may not leave yet: it may from its embargo date on.

    A year or month is over when its last day is; a date nobody can read holds the clip back, for letting it out
    cannot be taken back.
    """
    if not clip.access.embargo:
        return False
    until = _last_day(clip.access.embargo)
    return until is None or today < until


def _last_day(text: str) -> date | None:
    parts = text.split("T")[0].split("-")
    try:
        year, month, day = (*(int(part) for part in parts), *(0,) * (3 - len(parts)))
        month = month or 12
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError:
        return None
