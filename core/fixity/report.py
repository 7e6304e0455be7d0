"""What came of a verification, file by file."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Mapping

from core.model.ids import ClipId
from core.values import dataclass
from core.words import msg


class Finding(enum.StrEnum):
    UNCHANGED = msg("unchanged")
    RECORDED = msg("recorded now")
    CHANGED = msg("changed")
    MISSING = msg("missing")
    OFFLINE = msg("offline")
    UNREADABLE = msg("unreadable")


@dataclass(frozen=True, slots=True)
class Checked:
    """One file and what was found; ``path`` and ``sentence`` are fit to be shown, ``full_hash`` is as it was read."""

    clip: ClipId
    path: str
    finding: Finding
    sentence: str
    full_hash: str = ""

    @property
    def is_well(self) -> bool:
        return self.finding in (Finding.UNCHANGED, Finding.RECORDED)


@dataclass(frozen=True, slots=True)
class FixityReport:
    """What came of a verification; after a cancel, ``checked`` holds what was done by then."""

    checked: tuple[Checked, ...]
    cancelled: bool

    @property
    def counts(self) -> Mapping[Finding, int]:
        return Counter(one.finding for one in self.checked)

    @property
    def faults(self) -> tuple[Checked, ...]:
        return tuple(one for one in self.checked if not one.is_well)
