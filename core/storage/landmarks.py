"""What clips are known again by, kept beside the index: derived, and made anew from the records where it is lost."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from core.catalog.catalog import Catalog
from core.files import replace_file
from core.model.changes import Change, FieldsChanged, RecordAdded, RecordRemoved, Table
from core.model.ids import ClipId
from core.ports.history import History
from core.ports.index import Index
from core.search.tree import EVERYTHING
from core.seen.finder import NOTHING, Landmarks, SeenBefore
from core.storage.troubles import told_of


def read_landmarks(path: Path) -> tuple[int, Landmarks]:
    """Return the number of the change set up to which the file speaks, and what it holds; 0 where it is of no use."""
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as held:
            seq, ids = int(held["seq"]), held["clips"].tobytes().decode("ascii")
            owners, hashes = held["owners"].astype(np.int64), held["hashes"].astype(np.uint64)
    except (OSError, KeyError, ValueError, EOFError, BadZipFile):
        return 0, NOTHING
    clips = tuple(ClipId(clip) for clip in ids.split())
    if len(owners) != len(hashes) or (len(owners) and not 0 <= int(owners.min()) <= int(owners.max()) < len(clips)):
        return 0, NOTHING
    return seq, Landmarks(clips, owners, hashes)


def write_landmarks(path: Path, seq: int, known: Landmarks) -> None:
    """Put the file in place of the one that was there.  Raises SystemProblem."""
    held = io.BytesIO()
    np.savez(
        held,
        seq=np.int64(seq),
        clips=np.frombuffer("\n".join(known.clips).encode("ascii"), np.uint8),
        owners=known.owners.astype(np.uint32),
        hashes=known.hashes,
    )
    with told_of(path.parent):
        replace_file(path, held.getvalue())


_LOOKS = frozenset(("sights", "keyframes", "kind", "facts"))
"""The fields of a clip that say what it looks like."""

_WRITTEN_AFTER = 1_000
"""The file is written anew when so many clips came to look otherwise, and where it was first read and is behind."""


class Recognition:
    """What knows clips again, kept in step with an archive and on the disk; read when it is first asked for."""

    def __init__(self, path: Path, catalog: Catalog, history: History, index: Index[Any], *, write: bool) -> None:
        self._path = path
        self._catalog = catalog
        self._history = history
        self._index = index
        self._write = write
        self._lock = threading.Lock()
        self._seen: SeenBefore | None = None
        self._seq = 0
        self._unwritten = 0

    @contextmanager
    def held(self, give_up: Callable[[], bool] = lambda: False) -> Iterator[SeenBefore]:
        """Lend it, up to the last change, to one thread at a time.

        All records are read where nothing of use lies on the disk, else those that changed since; once ``give_up`` says
        so the rest is left for the next time.  Raises SystemProblem.
        """
        with self._lock:
            yield self._followed(give_up)

    def _followed(self, give_up: Callable[[], bool]) -> SeenBefore:
        now = self._history.seq
        first = self._seen is None
        if self._seen is None:
            self._seq, known = read_landmarks(self._path)
            if not 0 < self._seq <= now:
                self._seq, known = 0, NOTHING
            self._seen = SeenBefore(self._catalog.clip, known)
        changed = self._changed_since(self._seq) if self._seq < now else set()
        for clip in map(ClipId, sorted(changed)):
            if give_up():
                return self._seen
            found = self._catalog.clip(clip)
            if found is None:
                self._seen.remove(clip)
            else:
                self._seen.put(found)
        self._seq = now
        self._unwritten += len(changed)
        if self._write and self._unwritten > (0 if first else _WRITTEN_AFTER):
            write_landmarks(self._path, now, self._seen.landmarks())
            self._unwritten = 0
        return self._seen

    def _changed_since(self, seq: int) -> set[str]:
        """Return the clips that may look otherwise than they did at ``seq``; at 0 all."""
        if not seq:
            return set(self._index.clip_ids(self._index.find(EVERYTHING)))
        changes = (change for change_set in self._history.since(seq) for change in change_set.changes)
        return {clip for change in changes if _is_of_looks(change) for clip in change.ids}


def _is_of_looks(change: Change) -> bool:
    if change.table is not Table.CLIPS:
        return False
    if isinstance(change, FieldsChanged):
        return not _LOOKS.isdisjoint(change.before.keys() | change.after.keys())
    return isinstance(change, RecordAdded | RecordRemoved)
