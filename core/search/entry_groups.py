"""The clips of a result parted by their locations or productions, each clip once: under the rarest it carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Protocol

from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.ports.index import Index
from core.search.fold import fold
from core.search.tree import Node
from core.values import dataclass

MOST_GROUPS = 200
"""Of so many entries at most, those that most of the clips carry, groups are made."""


class Names(Protocol):
    """The authority file as groups need it."""

    def get(self, entry_id: EntryId) -> Entry | None: ...


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """``clips`` from place ``start`` on that stand under ``entry``; under None those that carry none of the kind."""

    start: int
    clips: int
    entry: Entry | None


def by_entry(
    rows: Sequence[int], kind: EntryKind, counts: Mapping[EntryId, int], index: Index[Node], names: Names
) -> tuple[Sequence[int], tuple[EntryGroup, ...]]:
    """Return ``rows`` by the entries of ``kind``, as their names come in the alphabet, and where each begins.

    ``counts`` are those of the result.  A clip of Hellesylt that is tagged with Norway too stands under Hellesylt.
    """
    carried = [entry for id_ in counts if (entry := names.get(id_)) is not None and entry.kind is kind]
    most = sorted(carried, key=lambda entry: (-counts[entry.id], fold(entry.label), entry.id))[:MOST_GROUPS]
    rarest = most[::-1]
    parts = index.parted(rows, [entry.id for entry in rarest])
    named = sorted(zip(rarest, parts[:-1], strict=True), key=lambda part: (fold(part[0].label), part[0].id))
    told: list[tuple[Entry | None, Sequence[int]]] = [*named, (None, parts[-1])]
    groups, start = [], 0
    for entry, part in told:
        if part:
            groups.append(EntryGroup(start, len(part), entry))
            start += len(part)
    return list(chain.from_iterable(part for _, part in told)), tuple(groups)
