"""Files that are either whole or not there: a reader finds the old content or the new, never half of either."""

from __future__ import annotations

import ctypes
import os
import secrets
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

FEW = 16
"""Up to this many files are synced one by one; more are synced with their whole file system at once."""

_AT_ONCE = 1 << 16


def write_all(descriptor: int, data: bytes | memoryview) -> None:
    """Write every byte of ``data``: os.write may write short on a full disk without saying so.  Raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def read_all(path: Path | str) -> bytes:
    """Return what is in ``path``.  Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        found = []
        while some := os.read(descriptor, _AT_ONCE):
            found.append(some)
        return b"".join(found)
    finally:
        os.close(descriptor)


def write_new(path: Path | str, data: bytes) -> None:
    """Write ``data`` to ``path``, leaving nothing behind where that fails.  Raises OSError."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
        try:
            write_all(descriptor, data)
        finally:
            os.close(descriptor)
    except OSError:
        Path(path).unlink(missing_ok=True)
        raise


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Hand out a new empty file beside ``target`` that takes its place, durably, when the block ends well.

    After any exception ``target`` is as it was and the new file is gone.  Raises OSError.
    """
    part = target.with_name(f".{target.stem[:40]}-{secrets.token_hex(6)}.part{target.suffix}")
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
        yield part
        sync([part])
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync([target.parent])


def replace_file(target: Path, data: bytes) -> None:
    """Give ``target`` the content ``data``, durably and in one step.  Raises OSError, leaving the old content."""
    with replacing(target) as part:
        write_new(part, data)


def sync(paths: Iterable[Path | str]) -> None:
    """Bring files and folders, all on one file system, to the disk.  Raises OSError."""
    paths = list(paths)
    if len(paths) > FEW and sys.platform.startswith("linux"):
        _sync_file_system(paths[0])
        return
    for path in paths:
        _sync_one(path)


def _sync_one(path: Path | str) -> None:
    folder = os.path.isdir(path)
    if folder and sys.platform == "win32":  # Windows has no handle on a folder to sync
        return
    descriptor = os.open(path, os.O_RDONLY if folder else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_file_system(path: Path | str) -> None:
    """Sync everything on the file system of ``path`` with syncfs(2)."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(path))
    finally:
        os.close(descriptor)
