"""Copying originals so that what arrives is what was there, and going on where a copy was broken off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.errors import FileProblem
from core.files import write_all
from core.fixity.copying import copy_out, read_back
from core.fixity.hashing import Algorithm, algorithm_of, hash_file
from core.fixity.work import Work
from core.model.codec import from_document, from_json, to_json
from core.model.ids import ClipId
from core.model.media import MediaFile
from core.values import dataclass
from core.words import tr


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
            read_back(target, self._algorithm, packed.full_hash, self._work.passed)
        except BaseException:
            target.unlink(missing_ok=True)
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
        algorithms = {self._algorithm, recorded or self._algorithm}
        copied = copy_out(item.file.location, item.file.name, target, algorithms, self._work.passed)
        if recorded and copied.digests.recorded(recorded) != item.file.full_hash:
            raise FileProblem(
                tr("{name} is not what was recorded of it. Verify it, then pack it again.", name=item.file.name)
            )
        return Packed(
            name=item.name,
            path=item.file.path,
            raw_path=item.file.raw_path,
            size=copied.size,
            mtime_ns=copied.mtime_ns,
            full_hash=copied.digests.recorded(self._algorithm),
        )
