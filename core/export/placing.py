"""Where a sheet is put: a file or a folder that is either whole or not there."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from core.errors import UserProblem
from core.files import replacing, sync
from core.words import tr


def placing(target: Path, *, folder: bool) -> AbstractContextManager[Path]:
    """Hand out a new empty file or folder that becomes ``target`` when the block ends well, and is gone otherwise.

    A file takes the place of the one before; a folder that holds something already is refused with UserProblem.
    Raises OSError.
    """
    return _new_folder(target) if folder else _new_file(target)


def _new_file(target: Path) -> AbstractContextManager[Path]:
    if target.is_dir():
        raise UserProblem(tr("{target} is a folder; give the name of a file.", target=target))
    return replacing(target)


@contextmanager
def _new_folder(target: Path) -> Iterator[Path]:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UserProblem(tr("{target} is there already. Choose a new or an empty folder.", target=target))
    part = target.with_name(f".{target.name[:40]}-{secrets.token_hex(6)}.part")
    part.mkdir()
    try:
        yield part
        sync(_everything_in(part))
        if target.exists():
            target.rmdir()  # only an empty one can be: Windows renames onto no folder
        part.rename(target)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    sync([target.parent])


def _everything_in(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names)
        yield Path(place)
