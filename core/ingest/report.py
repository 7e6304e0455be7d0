"""How an import is going, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.model.ids import ClipId


@dataclass(frozen=True, slots=True)
class Progress:
    """How an import is going: files by what became of them, seconds without pauses.

    ``total`` grows while ``scanning``; ``seconds_left`` is None while there is nothing to tell it by; ``current`` is
    the name of the file taken up last.  Once all have been looked at, every shot of ``to_refine`` clips is looked for;
    ``refined`` are done with, and ``seconds_left`` is what the others take.
    """

    total: int
    done: int
    added: int
    known: int
    skipped: int
    failed: int
    scanning: bool
    paused: bool
    current: str
    seconds: float
    seconds_left: float | None
    files_per_second: float
    bytes_done: int
    to_refine: int = 0
    refined: int = 0


Report = Callable[[Progress], None]


def no_report(_progress: Progress) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read and the sentence that says why; ``path`` is fit to be shown."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of an import; ``clips`` are those that came or were read again, unreadable ones among them.

    ``refined`` is how many clips every shot was looked for in, ``gesture`` the step of undo they came with.
    """

    added: int
    known: int
    skipped: int
    failed: tuple[Failure, ...]
    cancelled: bool
    clips: tuple[ClipId, ...]
    refined: int = 0
    gesture: int | None = None


def together(reports: Sequence[ImportReport]) -> ImportReport:
    """Return what came of several imports, as if they had been one."""
    return ImportReport(
        added=sum(report.added for report in reports),
        known=sum(report.known for report in reports),
        skipped=sum(report.skipped for report in reports),
        failed=tuple(failure for report in reports for failure in report.failed),
        cancelled=any(report.cancelled for report in reports),
        clips=tuple(clip for report in reports for clip in report.clips),
        refined=sum(report.refined for report in reports),
        gesture=next((report.gesture for report in reversed(reports)), None),
    )
