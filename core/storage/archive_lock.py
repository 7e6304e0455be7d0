"""One writer an archive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from core.errors import ArchiveBusy
from core.storage.troubles import told_of
from core.words import tr


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the archive for writing; raises ArchiveBusy where somebody else does."""
    with told_of(folder):
        lock = FileLock(folder / "archive.lock", thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise ArchiveBusy(
                tr(
                    "{folder} is open in another window or command. Close it there, or open it here for reading only.",
                    folder=folder,
                )
            ) from None
    try:
        yield
    finally:
        lock.release()
