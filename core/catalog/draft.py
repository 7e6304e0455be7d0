"""What an edit works on: records as they are, and as they shall be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from core.catalog.documents import clip_of, search_of
from core.errors import UserProblem
from core.model.changes import Amendment, Change, MembersChanged, Table, difference
from core.model.clip import Clip, Role, Tag
from core.model.codec import Document, to_document
from core.model.ids import ClipId, EntryId, SearchId, TagId, microseconds_of, new_id
from core.model.searches import SavedSearch
from core.model.vocabulary import Entry
from core.ports.records import RecordKey
from core.values import dataclass
from core.words import tr


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a draft looks records up."""

    document: Callable[[Table, str], Document | None]
    entry: Callable[[EntryId], Entry | None]
    clips_with: Callable[[EntryId], Sequence[ClipId]]
    leading_to: Callable[[EntryId], Sequence[EntryId]]
    without: Callable[[Sequence[ClipId], Collection[EntryId], Role], Sequence[ClipId] | None]


class Draft:
    """Records read as they stand, and staged as an edit wants them; later steps of one edit see earlier ones."""

    def __init__(self, sources: Sources, now: datetime) -> None:
        self._sources = sources
        self._documents: dict[RecordKey, Document | None] = {}
        self._clips: dict[ClipId, Clip | None] = {}
        self._batches: dict[Tag, dict[ClipId, None]] = {}
        self._entries: dict[EntryId, Entry | None] = {}
        self._searches: dict[SearchId, SavedSearch | None] = {}
        self._given: list[Change] = []
        self._made = 0
        self.now = now

    def new_tag_id(self) -> TagId:
        """Return an id that comes after those made before, on this draft too."""
        self._made += 1
        return TagId(new_id(microseconds_of(self.now) + self._made))

    def find_clip(self, clip: ClipId) -> Clip | None:
        if clip in self._clips:
            return self._clips[clip]
        found = self._stored(clip)
        tags = self._taken_out_of_batches(clip)
        if found is not None and tags:
            found = self._clips[clip] = replace(found, tags=tags_in_order(*found.tags, *tags))
        return found

    def _taken_out_of_batches(self, clip: ClipId) -> list[Tag]:
        """Return the tags staged on ``clip`` by :meth:`tag_all`, which are no longer staged there."""
        tags = [tag for tag, clips in self._batches.items() if clip in clips]
        for tag in tags:
            del self._batches[tag][clip]
        return tags

    def document(self, table: Table, record: str) -> Document | None:
        """Return a record as it stands, or None; each is read once."""
        key = (table, record)
        if key not in self._documents:
            self._documents[key] = self._sources.document(table, record)
        return self._documents[key]

    def _stored(self, clip: ClipId) -> Clip | None:
        document = self.document(Table.CLIPS, clip)
        return None if document is None else clip_of(document)

    def find_entry(self, entry: EntryId) -> Entry | None:
        return self._entries[entry] if entry in self._entries else self._sources.entry(entry)

    def find_search(self, search: SearchId) -> SavedSearch | None:
        return self._searches[search] if search in self._searches else self._stored_search(search)

    def _stored_search(self, search: SearchId) -> SavedSearch | None:
        document = self.document(Table.SEARCHES, search)
        return None if document is None else search_of(document)

    def clip(self, clip: ClipId) -> Clip:
        """Return a clip; raises UserProblem where it is not in the archive (any more)."""
        found = self.find_clip(clip)
        if found is None:
            raise UserProblem(tr("That clip is no longer in the archive."))
        return found

    def entry(self, entry: EntryId) -> Entry:
        """Return an entry; raises UserProblem where it is not in the vocabulary (any more)."""
        found = self.find_entry(entry)
        if found is None:
            raise UserProblem(tr("That name is no longer in the vocabulary."))
        return found

    def lead(self, entry: EntryId) -> EntryId:
        """Return the id that ``entry`` leads to, as far as redirects go."""
        seen = {entry}
        while (found := self.find_entry(entry)) is not None and found.redirect is not None:
            if found.redirect in seen:
                raise UserProblem(tr("{label} was merged into itself; it leads nowhere.", label=found.label))
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
        tagged = [clip for tag, clips in self._batches.items() if tag.entry == entry for clip in clips]
        candidates = dict.fromkeys([*self._sources.clips_with(entry), *self._clips, *tagged])
        for clip in candidates:
            found = self.find_clip(clip)
            if found is not None and any(tag.entry == entry for tag in found.tags):
                yield found

    def without(self, clips: Sequence[ClipId], entries: Collection[EntryId], tag: Tag) -> Sequence[ClipId] | None:
        """Return those of many ``clips`` that say nothing yet of ``entries`` in the role of the whole-clip ``tag``.

        None where only the records can tell, or where these are few enough to be looked at.
        """
        distinct = dict.fromkeys(clips)
        staged: list[Mapping[ClipId, object]] = [self._clips, *self._batches.values()]
        if tag.moment is not None or any(not distinct.keys().isdisjoint(some) for some in staged):
            return None
        return self._sources.without(tuple(distinct), entries, tag.role)

    def tag_all(self, clips: Iterable[ClipId], tag: Tag) -> None:
        """Stage a new tag on clips as :meth:`without` returned them, without reading their records."""
        self._batches.setdefault(tag, {}).update(dict.fromkeys(clips))

    def clip_ids_with(self, entry: EntryId) -> Sequence[ClipId]:
        """Return the clips that may carry ``entry``."""
        return self._sources.clips_with(entry)

    def put_changes(self, changes: Iterable[Change]) -> None:
        """Stage changes that were worked out on the records as they are kept; nothing else is staged beside them."""
        self._given.extend(changes)

    def put_clips(self, clips: Iterable[Clip]) -> None:
        for clip in clips:
            self._put(clip.id, clip)

    def _put(self, clip: ClipId, staged: Clip | None) -> None:
        self._taken_out_of_batches(clip)
        self._clips[clip] = staged

    def put_entry(self, entry: Entry) -> None:
        self._entries[entry.id] = entry

    def put_search(self, search: SavedSearch) -> None:
        self._searches[search.id] = search

    def remove_search(self, search: SearchId) -> None:
        self._searches[search] = None

    def remove_clip(self, clip: ClipId) -> None:
        self._put(clip, None)

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
            yield from self._difference(Table.CLIPS, clip_id, self._stored(clip_id), clip)
        for search_id, search in self._searches.items():
            yield from self._difference(Table.SEARCHES, search_id, self._stored_search(search_id), search)

    @property
    def clips(self) -> Mapping[ClipId, Clip | None]:
        """The clips that are staged, but those of :meth:`batches`; None for one that goes."""
        return self._clips

    def batches(self) -> Iterator[Amendment]:
        """Yield what is staged on clips whose records were not read."""
        for tag, clips in self._batches.items():
            if clips:
                yield MembersChanged(Table.CLIPS, tuple(clips), "tags", added=(to_document(tag),))

    def _difference(self, table: Table, record: str, before: object, after: object) -> Iterator[Change]:
        stored = None if before is None else self.document(table, record)
        return difference(table, record, stored, before, after)


def tags_in_order(*tags: Tag) -> tuple[Tag, ...]:
    """Return ``tags`` in the order of their ids, which is that in which they were made."""
    return tuple(sorted(tags, key=lambda tag: tag.id))
