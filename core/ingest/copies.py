"""Noting in the records which clips look like others, so that it is found, told and decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from typing import TYPE_CHECKING

from core.catalog.catalog import Catalog
from core.catalog.link_edits import SuspectCopies
from core.ingest.landing import later_gesture
from core.model.clip import Clip, Link
from core.model.ids import ClipId
from core.seen.overlaps import Overlap
from core.values import dataclass

if TYPE_CHECKING:
    from core.seen.finder import SeenBefore

Held = Callable[[Callable[[], bool]], "AbstractContextManager[SeenBefore]"]
"""Lends what knows clips again, up to date, to one thread at a time; asks whether to give up while it catches up."""

AT_ONCE = 64
"""So many clips are compared while others wait for what knows clips again, and noted in one edit."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What ``clip`` looks like, and was neither said nor suspected to be before."""

    clip: ClipId
    overlaps: tuple[Overlap, ...]


@dataclass(frozen=True, slots=True)
class Comparing:
    """How clips are compared: ``held`` lends what knows them again.

    ``give_up`` is asked now and then, ``report`` told how many have been compared.
    """

    held: Held
    give_up: Callable[[], bool] = lambda: False
    report: Callable[[int], None] = lambda _done: None


def note_copies(
    catalog: Catalog, clips: Sequence[ClipId], comparing: Comparing, gesture: int | None = None
) -> list[Noted]:
    """Compare ``clips`` with all others and note what they look like; return what is new, each pair once.

    What the archivist has said of two clips stands.  It is a part of ``gesture``, such as an import, as long as nothing
    was done since, else a step of its own.  Raises SystemProblem where it cannot be kept.
    """
    noted: list[Noted] = []
    told: set[frozenset[ClipId]] = set()
    with later_gesture(catalog, gesture, "Note clips that look like others") as apply:
        for start in range(0, len(clips), AT_ONCE):
            if comparing.give_up():
                break
            compared = list(_compared(catalog, clips[start : start + AT_ONCE], comparing))
            if compared:
                apply(SuspectCopies(tuple((clip.id, tuple(lap.suspicion for lap in laps)) for clip, laps in compared)))
            for clip, laps in compared:
                news = tuple(lap for lap in laps if _is_news(clip, lap, told))
                noted += [Noted(clip.id, news)] if news else []
            comparing.report(min(len(clips), start + AT_ONCE))
    return noted


def _compared(
    catalog: Catalog, clips: Sequence[ClipId], comparing: Comparing
) -> Iterator[tuple[Clip, Sequence[Overlap]]]:
    """Yield the clips that look like others, or were suspected to, with what they look like now."""
    with comparing.held(comparing.give_up) as seen:
        for clip in clips:
            if comparing.give_up():
                return
            known = catalog.clip(clip)
            laps = seen.like(known) if known is not None else ()
            if known is not None and (laps or any(link.suspected for link in known.links)):
                yield known, laps


def _is_news(clip: Clip, lap: Overlap, told: set[frozenset[ClipId]]) -> bool:
    both = frozenset((clip.id, lap.other))
    if both in told or any(link.other == lap.other for link in clip.links):
        return False
    told.add(both)
    return True


def compared(clip: Clip, other: Clip) -> Link | None:
    """Return what the pictures of two clips say they are to each other, as a suspicion; None where not alike."""
    traces = import_module("core.seen.traces")
    one, two = traces.trace_of(clip), traces.trace_of(other)
    lap: Overlap | None = import_module("core.seen.aligning").overlap(one, two) if one and two else None
    return None if lap is None else lap.suspicion
