"""Why a file could not be read, in sentences for an archivist."""

from __future__ import annotations

from core.ports.media import End, Outcome

_ENDS = {
    End.CRASHED: "{name} made the decoder crash and was set aside. Try again, or convert it with another program.",
    End.TOO_SLOW: "{name} took too long to read and was set aside. Try again when the computer has less to do.",
    End.STALLED: "Reading {name} came to a standstill; it was set aside. It is probably damaged: try another copy.",
    End.TOO_BIG: "{name} needs more memory than one file may take; it was set aside. It may be damaged: "
    "try another copy, or convert it with another program.",
    End.REFUSED: "{name} holds something that was not understood; it was set aside. Try another copy, or convert it "
    "with another program.",
}


def why_not_read(name: str, outcome: Outcome) -> str:
    """Return the sentence for a job that did not end well; the job's own where it has one."""
    if outcome.end is End.REFUSED and outcome.detail:
        return outcome.detail
    return _ENDS[outcome.end].format(name=name)


def why_changed_unread(reason: str) -> str:
    """Return the sentence for a known clip whose file was replaced by one that cannot be read."""
    return f"The file has changed since it was read, and what is there now cannot be: {reason}"
