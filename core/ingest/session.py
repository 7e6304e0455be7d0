"""Taking files into an archive, as the window and the command line ask for it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from core.catalog.catalog import Catalog
from core.catalog.vocabulary import Vocabulary
from core.ingest.copying import Copying, Shelf
from core.ingest.findings import StillStore
from core.ingest.inspections import Inspections
from core.ingest.journal import Journal, Started
from core.ingest.kept import Reports
from core.ingest.landing import Landing, later_gesture
from core.ingest.pipeline import Means, Pipeline
from core.ingest.plan import Planned, Planner, judge_again
from core.ingest.refining import Refining, RefiningMeans
from core.ingest.report import ImportReport, Report, no_report
from core.ingest.scan import FoundFile, scan
from core.ingest.sidecars import Sidecars
from core.ingest.tally import Tally, Ticks
from core.ingest.terms import IN_PLACE, Terms
from core.ingest.wishes import Wishes
from core.model.clip import Clip
from core.model.ids import ClipId
from core.ports.clock import Clock
from core.ports.index import Index
from core.ports.media import MediaPool
from core.values import dataclass
from core.words import plural, tr


@dataclass(slots=True)
class Unfinished:
    """What a second look is to do for an import: its name, the clips, the step of undo they came with, its counts."""

    name: str
    clips: Sequence[ClipId]
    gesture: int | None
    tally: Tally
    started: Started | None = None


@dataclass(frozen=True, slots=True)
class _Aim:
    """What one first look is for: the step's label, what a person calls it, how files are judged and come in."""

    label: str
    name: str
    judge: Callable[[FoundFile], Planned]
    terms: Terms = IN_PLACE
    copying: Copying | None = None


