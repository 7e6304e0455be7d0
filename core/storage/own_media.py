"""Where the archive's own copies lie, as records and history keep it: from the archive's folder, so that it may move.

Everything above the disk knows files by absolute paths.  In JSON that Slatebook writes, a quotation mark inside a text
is escaped, so that the bytes looked for here are never part of what somebody typed.
"""

from __future__ import annotations

from pathlib import Path

from core.model.codec import to_json

OWN_MEDIA = "media"
"""The folder of an archive with the copies it holds itself."""

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
