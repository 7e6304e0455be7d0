"""Postings as a file of their own beside the index, read in one go; anything odd about it, and it is not used.

It is read, not mapped: a drive that is unplugged must end no process that still has its pages in use.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import xxhash

from core.files import replacing
from core.model.codec import from_json, to_json
from core.storage.postings.arrays import Ints, Lists
from core.storage.postings.places import Places
from core.storage.postings.segment import COLUMNS, Facets, Segment, Tags
from core.values import dataclass

_MAGIC = b"slatebook postings 1\n"
_HEAD = struct.Struct("<QI")
"""The xxHash-3 of all that follows it, and the length of the description."""

_ALIGNED = 64

_ROWS, _HIGH, _LOW, _BY_HIGH = "rows of clips", "first halves of ids", "second halves of ids", "order of first halves"


@dataclass(frozen=True, slots=True)
class KeptPostings:
    """What the file holds: the postings of edition ``edition``; ``token`` is what the index calls the file.

    ``places`` are those of the clips that had a row then; None in a file of before they were kept.
    """

    token: int
    edition: int
    segment: Segment
    places: Places | None = None


def keep(path: Path, kept: KeptPostings) -> None:
    """Write the file, whole or not at all.  Raises OSError."""
    arrays = {**_arrays(kept.segment), **_placed(kept.places)}
    facets = kept.segment.known_facets()
    description = to_json(
        {
            "token": kept.token,
            "edition": kept.edition,
            "moved": facets.moved if facets else None,
            "arrays": [(name, array.dtype.str, len(array)) for name, array in arrays.items()],
        }
    )
    pieces = [description, *(_padded(array) for array in arrays.values())]
    pieces[0] += b" " * (-(len(_MAGIC) + _HEAD.size + len(description)) % _ALIGNED)
    digest = xxhash.xxh3_64()
    digest.update(struct.pack("<I", len(pieces[0])))
    for piece in pieces:
        digest.update(piece)
    with replacing(path) as part, part.open("wb") as file:
        file.write(_MAGIC + _HEAD.pack(digest.intdigest(), len(pieces[0])))
        for piece in pieces:
            file.write(piece)


def kept_at(path: Path, token: int) -> KeptPostings | None:
    """Return what the file that the index calls ``token`` holds, None where it is not there, another or damaged."""
    try:
        data = np.fromfile(path, np.uint8)
    except OSError:
        return None
    start = len(_MAGIC) + _HEAD.size
    if len(data) < start or data[: len(_MAGIC)].tobytes() != _MAGIC:
        return None
    told, length = _HEAD.unpack(data[len(_MAGIC) : start].tobytes())
    if xxhash.xxh3_64_intdigest(data[start - 4 :].data) != told:
        return None
    description = from_json(data[start : start + length].tobytes())
    if description["token"] != token:
        return None
    arrays = _unpacked(description, data[start + length :])
    return KeptPostings(token, description["edition"], _segment(description, arrays), _places(arrays))


def _arrays(segment: Segment) -> Mapping[str, Ints]:
    tags, facets = segment.tags, segment.known_facets()
    named = {"rows": segment.rows, **{f"column {name}": segment.columns[name] for name in COLUMNS}}
    named |= {"entries": tags.entries, "starts": tags.starts, "places": tags.places, "codes": tags.codes}
    if facets is not None:
        named |= {"facet starts": facets.entries.starts, "facet items": facets.entries.items, "totals": facets.totals}
    return named


def _placed(places: Places | None) -> Mapping[str, Ints]:
    if places is None or not places.whole:
        return {}
    named: dict[str, Ints] = {_ROWS: places.rows, _HIGH: places.high, _LOW: places.low}
    return named if places.by_high is None else {**named, _BY_HIGH: places.by_high}


def _places(arrays: Mapping[str, Any]) -> Places | None:
    if _ROWS not in arrays:
        return None
    return Places(arrays[_ROWS], arrays[_HIGH], arrays[_LOW], arrays.get(_BY_HIGH))


def _unpacked(description: Mapping[str, Any], data: Ints) -> Mapping[str, Any]:
    arrays, at = {}, 0
    for name, kind, length in description["arrays"]:
        size = np.dtype(kind).itemsize * length
        arrays[name] = data[at : at + size].view(kind)
        at += size + -size % _ALIGNED
    return arrays


def _segment(description: Mapping[str, Any], arrays: Mapping[str, Any]) -> Segment:
    facets = None
    if description["moved"] is not None:
        facets = Facets(description["moved"], Lists(arrays["facet starts"], arrays["facet items"]), arrays["totals"])
    tags = Tags(arrays["entries"], arrays["starts"], arrays["places"], arrays["codes"])
    return Segment(arrays["rows"], {name: arrays[f"column {name}"] for name in COLUMNS}, tags, facets)


def _padded(array: Ints) -> bytes:
    return array.tobytes() + bytes(-array.nbytes % _ALIGNED)
