"""The verbs about authority files: authority export and authority import."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from core.app import open_archive
from core.catalog.edits import counted
from core.cli.opening import open_to_read
from core.cli.terminal import Terminal
from core.exchange.authority import Compared, Comparison, Match, compare
from core.exchange.authority_file import read_authority, write_authority
from core.export.columns import sheet_id


def export(options: Namespace, terminal: Terminal) -> int:
    """Write all people, locations, productions and keywords to a file."""
    target = Path(options.output)
    with open_to_read(options.archive) as archive:
        written = write_authority(archive.index.entries(), target, options.format)
    if options.json:
        terminal.show({"entries": written, "path": str(target)})
    else:
        terminal.say(f"Wrote {counted(range(written), 'name')} to {target}.")
    return 0


def take_in(options: Namespace, terminal: Terminal) -> int:
    """Hold the authority file of another archive against this one, and unite the two in one step."""
    source = Path(options.file)
    theirs = read_authority(source)
    with open_archive(options.archive) as archive:
        ids = {entry.id for entry in archive.index.entries()}
        found = compare(theirs, archive.vocabulary, is_known=ids.__contains__)
        edit = found.edit(create=options.create)
        if edit is not None and not options.dry_run:
            archive.catalog.apply(edit)
    if options.json:
        terminal.show(_document(found, create=options.create, dry_run=options.dry_run))
    else:
        _tell(found, terminal, create=options.create, dry_run=options.dry_run)
    return 1 if any(one.conflicts for one in found.compared) or _left_out(found, create=options.create) else 0


def _left_out(found: Comparison, *, create: bool) -> int:
    return len(found.unknown) - (len(found.to_create()) if create else 0)


def _tell(found: Comparison, terminal: Terminal, *, create: bool, dry_run: bool) -> None:
    for match in Match:
        of_it = [one for one in found.compared if one.match is match]
        if of_it:
            terminal.say(f"{match.capitalize()} ({len(of_it):,}):")
        for one in of_it:
            terminal.say(_line(one))
    created = len(found.to_create()) if create else 0
    united = sum(bool(one.gains) for one in found.known)
    done = "Would add" if dry_run else "Added"
    terminal.say(f"{done} {counted(range(created), 'name')} and more to {counted(range(united), 'known name')}.")
    left = _left_out(found, create=create)
    if left:
        terminal.say(f"Left out {counted(range(left), 'name')}; --create makes those that nobody here is called.")


def _line(one: Compared) -> str:
    ours = f" = {one.ours.label} ({sheet_id(one.ours.id)})" if one.ours else ""
    gains = f", gains {', '.join(one.gains)}" if one.gains else ""
    perhaps = ", ".join(f"{maybe.label} ({sheet_id(maybe.entry)})" for maybe in one.suggestions)
    hint = f", perhaps {perhaps}" if perhaps else ""
    conflicts = "".join(f"\n    conflict: {sentence}" for sentence in one.conflicts)
    return f"  {one.theirs.kind} {one.theirs.label}{ours}{gains}{hint}{conflicts}"


def _document(found: Comparison, *, create: bool, dry_run: bool) -> dict[str, Any]:
    created = {one.theirs.id for one in found.to_create()} if create else set()
    return {
        "dry_run": dry_run,
        "merged_there": len(found.merged),
        "entries": [
            {
                "id": one.theirs.id,
                "kind": str(one.theirs.kind),
                "label": one.theirs.label,
                "match": str(one.match),
                "ours": one.ours.id if one.ours else None,
                "gains": list(one.gains),
                "conflicts": list(one.conflicts),
                "suggestions": [
                    {"id": maybe.entry, "label": maybe.label, "how": maybe.how} for maybe in one.suggestions
                ],
                "created": one.theirs.id in created,
            }
            for one in found.compared
        ],
    }
