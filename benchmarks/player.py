"""The player beside QtMultimedia: seeks, steps both ways and a stretch of playing, on one clip, in turns.

    python -m benchmarks.player CLIP [ROUNDS]

Times are from the question to the picture being there, on the GUI thread of an offscreen window.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer, QUrl, SignalInstance
from PySide6.QtMultimedia import QMediaPlayer, QVideoSink
from PySide6.QtWidgets import QApplication

from benchmarks.table import machine, write
from core.app import create_archive
from gui.bridge.bridge import Bridge
from gui.player.playhead import Playhead
from gui.player.transport import Transport

ROOM = QSize(1280, 720)
SEEKS, STEPS, PLAY_S, PAUSE_S = 12, 24, 4, 0.5
PATIENCE_S = 5.0
RATE = Fraction(25)


def until(there: Callable[[], bool], told: SignalInstance, patience: float = PATIENCE_S) -> float:
    """Return milliseconds until ``there``, looked at whenever ``told`` says something, at most ``patience`` seconds."""
    begun = time.perf_counter()
    loop, timer = QEventLoop(), QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    told.connect(look := (lambda *_: loop.quit() if there() else None), Qt.ConnectionType.QueuedConnection)
    timer.start(int(patience * 1000))
    if not there():
        loop.exec()
    told.disconnect(look)
    return (time.perf_counter() - begun) * 1000


def rest(seconds: float) -> None:
    """Let everything go on for so long."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


@dataclass(slots=True)
class Times:
    """Milliseconds of each question, and how playing went."""

    seek: list[float] = field(default_factory=list)
    on: list[float] = field(default_factory=list)
    back: list[float] = field(default_factory=list)
    seek_cpu: list[float] = field(default_factory=list)
    shown: int = 0
    cpu_s: float = 0.0


def cpu() -> float:
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def child_cpu() -> float:
    """Return the seconds of processor time of the children that live."""
    total = 0.0
    for child in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
        for pid in child.read_text().split():
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


def ours(path: str, places: list[Fraction]) -> Times:
    """Return how our player does."""
    with tempfile.TemporaryDirectory() as folder:
        bridge = Bridge(create_archive(Path(folder) / "a.slatebook"))
        projection = bridge.projection()
        projection.set_room(ROOM)
        playhead = Playhead(projection)
        projection.open(path)
        until(lambda: projection.reel is not None, projection.opened)
        reel = projection.reel
        assert reel is not None

        def there() -> bool:
            return projection.image(playhead.number) is not None

        def go(move: Callable[[], None]) -> float:
            move()
            return until(there, projection.arrived)

        go(playhead.begin)
        times = Times()
        for place in places:
            rest(PAUSE_S)
            begun = cpu() + child_cpu()
            times.seek.append(go(partial(playhead.seek, place * reel.end)))
            times.seek_cpu.append((cpu() + child_cpu() - begun) * 1000)
        rest(PAUSE_S)
        for steps, into in ((1, times.on), (-1, times.back)):
            into.extend(go(partial(playhead.step, steps)) for _ in range(STEPS))
        times.shown, times.cpu_s = _played(playhead)
        bridge.close()
        return times


def _played(playhead: Playhead) -> tuple[int, float]:
    shown: set[int] = set()
    playhead.moved.connect(shown.add)
    playhead.seek(Fraction(0))
    rest(PAUSE_S)
    begun = cpu() + child_cpu()
    playhead.set_transport(Transport(1))
    rest(PLAY_S)
    playhead.stop()
    return len(shown), cpu() + child_cpu() - begun


def theirs(path: str, places: list[Fraction], rate: Fraction) -> Times:
    """Return how QtMultimedia does; a picture that does not come counts as the time waited for it."""
    player, sink = QMediaPlayer(), QVideoSink()
    arrived: list[int] = []
    sink.videoFrameChanged.connect(lambda frame: arrived.append(frame.startTime()) if frame.toImage() else None)
    player.setVideoSink(sink)
    player.setSource(QUrl.fromLocalFile(path))
    player.pause()
    until(lambda: bool(arrived), sink.videoFrameChanged)
    times = Times()

    def go(milliseconds: int) -> float:
        arrived.clear()
        player.setPosition(milliseconds)
        return until(lambda: bool(arrived), sink.videoFrameChanged)

    for place in places:
        rest(PAUSE_S)
        begun = cpu()
        times.seek.append(go(int(place * player.duration())))
        times.seek_cpu.append((cpu() - begun) * 1000)
    step = int(1000 / rate) + 1
    for direction, into in ((1, times.on), (-1, times.back)):
        into.extend(go(player.position() + direction * step) for _ in range(STEPS))
    player.setPosition(0)
    rest(PAUSE_S)
    arrived.clear()
    begun = cpu()
    player.play()
    rest(PLAY_S)
    times.shown, times.cpu_s = len(set(arrived)), cpu() - begun
    player.stop()
    return times


def _spread(times: list[float]) -> str:
    ordered = sorted(times)
    return f"{ordered[len(ordered) // 2]:.0f} / {ordered[int(len(ordered) * 0.95)]:.0f}"


def main() -> None:
    path = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    application = QApplication([])
    chance = random.Random(7)
    kept: dict[str, Times] = {"ours": Times(), "QtMultimedia": Times()}
    for _ in range(rounds):
        places = [Fraction(chance.randrange(1000), 1000) for _ in range(SEEKS)]
        for name, found in (("ours", ours(path, places)), ("QtMultimedia", theirs(path, places, RATE))):
            all_of = kept[name]
            all_of.seek += found.seek
            all_of.seek_cpu += found.seek_cpu
            all_of.on += found.on
            all_of.back += found.back
            all_of.shown += found.shown
            all_of.cpu_s += found.cpu_s
    write(machine())
    write(
        f"{'':14}{'seek ms p50/p95':>18}{'its CPU':>16}{'step on':>16}{'step back':>16}{'pictures/s':>12}{'CPU s/s':>9}"
    )
    for name, each in kept.items():
        spread = f"{_spread(each.seek):>18}{_spread(each.seek_cpu):>16}{_spread(each.on):>16}{_spread(each.back):>16}"
        write(f"{name:14}{spread}{each.shown / rounds / PLAY_S:>12.1f}{each.cpu_s / rounds / PLAY_S:>9.2f}")
    application.quit()


if __name__ == "__main__":
    main()
