"""How much of a clip is looked at: at a glance its key frames, exactly only the stretches in which something happens.

Key frames decode by themselves, so that they say cheaply what a clip shows every so often.  Between two that show the
same there is no other shot, unless a packet stands out among its neighbours; all else is decoded.
"""

from __future__ import annotations

import enum
import itertools
import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from core.media.cuts import FLASH_S
from core.media.frames import Reel
from core.media.likeness import shared_area
from core.media.measure import Measures, Thumbs, merged
from core.media.sequence import Transition
from core.media.shots import find_key_transitions, find_transitions, key_evidence
from core.media.timeline import Timeline
from core.values import dataclass

CLOSEST_KEYS_S = Fraction(9, 10)
"""Where every picture is a key frame, so far apart they say enough."""

DENSE_S, DENSE_SHARE = Fraction(5, 4), Fraction(1, 60)
"""Key frames that show the same and are no further apart, in seconds or as a share of the clip, are enough to know a
clip again: more of them are not taken for that."""

SUSPICION = -0.2
"""The evidence for another shot from which on what lies between two key frames is decoded."""

QUIET_SUSPICION = 0.2
"""The same where no packet stands out: then there is no cut, and a dissolve shows in the key frames around it."""

SHARED, UNMOVED = 0.55, 0.75
"""Two key frames that share so much of their area show the same place, however much else passes before it; and where
they share so much of it, a packet that stands out is no more than a flash."""

BEYOND_DOUBT = 0.6
"""Where so much more than is needed speaks for another shot, two pictures share only how dark or plain they are."""

SURE = 0.8
DISSOLVE_S = 2.5
"""Key frames no further apart are compared across the one between them; so much must speak for another shot then."""

FADED = 0.5
"""A key frame that shows so much less than the next, or than the one before, may be in the midst of a fade."""

STANDS_OUT = 3.0
"""A packet so much larger than its neighbours may begin another shot."""

WHOLE_SHARE = 0.75
"""Where more of the clip than this would be decoded in stretches, it is decoded from end to end."""

SETTLED, SETTLED_S = -0.3, 1.0
"""Pictures that for so many seconds speak so little for another shot than that of the next key frame belong to it."""
AFTER_S = 0.5
"""So much after a gap is decoded where what it leads to has hardly been seen yet."""
SETTLED_SHARE = 0.6
"""How much of a long gap is decoded until it is settled, as a rule."""

BLIND_S = Fraction(12)
"""Where key frames stand further apart, they say too little of what lies between."""

FEW_PICTURES = 100
"""Clips of so few pictures are decoded whole."""

GLANCE_PIXELS = 130_000_000
"""How many pixels of key frames are decoded at a glance."""
GLANCE_KEYS = 60
GLANCE_LEAST = 6
CHEAP_PIXELS, CLOCKWORK_S = 17_000_000, Fraction(5, 2)
"""Of key frames that come like clockwork, none of them owed to what is seen: so many pixels, or one in these seconds.
"""
WITHOUT_KEYS = 4
"""So many more pictures are decoded at a glance where all but the first depend on others."""
OF_KEY = 0.2
"""A packet that begins another shot is not much smaller than a key frame."""
SAMPLES = 48
"""How many pictures are sought where key frames are not known, or too many to read past."""

Ticks = npt.NDArray[np.int64]


