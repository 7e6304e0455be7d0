"""The authority file as the browser lists it: by kind and label, ready to be filtered; made once, on any thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of one kind, by label; ``texts`` has all names of each without case, ``places`` where each stands."""

    entries: Sequence[Entry] = ()
    ids: Sequence[EntryId] = ()
    texts: Sequence[str] = ()
    places: Mapping[EntryId, int] = field(default_factory=dict)

    def get(self, entry: EntryId) -> Entry | None:
        """Return the entry of that id, None where it is of another kind or gone."""
        place = self.places.get(entry)
        return None if place is None else self.entries[place]


Authority = Mapping[EntryKind, Listed]


def listed(entries: Iterable[Entry]) -> Authority:
    """Return ``entries`` as the browser lists them, without what was merged into something else."""
    by_kind: dict[EntryKind, list[Entry]] = {kind: [] for kind in EntryKind}
    for entry in entries:
        if entry.redirect is None:
            by_kind[entry.kind].append(entry)
    return {kind: _of_one_kind(sorted(some, key=_by_label)) for kind, some in by_kind.items()}


def _of_one_kind(entries: Sequence[Entry]) -> Listed:
    ids = [entry.id for entry in entries]
    texts = ["\n".join(entry.names).casefold() for entry in entries]
    return Listed(entries, ids, texts, {entry: place for place, entry in enumerate(ids)})


def _by_label(entry: Entry) -> tuple[str, str]:
    return entry.label.casefold(), entry.id
