"""How search and edits of the index grow with the archive: python -m benchmarks.scale CLIPS [CLIPS ...] [--keep FOLDER]

Each index is built from made-up clips, without record files, and measured by a process of its own.  With --keep the
indexes stay in FOLDER and are used again.  After several sizes comes the exponent by which each figure grows.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from benchmarks.archive import made_clips, made_entries
from benchmarks.scale_child import Figures
from benchmarks.table import write
from core.model.clip import Clip
from core.storage.sqlite_index import open_index

REACH: Mapping[str, str] = {
    "person AND location AND production AND date, page 1": "p95 < 10 ms",
    "facet counts narrowed to the most used person": "p95 < 60 ms",
    "as-you-type prefix, newest 50": "p95 < 30 ms",
    "free text with facets": "p95 < 150 ms",
    "open to first 50 results, imports done": "< 150 ms",
    "single edit searchable": "median < 10 ms",
    "tag 5,000 scattered clips, searchable": "< 300 ms",
}
"""What is wanted at a million clips, where something is."""


class Watched:
    """Passes clips on and adds up the CPU seconds their making takes."""

    def __init__(self, clips: Iterator[Clip]) -> None:
        self._clips = clips
        self.cpu = 0.0

    def __iter__(self) -> Iterator[Clip]:
        while True:
            start = time.process_time()
            clip = next(self._clips, None)
            self.cpu += time.process_time() - start
            if clip is None:
                return
            yield clip


def build(clips: int, folder: Path) -> None:
    """Build the index of ``clips`` clips in ``folder``, unless a whole one is there."""
    with closing(open_index(folder / "index.db")) as index:
        if index.seq:
            write(f"{folder} is used again: {len(index):,} clips")
            return
        entries = made_entries(clips)
        making = Watched(made_clips(clips, entries))
        wall, cpu = time.perf_counter(), time.process_time()
        index.rebuild(1, making, entries)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    told = f"{clips:,} clips, {len(entries):,} names; index rebuilt in {cpu - making.cpu:.0f} s of CPU time"
    sizes = ", ".join(f"{path.name} {path.stat().st_size / 1e6:,.0f} MB" for path in sorted(folder.iterdir()))
    write(f"{told} ({wall - making.cpu:.0f} s wall, making the clips aside): {sizes}")


def measured(clips: int, folder: Path) -> Figures:
    """Measure the index in ``folder`` in a fresh process; what it changes there it takes back."""
    command = [sys.executable, "-m", "benchmarks.scale_child", str(folder), str(clips)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=3600)
    figures: Figures = json.loads(ended.stdout)
    return figures


def show(clips: int, figures: Figures) -> None:
    machine = f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    write(f"\n{clips:,} clips ({machine}, load {os.getloadavg()[0]:.1f})")
    width = max(map(len, figures))
    write(f"{'':{width}} {'runs':>5} {'wall p50':>9} {'wall p95':>9} {'cpu p50':>9} {'cpu p95':>9}   (ms) wanted at 1M")
    for name, (runs, *numbers) in figures.items():
        if len(numbers) == 1:
            write(f"{name:{width}} {numbers[0]:15.0f}")
            continue
        write(f"{name:{width}} {runs:5.0f} {' '.join(f'{number:9.2f}' for number in numbers)}   {REACH.get(name, '')}")


def growth(of_sizes: Mapping[int, Figures]) -> None:
    """Show by which power of the number of clips the median CPU time of each figure grows, least squares of logs."""
    write("\nGrowth: CPU median (or the figure itself) as clips to the power of")
    sizes = list(of_sizes)
    for name in of_sizes[sizes[-1]]:
        figures = [of_sizes[size][name] for size in sizes]
        logs = [math.log(max(figure[3] if len(figure) > 2 else figure[1], 1e-3)) for figure in figures]
        across = [math.log(size) for size in sizes]
        mean, level = sum(across) / len(across), sum(logs) / len(logs)
        rise = sum((x - mean) * (y - level) for x, y in zip(across, logs, strict=True))
        write(f"{name:60} {rise / sum((x - mean) ** 2 for x in across):6.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("clips", type=int, nargs="+")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    of_sizes: dict[int, Figures] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for clips in options.clips:
            folder = (options.keep or Path(temporary)) / str(clips)
            folder.mkdir(parents=True, exist_ok=True)
            build(clips, folder)
            of_sizes[clips] = measured(clips, folder)
            show(clips, of_sizes[clips])
    if len(of_sizes) > 1:
        growth(of_sizes)


if __name__ == "__main__":
    main()
