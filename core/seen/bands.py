"""Finding hashes within a few bits of a given one, among millions, without comparing all."""

from __future__ import annotations

from dataclasses import field

import numpy as np
import numpy.typing as npt

from core.seen.hashes import Hashes, Numbers, distances
from core.values import dataclass

RADIUS = 7
"""Bits that may differ: of two hashes within seven bits, one of four bands is equal to within one bit."""

BANDS, BAND_BITS = 4, 16
_KEYS = 1 << BAND_BITS
_FLIPS = np.array([0, *(1 << bit for bit in range(BAND_BITS))], np.int64)


@dataclass(frozen=True, slots=True)
class Near:
    """Pairs of equal index: the place of a query, and the entry within RADIUS bits of it; each pair once."""

    queries: Numbers
    entries: Numbers
    compared: int
    """How many hashes were looked at."""


@dataclass(slots=True)
class Bands:
    """An index over ``hashes``, which does not change: multi-index hashing with substrings of 16 bits.

    Norouzi, Punjani, Fleet: "Fast Search in Hamming Space with Multi-Index Hashing" (2012).  Built in n log n; takes
    24 bytes a hash.
    """

    hashes: Hashes
    _orders: list[npt.NDArray[np.uint32]] = field(default_factory=list)
    _starts: list[npt.NDArray[np.int64]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for band in range(BANDS):
            keys = _band(self.hashes, band).astype(np.uint16)
            order = np.argsort(keys, kind="stable").astype(np.uint32)
            counts = np.bincount(keys, minlength=_KEYS)
            self._orders.append(order)
            self._starts.append(np.concatenate(([0], np.cumsum(counts))))

    def __len__(self) -> int:
        return len(self.hashes)

    def near(self, wanted: Hashes) -> Near:
        """Return every pair of a query and an entry within RADIUS bits."""
        queries: list[Numbers] = []
        entries: list[Numbers] = []
        compared = 0
        for band in range(BANDS):
            places, found = self._candidates(wanted, band)
            compared += len(found)
            close = distances(wanted[places], self.hashes[found]) <= RADIUS
            queries.append(places[close])
            entries.append(found[close])
        pairs = np.unique(np.concatenate(queries) * max(1, len(self)) + np.concatenate(entries))
        return Near(*np.divmod(pairs, max(1, len(self))), compared=compared)

    def _candidates(self, wanted: Hashes, band: int) -> tuple[Numbers, Numbers]:
        """Return queries and the entries whose ``band`` is equal to theirs or one bit off."""
        keys = (_band(wanted, band)[:, None] ^ _FLIPS).ravel()
        starts, ends = self._starts[band][keys], self._starts[band][keys + 1]
        counts = ends - starts
        places = np.repeat(np.arange(len(keys)) // len(_FLIPS), counts)
        within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        found = self._orders[band][np.repeat(starts, counts) + within]
        return places, found.astype(np.int64)


def _band(hashes: Hashes, band: int) -> Numbers:
    return ((hashes >> np.uint64(band * BAND_BITS)) & np.uint64(_KEYS - 1)).astype(np.int64)
