"""The verbs about what was done: undo, redo, history and check."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from core.app import open_archive
from core.catalog.edits import counted
from core.cli.opening import open_to_read
from core.cli.terminal import Terminal
from core.ports.history import GestureState


def undo(options: Namespace, terminal: Terminal) -> int:
    """Take back the last step."""
    with open_archive(options.archive) as archive:
        label = archive.catalog.undo_label
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
    """List the steps, newest first."""
    with open_to_read(options.archive) as archive:
        steps = list(archive.catalog.history(options.limit))
    if options.json:
        terminal.show({"count": len(steps), "steps": [asdict(step) for step in steps]})
        return 0
    for step in steps:
        state = "" if step.state is GestureState.APPLIED else f"  ({step.state})"
        terminal.say(f"{step.id:>6}  {step.at[:19].replace('T', ' ')}  {step.who:<12}  {step.label}{state}")
    if not steps:
        terminal.tell("Nothing was done in this archive yet.")
    return 0


def check(options: Namespace, terminal: Terminal) -> int:
    """Look whether everything the archive holds agrees; with --repair, mend what can be."""
    with open_archive(options.archive) if options.repair else open_to_read(options.archive) as archive:
        problems = archive.check(repair=options.repair)
    if options.json:
        terminal.show({"well": not problems, "problems": problems})
        return 1 if problems else 0
    for problem in problems:
        terminal.say(problem)
    if not problems:
        terminal.say("All is well.")
    else:
        hint = "" if options.repair else "; “check --repair” mends what can be mended"
        terminal.tell(f"{counted(problems, 'problem')}{hint}.")
    return 1 if problems else 0
