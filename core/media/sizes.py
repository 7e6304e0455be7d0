"""How large a picture claims to be, by its first bytes: what no decoder should be asked for."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from core.model.sniff import MediaFamily

Size = tuple[int, int]

_SOS = 0xDA
_FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
_ALONE = frozenset((0x01, 0xFF, *range(0xD0, 0xD9)))
_PLACES = {MediaFamily.PNG: (">II", 16), MediaFamily.GIF: ("<HH", 6), MediaFamily.BMP: ("<ii", 18)}


def claimed_size(data: bytes, family: MediaFamily) -> Size | None:
    """Return the width and height that a JPEG, PNG, GIF or BMP claims; None for others or where it claims nothing."""
    if family is MediaFamily.JPEG:
        frames = (at for kind, at in jpeg_segments(data) if kind in _FRAMES and at + 9 <= len(data))
        at = next(frames, None)
        return None if at is None else struct.unpack_from(">HH", data, at + 5)[::-1]
    form, at = _PLACES.get(family, ("", 0))
    if not form or len(data) < at + struct.calcsize(form):
        return None
    width, height = struct.unpack_from(form, data, at)
    return abs(width), abs(height)


def lacks_its_end(jpeg: bytes) -> bool:
    """Whether a JPEG's picture begins, behind thumbnails in its segments, and never ends."""
    return any(kind == _SOS and jpeg.find(b"\xff\xd9", at) < 0 for kind, at in jpeg_segments(jpeg))


def jpeg_segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield (marker, place) of the segments of a JPEG up to its coded picture (ITU-T T.81, B.1.1)."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind = data[at + 1]
        if kind == 0xFF:  # fill bytes may stand before any marker
            at += 1
            continue
        yield kind, at
        if kind == _SOS:
            return
        at += 2 if kind in _ALONE else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
