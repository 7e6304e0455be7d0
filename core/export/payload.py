"""What a hand-over package holds, and names for it that every system can keep."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import PurePosixPath

from core.values import dataclass

_LONGEST = 200
"""The most bytes a name may take in UTF-8: file systems take 255, and a sidecar's name is longer than its clip's."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*%\ufffd\ud800-\udfff]')
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
)


@dataclass(frozen=True, slots=True)
class Payload:
    """A file in a package: its path from the package's folder with slashes, and its hash in hex."""

    path: str
    size: int
    mtime_ns: int
    digest: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What a package says of itself; ``notice`` is that of an embargo override or empty."""

    title: str
    made: str
    notice: str = ""


def portable(name: str) -> str:
    """Return ``name`` as Windows, macOS and Linux can all keep it, composed (NFC).

    A percent sign goes too: BagIt 1.0 (RFC 8493, 2.1.3) wants it encoded in manifests, and widely used readers do not
    decode it.
    """
    name = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip().rstrip(". ").lstrip("~")
    stem, ending = os.path.splitext(name)
    if stem.partition(".")[0].casefold() in _RESERVED:
        stem = f"_{stem}"
    room = _LONGEST - len(ending.encode())
    return stem.encode()[: max(room, 1)].decode("utf-8", "ignore") + ending[:_LONGEST] or "_"


class Names:
    """Gives out names that differ, also where capitals and ways of writing an accent do not count."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, name: str) -> str:
        """Return the portable form of ``name``, with a number where it is taken; its sidecar's name is kept free."""
        wanted = portable(name)
        stem, ending = os.path.splitext(wanted)
        number, given = 1, wanted
        while self._taken & set(_keys(given)):
            number += 1
            given = f"{stem} ({number}){ending}"
        self._taken.update(_keys(given))
        return given


def _keys(name: str) -> tuple[str, str]:
    key = unicodedata.normalize("NFC", name.casefold())
    return key, f"{key}.xmp"


def leads_outside(path: str) -> bool:
    """Whether a path in a manifest is none within the package."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    return not parts or ".." in parts or parts[0] in ("/", "~") or ":" in parts[0]
