"""A child that is asked one thing after another about the same file, and remembers what it had open."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from core.errors import FileProblem, InternalError, SystemProblem
from core.ports.playing import Answer
from core.words import tr
from core.workers.limits import Limits
from core.workers.process import Child, ChildGoneError
from core.workers.shared import SharedMemory
from core.workers.wire import Message, Say, WireError

log = logging.getLogger(__name__)

_LOOK_EVERY_S = 0.02
_WORN = 4
"""A child that holds the fourth part of what it may is not given another file."""


class Session:
    """One child with ``job`` loaded and ``memory`` bytes shared with it, started when it is first asked.

    It belongs to the thread that asks.  A child that dies, hangs or eats memory is ended; the next question starts
    another, which remembers nothing.  Tasks that do what ``opens`` says need nothing of what was remembered: a child
    that holds much by then is replaced, for it would be held against the next file.
    """

    def __init__(self, job: str, memory: int, limits: Limits, opens: str = "") -> None:
        self._job = job
        self._limits = limits
        self._opens = opens
        self._shared = SharedMemory(memory)
        self._child: Child | None = None

    @property
    def memory(self) -> memoryview:
        """What the child writes into."""
        return self._shared.view

    def hurry(self) -> None:
        """Have the question that is under way answered with what there is; may be called from any thread."""
        self._shared.hurry(on=True)

    def ask(self, task: Mapping[str, Any]) -> Answer:
        """Return the answer to ``task``.

        Raises FileProblem with the sentence for the file where the job says no or the child does not survive it,
        SystemProblem where no child can be started.
        """
        try:
            if self._child is None or not self._child.is_alive() or self._is_worn(self._child, task):
                self.end()
                self._child = Child(self._job, self._limits, self._shared)
        except (ChildGoneError, InternalError, OSError) as error:
            log.error("no child for the player: %s", error)
            raise SystemProblem(tr("The program that reads media files cannot be started; the log says why.")) from None
        try:
            self._shared.hurry(on=False)
            self._child.task(task)
            return self._answer(self._child)
        except (ChildGoneError, WireError) as error:
            self.end()
            log.warning("the player's child ended: %s", error)
            raise FileProblem(tr("The file made its reader fail; the rest of Slatebook goes on.")) from None

    def _is_worn(self, child: Child, task: Mapping[str, Any]) -> bool:
        return task.get("do") == self._opens and child.resident_mib() > self._limits.rss_mib / _WORN

    def _answer(self, child: Child) -> Answer:
        started = last_sign = time.monotonic()
        while True:
            message = child.hear(_LOOK_EVERY_S)
            now = time.monotonic()
            if message is not None and message.say is not Say.PROGRESS:
                return _told(message)
            if message is not None:
                last_sign = now
            if now - last_sign > self._limits.stall_s or now - started > self._limits.wall_s:
                raise ChildGoneError(f"no answer after {now - started:.1f} s")
            if (held := child.resident_mib()) > self._limits.rss_mib:
                raise ChildGoneError(f"it held {held:,.0f} MiB")

    def end(self) -> None:
        """End the child, if there is one."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def close(self) -> None:
        """End the child and let go of the memory."""
        self.end()
        self._shared.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _told(message: Message) -> Answer:
    detail = str(message.body.get("detail", ""))
    value = message.body.get("value")
    if message.say is Say.DONE and isinstance(value, dict):
        return Answer(value, message.blobs)
    if message.say is Say.REFUSED:
        raise FileProblem(detail)
    if message.say in (Say.RAISED, Say.TOO_BIG):
        log.warning("the player's job failed: %s", detail)
        raise FileProblem(tr("This part of the file cannot be read."))
    raise WireError(f"{message.say} is not for a child to say")
