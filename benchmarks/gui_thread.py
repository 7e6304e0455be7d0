"""How long the GUI thread is at work without a turn of the event loop: a gauge that also looks where."""

from __future__ import annotations

import gc
import signal
import threading
import time
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from PySide6.QtTest import QTest

OURS = ("core", "gui")
ROOT = Path(__file__).resolve().parents[1]
FRAME_MS = 16.0
"""What is handled faster never costs a frame of a screen of 60 Hz."""

_WORTH_NAMING_MS = 4.0
_LOOK_AFTER_S = 0.008
_LOOK_EVERY_S = 0.002
_BETWEEN_TURNS_S = 0.002


@dataclass(frozen=True, slots=True)
class Turn:
    """Work that the GUI thread did in one go.

    ``cpu`` is its own time at it, ``wall`` has the waiting for a core or for other threads in it, both in milliseconds;
    ``collecting`` of these went to the garbage collector.
    """

    activity: str
    cpu: float
    wall: float
    what: str
    where: str
    collecting: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds of turn after turn, own time and wall; in little room, for the memory in use is measured as well."""

    cpu: array[float] = field(default_factory=lambda: array("d"))
    wall: array[float] = field(default_factory=lambda: array("d"))


class Gauge:
    """Gives the event loop its turns, one after another, and measures each; and what keys and clicks set off at once.

    A turn handles every event that waits, so it is at least as long as the longest of them.
    """

    def __init__(self) -> None:
        self.activity = ""
        self.figures: dict[str, Figures] = defaultdict(Figures)
        self.long: list[Turn] = []
        self._collected = 0.0
        self._collecting_since = 0
        self._thread = threading.get_ident()
        self._looker = Looker()
        gc.callbacks.append(self._on_collecting)

    def measure(self, what: str, work: Callable[[], object]) -> None:
        """Do ``work`` on the GUI thread and note how long that took."""
        self._collected = 0.0
        self._looker.begin()
        wall, cpu = time.perf_counter_ns(), time.thread_time_ns()
        work()
        used = (time.thread_time_ns() - cpu) / 1e6
        took = (time.perf_counter_ns() - wall) / 1e6
        where = self._looker.end()
        figures = self.figures[self.activity]
        figures.cpu.append(used)
        figures.wall.append(took)
        if max(used, took) >= _WORTH_NAMING_MS:
            self.long.append(Turn(self.activity, used, took, what, where, self._collected))

    def pause(self, seconds: float, between: float = _BETWEEN_TURNS_S) -> None:
        """Give the event loop its turns for so long, one after ``between`` seconds."""
        end = time.monotonic() + seconds
        while True:
            self.measure("events", _turn)
            if time.monotonic() > end:
                return
            time.sleep(between)

    def _on_collecting(self, phase: str, _info: dict[str, int]) -> None:
        if threading.get_ident() != self._thread:
            return
        if phase == "start":
            self._collecting_since = time.perf_counter_ns()
        else:
            self._collected += (time.perf_counter_ns() - self._collecting_since) / 1e6

    def close(self) -> None:
        """Measure nothing more."""
        gc.callbacks.remove(self._on_collecting)


def _turn() -> None:
    QTest.qWait(0)  # what waits, and nothing that comes meanwhile


class Looker:
    """Notes, while a turn takes long, which line of ours the GUI thread is at.

    By a signal and not by a thread: frames that another thread looks at live longer than they should, and with them
    painters and events that Qt has taken back.
    """

    def __init__(self) -> None:
        self._places: Counter[str] = Counter()
        signal.signal(signal.SIGALRM, self._look)

    def begin(self) -> None:
        signal.setitimer(signal.ITIMER_REAL, _LOOK_AFTER_S, _LOOK_EVERY_S)

    def end(self) -> str:
        """Return where the turn that has just ended was seen, the place it was at most often first."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        places, self._places = self._places, Counter()
        return "; ".join(place for place, _ in places.most_common(2))

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        self._places[_place(frame)] += 1


def _place(frame: FrameType | None) -> str:
    """Return the innermost line of ours, and the outermost function of ours that led there."""
    ours: list[FrameType] = []
    while frame is not None:
        if _module(frame).partition("/")[0] in OURS:
            ours.append(frame)
        frame = frame.f_back
    if not ours:
        return "Qt"
    inner, outer = ours[0], ours[-1]
    place = f"{_module(inner)}:{inner.f_lineno} {inner.f_code.co_name}"
    return place if inner is outer else f"{outer.f_code.co_qualname} > {place}"


def _module(frame: FrameType) -> str:
    path = frame.f_code.co_filename
    return path[len(str(ROOT)) + 1 :] if path.startswith(str(ROOT)) else path
