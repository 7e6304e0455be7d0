"""How an import is going, and what came of it."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence

from core.ingest.plan import NO_CLIP, Planned
from core.model.ids import ClipId
from core.model.media import MediaFile, shown_path
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How an import is going: files by what became of them, seconds without pauses.

    ``total`` grows while ``scanning``; ``seconds_left`` is None while there is nothing to tell it by; ``current`` is
    the name of the file taken up last.  Once all have been looked at, every shot of ``to_refine`` clips is looked for;
    ``refined`` are done with, and ``seconds_left`` is what the others take.  ``bytes_copied`` have been written or read
    back; ``bytes_per_second`` is how fast that goes, 0 where nothing is copied; ``part`` is how much of it is done.
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
    bytes_copied: int = 0
    bytes_per_second: float = 0.0
    part: float | None = None


Report = Callable[[Progress], None]


def no_report(_progress: Progress) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read and the sentence that says why; ``path`` is fit to be shown."""

    path: str
    reason: str


class Became(enum.StrEnum):
    """What became of a file that an import did something about."""

    ADDED = "added"
    MOVED = "moved"
    DUPLICATE = "exact duplicate"
    FAILED = "could not be read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One file of an import; ``copy`` is where the archive holds it and ``full_hash`` what it was verified by."""

    path: str
    raw_path: str = ""
    became: Became
    clip: ClipId = NO_CLIP
    copy: str = ""
    full_hash: str = ""
    reason: str = ""

    @property
    def location(self) -> str:
        """The path to hand to the operating system."""
        return MediaFile(path=self.path, raw_path=self.raw_path).location


def line_of(planned: Planned, became: Became, reason: str = "") -> Line:
    """Return what to tell of a file that is where it is to stay."""
    path, raw_path = shown_path(planned.origin or planned.location)
    is_copy = bool(planned.origin)
    return Line(
        path=path,
        raw_path=raw_path,
        became=became,
        clip=planned.clip,
        copy=planned.file.path if is_copy else "",
        full_hash=planned.file.full_hash if is_copy else "",
        reason=reason,
    )


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of an import; ``clips`` are those that came or were read again, unreadable ones among them.

    ``refined`` is how many clips every shot was looked for in, ``gesture`` the step of undo they came with;
    ``lines`` tell of each file that something was done about.
    """

    added: int
    known: int
    skipped: int
    failed: tuple[Failure, ...]
    cancelled: bool
    clips: tuple[ClipId, ...]
    refined: int = 0
    gesture: int | None = None
    lines: tuple[Line, ...] = ()


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
        lines=tuple(line for report in reports for line in report.lines),
    )
