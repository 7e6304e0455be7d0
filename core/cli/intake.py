"""The verbs that fill an archive: new and import."""

from __future__ import annotations

import signal
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from fractions import Fraction
from pathlib import Path
from types import FrameType

from core.app import create_archive, open_archive
from core.cli.alike import likenesses
from core.cli.terminal import Terminal
from core.ingest.report import ImportReport, Progress
from core.model.time import clock

INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells count it."""


def new(options: Namespace, terminal: Terminal) -> int:
    """Make an empty archive."""
    with create_archive(options.archive, options.name) as archive:
        terminal.say(f"Made the archive “{archive.name}” in {archive.folder}.")
    return 0


def take_in(options: Namespace, terminal: Terminal) -> int:
    """Import files and folders; one that cannot be read is named with the reason, and the rest goes on."""
    paths = [Path(path) for path in options.paths]
    with open_archive(options.archive) as archive, closing(archive.media_pool(options.jobs)) as pool:
        session = archive.importing(pool)
        with first_interrupt_calls(session.cancel):
            report = session.run(paths, lambda progress: terminal.pass_by(progress_line(progress)))
        doubles = likenesses(archive, report.clips) if report.clips else []
    terminal.end_line()
    if options.json:
        terminal.show(
            {
                "added": report.added,
                "known": report.known,
                "skipped": report.skipped,
                "failed": [{"path": failure.path, "reason": failure.reason} for failure in report.failed],
                "alike": [likeness.document for likeness in doubles],
            }
        )
    else:
        _tell(report, terminal)
        for likeness in doubles:
            terminal.say(likeness.sentence)
    if report.cancelled:
        terminal.tell("Cancelled; what was imported so far stays.")
        return INTERRUPTED
    return 1 if report.failed else 0


def progress_line(progress: Progress) -> str:
    """Return how an import is going, in one line."""
    left = progress.seconds_left
    parts = [
        f"{progress.done:,} of {progress.total:,}{'+' if progress.scanning else ''}",
        f"{progress.files_per_second:.1f} a second",
        f"{clock(Fraction(left))} left" if left is not None else "",
        f"{progress.failed:,} unreadable" if progress.failed else "",
        progress.current,
    ]
    return " · ".join(part for part in parts if part)


def _tell(report: ImportReport, terminal: Terminal) -> None:
    for failure in report.failed:
        terminal.tell(f"{failure.path}: {failure.reason}")
    counts = [(report.added, "added"), (report.known, "known already"), (report.skipped, "skipped (no media)")]
    parts = [f"{count:,} {what}" for count, what in (*counts, (len(report.failed), "unreadable")) if count]
    terminal.say(f"{', '.join(parts) or 'Nothing to import'}.")


@contextmanager
def first_interrupt_calls(cancel: Callable[[], None]) -> Iterator[None]:
    """Have the first Ctrl+C end things politely; the second one ends them at once."""

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        cancel()

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
