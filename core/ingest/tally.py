"""Counting what becomes of files, and how long the rest will take."""

from __future__ import annotations

from collections.abc import Callable

from core.ingest.report import Failure, ImportReport, Progress
from core.model.ids import ClipId

Ticks = Callable[[], float]
"""Seconds from some moment on, never backwards (time.monotonic)."""

_ENOUGH_TO_TELL = 3
"""From how many inspected files on the time left is told."""


class Tally:
    """The counts of one import."""

    def __init__(self, ticks: Ticks) -> None:
        self._ticks = ticks
        self._started = ticks()
        self._paused_at: float | None = None
        self._paused_s = 0.0
        self._inspected = 0
        self._known = 0
        self._skipped = 0
        self._added = 0
        self._bytes = 0
        self._failures: list[Failure] = []
        self._clips: list[ClipId] = []
        self.total = 0
        self.scanning = True
        self.current = ""

    def known(self, size: int) -> None:
        self._known += 1
        self._bytes += size

    def skipped(self) -> None:
        self._skipped += 1

    def unreachable(self, path: str, reason: str) -> None:
        """Count a failure that no card stands for."""
        self._failures.append(Failure(path, reason))

    def inspected(self, clip: ClipId, path: str, size: int, reason: str) -> None:
        """Count a file that was looked into; ``reason`` says why in vain, else it is empty."""
        self._inspected += 1
        self._bytes += size
        self._clips.append(clip)
        if reason:
            self._failures.append(Failure(path, reason))
        else:
            self._added += 1

    def pause(self, paused: bool) -> None:
        """Stop the clock, or let it go on."""
        now = self._ticks()
        if paused and self._paused_at is None:
            self._paused_at = now
        elif not paused and self._paused_at is not None:
            self._paused_s += now - self._paused_at
            self._paused_at = None

    @property
    def _done(self) -> int:
        return self._added + self._known + self._skipped + len(self._failures)

    def progress(self) -> Progress:
        now = self._ticks() if self._paused_at is None else self._paused_at
        seconds = now - self._started - self._paused_s
        left = None
        if not self.scanning and self._inspected >= _ENOUGH_TO_TELL:
            left = (self.total - self._done) * seconds / self._inspected
        return Progress(
            total=self.total,
            done=self._done,
            added=self._added,
            known=self._known,
            skipped=self._skipped,
            failed=len(self._failures),
            scanning=self.scanning,
            paused=self._paused_at is not None,
            current=self.current,
            seconds=seconds,
            seconds_left=left,
            files_per_second=self._done / seconds if seconds > 0 else 0.0,
            bytes_done=self._bytes,
        )

    def report(self, *, cancelled: bool) -> ImportReport:
        return ImportReport(
            added=self._added,
            known=self._known,
            skipped=self._skipped,
            failed=tuple(self._failures),
            cancelled=cancelled,
            clips=tuple(self._clips),
        )
