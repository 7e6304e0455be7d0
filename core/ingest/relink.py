"""Finding originals again that were moved or renamed: by name, size and date first, then by what they hold."""

from __future__ import annotations

import enum
import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from itertools import takewhile
from pathlib import Path

from core.catalog.catalog import Catalog
from core.catalog.relink_edits import Moved, RelinkFiles
from core.fixity.originals import look_at
from core.fixity.presence import Presence, Presences
from core.ingest.scan import FoundFile, scan
from core.model.changes import ChangeSet
from core.model.ids import ClipId
from core.model.media import MediaFile, shown_path
from core.ports.index import KnownFile
from core.values import dataclass
from core.words import msg, plural, tr

SAMPLE = 8
"""Of a folder that moved as a whole so many files are read to be sure of it, spread over all of them."""

_CLOSE_NS = 2_000_000_000
"""FAT keeps times to two seconds."""

_TELL_EVERY = 256

Shift = tuple[str, str]
"""The part of a path that is another now, before and after; what follows it is the same."""


class Sure(enum.StrEnum):
    """How sure it is that a file is the one that was lost."""

    CERTAIN = msg("certain")
    """Its size and quick hash agree."""
    LIKELY = msg("likely")
    """Its name, size and date agree."""
    TAKEN = msg("another clip's")
    """It would be, but another clip stands for that file already; it is left alone."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A file that a clip stands for and that cannot be reached."""

    clip: ClipId
    name: str
    file: MediaFile
    presence: Presence


@dataclass(frozen=True, slots=True)
class Match:
    """A lost file and where it is now; ``why`` says how sure that is and why, fit to be shown."""

    lost: Lost
    file: MediaFile
    sure: Sure
    why: str


@dataclass(frozen=True, slots=True)
class RelinkPlan:
    """What was found; ``seen`` counts the files under the folder, ``read`` those that were opened."""

    matches: tuple[Match, ...]
    lost: tuple[Lost, ...]
    seen: int
    read: int
    cancelled: bool = False

    @property
    def usable(self) -> tuple[Match, ...]:
        """The matches that can be applied."""
        return tuple(match for match in self.matches if match.sure is not Sure.TAKEN)

    @property
    def unfound(self) -> tuple[Lost, ...]:
        """The lost files that nothing was found for."""
        found = {(match.lost.clip, match.lost.file.location) for match in self.matches}
        return tuple(lost for lost in self.lost if (lost.clip, lost.file.location) not in found)


Report = Callable[[str, int], None]
"""Told what is being done, and how many files it has come to."""


@dataclass
class Relinking:
    """One search for lost originals; use once.  ``cancel`` may be called from any thread.

    ``known_at`` tells which clip stands for a path already; ``thorough`` has every file read before it is believed.
    Originals are read, never written to.
    """

    catalog: Catalog
    known_at: Callable[[str], KnownFile | None]
    thorough: bool = False
    presences: Presences = field(default_factory=Presences)
    _stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """End soon."""
        self._stop.set()

    def run(self, clips: Iterable[ClipId], folder: Path, report: Report = lambda _what, _count: None) -> RelinkPlan:
        """Return where the lost originals of ``clips`` are under ``folder``; changes nothing."""
        lost = list(self._lost(clips, report))
        sizes = {one.file.size for one in lost}
        candidates: dict[int, list[FoundFile]] = {}
        seen = 0
        for found in scan([folder]) if lost else ():
            if self._stop.is_set():
                break
            seen += 1
            if found.plain and not found.problem and found.size in sizes:
                candidates.setdefault(found.size, []).append(found)
            if seen % _TELL_EVERY == 0:
                report(msg("Looking through the folder"), seen)
        reader = _Reader(self._stop, report)
        matches = [self._checked(match) for match in _Matching(candidates, reader, self.thorough).matches(lost)]
        return RelinkPlan(tuple(matches), tuple(lost), seen, reader.read, self._stop.is_set())

    def apply(self, matches: Sequence[Match]) -> ChangeSet:
        """Take the new places over, as one step of undo.  Raises UserProblem, SystemProblem."""
        moved = [Moved(match.lost.clip, match.lost.file.location, match.file) for match in matches]
        return self.catalog.apply(RelinkFiles(moved))

    def _lost(self, clips: Iterable[ClipId], report: Report) -> Iterator[Lost]:
        for number, clip_id in enumerate(clips):
            clip = self.catalog.clip(clip_id)
            for file in clip.files if clip and not self._stop.is_set() else ():
                presence = self.presences.of_file(file)
                if presence is not Presence.HERE:
                    yield Lost(clip_id, clip.name if clip else "", file, presence)
            if number % _TELL_EVERY == 0:
                report(msg("Looking for what is not there"), number)

    def _checked(self, match: Match) -> Match:
        """Return ``match``, marked where another clip has the file."""
        known = self.known_at(match.file.path)
        if known is None or known.clip == match.lost.clip:
            return match
        return replace(match, sure=Sure.TAKEN, why=tr("another clip in the archive stands for that file already"))


