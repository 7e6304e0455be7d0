"""A whole made-up archive on the disk, to open a window on: records, history, index, and stills of its clips.

    python -m benchmarks.filled FOLDER CLIPS [NAMES] [--around INDEX]

A process that shows a window calls for it as a program of its own, for OpenCV would point Qt at other plugins.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from benchmarks.archive import made_clips, made_entries
from benchmarks.table import write
from core.app import Archive, create_archive, open_archive
from core.catalog.edits import AddClips, AddEntry, Together
from core.model.clip import Clip
from core.model.ids import StillId

STILLS = 400
"""So many different stills stand for those of all clips: more than any screen shows."""
BATCH = 500


def filled_archive(folder: Path, clips: int, names: int | None = None) -> None:
    """Make an archive of so many clips and names in ``folder``, unless there is one."""
    if folder.exists():
        with open_archive(folder) as archive:
            write(f"{folder} is used again: {len(archive.index):,} clips, {len(archive.vocabulary):,} names")
        return
    with create_archive(folder) as archive:
        _fill(archive, clips, names)
        write(f"made {folder}: {clips:,} clips, {len(archive.vocabulary):,} names")


def _fill(archive: Archive, clips: int, names: int | None) -> None:
    chance = random.Random(1)
    stills = [archive.stills.put(picture(number)) for number in range(STILLS)]
    entries = made_entries(clips, names)
    archive.catalog.apply(Together("Names", tuple(AddEntry(entry) for entry in entries)))
    waiting: list[Clip] = []
    for number, clip in enumerate(made_clips(clips, entries), start=1):
        waiting.append(with_stills(clip, chance.choices(stills, k=len(clip.keyframes))))
        if len(waiting) == BATCH or number == clips:
            archive.catalog.apply(AddClips(tuple(waiting)))
            waiting.clear()


def archive_around(folder: Path, index: Path) -> None:
    """Make an archive in ``folder``, to be opened for reading only, around an index that benchmarks.scale has built.

    Nothing of it is copied and there are no records: what a window shows first comes from the index alone, and the
    posters of that are there.
    """
    with create_archive(folder) as archive:
        archive.catalog.apply(AddEntry(made_entries(1, 1)[0]))  # one step, as the index says
    for file in folder.glob("index.*"):
        file.unlink()
    for name in ("index.db", "index.postings"):
        (folder / name).symlink_to((index / name).absolute())
    with open_archive(folder, read_only=True) as archive:
        rows = archive.search("").rows[:STILLS]
        for number, card in enumerate(archive.index.cards(rows)):
            if card.poster is not None:
                still = archive.stills.path(card.poster)
                still.parent.mkdir(parents=True, exist_ok=True)
                still.write_bytes(picture(number))


def picture(number: int) -> bytes:
    """Return a JPEG of the size a keyframe has, with as much in it as a photograph."""
    noise = np.random.default_rng(number).integers(0, 255, (45, 80, 3), dtype=np.uint8)
    done, data = cv2.imencode(".jpg", cv2.resize(noise, (640, 360), interpolation=cv2.INTER_CUBIC))
    assert done
    return data.tobytes()


def with_stills(clip: Clip, stills: list[StillId]) -> Clip:
    """Return ``clip`` with stills that are there."""
    keyframes = tuple(replace(frame, still=still) for frame, still in zip(clip.keyframes, stills, strict=True))
    return replace(clip, keyframes=keyframes, poster=keyframes[0].still)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("clips", type=int)
    parser.add_argument("names", type=int, nargs="?")
    parser.add_argument("--around", type=Path, metavar="INDEX", help="an index of benchmarks.scale instead of clips")
    asked = parser.parse_args()
    if asked.around:
        archive_around(asked.folder, asked.around)
    else:
        filled_archive(asked.folder, asked.clips, asked.names)
