"""Where the archive lay when its index was made: paths of its own copies begin there."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from core.storage.index_database import IndexDatabase
from core.storage.index_writing import set_mark
from core.storage.own_media import OWN_MEDIA


def settle(database: IndexDatabase, archive: Path) -> None:
    """Have an index made anew whose archive holds copies of its own and was moved since.  Raises SystemProblem."""
    digest = hashlib.blake2b(os.fsencode(archive.absolute()), digest_size=7).digest()
    here = int.from_bytes(digest, "big")
    with database.reading() as reader:
        row = reader.execute("SELECT value FROM mark WHERE name = 'home'").fetchone()
    if row == (here,):
        return
    with database.writing() as writer:
        if row is not None and (archive / OWN_MEDIA).is_dir():
            set_mark(writer, "seq", 0)
        writer.execute("INSERT OR REPLACE INTO mark VALUES('home', ?)", (here,))
