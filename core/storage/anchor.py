"""Whether a file or folder that was opened is still the one at its path."""

from __future__ import annotations

import errno
import os
from pathlib import Path


class Anchor:
    """Remembers what lies at a path.

    What is open goes on being written to when its drive is unplugged, or its folder moved or deleted, and a folder that
    is missing would be made anew, on another disk; both would lose what was acknowledged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = _identity(path)

    def check(self) -> None:
        """Raise FileNotFoundError where something else lies there by now, or nothing."""
        if _identity(self._path) != self._known:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self._path))


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
