"""How long a contact sheet takes, and how large it is.

Run: python -m benchmarks.pdf [CLIPS]   (default: 400, each with a poster, eight keyframes and two moments)
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from benchmarks.sheets import PEOPLE, Posters, clips
from benchmarks.table import peak_mib, write
from core.catalog.vocabulary import Vocabulary
from core.export.export import export_sheet
from core.model.clip import Clip
from core.model.ids import StillId
from core.model.media import Keyframe
from gui.export.pdf import ALL_FORMATS, painting_application

FRAMES = 8
STILLS = 640
"""So many different stills lie on the disk; clips share them."""


def with_keyframes(count: int) -> Iterator[Clip]:
    """Yield the clips of the other sheets with keyframes."""
    for number, clip in enumerate(clips(count)):
        shown = tuple(_keyframe((number * FRAMES + place) % STILLS, place) for place in range(FRAMES))
        yield replace(clip, keyframes=shown, poster=shown[0].still)


def _keyframe(still: int, time_s: int) -> Keyframe:
    return Keyframe(time=Fraction(time_s), still=StillId(str(still)), width=640, height=360)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=400)
    count = parser.parse_args().count
    application = painting_application()
    with tempfile.TemporaryDirectory() as folder:
        stills = Posters(Path(folder))
        stills.make(STILLS)
        target = Path(folder) / "sheet.pdf"
        made = list(with_keyframes(count))
        before, wall, cpu, own = peak_mib(), time.perf_counter(), time.process_time(), time.thread_time()
        export_sheet(
            made, Vocabulary(PEOPLE), stills, format="pdf", target=target, today=date(2026, 11, 22), formats=ALL_FORMATS
        )
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        own = time.thread_time() - own
        size = target.stat().st_size / 2**20
        more = peak_mib() - before
        spent = f"{cpu:.2f} s of CPU ({own:.2f} s of it on the thread that paints)"
        write(f"{count:,} clips: {wall:.2f} s, {spent}, {size:.1f} MiB; {more:.0f} MiB more memory")
    del application


if __name__ == "__main__":
    main()
