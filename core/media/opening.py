"""Opening a file nobody vouches for: what it is, and in which way it may be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
from av.container import InputContainer
from av.error import FFmpegError

from core.errors import FileProblem
from core.model.sniff import HEAD_BYTES, MediaFamily, sniff

FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mxf,mxf_opatom,flv,live_flv,asf,dv,mpegvideo,ogg"
"""The demuxers that may look at a clip: none of them follows a name to another file or to the network."""

_OPTIONS = {"protocol_whitelist": "file", "format_whitelist": FORMATS, "enable_drefs": "0", "export_xmp": "1"}


_SPOKEN_WITH_A_VOWEL = ("AVI", "AVIF", "MPEG", "MXF", "Ogg")


@dataclass(frozen=True, slots=True)
class Source:
    """A regular file that starts like media; ``path`` is absolute and as the operating system gives it."""

    path: str
    size: int
    family: MediaFamily
    mtime_ns: int = 0

    @property
    def name(self) -> str:
        """The file's name, fit to be shown."""
        return shown_name(self.path)

    @property
    def kind(self) -> str:
        """What it is, as a noun: an AVI file."""
        family = self.family.value
        return f"{'an' if family.startswith(_SPOKEN_WITH_A_VOWEL) else 'a'} {family} file"


def shown_name(path: str) -> str:
    """Return the name in ``path``; bytes that are not UTF-8 are shown as the replacement character."""
    return os.fsencode(os.path.basename(path)).decode("utf-8", "replace")


def inspect_source(path: str) -> Source:
    """Return what ``path`` is by its first bytes; raises FileProblem where it is no media file that could be read."""
    path = os.path.abspath(path)
    name = shown_name(path)
    try:
        facts = Path(path).stat()
        if not stat.S_ISREG(facts.st_mode):
            raise FileProblem(f"{name} is not a file but a folder or a device; there is nothing to import in it.")
        if facts.st_size == 0:
            raise FileProblem(f"{name} is empty (0 bytes); copy it again from where it came from.")
        with open(path, "rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise FileProblem(f"{name} cannot be opened: {(error.strerror or str(error)).lower()}.") from None
    family = sniff(head)
    if family is None:
        raise FileProblem(f"{name} {_what_instead(head)}")
    return Source(path, facts.st_size, family, facts.st_mtime_ns)


def _what_instead(head: bytes) -> str:
    """Say what a file is that does not start like any media."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"#EXTM3U", b"ffconcat", b"[playlist]", b"v=0")):
        return "is a playlist that only points to other files; import those themselves."
    if not head.strip(b"\0"):
        return "holds nothing but zeros; its copy was not finished. Copy it again from where it came from."
    if all(byte >= 0x20 or byte in b"\t\r\n\f\x1b" for byte in head[:512]):
        return "holds text, not a clip or a picture."
    return "is damaged at its start or of a kind Slatebook does not know; its first bytes belong to no clip or picture."


@contextmanager
def opened_clip(source: Source) -> Iterator[InputContainer]:
    """Open a clip for demuxing and decoding; what goes wrong inside is told as a FileProblem."""
    try:
        # Titles and names in old files are rarely UTF-8.
        with av.open(source.path, "r", options=_OPTIONS, metadata_errors="replace") as container:
            yield container
    except FFmpegError as error:
        raise FileProblem(_reason(source, error)) from None


def decoded(packets: Iterator[Any]) -> Iterator[Any]:
    """Yield what decodes, stepping over packets that do not and ending where the file does."""
    while True:
        try:
            packet = next(packets)
        except (StopIteration, FFmpegError):
            return
        try:
            yield from packet.decode()
        except FFmpegError:
            continue


def _reason(source: Source, error: FFmpegError) -> str:
    name = source.name
    if isinstance(error, av.error.EOFError):
        return f"{name} ends before its first picture: the file is cut off. Copy it again from where it came from."
    if isinstance(error, av.error.InvalidDataError):
        return (
            f"{name} starts like {source.kind}, but what follows is damaged or cut off. "
            "Copy it again from where it came from."
        )
    return (
        f"{name} starts like {source.kind}, but cannot be read any further "
        f"({(error.strerror or 'for an unknown reason').lower()}). Copy it again from where it came from."
    )
