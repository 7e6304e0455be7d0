"""What the list tells of clips beyond their cards, read where lines are painted: on threads."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import replace
from threading import Lock

from core.catalog.catalog import Catalog
from core.errors import ArchiveProblem
from core.model.ids import ClipId
from gui.library.table_columns import NO_FACTS, Facts, facts_of
from gui.words import tr

MOST_KEPT = 4_000


class ClipFacts:
    """Used on any thread; those asked for last are kept."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._lock = Lock()
        self._kept: OrderedDict[ClipId, Facts] = OrderedDict()
        self._era = 0

    def of(self, clip: ClipId) -> Facts:
        """Return what is known of ``clip``: nothing where its record is gone, that it is so where it is damaged."""
        with self._lock:
            era, facts = self._era, self._kept.get(clip)
            if facts is not None:
                self._kept.move_to_end(clip)
                return facts
        facts = self._read_facts(clip)
        with self._lock:
            if era == self._era:
                self._kept[clip] = facts
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
        return facts

    def forget(self, clips: Collection[ClipId]) -> None:
        """Read ``clips`` anew when they are asked for next."""
        with self._lock:
            self._era += 1
            for clip in clips:
                self._kept.pop(clip, None)

    def _read_facts(self, clip: ClipId) -> Facts:
        try:
            record = self._catalog.clip(clip)
        except ArchiveProblem:
            return replace(NO_FACTS, problem=tr("Its record is damaged; “check --repair” restores it."))
        return facts_of(record) if record is not None else NO_FACTS
