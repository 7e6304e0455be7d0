"""What will be done with a file, before it is done."""

from __future__ import annotations

import enum
import os
from collections.abc import Callable
from typing import Any

from core.catalog.catalog import Catalog
from core.fixity.originals import Look, is_told_by_quick_hash, look_at, same_content, why_not_opened
from core.fixity.presence import Presence, Presences
from core.ingest.scan import FoundFile, has_media_name
from core.model.ids import ClipId
from core.model.media import MediaFile, shown_path
from core.model.reasons import said
from core.model.sniff import sniff, what_instead
from core.ports.index import Index, KnownFile
from core.values import dataclass

_SOUND_SUFFIXES = frozenset((".m4a", ".m4b", ".m4p", ".m4r", ".ogg", ".oga", ".opus", ".mka", ".wma"))
"""Sound alone in a container that could hold pictures."""

_SHARED_SUFFIXES = frozenset((".ts", ".mts", ".mod"))
"""Names that clips share with source code, which is text."""

NO_CLIP = ClipId("")

_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b")


class Verdict(enum.StrEnum):
    NEW = "new"
    KNOWN = "known"
    KNOWN_ELSEWHERE = "known elsewhere"
    """The content is known from another path; the clip gets this one too, unless the archive is to hold a copy."""
    MOVED = "moved"
    """The content is known, and all places it is known from are gone; the clip gets this one instead."""
    AGAIN = "again"
    """The path is known, but could not be read then, or has changed since."""
    SKIPPED = "skipped"
    """No media at all."""
    UNREADABLE = "unreadable"
    """A media file by its name that the operating system does not open."""
    UNREACHABLE = "unreachable"
    """Not there, or a folder that cannot be listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One file and what will be done with it.

    ``clip`` is the one that knows it, or the one it will become (``is_new``); empty where it becomes none.  ``problem``
    is a sentence or empty; of what is to be read, why that will be refused, where its first bytes tell already.
    ``gone`` are the places a moved file is gone from; ``origin`` is where a file that was copied into the archive lay
    before.
    """

    verdict: Verdict
    location: str
    file: MediaFile
    clip: ClipId = NO_CLIP
    is_new: bool = False
    problem: str = ""
    gone: tuple[str, ...] = ()
    origin: str = ""

    @property
    def content(self) -> tuple[int, str]:
        """What two files of the same content have in common."""
        return self.file.size, self.file.quick_hash


def is_candidate(name: str, head: bytes) -> bool:
    """Whether a file of this name and beginning is worth a look by the decoders: its name or its bytes say media.

    A media name over foreign bytes is a candidate, so that it becomes a card that says what is wrong with it.
    """
    suffix = os.path.splitext(name)[1].lower()
    if suffix in _SOUND_SUFFIXES:
        return False
    if sniff(head) is not None:
        return True
    return has_media_name(name) and not (suffix in _SHARED_SUFFIXES and _is_text(head))


def _is_text(head: bytes) -> bool:
    return bool(head) and all(byte >= 0x20 or byte in _TEXT_CONTROLS for byte in head)