class _Reader:
    """Reads quick hashes, each file once."""

    def __init__(self, stop: threading.Event, report: Report) -> None:
        self._stop = stop
        self._report = report
        self._known: dict[str, str] = {}

    @property
    def read(self) -> int:
        return len(self._known)

    def holds(self, found: FoundFile, file: MediaFile) -> bool:
        """Whether ``found`` holds what ``file`` held, by size and quick hash."""
        if not file.quick_hash:
            return False
        return self.quick_hash(found) == file.quick_hash

    def quick_hash(self, found: FoundFile) -> str:
        """Return what ``found`` holds, told by its quick hash; empty where it cannot be read, or time is up."""
        if found.location not in self._known and not self._stop.is_set():
            try:
                self._known[found.location] = look_at(found.location).quick_hash
            except OSError:
                self._known[found.location] = ""
            self._report(msg("Reading what could be them"), len(self._known))
        return self._known.get(found.location, "")


class _Matching:
    """Finds for each lost file the one it is now."""

    def __init__(self, candidates: dict[int, list[FoundFile]], reader: _Reader, thorough: bool) -> None:
        self._candidates = candidates
        self._reader = reader
        self._thorough = thorough
        self._named: dict[tuple[int, str], list[FoundFile]] = {}
        for found in (found for alike in candidates.values() for found in alike):
            self._named.setdefault((found.size, os.path.basename(found.location)), []).append(found)
        self._holding: dict[int, dict[str, list[FoundFile]]] = {}

    def matches(self, lost: Sequence[Lost]) -> Iterator[Match]:
        """Yield the matches: first of folders that moved as a whole, then one by one."""
        shifts = {place: self._shifts_of(one) for place, one in enumerate(lost)}
        often = Counter(shift for found in shifts.values() for shift in found)
        groups: dict[Shift, list[tuple[Lost, FoundFile]]] = {}
        alone: list[Lost] = []
        for place, one in enumerate(lost):
            shift = max(shifts[place], key=lambda shift: often[shift], default=None)
            if shift is None:
                alone.append(one)
            else:
                groups.setdefault(shift, []).append((one, shifts[place][shift]))
        for pairs in groups.values():
            yield from self._of_group(pairs, alone)
        for one in alone:
            yield from self._by_content(one)

    def _shifts_of(self, lost: Lost) -> dict[Shift, FoundFile]:
        """Return the files of the same name, size and date, by what else would have moved with them."""
        file = lost.file
        return {
            shift_between(file.location, found.location): found
            for found in self._named.get((file.size, os.path.basename(file.location)), ())
            if abs(found.mtime_ns - file.mtime_ns) <= _CLOSE_NS
        }

    def _of_group(self, pairs: Sequence[tuple[Lost, FoundFile]], alone: list[Lost]) -> Iterator[Match]:
        """Yield the matches of files that moved alike; those that are not what they seem go to ``alone``."""
        sample = pairs if self._thorough or len(pairs) <= SAMPLE else pairs[:: len(pairs) // SAMPLE]
        is_same = {one.file.location: self._reader.holds(found, one.file) for one, found in sample}
        wholly = all(is_same.values()) and len(sample) >= SAMPLE and not self._thorough
        for one, found in pairs:
            location = one.file.location
            if location in is_same or not wholly:
                if is_same[location] if location in is_same else self._reader.holds(found, one.file):
                    yield _match(one, found, Sure.CERTAIN, tr("size and content agree"))
                elif not one.file.quick_hash:
                    words = tr("name, size and date agree; its content was never recorded")
                    yield _match(one, found, Sure.LIKELY, words)
                else:
                    alone.append(one)
            else:
                words = plural(
                    len(sample),
                    "moved with its folder: name, size and date agree, as in %n that was read",
                    "moved with its folder: name, size and date agree, as in %n that were read",
                )
                yield _match(one, found, Sure.LIKELY, words)

    def _by_content(self, lost: Lost) -> Iterator[Match]:
        """Yield the file that holds the same; of several, the one whose path is most alike."""
        alike = self._held_by(lost.file.size).get(lost.file.quick_hash) if lost.file.quick_hash else None
        if alike:
            nearest = max(alike, key=lambda found: _likeness(found.location, lost.file.location))
            one_of = plural(
                len(alike),
                "size and content agree",
                "size and content agree; one of %n copies, the one whose path is most alike",
            )
            yield _match(lost, nearest, Sure.CERTAIN, one_of)

    def _held_by(self, size: int) -> dict[str, list[FoundFile]]:
        """Return the candidates of ``size`` by their quick hash; reads each of them, once."""
        if size not in self._holding:
            by_hash = self._holding.setdefault(size, {})
            for found in self._candidates.get(size, ()):
                by_hash.setdefault(self._reader.quick_hash(found), []).append(found)
            by_hash.pop("", None)
        return self._holding[size]


def _match(lost: Lost, found: FoundFile, sure: Sure, why: str) -> Match:
    path, raw_path = shown_path(found.location)
    return Match(lost, replace(lost.file, path=path, raw_path=raw_path, mtime_ns=found.mtime_ns), sure, why)


def shift_between(before: str, after: str) -> Shift:
    """Return the parts of two paths of the same name that differ, up to where they end alike."""
    alike = max(1, _alike(before, after))
    old, new = Path(before).parts, Path(after).parts
    return str(Path(*old[:-alike])), str(Path(*new[:-alike]))


def _alike(one: str, other: str) -> int:
    """Return how many parts two paths end in alike."""
    pairs = zip(reversed(Path(one).parts), reversed(Path(other).parts), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _likeness(one: str, other: str) -> tuple[int, bool, str]:
    """Return how alike two paths are: the parts they end in alike, then whether the names differ only in case."""
    same_name = os.path.basename(one).casefold() == os.path.basename(other).casefold()
    return _alike(one, other), same_name, one
