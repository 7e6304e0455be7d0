"""The second look at the clips of an import: every shot to the frame, what is on screen first."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from dataclasses import replace

from core.catalog.catalog import Catalog
from core.errors import SystemProblem
from core.ingest.findings import StillStore, clip_found
from core.ingest.inspections import Inspections
from core.ingest.landing import Landing
from core.ingest.plan import Planned, Verdict
from core.ingest.reasons import why_not_read
from core.ingest.report import Report
from core.ingest.tally import Tally, Ticks, pixels_of
from core.ingest.wishes import Wishes
from core.model.clip import Clip
from core.model.codec import from_document
from core.model.ids import ClipId
from core.model.reasons import KEY_FRAMES_ONLY, said
from core.ports.media import End, Findings, Outcome
from core.values import dataclass

log = logging.getLogger(__name__)

_WAIT_S = 0.1
_REPORT_EVERY_S = 0.1
_AHEAD = (os.cpu_count() or 1) + 1
"""How many clips are handed to the pool: its lanes never wait, and what comes on screen is soon the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefiningMeans:
    """What a second look works with."""

    catalog: Catalog
    stills: StillStore
    inspections: Inspections
    landing: Landing
    ticks: Ticks


class Refining:
    """Looks at every shot of ``clips`` that were looked at in passing only; use once.

    A clip that is gone, or was looked at otherwise meanwhile, is left alone.
    """

    def __init__(
        self, clips: Iterable[ClipId], means: RefiningMeans, wishes: Wishes, tally: Tally, report: Report
    ) -> None:
        self._waiting = dict.fromkeys(clips)
        self._means = means
        self._wishes = wishes
        self._tally = tally
        self._report = report
        self._reported = float("-inf")
        self._pixels: dict[ClipId, int] = {}

    def run(self) -> None:
        """Go on until every clip has been looked at or, once cancelled, what was done by then has landed."""
        means = self._means
        self._pixels = {clip: self._pixels_of(clip) for clip in self._waiting}
        self._tally.refining(len(self._pixels), sum(self._pixels.values()))
        try:
            while self._waiting or means.inspections:
                if self._wishes.cancelled:
                    self._waiting.clear()
                    means.inspections.cancel()
                elif not self._wishes.paused:
                    self._hand_over()
                if means.inspections or self._wishes.paused:
                    self._take_outcome()
                if means.landing.is_due:
                    means.landing.flush()
                self._tell()
            means.landing.flush()
        finally:
            means.inspections.cancel()  # nothing, unless an error ends it early
        self._tell(at_once=True)

    def _pixels_of(self, clip: ClipId) -> int:
        known = self._means.catalog.clip(clip)
        return 0 if known is None else pixels_of(known)

    def _hand_over(self) -> None:
        while self._waiting and len(self._means.inspections) < _AHEAD:
            clip = self._next()
            known = self._means.catalog.clip(clip)
            if known is None or known.glanced is None:
                self._count(clip, looked_at=False)
                continue
            self._tally.current = known.name
            file = known.file
            self._means.inspections.submit(Planned(verdict=Verdict.AGAIN, location=file.location, file=file, clip=clip))

    def _next(self) -> ClipId:
        """Take the clip to look at next: one that is on screen or selected, else the one that came first."""
        wanted = (clip for clip in self._wishes.preferred if clip in self._waiting)
        clip = next(wanted, None) or next(iter(self._waiting))
        del self._waiting[clip]
        return clip

    def _take_outcome(self) -> None:
        arrived = self._means.inspections.next(_WAIT_S)
        if arrived is None:
            return
        planned, outcome = arrived
        if outcome.end is End.CANCELLED:
            if outcome.detail and not self._wishes.cancelled:
                raise SystemProblem(outcome.detail)
            self._wishes.cancelled = True
            return
        known = self._means.catalog.clip(planned.clip)
        if known is not None and known.glanced is not None:
            self._means.landing.refine(self._refined(known, planned, outcome))
        self._count(planned.clip, looked_at=True)

    def _refined(self, known: Clip, planned: Planned, outcome: Outcome) -> Clip:
        if outcome.end is End.DONE:
            try:
                findings = from_document(outcome.value, Findings)
                return clip_found(
                    findings,
                    outcome.blobs,
                    self._means.stills,
                    clip=known.id,
                    file=planned.file,
                    added=known.added,
                )
            except ValueError as error:
                log.warning("findings of %s that make no sense: %s", planned.file.path, error)
                outcome = Outcome(End.REFUSED)
        reason = why_not_read(planned.file.name, outcome)
        return replace(known, problem=known.problem or said(KEY_FRAMES_ONLY, reason=reason))

    def _count(self, clip: ClipId, *, looked_at: bool) -> None:
        self._tally.refined(self._pixels.pop(clip, 0), looked_at=looked_at)

    def _tell(self, *, at_once: bool = False) -> None:
        now = self._means.ticks()
        if at_once or now - self._reported >= _REPORT_EVERY_S:
            self._reported = now
            self._tally.pause(self._wishes.paused)
            self._report(self._tally.progress())
