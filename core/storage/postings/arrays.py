"""What the postings are made of: arrays of whole numbers, ranges of them, and lists end to end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer[Any]]
Mask = npt.NDArray[np.bool_]
Bits = npt.NDArray[np.uint8]
"""A mask in an eighth of the memory, as np.packbits makes it."""
At = slice | npt.NDArray[np.integer[Any]]
"""Where in an array: a stretch of it, or some of its places."""

UNKNOWN = -(1 << 63)
"""What stands for a number that is not known, before :func:`narrowed`: the smallest there is."""

_TYPES = (np.int8, np.int16, np.int32, np.int64)


def narrowed(numbers: Ints) -> Ints:
    """Return ``numbers`` in the smallest type that holds them; UNKNOWN becomes the smallest number of that type."""
    known = numbers[numbers != UNKNOWN]
    low, high = (int(known.min()), int(known.max())) if len(known) else (0, 0)
    for kind in _TYPES:
        bounds = np.iinfo(kind)
        if bounds.min < low and high <= bounds.max:
            return np.where(numbers == UNKNOWN, bounds.min, numbers).astype(kind)
    raise OverflowError(f"{low} is what stands for a number that is not known")


def widened(numbers: Ints) -> Ints:
    """Return what :func:`narrowed` was given."""
    return np.where(numbers == np.iinfo(numbers.dtype).min, UNKNOWN, numbers.astype(np.int64))


def end_to_end(columns: Sequence[Ints]) -> Ints:
    """Return narrowed columns one after the other, as one narrowed column."""
    if len({column.dtype for column in columns}) == 1:
        return np.concatenate(columns)
    return narrowed(np.concatenate([widened(column) for column in columns]))


def within(numbers: Ints, low: int | None, high: int | None) -> Mask:
    """Return which of ``numbers`` are known and in [low, high]; None is open."""
    bounds = np.iinfo(numbers.dtype)
    least = bounds.min + 1 if low is None else max(low, bounds.min + 1)
    most = bounds.max if high is None else min(high, bounds.max)
    if least > most:
        return np.zeros(len(numbers), np.bool_)
    found: Mask = numbers >= least
    if most < bounds.max:
        found &= numbers <= most
    return found


class Lists(NamedTuple):
    """Lists of numbers, end to end: list i is ``items[starts[i]:starts[i + 1]]``."""

    starts: Ints
    items: Ints

    @property
    def lengths(self) -> Ints:
        return np.diff(self.starts)

    def taken(self, order: Ints) -> Lists:
        """Return the lists at ``order``, in that order."""
        lengths = self.lengths[order]
        return Lists(starts_of(lengths), self.items[spans(self.starts[order], lengths)])


def starts_of(lengths: Ints) -> Ints:
    """Return where each of the lists of these lengths starts, and where the last ends."""
    starts = np.zeros(len(lengths) + 1, np.int32)
    np.cumsum(lengths, out=starts[1:])
    return starts


def spans(starts: Ints, lengths: Ints) -> Ints:
    """Return every place in the stretches that begin at ``starts``, one stretch after the other."""
    ends = np.cumsum(lengths, dtype=np.int32)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total, dtype=np.int32) + np.repeat((starts - ends + lengths).astype(np.int32), lengths)


def joined(lists: Sequence[Lists]) -> Lists:
    """Return the lists of all ``lists``, one after the other."""
    lengths = np.concatenate([each.lengths for each in lists])
    kind = np.result_type(*(each.items.dtype for each in lists))
    return Lists(starts_of(lengths), np.concatenate([each.items for each in lists]).astype(kind, copy=False))
