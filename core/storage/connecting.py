"""How an SQLite file of the archive is opened."""

from __future__ import annotations

import os
from pathlib import Path


def database_uri(path: Path, *, read_only: bool) -> str:
    """Return the URI to open ``path`` by; the file need not be there yet.

    To read a write-ahead log SQLite writes beside the file.  Where the folder forbids that and no log is left, the
    file alone holds everything and nobody can change it: ``immutable`` lets SQLite read it without writing.
    """
    uri = path.absolute().as_uri()
    if not read_only:
        return uri
    logged = path.with_name(f"{path.name}-wal").exists()
    return f"{uri}?mode=ro" if logged or os.access(path.parent, os.W_OK) else f"{uri}?mode=ro&immutable=1"
