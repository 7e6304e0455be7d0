"""Originals on their way into the archive's own media folder: copied, verified, under a name nobody else has.

A copy is written beside its place under a hidden name and given its own once it was synced and read back.  So what a
kill leaves is either nothing that counts, or a whole copy that no clip stands for yet; the next import of the same
original finds it by its content and takes it over.
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from core.errors import FileProblem, SystemProblem
from core.files import replace_file, sync
from core.fixity.copying import Passed, copy_out, read_back, why_not_written
from core.fixity.hashing import Algorithm, hash_file
from core.fixity.originals import opened, why_not_opened
from core.ingest.plan import Planned
from core.model.media import MediaFile, shown_path
from core.model.sidecars import Neighbours
from core.values import dataclass
from core.words import tr

_PART = ".part"
_SPARE = 64 << 20
"""So many bytes are left free on the drive, for the archive itself has to go on writing."""

_LONGEST_NAME = 255
_LARGEST_SIDECAR = 32 << 20

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The archive's own media; ``stands_for`` tells whether a clip stands for a path, ``now`` what time it is."""

    media: Path
    stands_for: Callable[[str], bool]
    now: Callable[[], str]


class Copying:
    """Copies the files of one import; ``tops`` are what it was asked for, whose folders keep their names."""

    def __init__(self, shelf: Shelf, tops: Sequence[str]) -> None:
        self._shelf = shelf
        self._tops = tops
        self._folder = ""
        self._neighbours = Neighbours(())

    def sweep(self) -> None:
        """Remove what copies that were cut short have left; nothing that counts is among it."""
        for folder, _, names in os.walk(self._shelf.media):
            for name in names:
                if name.startswith(".") and name.endswith(_PART):
                    Path(folder, name).unlink(missing_ok=True)

    def brought_in(self, planned: Planned, passed: Passed) -> Planned:
        """Return ``planned`` for the copy of its file, which is whole, verified and on the disk.

        Raises FileProblem where the original cannot be read, SystemProblem where the copy cannot be written; then
        nothing of it is left.  Whatever ``passed`` raises comes through likewise.
        """
        folder = self._shelf.media / self._folder_for(planned.location)
        try:
            _make(folder, self._shelf.media)
            for target in _names_for(folder, own_name(planned.location)):
                if not os.path.lexists(target):
                    full_hash = self._copied(planned, target, passed)
                else:
                    full_hash = self._hash_of_stray(target, planned, passed)
                if full_hash:
                    self._bring_sidecars(planned.location, target)
                    return self._as_copied(planned, target, full_hash)
        except OSError as error:
            raise SystemProblem(why_not_written(folder / planned.file.name, error)) from error
        raise FileProblem(
            tr(
                "{name}: too many files of that name are in {folder}. Rename it, then try again.",
                name=planned.file.name,
                folder=folder,
            )
        )

    def _folder_for(self, location: str) -> str:
        """Return where a file belongs: below the name of the folder that was asked for, else by the day."""
        for top in self._tops:
            if location.startswith(os.path.join(top, "")):
                inside = Path(os.path.relpath(location, top)).parent.parts
                return os.path.join(*(own_name(part) for part in (os.path.basename(top) or "drive", *inside)))
        return self._shelf.now()[: len("2026-11-29")]

    def _hash_of_stray(self, target: Path, planned: Planned, passed: Passed) -> str:
        """Return the hash of a copy that no clip stands for and that holds what ``planned`` does; else nothing."""
        if self._shelf.stands_for(str(target)) or not target.is_file() or target.stat().st_size != planned.file.size:
            return ""
        hashes = []
        for place in (str(target), planned.location):
            try:
                hashes.append(hash_file(place, (Algorithm.XXH128,), passed).recorded(Algorithm.XXH128))
            except OSError as error:
                raise FileProblem(why_not_opened(planned.file.name, error)) from error
        return hashes[0] if hashes[0] == hashes[1] else ""

    def _copied(self, planned: Planned, target: Path, passed: Passed) -> str:
        """Copy to ``target``, which is not there yet; return the hash."""
        _check_room(target.parent, planned.file)
        part = target.with_name(f".{secrets.token_hex(8)}{_PART}")
        try:
            copied = copy_out(planned.location, planned.file.name, part, (Algorithm.XXH128,), passed)
            full_hash = copied.digests.recorded(Algorithm.XXH128)
            read_back(part, Algorithm.XXH128, full_hash, passed)
            part.rename(target)
            sync([target.parent])
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return full_hash

    def _bring_sidecars(self, location: str, target: Path) -> None:
        """Copy what lies beside an original beside its copy, under the copy's name; the clip has come in without it."""
        folder, name = os.path.split(location)
        if folder != self._folder:
            self._folder, self._neighbours = folder, Neighbours(_listed(folder))
        beside = self._neighbours.of(name)
        for sidecar in filter(None, (*beside.json, beside.xmp)):
            whole = sidecar.lower().startswith(name.lower())
            ending = sidecar[len(name if whole else os.path.splitext(name)[0]) :]
            copy = target.with_name(f"{target.name if whole else target.stem}{ending}")
            if not os.path.lexists(copy):
                _copy_small(os.path.join(folder, sidecar), copy)

    def _as_copied(self, planned: Planned, target: Path, full_hash: str) -> Planned:
        status = target.stat()
        path, raw_path = shown_path(str(target))
        file = MediaFile(
            path=path,
            raw_path=raw_path,
            size=status.st_size,
            mtime_ns=status.st_mtime_ns,
            quick_hash=planned.file.quick_hash,
            full_hash=full_hash,
            verified=self._shelf.now(),
        )
        return replace(planned, location=str(target), file=file, origin=planned.location)


