"""What a frame of scrolling costs the GUI thread, in the grid and in the list of a large archive.

    python -m benchmarks.scrolling [CLIPS] [--keep FOLDER | --index FOLDER] [--frames 600]

The window is the real one, 1600 x 1000, with Qt's offscreen platform unless QT_QPA_PLATFORM says otherwise.  A frame is
an event that scrolls, all that it sets off at once, and what arrived since the last one, such as pictures; between two
frames are 16 ms.  It reaches beyond what is at hand: cards, facts and posters are read as they come into view.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from benchmarks.table import machine, write
from core.settings import Settings, Theme
from gui.app import application
from gui.main_window.window import MainWindow
from gui.program import Program
from main import loading

FRAME_S = 0.016
_NOTCH = 120


@dataclass(slots=True)
class Frames:
    """CPU milliseconds of the GUI thread, a frame each."""

    name: str
    cpu: list[float] = field(default_factory=list)


def main() -> None:
    options = _parser().parse_args()
    with loading():
        pass  # what is imported above is no garbage, and no source is read for what comes later: as main.py has it
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["SLATEBOOK_CONFIG"] = scratch
        folder = (options.keep or Path(scratch)) / f"{options.clips}-usual.slatebook"
        _have(folder, options)
        program = Program(application(), Settings(theme=Theme.DARK))
        program.open(folder, read_only=options.index is not None)
        window = _window(program)
        if options.index:  # that records are not there would be told again and again, over what is scrolled
            window.bridge.failed.disconnect()
        clips = window.pane.grid.count()
        found = _measured(window, options.frames)
        program.quit()
        program.close()
    write(f"\nScrolling through {clips:,} clips, CPU of the GUI thread a frame")
    write(machine())
    write(f"{'':44} frames     mean      p50      p95      max   (ms)")
    for frames in found:
        _show(frames)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("clips", type=int, nargs="?", default=100_000)
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument("--keep", type=Path, metavar="FOLDER", help="where the archive is kept and used again")
    kept.add_argument("--index", type=Path, metavar="FOLDER", help="an index of benchmarks.scale, without records")
    parser.add_argument("--frames", type=int, default=600)
    return parser


def _have(folder: Path, options: argparse.Namespace) -> None:
    """Make the archive in a program of its own, for OpenCV would point Qt at other plugins."""
    around = ["--around", str(options.index)] if options.index else []
    subprocess.run([sys.executable, "-m", "benchmarks.filled", str(folder), str(options.clips), *around], check=True)


def _window(program: Program) -> MainWindow:
    """Return the window once it has found everything, settled and shows its posters."""
    while program.window is None or program.window.pane.result is None:
        QTest.qWait(10)
    program.window.resize(1600, 1000)
    program.window.pane.grid.setFocus()
    QTest.qWait(2_000)
    return program.window


def _measured(window: MainWindow, frames: int) -> list[Frames]:
    found = _of_view("grid", window.pane.grid, frames)
    window.pane.show_list(True)
    QTest.qWait(500)
    return [*found, *_of_view("list", window.pane.views.list.table, frames)]


def _of_view(name: str, view: QAbstractItemView, frames: int) -> list[Frames]:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    QTest.qWait(500)
    return [
        _run(f"{name}: 30 pixels, as a touchpad scrolls", lambda: _turn(view, 30 * _NOTCH // _notch(view)), frames),
        _run(f"{name}: a notch of the wheel, {_notch(view)} pixels", lambda: _turn(view, _NOTCH), frames),
        _run(f"{name}: Page Down", lambda: QTest.keyClick(view, Qt.Key.Key_PageDown), frames // 4),
        _run(f"{name}: the scroll bar dragged, 1/{frames} of all", lambda: _drag(view, frames), frames // 4),
    ]


def _run(name: str, scroll: Callable[[], object], frames: int) -> Frames:
    found = Frames(name)
    for _ in range(frames):
        begun, cpu = time.monotonic(), time.thread_time()
        scroll()
        QTest.qWait(0)  # what waits, the painting too
        found.cpu.append((time.thread_time() - cpu) * 1000)
        time.sleep(max(0.0, FRAME_S - (time.monotonic() - begun)))
    return found


def _notch(view: QAbstractItemView) -> int:
    """Return how many pixels a notch of the wheel scrolls."""
    return view.verticalScrollBar().singleStep() * QApplication.wheelScrollLines()


def _turn(view: QAbstractItemView, angle: int) -> None:
    target = view.viewport()
    middle = QPointF(target.rect().center())
    event = QWheelEvent(
        middle, QPointF(target.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -angle),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(target, event)


def _drag(view: QAbstractItemView, frames: int) -> None:
    bar = view.verticalScrollBar()
    bar.setValue((bar.value() + bar.maximum() // frames) % bar.maximum())


def _show(frames: Frames) -> None:
    ordered = sorted(frames.cpu)
    mean, count = sum(ordered) / len(ordered), len(ordered)
    shares = "".join(f"{ordered[min(count - 1, int(count * share))]:9.2f}" for share in (0.5, 0.95, 1))
    write(f"{frames.name:44}{count:7,}{mean:9.2f}{shares}")


if __name__ == "__main__":
    main()
