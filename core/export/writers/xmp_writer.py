"""XMP sidecars (ISO 16684-1): a folder with one for each clip, to be laid beside the originals."""

from __future__ import annotations

import logging
import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from core.catalog.vocabulary import Vocabulary
from core.errors import UserProblem
from core.export.columns import sheet_id
from core.export.sheet import Sheet
from core.export.xmp import merge, packet_of
from core.model.clip import Clip
from core.model.sidecars import Neighbours
from core.model.xmp import LIMIT
from core.words import tr

log = logging.getLogger(__name__)

READ_ME = "READ ME.txt"
"""Is there where there is something to say: an embargo override, originals that were not connected, or clips that got
no sidecar, with the reasons."""

_UNSEEN = """Some originals were not connected when this was made. Sidecars that lie beside them already are not in
these: look before you let any of these take the place of another.

"""

_LONGEST_NAME = 255


def write(sheet: Sheet, target: Path) -> None:
    """Write a sidecar ``clip.mov.xmp`` for each row into the folder ``target``.

    A second clip of the same file name goes into a folder named after that of its original.  Where a sidecar lies
    beside the original, what it says is in the new one as well; where that cannot be done safely the clip gets none,
    so that nothing is lost when the folder is copied over the originals, and :data:`READ_ME` says why.  Originals
    and what lies beside them are only read.  Raises OSError.
    """
    names, beside = _Names(), _Beside()
    reasons = []
    for row in sheet.rows:
        try:
            packet = _packet(row.clip, sheet.words, beside.of(row.clip.file.location))
        except UserProblem as problem:
            log.info("no sidecar for %s: %s", row.clip.file.path, problem)
            reasons.append(f"{row.clip.file.path}: {problem}\n")
            continue
        place = target / names.for_clip(row.clip)
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(packet)
    notes = [f"{sheet.notice}\n\n"] if sheet.notice else []
    notes += [_UNSEEN] if beside.unseen else []
    if reasons or notes:
        (target / READ_ME).write_text("".join(notes + reasons), encoding="utf-8", errors="replace")


class _Beside:
    """Finds the sidecars beside originals; remembers the folder it looked at last, and if any was not there."""

    def __init__(self) -> None:
        self._folder = ""
        self._neighbours = Neighbours(())
        self.unseen = False

    def of(self, original: str) -> Path | None:
        """Return the sidecar beside ``original``; None where there is none, or its drive is not connected."""
        folder, name = os.path.split(original)
        if folder != self._folder:
            self._folder, self._neighbours = folder, self._listed(folder)
        found = self._neighbours.of(name).xmp
        return Path(folder, found) if found else None

    def _listed(self, folder: str) -> Neighbours:
        try:
            return Neighbours(os.listdir(folder))
        except OSError:
            self.unseen = True
            return Neighbours(())


def _packet(clip: Clip, words: Vocabulary, beside: Path | None) -> bytes:
    return packet_of(clip, words) if beside is None else merge(_read(beside), clip, words)


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > LIMIT:
            reason = f"it is no plain file of less than {LIMIT >> 20} MiB"
            raise UserProblem(tr("The sidecar {name} was left alone: {reason}.", name=path.name, reason=reason))
        return path.read_bytes()
    except OSError as error:
        raise UserProblem(
            tr(
                "The sidecar {name} was left alone: it cannot be read ({reason}).",
                name=path.name,
                reason=error.strerror,
            )
        ) from None


class _Names:
    """Gives each clip a place of its own, also on disks that do not tell A from a."""

    def __init__(self) -> None:
        self._taken = {READ_ME.casefold()}

    def for_clip(self, clip: Clip) -> Path:
        """Return where the sidecar of ``clip`` goes within the folder."""
        return next(place for place in _places(clip) if self._take(place))

    def _take(self, place: Path) -> bool:
        key = unicodedata.normalize("NFC", place.as_posix()).casefold()
        if key in self._taken:
            return False
        self._taken.add(key)
        return True


def _places(clip: Clip) -> Iterator[Path]:
    name = f"{clip.file.name}.xmp"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f"{sheet_id(clip.id)}.xmp"
    folder = os.path.basename(os.path.dirname(clip.file.path)) or "folder"
    yield Path(name)
    yield Path(folder, name)
    number = 2
    while True:
        yield Path(f"{folder} ({number})", name)
        number += 1
