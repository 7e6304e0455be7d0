"""Where one shot ends and the next begins, told from thumbnails of luma alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.media.cuts import find_cuts
from core.media.gradual import BESIDE_FADE_S, find_fades, find_mixes
from core.media.likeness import changed_area, moved_alike, tones_apart
from core.media.measure import Thumbs
from core.media.sequence import Transition, View

LONGEST_VIEW = 6000
"""Pictures that are looked at together; the memory this takes does not grow with the clip."""
OVERLAP = 250
KEY_BAR = 0.5
"""Between key frames, seconds apart, motion alone changes much: so much must speak for another shot."""


def find_transitions(thumbs: Thumbs, ticks: Sequence[int], per_second: float) -> list[Transition]:
    """Return the transitions in consecutive pictures (n, 36, 64) shown at ``ticks``, in order and not overlapping."""
    found: list[Transition] = []
    for begin in range(0, max(1, len(thumbs) - OVERLAP), LONGEST_VIEW - OVERLAP):
        end = min(len(thumbs), begin + LONGEST_VIEW)
        part = _in_view(View.of(thumbs[begin:end], ticks[begin:end], per_second))
        lowest = begin + OVERLAP // 2 if begin else 0
        highest = end - OVERLAP // 2 if end < len(thumbs) else end
        moved = (Transition(begin + one.first, begin + one.last, one.kind) for one in part)
        found += [one for one in moved if lowest <= one.starts < highest]
    return found


def _in_view(view: View) -> list[Transition]:
    if len(view) < 3:
        return []
    cuts = find_cuts(view)
    view = view.through(cuts.shown)
    fades = find_fades(view, cuts.starts)
    sharp = [cut for cut in cuts.starts if not any(fade.first <= cut <= fade.last for fade in fades)]
    bounds = sorted({0, len(view), *sharp, *(edge for fade in fades for edge in (fade.first, fade.last + 1))})
    mixes = find_mixes(view, bounds)
    covered = [(view.seconds[fade.first] - BESIDE_FADE_S, view.seconds[fade.last] + BESIDE_FADE_S) for fade in fades]
    spans = [(mix, view.seconds[mix.first], view.seconds[mix.last]) for mix in mixes]
    mixes = [mix for mix, begin, end in spans if not any(begin <= last and end >= first for first, last in covered)]
    every = [*(Transition(cut, cut, "cut") for cut in sharp), *fades, *mixes]
    return sorted((one for one in every if 0 < one.starts < len(view)), key=lambda one: one.first)


def find_key_transitions(thumbs: Thumbs) -> list[Transition]:
    """Return the cuts between key frames or samples, seconds apart: only what looks like another place counts."""
    return [
        Transition(at, at, "cut") for at in range(1, len(thumbs)) if key_evidence(thumbs[at - 1], thumbs[at]) > KEY_BAR
    ]


def key_evidence(one: Thumbs, other: Thumbs) -> float:
    """Return how much speaks for another shot in ``other``, some seconds after ``one``; 0 is even.

    That is how little is found again, and how much of the frame and of its tones changed.
    """
    small = np.stack([one, other]).astype(np.float32).reshape(2, 18, 2, 32, 2).mean((2, 4))
    area = float(changed_area(small[1:], small[:1])[0])
    tones = float(tones_apart(small[1:], small[:1])[0])
    return 2.0 * (0.75 - moved_alike(one, other)) + 1.2 * (area - 0.42) + 2.0 * min(tones, 0.15) - 0.05
