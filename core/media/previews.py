"""The JPEG previews that cameras put into their raw files: a raw is shown by its maker's own picture of it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from core.media.tiffblocks import REACH, fujifilm_preview
from core.model.sniff import MediaFamily

LARGEST = 64 << 20
"""Bytes; a preview that claims more is left alone."""

_MOST_DIRECTORIES, _MOST_ENTRIES = 32, 512
_JPEG = b"\xff\xd8\xff"
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 7: 1, 13: 4}
_STRIP_OFFSET, _STRIP_LENGTH, _SUB_DIRECTORIES = 0x111, 0x117, 0x14A
_JPEG_OFFSET, _JPEG_LENGTH, _PANASONIC_JPEG = 0x201, 0x202, 0x2E

Place = tuple[int, int]
"""Where a preview may lie: offset and length."""


def previews(file: BinaryIO, family: MediaFamily) -> Iterator[bytes]:
    """Yield the JPEGs in a raw file, the largest first; what only looks like one is for the decoder to refuse."""
    if family is MediaFamily.RAF:
        places: list[Place] = []
        yield fujifilm_preview(file)
    elif family is MediaFamily.CR3:
        places = list(_canon_places(file))
    else:
        places = list(_tiff_places(file))
    for offset, length in sorted(set(places), key=lambda place: -place[1]):
        if length > LARGEST:
            continue
        file.seek(offset)
        data = file.read(length)
        if data.startswith(_JPEG):
            yield data


def _canon_places(file: BinaryIO) -> Iterator[Place]:
    """Yield the preview and the thumbnail of a CR3: each box ends with its JPEG."""
    file.seek(0)
    data = file.read(REACH)
    for name in (b"PRVW", b"THMB"):
        at = data.find(name)
        if at < 4:
            continue
        size = int.from_bytes(data[at - 4 : at], "big")
        start = data.find(_JPEG, at, at + 64)
        if start >= 0:
            yield start, at - 4 + size - start


def _tiff_places(file: BinaryIO) -> Iterator[Place]:
    """Yield where the directories of a TIFF-shaped raw say a JPEG lies."""
    file.seek(0)
    head = file.read(8)
    if len(head) < 8:
        return
    order = "<" if head[:2] == b"II" else ">"
    waiting = [struct.unpack(order + "I", head[4:])[0]]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_DIRECTORIES:
        at = waiting.pop(0)
        if at == 0 or at in seen:
            continue
        seen.add(at)
        tags, following = _directory(file, order, at)
        waiting += [*tags.get(_SUB_DIRECTORIES, ()), following]
        for offset_tag, length_tag in ((_JPEG_OFFSET, _JPEG_LENGTH), (_STRIP_OFFSET, _STRIP_LENGTH)):
            offsets, lengths = tags.get(offset_tag, ()), tags.get(length_tag, ())
            if len(offsets) == len(lengths) == 1:
                yield offsets[0], lengths[0]
        if len(tags.get(_PANASONIC_JPEG, ())) == 2:
            yield tags[_PANASONIC_JPEG][0], tags[_PANASONIC_JPEG][1]


def _directory(file: BinaryIO, order: str, at: int) -> tuple[dict[int, tuple[int, ...]], int]:
    """Return the whole numbers of the directory at ``at`` by tag, and where the next one lies (0: nowhere)."""
    file.seek(at)
    count_bytes = file.read(2)
    if len(count_bytes) < 2:
        return {}, 0
    count = struct.unpack(order + "H", count_bytes)[0]
    if count > _MOST_ENTRIES:
        return {}, 0
    block = file.read(count * 12 + 4)
    tags: dict[int, tuple[int, ...]] = {}
    for place in range(0, min(count * 12, len(block) - 11), 12):
        tag, kind, number = struct.unpack_from(order + "HHI", block, place)
        if tag == _PANASONIC_JPEG and kind == 7:
            tags[tag] = (struct.unpack_from(order + "I", block, place + 8)[0], number)
        elif kind in (3, 4, 13) and 0 < number <= 16:
            tags[tag] = _values(file, order, kind, number, block[place + 8 : place + 12])
    following = struct.unpack_from(order + "I", block, count * 12)[0] if len(block) >= count * 12 + 4 else 0
    return tags, following


def _values(file: BinaryIO, order: str, kind: int, number: int, inline: bytes) -> tuple[int, ...]:
    width = _SIZES[kind]
    data = inline
    if width * number > 4:
        file.seek(struct.unpack(order + "I", inline)[0])
        data = file.read(width * number)
    usable = min(number, len(data) // width)
    return struct.unpack_from(f"{order}{usable}{'H' if width == 2 else 'I'}", data)
