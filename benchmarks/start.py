"""How long from starting the program to posters on the screen.  Run: python -m benchmarks.start [CLIPS] [RUNS]

Each run is a process of its own, started as a user starts it, with Qt's offscreen platform unless QT_QPA_PLATFORM
says otherwise.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from benchmarks.table import Timing, show, write
from core.app import Archive, create_archive
from core.catalog.edits import AddClips, AddEntry, Together
from core.model.clip import Clip
from core.model.ids import StillId
from tests.support.archives import make_clips, make_entries

STILLS = 400
"""So many different posters stand for those of all clips: more than any screen shows."""
BATCH = 500
_AS_MAIN_DOES = """
import gc, sys
from pathlib import Path
gc.disable()
from benchmarks.start_child import run
gc.freeze()
gc.enable()
run(Path(sys.argv[1]))
"""


def main(count: int, runs: int) -> None:
    """Build an archive of ``count`` clips and start the window on it ``runs`` times."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "b.slatebook"
        with create_archive(folder) as archive:
            fill(archive, count)
        first, cpu = Timing("first poster painted"), []
        posters = Timing("every poster of the first screen")
        for _ in range(runs):
            shown, painted, used = start(folder, home)
            first.wall.append(shown)
            posters.wall.append(painted)
            cpu.append(used)
        first.cpu, posters.cpu = cpu, cpu
        show(f"Start at {count:,} clips (CPU is that of the whole start)", [first, posters])


def fill(archive: Archive, count: int) -> None:
    """Put ``count`` clips with posters and tags into the archive."""
    chance = random.Random(1)
    stills = [archive.stills.put(picture(number)) for number in range(STILLS)]
    entries = [replace(entry, redirect=None) for entry in make_entries(max(20, count // 10))]
    archive.catalog.apply(Together("Names", tuple(AddEntry(entry) for entry in entries)))
    waiting: list[Clip] = []
    for number, clip in enumerate(make_clips(count, entries), start=1):
        waiting.append(with_stills(clip, chance.choices(stills, k=len(clip.keyframes))))
        if len(waiting) == BATCH or number == count:
            archive.catalog.apply(AddClips(tuple(waiting)))
            waiting.clear()
    write(f"an archive of {count:,} clips and {len(entries):,} names is made")


def picture(number: int) -> bytes:
    """Return a JPEG of the size a keyframe has, with as much in it as a photograph."""
    noise = np.random.default_rng(number).integers(0, 255, (45, 80, 3), dtype=np.uint8)
    done, data = cv2.imencode(".jpg", cv2.resize(noise, (640, 360), interpolation=cv2.INTER_CUBIC))
    assert done
    return data.tobytes()


def with_stills(clip: Clip, stills: Sequence[StillId]) -> Clip:
    """Return ``clip`` with stills that are there."""
    keyframes = tuple(replace(frame, still=still) for frame, still in zip(clip.keyframes, stills, strict=True))
    return replace(clip, keyframes=keyframes, poster=keyframes[0].still)


def start(folder: Path, home: str) -> tuple[float, float, float]:
    """Start the window once; return milliseconds until the first poster and until the last, and CPU milliseconds."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "SLATEBOOK_CONFIG": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's second start finds what the first compiled
    begun = time.time()
    command = [sys.executable, "-c", _AS_MAIN_DOES, str(folder)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120)
    shown, painted, cpu = map(float, ended.stdout.split()[-3:])
    return (shown - begun) * 1000, (painted - begun) * 1000, cpu * 1000


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    main(*(numbers + [10_000, 5][len(numbers) :]))
