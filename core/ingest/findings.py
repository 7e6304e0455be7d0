"""From what a media job found to a clip."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Protocol

from core.ingest.reasons import why_changed_unread
from core.model.clip import Clip
from core.model.ids import ClipId, StillId
from core.model.media import Filmstrip, Keyframe, MediaFile, MediaKind
from core.ports.media import Findings, FoundFrame


class StillStore(Protocol):
    """Where stills are kept."""

    def put(self, jpeg: bytes) -> StillId:
        """Store a JPEG and return its name.  Raises SystemProblem."""

    def sync(self) -> None:
        """Have what was stored survive a power cut.  Raises SystemProblem."""


def clip_found(
    findings: Findings, blobs: Sequence[bytes], stills: StillStore, *, clip: ClipId, file: MediaFile, added: str
) -> Clip:
    """Return the clip a job found and store its stills.

    Raises ValueError where the findings name frames that are not there, SystemProblem where stills cannot be stored.
    """
    if any(not 0 <= frame.blob < len(blobs) for frame in findings.keyframes):
        raise ValueError("a keyframe without a picture")
    if findings.poster is not None and not 0 <= findings.poster < len(findings.keyframes):
        raise ValueError("a poster that is no keyframe")
    keyframes = tuple(_keyframe(frame, stills.put(blobs[frame.blob])) for frame in findings.keyframes)
    return Clip(
        id=clip,
        name=file.name,
        kind=findings.kind,
        files=(file,),
        added=added,
        facts=findings.facts,
        date_shot=findings.date_shot,
        place=findings.place,
        keyframes=keyframes,
        poster=None if findings.poster is None else keyframes[findings.poster].still,
        problem=findings.problem,
        sights=findings.sights,
        strip=_strip(findings, blobs, stills),
    )


def at_a_glance(clip: Clip) -> Clip:
    """Return ``clip`` as one that only its key frames were looked at of; a still has nothing more to be seen."""
    return replace(clip, glanced=clip.poster) if clip.kind is MediaKind.CLIP else clip


def _strip(findings: Findings, blobs: Sequence[bytes], stills: StillStore) -> Filmstrip | None:
    strip = findings.strip
    if strip is None:
        return None
    if not 0 <= strip.blob < len(blobs):
        raise ValueError("a filmstrip without a picture")
    still = stills.put(blobs[strip.blob])
    return Filmstrip(still=still, columns=strip.columns, width=strip.width, height=strip.height, times=strip.times)


def _keyframe(frame: FoundFrame, still: StillId) -> Keyframe:
    return Keyframe(
        time=frame.time,
        still=still,
        width=frame.width,
        height=frame.height,
        frame=frame.frame,
        reason=frame.reason,
        sharpness=frame.sharpness,
        fingerprint=frame.fingerprint,
    )


def clip_unreadable(reason: str, *, clip: ClipId, file: MediaFile, added: str) -> Clip:
    """Return the card for a file that cannot be read."""
    return Clip(id=clip, name=file.name, kind=MediaKind.UNREADABLE, files=(file,), added=added, problem=reason)


def read_again(known: Clip, found: Clip) -> Clip:
    """Return ``found`` as the new findings of ``known``.

    Where a file that was read once cannot be any more, what was found then is kept and the reason added.
    """
    (file,) = found.files
    files = with_file(known, file)
    if found.kind is MediaKind.UNREADABLE and known.kind is not MediaKind.UNREADABLE:
        return replace(known, files=files, problem=why_changed_unread(found.problem))
    return replace(found, files=files)


def with_file(known: Clip, file: MediaFile) -> tuple[MediaFile, ...]:
    """Return the files of ``known`` with ``file`` in place of the one at its path, or behind the others."""
    if any(place.location == file.location for place in known.files):
        return tuple(_in_place(place, file) if place.location == file.location else place for place in known.files)
    return (*known.files, file)


def moved_to(known: Clip, file: MediaFile, gone: Collection[str]) -> tuple[MediaFile, ...]:
    """Return the files of ``known`` with ``file`` in place of those that are ``gone`` and held the same."""
    old = next((place for place in known.files if place.location in gone), file)
    new = file if file.full_hash else replace(file, full_hash=old.full_hash, verified=old.verified)
    kept = [place for place in known.files if place.location not in gone and place.location != file.location]
    return (new, *kept)


def _in_place(known: MediaFile, file: MediaFile) -> MediaFile:
    """Return ``file`` with the full hash of ``known`` where both are told to hold the same."""
    if (known.size, known.quick_hash) != (file.size, file.quick_hash):
        return file
    return replace(file, full_hash=known.full_hash, verified=known.verified)
