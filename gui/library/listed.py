"""The authority file as the browser lists it: by kind and label, ready to be filtered; made once, on any thread."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import field, replace

from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.values import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """The entries of one kind, in order; ``texts`` has all names of each without case, ``places`` where each stands.

    ``nested`` are the places of all of them, each below the one it lies in; where it is ``flat`` none lies in another.
    """

    entries: Sequence[Entry] = ()
    ids: Sequence[EntryId] = ()
    texts: Sequence[str] = ()
    places: Mapping[EntryId, int] = field(default_factory=dict)
    flat: bool = True
    nested: Nested = ((), b"")


Nested = tuple[Sequence[int], Sequence[int]]
"""Places, in the order in which they are listed, and how deep each lies."""


Authority = Mapping[EntryKind, Listed]


def listed(entries: Iterable[Entry]) -> Authority:
    """Return ``entries``, in their order, as the browser lists them, without what was merged into something else."""
    by_kind: dict[EntryKind, list[Entry]] = {kind: [] for kind in EntryKind}
    for entry in entries:
        if entry.redirect is None:
            by_kind[entry.kind].append(entry)
    return {kind: _of_one_kind(some) for kind, some in by_kind.items()}


def _of_one_kind(entries: Sequence[Entry]) -> Listed:
    ids = [entry.id for entry in entries]
    texts = ["\n".join(entry.names).casefold() for entry in entries]
    flat = all(entry.parent is None for entry in entries)
    made = Listed(entries, ids, texts, {entry: place for place, entry in enumerate(ids)}, flat)
    return replace(made, nested=nested(range(len(ids)), made))


def nested(places: Sequence[int], names: Listed) -> Nested:
    """Return ``places`` with their depths, each below the nearest of its parents that is among them as well."""
    if names.flat:
        return places, bytes(len(places))
    among = set(places)
    children: dict[int | None, list[int]] = {}
    for place in places:
        children.setdefault(_above(place, among, names), []).append(place)
    waiting = [(place, 0) for place in reversed(children.get(None, []))]
    ordered: list[int] = []
    depths: list[int] = []
    while waiting:
        place, depth = waiting.pop()
        ordered.append(place)
        depths.append(depth)
        waiting += [(child, depth + 1) for child in reversed(children.get(place, []))]
    return ordered, depths


def _above(place: int, among: Container[int], names: Listed) -> int | None:
    """Return the place of the nearest parent that is ``among`` those listed."""
    seen = {place}
    at = _parent(place, names)
    while at is not None and at not in seen:
        if at in among and _is_root_of(at, place, names):
            return at
        seen.add(at)
        at = _parent(at, names)
    return None


def _parent(place: int, names: Listed) -> int | None:
    parent = names.entries[place].parent
    return None if parent is None else names.places.get(parent)


def _is_root_of(above: int, below: int, names: Listed) -> bool:
    """Tell whether ``above`` does not lie below ``below`` itself: a ring of parents is no tree."""
    seen: set[int] = set()
    at: int | None = above
    while at is not None and at not in seen:
        if at == below:
            return False
        seen.add(at)
        at = _parent(at, names)
    return True
