"""How an import is told in one line."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from core.model.time import clock
from gui.widgets import ActivityState
from gui.words import number, plural, size_text, tr

if TYPE_CHECKING:
    from core.ingest.report import ImportReport, Progress


def running_state(progress: Progress, waiting: int) -> ActivityState:
    """Return the line for an import that runs; ``waiting`` more wait for it."""
    parts = [progress.current] if progress.current and not progress.paused else []
    parts += _speed(progress)
    if progress.seconds_left is not None and not progress.paused:
        parts.append(tr("{time} left", time=clock(Fraction(round(progress.seconds_left)))))
    if progress.to_refine:
        return _second_look(progress, parts)
    parts += _counts(progress.known, progress.skipped, progress.failed)
    parts += [plural(waiting, "%n more to come", "%n more to come")] if waiting else []
    detail = " · ".join(parts)
    how_far = {"done": number(progress.done), "total": number(progress.total)}
    if progress.paused:
        return ActivityState(tr("Paused at {done} of {total}", **how_far), detail, _part(progress), "paused")
    if progress.scanning:
        return ActivityState(tr("Importing {done} of {total} found so far", **how_far), detail, None)
    return ActivityState(tr("Importing {done} of {total}", **how_far), detail, _part(progress))


def _speed(progress: Progress) -> list[str]:
    if progress.paused or progress.seconds <= 1 or progress.to_refine:
        return []
    if progress.bytes_per_second:
        return [tr("copying, {size}/s", size=size_text(round(progress.bytes_per_second)))]
    return [tr("{speed} files/s", speed=number(progress.files_per_second, 1))]


def _second_look(progress: Progress, parts: list[str]) -> ActivityState:
    """Return the line for what goes on when everything has come in and can be worked with."""
    how_far = {"done": number(progress.refined), "total": number(progress.to_refine)}
    paused = tr("Paused finding shots: {done} of {total}", **how_far)
    title = paused if progress.paused else tr("Finding shots: {done} of {total}", **how_far)
    tone = "paused" if progress.paused else "busy"
    return ActivityState(title, " · ".join(parts), progress.refined / progress.to_refine, tone)


def done_state(report: ImportReport) -> ActivityState:
    """Return the line for an import that has ended."""
    detail = " · ".join(_counts(report.known, report.skipped, len(report.failed)))
    if report.cancelled:
        stopped = plural(report.added, "Cancelled; %n clip came in and stays", "Cancelled; %n clips came in and stay")
        return ActivityState(stopped, detail, None, "paused")
    imported = plural(report.added, "%n clip imported", "%n clips imported")
    if report.refined:
        title = tr("{imported}, shots found in {count}", imported=imported, count=number(report.refined))
        return ActivityState(title, detail, None, _tone(report))
    title = imported if report.added else tr("Nothing new")
    return ActivityState(title, detail, None, _tone(report))


def _tone(report: ImportReport) -> str:
    return "problem" if report.failed else "done"


def _counts(known: int, skipped: int, failed: int) -> list[str]:
    parts = [plural(known, "%n known already", "%n known already")] if known else []
    parts += [plural(skipped, "%n no media", "%n no media")] if skipped else []
    parts += [plural(failed, "%n could not be read", "%n could not be read")] if failed else []
    return parts


def _part(progress: Progress) -> float:
    if progress.part is not None:
        return min(progress.part, 1.0)
    return progress.done / progress.total if progress.total else 0.0
