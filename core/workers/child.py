"""The child's side: loads one job by name, then runs it on one task after another.

It is started with nothing of the parent but the list of places to import from, and one socket as its standard input.
Nothing heavy is imported here.
"""

from __future__ import annotations

import importlib
import os
import queue
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from core.errors import SlatebookError
from core.workers.isolation import arm_cpu_clock, give_up_rights
from core.workers.limits import MIB, Limits
from core.workers.shared import attached
from core.workers.wire import Decoder, Message, Say, encode

Job = Callable[[dict[str, Any], Callable[[], None]], tuple[Mapping[str, Any], Sequence[bytes]]]
"""What is run: (task, progress) -> (value, blobs); the job calls ``progress`` as often as it likes while it gets on.

``task`` has the shared ``memory`` in it where there is some, and ``hurried``, which tells whether the parent wants an
answer at once.
"""

_PROGRESS_EVERY_S = 0.2
_PIECE = 1 << 16


class Line:
    """The one connection to the parent; one thread may hear while another speaks."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._decoder = Decoder(MIB)
        self._heard: list[Message] = []
        self._last_sign = 0.0

    def hear(self) -> Message:
        """Return the parent's next message, waiting for it; raises EOFError where the parent is gone."""
        while not self._heard:
            data = self._connection.recv(_PIECE)
            if not data:
                raise EOFError
            self._heard.extend(self._decoder.feed(data))
        return self._heard.pop(0)

    def say(self, say: Say, body: Mapping[str, Any], blobs: Sequence[bytes] = ()) -> None:
        self._connection.sendall(encode(say, body, blobs))

    def answer(self, value: Mapping[str, Any], blobs: Sequence[bytes], limit: int) -> None:
        """Send a result, or that it is more than the ``limit`` bytes the parent takes."""
        message = encode(Say.DONE, {"value": value}, blobs)
        if len(message) > limit:
            self.say(Say.TOO_BIG, {"detail": f"a result of {len(message):,} bytes"})
        else:
            self._connection.sendall(message)

    def progress(self) -> None:
        """Tell the parent that the job gets on, unless it was told a moment ago."""
        now = time.monotonic()
        if now - self._last_sign >= _PROGRESS_EVERY_S:
            self._last_sign = now
            self.say(Say.PROGRESS, {})


def main() -> None:
    """Serve the parent until it is gone."""
    line = Line(_parents_socket())
    hello = line.hear().body
    limits = Limits(**hello["limits"])
    try:
        job = _load(hello["job"])
    except Exception:  # noqa: BLE001 - whatever keeps a job from loading is told to the parent, which cannot look
        line.say(Say.UNLOADABLE, {"detail": traceback.format_exc(limit=-12)})
        return
    more = dict(zip(("memory", "hurried"), attached(hello["memory"]), strict=True)) if hello.get("memory") else {}
    give_up_rights(limits, hello["parent"])
    line.say(Say.READY, {})
    _serve(line, job, limits, more)


def _parents_socket() -> socket.socket:
    """Take the socket off standard input and leave nothing to be read there."""
    if sys.platform == "win32":
        connection = socket.fromshare(sys.stdin.buffer.read())
    else:
        connection = socket.socket(fileno=os.dup(0))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return connection


def _load(name: str) -> Job:
    module, _, function = name.partition(":")
    job: Job = getattr(importlib.import_module(module), function)
    return job


def _serve(line: Line, job: Job, limits: Limits, more: Mapping[str, Any]) -> None:
    tasks: queue.SimpleQueue[Message] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(line, tasks), name="parent", daemon=True).start()
    while True:
        task = tasks.get().body
        arm_cpu_clock(limits)
        _run(line, job, {**task, **more}, limits)


def _listen(line: Line, tasks: queue.SimpleQueue[Message]) -> None:
    """Pass tasks on; on a thread of its own, so that the end of the parent is noticed in the midst of a job."""
    try:
        while True:
            tasks.put(line.hear())
    except (EOFError, OSError):
        os._exit(0)


def _run(line: Line, job: Job, task: dict[str, Any], limits: Limits) -> None:
    try:
        value, blobs = job(task, line.progress)
        line.answer(value, blobs, limits.message_mib * MIB)
    except SlatebookError as error:
        line.say(Say.REFUSED, {"detail": str(error)})
    except MemoryError:
        line.say(Say.TOO_BIG, {"detail": "no more memory inside the child"})
    except Exception:  # noqa: BLE001 - one of the three boundaries: libraries raise anything at all on damaged files
        line.say(Say.RAISED, {"detail": traceback.format_exc(limit=-12)})
