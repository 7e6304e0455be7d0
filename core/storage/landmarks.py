"""What clips are known again by, kept beside the index: derived, and made anew from the records where it is lost."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from core.catalog.catalog import Catalog
from core.files import replace_file
from core.model.changes import Table
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


def remembered(path: Path, catalog: Catalog, history: History, index: Index[Any], *, write: bool) -> SeenBefore:
    """Return what knows clips again, up to the last change, and keep it at ``path`` where ``write``.

    All records are read where nothing of use lies there, else those that changed since.  Raises SystemProblem.
    """
    seq, known = read_landmarks(path)
    now = history.seq
    if not 0 < seq <= now:
        seq, known = 0, NOTHING
    seen = SeenBefore(catalog.clip, known)
    if seq:
        changed = {clip for change_set in history.since(seq) for clip in change_set.touched(Table.CLIPS)}
    else:
        changed = set(index.clip_ids(index.find(EVERYTHING)))
    for clip in map(ClipId, sorted(changed)):
        found = catalog.clip(clip)
        if found is None:
            seen.remove(clip)
        else:
            seen.put(found)
    if changed and write:
        write_landmarks(path, now, seen.landmarks())
    return seen
