"""What others want of a running import."""

from __future__ import annotations

from collections.abc import Sequence

from core.model.ids import ClipId
from core.values import dataclass


@dataclass(slots=True)
class Wishes:
    """Set from any thread, looked at by the import; ``preferred`` are the clips to look at first, best first."""

    paused: bool = False
    cancelled: bool = False
    to_be_resumed: bool = False
    preferred: Sequence[ClipId] = ()
