"""How an import is told in one line."""

from __future__ import annotations

from fractions import Fraction

from core.ingest.report import ImportReport, Progress
from core.model.time import clock
from gui.widgets import ActivityState


def running_state(progress: Progress, waiting: int) -> ActivityState:
    """Return the line for an import that runs; ``waiting`` more wait for it."""
    parts = [progress.current] if progress.current and not progress.paused else []
    if not progress.paused and progress.seconds > 1 and not progress.to_refine:
        parts.append(f"{progress.files_per_second:.1f} files/s")
    if progress.seconds_left is not None and not progress.paused:
        parts.append(f"{clock(Fraction(round(progress.seconds_left)))} left")
    if progress.to_refine:
        return _second_look(progress, parts)
    parts += _counts(progress.known, progress.skipped, progress.failed)
    parts += [f"{waiting} more to come"] if waiting else []
    detail = " · ".join(parts)
    if progress.paused:
        return ActivityState(f"Paused at {progress.done:,} of {progress.total:,}", detail, _part(progress), "paused")
    if progress.scanning:
        return ActivityState(f"Importing {progress.done:,} of {progress.total:,} found so far", detail, None)
    return ActivityState(f"Importing {progress.done:,} of {progress.total:,}", detail, _part(progress))


def _second_look(progress: Progress, parts: list[str]) -> ActivityState:
    """Return the line for what goes on when everything has come in and can be worked with."""
    title = (
        f"{'Paused finding' if progress.paused else 'Finding'} shots: {progress.refined:,} of {progress.to_refine:,}"
    )
    tone = "paused" if progress.paused else "busy"
    return ActivityState(title, " · ".join(parts), progress.refined / progress.to_refine, tone)


def done_state(report: ImportReport) -> ActivityState:
    """Return the line for an import that has ended."""
    clips = f"{report.added:,} clip{'' if report.added == 1 else 's'}"
    detail = " · ".join(_counts(report.known, report.skipped, len(report.failed)))
    if report.cancelled:
        return ActivityState(f"Cancelled; {clips} came in and stay", detail, None, "paused")
    if report.refined:
        return ActivityState(f"{clips} imported, shots found in {report.refined:,}", detail, None, _tone(report))
    title = f"{clips} imported" if report.added else "Nothing new"
    return ActivityState(title, detail, None, _tone(report))


def _tone(report: ImportReport) -> str:
    return "problem" if report.failed else "done"


def _counts(known: int, skipped: int, failed: int) -> list[str]:
    parts = [f"{known:,} known already"] if known else []
    parts += [f"{skipped:,} no media"] if skipped else []
    parts += [f"{failed:,} could not be read"] if failed else []
    return parts


def _part(progress: Progress) -> float:
    return progress.done / progress.total if progress.total else 0.0
