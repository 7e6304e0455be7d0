"""How long a tag sheet takes and how much memory, a process of its own for each format.

Run: python -m benchmarks.sheets [CLIPS ...]   (default: 5000 100000; posters at up to 5,000 clips)
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.table import peak_mib, write
from core.catalog.vocabulary import Vocabulary
from core.export.export import export_sheet
from core.export.formats import FORMATS
from core.model.clip import Clip, Moment, Source
from core.model.ids import MomentId, StillId
from core.model.time import Span
from core.model.vocabulary import EntryKind
from tests.support.model import a_clip, a_tag, an_entry

MEASURED = ("csv", "csv-resolve", "jsonl", "html", "xlsx")
WITH_POSTERS = 5_000
PEOPLE = [an_entry(EntryKind.PERSON, f"Person {number}") for number in range(40)]
CAPTION = "No safety harness on the roof of the train, and he waved to us. " * 3


class Posters:
    """As many different stills of 640 x 360 in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def make(self, count: int) -> None:
        ramp = np.linspace(0, 255, 640 * 360 * 3, dtype=np.float32).reshape(360, 640, 3)
        grain = np.random.default_rng(1).normal(0, 6, (360, 640, 3)).astype(np.float32)
        for number in range(count):
            picture = (ramp + np.roll(grain, number * 7, axis=1) + number // 640).clip(0, 255).astype(np.uint8)
            Image.fromarray(picture).save(self.path(StillId(str(number))), quality=82)

    def path(self, still: StillId) -> Path:
        return self._folder / f"{still}.jpg"


def clips(count: int) -> Iterator[Clip]:
    """Yield ``count`` clips with two people, two moments and a caption each, made as they are asked for."""
    for number in range(count):
        tags = tuple(a_tag(PEOPLE[(number * step) % len(PEOPLE)], id=f"tag-{number}-{step}") for step in (1, 7))
        moments = tuple(
            Moment(
                id=MomentId(f"moment-{number}-{start}"), span=Span(Fraction(start), Fraction(start + 2)), label="waves"
            )
            for start in (1, 5)
        )
        poster = StillId(str(number)) if count <= WITH_POSTERS else None
        yield a_clip(tags=tags, moments=moments, source=Source(caption=CAPTION, handle="@fan"), poster=poster)


def export(form: str, count: int, folder: Path) -> None:
    """Export once and print wall and CPU seconds, peak memory in MiB, and size in MiB."""
    before = peak_mib()
    wall, cpu = time.perf_counter(), time.process_time()
    target = folder / f"sheet.{FORMATS[form].ending}"
    export_sheet(
        clips(count), Vocabulary(PEOPLE), Posters(folder), format=form, target=target, today=date(2026, 11, 22)
    )
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    size = target.stat().st_size / 2**20
    write(f"{form:12} {count:8,} {wall:8.2f} {cpu:8.2f} {before:10.0f} {peak_mib():10.0f} {size:10.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[5_000, 100_000])
    parser.add_argument("--formats", nargs="*", default=MEASURED)
    parser.add_argument("--into", type=Path)
    given = parser.parse_args()
    if given.into:
        export(given.formats[0], given.counts[0], given.into)
        return
    with tempfile.TemporaryDirectory() as folder:
        Posters(Path(folder)).make(min(max(given.counts), WITH_POSTERS))
        write("format          clips   wall s    cpu s MiB before   MiB peak   MiB file")
        for count in given.counts:
            for form in given.formats:
                child = [sys.executable, "-m", "benchmarks.sheets", str(count), "--formats", form, "--into", folder]
                subprocess.run(child, check=True)


if __name__ == "__main__":
    main()
