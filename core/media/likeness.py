"""How alike two pictures are, told from thumbnails of their luma: by shape, by tones, by area, and after a move."""

from __future__ import annotations

import itertools
import math

import cv2
import numpy as np
import numpy.typing as npt

from core.media.measure import Thumbs

Numbers = npt.NDArray[np.float32]

AREA_CHANGE = 8.0
AREA_LIGHT = 90.0
"""In pictures darker than this, smaller changes count."""

TONES = 16
_BLOCK = 4096
_MIDDLE = slice(7, 29), slice(12, 52)
"""The part of a thumbnail that is looked for in another: a move of a fifth of the picture keeps it in sight."""

_SHARED_LEVELS, _SHARED_BOUNDS = 0.2, (2.0, 8.0)
"""Levels by which the same may differ, as a share of what a picture shows, and between which bounds."""
LEAST_MOVE, MOST_MOVE = 0.15, 0.7
"""How far pictures move in a pan, as a share of their size; beyond, too little is left to compare."""
_LOST = 0.5
"""Where one picture is found no better in the one before, it is not known how far they moved."""
_LIKELY_MOVES = 12
_PARTS_DOWN, _PARTS_ACROSS, _PART_SIZE = (3, 13, 23), (4, 18, 32, 46), (10, 14)
"""Where the parts of a thumbnail begin that are looked for one by one, and how large they are."""
_PARTS_MOVE = 9, 18
"""How far they are looked for: over a quarter of the picture, for a whip pan goes that far in a few pictures."""
_MOST_PARTS, _SHOWS = 5 / 6, 1.0
"""Which share of them is looked at, the best; those in which all is alike show nothing."""
_MOVES = 5, 9
"""How far a picture is moved down or up, and across: over a quarter of it."""


