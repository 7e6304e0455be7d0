"""Where it is kept what has been looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from core.model.ids import ClipId
from core.model.looked import Looked


class LookedBook(Protocol):
    """Which seconds of which clips were looked at; safe from any thread.  Methods raise SystemProblem."""

    @property
    def count(self) -> int:
        """How many times something was put; tells whoever follows it whether there is anything new."""

    def of(self, clip: ClipId) -> Looked:
        """Return what was looked at of ``clip``."""

    def put(self, looked: Mapping[ClipId, Looked]) -> int:
        """Keep what was looked at of some clips, in place of what was known of them; return the new count."""

    def shares(self) -> Mapping[ClipId, int]:
        """Return how much was looked at of every clip that was looked at, in per cent."""

    def close(self) -> None: ...
