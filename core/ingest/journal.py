"""Which imports are under way, on disk, so that one that was cut short goes on when the archive is opened again.

What has landed is in the archive, and known when its paths are looked at again; so the paths an import was asked for
are all there is to remember.  The file is there only while there is something in it.
"""

from __future__ import annotations

import logging
import os
import secrets
import threading
from collections.abc import Sequence
from pathlib import Path

from core.errors import SystemProblem
from core.files import replace_file
from core.ingest.terms import IN_PLACE, Terms
from core.model.codec import from_document, from_json, to_json
from core.model.media import MediaFile, shown_path
from core.values import dataclass
from core.words import tr

log = logging.getLogger(__name__)

_LIMIT = 64 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """An import that was asked for, and on which terms; of the places only their paths are told."""

    id: str
    places: tuple[MediaFile, ...]
    terms: Terms = IN_PLACE

    @property
    def paths(self) -> list[Path]:
        """The files and folders to take in."""
        return [Path(place.location) for place in self.places]

    @property
    def name(self) -> str:
        """What a person would call it: the one name, or how many there are."""
        if len(self.places) == 1:
            return self.places[0].name
        return f"{len(self.places):,} files and folders"


class Journal:
    """The imports of one archive that are not over; safe for any thread."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._mine: set[str] = set()

    def begin(self, paths: Sequence[Path], terms: Terms = IN_PLACE) -> Started:
        """Remember an import until ``end``.  Raises SystemProblem where it cannot be written down."""
        places = [shown_path(os.path.abspath(path)) for path in paths]
        started = Started(
            id=secrets.token_hex(8),
            places=tuple(MediaFile(path=path, raw_path=raw) for path, raw in places),
            terms=terms,
        )
        with self._lock:
            self._write([*self._read(), started])
            self._mine.add(started.id)
        return started

    def take_up(self) -> list[Started]:
        """Return the imports that were cut short, oldest first; from now on they are this process's to end."""
        with self._lock:
            left = [one for one in self._read() if one.id not in self._mine]
            self._mine.update(one.id for one in left)
            return left

    def left_over(self) -> list[Started]:
        """Return the imports that were cut short, oldest first."""
        with self._lock:
            return [one for one in self._read() if one.id not in self._mine]

    def end(self, started: Started) -> None:
        """Forget an import.  Raises SystemProblem where that cannot be written down."""
        with self._lock:
            self._write([one for one in self._read() if one.id != started.id])

    def _read(self) -> list[Started]:
        try:
            if self._file.stat().st_size > _LIMIT:
                raise ValueError("it is longer than any list of imports")
            found: list[Started] = from_document(from_json(self._file.read_bytes()), list[Started])
        except FileNotFoundError:
            return []
        except (OSError, ValueError) as error:
            log.warning("%s cannot be read (%s); imports that were cut short are not gone on with.", self._file, error)
            return []
        return found

    def _write(self, all_of_them: Sequence[Started]) -> None:
        try:
            if all_of_them:
                replace_file(self._file, to_json(all_of_them))
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise SystemProblem(
                tr(
                    "What is being imported cannot be written down in {parent} ({reason}). Make room there "
                    "or check the drive, and try again.",
                    parent=self._file.parent,
                    reason=(error.strerror or str(error)).lower(),
                )
            ) from None
