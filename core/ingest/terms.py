"""On which terms files come in: left where they are or copied, and what is said of all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, fields, replace

from core.catalog.vocabulary import Vocabulary
from core.model.clip import Clip, Role, Source, Status, Tag
from core.model.ids import EntryId, TagId
from core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenTag:
    """What is said of every new clip of an import."""

    entry: EntryId
    role: Role
    status: Status = Status.CLAIMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """``copy`` has originals copied into the archive, verified; ``tags`` and ``source`` are given to new clips.

    What a clip's own sidecar says of its source goes before ``source``.
    """

    copy: bool = False
    tags: tuple[GivenTag, ...] = ()
    source: Source = field(default_factory=Source)

    def applied(self, clip: Clip, vocabulary: Vocabulary, new_tag_id: Callable[[], TagId]) -> Clip:
        """Return a new ``clip`` with the tags and the source of these terms; a name that is gone gives none."""
        tags = tuple(self._tags_for(clip, vocabulary, new_tag_id))
        names = [one.name for one in fields(Source)]
        filled = {name: getattr(clip.source, name) or getattr(self.source, name) for name in names}
        return replace(clip, tags=(*clip.tags, *tags), source=replace(clip.source, **filled))

    def _tags_for(self, clip: Clip, vocabulary: Vocabulary, new_tag_id: Callable[[], TagId]) -> Iterator[Tag]:
        said = {(vocabulary.final(tag.entry), tag.role) for tag in clip.tags if tag.moment is None}
        for given in self.tags:
            entry = vocabulary.get(given.entry)
            if entry is not None and (entry.id, given.role) not in said:
                said.add((entry.id, given.role))
                yield Tag(id=new_tag_id(), entry=entry.id, role=given.role, status=given.status, at=clip.added)


IN_PLACE = Terms()
"""Files stay where they are, and nothing is said of them."""
