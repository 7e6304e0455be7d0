"""The verb that writes tag sheets: export."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from core.catalog.edits import counted
from core.cli.opening import clips_found, open_to_read
from core.cli.terminal import Terminal
from core.export.columns import DEFAULT_COLUMNS
from core.export.export import ExportReport, export_sheet


def export(options: Namespace, terminal: Terminal) -> int:
    """Write the clips that answer a query, or all, to a file."""
    target = Path(options.output)
    columns = [key.strip() for key in options.columns.split(",")] if options.columns else DEFAULT_COLUMNS
    with open_to_read(options.archive) as archive:
        report = export_sheet(
            (archive.clip(clip) for clip in clips_found(archive, options.query)),
            archive.vocabulary,
            archive.stills,
            format=options.format or target.suffix.lstrip(".").lower(),
            target=target,
            columns=columns,
            today=archive.clock.now().astimezone().date(),
            title=archive.name,
            report=lambda rows: terminal.pass_by(f"{rows:,} clips"),
        )
    terminal.end_line()
    if options.json:
        terminal.show({"rows": report.rows, "held_back": report.held_back, "path": str(report.target)})
    else:
        _tell(report, terminal)
    return 0


def _tell(report: ExportReport, terminal: Terminal) -> None:
    terminal.say(f"Wrote {counted(range(report.rows))} to {report.target}.")
    if report.held_back:
        terminal.say(f"Held back {counted(range(report.held_back))} under embargo.")
    if report.shortened:
        cells = counted(range(report.shortened), "cell")
        terminal.say(f"{cells} held more than a spreadsheet takes; each ends with a mark that says so.")
