"""What an edit works on: records as they are, and as they shall be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.errors import ArchiveProblem, UserProblem
from core.model.changes import Change, Table, difference
from core.model.clip import Clip
from core.model.codec import Document, from_document
from core.model.ids import ClipId, EntryId, SearchId, TagId, microseconds_of, new_id
from core.model.searches import SavedSearch
from core.model.vocabulary import Entry


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a draft looks records up."""

    document: Callable[[Table, str], Document | None]
    clip: Callable[[ClipId], Clip | None]
    entry: Callable[[EntryId], Entry | None]
    clips_with: Callable[[EntryId], Sequence[ClipId]]
    leading_to: Callable[[EntryId], Sequence[EntryId]]


class Draft:
    """Records read as they stand, and staged as an edit wants them; later steps of one edit see earlier ones."""

    def __init__(self, sources: Sources, now: datetime) -> None:
        self._sources = sources
        self._clips: dict[ClipId, Clip | None] = {}
        self._entries: dict[EntryId, Entry | None] = {}
        self._searches: dict[SearchId, SavedSearch | None] = {}
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

    def find_search(self, search: SearchId) -> SavedSearch | None:
        return self._searches[search] if search in self._searches else self._stored_search(search)

    def _stored_search(self, search: SearchId) -> SavedSearch | None:
        document = self._sources.document(Table.SEARCHES, search)
        try:
            return None if document is None else from_document(document, SavedSearch)
        except ValueError:
            raise ArchiveProblem(f"The saved search {search} is damaged. Run “check --repair” on it.") from None

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

    def lead(self, entry: EntryId) -> EntryId:
        """Return the id that ``entry`` leads to, as far as redirects go."""
        seen = {entry}
        while (found := self.find_entry(entry)) is not None and found.redirect is not None:
            if found.redirect in seen:
                raise UserProblem(f"{found.label} was merged into itself; it leads nowhere.")
            entry = found.redirect
            seen.add(entry)
        return entry

    def final(self, entry: EntryId) -> Entry:
        """Return the entry that ``entry`` leads to through redirects; raises UserProblem where that is gone."""
        return self.entry(self.lead(entry))

    def leading_to(self, entry: EntryId) -> Iterator[Entry]:
        """Yield the entries that lie right in ``entry``, and those that were merged right into it."""
        for key in dict.fromkeys([*self._sources.leading_to(entry), *self._entries]):
            found = self.find_entry(key)
            if found is not None and (found.redirect or found.parent) == entry:
                yield found

    def merged_into(self, entry: EntryId) -> frozenset[EntryId]:
        """Return ``entry`` and all whose redirects lead to it: by any of them a clip may be tagged."""
        found, waiting = {entry}, [entry]
        while waiting:
            led = self.leading_to(waiting.pop())
            merged = [one.id for one in led if one.redirect is not None and one.id not in found]
            found.update(merged)
            waiting.extend(merged)
        return frozenset(found)

    def clips_with(self, entry: EntryId) -> Iterator[Clip]:
        """Yield the clips that carry ``entry``."""
        candidates = dict.fromkeys([*self._sources.clips_with(entry), *self._clips])
        for clip in candidates:
            found = self.find_clip(clip)
            if found is not None and any(tag.entry == entry for tag in found.tags):
                yield found

    def put_clips(self, clips: Iterable[Clip]) -> None:
        self._clips.update({clip.id: clip for clip in clips})

    def put_entry(self, entry: Entry) -> None:
        self._entries[entry.id] = entry

    def put_search(self, search: SavedSearch) -> None:
        self._searches[search.id] = search

    def remove_search(self, search: SearchId) -> None:
        self._searches[search] = None

    def remove_clip(self, clip: ClipId) -> None:
        self._clips[clip] = None

    def remove_entry(self, entry: EntryId) -> None:
        self._entries[entry] = None

    def differences(self) -> Iterator[Change]:
        """Yield what turns the records as they stand into what is staged; entries first."""
        for entry_id, entry in self._entries.items():
            before = self._sources.entry(entry_id)
            known = entry or before
            if known is not None:
                yield from self._difference(Table.of(known.kind), entry_id, before, entry)
        for clip_id, clip in self._clips.items():
            yield from self._difference(Table.CLIPS, clip_id, self._sources.clip(clip_id), clip)
        for search_id, search in self._searches.items():
            yield from self._difference(Table.SEARCHES, search_id, self._stored_search(search_id), search)

    def _difference(self, table: Table, record: str, before: object, after: object) -> Iterator[Change]:
        stored = None if before is None else self._sources.document(table, record)
        return difference(table, record, stored, before, after)
