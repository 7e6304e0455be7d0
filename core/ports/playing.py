"""What the player asks of a clip: any of its pictures by number, and its sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question: plain JSON values, and raw bytes."""

    value: Mapping[str, Any]
    blobs: tuple[bytes, ...] = ()


class Screening(Protocol):
    """Asks one decoder in a child process; used from one thread, ended from the same.

    ``memory`` is what pictures are written into: picture after picture of four bytes a pixel (blue, green, red,
    nothing), row after row without gaps, each at the slot it was asked for.
    """

    @property
    def memory(self) -> memoryview: ...

    def ask(self, task: Mapping[str, Any]) -> Answer:
        """Return the answer; raises FileProblem where the file does not give it, SystemProblem without a decoder."""

    def close(self) -> None: ...
