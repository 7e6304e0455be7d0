"""The verbs that fill an archive: new and import."""

from __future__ import annotations

import signal
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from fractions import Fraction
from pathlib import Path
from types import FrameType

from core.app import Archive, create_archive, open_archive
from core.catalog.edits import counted
from core.cli.alike import newly_alike
from core.cli.forecasting import forecast
from core.cli.terminal import Terminal
from core.cli.terms import terms_of
from core.errors import UserProblem
from core.ingest.journal import Started
from core.ingest.report import ImportReport, Progress, together
from core.ingest.session import ImportSession
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
    if not paths and not options.resume:
        raise UserProblem("Say what to import: files, folders, or --resume to go on with an import that was cut short.")
    if options.dry_run:
        return forecast(options, paths, terminal)
    with open_archive(options.archive) as archive:
        waiting = archive.imports.take_up() if options.resume else []
        left = [] if options.resume else archive.imports.left_over()
        report = _imported(archive, options, waiting, paths, terminal)
        doubles = newly_alike(archive, report.clips, report.gesture) if report.clips else []
    terminal.end_line()
    for one in left:
        terminal.tell(f"An earlier import of {one.name} is not over; “import --resume” goes on with it.")
    if options.json:
        terminal.show(
            {
                "added": report.added,
                "refined": report.refined,
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
        terminal.tell("Interrupted; what was imported so far stays, and “import --resume” goes on.")
        return INTERRUPTED
    return 1 if report.failed else 0


def _imported(
    archive: Archive, options: Namespace, waiting: Sequence[Started], paths: Sequence[Path], terminal: Terminal
) -> ImportReport:
    """Go on with the imports that wait, then take in ``paths``; return what came of them all.

    All files are looked at first; then, unless only that is wanted, every shot is looked for.
    """
    reports: list[ImportReport] = []
    for one in waiting:
        terminal.tell(f"Going on with the import of {one.name}.")
    new = [archive.imports.begin(paths, terms_of(archive, options))] if paths else []
    for one in (*waiting, *new):
        with (
            closing(archive.media_pool(options.jobs)) as pool,
            closing(archive.media_pool(options.jobs, patient=True)) as patient,
        ):
            session = archive.importing(pool, patient)
            if one in waiting:
                session.resuming()
            with first_interrupt_calls(session.suspend):
                reports.append(_carried_out(session, one, options, terminal))
        if reports[-1].cancelled:
            break
    return together(reports)


def _carried_out(session: ImportSession, one: Started, options: Namespace, terminal: Terminal) -> ImportReport:
    def report(progress: Progress) -> None:
        terminal.pass_by(progress_line(progress))

    if not options.triage:
        return session.carry_out(one, report)
    done, unfinished = session.first_look(one, report)
    if unfinished is not None:
        clips = counted(unfinished.clips)
        terminal.tell(f"The shots of {clips} are still to be found; “import --resume” does that, or the window.")
    return done


def progress_line(progress: Progress) -> str:
    """Return how an import is going, in one line."""
    left = progress.seconds_left
    if progress.to_refine:
        time = f"{clock(Fraction(left))} left" if left is not None else ""
        parts = [f"shots: {progress.refined:,} of {progress.to_refine:,}", time, progress.current]
        return " · ".join(part for part in parts if part)
    parts = [
        f"{progress.done:,} of {progress.total:,}{'+' if progress.scanning else ''}",
        f"{progress.files_per_second:.1f} a second",
        f"{progress.bytes_per_second / 1e6:,.0f} MB/s" if progress.bytes_per_second else "",
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
