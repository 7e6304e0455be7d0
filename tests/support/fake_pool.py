"""The MediaPool port without processes and threads, held to the same conformance tests as the real pool."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from core.model.codec import to_document
from core.model.media import MediaFacts, MediaKind
from core.ports.media import End, Findings, FoundFrame, OnDone, Outcome

JPEG = b"\xff\xd8\xff\xe0 not really \xff\xd9"


def found_in(task: Mapping[str, Any]) -> Outcome:
    """Answer as the real job does for a good clip; a path that says "bad" is refused, "crash" crashes."""
    if "bad" in task["path"]:
        return Outcome(End.REFUSED, "The file is cut off.")
    if "crash" in task["path"]:
        return Outcome(End.CRASHED, "ended by signal 11")
    frame = FoundFrame(time=Fraction(1, 3), blob=0, width=640, height=360, reason="shot")
    facts = MediaFacts(container="mp4", codec="h264", width=1920, height=1080, duration=Fraction(10))
    findings = Findings(kind=MediaKind.CLIP, facts=facts, keyframes=(frame,), poster=0)
    return Outcome(End.DONE, value=to_document(findings), blobs=(JPEG + task["path"].encode("utf-8", "replace"),))


class ScriptedPool:
    """A MediaPool that answers at once, on the caller's thread, unless paused or told to ``hold``.

    ``answer`` says what comes of a task; None, that it goes on until it is cancelled.
    """

    def __init__(self, answer: Callable[[Mapping[str, Any]], Outcome | None] = found_in) -> None:
        self.answer = answer
        self.tasks: list[Mapping[str, Any]] = []
        self.hold = False
        self.paused = False
        self._closed = False
        self._waiting: deque[tuple[str, Mapping[str, Any], OnDone]] = deque()
        self._under_way: dict[str, OnDone] = {}

    def submit(self, key: str, task: Mapping[str, Any], on_done: OnDone) -> None:
        if key in self._under_way or any(key == waiting for waiting, _, _ in self._waiting):
            raise ValueError(f"the key {key!r} is in use")
        if self._closed:
            on_done(key, Outcome(End.CANCELLED))
            return
        self.tasks.append(task)
        self._waiting.append((key, json.loads(json.dumps(task)), on_done))
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and not (self.hold or self.paused):
            key, task, on_done = self._waiting.popleft()
            outcome = self.answer(task)
            if outcome is None:
                self._under_way[key] = on_done
            else:
                on_done(key, outcome)

    def cancel(self, key: str) -> None:
        if on_done := self._under_way.pop(key, None):
            on_done(key, Outcome(End.CANCELLED))
        for waiting in [waiting for waiting in self._waiting if waiting[0] == key]:
            self._waiting.remove(waiting)
            waiting[2](key, Outcome(End.CANCELLED))

    def pause(self) -> None:
        self.paused = True

    def resume(self) -> None:
        self.paused = False
        self._go_on()

    def close(self) -> None:
        self._closed = True
        for key in [*self._under_way, *(waiting for waiting, _, _ in self._waiting)]:
            self.cancel(key)
