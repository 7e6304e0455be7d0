"""How soon an hour of footage in many clips has its posters and strips: ``python -m benchmarks.shots_hour``.

A real import: an archive of its own, files scanned, hashed and looked at in worker processes, and all of it landed.
The clips are cut, as they were coded, from one that was made up in five encodings (FFmpeg must be installed), and each
differs in its bytes, so that none counts as a duplicate.  With ``--exact`` the second look is measured too.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from benchmarks.shots import FOOTAGE
from benchmarks.shots_corpus import ENCODINGS, RECIPES, make
from benchmarks.table import machine, write
from core.app import create_archive
from core.ingest.terms import IN_PLACE

CLIPS, CLIP_S, LANES, SOURCE_S = 200, 18, 2, 60
_MARK = {".mp4": b"free", ".avi": b"JUNK"}


def pieces(folder: Path, seed: int) -> list[Path]:
    """Return pieces of CLIP_S or a little more, beginning at key frames, in every encoding; made now or before."""
    recipe = replace(RECIPES["takes"], name=f"takes{SOURCE_S}s", seconds=SOURCE_S)
    sources = make(recipe, seed, list(ENCODINGS), folder, FOOTAGE if FOOTAGE.is_dir() else None)
    found = []
    for source in sources.values():
        cut = folder / f"pieces-{source.stem}"
        if not cut.exists():
            cut.mkdir()
            options = ["-map", "0", "-c", "copy", "-f", "segment", "-segment_time", str(CLIP_S)]
            options += ["-reset_timestamps", "1", str(cut / f"%03d{source.suffix}")]
            subprocess.run(["ffmpeg", "-v", "error", "-i", str(source), *options], check=True)
        found += [path for path in sorted(cut.iterdir()) if _seconds(path) >= CLIP_S * 0.9]
    return found


def _seconds(path: Path) -> float:
    command = ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "json", str(path)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return float(told["format"]["duration"])


def lay_out(sources: Sequence[Path], count: int, target: Path) -> Iterator[float]:
    """Write ``count`` clips, each of its own bytes; yield how long each is, in seconds."""
    lengths = {source: _seconds(source) for source in sources}
    for number in range(count):
        source = sources[number % len(sources)]
        mark = f"{number:08}".encode()
        kind = _MARK[source.suffix]
        size = (8 + len(mark)).to_bytes(4, "big") + kind if kind == b"free" else kind + len(mark).to_bytes(4, "little")
        (target / f"{number:03} {source.stem}{source.suffix}").write_bytes(source.read_bytes() + size + mark)
        yield lengths[source]


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "bench_shots")
    parser.add_argument("--clips", type=int, default=CLIPS)
    parser.add_argument("--lanes", type=int, default=LANES)
    parser.add_argument("--seed", type=int, default=21)
    parser.add_argument("--exact", action="store_true", help="look for every shot as well")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    sources = pieces(options.folder, options.seed)
    with tempfile.TemporaryDirectory(dir=options.folder) as work:
        footage = Path(work, "footage")
        footage.mkdir()
        seconds = sum(lay_out(sources, options.clips, footage))
        write(machine())
        kinds = f"{len(sources)} pieces in {', '.join(ENCODINGS)}"
        write(f"{options.clips} clips of 1080p, {seconds / 60:.1f} minutes, {kinds}")
        _import(footage, Path(work, "archive"), options.lanes, exact=options.exact)


def _import(footage: Path, folder: Path, lanes: int, *, exact: bool) -> None:
    with create_archive(folder) as archive, closing(archive.media_pool(lanes)) as pool:
        session = archive.importing(pool)
        begun, first = time.perf_counter(), 0.0

        def report(progress: object) -> None:
            nonlocal first
            if not first and getattr(progress, "added", 0):
                first = time.perf_counter() - begun

        done, unfinished = session.first_look(archive.imports.begin([footage], IN_PLACE), report)
        wall = time.perf_counter() - begun
        strips = sum(archive.clip(clip).strip is not None for clip in done.clips)
        counts = f"{done.added} clips added, {strips} with a strip, the first after {first:.1f} s"
        write(f"triage: {wall:6.1f} s wall, {counts}")
        if exact and unfinished is not None:
            begun = time.perf_counter()
            told = session.second_look(unfinished)
            write(f"exact:  {time.perf_counter() - begun:6.1f} s wall, {told.refined} clips")
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = [one.ru_utime + one.ru_stime for one in used]
    write(f"CPU: {cpu[0]:.1f} s in the program, {cpu[1]:.1f} s in its workers (load {os.getloadavg()[0]:.1f})")


if __name__ == "__main__":
    main()
