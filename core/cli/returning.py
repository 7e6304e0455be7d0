"""The verb that takes edited tag sheets back: import-sheet."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from core.app import house_of, open_archive
from core.catalog.edits import counted
from core.cli.terminal import Terminal, one_line
from core.errors import UserProblem
from core.exchange.back import preview
from core.exchange.names import Fate, Unmatched
from core.exchange.preview import Cell, Preview, Verdict
from core.exchange.settling import settled_from
from core.exchange.sheets import mapping_from
from core.export.columns import sheet_id
from core.settings import Settings

_SHOWN = 40
"""So many characters of a cell are shown."""


def import_sheet(options: Namespace, terminal: Terminal) -> int:
    """Take an edited tag sheet back: show what it changes, and change it in one step."""
    mapping = _mapping(options)
    with open_archive(options.archive) as archive:
        look = partial(preview, Path(options.sheet), house_of(archive), mapping, blank_clears=options.blank_clears)
        found = look()
        if options.settle:
            found = look(settled=settled_from(options.settle, found.unmatched, house_of(archive)))
        accepted = found.accepted(take_conflicts=options.take_conflicts, create_names=options.create_names)
        if accepted and not options.dry_run:
            archive.catalog.apply(found.edit(accepted))
    if options.json:
        terminal.show(_document(found, accepted, dry_run=options.dry_run))
    else:
        _tell(found, accepted, terminal, dry_run=options.dry_run)
    return 1 if found.unknown or len(accepted) < len(found.cells) else 0


def _mapping(options: Namespace) -> Mapping[str, str] | None:
    """Return the mapping that was written out or named, and keep it where that is asked for."""
    settings = Settings.load()
    mapping = None
    if options.mapping:
        named = settings.sheet_mappings.get(options.mapping)
        if named is None and "=" not in options.mapping:
            there = ", ".join(settings.sheet_mappings) or "none yet"
            raise UserProblem(f"No mapping is called “{options.mapping}”; there are {there}.")
        mapping = named or mapping_from(options.mapping)
    if options.save_mapping:
        if not mapping:
            raise UserProblem("There is no mapping to keep; write one out with --mapping Talent=people,….")
        settings.sheet_mappings = {**settings.sheet_mappings, options.save_mapping: dict(mapping)}
        settings.save()
    return mapping


def _tell(found: Preview, accepted: Sequence[Cell], terminal: Terminal, *, dry_run: bool) -> None:
    for verdict in Verdict:
        cells = found.of(verdict)
        if cells:
            terminal.say(f"{verdict.capitalize()} ({len(cells):,}):")
        for cell in cells:
            terminal.say(_line(cell))
    if found.unknown:
        terminal.say(f"Unknown ({len(found.unknown):,}):")
    for row in found.unknown:
        terminal.say(f"  row {row.line}  {one_line(row.what)}  {row.why}")
    created = {name.id for name in found.created(accepted)}
    for name in found.unmatched:
        terminal.say(_name_line(name, is_made=name.id in created, dry_run=dry_run))
    if found.ignored:
        named = ", ".join(found.ignored)
        terminal.tell(f"Not read, for these do not come back: {named}.")
    _sum_up(found, accepted, terminal, dry_run=dry_run)


def _sum_up(found: Preview, accepted: Sequence[Cell], terminal: Terminal, *, dry_run: bool) -> None:
    clips = counted({cell.clip for cell in accepted})
    done = "Would change" if dry_run else "Changed"
    cells = counted(accepted, "cell")
    terminal.say(
        f"{done} {cells} of {clips}." if accepted else f"{counted(range(found.rows), 'row')}: nothing to change."
    )
    left = len(found.cells) - len(accepted)
    if left:
        more = "--take-conflicts, --create-names and --settle NAME=WHOM let more in."
        terminal.say(f"Held back {counted(range(left), 'cell')}; {more}")


def _line(cell: Cell) -> str:
    why = f"  {cell.why}" if cell.why else ""
    return f"  row {cell.line}  {one_line(cell.title)}  {cell.column}: {_cut(cell.ours)} → {_cut(cell.theirs)}{why}"


def _name_line(name: Unmatched, *, is_made: bool, dry_run: bool) -> str:
    if is_made:
        return f"{'Would make' if dry_run else 'New'} {name.kind}: {name.name}."
    if name.fate is Fate.LEFT_OUT:
        return f"“{name.name}” is left out."
    if name.fate not in (None, Fate.NEW):
        return f"“{name.name}” is {name.kind} {sheet_id(name.fate)}."
    several = ", ".join(f"{one.label} ({sheet_id(one.entry)}, {one.how})" for one in name.suggestions)
    hint = f" Perhaps {several}." if several else ""
    return f"No {name.kind} is certainly meant by “{name.name}”.{hint}"


def _cut(text: str) -> str:
    text = one_line(text)
    return f"“{text if len(text) <= _SHOWN else text[: _SHOWN - 1] + '…'}”"


def _document(found: Preview, accepted: Sequence[Cell], *, dry_run: bool) -> dict[str, Any]:
    taken = {id(cell) for cell in accepted}
    created = {name.id for name in found.created(accepted)}
    return {
        "rows": found.rows,
        "dry_run": dry_run,
        "accepted": len(accepted),
        "cells": [
            {
                "row": cell.line,
                "clip": cell.clip,
                "title": cell.title,
                "column": cell.column,
                "base": cell.base,
                "ours": cell.ours,
                "theirs": cell.theirs,
                "verdict": str(cell.verdict),
                "why": cell.why,
                "accepted": id(cell) in taken,
            }
            for cell in found.cells
        ],
        "unknown": [{"row": row.line, "what": row.what, "why": row.why} for row in found.unknown],
        "names": [_name_document(name, is_made=name.id in created) for name in found.unmatched],
        "ignored_columns": list(found.ignored),
    }


def _name_document(name: Unmatched, *, is_made: bool) -> dict[str, Any]:
    return {
        "kind": str(name.kind),
        "name": name.name,
        "created": name.id if is_made else None,
        "settled": name.fate,
        "suggestions": [{"id": one.entry, "label": one.label, "how": one.how} for one in name.suggestions],
    }
