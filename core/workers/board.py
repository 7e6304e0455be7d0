"""What waits to be done, shared by the lanes of a pool."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Mapping
from typing import Any

from core.ports.media import OnDone
from core.values import dataclass


@dataclass(slots=True, eq=False)
class Errand:
    """One submitted job; ``cancelled`` is set by others and looked at by the lane that runs it."""

    key: str
    task: Mapping[str, Any]
    on_done: OnDone
    cancelled: bool = False


class Board:
    """Errands in the order they came, the cancelled ones first; safe for any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: deque[Errand] = deque()
        self._open_errands: dict[str, Errand] = {}
        self._paused = False
        self._closed = False
        self._takers = 0

    def put(self, errand: Errand) -> bool:
        """Add an errand; returns whether a lane waits to take it.  Raises ValueError where its key is in use."""
        with self._changed:
            if errand.key in self._open_errands:
                raise ValueError(f"the key {errand.key!r} is in use")
            self._open_errands[errand.key] = errand
            self._waiting.append(errand)
            if self._closed:
                errand.cancelled = True
            self._changed.notify_all()
            return self._takers >= len(self._waiting)

    def take(self, timeout: float) -> Errand | None:
        """Return the next errand; None after ``timeout`` seconds without any, or where there will be none."""
        with self._changed:
            self._takers += 1
            self._changed.wait_for(lambda: self._closed or self._may_take(), timeout)
            self._takers -= 1
            return self._waiting.popleft() if self._may_take() else None

    def _may_take(self) -> bool:
        return bool(self._waiting) and (not self._paused or self._waiting[0].cancelled)

    def finish(self, errand: Errand) -> None:
        """Forget an errand that was taken; its key is free again."""
        with self._changed:
            del self._open_errands[errand.key]

    def cancel(self, key: str) -> None:
        with self._changed:
            errand = self._open_errands.get(key)
            if errand is None:
                return
            errand.cancelled = True
            if errand in self._waiting:
                self._waiting.remove(errand)
                self._waiting.appendleft(errand)
            self._changed.notify_all()

    def pause(self, paused: bool) -> None:
        with self._changed:
            self._paused = paused
            self._changed.notify_all()

    def close(self) -> None:
        """Cancel everything there is and will be."""
        with self._changed:
            self._closed = True
            for errand in self._open_errands.values():
                errand.cancelled = True
            self._changed.notify_all()

    @property
    def is_over(self) -> bool:
        """Whether the board is closed and nothing waits any more."""
        with self._changed:
            return self._closed and not self._waiting

    @property
    def is_closed(self) -> bool:
        with self._changed:
            return self._closed
