"""Threads by purpose: work goes in from the GUI thread, results come back to it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Generic, TypeVar

from gui.bridge.returns import Returns, is_gone

T = TypeVar("T")

Failed = Callable[[Exception], None]


class Lane:
    """One or more threads for one kind of work; with one thread, work is done in the order in which it was given."""

    def __init__(self, name: str, threads: int, returns: Returns) -> None:
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=f"slatebook-{name}")
        self._returns = returns

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do ``work`` here, then call ``done`` with its result, or ``failed`` with its error, in the GUI thread."""
        self._executor.submit(self._operate, work, done, failed)

    def _operate(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        try:
            value = work()
        except Exception as error:  # noqa: BLE001 - the boundary of every operation the window starts
            self._returns.post(failed, error)
        else:
            self._returns.post(done, value)

    def wait(self) -> None:
        """Return once everything given to a lane of one thread so far is done and posted."""
        self._executor.submit(lambda: None).result()

    def close(self, *, finish: bool) -> None:
        """End the threads; work that still waits is done first with ``finish``, else dropped."""
        self._executor.shutdown(wait=True, cancel_futures=not finish)


class Latest(Generic[T]):
    """Asks one question after another of a lane, and of those that wait only the newest.

    However fast questions come, one is worked on and one waits; answers arrive in the order of their questions.
    """

    def __init__(self, lane: Lane, done: Callable[[T], None], failed: Failed) -> None:
        self._lane = lane
        self._done = done
        self._failed = failed
        self._busy = False
        self._next: Callable[[], T] | None = None

    def ask(self, work: Callable[[], T]) -> None:
        """Have ``work`` done, now or once the present work is done; a question that still waits is dropped."""
        if self._busy:
            self._next = work
            return
        self._busy = True
        self._lane.run(work, self._on_done, self._on_failed)

    def _on_done(self, value: Any) -> None:
        self._go_on()
        if not is_gone(self._done):
            self._done(value)

    def _on_failed(self, error: Exception) -> None:
        self._go_on()
        if not is_gone(self._failed):
            self._failed(error)

    def _go_on(self) -> None:
        self._busy = False
        work, self._next = self._next, None
        if work is not None:
            self.ask(work)
