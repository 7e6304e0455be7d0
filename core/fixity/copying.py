"""Copying an original so that what arrives is what was there: hashed on the way, synced, read back from the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from core.errors import FileProblem, SystemProblem
from core.files import write_all
from core.fixity.hashing import Algorithm, Digests, blocks_of, hash_file
from core.fixity.originals import opened, why_not_opened
from core.values import dataclass
from core.words import tr

Passed = Callable[[int], None]
"""Told of each block's length; whatever it raises ends the work."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What an original was while it was copied."""

    size: int
    mtime_ns: int
    digests: Digests


def copy_out(source: str, name: str, target: Path, algorithms: Collection[Algorithm], passed: Passed) -> Copied:
    """Write the file at ``source``, called ``name``, to ``target``, synced and with its date; the caller removes it
    after an error.

    Raises FileProblem where the original cannot be read or is written to meanwhile, SystemProblem where the copy cannot
    be written.
    """
    digests = Digests(algorithms)
    with ExitStack() as stack:
        original = _opened(source, name, stack)
        before = os.fstat(original.fileno())
        try:
            copy = stack.enter_context(target.open("wb", buffering=0))
            for block in _blocks(original, name):
                digests.update(block)
                write_all(copy.fileno(), block)
                passed(len(block))
            after = os.fstat(original.fileno())
            os.fsync(copy.fileno())
            os.utime(target, ns=(after.st_mtime_ns, after.st_mtime_ns))
        except OSError as error:
            raise SystemProblem(why_not_written(target, error)) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise FileProblem(
            tr("{name} was written to while it was copied. Take it again later, when it is whole.", name=name)
        )
    return Copied(after.st_size, after.st_mtime_ns, digests)


def read_back(target: Path, algorithm: Algorithm, recorded: str, passed: Passed) -> None:
    """Read a copy from the disk; raises SystemProblem where it does not hold what was ``recorded`` of it."""
    try:
        _forget(target)
        digests = hash_file(str(target), (algorithm,), passed)
    except OSError as error:
        raise SystemProblem(why_not_written(target, error)) from error
    if digests.recorded(algorithm) != recorded:
        raise SystemProblem(
            tr("{target} does not hold what was written to it: its drive cannot be trusted.", target=target)
        )


def why_not_written(target: Path, error: OSError) -> str:
    """Return the sentence for what the operating system said of a copy."""
    return (
        f"{target.name} could not be written to {target.parent} ({error.strerror or error}). "
        "Make room or choose another drive, then run it again: it goes on from here."
    )


def _opened(source: str, name: str, stack: ExitStack) -> BinaryIO:
    try:
        return stack.enter_context(opened(source))
    except OSError as error:
        raise FileProblem(why_not_opened(name, error)) from error


def _blocks(original: BinaryIO, name: str) -> Iterator[memoryview]:
    try:
        yield from blocks_of(original)
    except OSError as error:
        raise FileProblem(why_not_opened(name, error)) from error


def _forget(path: Path) -> None:
    """Have the system drop what it holds of a file in memory, where it can, so that it is read from the disk."""
    if hasattr(os, "posix_fadvise"):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)
