"""Opening a file nobody vouches for: what it is, and in which way it may be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import av
from av.container import InputContainer
from av.error import FFmpegError

from core.errors import FileProblem
from core.model import reasons
from core.model.reasons import said
from core.model.sniff import HEAD_BYTES, MediaFamily, sniff, what_instead
from core.values import dataclass

FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mxf,mxf_opatom,flv,live_flv,asf,dv,mpegvideo,ogg"
"""The demuxers that may look at a clip: none of them follows a name to another file or to the network."""

_OPTIONS = {"protocol_whitelist": "file", "format_whitelist": FORMATS, "enable_drefs": "0", "export_xmp": "1"}


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
            raise FileProblem(said(reasons.NO_FILE, name=name))
        with open(path, "rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FileProblem(said(reasons.NOT_OPENED, name=name, reason=reason)) from None
    family = sniff(head)
    if family is None:
        raise FileProblem(said(what_instead(head), name=name))
    return Source(path, facts.st_size, family, facts.st_mtime_ns)


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
    name, family = source.name, source.family.value
    if isinstance(error, av.error.EOFError):
        return said(reasons.CUT_OFF, name=name)
    if isinstance(error, av.error.InvalidDataError):
        return said(reasons.DAMAGED_INSIDE, name=name, family=family)
    why = (error.strerror or "for an unknown reason").lower()
    return said(reasons.UNREAD, name=name, family=family, reason=why)
