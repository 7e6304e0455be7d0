"""Copying originals so that what arrives is what was there, and going on where a copy was broken off."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from core.errors import FileProblem, SystemProblem
from core.files import write_all
from core.fixity.hashing import Algorithm, Digests, algorithm_of, blocks_of, hash_file
from core.fixity.originals import opened, why_not_opened
from core.fixity.work import Work
from core.model.codec import from_document, from_json, to_json
from core.model.ids import ClipId
from core.model.media import MediaFile


@dataclass(frozen=True, slots=True)
class Item:
    """An original of ``size`` bytes that is to be packed as ``name``."""

    clip: ClipId
    file: MediaFile
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """An original that lies in the package as ``name``, verified; ``size`` and ``mtime_ns`` are the original's."""

    name: str
    path: str
    raw_path: str
    size: int
    mtime_ns: int
    full_hash: str


class Journal:
    """What was packed and verified so far, so that a package that was broken off can be gone on with."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, Packed]:
        """Return what was packed, by name; a line that was not written whole counts for nothing.  Raises OSError."""
        if not self._path.exists():
            return {}
        lines = self._path.read_bytes().split(b"\n")[:-1]
        packed = (one for line in lines for one in _understood(line))
        return {one.name: one for one in packed}

    def add(self, packed: Packed) -> None:
        """Note a file that is safe on the disk.  Raises OSError."""
        with self._path.open("ab", buffering=0) as file:
            write_all(file.fileno(), to_json(packed) + b"\n")


def _understood(line: bytes) -> Iterator[Packed]:
    try:
        yield from_document(from_json(line), Packed)
    except ValueError:
        return


class Copier:
    """Copies originals into the folder ``media``, hashing on the way, and reads every copy back from the disk."""

    def __init__(self, media: Path, algorithm: Algorithm, work: Work) -> None:
        self._media = media
        self._algorithm = algorithm
        self._work = work

    def copy(self, item: Item) -> Packed:
        """Return ``item`` packed.  After any error nothing is left of its copy.

        Raises FileProblem where the original cannot be read or is not what its record says, SystemProblem where the
        copy cannot be written or does not hold what was written to it, Cancelled.
        """
        target = self._media / item.name
        try:
            packed = self._copied(item, target)
            self._read_back(target, packed)
        except BaseException as error:
            target.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise SystemProblem(_why_not_written(target, error)) from error
            raise
        return packed

    def still_holds(self, item: Item, packed: Packed | None) -> bool:
        """Whether ``item`` was packed before, from the same original, and its copy is whole.  Raises Cancelled."""
        target = self._media / item.name
        if packed is None or not target.is_file() or algorithm_of(packed.full_hash) is not self._algorithm:
            return False
        try:
            status = Path(item.file.location).stat()
            source = (item.file.path, item.file.raw_path, status.st_size, status.st_mtime_ns)
            if source != (packed.path, packed.raw_path, packed.size, packed.mtime_ns):
                return False
            digests = hash_file(str(target), (self._algorithm,), lambda count: self._work.passed(2 * count))
        except OSError:
            return False
        return digests.recorded(self._algorithm) == packed.full_hash

    def _copied(self, item: Item, target: Path) -> Packed:
        recorded = algorithm_of(item.file.full_hash)
        digests = Digests({self._algorithm, recorded or self._algorithm})
        with ExitStack() as stack:
            original = _opened(item, stack)
            before = os.fstat(original.fileno())
            copy = stack.enter_context(target.open("wb", buffering=0))
            for block in _blocks(item, original):
                digests.update(block)
                write_all(copy.fileno(), block)
                self._work.passed(len(block))
            after = os.fstat(original.fileno())
            os.fsync(copy.fileno())
        os.utime(target, ns=(after.st_mtime_ns, after.st_mtime_ns))
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise FileProblem(f"{item.file.name} was written to while it was copied. Pack it again later.")
        if recorded and digests.recorded(recorded) != item.file.full_hash:
            raise FileProblem(f"{item.file.name} is not what was recorded of it. Verify it, then pack it again.")
        return Packed(
            name=item.name,
            path=item.file.path,
            raw_path=item.file.raw_path,
            size=after.st_size,
            mtime_ns=after.st_mtime_ns,
            full_hash=digests.recorded(self._algorithm),
        )

    def _read_back(self, target: Path, packed: Packed) -> None:
        _forget(target)
        digests = hash_file(str(target), (self._algorithm,), self._work.passed)
        if digests.recorded(self._algorithm) != packed.full_hash:
            raise SystemProblem(f"{target} does not hold what was written to it: its drive cannot be trusted.")


def _opened(item: Item, stack: ExitStack) -> BinaryIO:
    try:
        return stack.enter_context(opened(item.file.location))
    except OSError as error:
        raise FileProblem(why_not_opened(item.file.name, error)) from error


def _blocks(item: Item, original: BinaryIO) -> Iterator[memoryview]:
    try:
        yield from blocks_of(original)
    except OSError as error:
        raise FileProblem(why_not_opened(item.file.name, error)) from error


def _forget(path: Path) -> None:
    """Have the system drop what it holds of a file in memory, where it can, so that it is read from the disk."""
    if hasattr(os, "posix_fadvise"):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def _why_not_written(target: Path, error: OSError) -> str:
    return (
        f"{target.name} could not be written to {target.parent} ({error.strerror or error}). "
        "Make room or choose another drive, then run it again: it goes on from here."
    )
