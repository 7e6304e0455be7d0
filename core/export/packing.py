"""A hand-over package on its way: a folder that fills, file by file, and can be gone on with."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from core.errors import FileProblem, SystemProblem
from core.export.package_copy import Copier, Item, Journal, Packed
from core.export.package_formats import PackageFormat
from core.export.package_plan import LeftOut, Plan
from core.export.payload import Payload
from core.fixity.hashing import hash_file
from core.fixity.work import Report, Work
from core.model.clip import Clip
from core.model.ids import ClipId
from core.words import tr

MEDIA = "media"
_SPARE = 64 << 20
"""Room kept for sheets, sidecars and manifests, in bytes."""


class Packing:
    """A package on its way: the folder it is made in, and what lies in it by now."""

    def __init__(self, scratch: Path, form: PackageFormat, plan: Plan, work: Work) -> None:
        self.package = scratch / form.name
        self.payload = self.package / form.payload
        self.media = self.payload / MEDIA
        self.packed: dict[ClipId, Packed] = {}
        self.resumed = 0
        self._form = form
        self._plan = plan
        self._work = work
        self._journal = Journal(scratch / f"{form.name}.journal")
        self._copier = Copier(self.media, form.algorithm, work)
        self._before: Mapping[str, Packed] = {}

    def prepare(self, free: Callable[[Path], int], report: Report) -> None:
        """Throw away what an earlier run left half, and see that there is room.  Raises OSError, SystemProblem."""
        self.media.mkdir(parents=True, exist_ok=True)
        self._before = self._journal.read()
        self._work.begin(len(self._plan.items), 2 * sum(item.size for item in self._plan.items), report)
        kept = {item.name for item in self._plan.items} & self._before.keys()
        _clear(self.package, self.media, kept)
        needed = sum(item.size for item in self._plan.items if not (self.media / item.name).exists()) + _SPARE
        room = free(self.package)
        if needed > room:
            raise SystemProblem(
                tr(
                    "The package needs {needed} and there are {room} free where it is to be put. "
                    "Make room or choose another drive.",
                    needed=_megabytes(needed),
                    room=_megabytes(room),
                )
            )

    def copy(self) -> None:
        """Copy what is not there yet.  Raises SystemProblem, Cancelled."""
        for item in self._plan.items:
            self._work.take_up(item.file.name)
            before = self._before.get(item.name)
            if before is not None and self._copier.still_holds(item, before):
                self.packed[item.clip] = before
                self.resumed += 1
                self._work.file_done()
            else:
                self._copy_one(item)

    def _copy_one(self, item: Item) -> None:
        try:
            packed = self._copier.copy(item)
        except FileProblem as problem:
            self._plan.left_out.append(LeftOut(item.file.path, str(problem)))
            self._work.file_done(fault=True)
            return
        self._journal.add(packed)
        self.packed[item.clip] = packed
        self._work.file_done()

    def clips(self, look_up: Callable[[ClipId], Clip | None]) -> Iterator[Clip]:
        """Yield the clips that were packed, their files as they lie in the package, seen from where the sheets are."""
        for clip_id, packed in self.packed.items():
            clip = look_up(clip_id)
            if clip is not None:
                path = f"../{MEDIA}/{packed.name}"
                file = replace(clip.file, path=path, raw_path="", full_hash=packed.full_hash)
                yield replace(clip, files=(file,))

    def all_files(self) -> Iterator[Payload]:
        """Yield everything that lies in the package, hashed; media by the hash their copy was verified with."""
        digests = {self.media / one.name: one.full_hash.partition(":")[2] for one in self.packed.values()}
        for path in sorted(path for path in everything_in(self.payload) if path.is_file()):
            digest = digests.get(path) or self._hash(path)
            status = path.stat()
            where = path.relative_to(self.package).as_posix()
            yield Payload(where, status.st_size, status.st_mtime_ns, digest)

    def _hash(self, path: Path) -> str:
        return hash_file(str(path), (self._form.algorithm,), lambda _count: None).hex(self._form.algorithm)


def _clear(package: Path, media: Path, kept: set[str]) -> None:
    """Take everything out of an unfinished package but the media called ``kept``."""
    for path in everything_in(package):
        if not path.is_dir():
            if path.parent != media or path.name not in kept:
                path.unlink()
        elif path != media and path not in media.parents:
            path.rmdir()


def everything_in(folder: Path) -> Iterator[Path]:
    """Yield every file and folder in ``folder``, itself too; what a folder holds before the folder."""
    for place, _, names in os.walk(folder, topdown=False):
        yield from (Path(place, name) for name in names)
        yield Path(place)


def _megabytes(size: int) -> str:
    return f"{-(-size // 10**6):,} MB"
