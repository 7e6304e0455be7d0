"""What is done once, by one thread, however many come to it together."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any


class Once:
    """Calls ``work`` with each thing, which is hashable, that it has not been called with; others wait for that."""

    def __init__(self, work: Callable[[Any], object]) -> None:
        self._work = work
        self._lock = Lock()
        self._done: set[Any] = set()

    def __call__(self, thing: Any) -> None:
        if thing not in self._done:
            with self._lock:
                if thing not in self._done:
                    self._work(thing)
                    self._done.add(thing)
