"""How long from starting the program to posters on the screen.  Run: python -m benchmarks.start [CLIPS] [RUNS]

Each run is a process of its own, started as a user starts it, with Qt's offscreen platform unless QT_QPA_PLATFORM
says otherwise.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.filled import filled_archive
from benchmarks.table import Timing, show

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
        filled_archive(folder, count)
        first, cpu = Timing("first poster painted"), []
        posters = Timing("every poster of the first screen")
        for _ in range(runs):
            shown, painted, used = start(folder, home)
            first.wall.append(shown)
            posters.wall.append(painted)
            cpu.append(used)
        first.cpu, posters.cpu = cpu, cpu
        show(f"Start at {count:,} clips (CPU is that of the whole start)", [first, posters])


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
