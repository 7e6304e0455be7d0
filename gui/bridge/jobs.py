"""Work that takes long enough to be watched and stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from gui.bridge.returns import Returns


class Job:
    """One long piece of work: it reports from its thread, the window watches it and may cancel it.

    Reports are for the eye: of those made before the GUI thread takes one, only the last arrives.
    """

    def __init__(self, returns: Returns, progressed: Callable[[Any], None]) -> None:
        self._returns = returns
        self._progressed = progressed
        self._lock = threading.Lock()
        self._newest: object = None
        self._posted = False
        self._cancelled = threading.Event()
        self._on_cancel: Callable[[], None] | None = None

    def report(self, progress: object) -> None:
        """Tell how far it is; called from the thread that works."""
        with self._lock:
            self._newest = progress
            posted, self._posted = self._posted, True
        if not posted:
            self._returns.post(self._deliver, None)

    def _deliver(self, _nothing: None) -> None:
        with self._lock:
            newest, self._posted = self._newest, False
        self._progressed(newest)

    def cancel(self) -> None:
        """Ask the work to stop at the next good place."""
        self._cancelled.set()
        with self._lock:
            stop = self._on_cancel
        if stop is not None:
            stop()

    def on_cancel(self, stop: Callable[[], None]) -> None:
        """Have ``stop`` called when the work is to stop, at once if it was asked already; called by the work."""
        with self._lock:
            self._on_cancel = stop
        if self._cancelled.is_set():
            stop()

    def is_cancelled(self) -> bool:
        """Whether it was asked to stop; called from the thread that works."""
        return self._cancelled.is_set()
