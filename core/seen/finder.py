"""Which clips of an archive were seen before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

import numpy as np

from core.model.clip import Clip, LinkKind
from core.model.ids import ClipId
from core.seen.aligning import overlap
from core.seen.bands import RADIUS, Bands
from core.seen.hashes import Hashes, Numbers, distances, hashes_of, mirrored
from core.seen.overlaps import FrameLike, Overlap
from core.seen.traces import Trace, trace_of
from core.values import dataclass

LANDMARK_S = 1.0
MOST_LANDMARKS = 24
MOST_ASKED = 64
CANDIDATES = 32
"""So many clips at most, those that share most pictures, are laid beside a clip."""

FRAME_ALIKE = 12
"""Bits by which a picture may differ from one that looks like it."""

WAITING = 4096
"""So many hashes wait beside the index before it is built anew with them."""


@dataclass(frozen=True, slots=True)
class Landmarks:
    """What the finder remembers: the hashes of a few pictures of every clip, and ``clips[owners[i]]`` is whose."""

    clips: tuple[ClipId, ...]
    owners: Numbers
    hashes: Hashes


NOTHING = Landmarks((), np.zeros(0, np.int64), np.zeros(0, np.uint64))


class SeenBefore:
    """Finds clips that show what a clip shows; one thread at a time.

    ``clip`` looks a clip up; ``known`` is what ``landmarks`` returned once.  Only landmarks are held in memory, about
    30 bytes each; the few clips that share some with the one asked for are read and laid beside it.
    """

    def __init__(self, clip: Callable[[ClipId], Clip | None], known: Landmarks = NOTHING) -> None:
        self._clip = clip
        self._clips: list[ClipId] = list(known.clips)
        self._numbers: dict[ClipId, int] = {clip: number for number, clip in enumerate(known.clips)}
        self._owners = known.owners
        self._bands = Bands(known.hashes)
        self._waiting: list[tuple[int, Hashes]] = []
        self._waits = 0
        self.compared = 0
        """How many hashes were looked at so far."""

    def __len__(self) -> int:
        """How many clips it knows."""
        return len(self._numbers)

    def put(self, clip: Clip) -> None:
        """Take note of a clip, new or changed."""
        self.remove(clip.id)
        trace = trace_of(clip)
        if trace is None:
            return
        hashes = _landmarks(trace)
        self._numbers[clip.id] = len(self._clips)
        self._waiting.append((len(self._clips), hashes))
        self._clips.append(clip.id)
        self._waits += len(hashes)
        if self._waits > WAITING + len(self._bands) // 4:
            self._settle()

    def remove(self, clip: ClipId) -> None:
        """Forget a clip."""
        self._numbers.pop(clip, None)

    def landmarks(self) -> Landmarks:
        """Return everything that is remembered, without what was forgotten."""
        owners, hashes = self._all()
        current = np.array([self._numbers.get(clip) == number for number, clip in enumerate(self._clips)], np.bool_)
        kept = current[owners] if len(owners) else np.zeros(0, np.bool_)
        renumbered = np.cumsum(current) - 1
        clips = tuple(clip for clip, keep in zip(self._clips, current.tolist(), strict=True) if keep)
        return Landmarks(clips, renumbered[owners[kept]], hashes[kept])

    def like(self, clip: Clip) -> list[Overlap]:
        """Return the clips that show what ``clip`` shows, in whole or in part, the most alike first.

        What was said not to be a duplicate of it is left out; what was suspected to be one is looked at in any case.
        """
        trace = trace_of(clip)
        if trace is None:
            return []
        never = {link.other for link in clip.links if link.kind is LinkKind.NOT_A_DUPLICATE} | {clip.id}
        suspected = (link.other for link in clip.links if link.suspected)
        found = []
        for candidate in dict.fromkeys([*self._candidates(trace, never), *suspected]):
            other = self._clip(candidate)
            beside = None if other is None else trace_of(other)
            if beside is not None and (lap := overlap(trace, beside)) is not None:
                found.append(lap)
        return sorted(found, key=lambda lap: (-lap.score, lap.other))

    def frames_like(self, clip: Clip, time: Fraction, limit: int = 100) -> list[FrameLike]:
        """Return pictures that look like that of ``clip`` at ``time``, mirrored or not, the nearest first, one a clip.

        All landmarks are compared; raises ValueError where nothing is known of how ``clip`` looks.
        """
        asked = _at(clip, time)
        asked = np.concatenate([asked, mirrored(asked)])
        owners, hashes = self._all()
        self.compared += len(asked) * len(hashes)
        apart = np.minimum.reduce([distances(one, hashes) for one in asked])
        nearest = np.flatnonzero(apart <= FRAME_ALIKE)
        nearest = nearest[np.argsort(apart[nearest], kind="stable")]
        frames = []
        for owner in [owner for owner in dict.fromkeys(owners[nearest].tolist()) if self._is_current(owner)][:limit]:
            other = self._clip(self._clips[owner])
            trace = None if other is None else trace_of(other)
            if trace is not None:
                bits = distances(asked[:, None], trace.whole[None]).min(axis=0)
                best = int(bits.argmin())
                frames.append(FrameLike(trace.clip, trace.times[best], int(bits[best])))
        return sorted(frames, key=lambda frame: (frame.apart, frame.clip))

    def _candidates(self, trace: Trace, never: set[ClipId]) -> list[ClipId]:
        asked = np.concatenate([trace.whole, trace.inner])
        asked = asked[_spread(len(asked), 2 * MOST_ASKED)]
        queries, owners = self._near(np.unique(np.concatenate([asked, mirrored(asked)])))
        hits = Counter(owner for _, owner in set(zip(queries.tolist(), owners.tolist(), strict=True)))
        clips = (self._clips[owner] for owner, _ in hits.most_common() if self._is_current(owner))
        return [clip for clip in clips if clip not in never][:CANDIDATES]

    def _is_current(self, number: int) -> bool:
        return self._numbers.get(self._clips[number]) == number

    def _near(self, asked: Hashes) -> tuple[Numbers, Numbers]:
        """Return pairs of a query and the number of a clip with a landmark near it."""
        near = self._bands.near(asked)
        self.compared += near.compared
        if not self._waiting:
            return near.queries, self._owners[near.entries]
        owners, hashes = self._those_waiting()
        self.compared += len(asked) * len(hashes)
        queries, entries = np.nonzero(distances(asked[:, None], hashes[None]) <= RADIUS)
        return (
            np.concatenate([near.queries, queries]),
            np.concatenate([self._owners[near.entries], owners[entries]]),
        )

    def _those_waiting(self) -> tuple[Numbers, Hashes]:
        owners = np.repeat([number for number, _ in self._waiting], [len(hashes) for _, hashes in self._waiting])
        return owners.astype(np.int64), np.concatenate([hashes for _, hashes in self._waiting])

    def _all(self) -> tuple[Numbers, Hashes]:
        if not self._waiting:
            return self._owners, self._bands.hashes
        owners, hashes = self._those_waiting()
        return np.concatenate([self._owners, owners]), np.concatenate([self._bands.hashes, hashes])

    def _settle(self) -> None:
        """Build the index anew, with what waits and without what was forgotten."""
        known = self.landmarks()
        self._clips = list(known.clips)
        self._numbers = {clip: number for number, clip in enumerate(known.clips)}
        self._owners, self._bands = known.owners, Bands(known.hashes)
        self._waiting, self._waits = [], 0


def seen_in(clips: Iterable[Clip], clip: Callable[[ClipId], Clip | None]) -> SeenBefore:
    """Return a finder that knows ``clips``."""
    seen = SeenBefore(clip)
    for one in clips:
        seen.put(one)
    return seen


def _landmarks(trace: Trace) -> Hashes:
    """Return the hashes a clip is looked up by: at least a second apart, without what looks like the one before."""
    kept: list[int] = []
    for place in range(len(trace)):
        if kept:
            before = kept[-1]
            if trace.seconds[place] - trace.seconds[before] < LANDMARK_S:
                continue
            if int(distances(trace.whole[place : place + 1], trace.whole[before : before + 1])[0]) <= 2:
                continue
        kept.append(place)
    kept = [kept[number] for number in _spread(len(kept), MOST_LANDMARKS)]
    return np.unique(np.concatenate([trace.whole[kept], trace.inner[kept]]))


def _at(clip: Clip, time: Fraction) -> Hashes:
    """Return the hashes of the picture of ``clip`` nearest to ``time``: its sight, and its keyframe."""
    found: list[Hashes] = []
    trace = trace_of(clip)
    if trace is not None:
        found.append(trace.whole[np.abs(trace.seconds - float(time)).argmin()][None])
    frame = min(clip.keyframes, key=lambda one: abs(one.time - time), default=None)
    if frame is not None:
        found.append(hashes_of(frame.fingerprint))
    if not found:
        raise ValueError("nothing is known of how the clip looks")
    return np.concatenate(found)


def _spread(count: int, most: int) -> Sequence[int]:
    """Return ``most`` of the numbers below ``count``, evenly spread, or all of them."""
    return range(count) if count <= most else [number * count // most for number in range(most)]
