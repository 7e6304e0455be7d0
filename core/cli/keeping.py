"""The verbs of safe keeping: verify, package, snapshot and restore."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path

from core.app import OWN_MEDIA, Snapshot, open_archive, restore_archive, snapshots_of
from core.catalog.edits import counted
from core.cli.intake import INTERRUPTED, first_interrupt_calls
from core.cli.opening import clips_found, open_to_read
from core.cli.terminal import Terminal
from core.errors import UserProblem
from core.export.package import PackageJob, PackageReport, Wish
from core.export.package_check import package_problems
from core.export.package_formats import PackageFormat, format_of
from core.export.package_plan import Shelf
from core.fixity.hashing import Algorithm
from core.fixity.report import Finding, FixityReport
from core.fixity.session import FixitySession
from core.fixity.work import WorkProgress
from core.model.time import clock


def verify(options: Namespace, terminal: Terminal) -> int:
    """Read originals, or a hand-over package, whole and tell what has changed; the first time, record their hashes."""
    form = format_of(options.archive)
    if form is not None:
        return _verify_package(options, form, terminal)
    with open_archive(options.archive) as archive:
        session = FixitySession(
            catalog=archive.catalog,
            clock=archive.clock,
            algorithm=Algorithm(options.algorithm) if options.algorithm else None,
            anew=options.anew,
        )
        clips = clips_found(archive, options.query)
        with first_interrupt_calls(session.cancel):
            report = session.run(clips, lambda progress: terminal.pass_by(work_line(progress)))
    terminal.end_line()
    if options.json:
        terminal.show(
            {
                "counts": {str(finding): report.counts.get(finding, 0) for finding in Finding},
                "files": [asdict(one) for one in report.checked],
                "cancelled": report.cancelled,
            }
        )
    else:
        _tell_fixity(report, terminal)
    if report.cancelled:
        terminal.tell("Cancelled; what was verified so far is kept.")
        return INTERRUPTED
    return 1 if report.faults else 0


def _tell_fixity(report: FixityReport, terminal: Terminal) -> None:
    for one in report.faults:
        terminal.tell(f"{one.path}: {one.sentence}")
    parts = [f"{report.counts[finding]:,} {finding}" for finding in Finding if report.counts.get(finding)]
    terminal.say(f"{', '.join(parts) or 'Nothing to verify'}.")


def _verify_package(options: Namespace, form: PackageFormat, terminal: Terminal) -> int:
    problems = package_problems(options.archive, form, lambda progress: terminal.pass_by(work_line(progress)))
    terminal.end_line()
    if options.json:
        terminal.show({"well": not problems, "problems": problems})
    else:
        for problem in problems:
            terminal.say(problem)
        terminal.say(f"{counted(problems, 'problem')}." if problems else "The package is whole.")
    return 1 if problems else 0


def package(options: Namespace, terminal: Terminal) -> int:
    """Copy the originals that answer a query, with tag sheets and sidecars, into a package that proves itself."""
    opened = open_archive if options.override else open_to_read  # an override is recorded in history
    with opened(options.archive) as archive:
        shelf = Shelf(
            clip=archive.catalog.clip,
            vocabulary=archive.vocabulary,
            stills=archive.stills,
            remember=archive.catalog.note,
        )
        wish = Wish(
            format=options.format,
            target=Path(options.output),
            title=archive.name,
            today=archive.clock.now().astimezone().date(),
            sheets=[name.strip() for name in options.sheets.split(",") if name.strip()],
            override=options.override,
        )
        job = PackageJob(shelf, wish)
        with first_interrupt_calls(job.cancel):
            report = job.run(
                clips_found(archive, options.query), lambda progress: terminal.pass_by(work_line(progress))
            )
    terminal.end_line()
    if options.json:
        terminal.show({**asdict(report), "target": str(report.target)})
    else:
        _tell_package(report, terminal)
    if report.cancelled:
        terminal.tell("Cancelled; run it again to go on from here.")
        return INTERRUPTED
    return 1 if report.left_out else 0


def _tell_package(report: PackageReport, terminal: Terminal) -> None:
    for one in report.left_out:
        terminal.tell(f"{one.path}: {one.reason}")
    if not report.cancelled:
        terminal.say(f"Packed {counted(range(report.packed))} ({_size(report.size)}) in {report.target}.")
    if report.resumed:
        terminal.say(f"{counted(range(report.resumed))} lay there already and were verified.")
    if report.held_back:
        terminal.say(f"Held back {counted(range(report.held_back))} under embargo.")
    if report.overridden:
        terminal.say(f"{counted(range(report.overridden))} left under the embargo override.")


def snapshot(options: Namespace, terminal: Terminal) -> int:
    """Keep the archive as it is now as the snapshot of this day; one is made by itself with the first edit of a day."""
    with open_archive(options.archive) as archive:
        made = archive.snapshot()
    if options.json:
        terminal.show({"made": made is not None, "snapshot": _shown_snapshot(made) if made else None})
    elif made is None:
        terminal.say("Nothing was done since the last snapshot, or the disk is nearly full; the log says which.")
    else:
        terminal.say(f"Kept step {made.seq} as the snapshot of {made.day}.")
    return 0


def restore(options: Namespace, terminal: Terminal) -> int:
    """List the snapshots of an archive, or make a new archive from one; the old one is only read."""
    if options.list or options.snapshot is None:
        return _list_snapshots(options, terminal)
    if not options.to:
        raise UserProblem("Say with --to which new folder the archive is to be made in; it is never put over another.")
    made = restore_archive(
        options.archive,
        options.snapshot,
        Path(options.to),
        lambda done, steps: terminal.pass_by(f"{done:,} of {steps:,} steps"),
    )
    terminal.end_line()
    one, left_out = made.snapshot, made.left_out
    if options.json:
        terminal.show({"target": options.to, "snapshot": _shown_snapshot(one), "left_out": left_out})
        return 0
    terminal.say(f"Made {options.to} from the snapshot of {one.day}, with all up to step {one.seq}.")
    if left_out:
        here, there = Path(options.archive) / OWN_MEDIA, Path(options.to) / OWN_MEDIA
        copies = counted(range(left_out), "original")
        terminal.say(f"{copies} copied into the old archive cannot be shared across disks: copy {here} to {there}.")
    return 0


def _list_snapshots(options: Namespace, terminal: Terminal) -> int:
    there = snapshots_of(options.archive)
    if options.json:
        terminal.show({"snapshots": [_shown_snapshot(one) for one in there]})
        return 0
    for one in there:
        terminal.say(f"{one.day}  up to step {one.seq}")
    if not there:
        terminal.tell("There is no snapshot yet; one is made with the first edit of a day.")
    return 0


def _shown_snapshot(snapshot: Snapshot) -> dict[str, object]:
    return {"day": snapshot.day, "made": snapshot.made, "step": snapshot.seq}


def work_line(progress: WorkProgress) -> str:
    """Return how work over many bytes is going, in one line."""
    left = progress.seconds_left
    parts = [
        f"{progress.files_done:,} of {progress.files:,}",
        f"{_size(progress.bytes_done)} of {_size(progress.bytes)}",
        f"{_size(int(progress.bytes_per_second))} a second",
        f"{clock(Fraction(left))} left" if left is not None else "",
        "paused" if progress.paused else "",
        f"{counted(range(progress.faults), 'fault')}" if progress.faults else "",
        progress.current,
    ]
    return " · ".join(part for part in parts if part)


def _size(count: int) -> str:
    return f"{count / 10**9:.1f} GB" if count >= 10**9 else f"{count / 10**6:.1f} MB"
