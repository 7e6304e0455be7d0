"""The verbs about what was done: undo, redo, history, author and check."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import islice

from core.app import Archive, open_archive
from core.catalog.asof import end_of
from core.catalog.edits import counted
from core.catalog.past import Asked, Told
from core.catalog.past import steps as steps_asked_for
from core.cli.opening import clip_named, open_to_read
from core.cli.terminal import Terminal, one_line
from core.errors import UserProblem
from core.ports.history import Gesture, GestureState
from core.storage.own_media import strays


def undo(options: Namespace, terminal: Terminal) -> int:
    """Take back the last step, or with --step one long past."""
    with open_archive(options.archive) as archive:
        label = archive.catalog.undo_label
        if options.step:
            archive.catalog.revert(options.step)
            label = archive.history.gesture(options.step).label
        else:
            archive.catalog.undo()
    terminal.say(f"Undone: {label}.")
    return 0


def redo(options: Namespace, terminal: Terminal) -> int:
    """Do again what was undone last."""
    with open_archive(options.archive) as archive:
        label = archive.catalog.redo_label
        archive.catalog.redo()
    terminal.say(f"Done again: {label}.")
    return 0


def history(options: Namespace, terminal: Terminal) -> int:
    """List the steps, newest first, or with --step what one of them changed."""
    with open_to_read(options.archive) as archive:
        if options.step:
            return _one_step(archive, options, terminal)
        steps = list(islice(steps_asked_for(archive.history, _asked(archive, options)), options.limit))
    if options.json:
        terminal.show({"count": len(steps), "steps": [asdict(step) for step in steps]})
        return 0
    for step in steps:
        terminal.say(_line(step))
    if not steps:
        terminal.tell("Nothing like that was done in this archive yet.")
    return 0


def _line(step: Gesture) -> str:
    state = "" if step.state is GestureState.APPLIED else f"  ({step.state})"
    return f"{step.id:>6}  {step.at[:19].replace('T', ' ')}  {step.who:<12}  {step.label}{state}"


def _asked(archive: Archive, options: Namespace) -> Asked:
    return Asked(
        clip=_clip(archive, options.clip) if options.clip else "",
        since=_moment(options.since) if options.since else "",
        until=_moment(options.until, end=True) if options.until else "",
        who=options.who,
    )


def _clip(archive: Archive, wanted: str) -> str:
    """Return the id of a clip; one that was removed is known by its whole id alone."""
    try:
        return clip_named(archive, wanted)
    except UserProblem:
        digits = wanted.removeprefix("sb-").lower()
        if len(digits) == len("0" * 32) and all(digit in "0123456789abcdef" for digit in digits):
            return digits
        raise


def _moment(text: str, *, end: bool = False) -> str:
    """Return a date or time of this place as history writes it; raises UserProblem where it is none."""
    try:
        when = end_of(text) if end else datetime.fromisoformat(text).astimezone()
    except ValueError:
        raise UserProblem(f"“{text}” is no date or time; write it like 2026-11-01 or 2026-11-01T14:30.") from None
    return when.astimezone(UTC).isoformat(timespec="milliseconds")


def _one_step(archive: Archive, options: Namespace, terminal: Terminal) -> int:
    step, changes = archive.step(options.step)
    shown = list(islice(changes, options.limit))
    if options.json:
        terminal.show({"step": asdict(step), "changes": [asdict(change) for change in shown]})
        return 0
    terminal.say(_line(step))
    _tell_changes(shown, terminal)
    return 0


def _tell_changes(changes: Sequence[Told], terminal: Terminal) -> None:
    for change in changes:
        terminal.say(f"        {change.name}: {change.what} {change.words}")


def author(options: Namespace, terminal: Terminal) -> int:
    """Show or set who signs the history of an archive."""
    if options.name is not None:
        with open_archive(options.archive) as archive:
            archive.set_author(options.name)
    with open_to_read(options.archive) as archive:
        signing, own = archive.catalog.who, archive.author
    if options.json:
        terminal.show({"author": own, "signs_as": signing})
    elif own:
        terminal.say(f"Steps in this archive are signed “{own}”, whoever makes them.")
    else:
        terminal.say(f"Everybody signs for themselves in this archive; you as “{signing}”.")
    return 0


def check(options: Namespace, terminal: Terminal) -> int:
    """Look whether everything the archive holds agrees; with --repair, mend what can be."""
    with open_archive(options.archive) if options.repair else open_to_read(options.archive) as archive:
        problems = archive.check(repair=options.repair)
        lone = strays(archive.media, lambda path: archive.index.known_at(path) is not None)
    if options.json:
        terminal.show({"well": not problems, "problems": problems, "strays": lone})
        return 1 if problems else 0
    for stray in lone:
        terminal.say(
            f"No clip stands for {one_line(stray)}; import it to have it in the archive, or delete it yourself."
        )
    for problem in problems:
        terminal.say(problem)
    if not problems:
        terminal.say("All is well.")
    else:
        hint = "" if options.repair else "; “check --repair” mends what can be mended"
        terminal.tell(f"{counted(problems, 'problem')}{hint}.")
    return 1 if problems else 0
