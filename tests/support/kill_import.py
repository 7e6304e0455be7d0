"""Kills an import at a random moment, again and again, and looks whether anything was lost, doubled or half made.

After each kill the archive is opened again and the import goes on by what its journal remembers.  With --children it is
not the program that is killed but, all along, the workers it reads files with.  With --copy originals are copied into
the archive, and every copy is held to be whole, the only one of its original, and a clip's.

Run by hand: ``python -m tests.support.kill_import FOLDER_OF_FOOTAGE [--rounds 25] [--seed 1] [--children] [--copy]``.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from core.app import Archive, create_archive, open_archive
from core.ingest.report import ImportReport
from core.ingest.terms import Terms
from core.model.changes import ChangeSet, Table
from core.model.ids import ClipId

ROOT = Path(__file__).resolve().parents[2]
LANES = 2


@dataclass(frozen=True, slots=True)
class Round:
    """One kill: after how many seconds, and how many clips had been acknowledged, were found, and are there at last."""

    after_s: float
    acknowledged: int
    found: int
    complete: int
    faults: tuple[str, ...]


def import_and_tell(folder: Path, footage: Path, *, copy: bool) -> None:
    """Import ``footage``, writing the id of each clip to standard output as soon as it is acknowledged."""

    def tell(change_set: ChangeSet) -> None:
        sys.stdout.write("".join(f"{clip}\n" for clip in sorted(change_set.touched(Table.CLIPS))))
        sys.stdout.flush()

    with open_archive(folder) as archive:
        archive.catalog.subscribe(tell)
        import_all(archive, footage, copy=copy)


def go_on(archive: Archive, footage: Path, *, copy: bool) -> bool:
    """Go on with what was cut short; returns whether the journal knew of it, else everything is imported anew."""
    left = archive.imports.take_up()
    with closing(archive.media_pool(LANES)) as pool:
        for started in left:
            archive.importing(pool).go_on(started)
    if not left:
        import_all(archive, footage, copy=copy)
    return bool(left)


def import_all(archive: Archive, footage: Path, *, copy: bool = False) -> ImportReport:
    with closing(archive.media_pool(LANES)) as pool:
        return archive.importing(pool).run([footage], terms=Terms(copy=copy))


def full_import_s(scratch: Path, footage: Path, *, copy: bool = False) -> tuple[float, int]:
    """Return how long an undisturbed import takes and how many clips it brings."""
    folder = scratch / "whole.slatebook"
    create_archive(folder).close()
    started = time.monotonic()
    subprocess.run(_command(folder, footage, copy=copy), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - started
    with open_archive(folder) as archive:
        return seconds, len(archive.index)


def _command(folder: Path, footage: Path, *, copy: bool) -> list[str]:
    command = [sys.executable, "-m", __spec__.name, "--import-into", str(folder), str(footage)]
    return [*command, *(["--copy"] if copy else [])]


def kill_once(scratch: Path, footage: Path, after_s: float, expected: int, *, copy: bool) -> Round:
    """Kill an import into a new archive ``after_s`` seconds after its start, look, import again, and look again."""
    folder = scratch / "killed.slatebook"
    create_archive(folder).close()
    command = _command(folder, footage, copy=copy)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as importer:
        try:
            output, _ = importer.communicate(timeout=after_s)
        except subprocess.TimeoutExpired:
            importer.kill()
            output, _ = importer.communicate()
    acknowledged = {line.strip() for line in output.splitlines(keepends=True) if line.endswith("\n")}
    with open_archive(folder) as archive:
        faults = _faults(archive)
        found = set(_clip_ids(archive))
        faults += [f"acknowledged and lost: {clip}" for clip in sorted(acknowledged - found)]
        was_begun = archive.imports.left_over()
        if not was_begun and 0 < len(found) < expected:
            faults.append("an import that was cut short is not remembered")
        faults += _copy_faults(archive, footage, whole=False) if copy else []
        go_on(archive, footage, copy=copy)
        faults += _copy_faults(archive, footage, whole=True) if copy else []
        if archive.imports.left_over() or (folder / "imports.json").exists():
            faults.append("an import that is over is still remembered")
        complete = _clip_ids(archive)
        faults += _faults(archive)
        faults += [f"shots never looked for: {clip}" for clip in complete if archive.clip(clip).glanced is not None]
        if len(complete) != expected or not found <= set(complete):
            faults.append(f"{len(complete)} clips in the end, {expected} expected")
    shutil.rmtree(folder)
    return Round(after_s, len(acknowledged), len(found), len(complete), tuple(faults))


def kill_children(scratch: Path, footage: Path, expected: int, seed: int, pause_s: float) -> Round:
    """Import while a worker is killed every ``pause_s`` seconds or so; every file must come in all the same."""
    chance = random.Random(seed)
    folder = scratch / "orphans.slatebook"
    over = threading.Event()
    killed = 0

    def kill_now_and_then() -> None:
        nonlocal killed
        while not over.wait(pause_s * chance.uniform(0.5, 1.5)):
            children = psutil.Process().children()
            if children:
                with suppress(psutil.Error):
                    chance.choice(children).kill()
                    killed += 1

    killer = threading.Thread(target=kill_now_and_then)
    with create_archive(folder) as archive:
        killer.start()
        try:
            import_all(archive, footage)
        finally:
            over.set()
            killer.join()
        complete = _clip_ids(archive)
        faults = _faults(archive)
        if len(complete) != expected:
            faults.append(f"{len(complete)} clips in the end, {expected} expected")
    shutil.rmtree(folder)
    return Round(pause_s, killed, len(complete), len(complete), tuple(faults))


def _copy_faults(archive: Archive, footage: Path, *, whole: bool) -> list[str]:
    """Say what is wrong with the archive's copies; once the import is ``whole`` there is nothing else among them."""
    originals = Counter(path.read_bytes() for path in footage.rglob("*") if path.is_file())
    places = [Path(file.location) for clip in map(archive.clip, _clip_ids(archive)) for file in clip.files]
    faults = [f"not in the archive: {place}" for place in places if not place.is_relative_to(archive.media)]
    faults += [f"half made: {place}" for place in places if not place.is_file() or place.read_bytes() not in originals]
    if whole:
        there = sorted(path for path in archive.media.rglob("*") if path.is_file())
        faults += [f"no clip stands for {path}" for path in there if path not in places]
        contents = Counter(path.read_bytes() for path in there)
        faults += [f"{number} copies of one original" for number in contents.values() if number > 1]
        faults += [f"{original[:40]!r} was not copied" for original in originals if original not in contents]
    return faults


