"""Stills (posters, keyframes) under the hash of what they hold."""

from __future__ import annotations

import hashlib
from pathlib import Path

from core.files import write_new
from core.model.ids import StillId
from core.storage.troubles import told_of


class Stills:
    """root/<first two digits>/<sha256>.jpg; what is stored is never changed."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def path(self, still: StillId) -> Path:
        """Where the still lies, whether or not it is there."""
        return self._root / still[:2] / f"{still}.jpg"

    def put(self, jpeg: bytes) -> StillId:
        """Store a JPEG and return its name; storing it again changes nothing.  Raises SystemProblem."""
        still = StillId(hashlib.sha256(jpeg).hexdigest())
        path = self.path(still)
        if not path.exists():
            with told_of(self._root):
                path.parent.mkdir(parents=True, exist_ok=True)
                temporary = path.with_suffix(".new")
                write_new(temporary, jpeg)
                temporary.replace(path)
        return still
