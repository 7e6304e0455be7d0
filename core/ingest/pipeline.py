"""One import from end to end, on one thread: scan ahead, plan ahead, inspect in children, land in the catalog."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace

from core.catalog.catalog import Catalog
from core.errors import FileProblem, SystemProblem
from core.ingest.findings import (
    StillStore,
    at_a_glance,
    clip_found,
    clip_unreadable,
    moved_to,
    read_again,
    with_file,
)
from core.ingest.inspections import Inspections
from core.ingest.landing import Landing
from core.ingest.plan import Planned, Verdict
from core.ingest.reasons import why_not_read
from core.ingest.report import Became, Report, line_of
from core.ingest.scan import FoundFile
from core.ingest.sidecars import Sidecars
from core.ingest.tally import Tally, Ticks
from core.ingest.wishes import Wishes
from core.model.clip import Clip
from core.model.codec import from_document
from core.model.ids import ClipId
from core.ports.clock import Clock
from core.ports.media import End, Findings, Outcome
from core.values import dataclass

log = logging.getLogger(__name__)

_SLICE_S = 0.03
"""How long scanning or planning goes on before outcomes are looked at."""

_WAIT_S = 0.1
_REPORT_EVERY_S = 0.1

Content = tuple[int, str]


class _Ended(Exception):
    """Unwinds a copy that somebody cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What an import works with."""

    catalog: Catalog
    stills: StillStore
    judge: Callable[[FoundFile], Planned]
    inspections: Inspections
    landing: Landing
    sidecars: Sidecars
    clock: Clock
    ticks: Ticks
    resuming: bool
    dressed: Callable[[Clip], Clip]
    """Gives a new clip what the import says of all of them."""
    bring_in: Callable[[Planned, Callable[[int], None]], Planned] | None = None
    """Copies a file into the archive; None where files stay where they are."""


class Pipeline:
    """Carries files through all stages; use once.

    The memory it needs does not depend on how many files there are, save for their names: few jobs are under way and
    few clips wait to land at any time.
    """

    def __init__(self, found: Iterator[FoundFile], means: Means, wishes: Wishes, tally: Tally, report: Report) -> None:
        self._scan = found
        self._means = means
        self._wishes = wishes
        self._tally = tally
        self._report = report
        self._reported = float("-inf")
        self._found: deque[FoundFile] = deque()
        self._twins: list[FoundFile] = []
        self._contents: set[Content] = set()
        self._refused: set[Content] = set()
        self.glanced: list[ClipId] = []
        """Clips of this import whose every shot is still to be looked for."""

    def run(self) -> None:
        """Go on until everything has landed or, once cancelled, what was done by then."""
        means = self._means
        try:
            while self._goes_on():
                if self._wishes.cancelled:
                    self._wind_up()
                else:
                    self._look_ahead()
                self._take_outcome()
                if means.landing.is_due:
                    means.landing.flush()
                self._tell()
            means.landing.flush()
        finally:
            means.inspections.cancel()  # nothing, unless an error ends the import early
        self._tell(at_once=True)

    def _goes_on(self) -> bool:
        return bool(self._tally.scanning or self._found or self._twins or self._means.inspections)

    def _wind_up(self) -> None:
        """Take up nothing more; what is under way is ended, and what was done lands."""
        self._tally.scanning = False
        self._found.clear()
        self._twins.clear()
        self._means.inspections.cancel()

    # scan and plan ----------------------------------------------------------------------------------------------
    def _look_ahead(self) -> None:
        self._for_a_slice(self._scan_one)
        if self._wishes.paused:
            return
        self._for_a_slice(self._plan_one)
        if self._twins and not (self._tally.scanning or self._found or self._means.inspections):
            self._take_up_twins()

    def _for_a_slice(self, step: Callable[[], bool]) -> None:
        end = self._means.ticks() + _SLICE_S
        while step() and self._means.ticks() < end and not self._wishes.cancelled:
            pass

    def _scan_one(self) -> bool:
        found = next(self._scan, None) if self._tally.scanning else None
        if found is None:
            self._tally.scanning = False
            return False
        self._found.append(found)
        self._tally.found(found.size)
        return True

    def _plan_one(self) -> bool:
        if not self._found or not self._means.inspections.has_room:
            return False
        if self._means.bring_in is not None and self._tally.scanning:
            return False  # a copy may take long: first of all it is told how much there is
        found = self._found.popleft()
        self._carry_out(found, self._means.judge(found))
        return True

    def _carry_out(self, found: FoundFile, planned: Planned) -> None:
        tally, file = self._tally, planned.file
        match planned.verdict:
            case Verdict.SKIPPED:
                tally.skipped(found.size)
            case Verdict.KNOWN:
                self._note_unfinished(planned.clip)
                tally.known(file.size)
            case Verdict.KNOWN_ELSEWHERE:
                self._note_place(planned)
                tally.known(file.size)
            case Verdict.MOVED:
                self._follow(planned)
            case Verdict.UNREACHABLE:
                tally.unreachable(file, planned.problem)
            case Verdict.UNREADABLE if self._means.bring_in is not None:
                tally.unreachable(file, planned.problem)
            case Verdict.UNREADABLE:
                self._land_unreadable(planned, planned.problem)
            case Verdict.NEW if planned.content in self._contents:
                self._twins.append(found)
            case Verdict.NEW | Verdict.AGAIN:
                self._inspect(planned)

    def _inspect(self, planned: Planned) -> None:
        brought = self._brought_in(planned)
        if brought is None:
            return
        if planned.content not in self._refused:
            self._contents.add(planned.content)
        self._tally.current = planned.file.name
        self._means.inspections.submit(brought)

    def _brought_in(self, planned: Planned) -> Planned | None:
        """Return ``planned`` for a file that lies where it is to stay; None where it could not be copied there."""
        if self._means.bring_in is None or not (planned.is_new or planned.verdict is Verdict.MOVED):
            return planned
        self._tally.copying(planned.file.name)
        try:
            return self._means.bring_in(planned, self._copied)
        except FileProblem as problem:
            self._tally.copy_failed(planned.file.size, planned.file, str(problem))
        except _Ended:
            self._tally.copy_ended()
        return None

    def _copied(self, count: int) -> None:
        """Go on with everything else between two blocks of a copy; raises _Ended where the import is to end."""
        means = self._means
        self._tally.copied(count)
        while not self._wishes.cancelled:
            arrived = means.inspections.next(_WAIT_S if self._wishes.paused else 0)
            if arrived is not None:
                self._land(*arrived)
            if means.landing.is_due:
                means.landing.flush()
            self._tell()
            if arrived is None and not self._wishes.paused:
                return
        raise _Ended

    def _take_up_twins(self) -> None:
        """Plan files again whose content was under way by another name: now it is known whether it can be read."""
        self._means.landing.flush()
        self._contents.clear()
        self._found.extend(self._twins)
        self._twins.clear()

    def _note_unfinished(self, known: ClipId) -> None:
        """Note a clip that an import which is gone on with looked at in passing only."""
        clip = self._known(known) if self._means.resuming else None
        if clip is not None and clip.glanced is not None:
            self.glanced.append(known)

    def _note_place(self, planned: Planned) -> None:
        """Give a clip another place, save where the archive is to hold its own copies: then the place will not last."""
        known = self._known(planned.clip)
        if known is None:
            return
        self._tally.became(line_of(planned, Became.DUPLICATE))
        if self._means.bring_in is None:
            self._means.landing.change(replace(known, files=with_file(known, planned.file)))
        else:
            self._note_unfinished(planned.clip)

    def _follow(self, planned: Planned) -> None:
        """Have a clip stand for the place where its file lies now."""
        brought, known = self._brought_in(planned), self._known(planned.clip)
        if brought is None:
            return
        if known is not None:
            self._tally.became(line_of(brought, Became.MOVED))
            self._means.landing.change(replace(known, files=moved_to(known, brought.file, planned.gone)))
        self._tally.known(planned.file.size)

    def _known(self, clip: ClipId) -> Clip | None:
        return self._means.landing.waiting(clip) or self._means.catalog.clip(clip)

    # outcomes ---------------------------------------------------------------------------------------------------
    def _take_outcome(self) -> None:
        can_go_on = self._tally.scanning or (bool(self._found) and self._means.inspections.has_room)
        busy = can_go_on and not self._wishes.paused
        arrived = self._means.inspections.next(0 if busy else _WAIT_S)
        if arrived is not None:
            self._land(*arrived)

    def _land(self, planned: Planned, outcome: Outcome) -> None:
        if outcome.end is End.CANCELLED:
            self._not_inspected(outcome)
        elif outcome.end is End.DONE:
            self._land_found(planned, outcome)
        else:
            self._land_unreadable(planned, why_not_read(planned.file.name, outcome))

    def _not_inspected(self, outcome: Outcome) -> None:
        """Stop where jobs end without a look at their files: somebody wants that, or no child can be started."""
        if outcome.detail and not self._wishes.cancelled:
            raise SystemProblem(outcome.detail)
        self._wishes.cancelled = True

    def _land_found(self, planned: Planned, outcome: Outcome) -> None:
        means = self._means
        try:
            findings = from_document(outcome.value, Findings)
            clip = clip_found(
                findings, outcome.blobs, means.stills, clip=planned.clip, file=planned.file, added=self._now()
            )
        except ValueError as error:
            log.warning("findings of %s that make no sense: %s", planned.file.path, error)
            self._land_unreadable(planned, why_not_read(planned.file.name, Outcome(End.REFUSED)))
        else:
            self._land_clip(planned, at_a_glance(clip), "", findings.xmp)

    def _land_unreadable(self, planned: Planned, reason: str) -> None:
        self._refused.add(planned.content)
        self._contents.discard(planned.content)
        card = clip_unreadable(reason, clip=planned.clip, file=planned.file, added=self._now())
        self._land_clip(planned, card, reason)

    def _land_clip(self, planned: Planned, clip: Clip, reason: str, xmp: str = "") -> None:
        if planned.is_new:
            told = self._means.sidecars.applied(clip, xmp, planned.origin)
            self._means.landing.add(self._means.dressed(told))
        elif (known := self._known(planned.clip)) is not None:
            self._means.landing.change(read_again(known, clip))
        if clip.glanced is not None:
            self.glanced.append(clip.id)
        self._tally.became(line_of(planned, Became.FAILED if reason else Became.ADDED, reason))
        self._tally.inspected(clip.id, planned.file.path, planned.file.size, reason)

    def _now(self) -> str:
        return self._means.clock.now().isoformat(timespec="seconds")

    def _tell(self, *, at_once: bool = False) -> None:
        now = self._means.ticks()
        if at_once or now - self._reported >= _REPORT_EVERY_S:
            self._reported = now
            self._tally.pause(self._wishes.paused)
            self._report(self._tally.progress())
