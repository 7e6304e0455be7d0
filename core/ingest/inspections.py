"""The jobs of one import that are under way."""

from __future__ import annotations

import os
import queue
import secrets

from core.ingest.plan import Planned
from core.ports.media import MediaPool, Outcome

AT_ONCE = max(16, 2 * (os.cpu_count() or 1))
"""How many jobs are handed to the pool ahead: its lanes never wait, and results that wait do not fill the memory."""


class Inspections:
    """Hands files to a pool and collects what comes of them; ``mode`` is how they are looked at (core.media.jobs).

    ``wake`` may be called from any thread, everything else only from the one that runs the import.
    """

    def __init__(self, pool: MediaPool, mode: str) -> None:
        self._pool = pool
        self._mode = mode
        self._prefix = secrets.token_hex(6)
        self._submitted = 0
        self._under_way: dict[str, Planned] = {}
        self._inbox: queue.SimpleQueue[tuple[str, Outcome] | None] = queue.SimpleQueue()

    def __len__(self) -> int:
        return len(self._under_way)

    @property
    def has_room(self) -> bool:
        return len(self._under_way) < AT_ONCE

    def submit(self, planned: Planned) -> None:
        """Have the file of ``planned`` looked at, in the mode of these inspections."""
        self._submitted += 1
        key = f"{self._prefix}-{self._submitted} {planned.file.name}"
        self._under_way[key] = planned
        task = {"path": planned.location, "mode": self._mode}
        self._pool.submit(key, task, lambda key, outcome: self._inbox.put((key, outcome)))

    def next(self, timeout: float) -> tuple[Planned, Outcome] | None:
        """Return what came of a file; None after ``timeout`` seconds, or when woken."""
        try:
            arrived = self._inbox.get(timeout=timeout) if timeout > 0 else self._inbox.get_nowait()
        except queue.Empty:
            return None
        if arrived is None:
            return None
        key, outcome = arrived
        return self._under_way.pop(key), outcome

    def wake(self) -> None:
        """Have ``next`` return at once."""
        self._inbox.put(None)

    def cancel(self) -> None:
        """End all jobs under way; their outcomes still arrive."""
        for key in tuple(self._under_way):
            self._pool.cancel(key)