def _clip_ids(archive: Archive) -> list[ClipId]:
    return list(archive.index.clip_ids(archive.search("").rows))


def _faults(archive: Archive) -> list[str]:
    places = Counter(file.location for clip in map(archive.clip, _clip_ids(archive)) for file in clip.files)
    return [*archive.check(), *(f"{number} clips for {place}" for place, number in places.items() if number > 1)]


def kill_rounds(footage: Path, rounds: int, seed: int, *, copy: bool = False) -> list[Round]:
    """Kill as many imports of ``footage``, at moments spread over the time an import takes."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        seconds, expected = full_import_s(Path(scratch), footage, copy=copy)
        moments = [chance.uniform(0, seconds) for _ in range(rounds)]
        return [kill_once(Path(scratch), footage, moment, expected, copy=copy) for moment in moments]


def child_rounds(footage: Path, rounds: int, seed: int) -> list[Round]:
    """Kill workers all through as many imports, so seldom that no file loses two of them for long."""
    with tempfile.TemporaryDirectory() as scratch:
        seconds, expected = full_import_s(Path(scratch), footage)
        pause_s = max(1.0, seconds / 8)
        return [kill_children(Path(scratch), footage, expected, seed + number, pause_s) for number in range(rounds)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("footage", type=Path)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--children", action="store_true")
    parser.add_argument("--copy", action="store_true")
    parser.add_argument("--import-into", type=Path)
    given = parser.parse_args()
    if given.import_into:
        import_and_tell(given.import_into, given.footage, copy=given.copy)
        return 0
    if given.children:
        rounds = child_rounds(given.footage, given.rounds, given.seed)
    else:
        rounds = kill_rounds(given.footage, given.rounds, given.seed, copy=given.copy)
    for number, one in enumerate(rounds, 1):
        line = f"{number:3}  after {one.after_s:5.2f} s  acknowledged {one.acknowledged}  found {one.found}"
        sys.stdout.write(f"{line}  complete {one.complete}  {'; '.join(one.faults) or 'well'}\n")
    return any(one.faults for one in rounds)


if __name__ == "__main__":
    sys.exit(main())
