"""Bringing an archive of an older form up to date, with a copy of what was there before."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

from core.errors import ArchiveProblem
from core.files import replace_file, sync
from core.model.codec import from_document, from_json, to_json
from core.storage.archive_file import Description, read_description, write_description
from core.storage.snapshots import BACKUPS
from core.storage.troubles import told_of
from core.values import dataclass
from core.words import tr

DESCRIPTION = "archive.json"
HISTORY = "history.db"
RECORDS = "records"

_JOURNAL = "migrating.json"


@dataclass(frozen=True, slots=True)
class Step:
    """What leads from one form to the next.

    ``run`` may be called again over what a call that was killed has left.  It puts new files in place of old ones and
    never writes into a record file: its backup is the same file under another name.  ``changes`` names what it touches.
    """

    words: str
    changes: frozenset[str]
    run: Callable[[Path], None]


STEPS: Final[Mapping[int, Step]] = {}
"""The step from each older form to the one after it; the first form is still the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Underway:
    """A migration that has its backup and is not finished."""

    backup: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """An archive that was brought up to date; ``backup`` holds what was there before."""

    description: Description
    before: int
    backup: Path

    @property
    def sentence(self) -> str:
        """What happened, for the archivist."""
        return (
            f"The archive was brought from format {self.before} to {self.description.format}; "
            f"what was there before lies in {self.backup}."
        )


def migrate(folder: Path, stamp: str, steps: Mapping[int, Step], newest: int) -> Migrated | None:
    """Bring the archive in ``folder``, held by the caller, to the form ``newest``; None where it has it already.

    Whatever ends it in between, the next call finishes it.  ``stamp`` (a time, fit for a file name) tells its backup
    from others.  Raises ArchiveProblem where a step is not known, SystemProblem where the disk says no.
    """
    with told_of(folder):
        description = read_description(folder / DESCRIPTION, newest)
        if description.format >= newest:
            (folder / BACKUPS / _JOURNAL).unlink(missing_ok=True)
            return None
        needed = [_step(steps, form, folder) for form in range(description.format, newest)]
        backup = _backup(folder, description, needed, stamp)
        for form, step in enumerate(needed, start=description.format):
            step.run(folder)
            done = replace(read_description(folder / DESCRIPTION, newest), format=form + 1)
            write_description(folder / DESCRIPTION, done)
        (folder / BACKUPS / _JOURNAL).unlink(missing_ok=True)
    return Migrated(read_description(folder / DESCRIPTION, newest), _form_in(backup, newest), backup)


def _form_in(backup: Path, newest: int) -> int:
    return read_description(backup / DESCRIPTION, newest).format


def _step(steps: Mapping[int, Step], form: int, folder: Path) -> Step:
    if form not in steps:
        raise ArchiveProblem(
            tr(
                "{folder} has format {form}, which this Slatebook no longer knows; an older one does.",
                folder=folder,
                form=form,
            )
        )
    return steps[form]


def _backup(folder: Path, description: Description, needed: list[Step], stamp: str) -> Path:
    """Return the backup of what ``needed`` will change, made now unless an earlier try has made it."""
    journal = folder / BACKUPS / _JOURNAL
    if journal.exists():
        return folder / BACKUPS / from_document(from_json(journal.read_bytes()), _Underway).backup
    name = f"format {description.format}, {stamp}"
    part = folder / BACKUPS / f".{name}.part"
    for left in (folder / BACKUPS).glob(".*.part"):
        shutil.rmtree(left)
    part.mkdir(parents=True)
    for what in sorted({DESCRIPTION, *(one for step in needed for one in step.changes)}):
        _COPIES[what](folder / what, part / what)
    sync([part, *part.iterdir()])
    part.rename(folder / BACKUPS / name)
    sync([folder / BACKUPS])
    replace_file(journal, to_json(_Underway(backup=name)))
    return folder / BACKUPS / name


def _copy_file(source: Path, target: Path) -> None:
    shutil.copy2(source, target)


def _copy_database(source: Path, target: Path) -> None:
    """Copy a database as it is, what its log still holds included."""
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)


def _link_tree(source: Path, target: Path) -> None:
    """Give every file under ``source`` a second name under ``target``; where the disk has no links, copy it."""

    def link(path: str, copy: str) -> str:
        try:
            os.link(path, copy)
        except OSError:
            shutil.copy2(path, copy)
        return copy

    if source.exists():
        shutil.copytree(source, target, copy_function=link)


_COPIES: Mapping[str, Callable[[Path, Path], None]] = {
    DESCRIPTION: _copy_file,
    HISTORY: _copy_database,
    RECORDS: _link_tree,
}
