"""Where the archive's own copies lie, as records and history keep it: from the archive's folder, so that it may move.

Everything above the disk knows files by absolute paths.  In JSON that Slatebook writes, a quotation mark inside a text
is escaped, so that the bytes looked for here are never part of what somebody typed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from core.model.codec import to_json
from core.model.media import shown_path

OWN_MEDIA = "media"
"""The folder of an archive with the copies it holds itself."""

_SIDECARS = ".xmp", ".json"

_KEPT = f'"path":"{OWN_MEDIA}/'.encode()


class OwnMedia:
    """Turns paths below the archive's own media around, on their way to the disk and back."""

    def __init__(self, archive: Path) -> None:
        try:
            here = to_json(f"{archive.absolute() / OWN_MEDIA}/")[1:-1]
        except UnicodeEncodeError:  # a folder whose own name is no text: paths in it cannot be told from others
            here = b""
        self._here = b'"path":"' + here if here else b""

    def kept(self, data: bytes) -> bytes:
        """Return JSON as it is to lie on the disk."""
        return data.replace(self._here, _KEPT) if self._here else data

    def found(self, data: bytes) -> bytes:
        """Return JSON from the disk with every path absolute."""
        return data.replace(_KEPT, self._here) if self._here else data


def files_in(media: Path) -> Iterator[Path]:
    """Yield the files below an archive's own media, folder by folder, but for hidden ones: copies cut short."""
    for folder, folders, names in os.walk(media):
        folders.sort()
        for name in sorted(names):
            path = Path(folder, name)
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path


def strays(media: Path, stands_for: Callable[[str], bool]) -> list[str]:
    """Return the files below an archive's own media that no clip stands for, by paths fit to be shown.

    ``stands_for`` tells whether one does.  A step of undo leaves such files, and a kill may; sidecars go with what they
    lie beside.
    """
    lone = [path for path in files_in(media) if path.suffix.lower() not in _SIDECARS]
    return [shown_path(str(path))[0] for path in lone if not stands_for(str(path))]


def share(media: Path, target: Path) -> int:
    """Give ``target`` the copies of ``media`` by hard links, for they never change; return how many cannot be linked.

    These are left out: whole originals are not copied unasked.
    """
    left_out = 0
    for path in files_in(media):
        link = target / path.relative_to(media)
        try:
            link.parent.mkdir(parents=True, exist_ok=True)
            link.hardlink_to(path)
        except OSError:
            left_out += 1
    return left_out
