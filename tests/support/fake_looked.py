"""The LookedBook port in memory, held to the same tests as the real one."""

from __future__ import annotations

from collections.abc import Mapping

from core.model.ids import ClipId
from core.model.looked import NOT_LOOKED_AT, Looked


class MemoryLooked:
    """What was looked at, as long as this lives."""

    def __init__(self) -> None:
        self.count = 0
        self._looked: dict[ClipId, Looked] = {}

    def of(self, clip: ClipId) -> Looked:
        return self._looked.get(clip, NOT_LOOKED_AT)

    def put(self, looked: Mapping[ClipId, Looked]) -> int:
        self._looked.update(looked)
        self.count += 1
        return self.count

    def shares(self) -> Mapping[ClipId, int]:
        return {clip: looked.share for clip, looked in self._looked.items() if looked.share}

    def close(self) -> None:
        """Nothing is open."""
