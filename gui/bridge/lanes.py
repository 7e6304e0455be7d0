"""Threads by purpose: work goes in from the GUI thread, results come back to it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from inspect import ismethod
from typing import Any, Generic, TypeVar
from weakref import WeakMethod

from gui.bridge.returns import Returns, is_gone

T = TypeVar("T")

Failed = Callable[[Exception], None]


class _Errand:
    """Work, and who waits for what comes of it.

    Whoever waits is let go of in the GUI thread, where the answer arrives or the lane is closed, and not where the work
    was done: a window that was closed meanwhile would end there, and no other thread may end a window.
    """

    def __init__(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Failed) -> None:
        self._held: tuple[Callable[[], Any], Callable[[Any], None], Failed] | None = (work, done, failed)
        self._value: object = None
        self._error: Exception | None = None

    def do(self) -> None:
        """Do the work; called once, on a thread of a lane."""
        assert self._held is not None
        try:
            self._value = self._held[0]()
        except Exception as error:  # noqa: BLE001 - the boundary of every operation the window starts
            self._error = error

    def answer(self) -> None:
        """Tell who waits; called once, in the GUI thread."""
        assert self._held is not None
        _, done, failed = self._held
        self._held = None
        value, error, self._value, self._error = self._value, self._error, None, None
        if error is None and not is_gone(done):
            done(value)
        elif error is not None and not is_gone(failed):
            failed(error)


class Lane:
    """One or more threads for one kind of work; with one thread, work is done in the order in which it was given."""

    def __init__(self, name: str, threads: int, returns: Returns) -> None:
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=f"slatebook-{name}")
        self._returns = returns
        self._under_way: set[_Errand] = set()

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do ``work`` here, then call ``done`` with its result, or ``failed`` with its error, in the GUI thread."""
        self._under_way.add(errand := _Errand(work, done, failed))
        self._executor.submit(self._operate, errand)

    def _operate(self, errand: _Errand) -> None:
        errand.do()
        self._returns.post(self._on_done, errand)

    def _on_done(self, errand: _Errand) -> None:
        self._under_way.discard(errand)
        errand.answer()

    def wait(self) -> None:
        """Return once everything given to a lane of one thread so far is done and posted."""
        self._executor.submit(lambda: None).result()

    def close(self, *, finish: bool) -> None:
        """End the threads; work that still waits is done first with ``finish``, else dropped."""
        self._executor.shutdown(wait=True, cancel_futures=not finish)
        self._under_way.clear()


class Latest(Generic[T]):
    """Asks one question after another of a lane, and of those that wait only the newest.

    However fast questions come, one is worked on and one waits; answers arrive in the order of their questions.  Who
    asks usually keeps this, so it does not keep who asks: a window that is closed, and all it shows, goes at once.
    """

    def __init__(self, lane: Lane, done: Callable[[T], None], failed: Failed) -> None:
        self._lane = lane
        self._done = _unkept(done)
        self._failed = _unkept(failed)
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
        done = self._done()
        if done is not None and not is_gone(done):
            done(value)

    def _on_failed(self, error: Exception) -> None:
        self._go_on()
        failed = self._failed()
        if failed is not None and not is_gone(failed):
            failed(error)

    def _go_on(self) -> None:
        self._busy = False
        work, self._next = self._next, None
        if work is not None:
            self.ask(work)


def _unkept(call: Callable[[T], None]) -> Callable[[], Callable[[T], None] | None]:
    """Return what returns ``call`` for as long as whose method it is lives."""
    return WeakMethod(call) if ismethod(call) else lambda: call