class Mode(enum.StrEnum):
    """How a clip was looked at."""

    TRIAGE = "triage"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a clip, how many pictures were decoded for it, and whether these are all there are.

    ``refused`` is how many pictures were to be decoded and could not be.
    """

    mode: Mode
    measures: Measures
    transitions: list[Transition]
    decoded: int
    is_whole: bool = False
    refused: int = 0


def glance(reel: Reel, timeline: Timeline | None, pixels: int) -> Look:
    """Return what key frames of ``pixels`` each show, as many as cost next to nothing."""
    pixels = max(1, pixels)
    most = min(GLANCE_KEYS, GLANCE_PIXELS // pixels)
    if timeline is not None and timeline.keys_come_evenly:
        seconds = (timeline.end - int(timeline.shown[0])) * timeline.time_base
        most = min(most, max(CHEAP_PIXELS // pixels, int(seconds / CLOCKWORK_S)))
    most = max(GLANCE_LEAST, most)
    if timeline is not None and len(timeline.keys) >= 2:
        measures = reel.measure(reel.keys(-(-len(timeline.keys) // most)))
    elif timeline is None and reel.may_seek:
        measures = reel.measure(reel.samples(min(most, SAMPLES)))
    else:
        measures = reel.measure(itertools.islice(reel.whole(sparse=True), WITHOUT_KEYS * most))
    return Look(Mode.TRIAGE, measures, find_key_transitions(measures.thumbs), reel.decoded, refused=len(reel.refused))


def look_exactly(reel: Reel, timeline: Timeline | None, per_second: Fraction, *, dense: bool = False) -> Look:
    """Return every shot; ``per_second`` is how many ticks a second has.

    Where ``dense``, pictures are measured all along the clip, so that it can be known again without a second look.
    """
    scan = _Scan(reel, timeline, per_second, dense)
    scan.run()
    measures = merged(scan.parts)
    places = {tick: place for place, tick in enumerate(measures.ticks)}
    transitions = [Transition(places[first], places[last], kind) for first, last, kind in sorted(set(scan.found))]
    return Look(Mode.EXACT, measures, transitions, reel.decoded, scan.is_short, len(reel.refused))


@dataclass(frozen=True, slots=True)
class _Gap:
    """What lies between two key frames, in ticks: ``loud`` is the last packet that stands out, ``goal`` the later one.

    ``goal`` is empty at the end of the clip, ``past``, the key frame before, at its beginning.
    """

    past: list[Thumbs]
    first: int
    last: int
    loud: int
    goal: list[Thumbs]

    def expected(self, per_second: float) -> float:
        """Return how many ticks of it are decoded, as a rule, until nothing more happens."""
        length = self.last - self.first
        return length if length < 3 * SETTLED_S * per_second else length * SETTLED_SHARE


class _Settled:
    """Tells when decoding may stop: for a while all has looked like the next key frame, up to which nothing stands out.

    ``place`` is that of the gap which need not be decoded any further, None where all were.
    """

    def __init__(self, gaps: list[_Gap], per_second: float) -> None:
        self._gaps = gaps
        self._least = SETTLED_S * per_second
        self._here = 0
        self._since: int | None = None
        self._checked = gaps[0].first
        self.place: int | None = None

    def __call__(self, seen: Measures) -> bool:
        """Whether what was seen up to now is enough."""
        tick = seen.ticks[-1]
        while self._here < len(self._gaps) - 1 and tick >= self._gaps[self._here].last:
            self._here, self._since = self._here + 1, None
        gap = self._gaps[self._here]
        if tick < gap.last:
            self._look(seen, gap)
            if self._lasts(tick, self._least) and gap.last - tick > self._least:
                self.place = self._here
                return True
            return False
        return self._lasts(tick, self._least * FLASH_S)

    def _look(self, seen: Measures, gap: _Gap) -> None:
        """Note since when the pictures of a gap look like the one it leads to."""
        tick = seen.ticks[-1]
        if tick - self._checked < self._least / 8:
            return
        self._checked = tick
        if tick <= gap.loud or (gap.goal and key_evidence(seen.small[-1], gap.goal[0]) > SETTLED):
            self._since = None
        elif self._since is None:
            self._since = tick

    def _lasts(self, tick: int, least: float) -> bool:
        return self._since is not None and tick - self._since >= least


class _Scan:
    """The search through one clip; ``found`` are transitions as (first, last, kind), in ticks."""

    def __init__(self, reel: Reel, timeline: Timeline | None, per_second: Fraction, dense: bool) -> None:
        self._reel = reel
        self._dense = dense
        self._timeline = timeline
        self._per_second = float(per_second)
        self.parts: list[Measures] = []
        self.found: list[tuple[int, int, str]] = []
        self._coarse: list[tuple[int, int]] = []
        self._unseen = math.inf
        """How many ticks may pass between key frames that show the same."""

    def run(self) -> None:
        """Find all transitions."""
        stretches = self._stretches()
        if stretches is None:
            self._search(self._reel.measure(self._reel.whole(sparse=not self.is_short)))
        else:
            for gaps in stretches:
                self._decode(gaps)
        self._refine()

    def _decode(self, gaps: list[_Gap]) -> None:
        """Search gaps that follow each other, leaving out the rest of each in which nothing more happens."""
        while gaps:
            settled = None if self._dense else _Settled(gaps, self._per_second)
            last = gaps[-1].last + round(AFTER_S * self._per_second)
            self._search(self._reel.measure(self._reel.stretch(gaps[0].first, last), settled), gaps[0].past)
            gaps = gaps[settled.place + 1 :] if settled is not None and settled.place is not None else []

    @property
    def is_short(self) -> bool:
        """Whether the clip is so short that every picture of it is decoded."""
        return self._timeline is not None and len(self._timeline.shown) <= FEW_PICTURES

    def _stretches(self) -> list[list[_Gap]] | None:
        """Return the gaps in which something happens, grouped where one follows another; None to decode everything."""
        timeline = self._timeline
        if timeline is None or not self._reel.may_seek or self.is_short:
            return None
        keys = timeline.keys
        if len(keys) < 2 or timeline.longest_blind > BLIND_S * Fraction(self._per_second):
            return None
        spacing = float(timeline.end - timeline.shown[0]) / self._per_second / len(keys)
        every = max(1, math.ceil(CLOSEST_KEYS_S / spacing)) if spacing else 1
        if self._dense and spacing:
            every = max(1, int(DENSE_S / 2 / Fraction(spacing)))
        seen = self._reel.measure(self._reel.keys(every))
        if len(seen) < 2:
            return None
        self.parts.append(seen)
        return self._gaps(timeline, seen)

    def _gaps(self, timeline: Timeline, seen: Measures) -> list[list[_Gap]] | None:
        """Return the gaps between key frames in which something happens; None where they are most of the clip."""
        end = max(int(timeline.end - timeline.shown[0]), seen.ticks[-1])
        loud = loud_times(timeline) - timeline.shown[0]
        if self._dense:
            self._unseen = max(float(DENSE_S) * self._per_second, float(DENSE_SHARE) * end)
        stretches: list[list[_Gap]] = []
        for place, (first, last) in enumerate(itertools.pairwise([*seen.ticks, end])):
            inside = loud[(loud > first) & (loud < last)]
            if last - first > self._unseen or self._happens(seen, place, inside):
                past, goal = seen.small[max(0, place - 1) : place], seen.small[place + 1 : place + 2]
                gap = _Gap(past, first, last, int(inside.max()) if len(inside) else first, goal)
                if stretches and stretches[-1][-1].last >= first:
                    stretches[-1].append(gap)
                else:
                    stretches.append([gap])
        decoded = sum(gap.expected(self._per_second) for stretch in stretches for gap in stretch)
        return stretches if decoded <= WHOLE_SHARE * end else None

    def _happens(self, seen: Measures, place: int, loud: Ticks) -> bool:
        """Whether another shot may begin between the key frame at ``place`` and the next, given what is loud there."""
        if place == len(seen) - 1:
            return len(loud) > 0
        # What is loud for a moment only, between two pictures of the same place, is a flash.
        if len(loud) and int(np.ptp(loud)) > FLASH_S * self._per_second:
            return True
        small = seen.small
        shown = float(small[place].std()), float(small[place + 1].std())
        if min(shown) < FADED * max(shown):
            return True
        own = key_evidence(small[place], small[place + 1])
        if own > (QUIET_SUSPICION if len(loud) else QUIET_SUSPICION + BEYOND_DOUBT):
            return True
        shared = shared_area(small[place], small[place + 1])
        if shared >= UNMOVED:
            return False
        if own > SUSPICION if len(loud) else own > QUIET_SUSPICION and shared < SHARED:
            return True
        # A dissolve may have shown only a part of itself by the next key frame.
        around = [(max(0, place - 1), place + 1), (place, min(len(seen) - 1, place + 2))]
        near = [pair for pair in around if seen.ticks[pair[1]] - seen.ticks[pair[0]] <= DISSOLVE_S * self._per_second]
        return any(_differ(small[one], small[other]) for one, other in near)

    def _search(self, measures: Measures, past: Sequence[Thumbs] = ()) -> None:
        """Look for transitions in pictures that follow each other, but for some that were left out.

        ``past`` may hold a key frame from before them: where it shows what is seen soon after they begin, they began in
        a flash.
        """
        for one in find_transitions(measures.thumbs, measures.ticks, self._per_second):
            soon = measures.ticks[one.last] - measures.ticks[0] <= FLASH_S * self._per_second
            if soon and any(key_evidence(before, measures.small[one.last]) < 0 for before in past):
                continue
            first, last = measures.ticks[one.first], measures.ticks[one.last]
            before = measures.ticks[one.last - 1]
            if one.kind == "cut" and self._is_apart(before, last):
                self._coarse.append((before, last))
            else:
                self.found.append((first, last, one.kind))
        self.parts.append(measures)

    def _is_apart(self, before: int, after: int) -> bool:
        """Whether pictures were left out between two."""
        if self._timeline is None or not self._reel.may_seek:
            return False
        one, other = self._timeline.number(before), self._timeline.number(after)
        return one is not None and other is not None and other - one > 1

    def _refine(self) -> None:
        """Find the exact place of cuts between which and the picture before some were left out."""
        if self._timeline is None:
            return
        keys = self._timeline.keys - self._timeline.shown[0]

        def key_before(gap: tuple[int, int]) -> int:
            return int(np.searchsorted(keys, gap[0], "right"))

        for _, group in itertools.groupby(sorted(self._coarse), key_before):
            gaps = list(group)
            every = self._reel.measure(self._reel.windows(gaps))
            self.parts.append(every)
            for before, after in gaps:
                start = _exact_start(every, before, after)
                self.found.append((start, start, "cut"))


def _differ(one: Thumbs, other: Thumbs) -> bool:
    """Whether two key frames with another between them surely show different places."""
    speaks = key_evidence(one, other)
    return speaks > SURE and (speaks > SURE + BEYOND_DOUBT or shared_area(one, other) < SHARED)


def _exact_start(every: Measures, before: int, after: int) -> int:
    """Return when the picture is shown with which the shot begins that was found between two."""
    inside = [place for place, tick in enumerate(every.ticks) if before <= tick <= after]
    if len(inside) < 3:
        return after
    thumbs = np.stack([every.small[place] for place in inside]).astype(np.float32)
    steps = np.abs(np.diff(thumbs, axis=0)).mean((1, 2))
    return every.ticks[inside[int(np.argmax(steps)) + 1]]


def loud_times(timeline: Timeline) -> Ticks:
    """Return when packets are shown that stand out among their neighbours, key frames left out."""
    times, sizes = timeline.times, timeline.sizes
    leading = np.r_[True, times[1:] > np.maximum.accumulate(times)[:-1]] if len(times) else np.zeros(0, np.bool_)
    plain = np.flatnonzero(leading & ~np.isin(times, timeline.keys))
    if len(plain) < 3:
        return np.zeros(0, np.int64)
    reach = min(6, len(plain) - 1)
    padded = np.pad(sizes[plain].astype(np.float64), reach, mode="reflect")
    windows = np.delete(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1), reach, axis=1)
    of_key = OF_KEY * _size_of_key(times[plain], times, sizes, timeline.keys)
    enough = np.maximum(STANDS_OUT * np.median(windows, axis=1), of_key)
    return times[plain[sizes[plain] > enough]]


def _size_of_key(at: Ticks, times: Ticks, sizes: Ticks, keys: Ticks) -> npt.NDArray[np.float64]:
    """Return how large key frames are at these times: as is usual, or as the one before, whichever is less."""
    if len(keys) == 0:
        return np.zeros(len(at))
    is_key = np.isin(times, keys)
    order = np.argsort(times[is_key])
    shown, large = times[is_key][order], sizes[is_key][order].astype(np.float64)
    if len(large) == 0:
        return np.zeros(len(at))
    before = np.clip(np.searchsorted(shown, at, "right") - 1, 0, None)
    size: npt.NDArray[np.float64] = np.minimum(large[before], np.median(large))
    return size
