"""Keeping full hashes in the records."""

from __future__ import annotations

from dataclasses import replace

from core.catalog.draft import Draft
from core.model.ids import ClipId
from core.model.media import MediaFile
from core.values import dataclass
from core.words import plural


@dataclass(frozen=True, slots=True)
class FileFixity:
    """A file that was read whole: the hash it had in the record then (or ""), the one to record, and when."""

    clip: ClipId
    location: str
    before: str
    full_hash: str
    verified: str


@dataclass(frozen=True, slots=True)
class RecordFixity:
    """Record hashes; a clip or file that is gone, or whose record says something else by now, is left as it is."""

    files: tuple[FileFixity, ...]

    def stage(self, draft: Draft) -> str:
        for fixity in self.files:
            clip = draft.find_clip(fixity.clip)
            if clip is not None:
                draft.put_clips([replace(clip, files=tuple(_with(fixity, file) for file in clip.files))])
        return plural(len(self.files), "Verify %n file", "Verify %n files")


def _with(fixity: FileFixity, file: MediaFile) -> MediaFile:
    if (file.location, file.full_hash) != (fixity.location, fixity.before):
        return file
    return replace(file, full_hash=fixity.full_hash, verified=fixity.verified)
