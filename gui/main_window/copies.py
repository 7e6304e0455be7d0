"""Clips that look like others, in the window: looked for after an import and on demand, and told of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from core.model.ids import ClipId
from gui.bridge.bridge import Bridge, Long
from gui.bridge.jobs import Job
from gui.ingest.imports import Imports
from gui.widgets import Toasts
from gui.words import plural, tr

if TYPE_CHECKING:
    from core.ingest.copies import Noted
    from core.ingest.report import ImportReport

_TOLD_MS = 20_000
_QUERY = "is:suspected"

Search = Callable[[str], None]


class CopiesVerbs:
    """Has what came in compared with everything else, off the GUI thread; ``search`` shows what answers a query."""

    def __init__(self, bridge: Bridge, imports: Imports, window: QWidget, toasts: Toasts, search: Search) -> None:
        self._bridge = bridge
        self._toasts = toasts
        self._show = QAction(tr("Show"), window)
        self._show.setToolTip(tr("Show the clips that look like others, until you decide"))
        self._show.triggered.connect(lambda: search(_QUERY))
        if not bridge.archive.read_only:
            imports.finished.connect(self._on_imported)
            imports.refined.connect(self._on_imported)

    def table(self) -> Mapping[str, Callable[[], None]]:
        """Return the verb of each command."""
        return {"find_copies": self.look_everywhere}

    def look_everywhere(self) -> None:
        """Compare all clips with each other; what the archivist has decided stands."""
        if not self._bridge.archive.read_only:
            self._toasts.show_message(
                tr("Comparing all clips with each other. What looks alike is told when it is done.")
            )
            self._start(
                lambda: self._bridge.archive.index.clip_ids(self._bridge.archive.search("").rows), None, self._tell_all
            )

    def _on_imported(self, report: ImportReport) -> None:
        if report.clips:
            self._start(lambda: report.clips, report.gesture, self._tell_new)

    def _start(
        self, clips: Callable[[], Sequence[ClipId]], gesture: int | None, done: Callable[[Sequence[Noted]], None]
    ) -> None:
        from core.ingest.copies import Comparing, note_copies

        catalog = self._bridge.archive.catalog

        def work(job: Job) -> Sequence[Noted]:
            held = self._bridge.recognising.held
            return note_copies(catalog, clips(), Comparing(held, job.is_cancelled, job.report), gesture)

        self._bridge.start(Long.COPIES, work, progressed=lambda _done: None, done=done)

    def _tell_new(self, noted: Sequence[Noted]) -> None:
        if noted:
            self._tell(
                plural(len(noted), "%n of these looks like a clip you have.", "%n of these look like clips you have.")
            )

    def _tell_all(self, noted: Sequence[Noted]) -> None:
        if noted:
            self._tell(plural(len(noted), "%n clip looks like another.", "%n clips look like others."))
        else:
            self._toasts.show_message(tr("No clip looks like another but those you know of."), tone="done")

    def _tell(self, words: str) -> None:
        self._toasts.show_message(words, self._show, milliseconds=_TOLD_MS)