def halved(thumbs: Thumbs) -> Numbers:
    """Return thumbnails (n, 36, 64) at half their size, in float."""
    smaller = np.empty((len(thumbs), thumbs.shape[1] // 2, thumbs.shape[2] // 2), np.float32)
    for at in range(0, len(thumbs), _BLOCK):
        part = thumbs[at : at + _BLOCK].astype(np.float32)
        rows = part[:, ::2] + part[:, 1::2]
        smaller[at : at + _BLOCK] = (rows[:, :, ::2] + rows[:, :, 1::2]) / 4
    return smaller


def levelled(pictures: Numbers) -> Numbers:
    """Return pictures with their mean taken out, so that exposure weighs less."""
    level: Numbers = pictures - pictures.mean((1, 2), keepdims=True)
    return level


def detail(thumbs: Thumbs) -> Numbers:
    """Return how much neighbouring pixels of each thumbnail differ: a mixture of two pictures has less than either."""
    result = np.empty(len(thumbs), np.float32)
    for at in range(0, len(thumbs), _BLOCK):
        part = thumbs[at : at + _BLOCK].astype(np.int16)
        down, across = np.abs(np.diff(part, axis=1)), np.abs(np.diff(part, axis=2))
        result[at : at + _BLOCK] = down.mean((1, 2)) + across.mean((1, 2))
    return result


def apart(one: Numbers, other: Numbers) -> Numbers:
    """Return the mean difference of each pair of pictures, a block at a time: an hour of thumbnails is large."""
    result = np.empty(len(one), np.float32)
    for at in range(0, len(one), _BLOCK):
        result[at : at + _BLOCK] = np.abs(one[at : at + _BLOCK] - other[at : at + _BLOCK]).mean((1, 2))
    return result


def changed_area(one: Numbers, other: Numbers) -> Numbers:
    """Return the share of each picture that changes by more than all of it does.

    That is measured by the median, which a caption does not move as it moves the mean.
    """
    difference = one - other
    difference -= np.median(difference, axis=(1, 2), keepdims=True)
    light = np.maximum(one.mean((1, 2), keepdims=True), other.mean((1, 2), keepdims=True))
    enough = AREA_CHANGE * np.clip(light / AREA_LIGHT, 0.4, 1)
    area: Numbers = (np.abs(difference) > enough).mean((1, 2), dtype=np.float32)
    return area


def tones_apart(one: Numbers, other: Numbers) -> Numbers:
    """Return the earth mover's distance between the tones of pictures, 0..1: motion keeps it small, a new scene not."""
    difference: Numbers = np.abs(_tones(one) - _tones(other)).mean(1)
    return difference


def _tones(pictures: Numbers) -> Numbers:
    flat = np.clip(pictures.reshape(len(pictures), -1) * (TONES / 256), 0, TONES - 1).astype(np.int64)
    places = flat + TONES * np.arange(len(pictures))[:, None]
    counts = np.bincount(places.ravel(), minlength=TONES * len(pictures)).reshape(-1, TONES)
    cumulated: Numbers = (counts.cumsum(1) / max(1, flat.shape[1])).astype(np.float32)
    return cumulated


def shared_area(one: Thumbs, other: Thumbs) -> float:
    """Return which share of two thumbnails shows the same, after the one move that fits them best, 0..1.

    Light that changes as a whole does not matter, and what passes before the rest costs no more than it covers, where
    it would spoil a correlation.
    """
    ours, theirs = halved(np.stack([one, other]))
    enough = float(np.clip(_SHARED_LEVELS * min(ours.std(), theirs.std()), *_SHARED_BOUNDS))
    down, across = _MOVES
    beyond = np.pad(theirs - np.median(theirs), ((down, down), (across, across)), constant_values=np.inf)
    moved = np.lib.stride_tricks.sliding_window_view(beyond, ours.shape)
    apart = moved - (ours - np.median(ours))
    same = (np.abs(apart) < enough).sum((2, 3))
    rows, columns = np.arange(-down, down + 1), np.arange(-across, across + 1)
    share = same / np.outer(ours.shape[0] - np.abs(rows), ours.shape[1] - np.abs(columns))
    # What covers much moves the median of a picture, but not that of how the two differ where they fit.
    likely = np.argsort(share, axis=None)[-_LIKELY_MOVES:]
    return max(_within(apart[np.unravel_index(move, share.shape)], enough) for move in likely.tolist())


def _within(difference: Numbers, enough: float) -> float:
    seen = difference[np.isfinite(difference)]
    return float((np.abs(seen - np.median(seen)) < enough).mean())


def moved_alike(one: npt.NDArray[np.uint8], other: npt.NDArray[np.uint8]) -> float:
    """Return how well the middle of either thumbnail is found anywhere in the other, -1..1; light does not matter.

    This is the normalised correlation of Lewis, "Fast Normalized Cross-Correlation" (1995).  A camera that shakes or
    pans keeps it near 1.
    """
    return max(_found(one, other), _found(other, one))


def parts_alike(one: Thumbs, other: Thumbs) -> float:
    """Return how well most parts of a thumbnail are found in another, all of them moved alike, -1..1.

    Each part is compared by itself, so that light which falls on some of them does not matter, and neither do the few
    that a caption, or somebody who passes, covers.
    """
    return (_parts_found(one, other) + _parts_found(other, one)) / 2


def _parts_found(one: Thumbs, other: Thumbs) -> float:
    down, across = _PARTS_MOVE
    beyond = cv2.copyMakeBorder(other, down, down, across, across, cv2.BORDER_REFLECT)
    found = []
    for top, left in itertools.product(_PARTS_DOWN, _PARTS_ACROSS):
        part = one[top : top + _PART_SIZE[0], left : left + _PART_SIZE[1]]
        if float(part.std()) < _SHOWS:
            continue
        around = beyond[top : top + _PART_SIZE[0] + 2 * down, left : left + _PART_SIZE[1] + 2 * across]
        found.append(cv2.matchTemplate(around, part, cv2.TM_CCOEFF_NORMED))
    if not found:
        return 0.0
    most = math.ceil(_MOST_PARTS * len(found))
    return float(np.sort(np.nan_to_num(np.stack(found)), axis=0)[-most:].mean(0).max())


def carried_alike(pictures: Thumbs) -> float:
    """Return how well the last of ``pictures`` is found in the first, moved as far as they did step by step, -1..1.

    So the end of a pan is known by its beginning as long as a part of that is still in sight; 0 where they hardly move.
    """
    moved = _way(pictures)[0][-1]
    height, width = pictures.shape[1:]
    down, across = moved.tolist()
    if not LEAST_MOVE <= max(abs(down) / height, abs(across) / width) <= MOST_MOVE:
        return 0.0
    first = pictures[0][max(0, down) : height + min(0, down), max(0, across) : width + min(0, across)]
    last = pictures[-1][max(0, -down) : height - max(0, down), max(0, -across) : width - max(0, across)]
    if min(float(first.std()), float(last.std())) < 1.0:
        return 0.0
    return float(np.corrcoef(first.ravel(), last.ravel())[0, 1])


def distance_gone(pictures: Thumbs) -> float:
    """Return how far the camera went over ``pictures``, as a share of their size; 0 where it is lost on the way."""
    moved, found = _way(pictures)
    if float(found.min()) < _LOST:
        return 0.0
    return float((np.ptp(moved, axis=0) / pictures.shape[1:]).max())


def _way(pictures: Thumbs) -> tuple[npt.NDArray[np.int64], Numbers]:
    """Return how far down and across pictures have moved by each, the first by nothing, and how well each was found."""
    moved, scores = [np.zeros(2, np.int64)], [1.0]
    for one, other in itertools.pairwise(pictures):
        found = np.nan_to_num(cv2.matchTemplate(one, np.ascontiguousarray(other[_MIDDLE]), cv2.TM_CCOEFF_NORMED))
        place = np.unravel_index(int(found.argmax()), found.shape)
        moved.append(moved[-1] + place - (_MIDDLE[0].start, _MIDDLE[1].start))
        scores.append(float(found.max()))
    return np.stack(moved), np.array(scores, np.float32)


def _found(whole: npt.NDArray[np.uint8], other: npt.NDArray[np.uint8]) -> float:
    middle = other[_MIDDLE]
    if float(middle.std()) < _SHOWS:
        return 0.0
    return float(np.nanmax(cv2.matchTemplate(whole, np.ascontiguousarray(middle), cv2.TM_CCOEFF_NORMED)))
