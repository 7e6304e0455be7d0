"""An index in memory that goes through all clips for every question, held to the same tests as the real one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from core.catalog.vocabulary import Vocabulary
from core.model.clip import Clip, Role, Tag
from core.model.ids import ClipId, EntryId
from core.model.media import MediaKind
from core.model.vocabulary import Entry
from core.ports.index import Card, Chip, KnownFile, Order
from core.search.matching import holds, matches
from core.search.reading import DATES, NUMBERS
from core.search.tree import STANDING, Among, Dated, LookedAt, Measure, Node, rewritten
from core.storage.index_rows import name_key


def _shot(clip: Clip) -> int | None:
    period = DATES[Dated.SHOT](clip)
    return None if period is None else period.start


_LARGEST_FIRST: Mapping[Order, Callable[[Clip], int | None]] = {
    Order.SHOT: _shot,
    Order.DURATION: NUMBERS[Measure.DURATION],
    Order.RATING: NUMBERS[Measure.RATING],
}


class MemoryIndex:
    """The Index port as core.search.matching reads queries."""

    def __init__(self) -> None:
        self.seq = 0
        self.writable = True
        self._clips: dict[ClipId, Clip] = {}
        self._entries: dict[EntryId, Entry] = {}
        self._places: dict[ClipId, int] = {}
        self._shares: dict[ClipId, int] = {}
        self._looked = 0

    # writing ----------------------------------------------------------------------------------------------------
    def apply(self, seq: int, clips: Mapping[ClipId, Clip | None], entries: Mapping[EntryId, Entry | None]) -> None:
        for entry_id, entry in entries.items():
            self._entries.pop(entry_id, None)
            self._entries.update({entry_id: entry} if entry is not None else {})
        for clip_id in sorted(clips):
            clip = clips[clip_id]
            self._clips.pop(clip_id, None)
            if clip is not None:
                self._clips[clip_id] = clip
                self._places.setdefault(clip_id, len(self._places) + 1)
        self.seq = seq

    def tag(self, seq: int, clips: Sequence[ClipId], tag: Tag) -> None:
        there = [self._clips[clip] for clip in clips if clip in self._clips]
        self.apply(seq, {clip.id: replace(clip, tags=(*clip.tags, tag)) for clip in there}, {})

    def untag(self, seq: int, clips: Sequence[ClipId], tag: Tag) -> None:
        there = [self._clips[clip] for clip in clips if clip in self._clips]
        left = {clip.id: tuple(known for known in clip.tags if known.id != tag.id) for clip in there}
        self.apply(seq, {clip.id: replace(clip, tags=left[clip.id]) for clip in there}, {})

    def rebuild(self, seq: int, clips: Iterable[Clip], entries: Iterable[Entry]) -> None:
        told = {clip.id: clip for clip in clips}
        self._clips.clear()
        self._entries.clear()
        self.apply(seq, told, {entry.id: entry for entry in entries})

    @property
    def looked(self) -> int:
        return self._looked

    def look(self, shares: Mapping[ClipId, int], count: int) -> None:
        self._shares.update(shares)
        self._looked = count

    def look_anew(self, shares: Mapping[ClipId, int], count: int) -> None:
        self._shares = dict(shares)
        self._looked = count

    def _settled(self, node: Node) -> Node:
        if not isinstance(node, LookedAt):
            return node
        low, high = node.low or 0, 100 if node.high is None else node.high
        return Among(frozenset(clip for clip in self._clips if low <= self._shares.get(clip, 0) <= high))

    def _answering(self, query: Node) -> list[Clip]:
        plain = rewritten(query, self._settled)
        return [clip for clip in self._clips.values() if matches(plain, clip)]

    # finding ----------------------------------------------------------------------------------------------------
    def find(self, query: Node, order: Order = Order.ADDED) -> Sequence[int]:
        newest = sorted(self._answering(query), key=_id, reverse=True)
        if order is Order.NAME:
            newest.sort(key=lambda clip: name_key(clip.name))
        elif order is not Order.ADDED:
            read = _LARGEST_FIRST[order]
            known = [clip for clip in newest if read(clip) is not None]
            newest = sorted(known, key=lambda clip: -(read(clip) or 0)) + [clip for clip in newest if clip not in known]
        return [self._places[clip.id] for clip in newest]

    def counts(self, query: Node) -> Mapping[EntryId, int]:
        names = Vocabulary(self._entries.values())
        carried = {tag.entry for clip in self._clips.values() for tag in clip.tags}
        below = {
            entry: frozenset([entry]) for entry in carried - self._entries.keys()
        }  # a tag may come before its entry
        below |= {entry.id: names.ids_below(entry.id) for entry in names.all()}
        found = self._answering(query)
        standing = [{tag.entry for tag in clip.tags if tag.status in STANDING} for clip in found]
        return Counter(entry for tags in standing for entry, meant in below.items() if tags & meant)

    def parted(self, rows: Sequence[int], entries: Sequence[EntryId]) -> Sequence[Sequence[int]]:
        parts: list[list[int]] = [[] for _ in range(len(entries) + 1)]
        for row, clip in zip(rows, self.clip_ids(rows), strict=True):
            carried = {tag.entry for tag in self._clips[clip].tags if tag.status in STANDING}
            parts[next((at for at, entry in enumerate(entries) if entry in carried), len(entries))].append(row)
        return parts

    def moments(self, query: Node) -> int:
        plain = rewritten(query, self._settled)
        return sum(holds(plain, clip, moment) for clip in self._clips.values() for moment in clip.moments)

    def cards(self, rows: Sequence[int]) -> Sequence[Card]:
        return [_card(row, self._clips[clip]) for row, clip in zip(rows, self.clip_ids(rows), strict=False)]

    def rows(self, clips: Iterable[ClipId]) -> Mapping[ClipId, int]:
        return {clip: self._places[clip] for clip in clips if clip in self._clips}

    def clip_ids(self, rows: Sequence[int]) -> Sequence[ClipId]:
        ids = {row: clip for clip, row in self._places.items() if clip in self._clips}
        return [ids[row] for row in rows if row in ids]

    def without(self, clips: Sequence[ClipId], entry: EntryId, role: Role) -> Sequence[ClipId]:
        asked = [self._clips[clip] for clip in clips if clip in self._clips]
        return [clip.id for clip in asked if (entry, role, None) not in {_said(tag) for tag in clip.tags}]

    def clips_with(self, entry: EntryId) -> Sequence[ClipId]:
        return sorted(clip.id for clip in self._clips.values() if any(tag.entry == entry for tag in clip.tags))

    def entry(self, entry: EntryId) -> Entry | None:
        return self._entries.get(entry)

    def entries(self) -> Iterable[Entry]:
        return list(self._entries.values())

    def known_at(self, path: str) -> KnownFile | None:
        return next((file for file in self._files() if file.path == path), None)

    def known_alike(self, size: int, quick_hash: str) -> Sequence[KnownFile]:
        return [file for file in self._files() if (file.size, file.quick_hash) == (size, quick_hash)]

    def _files(self) -> list[KnownFile]:
        in_order = sorted(self._clips.values(), key=lambda clip: self._places[clip.id])
        return [
            KnownFile(
                clip.id, file.path, file.size, file.mtime_ns, file.quick_hash, clip.kind is not MediaKind.UNREADABLE
            )
            for clip in in_order
            for file in clip.files
        ]

    def __len__(self) -> int:
        return len(self._clips)

    def close(self) -> None:
        """Nothing is open."""


def _id(clip: Clip) -> str:
    return clip.id


def _said(tag: Tag) -> tuple[str, Role, str | None]:
    return tag.entry, tag.role, tag.moment


def _card(row: int, clip: Clip) -> Card:
    standing = sorted((tag for tag in clip.tags if tag.status in STANDING), key=lambda tag: tag.id)
    return Card(
        row=row,
        id=clip.id,
        name=clip.name,
        kind=clip.kind,
        poster=clip.poster,
        keyframes=tuple(keyframe.still for keyframe in clip.keyframes),
        duration=clip.facts.duration,
        problem=clip.problem,
        chips=tuple(dict.fromkeys(Chip(tag.entry, tag.role, tag.status) for tag in standing)),
        rating=clip.rating,
    )