def own_name(location: str) -> str:
    """Return the name a copy gets: the original's own, as text that every system can write.

    What is no UTF-8 is read as Windows would in the west, which is where most such names come from.
    """
    raw = os.fsencode(os.path.basename(location))
    try:
        name = raw.decode()
    except UnicodeDecodeError:
        name = raw.decode("cp1252", "replace").replace("\ufffd", "_")
    name = "".join("_" if character in '<>:"/\\|?*' or character < " " else character for character in name)
    return name.lstrip(".").rstrip(". ") or "unnamed"


def room_needed(size: int) -> int:
    """Return how many bytes have to be free for copies of ``size`` bytes."""
    return size + _SPARE


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _copy_small(source: str, target: Path) -> None:
    try:
        with opened(source) as file:
            if os.fstat(file.fileno()).st_size <= _LARGEST_SIDECAR:
                replace_file(target, file.read(_LARGEST_SIDECAR))
    except OSError as error:
        log.info("%s did not come with its clip: %s", shown_path(source)[0], error)


def _names_for(folder: Path, name: str) -> Iterator[Path]:
    """Yield ``name`` in ``folder``, then with numbers, none longer than a system takes."""
    stem, suffix = os.path.splitext(name)
    suffix = _shortened(suffix, 32)
    for number in range(1, 10_000):
        ending = suffix if number == 1 else f" ({number}){suffix}"
        yield folder / f"{_shortened(stem, _LONGEST_NAME - len(ending.encode()))}{ending}"


def _shortened(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore")


def _make(folder: Path, media: Path) -> None:
    """Make a folder that survives a power cut with what is put there."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        while folder != media.parent:
            folder = folder.parent
            sync([folder])


def _check_room(folder: Path, file: MediaFile) -> None:
    free = shutil.disk_usage(folder).free
    if free < room_needed(file.size):
        raise SystemProblem(
            tr(
                "There is no room for {name} in {folder}: it needs {needed} GB, and {free} GB are "
                "free. Make room, then go on with the import.",
                name=file.name,
                folder=folder,
                needed=f"{file.size / 1e9:,.2f}",
                free=f"{free / 1e9:,.2f}",
            )
        )
