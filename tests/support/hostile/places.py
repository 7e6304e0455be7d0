"""What is no file, or goes by a name that programs trip over; and sound with a cover picture."""

from __future__ import annotations

import base64
import os
import socket
import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np

from tests.support.hostile.case import Case, Make, data_case, holding

_NAMES = (
    b"\xff\xfe not utf-8.mp4", b"latin-\xe9.mp4", b"\xf0\x9f cut emoji.mp4", b"x" * 251 + b".mp4",
    "ü".encode() * 125 + b".mp4", "rtl \u202e4pm.exe.mp4".encode(), "zero\u200bwidth.mp4".encode(),
    "nfd cafe\u0301.mp4".encode(), "nfc caf\u00e9.mp4".encode(), b"new\nline.mp4", b"tab\tand\x07bell.mp4",
    b"\x1b[31mred.mp4", b"-rf.mp4", b"%d-%s-%n.mp4", b"*.mp4", b"$(touch pwned).mp4", b"; rm -rf ~;.mp4",
    b"'quote\".mp4", b"<b>bold&amp;.mp4", b"http:x.mp4", b"concat:a|b.mp4", b"file:etc.mp4", b"C:\\win.mp4",
    b"pipe:0.mp4", b"image-%04d.jpg", b"name.mp4 ", b"name.mp4.", b"CON.mp4", b"..mp4", b"...mp4", b"\xe2\x80\xae.mp4",
)  # fmt: skip


_JPEG_HEAD = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xdb\0\x43" + bytes(9)


def name_cases(clip: bytes) -> Iterator[Case]:
    """Yield the same sound clip, each time with other words behind its end, under names that programs trip over."""
    for number, name in enumerate(_NAMES):
        silent = name.startswith(b".")
        yield Case("name", name, holding(clip + struct.pack(">I4sI", 12, b"free", number)), silent=silent)


def place_cases(clip: bytes) -> Iterator[Case]:
    """Yield pipes, folders, sockets, links, and files without rights or content."""
    yield Case("place", b"pipe.mp4", os.mkfifo, silent=True)
    yield Case("place", b"folder.mp4", os.mkdir, silent=True)
    yield Case("place", b"socket.mp4", _socket, silent=True)
    yield Case("place", b"device.mp4", _link(b"/dev/zero"), silent=True)
    yield Case("place", b"random.mp4", _link(b"/dev/urandom"), silent=True)
    yield Case("place", b"terminal.mp4", _link(b"/dev/tty"), silent=True)
    yield Case("place", b"circle.mp4", _link(b"circle.mp4"))
    yield Case("place", b"dangling.mp4", _link(b"nowhere"))
    yield Case("place", b"up", _link(b".."), silent=True)
    yield Case("place", b"proc.mp4", _link(b"/proc/self/environ"))
    yield Case("place", b"unreadable.mp4", _unreadable(clip))
    for size in (0, 1, 2, 4, 7, 8, 11, 12, 16, 31):
        yield data_case("place", f"{size}-bytes.mp4", clip[:size])
        yield data_case("place", f"{size}-bytes.jpg", _JPEG_HEAD[:size])
    for byte in (0, 0x47, 0xFF):
        yield data_case("place", f"nothing-but-{byte:02x}.mp4", bytes([byte]) * 20_000)


def _socket(path: bytes) -> None:
    before = Path.cwd()
    os.chdir(os.path.dirname(path))  # the name of a socket may be no longer than 107 bytes
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(os.path.basename(path))
    finally:
        os.chdir(before)


def _link(target: bytes) -> Make:
    def make(path: bytes) -> None:
        Path(os.fsdecode(path)).symlink_to(os.fsdecode(target))

    return make


def _unreadable(clip: bytes) -> Make:
    def make(path: bytes) -> None:
        holding(clip)(path)
        Path(os.fsdecode(path)).chmod(0)

    return make


def sound_cases(cover: bytes) -> Iterator[Case]:
    """Yield sound with a cover picture, which FFmpeg shows as a stream of pictures; in Ogg a seek then aborts."""
    block = struct.pack(">II", 3, 10) + b"image/jpeg" + bytes(4) + struct.pack(">IIIII", 96, 64, 24, 0, len(cover))
    picture = base64.b64encode(block + cover).decode()
    with TemporaryDirectory() as scratch:
        for codec, form in (("libopus", "ogg"), ("libvorbis", "ogg"), ("flac", "ogg"), ("flac", "flac")):
            data = _sound(Path(scratch) / f"sound.{form}", codec, picture)
            for suffix in (".ogv", ".mp4", ".mkv") if data else ():
                yield data_case("sound", f"{codec}-{form}{suffix}", data)


def _sound(path: Path, codec: str, picture: str) -> bytes:
    with suppress(ValueError, OSError), av.open(str(path), "w") as container:
        container.metadata["METADATA_BLOCK_PICTURE"] = picture
        stream = container.add_stream(codec, rate=48_000)
        assert isinstance(stream, av.AudioStream)
        tone = np.zeros((1, 48_000), np.int16)
        frame = av.AudioFrame.from_ndarray(tone, format="s16", layout="mono")
        frame.sample_rate = 48_000
        frame.pts = 0
        for part in av.AudioResampler(stream.format.name, stream.layout, 48_000).resample(frame):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return path.read_bytes() if path.exists() else b""


def damaged_cases(seeds: Mapping[str, bytes]) -> Iterator[Case]:
    """Yield sound files cut short, and whole under the name of something else."""
    for name, data in seeds.items():
        stem, _, suffix = name.rpartition(".")
        yield data_case("good", name, data)
        for share in (2, 10, 25, 50, 75, 90, 99):
            yield data_case("truncated", f"{stem}-{share}.{suffix}", data[: len(data) * share // 100])
        yield data_case("truncated", f"{stem}-less-one.{suffix}", data[:-1])
        for other in ("jpg", "mp4", "avi"):
            yield data_case("misnamed", f"{stem}-{suffix}.{other}", data + b"\0" * len(other))
        yield data_case("misnamed", f"{stem}-{suffix}-behind-text.mp4", b"call sheet\n" + data)
