"""Ids for what is new."""

from __future__ import annotations

from core.model.ids import ClipId, EntryId, MomentId, SearchId, TagId, microseconds_of, new_id
from core.ports.clock import Clock


class NewIds:
    """Makes ids that come after those made before."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def _new_id(self) -> str:
        return new_id(microseconds_of(self._clock.now()))

    def new_clip_id(self) -> ClipId:
        return ClipId(self._new_id())

    def new_entry_id(self) -> EntryId:
        return EntryId(self._new_id())

    def new_search_id(self) -> SearchId:
        return SearchId(self._new_id())

    def new_tag_id(self) -> TagId:
        return TagId(self._new_id())

    def new_moment_id(self) -> MomentId:
        return MomentId(self._new_id())
