"""A message bus of its own for programs of a test, as desktops have one."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from contextlib import ExitStack
from typing import BinaryIO

TOOLS = ("dbus-daemon", "dbus-monitor")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]


class Bus:
    """A bus that ends with ``stack``; ``address`` is how programs find it."""

    def __init__(self, stack: ExitStack) -> None:
        command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        daemon = started(stack, command, stdout=subprocess.PIPE)
        assert daemon.stdout is not None
        self.address = daemon.stdout.readline().decode().strip()


def started(
    stack: ExitStack, command: Sequence[str], stdout: int | BinaryIO, environment: dict[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start a program that is ended with ``stack``."""
    program = stack.enter_context(subprocess.Popen(command, stdout=stdout, stderr=subprocess.DEVNULL, env=environment))
    stack.callback(program.terminate)
    return program
