"""Memory that a child fills and the parent looks at, for what is too much to be sent."""

from __future__ import annotations

import mmap
import os
import sys
import tempfile
from collections.abc import Callable
from typing import Any

_SIGNS = 1
"""A byte behind the memory in which the parent hurries the child."""


class SharedMemory:
    """``size`` bytes that the parent and one child see; nothing of it is ever on a disk where the system can avoid it.

    The parent makes it and hands ``ticket`` to the child, together with the descriptors to be passed on.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._descriptor = -1
        whole = size + _SIGNS
        self._name = f"slatebook-{os.getpid()}-{id(self)}"
        if sys.platform == "win32":
            self._map = mmap.mmap(-1, whole, tagname=self._name)
        else:
            self._descriptor = _anonymous_file(self._name)
            os.ftruncate(self._descriptor, whole)
            self._map = mmap.mmap(self._descriptor, whole)
        self.view = memoryview(self._map)[:size]

    def hurry(self, *, on: bool) -> None:
        """Say, or say no more, that the child shall come to an end with what it is doing; from any thread."""
        self._map[self.size] = on

    @property
    def ticket(self) -> dict[str, Any]:
        """What a child needs to find it."""
        return {"size": self.size, "name": self._name, "descriptor": self._descriptor}

    @property
    def descriptors(self) -> tuple[int, ...]:
        """What the child has to inherit."""
        return () if self._descriptor < 0 else (self._descriptor,)

    def close(self) -> None:
        """Let go of it; views handed out before must not be used any more.  May be called again."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def attached(ticket: dict[str, Any]) -> tuple[memoryview, Callable[[], bool]]:
    """Return, in its child, the memory a parent made, and what tells whether it hurries the child.

    Is called before rights are given up.
    """
    size = ticket["size"]
    if sys.platform == "win32":
        found = mmap.mmap(-1, size + _SIGNS, tagname=ticket["name"])
    else:
        found = mmap.mmap(ticket["descriptor"], size + _SIGNS)
        os.close(ticket["descriptor"])
    return memoryview(found)[:size], lambda: found[size] != 0


if sys.platform == "linux":

    def _anonymous_file(name: str) -> int:
        """Return a descriptor of a file that has no name anywhere."""
        return os.memfd_create(name)

else:

    def _anonymous_file(name: str) -> int:
        with tempfile.TemporaryFile(prefix=name) as file:
            return os.dup(file.fileno())
