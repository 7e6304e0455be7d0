"""Stills (posters, keyframes) under the hash of what they hold."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

from core.files import sync, write_new
from core.model.ids import StillId
from core.storage.troubles import told_of


class Stills:
    """root/<first two digits>/<sha256>.jpg; what is stored is never changed.  Safe for several threads."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._unsynced: list[Path] = []

    def path(self, still: StillId) -> Path:
        """Where the still lies, whether or not it is there."""
        return self._root / still[:2] / f"{still}.jpg"

    def put(self, jpeg: bytes) -> StillId:
        """Store a JPEG and return its name; storing it again changes nothing.  Raises SystemProblem.

        It survives a kill from here on, and a power cut from the next ``sync`` on.
        """
        still = StillId(hashlib.sha256(jpeg).hexdigest())
        path = self.path(still)
        with self._lock, told_of(self._root):
            if not self.has(still):
                path.parent.mkdir(parents=True, exist_ok=True)
                temporary = path.with_suffix(".new")
                write_new(temporary, jpeg)
                temporary.replace(path)
                self._unsynced.append(path)
        return still

    def has(self, still: StillId) -> bool:
        """Whether the still is there and holds something."""
        path = self.path(still)
        return path.is_file() and path.stat().st_size > 0

    def sync(self) -> None:
        """Bring what was stored since the last call to the disk.  Raises SystemProblem; then it is tried again."""
        with self._lock, told_of(self._root):
            folders = {path.parent for path in self._unsynced}
            sync([*self._unsynced, *folders])
            self._unsynced.clear()
