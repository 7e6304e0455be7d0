"""What lies under the files and folders that were dropped."""

from __future__ import annotations

import os
import stat
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path

from core.fixity.originals import why_not_opened
from core.model.media import shown_path
from core.model.sniff import CLIP_SUFFIXES, STILL_SUFFIXES
from core.values import dataclass

_SYSTEM_FOLDERS = frozenset(("__MACOSX", "$RECYCLE.BIN", "System Volume Information", "@eaDir", "lost+found"))
_ARCHIVE_SUFFIX = ".slatebook"
_ARCHIVE_PARTS = frozenset(("archive.json", "records"))
"""What tells an archive whose folder goes by another name."""

_MEDIA_SUFFIXES = CLIP_SUFFIXES | STILL_SUFFIXES

FolderKey = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundFile:
    """Something that is no folder; ``location`` is absolute and as the operating system gives it.

    ``problem`` is the sentence that says why it cannot be reached, else empty.  What is not ``plain`` (a pipe, a
    device, a socket, a link to nothing) must not be opened.
    """

    location: str
    size: int = 0
    mtime_ns: int = 0
    plain: bool = True
    problem: str = ""

    @property
    def name(self) -> str:
        return shown_path(os.path.basename(self.location))[0]


def has_media_name(name: str) -> bool:
    """Whether a file goes by a name that clips or stills have."""
    return os.path.splitext(name)[1].lower() in _MEDIA_SUFFIXES


def scan(paths: Iterable[Path]) -> Iterator[FoundFile]:
    """Yield what lies under ``paths``: in the order given, and within a folder by name.

    Links are followed, a folder that was walked is not walked again.  Hidden files, archives and the system's own
    folders are passed over; what was named itself is taken in any case.
    """
    walked: set[FolderKey] = set()
    for path in paths:
        location = os.path.abspath(path)
        try:
            status = Path(location).stat()
        except OSError as error:
            yield _unreachable(location, error)
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _walk(location, walked)
        else:
            yield _found(location, status)


def _walk(top: str, walked: set[FolderKey]) -> Iterator[FoundFile]:
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            if not _is_new(Path(folder).stat(), walked):
                continue
            names = sorted(os.listdir(folder))
        except OSError as error:
            yield _unreachable(folder, error)
            continue
        if _ARCHIVE_PARTS.issubset(names):
            continue
        folders = yield from _files_of(folder, names)
        waiting.extend(reversed(folders))


def _files_of(folder: str, names: Sequence[str]) -> Generator[FoundFile, None, list[str]]:
    """Yield the files of ``folder``; return the folders in it."""
    folders = []
    for name in names:
        if name.startswith(".") or name in _SYSTEM_FOLDERS:
            continue
        location = os.path.join(folder, name)
        try:
            status = Path(location).stat()
        except OSError as error:
            yield _unreachable(location, error) if has_media_name(name) else FoundFile(location, plain=False)
            continue
        if not stat.S_ISDIR(status.st_mode):
            yield _found(location, status)
        elif not name.endswith(_ARCHIVE_SUFFIX):
            folders.append(location)
    return folders


def _is_new(status: os.stat_result, walked: set[FolderKey]) -> bool:
    key = (status.st_dev, status.st_ino)
    if key in walked:
        return False
    walked.add(key)
    return True


def _found(location: str, status: os.stat_result) -> FoundFile:
    return FoundFile(location, status.st_size, status.st_mtime_ns, stat.S_ISREG(status.st_mode))


def _unreachable(location: str, error: OSError) -> FoundFile:
    found = FoundFile(location)
    return FoundFile(location, problem=why_not_opened(found.name, error))
