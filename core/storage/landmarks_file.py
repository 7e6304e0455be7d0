"""What clips are known again by, kept beside the index: derived, and made anew from the records where it is lost."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from core.files import replace_file
from core.model.ids import ClipId
from core.seen.finder import NOTHING, Landmarks
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
