"""Jobs that behave as badly as a decoder can; children load them by name."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.errors import FileProblem

Progress = Callable[[], None]
Result = tuple[dict[str, Any], list[bytes]]


def work(task: dict[str, Any], progress: Progress) -> Result:
    """Do what the task's ``do`` says, and otherwise echo the task."""
    return _DEEDS.get(task.get("do", ""), _echo)(task, progress)


def _echo(task: dict[str, Any], progress: Progress) -> Result:
    progress()
    return {"task": task, "pid": os.getpid()}, [b"one", b"", b"three"]


def _segfault(task: dict[str, Any], progress: Progress) -> Result:
    ctypes.string_at(0)
    return {}, []


def _abort(task: dict[str, Any], progress: Progress) -> Result:
    os.abort()


def _leave(task: dict[str, Any], progress: Progress) -> Result:
    sys.exit(3)


def _leave_at_once(task: dict[str, Any], progress: Progress) -> Result:
    os._exit(0)


def _crash_once(task: dict[str, Any], progress: Progress) -> Result:
    """Crash where a pipe still holds a byte: the one mark that a process may leave which can write nothing."""
    with open(os.open(task["pipe"], os.O_RDONLY | os.O_NONBLOCK), "rb", buffering=0) as pipe:
        if not pipe.read(1):
            return {"survived": True}, []
    os.abort()


def _hang(task: dict[str, Any], progress: Progress) -> Result:
    while True:
        time.sleep(1)


def _never_finish(task: dict[str, Any], progress: Progress) -> Result:
    while True:
        time.sleep(0.01)
        progress()


def _spin(task: dict[str, Any], progress: Progress) -> Result:
    while True:
        progress()


def _eat_memory(task: dict[str, Any], progress: Progress) -> Result:
    """Hold ever more memory; ``piece`` bytes at a time, touched so that it is really held."""
    held = []
    while True:
        held.append(bytearray(os.urandom(4096)) * (task["piece"] // 4096))
        progress()


def _raise(task: dict[str, Any], progress: Progress) -> Result:
    raise IndexError("list index out of range")


def _refuse(task: dict[str, Any], progress: Progress) -> Result:
    raise FileProblem("The file is empty.")


def _huge_value(task: dict[str, Any], progress: Progress) -> Result:
    return {"text": "x" * task["size"]}, []


def _huge_blob(task: dict[str, Any], progress: Progress) -> Result:
    return {}, [bytes(task["size"])]


def _no_json(task: dict[str, Any], progress: Progress) -> Result:
    return {"value": object()}, []


def _chatter(task: dict[str, Any], progress: Progress) -> Result:
    """Write to the standard streams, as libraries do."""
    os.write(1, b"noise" * 10_000)
    os.write(2, b"noise" * 10_000)
    return {"read": len(sys.stdin.buffer.read())}, []


def _write_file(task: dict[str, Any], progress: Progress) -> Result:
    with open(task["target"], "wb") as file:
        file.write(b"never")
    return {}, []


def _tamper(task: dict[str, Any], progress: Progress) -> Result:
    """Try every way to change a folder; returns the names of those that worked."""
    victim, beside = Path(task["victim"]), Path(task["victim"] + " beside")
    ways: dict[str, Callable[[], object]] = {
        "open to write": lambda: os.open(victim, os.O_WRONLY),
        "truncate": lambda: os.truncate(victim, 0),
        "rename": lambda: victim.rename(beside),
        "link": lambda: beside.symlink_to(victim),
        "make a folder": lambda: os.mkdir(beside),
        "make a file": lambda: os.open(beside, os.O_CREAT | os.O_WRONLY),
        "remove": victim.unlink,
    }
    return {"worked": _working(ways)}, []


def _reach_out(task: dict[str, Any], progress: Progress) -> Result:
    """Try every way out of the process; returns the names of those that worked."""
    ways: dict[str, Callable[[], object]] = {
        "TCP": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        "UDP": lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
        "local socket": lambda: socket.socket(socket.AF_UNIX),
        "program": lambda: os.posix_spawn(sys.executable, [sys.executable, "-c", ""], {}),
    }
    return {"worked": _working(ways)}, []


def _working(ways: dict[str, Callable[[], object]]) -> list[str]:
    worked = []
    for name, way in ways.items():
        try:
            way()
        except OSError:
            continue
        worked.append(name)
    return worked


def _phone(task: dict[str, Any], progress: Progress) -> Result:
    with socket.create_connection(("127.0.0.1", task["port"]), timeout=2):
        return {"connected": True}, []


def _sleep(task: dict[str, Any], progress: Progress) -> Result:
    end = time.monotonic() + task["seconds"]
    while time.monotonic() < end:
        time.sleep(0.005)
        progress()
    return {"pid": os.getpid()}, []


_DEEDS: dict[str, Callable[[dict[str, Any], Progress], Result]] = {
    "segfault": _segfault,
    "abort": _abort,
    "exit": _leave,
    "exit at once": _leave_at_once,
    "crash once": _crash_once,
    "hang": _hang,
    "never finish": _never_finish,
    "spin": _spin,
    "eat memory": _eat_memory,
    "raise": _raise,
    "refuse": _refuse,
    "huge value": _huge_value,
    "huge blob": _huge_blob,
    "no json": _no_json,
    "chatter": _chatter,
    "write": _write_file,
    "phone": _phone,
    "tamper": _tamper,
    "reach out": _reach_out,
    "sleep": _sleep,
}
