"""What the disk says, as a sentence."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import SystemProblem
from core.words import tr

_SENTENCES = {
    errno.ENOSPC: "The disk is full",
    errno.EDQUOT: "The disk quota is used up",
    errno.EROFS: "The disk is read-only",
    errno.EACCES: "There is no permission to write there",
    errno.EPERM: "There is no permission to write there",
    errno.ENOENT: "The folder is gone; was its drive unplugged",
    errno.EIO: "The disk reports an error",
}


@contextmanager
def told_of(folder: Path) -> Iterator[None]:
    """Turn what the system says inside into a SystemProblem that names ``folder``."""
    try:
        yield
    except OSError as error:
        cause = _SENTENCES.get(error.errno or 0, error.strerror or str(error))
        raise SystemProblem(
            tr("{cause}: {folder}. Nothing that was acknowledged is lost.", cause=cause, folder=folder)
        ) from error
    except sqlite3.OperationalError as error:
        raise SystemProblem(
            tr(
                "{cause}: {folder}. Nothing that was acknowledged is lost.",
                cause=_of_sqlite(error),
                folder=folder,
            )
        ) from error


def _of_sqlite(error: sqlite3.OperationalError) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith("SQLITE_FULL"):
        return _SENTENCES[errno.ENOSPC]
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM")):
        return _SENTENCES[errno.EROFS]
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR")):
        return _SENTENCES[errno.EIO]
    return f"The archive's database says “{error}”"
