"""Verifying originals, as the window and the command line ask for it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from core.catalog.catalog import Apply, Catalog
from core.catalog.fixity_edits import FileFixity, RecordFixity
from core.fixity.check import checked
from core.fixity.hashing import Algorithm
from core.fixity.report import Checked, FixityReport
from core.fixity.work import Cancelled, Report, Ticks, Work, no_report
from core.model.ids import ClipId
from core.model.media import MediaFile
from core.ports.clock import Clock
from core.words import plural

FILES_AT_ONCE = 64
SECONDS_AT_MOST = 2.0
"""What is verified is kept after so many files or seconds, whichever comes first."""


class FixitySession:
    """One verification; use once.

    ``run`` blocks and calls ``report`` on its own thread, ten times a second at most; ``pause``, ``resume`` and
    ``cancel`` may be called from any.  A verification is one step of undo; what it found is kept a few files at a time,
    so that a cancel or a kill keeps what was done.  Originals are read, never written to.

    ``algorithm`` is the one to record by; None keeps to what each record was made with.  ``anew`` records files that
    have changed as they are now, which otherwise are told of and left.
    """

    def __init__(
        self,
        *,
        catalog: Catalog,
        clock: Clock,
        algorithm: Algorithm | None = None,
        anew: bool = False,
        ticks: Ticks = time.monotonic,
    ) -> None:
        self._catalog = catalog
        self._clock = clock
        self._algorithm = algorithm
        self._anew = anew
        self._ticks = ticks
        self._work = Work(ticks)

    def run(self, clips: Sequence[ClipId], report: Report = no_report) -> FixityReport:
        """Read every file of ``clips`` whole and return what was found; what had no hash in its record gets one.

        Raises SystemProblem where the archive cannot be written; what was kept by then stays.
        """
        sizes = [file.size for _, file in self._files(clips)]
        self._work.begin(len(sizes), sum(sizes), report)
        found: list[Checked] = []
        with self._catalog.long_gesture(plural(len(clips), "Verify %n clip", "Verify %n clips")) as apply:
            keeping = _Keeping(apply, self._clock, self._ticks)
            try:
                for clip, file in self._files(clips):
                    found.append(self._check(clip, file))
                    keeping.add(found[-1], file)
            except Cancelled:
                pass
            finally:
                keeping.flush()
        self._work.end()
        return FixityReport(tuple(found), self._work.cancelled)

    def pause(self) -> None:
        """Stand still until ``resume``."""
        self._work.pause()

    def resume(self) -> None:
        self._work.resume()

    def cancel(self) -> None:
        """End soon; what was done by then stays."""
        self._work.cancel()

    def _files(self, clips: Sequence[ClipId]) -> Iterator[tuple[ClipId, MediaFile]]:
        for clip_id in clips:
            clip = self._catalog.clip(clip_id)
            for file in clip.files if clip else ():
                yield clip_id, file

    def _check(self, clip: ClipId, file: MediaFile) -> Checked:
        self._work.take_up(file.name)
        one = checked(clip, file, self._algorithm, self._work.passed, anew=self._anew)
        self._work.file_done(fault=not one.is_well)
        return one


class _Keeping:
    """What was found, on its way into the records."""

    def __init__(self, apply: Apply, clock: Clock, ticks: Ticks) -> None:
        self._apply = apply
        self._clock = clock
        self._ticks = ticks
        self._waiting: list[FileFixity] = []
        self._kept_at = ticks()

    def add(self, one: Checked, file: MediaFile) -> None:
        """Have what is well recorded, soon.  Raises SystemProblem."""
        if one.is_well:
            at = self._clock.now().isoformat(timespec="seconds")
            self._waiting.append(FileFixity(one.clip, file.location, file.full_hash, one.full_hash, at))
        if len(self._waiting) >= FILES_AT_ONCE or self._ticks() - self._kept_at >= SECONDS_AT_MOST:
            self.flush()

    def flush(self) -> None:
        """Record what waits.  Raises SystemProblem."""
        if self._waiting:
            self._apply(RecordFixity(tuple(self._waiting)))
        self._waiting.clear()
        self._kept_at = self._ticks()
