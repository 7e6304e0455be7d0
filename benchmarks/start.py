"""How long from starting the program to posters on the screen.

    python -m benchmarks.start [CLIPS] [RUNS] [--keep FOLDER | --index FOLDER]

Each run is a process of its own, started as a user starts it, with Qt's offscreen platform unless QT_QPA_PLATFORM
says otherwise.  With --keep the archive stays in FOLDER and is used again; with --index FOLDER is one of those that
benchmarks.scale keeps, which is opened for reading only, without records.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.filled import archive_around, filled_archive
from benchmarks.table import Timing, show
from core.app import open_archive

_AS_MAIN_DOES = """
import sys
from pathlib import Path
from main import loading, prepare
prepare()
with loading():
    from benchmarks.start_child import run
run(Path(sys.argv[1]), read_only=len(sys.argv) > 2)
"""


def main() -> None:
    """Have an archive and start the window on it again and again."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("clips", type=int, nargs="?", default=10_000)
    parser.add_argument("runs", type=int, nargs="?", default=5)
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument("--keep", type=Path, metavar="FOLDER")
    kept.add_argument("--index", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder = (options.keep or Path(home)) / f"{options.clips}-usual.slatebook"
        if options.index:
            archive_around(folder, options.index)
        else:
            filled_archive(folder, options.clips)
        with open_archive(folder, read_only=True) as archive:
            clips = len(archive.index)
        timings = measured(options.runs, folder, home, read_only=options.index is not None)
        show(f"Start at {clips:,} clips (CPU is that of the whole start)", timings)


def measured(runs: int, folder: Path, home: str, *, read_only: bool) -> list[Timing]:
    """Start the window ``runs`` times; the first one, which may find nothing of it in the memory of the system, counts
    as any other."""
    first, posters = Timing("first poster painted"), Timing("every poster of the first screen")
    for _ in range(runs):
        shown, painted, used = start(folder, home, read_only=read_only)
        for timing, wall in ((first, shown), (posters, painted)):
            timing.wall.append(wall)
            timing.cpu.append(used)
    return [first, posters]


def start(folder: Path, home: str, *, read_only: bool = False) -> tuple[float, float, float]:
    """Start the window once; return milliseconds until the first poster and until the last, and CPU milliseconds."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "SLATEBOOK_CONFIG": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's second start finds what the first compiled
    begun = time.time()
    command = [sys.executable, "-c", _AS_MAIN_DOES, str(folder), *(["--read-only"] if read_only else [])]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120)
    shown, painted, cpu = map(float, ended.stdout.split()[-3:])
    return (shown - begun) * 1000, (painted - begun) * 1000, cpu * 1000


if __name__ == "__main__":
    main()
