"""Tags on the number keys: which entry lies on which, and which stretches are open; no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from core.model.ids import EntryId
from core.values import dataclass

KEYS = 9
"""1 to 9."""


def on_keys(recent: Iterable[EntryId], uses: Mapping[EntryId, int], before: tuple[EntryId, ...]) -> tuple[EntryId, ...]:
    """Return what lies on the keys: ``recent`` entries, then those used most.

    What lay on a key ``before`` stays there while it is still among them, so that fingers may learn.
    """
    often = sorted(uses, key=lambda entry: (-uses[entry], entry))
    wanted = list(dict.fromkeys((*recent, *often)))[:KEYS]
    kept = [entry if entry in wanted else None for entry in before[:KEYS]]
    fresh = iter([entry for entry in wanted if entry not in kept])
    filled = [entry if entry is not None else next(fresh, None) for entry in kept]
    return tuple(entry for entry in (*filled, *fresh) if entry is not None)


@dataclass(frozen=True, slots=True)
class Open:
    """Stretches that began and have not ended: entry and beginning, in the order in which they began."""

    since: tuple[tuple[EntryId, Fraction], ...] = ()

    def begun(self, entry: EntryId) -> Fraction | None:
        """Return when the stretch of ``entry`` began, None where none is open."""
        return next((start for known, start in self.since if known == entry), None)

    def begin(self, entry: EntryId, time: Fraction) -> Open:
        return replace(self, since=(*self.since, (entry, time)))

    def end(self, entry: EntryId) -> Open:
        return replace(self, since=tuple((known, start) for known, start in self.since if known != entry))
