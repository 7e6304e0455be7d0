"""Stills that claim too much, unpack to too much, or lead their readers round in circles."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping

from tests.support.hostile.boxes import box, full_box, heic
from tests.support.hostile.case import Case, data_case, sparse
from tests.support.hostile.movies import MOST, resized

SIZES = ((0, 0), (1, 1), (0, 9), (32_000, 32_000), (65_535, 65_535), (1, 65_535), (14_143, 14_143))


def picture_cases(seeds: Mapping[str, bytes]) -> Iterator[Case]:
    """Yield stills of every form with absurd claims, bombs and traps."""
    yield from _dimensions(seeds)
    yield from _bombs()
    yield from _tiff_traps()
    yield from _segment_traps(seeds["exif.jpg"])
    yield from _heic_traps()
    yield from _xmp_traps(seeds["exif.jpg"])


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(size: tuple[int, int], *chunks: bytes) -> bytes:
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + png_chunk(b"IEND", b"")


def zeros_packed(mebibytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(mebibytes)) + packer.flush()


def _dimensions(seeds: Mapping[str, bytes]) -> Iterator[Case]:
    for size in SIZES:
        name = f"{size[0]}x{size[1]}"
        yield data_case("dimensions", f"{name}.jpg", resized(seeds["exif.jpg"], size))
        yield data_case("dimensions", f"{name}.png", png(size, png_chunk(b"IDAT", zlib.compress(bytes(99)))))
        gif = bytearray(seeds["still.gif"])
        struct.pack_into("<HH", gif, 6, *size)
        yield data_case("dimensions", f"{name}.gif", bytes(gif))
        for sign in (1, -1) if size[0] else (1,):
            bmp = bytearray(seeds["still.bmp"])
            struct.pack_into("<ii", bmp, 18, size[0] * sign, size[1])
            yield data_case("dimensions", f"{size[0] * sign}x{size[1]}.bmp", bytes(bmp))
        yield data_case("dimensions", f"{name}.heic", heic(size=size))
        yield data_case("dimensions", f"{name}.tif", tiff([(256, 4, 1, size[0]), (257, 4, 1, size[1])]))


def _bombs() -> Iterator[Case]:
    packed = zeros_packed(32)
    square = png((14_000, 14_000), png_chunk(b"IDAT", zeros_packed(256)))
    yield data_case("bomb", "14000-square.png", square, costly=True)
    yield data_case("bomb", "30000-square.png", png((30_000, 30_000), png_chunk(b"IDAT", packed)))
    yield data_case("bomb", "text.png", png((4, 4), png_chunk(b"zTXt", b"Comment\0\0" + packed)))
    yield data_case("bomb", "profile.png", png((4, 4), png_chunk(b"iCCP", b"icc\0\0" + packed)))
    yield data_case("bomb", "itext.png", png((4, 4), png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + packed)))
    frame = b"!\xf9\x04\0\0\0\0\0,\0\0\0\0" + struct.pack("<HH", 16_000, 16_000) + b"\0\x02\x02\x4c\x01\0"
    gif = b"GIF89a" + struct.pack("<HH", 16_000, 16_000) + b"\x80\0\0\0\0\0\xff\xff\xff" + frame * 2_000 + b";"
    yield data_case("bomb", "16000-square-2000-frames.gif", gif, costly=True)
    webp = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + (16_383).to_bytes(3, "little") * 2
    yield data_case("bomb", "16384-square.webp", b"RIFF" + struct.pack("<I", len(webp) + 4) + b"WEBP" + webp)
    strip = [(256, 4, 1, 60_000), (257, 4, 1, 60_000), (258, 3, 1, 8), (259, 3, 1, 8), (262, 3, 1, 1), (273, 4, 1, 400),
             (277, 3, 1, 1), (278, 4, 1, 60_000), (279, 4, 1, len(packed))]  # fmt: skip
    yield data_case("bomb", "deflate.tif", tiff(strip).ljust(400, b"\0") + packed)


def tiff(entries: list[tuple[int, int, int, int]], *, next_directory: int = 0, count: int | None = None) -> bytes:
    """Return a TIFF of one directory; each entry is tag, type, count and value or offset."""
    body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    number = len(entries) if count is None else count
    return b"II*\0\x08\0\0\0" + struct.pack("<H", number) + body + struct.pack("<I", next_directory)


def _tiff_traps() -> Iterator[Case]:
    yield data_case("trap", "circle.tif", tiff([(271, 2, 4, 0x41424300)], next_directory=8))
    yield data_case("trap", "exif-circle.tif", tiff([(0x8769, 4, 1, 8), (0x8825, 4, 1, 8), (0x14A, 4, 1, 8)]))
    yield data_case("trap", "entries-claimed.tif", tiff([(271, 2, 4, 0)], count=65_535))
    yield data_case("trap", "strings.tif", tiff([(271, 2, 1 << 20, 8)] * 65_535), costly=True)
    yield data_case("trap", "rationals.tif", tiff([(282, 5, 1 << 20, 8)] * 65_535), costly=True)
    yield data_case("trap", "string-4-gib.tif", tiff([(271, 2, MOST, 8)]))
    yield data_case("trap", "offset-beyond.tif", tiff([(271, 2, 500, MOST)]))
    yield data_case("trap", "type-0.tif", tiff([(271, 0, 1, 0), (272, 99, MOST, 0)]))
    chain = b"".join(struct.pack("<HI", 0, 8 + 6 * (number + 1)) for number in range(50_000))
    yield data_case("trap", "chain-50000.tif", b"II*\0\x08\0\0\0" + chain)
    zero = [(0x8825, 4, 1, 26)]
    gps = struct.pack("<H", 4) + b"".join(
        struct.pack("<HHII", *entry) for entry in ((1, 2, 2, 0x4E), (2, 5, 3, 90), (3, 2, 2, 0x45), (4, 5, 3, 90))
    )
    yield data_case("trap", "gps-0-over-0.tif", tiff(zero) + gps + bytes(60))
    note = tiff([(0x8769, 4, 1, 26)]) + struct.pack("<H", 1) + struct.pack("<HHII", 0x927C, 7, MOST, 0) + bytes(4)
    yield data_case("trap", "makernote-2-32.tif", note)
    yield Case("sparse", b"string-in-64-gib.tif", sparse(tiff([(271, 2, MOST, 8)]), 64 << 30))
    raws = {"a.cr2": b"II*\0\x10\0\0\0CR\2\0", "a.nef": b"MM\0*\0\0\0\x08", "a.orf": b"IIRO\x08\0\0\0"}
    for name, head in raws.items():
        yield data_case("trap", name, head + b"\xff" * 2_000)
    raf = b"FUJIFILMCCD-RAW ".ljust(84, b"\0")
    yield data_case("trap", "offsets.raf", raf + struct.pack(">II", MOST, MOST))
    yield data_case("trap", "itself.raf", raf + struct.pack(">II", 0, 500))


def _segment_traps(jpeg: bytes) -> Iterator[Case]:
    for name, segment in (
        ("app1-length-0", b"\xff\xe1\0\0"),
        ("app1-length-1", b"\xff\xe1\0\1"),
        ("app1-beyond", b"\xff\xe1\xff\xffExif\0\0II*\0"),
        ("fill-bytes", b"\xff" * 100_000),
        ("comments-20000", b"\xff\xfe\0\2" * 20_000),
        ("exif-circle", _exif(tiff([(0x8769, 4, 1, 8)], next_directory=8))),
        ("exif-makernote", _exif(tiff([(0x8769, 4, 1, 26)]) + struct.pack("<HHHII", 1, 0x927C, 7, MOST, 8))),
        ("exif-latin", _exif(tiff([(271, 2, 9, 26)]) + b"W\xf6rde\xff\xfe\0\0")),
        ("exif-orientation-99", _exif(tiff([(0x112, 3, 1, 99)]))),
        ("icc-bomb", b"\xff\xe2\xff\xffICC_PROFILE\0\1\1" + b"\xff" * 65_519),
    ):
        yield data_case("trap", f"{name}.jpg", jpeg[:2] + segment + jpeg[2:])
    yield data_case("trap", "thumbnail-only.jpg", b"\xff\xd8" + _exif(jpeg[2:500]) + b"\xff\xd9")
    yield data_case("trap", "restart-markers.jpg", jpeg[:-2] + b"\xff\xd0" * 200_000 + b"\xff\xd9")


def _exif(block: bytes) -> bytes:
    content = b"Exif\0\0" + block
    return b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content


def _heic_traps() -> Iterator[Case]:
    start = box(b"ftyp", b"heic\0\0\0\0mif1heic")
    yield data_case("trap", "size-0-64-bit.heic", start + struct.pack(">I4sQ", 1, b"meta", 0) + bytes(40))
    places = full_box(b"iloc", b"\x44\0\xff\xff" + b"\0\1\0\0\xff\xff" * 99)
    yield data_case("trap", "iloc-65535.heic", heic(iloc=places))
    yield data_case("trap", "iinf-10000.heic", heic(items=10_000))
    yield data_case("trap", "iloc-version-2.heic", heic(iloc=full_box(b"iloc", b"\x88\x88" + b"\xff" * 200, version=2)))
    deep = b""
    for _ in range(5_000):
        deep = box(b"meta", bytes(4), deep)
    yield data_case("trap", "meta-in-meta.heic", start + deep)
    yield data_case("trap", "exif-length-huge.heic", heic(exif=struct.pack(">I", MOST) + b"II*\0" + b"\xff" * 500))
    yield data_case("trap", "grid.avif", box(b"ftyp", b"avif\0\0\0\0mif1avif") + box(b"meta", b"\xff" * 400))
    canon = box(b"ftyp", b"crx \0\0\0\1crx isom")
    yield data_case("trap", "moov.cr3", canon + box(b"moov", box(b"uuid", b"\xff" * 900)))


def _xmp_traps(jpeg: bytes) -> Iterator[Case]:
    entities = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};&e{n - 1};&e{n - 1};">' for n in range(1, 20))
    laughs = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>'
    for name, packet in (
        ("laughs", f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{laughs}&e19;</x:xmpmeta>'),
        ("deep", '<x:xmpmeta xmlns:x="adobe:ns:meta/">' + "<a>" * 10_000 + "</x:xmpmeta>"),
        ("many", '<x:xmpmeta xmlns:x="adobe:ns:meta/">' + "<a/>" * 50_000 + "</x:xmpmeta>"),
        ("open", '<x:xmpmeta xmlns:x="adobe:ns:meta/">' + " " * 60_000),
    ):
        yield data_case("trap", f"xmp-{name}.jpg", jpeg + packet.encode())
