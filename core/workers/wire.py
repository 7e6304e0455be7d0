"""What parent and child say to each other: a JSON head and raw blobs, never pickle.

A child that a file has taken over can therefore lie, but cannot make the parent run code.  A message is the length of
its head in four bytes (big-endian), the head, and the blobs whose lengths the head names under ``sizes``.
"""

from __future__ import annotations

import enum
import json
import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from core.values import dataclass

_LENGTH = struct.Struct("!I")


class Say(enum.StrEnum):
    """What a message means; the first two are the parent's."""

    HELLO = "hello"
    TASK = "task"
    READY = "ready"
    UNLOADABLE = "unloadable"
    """The job itself could not be loaded: no file is to blame."""
    PROGRESS = "progress"
    DONE = "done"
    REFUSED = "refused"
    """The job said no, in a sentence for the archivist."""
    RAISED = "raised"
    """The job failed in a way it did not foresee; ``detail`` is a traceback."""
    TOO_BIG = "too big"


class WireError(Exception):
    """The other side does not keep to the protocol."""


class MessageTooBigError(WireError):
    """The other side sends more than was agreed."""


@dataclass(frozen=True, slots=True)
class Message:
    say: Say
    body: Mapping[str, Any]
    blobs: tuple[bytes, ...] = ()


def encode(say: Say, body: Mapping[str, Any], blobs: Sequence[bytes] = ()) -> bytes:
    """Return a message as bytes; raises TypeError or ValueError where ``body`` is not plain JSON."""
    head = json.dumps({"say": say, "body": body, "sizes": [len(blob) for blob in blobs]}).encode("ascii")
    return b"".join((_LENGTH.pack(len(head)), head, *blobs))


class Decoder:
    """Turns bytes, in whatever pieces they come, into messages of at most ``limit`` bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._waiting = bytearray()

    def feed(self, data: bytes) -> Iterator[Message]:
        """Yield the messages that ``data`` completes; raises WireError."""
        self._waiting += data
        while (message := self._take()) is not None:
            yield message

    def _take(self) -> Message | None:
        if len(self._waiting) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack_from(self._waiting)
        self._check_length(length)
        end = _LENGTH.size + length
        if len(self._waiting) < end:
            return None
        say, body, sizes = _parse_head(bytes(self._waiting[_LENGTH.size : end]))
        self._check_length(length + sum(sizes))
        if len(self._waiting) < end + sum(sizes):
            return None
        blobs = []
        for size in sizes:
            blobs.append(bytes(self._waiting[end : end + size]))
            end += size
        del self._waiting[:end]
        return Message(say, body, tuple(blobs))

    def _check_length(self, length: int) -> None:
        if length > self._limit:
            raise MessageTooBigError(f"a message of {length:,} bytes; {self._limit:,} were agreed")


def _parse_head(head: bytes) -> tuple[Say, dict[str, Any], list[int]]:
    try:
        value = json.loads(head)
        say, body, sizes = Say(value["say"]), value["body"], value["sizes"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise WireError(f"a head that cannot be read: {error!r}") from None
    if not isinstance(body, dict) or not isinstance(sizes, list):
        raise WireError("a head without body or sizes")
    if not all(isinstance(size, int) and size >= 0 for size in sizes):
        raise WireError("sizes that are none")
    return say, body, sizes
