"""Why a file could not be read, in sentences for an archivist."""

from __future__ import annotations

from core.model import reasons
from core.model.reasons import said
from core.ports.media import End, Outcome

_ENDS = {
    End.CRASHED: reasons.CRASHED,
    End.TOO_SLOW: reasons.TOO_SLOW,
    End.STALLED: reasons.STALLED,
    End.TOO_BIG: reasons.TOO_BIG,
    End.REFUSED: reasons.NOT_UNDERSTOOD,
}


def why_not_read(name: str, outcome: Outcome) -> str:
    """Return the sentence for a job that did not end well; the job's own where it has one."""
    if outcome.end is End.REFUSED and outcome.detail:
        return outcome.detail
    return said(_ENDS[outcome.end], name=name)


def why_changed_unread(reason: str) -> str:
    """Return the sentence for a known clip whose file was replaced by one that cannot be read."""
    return said(reasons.CHANGED, reason=reason)
