"""Long work over many bytes: how it is going, and pausing and ending it from any thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from core.values import dataclass

Ticks = Callable[[], float]
"""Seconds from some moment on, never backwards (time.monotonic)."""

_BETWEEN_REPORTS_S = 0.1
_ENOUGH_TO_TELL_S = 1.0
"""How long work has to go on before the time left is told."""


@dataclass(frozen=True, slots=True)
class WorkProgress:
    """How it is going: files and bytes, seconds without pauses.

    ``seconds_left`` is None while there is nothing to tell it by; ``current`` is the file taken up last; ``faults``
    counts what went wrong so far.
    """

    files: int
    files_done: int
    bytes: int
    bytes_done: int
    bytes_per_second: float
    seconds: float
    seconds_left: float | None
    faults: int
    paused: bool
    current: str


Report = Callable[[WorkProgress], None]


def no_report(_progress: WorkProgress) -> None:
    """Tell nobody."""


class Cancelled(Exception):
    """Unwinds work that somebody cancelled."""


class Work:
    """One stretch of work; ``pause``, ``resume`` and ``cancel`` may be called from any thread, the rest from its own.

    The working thread calls ``passed`` for every block of bytes: it reports, waits while paused, and raises Cancelled.
    """

    def __init__(self, ticks: Ticks = time.monotonic) -> None:
        self._ticks = ticks
        self._may_go_on = threading.Event()
        self._may_go_on.set()
        self._cancelled = False
        self._report: Report = no_report
        self._started = self._reported = ticks()
        self._paused_s = 0.0
        self._files = self._files_done = self._bytes = self._bytes_done = self._faults = 0
        self._current = ""

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    def pause(self) -> None:
        """Stand still, after the block under way, until ``resume``."""
        self._may_go_on.clear()

    def resume(self) -> None:
        self._may_go_on.set()

    def cancel(self) -> None:
        """End soon."""
        self._cancelled = True
        self._may_go_on.set()

    def begin(self, files: int, size: int, report: Report) -> None:
        """Start the clock on so many files and bytes."""
        self._files, self._bytes, self._report = files, size, report
        self._started = self._ticks()
        self._reported = self._started - _BETWEEN_REPORTS_S

    def take_up(self, name: str) -> None:
        """Say which file comes next.  Raises Cancelled."""
        self._current = name
        self.passed(0)

    def passed(self, count: int) -> None:
        """Count bytes that are done.  Raises Cancelled."""
        self._bytes_done += count
        if not self._may_go_on.is_set():
            self._wait()
        if self._cancelled:
            raise Cancelled
        now = self._ticks()
        if now - self._reported >= _BETWEEN_REPORTS_S:
            self._reported = now
            self._report(self._progress(now))

    def file_done(self, *, fault: bool = False) -> None:
        """Count a file that is done, well or not."""
        self._files_done += 1
        self._faults += fault

    def end(self) -> None:
        """Report for the last time."""
        self._current = ""
        self._report(self._progress(self._ticks()))

    def _wait(self) -> None:
        stopped = self._ticks()
        self._report(self._progress(stopped))
        self._may_go_on.wait()
        self._paused_s += self._ticks() - stopped

    def _progress(self, now: float) -> WorkProgress:
        seconds = now - self._started - self._paused_s
        speed = self._bytes_done / seconds if seconds > 0 else 0.0
        told = speed > 0 and seconds >= _ENOUGH_TO_TELL_S
        return WorkProgress(
            files=self._files,
            files_done=self._files_done,
            bytes=self._bytes,
            bytes_done=self._bytes_done,
            bytes_per_second=speed,
            seconds=seconds,
            seconds_left=max(0, self._bytes - self._bytes_done) / speed if told else None,
            faults=self._faults,
            paused=not self._may_go_on.is_set(),
            current=self._current,
        )
