"""Writes record files behind the edits' back."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

from core.errors import SystemProblem
from core.ports.history import History
from core.ports.records import Records

log = logging.getLogger(__name__)

GATHER_S = 0.2
"""Edits that come within this time are written together."""
After = Callable[[Callable[[], bool] | None], object]
"""Called on the flusher's thread once all is written, with what says whether somebody waits for that thread to end; and
once more when it has ended, with None."""

AGAIN_S = 5.0
"""After a failure the disk is tried again this often."""


class Flusher:
    """One thread that brings dirty records to the disk and moves the flush mark.

    ``door`` is held only to read a change-set number at which all records were handed over; never while writing.
    """

    def __init__(
        self,
        records: Records,
        history: History,
        door: AbstractContextManager[object],
        after: After = lambda _leaving: None,
    ) -> None:
        self._records = records
        self._history = history
        self._door = door
        self._after = after
        self._wanted = threading.Event()
        self._leaving = threading.Event()
        self._thread: threading.Thread | None = None
        self.trouble: SystemProblem | None = None

    def nudge(self) -> None:
        """Say that records wait."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="slatebook-flusher", daemon=True)
            self._thread.start()
        self._wanted.set()

    def flush(self) -> None:
        """Write what waits, now.  Raises SystemProblem; what waits is then still in history."""
        with self._door:
            seq = self._history.seq
        if seq != self._history.flushed:
            self._records.flush()
            self._history.mark_flushed(seq)

    def close(self) -> None:
        """End the thread and write what waits.  Raises SystemProblem."""
        self._leaving.set()
        self._wanted.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            self.flush()
            self._after(None)
        self.flush()

    def _run(self) -> None:
        while not self._leaving.is_set() and self._wanted.wait() and not self._leaving.wait(GATHER_S):
            self._wanted.clear()  # what close said just now may be lost with it, but leaving is still said
            try:
                self.flush()
                self.trouble = None
                self._after(self._leaving.is_set)
            except SystemProblem as problem:
                self.trouble = problem
                log.warning("records wait to be written: %s", problem)
                self._wanted.set()
                self._leaving.wait(AGAIN_S)
