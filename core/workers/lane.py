"""One thread that gives one child after another one job after another, and watches."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import replace

from core.errors import InternalError
from core.ports.media import End, Outcome
from core.workers.board import Board, Errand
from core.workers.limits import Limits
from core.workers.process import Child, ChildGoneError
from core.workers.wire import Message, MessageTooBigError, Say, WireError

log = logging.getLogger(__name__)

_LOOK_EVERY_S = 0.05
_STARTS = 3
"""How often a child may die on its way to its first task before the lane gives up."""

_LEAVES_CHILD_WELL = frozenset((End.DONE, End.REFUSED))


class Lane(threading.Thread):
    """Takes errands off the board until that is over.

    A child that broke a limit, or whose state is in doubt, is ended and replaced; one that dies between two jobs is
    replaced without a word.
    """

    def __init__(self, board: Board, job: str, limits: Limits, number: int) -> None:
        super().__init__(name=f"media lane {number}", daemon=True)
        self._board = board
        self._job = job
        self._limits = limits
        self._child: Child | None = None

    def run(self) -> None:
        try:
            while not self._board.is_over:
                errand = self._board.take(self._limits.idle_s)
                if errand is None:
                    self._end_child()
                    continue
                outcome = self._outcome(errand)
                self._board.finish(errand)
                errand.on_done(errand.key, outcome)
        finally:
            self._end_child()

    def _outcome(self, errand: Errand) -> Outcome:
        started = time.monotonic()
        outcome = self._attempt(errand)
        if outcome.end is End.CRASHED:
            log.info("once more in a fresh child: %s", errand.key)
            outcome = self._attempt(errand)
        return replace(outcome, seconds=time.monotonic() - started)

    def _attempt(self, errand: Errand) -> Outcome:
        if errand.cancelled:
            return Outcome(End.CANCELLED)
        try:
            child = self._with_task(errand)
        except (ChildGoneError, InternalError, OSError) as error:
            log.error("no child for %s: %s", errand.key, error)
            return Outcome(End.CANCELLED, "The program that reads media files cannot be started; the log says why.")
        outcome = self._watch(child, errand)
        if outcome.end not in _LEAVES_CHILD_WELL:
            log.info("%s: %s %s", errand.key, outcome.end, outcome.detail)
            self._end_child()
        return outcome

    def _with_task(self, errand: Errand) -> Child:
        """Return a child that has the task; one that died before it could take it is no fault of the file's."""
        for _ in range(_STARTS - 1):
            try:
                return self._hand_over(errand)
            except (ChildGoneError, OSError) as error:
                log.info("a child died before its task: %s", error)
                self._end_child()
        return self._hand_over(errand)

    def _hand_over(self, errand: Errand) -> Child:
        if self._child is not None and self._is_spent(self._child):
            self._end_child()
        if self._child is None:
            self._child = Child(self._job, self._limits)
        self._child.task(errand.task)
        return self._child

    def _is_spent(self, child: Child) -> bool:
        """Whether a fresh child is better: what one file left behind in memory is not held against the next."""
        limits = self._limits
        worn = child.served >= limits.files_per_child or child.resident_mib() > limits.rss_mib / 2
        return worn or not child.is_alive()

    def _watch(self, child: Child, errand: Errand) -> Outcome:
        """Return what comes of the task the child has."""
        started = last_sign = time.monotonic()
        try:
            while True:
                message = child.hear(_LOOK_EVERY_S)
                now = time.monotonic()
                if message is not None and message.say is Say.PROGRESS:
                    last_sign = now
                elif message is not None:
                    return _told(message)
                broken = self._broken_limit(child, errand, now - started, now - last_sign)
                if broken is not None:
                    return broken
        except MessageTooBigError as error:
            return Outcome(End.TOO_BIG, str(error))
        except (ChildGoneError, WireError) as error:
            return Outcome(End.TOO_SLOW if child.ran_out_of_cpu_time else End.CRASHED, str(error))

    def _broken_limit(self, child: Child, errand: Errand, running_s: float, silent_s: float) -> Outcome | None:
        limits = self._limits
        if errand.cancelled:
            return Outcome(End.CANCELLED)
        if running_s > limits.wall_s:
            return Outcome(End.TOO_SLOW, f"no result after {limits.wall_s:g} s")
        if silent_s > limits.stall_s:
            return Outcome(End.STALLED, f"no progress for {limits.stall_s:g} s")
        if (held := child.resident_mib()) > limits.rss_mib:
            return Outcome(End.TOO_BIG, f"held {held:,.0f} MiB")
        return None

    def _end_child(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


def _told(message: Message) -> Outcome:
    """Return the outcome a child tells of; raises WireError where it makes no sense."""
    detail = str(message.body.get("detail", ""))
    match message.say:
        case Say.DONE:
            value = message.body.get("value")
            if not isinstance(value, dict):
                raise WireError("a result without a value")
            return Outcome(End.DONE, value=value, blobs=message.blobs)
        case Say.REFUSED:
            return Outcome(End.REFUSED, detail)
        case Say.RAISED:
            log.warning("a job failed: %s", detail)
            return Outcome(End.REFUSED)
        case Say.TOO_BIG:
            return Outcome(End.TOO_BIG, detail)
    raise WireError(f"{message.say} is not for a child to say")
