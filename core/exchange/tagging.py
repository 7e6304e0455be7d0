"""Names in a cell, held against those who stand there: who is added, who is taken off, whom nobody knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.catalog.vocabulary import Vocabulary
from core.exchange.edits import Retag
from core.exchange.names import Names, Unmatched, split_names
from core.exchange.sameness import says_the_same
from core.export.columns import established
from core.model.clip import Clip, Role
from core.model.ids import EntryId, MomentId
from core.model.vocabulary import EntryKind
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where names stand: in a role, among the entries of a kind, over a whole clip or on one moment."""

    role: Role
    kind: EntryKind
    moment: MomentId | None = None


@dataclass(frozen=True, slots=True)
class _Standing:
    """An entry that stands in a place: what it is called, told apart and plain, and by which ids it was tagged."""

    labels: tuple[str, str]
    tagged: tuple[EntryId, ...]

    def is_called(self, name: str) -> bool:
        """Whether ``name`` in a cell means it: a sheet may have left before there was another of the same name."""
        return any(says_the_same(label.strip(), name) for label in self.labels)


class Roll:
    """Reads the names in cells."""

    def __init__(self, vocabulary: Vocabulary, names: Names) -> None:
        self._vocabulary = vocabulary
        self._names = names

    def retag(self, ours: Clip, base: Clip | None, place: Place, theirs: str) -> tuple[Retag, tuple[Unmatched, ...]]:
        """Return what the cell ``theirs`` asks of the clip ``ours``, and the names in it that nobody has.

        Where nobody knows what stood there (no ``base``) names are added, and taken off only by a blank cell.
        """
        before, now = self._standing(base or ours, place), self._standing(ours, place)
        named, unmatched = self.read(place.kind, theirs, before | now)
        gone = before.keys() - named if base is not None or not theirs.strip() else set()
        added = (entry for entry in dict.fromkeys(named) if entry not in before and entry not in now)
        removed = frozenset(tag for entry in gone & now.keys() for tag in now[entry].tagged)
        entries = (*added, *(name.id for name in unmatched))
        return Retag(ours.id, place.role, entries, removed, place.moment), unmatched

    def read(
        self, kind: EntryKind, theirs: str, standing: Mapping[EntryId, _Standing]
    ) -> tuple[list[EntryId], tuple[Unmatched, ...]]:
        """Return whom the names in a cell mean, first among those who stand there, and the names nobody has."""
        left = dict(standing)
        named: list[EntryId] = []
        unmatched: dict[EntryId, Unmatched] = {}
        for name in split_names(theirs):
            there = next((entry for entry, known in left.items() if known.is_called(name)), None)
            found = there or self._names.find(kind, name)
            if isinstance(found, Unmatched):
                unmatched[found.id] = found
            elif found is not None:
                named.append(found)
                left.pop(found, None)
        return named, tuple(unmatched.values())

    def _standing(self, clip: Clip, place: Place) -> dict[EntryId, _Standing]:
        """Return the entries that stand in ``place``, by where redirects lead."""
        if place.moment is not None:
            clip = replace(clip, tags=tuple(tag for tag in clip.tags if tag.moment == place.moment))
        found: dict[EntryId, _Standing] = {}
        for tagged in established(clip, place.role):
            entry = self._vocabulary.get(tagged)
            final = entry.id if entry else tagged
            known = found.get(final)
            told_apart = self._vocabulary.label(tagged)
            labels = (told_apart, entry.label if entry else told_apart)
            found[final] = _Standing(labels, (*(known.tagged if known else ()), tagged))
        return found
