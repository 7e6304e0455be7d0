"""Containers whose numbers cannot be true, or are true and more than anybody should decode."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping

from tests.support.hostile.boxes import box, full_box, movie_of_jpegs
from tests.support.hostile.case import Case, data_case, sparse

MOST = 0xFFFF_FFFF


def movie_cases(seeds: Mapping[str, bytes]) -> Iterator[Case]:
    """Yield movies of every container with absurd tables."""
    jpeg = seeds["exif.jpg"]
    yield from _dimensions(seeds, jpeg)
    yield from _durations(seeds, jpeg)
    yield from _tables(jpeg)
    yield from _nests()
    yield from _bombs(jpeg)


def _dimensions(seeds: Mapping[str, bytes], jpeg: bytes) -> Iterator[Case]:
    for width, height in ((0, 0), (0, 64), (1, 1), (1, 65535), (65535, 1), (32768, 32767), (65535, 65535), (40000, 9)):
        yield data_case("dimensions", f"claimed-{width}x{height}.mov", movie_of_jpegs([jpeg], (width, height)))
    for name, mark, at in (("mpeg4.avi", b"strf", 12), ("mjpeg.avi", b"strf", 12)):
        for width, height in ((0, 0), (-1, -1), (1 << 30, 1 << 30), (16384, 16384), (MOST >> 1, 1)):
            data = bytearray(seeds[name])
            place = data.find(mark) + at
            struct.pack_into("<ii", data, place, width, height)
            yield data_case("dimensions", f"{width}x{height}-{name}", bytes(data))
    for size in ((0, 0), (30000, 30000), (65535, 65535), (65535, 8)):
        yield data_case("dimensions", f"coded-{size[0]}x{size[1]}.mov", movie_of_jpegs([resized(jpeg, size)], size))


def resized(jpeg: bytes, size: tuple[int, int]) -> bytes:
    """Return ``jpeg`` with another width and height in its frame header (ITU-T T.81, B.2.2)."""
    data = bytearray(jpeg)
    at = data.rfind(b"\xff\xc0")
    struct.pack_into(">HH", data, at + 5, size[1], size[0])
    return bytes(data)


def _durations(seeds: Mapping[str, bytes], jpeg: bytes) -> Iterator[Case]:
    for duration in (0, 1, MOST, MOST >> 1, 1 << 30):
        for scale in (0, 1, MOST):
            movie = movie_of_jpegs([jpeg], (96, 64), duration=duration, scale=scale)
            yield data_case("duration", f"duration-{duration}-scale-{scale}.mov", movie)
    for delta in (0, 1, MOST, MOST >> 1, 1 << 28):
        yield data_case("duration", f"delta-{delta}.mov", movie_of_jpegs([jpeg], (96, 64), delta=delta & 0x7FFFFFFF))
    for fields in ((0, 0), (0, 1), (1, 0), (MOST, 1), (1, MOST)):
        data = bytearray(seeds["mpeg4.avi"])
        struct.pack_into("<II", data, data.find(b"strh") + 8 + 20, *fields)
        yield data_case("duration", f"rate-{fields[0]}-{fields[1]}.avi", bytes(data))
    for frames in (0, MOST, 1 << 31):
        data = bytearray(seeds["mpeg4.avi"])
        struct.pack_into("<I", data, data.find(b"avih") + 8 + 16, frames)
        yield data_case("duration", f"frames-{frames}.avi", bytes(data))
    for name, value in (("nan", "nan"), ("inf", "inf"), ("minus", "-1"), ("huge", "1e300")):
        data = bytearray(seeds["h264.mkv"])
        at = data.find(b"\x44\x89\x88")
        if at >= 0:
            struct.pack_into(">d", data, at + 3, float(value))
        yield data_case("duration", f"duration-{name}.mkv", bytes(data))


def _tables(jpeg: bytes) -> Iterator[Case]:
    def movie(name: str, *, stts: bytes = b"", stsz: bytes = b"", edits: bytes = b"", costly: bool = False) -> Case:
        data = movie_of_jpegs([jpeg], (96, 64), stts=stts, stsz=stsz, edits=edits)
        return data_case("tables", name, data, costly=costly)

    yield movie("stts-many.mov", stts=full_box(b"stts", struct.pack(">III", 1, MOST, 1)))
    yield movie("stts-longer-than-it-is.mov", stts=full_box(b"stts", struct.pack(">III", MOST, 8, 50)))
    yield movie("stts-none.mov", stts=full_box(b"stts", struct.pack(">I", 0)))
    yield movie("stts-backwards.mov", stts=full_box(b"stts", struct.pack(">IIiIi", 2, 4, -50, 4, 50)))
    yield movie("stsz-many.mov", stsz=full_box(b"stsz", struct.pack(">II", 1, MOST)))
    yield movie("stsz-20-million.mov", stsz=full_box(b"stsz", struct.pack(">II", 1, 20_000_000)), costly=True)
    yield movie("stsz-huge-samples.mov", stsz=full_box(b"stsz", struct.pack(">II", MOST, 8)))
    yield movie("stsz-zero.mov", stsz=full_box(b"stsz", struct.pack(">II", 0, 0)))
    for name, entries in (
        ("empty", [(MOST, -1, 1 << 16)]),
        ("behind", [(400, 1 << 30, 1 << 16)]),
        ("fast", [(400, 0, 0x7FFFFFFF)]),
        ("still", [(400, 0, 0)]),
        ("many", [(1, number, 1 << 16) for number in range(20_000)]),
        ("backwards", [(100, 300, 1 << 16), (100, 0, 1 << 16)]),
    ):
        content = b"".join(struct.pack(">IiI", *entry) for entry in entries)
        edits = box(b"edts", full_box(b"elst", struct.pack(">I", len(entries)), content))
        yield movie(f"edit-{name}.mov", edits=edits)


def _nests() -> Iterator[Case]:
    deep = b""
    for _ in range(3_000):
        deep = box(b"moov", deep)
    start = box(b"ftyp", b"isom\0\0\0\0isom")
    track = box(b"trak", full_box(b"tkhd", bytes(80)))
    ebml = b"\x1a\x45\xdf\xa3\x80"
    yield data_case("tables", "nested-3000.mp4", start + deep)
    yield data_case("tables", "tracks-3000.mp4", start + box(b"moov", *[track] * 3_000))
    yield data_case("tables", "boxes-100000.mp4", start + box(b"free") * 100_000)
    yield data_case("tables", "size-0.mp4", start + struct.pack(">I4s", 0, b"moov"))
    yield data_case("tables", "size-1.mp4", start + struct.pack(">I4sQ", 1, b"moov", 1))
    yield data_case("tables", "size-2-63.mp4", start + struct.pack(">I4sQ", 1, b"mdat", 1 << 63))
    segment = ebml + b"\x18\x53\x80\x67\x01" + b"\xff" * 7
    yield data_case("tables", "ebml-deep.mkv", segment + b"\x16\x54\xae\x6b\x81" * 2_000)
    yield data_case("tables", "ebml-unknown-sizes.mkv", ebml + b"\x18\x53\x80\x67\xff" * 500)


def _bombs(jpeg: bytes) -> Iterator[Case]:
    zeros = zlib.compressobj(9)
    packed = b"".join(zeros.compress(bytes(1 << 20)) for _ in range(64)) + zeros.flush()
    compressed = box(b"moov", box(b"cmov", box(b"dcom", b"zlib"), box(b"cmvd", struct.pack(">I", 1 << 30), packed)))
    yield data_case("bomb", "cmov-64-mib.mov", box(b"ftyp", b"qt  \0\0\0\0") + compressed)
    lying = box(b"moov", box(b"cmov", box(b"dcom", b"zlib"), box(b"cmvd", struct.pack(">I", MOST), packed[:500])))
    yield data_case("bomb", "cmov-lying.mov", box(b"ftyp", b"qt  \0\0\0\0") + lying)
    yield data_case("bomb", "60000-pictures.mov", movie_of_jpegs([jpeg], (96, 64), count=60_000), costly=True)
    large = resized(jpeg, (8192, 8192))
    yield data_case("bomb", "8192-square.mov", movie_of_jpegs([large], (8192, 8192), count=3_000), costly=True)
    largest = resized(jpeg, (14_000, 14_000))
    yield data_case("bomb", "14000-square.mov", movie_of_jpegs([largest], (14_000, 14_000), count=3), costly=True)
    sixty_four = 64 << 30
    avi = b"RIFF\xf0\xff\xff\xffAVI LIST\xf0\xff\xff\xffmovi"
    mdat = box(b"ftyp", b"isom\0\0\0\0isom") + struct.pack(">I4sQ", 1, b"mdat", sixty_four - 24)
    for name, head in (
        ("zeros.mp4", b""),
        ("zeros-after-avi.avi", avi),
        ("zeros-after-mdat.mp4", mdat),
        ("zeros-after-matroska.mkv", b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\xff"),
        ("zeros-after-ts.ts", (b"\x47\x1f\xff\x10" + bytes(184)) * 20),
        ("zeros-after-jpeg.jpg", jpeg[:200]),
        ("zeros-after-png.png", b"\x89PNG\r\n\x1a\n"),
        ("zeros-after-tiff.tif", b"II*\0\x08\0\0\0"),
        ("zeros-after-mpeg.mpg", b"\0\0\1\xba" + bytes(10)),
        ("zeros-after-flv.flv", b"FLV\x01\x05\0\0\0\x09\0\0\0\0"),
    ):
        yield Case("sparse", name.encode(), sparse(head, sixty_four), costly=name.startswith("zeros-after"))
