"""Where one day ends and the next begins among clips in the order they were shot, without reading them all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from itertools import pairwise

from core.model.clip import Clip
from core.model.ids import ClipId
from core.search.periods import DAY, read_period
from core.values import dataclass

MOST_READ = 20_000
"""Where so many clips would have to be read to find every day, months are told, and else years."""

_FIRST = date(1970, 1, 1)
_NEAR_THE_END = 20


@dataclass(frozen=True, slots=True)
class Group:
    """``clips`` from place ``start`` on that were shot in one period: an ISO 8601 day, month or year; empty: not known.

    In a ``loose`` group, that of the first day of a month, are clips of which only the year or month is known.
    """

    start: int
    clips: int
    period: str
    loose: bool = False


class Days:
    """Finds groups by halving: clips between two of one day are of that day and are not read.

    What was read is kept until :meth:`forget`; used by one thread at a time.
    """

    def __init__(
        self, clip_ids: Callable[[Sequence[int]], Sequence[ClipId]], clip: Callable[[ClipId], Clip | None]
    ) -> None:
        self._clip_ids = clip_ids
        self._clip = clip
        self._known: dict[int, str] = {}
        self._rows: dict[ClipId, int] = {}
        self.read = 0

    def forget(self, clips: Collection[ClipId]) -> None:
        """Read ``clips`` anew when they are asked for next."""
        for clip in clips:
            self._known.pop(self._rows.pop(clip, -1), None)

    def groups(self, rows: Sequence[int]) -> tuple[Group, ...]:
        """Return the groups of ``rows``, which are in the order they were shot, either way round."""
        for letters in (10, 7, 4):
            found = self._groups(rows, letters, MOST_READ)
            if found is not None:
                return found
        return ()

    def _groups(self, rows: Sequence[int], letters: int, most: int) -> tuple[Group, ...] | None:
        """Return groups by the first ``letters`` of dates, or None where that takes reading more than ``most``."""
        if not rows:
            return ()
        starts = {0}
        budget = self.read + most
        waiting = [(0, len(rows) - 1)]
        while waiting:
            first, last = waiting.pop()
            if self._period(rows, first)[:letters] == self._period(rows, last)[:letters]:
                continue
            if last == first + 1:
                starts.add(last)
                continue
            if self.read > budget:
                return None
            middle = (first + last) // 2
            waiting += [(first, middle), (middle, last)]
        places = [*sorted(starts), len(rows)]
        return tuple(self._group(rows, start, end, letters) for start, end in pairwise(places))

    def _group(self, rows: Sequence[int], start: int, end: int, letters: int) -> Group:
        period = self._period(rows, start)[:letters]
        loose = False
        if period.endswith("-01") and len(period) == len("2020-09-01"):
            ends = {*rows[start : min(end, start + _NEAR_THE_END)], *rows[max(start, end - _NEAR_THE_END) : end]}
            loose = any(is_loose(self._clip(clip)) for clip in self._clip_ids(sorted(ends)))
        return Group(start, end - start, period, loose)

    def _period(self, rows: Sequence[int], at: int) -> str:
        """Return the day a clip was shot, as the index orders it: a month stands at its first day."""
        row = rows[at]
        known = self._known.get(row)
        if known is None:
            ids = self._clip_ids([row])
            known = self._known[row] = day_of(self._clip(ids[0]) if ids else None)
            self._rows.update((clip, row) for clip in ids)
            self.read += 1
        return known


def day_of(clip: Clip | None) -> str:
    """Return the day ``clip`` was shot (ISO 8601), the first of a longer period; empty where it is not known."""
    period = read_period(clip.date_shot.value) if clip is not None and clip.date_shot is not None else None
    return "" if period is None else (_FIRST + timedelta(days=period.start // DAY)).isoformat()


def is_loose(clip: Clip | None) -> bool:
    """Whether no more than a year or month is known of when ``clip`` was shot."""
    return clip is not None and clip.date_shot is not None and len(clip.date_shot.value) < len("2020-09-06")
