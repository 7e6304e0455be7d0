"""What an edit works on: records as they are, and as they shall be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.errors import UserProblem
from core.model.changes import Change, Table, difference
from core.model.clip import Clip
from core.model.codec import Document
from core.model.ids import ClipId, EntryId, TagId, microseconds_of, new_id
from core.model.vocabulary import Entry


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a draft looks records up."""

    document: Callable[[Table, str], Document | None]
    clip: Callable[[ClipId], Clip | None]
    entry: Callable[[EntryId], Entry | None]
    clips_with: Callable[[EntryId], Sequence[ClipId]]


class Draft:
    """Records read as they stand, and staged as an edit wants them; later steps of one edit see earlier ones."""

    def __init__(self, sources: Sources, now: datetime) -> None:
        self._sources = sources
        self._clips: dict[ClipId, Clip | None] = {}
        self._entries: dict[EntryId, Entry | None] = {}
        self._given: list[Change] = []
        self._made = 0
        self.now = now

    def new_tag_id(self) -> TagId:
        """Return an id that comes after those made before, on this draft too."""
        self._made += 1
        return TagId(new_id(microseconds_of(self.now) + self._made))

    def find_clip(self, clip: ClipId) -> Clip | None:
        return self._clips[clip] if clip in self._clips else self._sources.clip(clip)

    def find_entry(self, entry: EntryId) -> Entry | None:
        return self._entries[entry] if entry in self._entries else self._sources.entry(entry)

    def clip(self, clip: ClipId) -> Clip:
        """Return a clip; raises UserProblem where it is not in the archive (any more)."""
        found = self.find_clip(clip)
        if found is None:
            raise UserProblem("That clip is no longer in the archive.")
        return found

    def entry(self, entry: EntryId) -> Entry:
        """Return an entry; raises UserProblem where it is not in the vocabulary (any more)."""
        found = self.find_entry(entry)
        if found is None:
            raise UserProblem("That name is no longer in the vocabulary.")
        return found

    def clips_with(self, entry: EntryId) -> Iterator[Clip]:
        """Yield the clips that carry ``entry``."""
        candidates = dict.fromkeys([*self._sources.clips_with(entry), *self._clips])
        for clip in candidates:
            found = self.find_clip(clip)
            if found is not None and any(tag.entry == entry for tag in found.tags):
                yield found

    def document(self, table: Table, record: str) -> Document | None:
        """Return a record as it is kept, or None."""
        return self._sources.document(table, record)

    def clip_ids_with(self, entry: EntryId) -> Sequence[ClipId]:
        """Return the clips that may carry ``entry``."""
        return self._sources.clips_with(entry)

    def put_changes(self, changes: Iterable[Change]) -> None:
        """Stage changes that were worked out on the records as they are kept; nothing else is staged beside them."""
        self._given.extend(changes)

    def put_clips(self, clips: Iterable[Clip]) -> None:
        self._clips.update({clip.id: clip for clip in clips})

    def put_entry(self, entry: Entry) -> None:
        self._entries[entry.id] = entry

    def remove_clip(self, clip: ClipId) -> None:
        self._clips[clip] = None

    def remove_entry(self, entry: EntryId) -> None:
        self._entries[entry] = None

    def differences(self) -> Iterator[Change]:
        """Yield what turns the records as they stand into what is staged; entries first."""
        yield from self._given
        for entry_id, entry in self._entries.items():
            before = self._sources.entry(entry_id)
            known = entry or before
            if known is not None:
                yield from self._difference(Table.of(known.kind), entry_id, before, entry)
        for clip_id, clip in self._clips.items():
            yield from self._difference(Table.CLIPS, clip_id, self._sources.clip(clip_id), clip)

    def _difference(self, table: Table, record: str, before: object, after: object) -> Iterator[Change]:
        stored = None if before is None else self._sources.document(table, record)
        return difference(table, record, stored, before, after)
