"""Where still files keep their EXIF block, so that others parse nothing but TIFF, JPEG and PNG.

Everything here is bounded by what was read: no offset is followed beyond it and no count is believed further than it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from core.model.sniff import MediaFamily

REACH = 16 << 20
"""Bytes from the start of a file within which its boxes are looked for."""

_MOST_BOXES = 4096
_EXIF_POINTER, _GPS_POINTER = 0x8769, 0x8825
_CANON_BLOCKS = {b"CMT1": 0, b"CMT2": _EXIF_POINTER, b"CMT4": _GPS_POINTER}
_CANON_METADATA = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")

Range = tuple[int, int]
"""Bytes [start, end)."""


def exif_blocks(file: BinaryIO, family: MediaFamily) -> list[bytes]:
    """Return the TIFF or JPEG blocks that hold the EXIF of a ``file`` that is neither TIFF, JPEG nor PNG itself."""
    file.seek(0)
    data = file.read(REACH)
    match family:
        case MediaFamily.HEIF | MediaFamily.AVIF:
            return [block for block in (_tiff_in(_item(file, data, b"Exif")),) if block]
        case MediaFamily.CR3:
            return _canon_blocks(data)
        case MediaFamily.WEBP:
            return [block for block in (_tiff_in(_riff_chunk(data, b"EXIF")),) if block]
        case MediaFamily.JPEGXL:
            found = (_tiff_in(data[start:end]) for kind, start, end in boxes(data, 0, len(data)) if kind == b"Exif")
            return [block for block in found if block]
        case MediaFamily.RAF:
            return [block for block in (fujifilm_preview(file),) if block]
        case _:
            return []


def boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield (kind, start, end) of the content of each box of ISO/IEC 14496-12 in [start, end) of ``data``."""
    for _ in range(_MOST_BOXES):
        if start + 8 > end:
            return
        size, kind = struct.unpack_from(">I4s", data, start)
        header = 8
        if size == 1 and start + 16 <= end:
            size, header = struct.unpack_from(">Q", data, start + 8)[0], 16
        elif size == 0:
            size = end - start
        if size < header:
            return
        yield kind, start + header, min(start + size, end)
        start += size


def _child(data: bytes, within: Range, kind: bytes, skip: int = 0) -> Range | None:
    """Return the content of the first ``kind`` box inside ``within``, whose own first ``skip`` bytes are no box."""
    return next(((start, end) for name, start, end in boxes(data, within[0] + skip, within[1]) if name == kind), None)


def _item(file: BinaryIO, data: bytes, kind: bytes) -> bytes:
    """Return the item of type ``kind`` in a HEIF file (ISO/IEC 23008-12): its first extent, in the file itself."""
    meta = _child(data, (0, len(data)), b"meta")
    if meta is None:
        return b""
    names, places = (_child(data, meta, box, skip=4) for box in (b"iinf", b"iloc"))
    if names is None or places is None:
        return b""
    try:
        wanted = set(_items_of(data, names, kind))
        for number, start, length in _extents(data, places):
            if number in wanted and length <= REACH:
                file.seek(start)
                return file.read(length)
    except (struct.error, IndexError):
        return b""
    return b""


def _items_of(data: bytes, names: Range, kind: bytes) -> Iterator[int]:
    """Yield the numbers of the items of type ``kind`` that an ``iinf`` box lists."""
    skip = 6 if data[names[0]] == 0 else 8
    for box, start, end in boxes(data, names[0] + skip, names[1]):
        version = data[start]
        if box != b"infe" or version < 2:
            continue
        width = 2 if version == 2 else 4
        if data[start + 6 + width : min(start + 10 + width, end)] == kind:
            yield int.from_bytes(data[start + 4 : start + 4 + width], "big")


def _extents(data: bytes, places: Range) -> Iterator[tuple[int, int, int]]:
    """Yield (item, offset, length) of the first extent of each item that an ``iloc`` box lists."""
    reader = _Numbers(data, *places)
    version = reader.next(1)
    reader.next(3)
    sizes = reader.next(2)
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version in (1, 2) else 0
    wide = 4 if version >= 2 else 2
    for _ in range(min(reader.next(wide), _MOST_BOXES)):
        number = reader.next(wide)
        in_file = version == 0 or reader.next(2) & 15 == 0
        reader.next(2)
        base = reader.next(base_size)
        extents = reader.next(2)
        for extent in range(min(extents, _MOST_BOXES)):
            reader.next(index_size)
            offset, length = reader.next(offset_size), reader.next(length_size)
            if extent == 0 and in_file:
                yield number, base + offset, length


class _Numbers:
    """Reads big-endian numbers of any width one after another; raises IndexError at the end."""

    def __init__(self, data: bytes, start: int, end: int) -> None:
        self._data = data
        self._at = start
        self._end = end

    def next(self, width: int) -> int:
        if self._at + width > self._end:
            raise IndexError(self._at)
        self._at += width
        return int.from_bytes(self._data[self._at - width : self._at], "big")


def _canon_blocks(data: bytes) -> list[bytes]:
    """Return IFD0, EXIF and GPS of a CR3 file; each of Canon's blocks is a TIFF with just one of them."""
    moov = _child(data, (0, len(data)), b"moov")
    if moov is None:
        return []
    blocks = []
    for kind, start, end in boxes(data, *moov):
        if kind != b"uuid" or data[start : start + 16] != _CANON_METADATA:
            continue
        for name, first, last in boxes(data, start + 16, end):
            if name in _CANON_BLOCKS and (block := _tiff_in(data[first:last])):
                blocks.append(_under_pointer(block, _CANON_BLOCKS[name]))
    return blocks


def _under_pointer(block: bytes, pointer: int) -> bytes:
    """Return a TIFF whose first directory, where ``pointer`` is not 0, is the one that tag points to."""
    if pointer == 0 or len(block) < 8:
        return block
    order = "<" if block[:2] == b"II" else ">"
    first = struct.unpack_from(order + "I", block, 4)[0]
    at = len(block) + len(block) % 2
    directory = struct.pack(order + "HHHIII", 1, pointer, 4, 1, first, 0)
    return block[:4] + struct.pack(order + "I", at) + block[8:].ljust(at - 8, b"\0") + directory


def _riff_chunk(data: bytes, kind: bytes) -> bytes:
    at = 12
    for _ in range(_MOST_BOXES):
        if at + 8 > len(data):
            break
        name, size = struct.unpack_from("<4sI", data, at)
        if name == kind:
            return data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    return b""


def _tiff_in(block: bytes) -> bytes:
    """Return ``block`` from its TIFF header on: writers put lengths, ``Exif\\0\\0`` or both before it."""
    starts = [at for at in (block.find(b"II*\0", 0, 64), block.find(b"MM\0*", 0, 64)) if at >= 0]
    return block[min(starts) :] if starts else b""


def fujifilm_preview(file: BinaryIO) -> bytes:
    """Return the JPEG that a RAF file carries whole, EXIF included."""
    file.seek(84)
    header = file.read(8)
    if len(header) < 8:
        return b""
    offset, length = struct.unpack(">II", header)
    file.seek(offset)
    return file.read(min(length, 4 * REACH))
