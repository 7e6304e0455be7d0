"""Hashes over whole files: big blocks, one pass, as many algorithms as asked for."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, Protocol

import xxhash

from core.fixity.originals import opened

BLOCK = 4 << 20
"""How much is read at once, in bytes: enough for a disk to stream, little enough for a cancel to be felt at once."""


class Algorithm(enum.StrEnum):
    """Fast for fixity in the house, or known everywhere."""

    XXH128 = "xxh128"
    SHA256 = "sha256"


class _Hash(Protocol):
    def update(self, data: memoryview, /) -> object: ...
    def hexdigest(self) -> str: ...


_MAKERS: Mapping[Algorithm, Callable[[], _Hash]] = {
    Algorithm.XXH128: xxhash.xxh3_128,
    Algorithm.SHA256: hashlib.sha256,
}


class Digests:
    """The hashes of one stream of bytes, by every algorithm asked for."""

    def __init__(self, algorithms: Iterable[Algorithm]) -> None:
        self._hashes = {algorithm: _MAKERS[algorithm]() for algorithm in algorithms}

    def update(self, data: memoryview) -> None:
        for digest in self._hashes.values():
            digest.update(data)

    def hex(self, algorithm: Algorithm) -> str:
        """Return the hash so far, in lower-case hex."""
        return self._hashes[algorithm].hexdigest()

    def recorded(self, algorithm: Algorithm) -> str:
        """Return the hash so far in the form in which records keep it, such as "xxh128:99aa…"."""
        return f"{algorithm}:{self.hex(algorithm)}"


def algorithm_of(recorded: str) -> Algorithm | None:
    """Return the algorithm a recorded hash was made with; None where this version does not know it."""
    name, _, digits = recorded.partition(":")
    return Algorithm(name) if name in tuple(Algorithm) and digits else None


def blocks_of(file: BinaryIO) -> Iterator[memoryview]:
    """Yield what is left of ``file``, block by block, in one buffer that each block reuses.  Raises OSError."""
    buffer = memoryview(bytearray(BLOCK))
    while length := file.readinto(buffer):  # type: ignore[attr-defined]  # every file opened unbuffered has it
        yield buffer[:length]


def hash_file(location: str, algorithms: Iterable[Algorithm], passed: Callable[[int], None]) -> Digests:
    """Return the hashes of a whole file, telling ``passed`` of each block's length.  Raises OSError."""
    digests = Digests(algorithms)
    with opened(location) as file:
        for block in blocks_of(file):
            digests.update(block)
            passed(len(block))
    return digests