class ImportSession:
    """One import; use once.

    It looks at files twice: at the key frames of all of them first, so that each is soon on screen, then at every shot,
    what ``prefer`` names first.

    ``run``, ``go_on`` and ``retry`` block and call ``report`` on their own thread, ten times a second at most;
    ``pause``, ``resume``, ``cancel`` and ``suspend`` may be called from any.  An import is one gesture; its clips land
    a few at a time, each durable and to be found when it has landed, so that a cancel or a kill keeps what was done.
    Originals are read, never written to; with terms that say so they are copied into the archive, verified.
    """

    def __init__(
        self,
        *,
        catalog: Catalog,
        vocabulary: Vocabulary,
        index: Index[Any],
        stills: StillStore,
        pool: MediaPool,
        patient: MediaPool | None = None,
        clock: Clock,
        journal: Journal,
        reports: Reports,
        media: Path,
        ticks: Ticks = time.monotonic,
    ) -> None:
        self._catalog = catalog
        self._vocabulary = vocabulary
        self._reports = reports
        self._shelf = Shelf(media=media, stands_for=lambda path: index.known_at(path) is not None, now=reports.now)
        self._sidecars = Sidecars(vocabulary, catalog.new_tag_id)
        self._stills = stills
        self._pools = (pool, patient or pool)
        self._clock = clock
        self._journal = journal
        self._ticks = ticks
        self._wishes = Wishes()
        self._inspections = Inspections(pool, "triage")
        self._second_look = Inspections(patient or pool, "exact")
        self._planner = Planner(catalog, index, lambda: self._wishes.cancelled)

    def run(self, paths: Sequence[Path], report: Report = no_report, terms: Terms = IN_PLACE) -> ImportReport:
        """Take in everything under ``paths`` that is a clip or a still and is not known yet, on ``terms``.

        A file that cannot be read becomes a card with the reason, and the rest goes on.  What sidecars beside a new
        clip say of it comes with it, as claimed.  Raises SystemProblem where the archive cannot be written or no media
        worker be started; what has landed by then stays, and the import can be gone on with.
        """
        return self.carry_out(self._journal.begin(paths, terms), report)

    def go_on(self, started: Started, report: Report = no_report) -> ImportReport:
        """Take in what is missing of an import that was cut short.  Raises what ``run`` raises."""
        self.resuming()
        return self.carry_out(started, report)

    def resuming(self) -> None:
        """Have what this import did before it was cut short left alone."""
        self._planner.resuming = True

    def carry_out(self, started: Started, report: Report = no_report) -> ImportReport:
        """Do what ``run`` does for an import the journal knows already, and have it forgotten when it is over."""
        done, unfinished = self.first_look(started, report)
        return self.second_look(unfinished, report) if unfinished is not None else done

    def first_look(self, started: Started, report: Report = no_report) -> tuple[ImportReport, Unfinished | None]:
        """Take in what is new, looking at key frames only; return what came of it, and what a second look is to do.

        That is None where there is nothing to be done, or the import was ended early.
        """
        name = started.name
        label = tr("Import {name} (continued)", name=name) if self._planner.resuming else tr("Import {name}", name=name)
        terms = started.terms
        self._planner.copying = terms.copy
        copying = Copying(self._shelf, [str(path) for path in started.paths]) if terms.copy else None
        if copying is not None:
            copying.sweep()
        aim = _Aim(label, started.name, self._planner.judge, terms, copying)
        done, unfinished = self._carry(scan(started.paths), aim, report)
        unfinished.started = started
        if unfinished.clips and not self._wishes.cancelled:
            return done, unfinished
        if not self._wishes.to_be_resumed:
            self._journal.end(started)
        return done, None

    def second_look(self, unfinished: Unfinished, report: Report = no_report) -> ImportReport:
        """Look for every shot of the clips that were taken in; what the archivist did meanwhile stays.

        It is a part of the import's own step of undo as long as nothing was done since, else a step of its own.
        Return what came of both looks.
        """
        tally = unfinished.tally
        label = tr("Shots of {name}", name=unfinished.name)
        with later_gesture(self._catalog, unfinished.gesture, label) as apply:
            means = RefiningMeans(
                catalog=self._catalog,
                stills=self._stills,
                inspections=self._second_look,
                landing=Landing(apply, self._stills.sync, label, self._ticks),
                ticks=self._ticks,
            )
            try:
                Refining(unfinished.clips, means, self._wishes, tally, report).run()
            finally:
                if self._wishes.paused:
                    self.resume()
        if unfinished.started is not None and not self._wishes.to_be_resumed:
            self._journal.end(unfinished.started)
        return tally.report(cancelled=self._wishes.cancelled, gesture=unfinished.gesture)

    def retry(self, clips: Sequence[ClipId], report: Report = no_report) -> ImportReport:
        """Look again at the files of ``clips``; what people said of them stays.  Raises what ``run`` raises."""
        done, unfinished = self.look_again(clips, report)
        return self.second_look(unfinished, report) if unfinished is not None else done

    def look_again(self, clips: Sequence[ClipId], report: Report = no_report) -> tuple[ImportReport, Unfinished | None]:
        """Do the first look of ``retry``; return what came of it, and what a second look is to do, if anything."""
        known = [clip for clip in map(self._catalog.clip, clips) if clip is not None]
        places = {_place(clip): clip.id for clip in known}
        name = known[0].name if len(known) == 1 else plural(len(known), "%n clip", "%n clips")

        def judge(found: FoundFile) -> Planned:
            return judge_again(found, places[found.location])

        aim = _Aim(tr("Read {name} again", name=name), name, judge)
        done, unfinished = self._carry(_looked_up(places), aim, report)
        return done, unfinished if unfinished.clips and not self._wishes.cancelled else None

    def _carry(self, found: Iterator[FoundFile], aim: _Aim, report: Report) -> tuple[ImportReport, Unfinished]:
        begun = self._reports.now()
        tally = Tally(self._ticks, copying=aim.copying is not None)
        try:
            with self._catalog.long_gesture(aim.label) as apply:
                landing = Landing(apply, self._stills.sync, aim.label, self._ticks)
                pipeline = Pipeline(found, self._means(aim, landing), self._wishes, tally, report)
                try:
                    pipeline.run()
                finally:
                    if self._wishes.paused:
                        self.resume()  # others use the pool too
        finally:
            told = tally.report(cancelled=not tally.is_whole)
            self._reports.keep(aim.name, begun, aim.terms, told, tally.took)
        done = tally.report(cancelled=self._wishes.cancelled, gesture=landing.gesture)
        return done, Unfinished(aim.name, pipeline.glanced, landing.gesture, tally)

    def _means(self, aim: _Aim, landing: Landing) -> Means:
        return Means(
            catalog=self._catalog,
            stills=self._stills,
            judge=aim.judge,
            inspections=self._inspections,
            landing=landing,
            sidecars=self._sidecars,
            clock=self._clock,
            ticks=self._ticks,
            resuming=self._planner.resuming,
            dressed=lambda clip: aim.terms.applied(clip, self._vocabulary, self._catalog.new_tag_id),
            bring_in=aim.copying.brought_in if aim.copying is not None else None,
        )

    def prefer(self, clips: Sequence[ClipId]) -> None:
        """Have the second look turn to ``clips`` first, such as those on screen; the best first."""
        self._wishes.preferred = tuple(clips)

    def pause(self) -> None:
        """Take up nothing more until ``resume``; the few files under way are finished."""
        self._wishes.paused = True
        for pool in self._pools:
            pool.pause()
        self._wake()

    def resume(self) -> None:
        self._wishes.paused = False
        for pool in self._pools:
            pool.resume()
        self._wake()

    def _wake(self) -> None:
        self._inspections.wake()
        self._second_look.wake()

    def cancel(self) -> None:
        """End the import soon; what was done by then stays, and the rest is forgotten."""
        self._wishes.cancelled = True
        self._wishes.to_be_resumed = False
        self.resume()

    def suspend(self) -> None:
        """End the import soon and have it go on when somebody asks for it; one that was cancelled stays so."""
        if not self._wishes.cancelled:
            self._wishes.to_be_resumed = True
            self._wishes.cancelled = True
        self.resume()


def _place(clip: Clip) -> str:
    """Return where a file of ``clip`` lies, the first one that is there."""
    places = [file.location for file in clip.files]
    return next((place for place in places if os.path.exists(place)), places[0])


def _looked_up(places: Mapping[str, ClipId]) -> Iterator[FoundFile]:
    return scan([Path(place) for place in places])
