"""Reading originals: never written to, never waited for where they are no plain files."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from core.model import reasons
from core.model.reasons import said
from core.model.sniff import HEAD_BYTES
from core.values import dataclass

STRETCH = 64 << 10
"""How much of a file's start, middle and end goes into its quick hash, in bytes."""

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Look:
    """What a short look at a file shows; ``head`` is its first HEAD_BYTES."""

    size: int
    mtime_ns: int
    head: bytes
    quick_hash: str


@contextmanager
def opened(location: str) -> Iterator[BinaryIO]:
    """Open a file for reading; raises OSError, also where it is no plain file (anything else might never answer)."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(location, flags)
    with open(descriptor, "rb", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(None, "it is no plain file")
        yield file


def look_at(location: str) -> Look:
    """Return what a short look at a file shows.  Raises OSError.

    The quick hash is BLAKE2b (RFC 7693) of 128 bits over the size in eight bytes (big-endian) and the first, middle and
    last 64 KiB; of a file no longer than these three, over all of it.
    """
    with opened(location) as file:
        status = os.fstat(file.fileno())
        size = status.st_size
        digest = hashlib.blake2b(size.to_bytes(8, "big"), digest_size=16)
        head = b""
        for start, length in _stretches(size):
            file.seek(start)
            data = _read(file, length)
            head = head or data[:HEAD_BYTES]
            digest.update(data)
        return Look(size, status.st_mtime_ns, head, digest.hexdigest())


def _stretches(size: int) -> tuple[tuple[int, int], ...]:
    if size <= 3 * STRETCH:
        return ((0, size),)
    return ((0, STRETCH), ((size - STRETCH) // 2, STRETCH), (size - STRETCH, STRETCH))


def _read(file: BinaryIO, length: int) -> bytes:
    pieces = []
    while length > 0 and (piece := file.read(length)):
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


def is_told_by_quick_hash(size: int) -> bool:
    """Whether the quick hash of a file of ``size`` bytes covers all of it."""
    return size <= 3 * STRETCH


def same_content(one: str, other: str, give_up: Callable[[], bool]) -> bool:
    """Return whether two files hold the same bytes; False once ``give_up`` says so.  Raises OSError."""
    with opened(one) as first, opened(other) as second:
        while not give_up():
            piece = _read(first, _PIECE)
            if piece != _read(second, _PIECE):
                return False
            if not piece:
                return True
    return False


def why_not_opened(name: str, error: OSError) -> str:
    """Return the sentence for what the operating system said."""
    if isinstance(error, PermissionError):
        return said(reasons.NOT_ALLOWED, name=name)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return said(reasons.NOT_THERE, name=name)
    if error.errno == errno.EIO:
        return said(reasons.DRIVE_FAILS, name=name)
    return said(reasons.DRIVE_REFUSES, name=name, reason=error.strerror or error)
