"""The pool of children that read media files."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from core.ports.media import OnDone
from core.workers.board import Board, Errand
from core.workers.lane import Lane
from core.workers.limits import Limits

DEFAULT_LIMITS = Limits()


class Pool:
    """A MediaPool of ``lanes`` children that run ``job`` ("package.module:function", see core.workers.child.Job).

    Threads and children are started when there is something to do.  A job under way is looked at every 50 ms, so that
    is how soon a cancel is felt.  Where no child can be started at all, jobs end as CANCELLED with a ``detail``, as
    that is no file's fault.  ``on_done`` must not raise.
    """

    def __init__(self, job: str, lanes: int, limits: Limits = DEFAULT_LIMITS) -> None:
        if lanes < 1:
            raise ValueError("a pool needs a lane")
        self.lanes = lanes
        self._job = job
        self._limits = limits
        self._board = Board()
        self._threads: list[Lane] = []
        self._starting = threading.Lock()

    def submit(self, key: str, task: Mapping[str, Any], on_done: OnDone) -> None:
        """Queue a job; raises ValueError where ``key`` is still in use.  After ``close`` its outcome is CANCELLED."""
        with self._starting:
            is_taken = self._board.put(Errand(key, task, on_done))
            if not is_taken and (len(self._threads) < self.lanes or self._board.is_closed):
                self._start_lane()

    def _start_lane(self) -> None:
        lane = Lane(self._board, self._job, self._limits, len(self._threads))
        self._threads.append(lane)
        lane.start()

    def cancel(self, key: str) -> None:
        """Drop a queued job or end a running one; one that is done already stays done."""
        self._board.cancel(key)

    def pause(self) -> None:
        """Start no further job until ``resume``; those under way are finished."""
        self._board.pause(True)

    def resume(self) -> None:
        self._board.pause(False)

    def close(self) -> None:
        """End all children and threads and wait for them; jobs not finished end as CANCELLED.  May be called again."""
        self._board.close()
        with self._starting:
            threads, self._threads = self._threads, []
        for thread in threads:
            if thread is not threading.current_thread():
                thread.join()
