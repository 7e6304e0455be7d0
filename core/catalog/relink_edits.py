"""Edits that follow originals to where they were moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.catalog.draft import Draft
from core.model.ids import ClipId
from core.model.media import MediaFile
from core.values import dataclass
from core.words import plural


@dataclass(frozen=True, slots=True)
class Moved:
    """A file of a clip, by where it lay, and as it is known from now on."""

    clip: ClipId
    location: str
    file: MediaFile


@dataclass(frozen=True, slots=True)
class RelinkFiles:
    """Put the new places of files in place of the old; where a clip has that place already, the old one goes."""

    moved: Sequence[Moved]

    def stage(self, draft: Draft) -> str:
        by_clip: dict[ClipId, dict[str, MediaFile]] = {}
        for one in self.moved:
            by_clip.setdefault(one.clip, {})[one.location] = one.file
        for clip_id, moved in by_clip.items():
            clip = draft.clip(clip_id)
            files = (moved.get(file.location, file) for file in clip.files)
            draft.put_clips([replace(clip, files=tuple({file.location: file for file in files}.values()))])
        return plural(len(by_clip), "Relink %n clip", "Relink %n clips")
