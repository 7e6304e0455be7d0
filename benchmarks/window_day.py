"""An archivist's day at the window: how long the GUI thread is at work in one go, and whether memory grows.

    python -m benchmarks.window_day [--clips 10000] [--names N] [--rounds 5 | --minutes N] [--keep FOLDER] [--only NAME]

The window is the real one, with Qt's offscreen platform unless QT_QPA_PLATFORM says otherwise.  Each round does once
what is done over and over in a day: see benchmarks.desk.  Nothing is waited for as a person would wait, so that a few
rounds are an hour of use in less time; how many keys, clicks and turns of the wheel they were is told at the end.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.desk import Desk
from benchmarks.gui_thread import FRAME_MS, Gauge, Turn
from benchmarks.table import machine, write
from core.settings import Settings, Theme
from gui.app import application
from gui.main_window.window import MainWindow
from gui.program import Program
from main import loading
from tests.support.media import make_clip

CLIPS_A_ROUND = 3
_TOLD_APART = ("start", "at rest", "close")
_SETTLED_S = 5.0
GESTURES_AN_HOUR = 1_800
"""One every two seconds: a brisk hour."""


def main() -> None:
    options = _parser().parse_args()
    with loading():
        pass  # what is imported above is no garbage, and no source is read for what comes later: as main.py has it
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["SLATEBOOK_CONFIG"] = scratch
        kept = options.keep or Path(scratch)
        folder = kept / f"{options.clips}-{options.names or 'usual'}.slatebook"
        sizes = [str(size) for size in (options.clips, options.names) if size]
        subprocess.run([sys.executable, "-m", "benchmarks.filled", str(folder), *sizes], check=True)
        gauge = Gauge()
        gauge.activity = "start"
        program = Program(application(), Settings(theme=Theme.DARK))
        program.start(folder)
        desk = Desk(gauge, _window(gauge, program), _footage(Path(scratch)))
        memory = [_resident()]
        try:
            _day(desk, options, memory)
        except KeyboardInterrupt:
            write("cut short: what was measured so far")
        gauge.activity = "close"
        gauge.measure("close", program.quit)
        program.close()
        gauge.close()
        _show(gauge, desk, memory)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--clips", type=int, default=10_000)
    parser.add_argument("--names", type=int, help="default: as many as an archive of so many clips has")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--minutes", type=float, default=0, help="go on for so long, however many rounds that are")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the archive is kept and used again")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="such as “edit names”; repeated")
    return parser


def _window(gauge: Gauge, program: Program) -> MainWindow:
    """Return the window, once it shows what it found, has the focus and has made what it makes after the first screen:
    all of that is told apart, as the start."""
    while program.window is None or program.window.pane.result is None or not program.window.isActiveWindow():
        gauge.pause(0.02)  # without a rest the thread that opens would wait for the interpreter at each row
    program.window.resize(1600, 1000)
    gauge.pause(_SETTLED_S)
    return program.window


def _footage(folder: Path) -> Callable[[], list[Path]]:
    """Return what makes clips that nobody has seen before, each time it is called."""
    number = count(1)

    def make() -> list[Path]:
        made = []
        for place in range(CLIPS_A_ROUND):
            path = folder / f"rushes {next(number)}.mp4"
            title = {"title": str(path)}  # the same bytes again, of an earlier run too, would be no new clip
            made.append(make_clip(path, seconds=6, size=(640, 360), scenes=3 + place, audio=place == 0, metadata=title))
        return made

    return make


def _day(desk: Desk, options: argparse.Namespace, memory: list[float]) -> None:
    """Do round after round; add MiB of memory in use after each."""
    end = time.monotonic() + 60 * options.minutes
    while len(memory) <= options.rounds if not options.minutes else time.monotonic() < end:
        begun = time.monotonic()
        desk.round(options.only)
        memory.append(_resident())
        parts = ", ".join(f"{name} {part:.0f}" for name, part in _memory().items())
        write(f"round {len(memory) - 1}: {time.monotonic() - begun:.0f} s, {memory[-1]:.0f} MiB ({parts})")


def _resident() -> float:
    return sum(_memory().values())


def _memory() -> dict[str, float]:
    """Return MiB of memory in use: its own, of files mapped into it, and shared with children."""
    lines = Path("/proc/self/status").read_text().splitlines()
    names = {"RssAnon": "own", "RssFile": "files", "RssShmem": "shared"}
    return {
        names[key]: int(value.split()[0]) / 1024
        for key, _, value in (one.partition(":") for one in lines)
        if key in names
    }


def _show(gauge: Gauge, desk: Desk, memory: list[float]) -> None:
    write(f"\n{machine()}")
    hours = desk.gestures / GESTURES_AN_HOUR
    write(
        f"{desk.gestures:,} keys, clicks and turns of the wheel: {hours:.1f} h of use at one every two seconds;"
        f" memory {memory[0]:.0f} MiB at the start, {', '.join(f'{one:.0f}' for one in memory[1:])} after each round"
    )
    heads = "".join(f"{head:>9}" for head in ("p50", "p95", "p99", "longest", "> 16 ms", "wall p99", "> 16 ms"))
    write(f"{'ms of the GUI thread’s own time in one go':42}{'turns':>8}{heads}")
    for activity, figures in gauge.figures.items():
        write(f"{activity:42}{_row(figures.cpu, figures.wall)}")
    ordinary = [figures for name, figures in gauge.figures.items() if name not in _TOLD_APART]
    cpu, wall = ([one for figures in ordinary for one in getattr(figures, which)] for which in ("cpu", "wall"))
    write(f"{'all but start, rest and close':42}{_row(cpu, wall)}")
    _show_longest(gauge.long)


def _row(cpu: Sequence[float], wall: Sequence[float]) -> str:
    shares = "".join(f"{_share(cpu, share):9.2f}" for share in (0.5, 0.95, 0.99, 1))
    slow = [sum(one > FRAME_MS for one in some) for some in (cpu, wall)]
    return f"{len(cpu):8,}{shares}{slow[0]:9,}{_share(wall, 0.99):9.2f}{slow[1]:9,}"


def _share(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _show_longest(long: list[Turn]) -> None:
    """Print, for each thing that took the GUI thread long, its worst case and how often it did."""
    kinds: dict[tuple[str, str, str], list[Turn]] = {}
    for one in long:
        kinds.setdefault((one.activity, one.what, one.where.partition("; ")[0]), []).append(one)
    write("\nlongest: own time, wall, garbage in it (ms); how often over 4; what, where")
    ordered = sorted(kinds.items(), key=lambda kind: -max(one.cpu for one in kind[1]))
    for (activity, what, _), some in ordered[:40]:
        worst = max(some, key=lambda one: one.cpu)
        times = f"{worst.cpu:8.1f}{worst.wall:8.1f}{worst.collecting:7.1f}{len(some):6d}"
        write(f"{times}  {activity}: {what}  [{worst.where or 'not seen'}]")


if __name__ == "__main__":
    main()
    sys.stdout.flush()
