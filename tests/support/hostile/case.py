"""What a case is: how a file is made, and what must come of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Make = Callable[[bytes], None]
"""Makes whatever lies at a path."""


@dataclass(frozen=True, slots=True)
class Case:
    """One file: the group it belongs to, its name in bytes, how it is made.

    ``silent``: it is passed over without a word, for it is no file.  ``costly``: it takes seconds, so that only a
    thorough run has it.
    """

    group: str
    name: bytes
    make: Make
    silent: bool = False
    costly: bool = False

    def write(self, folder: bytes) -> bytes:
        """Make the file in a folder of its group; returns its path."""
        place = os.path.join(folder, self.group.encode())
        Path(os.fsdecode(place)).mkdir(parents=True, exist_ok=True)
        path = os.path.join(place, self.name)
        self.make(path)
        return path


def holding(data: bytes) -> Make:
    """Return a way to make a file that holds ``data``."""

    def make(path: bytes) -> None:
        with open(path, "wb") as file:
            file.write(data)

    return make


def sparse(head: bytes, size: int, tail: bytes = b"") -> Make:
    """Return a way to make a file of ``size`` bytes, of which only its ends take room on the disk."""

    def make(path: bytes) -> None:
        with open(path, "wb") as file:
            file.write(head)
            file.truncate(size)
            file.seek(size - len(tail))
            file.write(tail)

    return make


def data_case(group: str, name: str, data: bytes, *, costly: bool = False, silent: bool = False) -> Case:
    return Case(group, name.encode(), holding(data), silent, costly)
