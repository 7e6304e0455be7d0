"""What the player asks of a clip: any of its pictures by number, and its sound."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question: plain JSON values, and raw bytes."""

    value: Mapping[str, Any]
    blobs: tuple[bytes, ...] = ()


class Screening(Protocol):
    """Asks one decoder in a child process; used from one thread, ended from the same, hurried from any.

    ``memory`` is what pictures are written into: picture after picture of four bytes a pixel (blue, green, red,
    nothing), row after row without gaps, each at the slot it was asked for.  A task says what to ``do``:

    - "open" the clip at ``path``: answers ``width`` and ``height`` as shown, ``aspect`` of a pixel as it is stored,
      ``rotation``, whether there is ``sound``, and as bytes when each picture is shown, in units of ``time_base``
      (signed, 64 bits);
    - "pictures" from number ``first`` on into ``slots``, ``size`` being theirs: answers the places in ``slots`` that
      are ``done``, and ``more`` where it stopped early and goes on when asked again; with ``instead`` in the task and a
      long way to go it answers at once with the number of an earlier picture, ``instead``, in the first slot;
    - "sound" from ``start`` on, so many ``pairs`` (stereo, 16 bits, 48,000 a second): answers whether it ``goes_on``.
    """

    @property
    def memory(self) -> memoryview: ...

    def ask(self, task: Mapping[str, Any]) -> Answer:
        """Return the answer; raises FileProblem where the file does not give it, SystemProblem without a decoder."""

    def hurry(self) -> None:
        """Have the question that is under way answered with what there is."""

    def close(self) -> None: ...
