"""The verb that shows what earlier imports did: imports."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from core.app import Archive
from core.cli.opening import open_to_read
from core.cli.terminal import Terminal
from core.errors import UserProblem
from core.exchange.import_reports import report_document, write_report
from core.ingest.kept import Kept
from core.model.codec import to_document


def imports(options: Namespace, terminal: Terminal) -> int:
    """List the imports of an archive, or show or export what one of them did."""
    with open_to_read(options.archive) as archive:
        kept = archive.import_reports.all()
        if options.report is None:
            if options.output:
                raise UserProblem("Say which report to write: its number, as “imports” lists it, or “newest”.")
            return _list(kept, options, terminal)
        one = _named(kept, options.report)
        return _show(archive, one, options, terminal)


def _list(kept: list[Kept], options: Namespace, terminal: Terminal) -> int:
    if options.json:
        terminal.show([to_document(one) for one in kept])
        return 0
    for one in kept:
        terminal.say(f"{one.id}  {one.name}: {_counts(one)}")
    if not kept:
        terminal.say("No import yet.")
    return 0


def _show(archive: Archive, one: Kept, options: Namespace, terminal: Terminal) -> int:
    lines = archive.import_reports.lines(one.id)
    if options.output:
        write_report(one, lines, Path(options.output))
        terminal.say(f"Wrote the report of {one.name} to {options.output}.")
    elif options.json:
        terminal.show(report_document(one, lines))
    else:
        for line in lines:
            copied = f" → {line.copy} ({line.full_hash})" if line.copy else ""
            terminal.say(f"{line.became}: {line.path}{copied}{f': {line.reason}' if line.reason else ''}")
        terminal.say(f"{one.name}, {one.begun}: {_counts(one)}")
    return 0


def _named(kept: list[Kept], report: str) -> Kept:
    found = next((one for one in kept if report in (one.id, "newest")), None)
    if found is None:
        raise UserProblem(f"There is no report {report} of an import; “imports” lists them.")
    return found


def _counts(one: Kept) -> str:
    named = ((one.added, "added"), (one.known, "known"), (one.skipped, "skipped"), (one.failed, "unreadable"))
    counts = ", ".join(f"{count:,} {what}" for count, what in named if count)
    return f"{counts or 'nothing'}{', ended early' * one.cancelled}{', copied' * one.terms.copy}"
