"""Sets of 64-bit perceptual hashes, as core.media.fingerprint makes them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]

DIGITS = 16
"""Hex digits of one hash."""

_ODD_COLUMNS = np.uint64(0xAAAAAAAAAAAAAAAA)
"""The waves of odd frequency across, which change their sign where left and right change places."""

_FEWEST_BITS, _MOST_BITS = 22, 42


def hashes_of(text: str) -> Hashes:
    """Return the hashes that stand in hex one after the other; raises ValueError where that is not what ``text`` is."""
    if len(text) % DIGITS:
        raise ValueError(f"{len(text)} digits are no row of hashes")
    return np.frombuffer(bytes.fromhex(text), ">u8").astype(np.uint64)


def mirrored(hashes: Hashes) -> Hashes:
    """Return, to within a few bits, the hashes of the same pictures with left and right changed."""
    return hashes ^ _ODD_COLUMNS


def distances(one: Hashes, other: Hashes) -> Numbers:
    """Return how many bits differ, element by element (arrays are broadcast)."""
    bits: Numbers = np.bitwise_count(one ^ other).astype(np.int64)
    return bits


def telling(hashes: Hashes) -> npt.NDArray[np.bool_]:
    """Return which hashes are of pictures with something in them.

    Half of the bits of a hash are set, for they are cut at their median; of a black or flat picture most waves are
    zero, and hardly any is.
    """
    bits = np.bitwise_count(hashes)
    return (bits >= _FEWEST_BITS) & (bits <= _MOST_BITS)
