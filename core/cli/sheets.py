"""The verbs about what leaves the house: export and due."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from threading import Event

from core.app import Archive, open_archive
from core.catalog.edits import counted
from core.cli.intake import INTERRUPTED, first_interrupt_calls
from core.cli.looking_back import origin_of
from core.cli.opening import clips_found, open_to_read
from core.cli.terminal import Terminal
from core.errors import UserProblem
from core.export.columns import DEFAULT_COLUMNS
from core.export.embargo import due as due_soon
from core.export.export import ExportReport, export_sheet
from core.export.formats import format_by_ending
from core.export.sheet import columns_named
from core.settings import Settings

_HELD_SHOWN = 20
"""So many clips that were held back are told one by one."""


def export(options: Namespace, terminal: Terminal) -> int:
    """Write the clips that answer a query, or all, to a file or folder."""
    target = Path(options.output)
    form = options.format or format_by_ending(target, options.formats)
    columns = _columns(options)
    stop = Event()
    # An override goes into history, and so the archive has to be open for writing.
    opened = open_archive(options.archive) if options.override else open_to_read(options.archive)
    with opened as archive, first_interrupt_calls(stop.set):
        report = _exported(archive, options, form, target, columns, stop, terminal)
    terminal.end_line()
    if options.json:
        terminal.show({**asdict(report), "path": str(report.target), "target": str(report.target)})
    else:
        _tell(report, terminal)
    return INTERRUPTED if report.cancelled else 0


def _exported(
    archive: Archive,
    options: Namespace,
    form: str,
    target: Path,
    columns: Sequence[str],
    stop: Event,
    terminal: Terminal,
) -> ExportReport:
    origin = origin_of(archive, options.query, options.as_of)
    return export_sheet(
        origin.clips,
        origin.vocabulary,
        archive.stills,
        format=form,
        target=target,
        columns=columns,
        today=archive.clock.now().astimezone().date(),
        title=f"{archive.name} as of {options.as_of}" if options.as_of else archive.name,
        moments=options.moments,
        override=options.override or "",
        remember=archive.catalog.note,
        formats=options.formats,
        gate=origin.gate,
        report=lambda rows: terminal.pass_by(f"{rows:,} clips"),
        cancelled=stop.is_set,
    )


def _columns(options: Namespace) -> Sequence[str]:
    """Return the columns asked for, by name or as a preset; with --save-preset keep them under its name."""
    settings = Settings.load()
    columns: Sequence[str] = DEFAULT_COLUMNS
    if options.columns:
        columns = [key.strip() for key in options.columns.split(",")]
    elif options.preset:
        columns = _preset(settings, options.preset)
    if options.save_preset:
        named = tuple(column.key for column in columns_named(columns))
        settings.sheet_presets = {**settings.sheet_presets, options.save_preset: named}
        settings.save()
    return columns


def _preset(settings: Settings, name: str) -> tuple[str, ...]:
    if name not in settings.sheet_presets:
        there = f"there are {', '.join(settings.sheet_presets)}" if settings.sheet_presets else "none was saved yet"
        raise UserProblem(f"No preset is called “{name}”; {there}.")
    return settings.sheet_presets[name]


def _tell(report: ExportReport, terminal: Terminal) -> None:
    if report.cancelled:
        terminal.tell("Cancelled; nothing was written.")
        return
    terminal.say(f"Wrote {counted(range(report.rows))} to {report.target}.")
    if report.overridden:
        terminal.say(f"{counted(range(report.overridden))} left under an embargo override, as history and file say.")
    if report.held_back:
        terminal.say(f"Held back {counted(range(report.held_back))} under embargo:")
        for held in report.held[:_HELD_SHOWN]:
            terminal.say(f"  {held.name}: {held.why}")
        if report.held_back > _HELD_SHOWN:
            terminal.say(f"  and {report.held_back - _HELD_SHOWN:,} more")
    if report.shortened:
        cells = counted(range(report.shortened), "cell")
        terminal.say(f"{cells} held more than a spreadsheet takes; each ends with a mark that says so.")


def due(options: Namespace, terminal: Terminal) -> int:
    """List the clips whose embargo ends soon, the soonest first."""
    with open_to_read(options.archive) as archive:
        clips = (archive.clip(clip) for clip in clips_found(archive, ""))
        today = archive.clock.now().astimezone().date()
        found = due_soon(clips, archive.vocabulary, today, options.days)
    if options.json:
        shown = [
            {"id": one.clip.id, "name": one.clip.name, "free": one.free.isoformat(), "why": one.why} for one in found
        ]
        terminal.show({"today": today.isoformat(), "days": options.days, "clips": shown})
        return 0
    for one in found:
        terminal.say(f"{one.free.isoformat()}  {one.clip.name}  ({one.why})")
    terminal.tell(f"{counted(found)} to become free within {counted(range(options.days), 'day')}.")
    return 0
