"""What an archive does with media: takes them in, looks at them, plays them.

Nothing of that is wanted before somebody asks for it, and it is loaded no sooner.
"""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from core.catalog.catalog import Catalog
from core.catalog.vocabulary import Vocabulary
from core.ingest.journal import Journal
from core.ports.clock import Clock
from core.storage.own_media import OWN_MEDIA
from core.storage.sqlite_index import SqliteIndex
from core.storage.stills import Stills
from core.workers.limits import Limits

if TYPE_CHECKING:
    from core.ingest.forecast import Forecasting
    from core.ingest.kept import Reports
    from core.ingest.session import ImportSession
    from core.ingest.watching import Watcher, WatchList
    from core.ports.media import MediaPool
    from core.ports.playing import Screening

_INSPECT = "core.media.jobs:inspect"
_PATIENT = Limits(wall_s=4 * 3600, cpu_s=4 * 3600, courtesy=12)
_PLAY = "core.media.playing:play"
_PLAY_BYTES = 160 << 20
"""How much memory a player's pictures may take: a second and a half of 1080p at the size of a window."""
_PLAY_LIMITS = Limits(wall_s=30, stall_s=10, courtesy=0, rss_mib=3072)
"""8K in ten bits takes a decoder on eight threads 1.9 GiB."""


class WithMedia:
    """The side of an archive that knows of importing and playing; the archive says where it is and what it holds."""

    folder: Path
    clock: Clock
    catalog: Catalog
    vocabulary: Vocabulary
    index: SqliteIndex
    stills: Stills
    imports: Journal

    @cached_property
    def import_reports(self) -> Reports:
        """What earlier imports came to."""
        from core.ingest.kept import Reports

        return Reports(self.folder / "imports", self.clock)

    @cached_property
    def watched(self) -> WatchList:
        """The folders that clips come in from by themselves."""
        from core.ingest.watching import WatchList

        return WatchList(self.folder / "watched.json")

    def media_pool(self, lanes: int | None = None, *, patient: bool = False) -> MediaPool:
        """Return a pool of media workers, one for each core unless told otherwise; the caller closes it.

        A ``patient`` one is for looks at every shot: they may take hours, behind everything else.
        """
        from core.workers.pool import Pool

        return Pool(_INSPECT, lanes or os.cpu_count() or 1, _PATIENT if patient else Limits())

    def screening(self) -> Screening:
        """Return a decoder for one player; the caller closes it."""
        from core.workers.session import Session

        return Session(_PLAY, _PLAY_BYTES, _PLAY_LIMITS, opens="open")

    def importing(self, pool: MediaPool, patient: MediaPool | None = None) -> ImportSession:
        """Return a session that takes files into this archive; its second look is done in ``patient``, if given."""
        from core.ingest.session import ImportSession

        return ImportSession(
            catalog=self.catalog,
            vocabulary=self.vocabulary,
            index=self.index,
            stills=self.stills,
            pool=pool,
            patient=patient,
            clock=self.clock,
            journal=self.imports,
            reports=self.import_reports,
            media=self.media,
        )

    def forecasting(self) -> Forecasting:
        """Return what tells what an import would do."""
        from core.ingest.forecast import Forecasting

        return Forecasting(self.catalog, self.index, self.media)

    def watcher(self) -> Watcher:
        """Return what looks at the watched folders."""
        from core.ingest.watching import Watcher

        return Watcher(self.watched, self.catalog, self.index)

    @property
    def media(self) -> Path:
        """The folder with the archive's own copies of originals; there may be none yet."""
        return self.folder / OWN_MEDIA