class Planner:
    """Judges files by what the archive knows; reads originals as little as it can."""

    def __init__(self, catalog: Catalog, index: Index[Any], give_up: Callable[[], bool]) -> None:
        self.resuming = False
        """Whether an import goes on that was cut short: what it set aside as unreadable then is not tried again."""
        self.copying = False
        """Whether files are to be copied: then a clip is told by what a file holds, whatever lay at its path before."""
        self._catalog = catalog
        self._index = index
        self._give_up = give_up

    def judge(self, found: FoundFile) -> Planned:
        """Return what is to be done with ``found``."""
        file = _stamped(found.location, found.size, found.mtime_ns)
        if found.problem:
            return Planned(verdict=Verdict.UNREACHABLE, location=found.location, file=file, problem=found.problem)
        if not found.plain:
            return Planned(verdict=Verdict.SKIPPED, location=found.location, file=file)
        known = self._known_at(file)
        settled = known is not None and (known.size, known.mtime_ns) == (file.size, file.mtime_ns)
        if known is not None and settled and (known.readable or self.resuming):
            return Planned(verdict=Verdict.KNOWN, location=found.location, file=file, clip=known.clip)
        try:
            look = look_at(found.location)
        except OSError as error:
            return self._not_opened(found, file, known, error)
        return self._judge_content(found, known, look)

    def _judge_content(self, found: FoundFile, known: KnownFile | None, look: Look) -> Planned:
        location = found.location
        file = _stamped(location, look.size, look.mtime_ns, look.quick_hash)
        if known is not None and not self.copying:
            same = known.readable and (known.size, known.quick_hash) == (file.size, file.quick_hash)
            if same:
                return Planned(verdict=Verdict.KNOWN, location=location, file=file, clip=known.clip)
            problem = _refusal(found.name, look.head)
            return Planned(verdict=Verdict.AGAIN, location=location, file=file, clip=known.clip, problem=problem)
        if not is_candidate(found.name, look.head):
            return Planned(verdict=Verdict.SKIPPED, location=location, file=file)
        alike = self._known_alike(location, file)
        if alike is not None:
            gone = self._gone(alike, file)
            verdict = Verdict.MOVED if gone else Verdict.KNOWN_ELSEWHERE
            return Planned(verdict=verdict, location=location, file=file, clip=alike, gone=gone)
        clip, problem = self._catalog.new_clip_id(), _refusal(found.name, look.head)
        return Planned(verdict=Verdict.NEW, location=location, file=file, clip=clip, is_new=True, problem=problem)

    def _known_at(self, file: MediaFile) -> KnownFile | None:
        """Return what is known of this very path: two names that are not UTF-8 may look the same."""
        known = self._index.known_at(file.path)
        if known is None or "\ufffd" not in file.path:
            return known
        clip = self._catalog.clip(known.clip)
        places = () if clip is None else clip.files
        return known if any(place.location == file.location for place in places) else None

    def _known_alike(self, location: str, file: MediaFile) -> ClipId | None:
        """Return the clip of the same content.

        One that could not be read stands for nothing but its own path, and for that of which the archive has a copy.
        """
        for known in self._index.known_alike(file.size, file.quick_hash):
            if (known.readable or self.copying) and self._holds_the_same(known, location, file):
                return known.clip
        return None

    def _gone(self, clip: ClipId, file: MediaFile) -> tuple[str, ...]:
        """Return the places of ``clip`` that held what ``file`` does, where all of them are gone; else none."""
        known = self._catalog.clip(clip)
        places = [] if known is None else [one for one in known.files if _is_alike(one, file)]
        presences = Presences()
        if all(presences.of_file(place) is Presence.MISSING for place in places):
            return tuple(place.location for place in places)
        return ()

    def _holds_the_same(self, known: KnownFile, location: str, file: MediaFile) -> bool:
        if is_told_by_quick_hash(file.size):
            return True
        clip = self._catalog.clip(known.clip)
        if clip is None:
            return False
        places = [place.location for place in clip.files if place.path == known.path]
        try:
            return all(same_content(location, place, self._give_up) for place in places)
        except OSError:
            return True  # its original is gone or offline: three stretches and the size agree, which is all there is

    def _not_opened(self, found: FoundFile, file: MediaFile, known: KnownFile | None, error: OSError) -> Planned:
        if known is None and not has_media_name(found.name):
            return Planned(verdict=Verdict.SKIPPED, location=found.location, file=file)
        return Planned(
            verdict=Verdict.UNREADABLE,
            location=found.location,
            file=file,
            clip=self._catalog.new_clip_id() if known is None else known.clip,
            is_new=known is None,
            problem=why_not_opened(found.name, error),
        )


def judge_again(found: FoundFile, clip: ClipId) -> Planned:
    """Return what is to be done where somebody asks for another look at ``found``, the file of ``clip``."""
    file = _stamped(found.location, found.size, found.mtime_ns)
    if found.problem:
        return Planned(verdict=Verdict.UNREACHABLE, location=found.location, file=file, problem=found.problem)
    try:
        look = look_at(found.location)
    except OSError as error:
        problem = why_not_opened(found.name, error)
        return Planned(verdict=Verdict.UNREADABLE, location=found.location, file=file, clip=clip, problem=problem)
    file = _stamped(found.location, look.size, look.mtime_ns, look.quick_hash)
    return Planned(verdict=Verdict.AGAIN, location=found.location, file=file, clip=clip)


def _refusal(name: str, head: bytes) -> str:
    """Return the sentence with which a file that begins so will be refused; empty where it begins as media do."""
    return "" if sniff(head) is not None else said(what_instead(head), name=name)


def _is_alike(one: MediaFile, other: MediaFile) -> bool:
    return (one.size, one.quick_hash) == (other.size, other.quick_hash)


def _stamped(location: str, size: int, mtime_ns: int, quick_hash: str = "") -> MediaFile:
    path, raw_path = shown_path(location)
    return MediaFile(path=path, raw_path=raw_path, size=size, mtime_ns=mtime_ns, quick_hash=quick_hash)
