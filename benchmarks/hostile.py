"""Hostile files through import under a live window: how long the event loop is ever kept waiting, and what came of all.

``python -m benchmarks.hostile [--sample N]``: every case and mutant, or about one in N.  The window is not shown on any
screen (offscreen); a timer of 5 ms notes how much later than that it is called.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QApplication

from core.app import Archive, create_archive
from core.ingest.report import ImportReport
from core.ports.media import MediaPool
from core.settings import Settings
from gui.main_window.requests import Requests
from gui.main_window.window import MainWindow
from gui.style import apply_theme
from tests.support.hostile.corpus import all_cases, all_mutants, sample, write_all
from tests.support.hostile.trial import (
    Verdict,
    WatchedPool,
    faults,
    lay_bait,
    listening,
    stamps,
    table,
    verdicts,
    watched_pool,
)

TICK_MS = 5
SETTLE_MS = 2_000
"""How long the new window is left alone first: it is the import that is measured, not the start."""

PERCENTILES = (50, 90, 99, 99.9, 100)


class Gaps:
    """How much later than it should the event loop gets to a timer, in milliseconds.

    ``own`` are the same gaps as far as this process, with all its threads, was at work in them: on a machine with more
    to do than it has cores, the rest is spent waiting for one.
    """

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)
        self._used = 0.0
        self.all: list[float] = []
        self.own: list[float] = []

    def start(self) -> None:
        self._clock.start()
        self._used = time.process_time()
        self._timer.start(TICK_MS)

    def stop(self) -> None:
        self._timer.stop()

    def _note(self) -> None:
        gap = max(0.0, self._clock.nsecsElapsed() / 1e6 - TICK_MS)
        used = time.process_time()
        self.all.append(gap)
        self.own.append(min(gap, (used - self._used) * 1e3))
        self._used = used
        self._clock.restart()

    def told(self) -> str:
        all_of_it, own = _spread(self.all), _spread(self.own)
        return f"event-loop gap in ms, {len(self.all):,} ticks: {all_of_it}; own work in it: {own}"


def _spread(values: Sequence[float]) -> str:
    ordered = sorted(values)
    last = len(ordered) - 1
    return ", ".join(f"p{share:g} {ordered[min(last, int(len(ordered) * share / 100))]:.1f}" for share in PERCENTILES)


def nobody() -> Requests:
    """Return requests that nobody hears."""
    return Requests(
        open=lambda _folder: None,
        create=lambda _folder: None,
        sample=lambda: None,
        dress=lambda _theme: None,
        quit=lambda: None,
    )


def import_in_window(app: QApplication, archive: Archive, pool: WatchedPool, corpus: Path) -> tuple[ImportReport, Gaps]:
    """Import ``corpus`` as a drop on the window would; returns what came of it and how the event loop fared."""
    real = archive.media_pool

    def pool_of(*, patient: bool = False) -> MediaPool:
        return real(patient=True) if patient else pool

    setattr(archive, "media_pool", pool_of)  # noqa: B010 - so that how each job ends can be told
    window = MainWindow(archive, Settings(), nobody())
    window.show()
    reports: list[ImportReport] = []
    window.imports.finished.connect(reports.append)
    gaps = Gaps()

    def begin() -> None:
        gaps.start()
        window.import_paths([corpus])

    QTimer.singleShot(SETTLE_MS, begin)
    window.imports.ended.connect(lambda: None if window.imports.is_running else app.quit())
    app.exec()  # ends with the window closed, and the archive
    gaps.stop()
    return reports[0], gaps


def told(found: Sequence[Verdict], gaps: Gaps, heard: Sequence[str], changed: int) -> int:
    """Print what was seen; returns the exit code."""
    print(table(found))
    for one in found:
        if one.came_to in ("crashed", "stalled", "too slow", "too big"):
            print(f"{one.came_to}: {one.case.group}/{one.case.name.decode('utf-8', 'replace')}")
    wrong = faults(found)
    for fault in wrong:
        print(f"WRONG: {fault}")
    print(f"{len(found):,} files, {len(wrong)} without a fair answer, {len(heard)} connections, {changed} changed")
    print(gaps.told())
    return 1 if wrong or heard or changed else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, metavar="N", help="about one in N of the cases")
    share = parser.parse_args().sample
    app = QApplication([])
    apply_theme(app, "dark")
    with tempfile.TemporaryDirectory() as scratch, listening() as listener:
        folder = Path(scratch)
        cases = [*all_cases(lay_bait(folder, listener.port)), *all_mutants()]
        written = write_all(sample(cases, share) if share else cases, os.fsencode(folder / "corpus"))
        before = stamps(folder / "corpus")
        pool = watched_pool(os.cpu_count() or 1)
        archive = create_archive(folder / "hostile.slatebook")
        started, used = time.monotonic(), time.process_time()
        report, gaps = import_in_window(app, archive, pool, folder / "corpus")
        wall, own = time.monotonic() - started, time.process_time() - used
        print(f"{wall:.0f} s, {own:.1f} s of them this process's own work; load {os.getloadavg()[0]:.1f}")
        after = stamps(folder / "corpus")
        with Archive(folder / "hostile.slatebook", read_only=True) as read:
            found = verdicts(read, written, report, pool)
        return told(found, gaps, listener.heard, len(set(before.items()) ^ set(after.items())))


if __name__ == "__main__":
    sys.exit(main())
