"""Letting embargoed clips out on purpose: never without a reason, and never without a trace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from core.catalog.edits import counted
from core.errors import UserProblem
from core.values import dataclass
from core.words import tr

Remember = Callable[[str], None]
"""Has history keep a sentence: ``archive.catalog.note``."""


def nowhere(_sentence: str) -> None:
    """Refuse to remember, and so to let anything out: what every export does unless told where its history is."""
    raise UserProblem(tr("An embargo can be overridden only where the archive's history can record it."))


@dataclass(frozen=True, slots=True)
class Override:
    """An embargo override: without a ``reason`` the gate stays closed."""

    reason: str
    remember: Remember

    def __bool__(self) -> bool:
        return bool(self.reason)

    def notice(self, made: datetime) -> str:
        """Return the sentence that a sheet made under the override carries; empty where there is none."""
        if not self:
            return ""
        day = made.date().isoformat()
        return f"Made on {day} under an embargo override ({self.reason}): it may hold clips that must not be shown yet."

    def record(self, clips: int) -> None:
        """Have history remember that ``clips`` under embargo leave; nothing where none does.  Raises SystemProblem."""
        if clips:
            self.remember(f"Export of {counted(range(clips))} under embargo override: {self.reason}")


def override_for(reason: str | None, remember: Remember) -> Override:
    """Return the override that ``reason`` gives: none for None or ""; raises UserProblem for one of blanks alone."""
    if reason and not reason.strip():
        raise UserProblem(tr("An embargo override needs a reason: who allowed it, and what for."))
    return Override((reason or "").strip(), remember)
