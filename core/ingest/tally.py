"""Counting what becomes of files, and how long the rest will take."""

from __future__ import annotations

from collections.abc import Callable

from core.ingest.kept import Took
from core.ingest.pace import Pace
from core.ingest.report import Became, Failure, ImportReport, Line, Progress
from core.model.clip import Clip
from core.model.ids import ClipId
from core.model.media import MediaFile

Ticks = Callable[[], float]
"""Seconds from some moment on, never backwards (time.monotonic)."""

FILE_WORTH = 4 << 20
"""What the first look at any file takes, however short it is, as so many bytes more of it."""

_UNKNOWN_PIXELS = 500_000_000


def pixels_of(clip: Clip) -> int:
    """Return how many pixels all pictures of ``clip`` have, as far as its facts tell: what a look at every shot costs.

    A clip that says nothing counts as some seconds of high definition.
    """
    facts = clip.facts
    frames = facts.frames or int((facts.duration or 0) * (facts.frame_rate or 25))
    return frames * facts.width * facts.height or _UNKNOWN_PIXELS


class _Watch:
    """Seconds since the start, without pauses."""

    def __init__(self, ticks: Ticks) -> None:
        self._ticks = ticks
        self._started = ticks()
        self._paused_at: float | None = None
        self._paused_s = 0.0

    def pause(self, paused: bool) -> None:
        now = self._ticks()
        if paused and self._paused_at is None:
            self._paused_at = now
        elif not paused and self._paused_at is not None:
            self._paused_s += now - self._paused_at
            self._paused_at = None

    @property
    def is_paused(self) -> bool:
        return self._paused_at is not None

    @property
    def seconds(self) -> float:
        now = self._ticks() if self._paused_at is None else self._paused_at
        return now - self._started - self._paused_s


class Tally:
    """The counts of one import."""

    def __init__(self, ticks: Ticks, *, copying: bool = False) -> None:
        self._watch = _Watch(ticks)
        self._copying = copying
        self._copied = 0
        self._copied_of_file = 0
        self._lines: list[Line] = []
        self._pace = Pace(0)
        self._known = 0
        self._skipped = 0
        self._added = 0
        self._bytes = 0
        self._looked_into = 0
        self._work_total = 0
        self._work_done = 0
        self._failures: list[Failure] = []
        self._clips: list[ClipId] = []
        self._pixels_total = 0
        self._pixels_done = 0
        self._to_refine = 0
        self._refined = 0
        self.total = 0
        self.scanning = True
        self.current = ""

    # the first look ---------------------------------------------------------------------------------------------
    def found(self, size: int) -> None:
        """Count a file that something will become of."""
        self.total += 1
        self._work_total += self._cost(size)

    def _cost(self, size: int) -> int:
        """Return what a file takes: a copy is written and read back before it is looked into."""
        return (size * 2 if self._copying else size) + FILE_WORTH

    def copying(self, name: str) -> None:
        """Say which file is being copied."""
        self.current = name
        self._copied_of_file = 0

    def copied(self, count: int) -> None:
        """Count bytes of a file that were written or read back."""
        self._copied += count
        self._copied_of_file += count
        self._work_done += count
        self._pace.finished(count, self._watch.seconds)

    def copy_ended(self) -> None:
        """Take back what was counted of a copy that somebody ended."""
        self._work_done -= self._copied_of_file
        self._copied_of_file = 0

    def copy_failed(self, size: int, file: MediaFile, reason: str) -> None:
        """Count a file that could not be copied; nothing of it came in."""
        self.copy_ended()
        self._work_total -= self._cost(size)
        self._failed(file, reason)

    def known(self, size: int) -> None:
        self._known += 1
        self._bytes += size
        self._forgo(size)

    def skipped(self, size: int = 0) -> None:
        self._skipped += 1
        self._forgo(size)

    def unreachable(self, file: MediaFile, reason: str) -> None:
        """Count a failure that no card stands for."""
        self._failed(file, reason)
        self._forgo(0)

    def _failed(self, file: MediaFile, reason: str) -> None:
        self._failures.append(Failure(file.path, reason))
        line = Line(path=file.path, raw_path=file.raw_path, became=Became.FAILED, reason=reason)
        self._lines.append(line)

    def became(self, line: Line) -> None:
        """Have the report tell of a file that is counted otherwise."""
        self._lines.append(line)

    def inspected(self, clip: ClipId, path: str, size: int, reason: str) -> None:
        """Count a file that was looked into; ``reason`` says why in vain, else it is empty."""
        self._bytes += size
        self._looked_into += size
        self._clips.append(clip)
        cost = FILE_WORTH if self._copying else self._cost(size)
        self._work_done += cost
        self._pace.finished(cost, self._watch.seconds)
        if reason:
            self._failures.append(Failure(path, reason))
        else:
            self._added += 1

    def _forgo(self, size: int) -> None:
        """Take a file that needs no look out of the work: that it takes no time says nothing of the others."""
        self._work_total = max(self._work_total - self._cost(size), self._work_done)

    # every shot -------------------------------------------------------------------------------------------------
    def refining(self, clips: int, pixels: int) -> None:
        """Begin with the look at every shot of so many clips, which have so many pixels together."""
        self.scanning = False
        self._to_refine, self._pixels_total = clips, pixels
        self._pace = Pace(self._watch.seconds)

    def refined(self, pixels: int, *, looked_at: bool) -> None:
        """Count a clip of which every shot is known now, or of which it is known that there is nothing to be done."""
        self._refined += 1
        self._pixels_done += pixels
        if looked_at:
            self._pace.finished(pixels, self._watch.seconds)

    def pause(self, paused: bool) -> None:
        """Stop the clock, or let it go on."""
        self._watch.pause(paused)

    @property
    def _done(self) -> int:
        return self._added + self._known + self._skipped + len(self._failures)

    @property
    def took(self) -> Took:
        """How long the first look took so far, and how much was looked into."""
        return Took(round(self._watch.seconds), self._looked_into)

    @property
    def is_whole(self) -> bool:
        """Whether something became of every file."""
        return not self.scanning and self._done == self.total

    def _seconds_left(self) -> float | None:
        if self.scanning:
            return None
        left = self._pixels_total - self._pixels_done if self._to_refine else self._work_total - self._work_done
        return self._pace.left(left, self._watch.seconds)

    def progress(self) -> Progress:
        seconds = self._watch.seconds
        return Progress(
            total=self.total,
            done=self._done,
            added=self._added,
            known=self._known,
            skipped=self._skipped,
            failed=len(self._failures),
            scanning=self.scanning,
            paused=self._watch.is_paused,
            current=self.current,
            seconds=seconds,
            seconds_left=self._seconds_left(),
            files_per_second=self._done / seconds if seconds > 0 else 0.0,
            bytes_done=self._bytes,
            to_refine=self._to_refine,
            refined=self._refined,
            bytes_copied=self._copied,
            bytes_per_second=self._pace.per_second if self._copied and not self._to_refine else 0.0,
            part=self._work_done / self._work_total if self._copying and self._work_total else None,
        )

    def report(self, *, cancelled: bool, gesture: int | None = None) -> ImportReport:
        return ImportReport(
            added=self._added,
            known=self._known,
            skipped=self._skipped,
            failed=tuple(self._failures),
            cancelled=cancelled,
            clips=tuple(self._clips),
            refined=self._refined,
            gesture=gesture,
            lines=tuple(self._lines),
        )
