"""What an import would do, told before it does anything."""

from __future__ import annotations

import enum
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from core.catalog.catalog import Catalog
from core.ingest.copying import room_needed
from core.ingest.plan import Planned, Planner, Verdict
from core.ingest.scan import FoundFile, scan
from core.ingest.tally import Ticks
from core.model.ids import ClipId
from core.model.media import shown_path
from core.ports.index import Index
from core.values import dataclass

_REPORT_EVERY_S = 0.1


class Fate(enum.StrEnum):
    """What will become of a file."""

    NEW = "new"
    MOVED = "moved"
    DUPLICATE = "exact duplicate"
    AGAIN = "read again"
    KNOWN = "known already"
    UNREADABLE = "cannot be read"
    SKIPPED = "no media"


_FATES = {
    Verdict.NEW: Fate.NEW,
    Verdict.KNOWN: Fate.KNOWN,
    Verdict.KNOWN_ELSEWHERE: Fate.DUPLICATE,
    Verdict.MOVED: Fate.MOVED,
    Verdict.AGAIN: Fate.AGAIN,
    Verdict.SKIPPED: Fate.SKIPPED,
    Verdict.UNREADABLE: Fate.UNREADABLE,
    Verdict.UNREACHABLE: Fate.UNREADABLE,
}


@dataclass(frozen=True, slots=True)
class Expected:
    """A file and what will become of it; ``beside`` is the clip or the file of the same content, ``why`` a sentence."""

    path: str
    size: int
    fate: Fate
    beside: str = ""
    why: str = ""

    @property
    def name(self) -> str:
        return os.path.basename(self.path)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is known so far: ``files`` grows while ``looking``, so look at the first ``total`` of them only.

    ``to_copy`` is how many bytes a copy would take; ``free`` is how many the archive's drive has, None where it does
    not tell.
    """

    files: Sequence[Expected]
    counts: Mapping[Fate, int]
    to_copy: int
    looking: bool
    free: int | None = None

    @property
    def total(self) -> int:
        """How many files were looked at."""
        return sum(self.counts.values())

    @property
    def lacking(self) -> int:
        """How many bytes the archive's drive lacks for a copy of all that is new; 0 where there is room."""
        if self.free is None or not self.to_copy:
            return 0
        return max(0, room_needed(self.to_copy) - self.free)

    @property
    def does_something(self) -> bool:
        """Whether an import would change anything."""
        return any(self.counts.get(fate, 0) for fate in Fate if fate not in (Fate.KNOWN, Fate.SKIPPED))


Report = Callable[[Forecast], None]


def no_report(_forecast: Forecast) -> None:
    """Tell nobody."""


@dataclass
class Forecasting:
    """One look ahead; use once.  ``cancel`` may be called from any thread.  Originals are read as little as can be."""

    catalog: Catalog
    index: Index[Any]
    media: Path
    ticks: Ticks = time.monotonic
    _cancelled: bool = False
    _files: list[Expected] = field(default_factory=list)
    _counts: Counter[Fate] = field(default_factory=Counter)
    _to_copy: int = 0
    _firsts: dict[tuple[int, str], str] = field(default_factory=dict)

    def cancel(self) -> None:
        """End soon."""
        self._cancelled = True

    def run(self, paths: Sequence[Path], report: Report = no_report) -> Forecast:
        """Return what an import of ``paths`` would do, or what is known of it when cancelled.

        Calls ``report`` on its own thread, ten times a second at most.
        """
        planner = Planner(self.catalog, self.index, lambda: self._cancelled)
        free = _free(self.media)
        reported = self.ticks()
        for found in scan(paths):
            if self._cancelled:
                break
            self._take(found, planner.judge(found))
            if self.ticks() - reported >= _REPORT_EVERY_S:
                reported = self.ticks()
                report(self._so_far(free, looking=True))
        return self._so_far(free, looking=self._cancelled)

    def _take(self, found: FoundFile, planned: Planned) -> None:
        fate, beside = _FATES[planned.verdict], ""
        if planned.problem:
            fate = Fate.UNREADABLE
        elif planned.verdict is Verdict.NEW:
            first = self._firsts.setdefault(planned.content, planned.file.path)
            if first != planned.file.path:
                fate, beside = Fate.DUPLICATE, first
        elif fate in (Fate.DUPLICATE, Fate.MOVED, Fate.AGAIN):
            beside = self._name(planned.clip)
        self._files.append(Expected(shown_path(found.location)[0], found.size, fate, beside, planned.problem))
        self._counts[fate] += 1
        if fate is not Fate.DUPLICATE and planned.verdict in (Verdict.NEW, Verdict.AGAIN):
            self._to_copy += found.size

    def _name(self, clip: ClipId) -> str:
        known = self.catalog.clip(clip)
        return known.name if known else ""

    def _so_far(self, free: int | None, *, looking: bool) -> Forecast:
        return Forecast(self._files, dict(self._counts), self._to_copy, looking, free)


def _free(media: Path) -> int | None:
    """Return how many bytes are free where ``media`` is, or will be."""
    for folder in (media, media.parent):
        try:
            return shutil.disk_usage(folder).free
        except OSError:
            continue
    return None
