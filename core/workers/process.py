"""The parent's side of one child: how it is started, spoken to, watched and ended."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.errors import InternalError
from core.workers.limits import MIB, Limits
from core.workers.shared import SharedMemory
from core.workers.wire import Decoder, Message, Say, encode

if sys.platform != "linux":
    import psutil

log = logging.getLogger(__name__)

_PIECE = 1 << 18
_ONE_THREAD_EACH = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
_BOOTSTRAP = "import sys; sys.path[:] = {places}; from core.workers.child import main; main()"


class ChildGoneError(Exception):
    """The child ended or hung up; ``str(error)`` says how, for the log."""


class Child:
    """One child process with a job loaded, and the private socket to it.

    It does not import the parent's main module again, as multiprocessing's would: that costs time, and windows and test
    runners are not made for it.  It belongs to one thread: Linux ends it with the thread that started it.
    """

    def __init__(self, job: str, limits: Limits, memory: SharedMemory | None = None) -> None:
        self._limits = limits
        self._memory = memory
        self._decoder = Decoder(limits.message_mib * MIB)
        self._heard: list[Message] = []
        self.served = 0
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = _start(theirs, memory.descriptors if memory else ())
        try:
            self._greet(job)
        except BaseException:
            self.end()
            raise

    def _greet(self, job: str) -> None:
        """Wait until the job is loaded; raises ChildGoneError, or InternalError where it cannot be loaded."""
        memory = self._memory.ticket if self._memory else None
        self._send(Say.HELLO, {"job": job, "limits": asdict(self._limits), "parent": os.getpid(), "memory": memory})
        end = time.monotonic() + self._limits.start_s
        while (message := self.hear(1.0)) is None:
            if time.monotonic() > end:
                raise ChildGoneError(f"not ready after {self._limits.start_s:g} s")
        if message.say is Say.UNLOADABLE:
            raise InternalError(f"The job {job} cannot be loaded.\n{message.body.get('detail', '')}")

    @property
    def pid(self) -> int:
        return self._process.pid

    def task(self, task: Mapping[str, Any]) -> None:
        """Hand the child a task; raises ChildGoneError where it died since its last one."""
        self._send(Say.TASK, task)
        self.served += 1

    def _send(self, say: Say, body: Mapping[str, Any]) -> None:
        try:
            self._socket.settimeout(self._limits.start_s)
            self._socket.sendall(encode(say, body))
        except OSError as error:
            raise ChildGoneError(self._end_told(error)) from None

    def hear(self, timeout: float) -> Message | None:
        """Return the next message, or None where none is complete after ``timeout`` seconds.

        Raises ChildGoneError, or WireError where the child says what makes no sense.
        """
        if not self._heard:
            self._receive(timeout)
        return self._heard.pop(0) if self._heard else None

    def _receive(self, timeout: float) -> None:
        try:
            self._socket.settimeout(timeout)
            data = self._socket.recv(_PIECE)
        except TimeoutError:
            return
        except OSError as error:
            raise ChildGoneError(self._end_told(error)) from None
        if not data:
            raise ChildGoneError(self._end_told(None))
        self._heard.extend(self._decoder.feed(data))

    def _end_told(self, error: OSError | None) -> str:
        try:
            code = self._process.wait(2.0)
        except subprocess.TimeoutExpired:
            return f"hung up but lives on ({error})" if error else "hung up but lives on"
        return f"ended by signal {-code} ({signal.strsignal(-code)})" if code < 0 else f"left with exit code {code}"

    @property
    def ran_out_of_cpu_time(self) -> bool:
        return sys.platform != "win32" and self._process.returncode == -signal.SIGXCPU

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def resident_mib(self) -> float:
        """Return how much memory the child really holds, 0 where it is gone."""
        return _resident_bytes(self.pid) / MIB

    def end(self) -> None:
        """End the child and let go of all it held."""
        self._process.kill()
        self._process.wait()
        self._socket.close()


def _start(theirs: socket.socket, passed: Sequence[int]) -> subprocess.Popen[bytes]:
    places = [place or str(Path.cwd()) for place in sys.path if isinstance(place, str)]
    # -I: neither the current folder nor variables of the user's decide what a child imports, only ``places`` do.
    command = [sys.executable, "-I", "-X", f"utf8={sys.flags.utf8_mode}", "-c", _BOOTSTRAP.format(places=ascii(places))]
    noise = None if log.isEnabledFor(logging.DEBUG) else subprocess.DEVNULL
    environment = {**os.environ, **_ONE_THREAD_EACH}
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=noise, stderr=noise, env=environment, creationflags=flags
        )
        with process.stdin as their_input:
            their_input.write(theirs.share(process.pid))
        return process
    # A session of its own: a Ctrl-C in the terminal is not for the child.
    return subprocess.Popen(
        command,
        stdin=theirs.fileno(),
        stdout=noise,
        stderr=noise,
        env=environment,
        start_new_session=True,
        pass_fds=passed,
    )


if sys.platform == "linux":

    def _resident_bytes(pid: int) -> int:
        try:
            with open(f"/proc/{pid}/statm", "rb") as statm:
                return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError):
            return 0

else:

    def _resident_bytes(pid: int) -> int:
        try:
            resident: int = psutil.Process(pid).memory_info().rss
        except psutil.Error:
            return 0
        return resident
