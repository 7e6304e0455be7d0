"""Boxes of ISO/IEC 14496-12, and the smallest movie and picture that can be built of them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import accumulate


def box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def full_box(kind: bytes, *content: bytes, version: int = 0, flags: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags), *content)


_MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
_BRANDS = box(b"ftyp", b"qt  \0\0\0\0qt  ")


def movie_of_jpegs(
    pictures: Sequence[bytes],
    size: tuple[int, int],
    *,
    count: int = 8,
    scale: int = 600,
    delta: int = 50,
    duration: int | None = None,
    stts: bytes = b"",
    stsz: bytes = b"",
    edits: bytes = b"",
    references: bytes = b"",
    extra: bytes = b"",
) -> bytes:
    """Return a QuickTime movie of ``count`` samples in turn from ``pictures``, each of them stored once.

    The other arguments put something else in the place of a table, whether it makes sense or not; ``size`` is what the
    sample description claims; ``references`` replaces the data reference; ``extra`` follows inside the movie box.
    """
    duration = count * delta if duration is None else duration
    data = box(b"mdat", *pictures)
    starts = list(accumulate(map(len, pictures), initial=len(_BRANDS) + 8))
    offsets = b"".join(struct.pack(">I", starts[number % len(pictures)]) for number in range(count))
    sizes = b"".join(struct.pack(">I", len(pictures[number % len(pictures)])) for number in range(count))
    entry = box(
        b"jpeg", bytes(6), struct.pack(">H", 1), bytes(16), struct.pack(">HH", size[0] & 0xFFFF, size[1] & 0xFFFF),
        struct.pack(">IIIH", 0x480000, 0x480000, 0, 1), bytes(32), struct.pack(">Hh", 24, -1),
    )  # fmt: skip
    table = box(
        b"stbl",
        full_box(b"stsd", struct.pack(">I", 1), entry),
        stts or full_box(b"stts", struct.pack(">III", 1, count, delta)),
        full_box(b"stsc", struct.pack(">IIII", 1, 1, 1, 1)),
        stsz or full_box(b"stsz", struct.pack(">II", 0, count), sizes),
        full_box(b"stco", struct.pack(">I", count), offsets),
    )
    handler = full_box(b"hdlr", b"mhlrvide", bytes(12), b"\0")
    header = full_box(b"mdhd", struct.pack(">IIIIHH", 0, 0, scale, duration & 0xFFFFFFFF, 0, 0))
    data_info = box(b"dinf", references or full_box(b"dref", struct.pack(">I", 1), full_box(b"url ", flags=1)))
    media = box(b"mdia", header, handler, box(b"minf", full_box(b"vmhd", bytes(8), flags=1), handler, data_info, table))
    track_header = full_box(
        b"tkhd", struct.pack(">IIIII", 0, 0, 1, 0, duration & 0xFFFFFFFF), bytes(16), _MATRIX,
        struct.pack(">II", size[0] << 16 & 0xFFFFFFFF, size[1] << 16 & 0xFFFFFFFF), flags=7,
    )  # fmt: skip
    movie_header = full_box(
        b"mvhd", struct.pack(">IIIIIH", 0, 0, scale, duration & 0xFFFFFFFF, 0x10000, 0x100), bytes(10), _MATRIX,
        bytes(24), struct.pack(">I", 2),
    )  # fmt: skip
    return _BRANDS + data + box(b"moov", movie_header, box(b"trak", track_header, edits, media), extra)


def heic(
    *, exif: bytes = b"", size: tuple[int, int] = (64, 64), items: int = 1, iloc: bytes = b"", meta_tail: bytes = b""
) -> bytes:
    """Return a HEIF file of ISO/IEC 23008-12 with an Exif item and a picture that is claimed but not there."""
    brand = box(b"ftyp", b"heic\0\0\0\0mif1heic")
    names = [full_box(b"infe", struct.pack(">HH4s", 1, 0, b"Exif"), b"\0", version=2)]
    names += [full_box(b"infe", struct.pack(">HH4s", 2, 0, b"hvc1"), b"\0", version=2)] * items
    iinf = full_box(b"iinf", struct.pack(">H", len(names) & 0xFFFF), *names)
    ispe = box(b"iprp", box(b"ipco", full_box(b"ispe", struct.pack(">II", *size))))
    handler = full_box(b"hdlr", bytes(4), b"pict", bytes(13))

    def meta(offset: int) -> bytes:
        place = iloc or full_box(
            b"iloc", struct.pack(">HH", 0x4400, 1), struct.pack(">HHHII", 1, 0, 1, offset, len(exif))
        )
        return full_box(b"meta", handler, iinf, place, ispe, meta_tail)

    return brand + meta(len(brand) + len(meta(0)) + 8) + box(b"mdat", exif)
