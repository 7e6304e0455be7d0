"""The tags of a clip as the index keeps them: four bytes each for searching, and beside them their ids, in order."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.model.clip import Role, Status
from core.model.ids import TagId
from core.search.tree import STANDING

ROLES = tuple(Role)
STATUSES = tuple(Status)
"""Roles and statuses by the number they are packed as."""

ROLE_NUMBERS = {role: number for number, role in enumerate(ROLES)}
STATUS_NUMBERS = {status: number for number, status in enumerate(STATUSES)}

CODES = 128
"""A code is below this: three bits of role, three of status, one for the whole clip."""

ENTRY_SHIFT = 8
"""An entry's number stands above its tag's code."""

WHOLE = 64
"""The bit of a code that says: of the whole clip."""

_STATUS_SHIFT = 3
_UUID_BYTES = 16
_IS_UUID, _IS_TEXT = b"\1", b"\0"


class Packed(NamedTuple):
    """A tag: the number of its entry, its role, status and whether of the whole clip as a code, and its id."""

    entry: int
    code: int
    id: TagId

    @property
    def role(self) -> Role:
        return role_of(self.code)

    @property
    def status(self) -> Status:
        return status_of(self.code)

    @property
    def stands(self) -> bool:
        """Whether it counts where no status is asked for."""
        return self.status in STANDING


def code_of(role: Role, status: Status, *, whole: bool) -> int:
    """Return the code of a tag; ``whole`` where it speaks of the whole clip and not of a moment."""
    return ROLE_NUMBERS[role] | STATUS_NUMBERS[status] << _STATUS_SHIFT | whole * WHOLE


def role_of(code: int) -> Role:
    """Return the role in a code, or in a number with an entry above it."""
    return ROLES[code & 7]


def status_of(code: int) -> Status:
    """Return the status in a code, or in a number with an entry above it."""
    return STATUSES[code >> _STATUS_SHIFT & 7]


def is_whole(code: int) -> bool:
    return bool(code & WHOLE)


def codes_of(roles: Iterable[Role], statuses: Iterable[Status]) -> list[int]:
    """Return the codes of tags in one of ``roles`` and of one of ``statuses``, whole clip or moment."""
    status_list = list(statuses)
    return [code_of(role, status, whole=whole) for role in roles for status in status_list for whole in (False, True)]


def pack(tags: Sequence[Packed]) -> tuple[bytes, bytes]:
    """Return ``tags`` as :func:`unpack` reads them: entries and codes, and ids."""
    numbers = [tag.entry << ENTRY_SHIFT | tag.code for tag in tags]
    return struct.pack(f"<{len(numbers)}I", *numbers), b"".join(_packed_id(tag.id) for tag in tags)


def numbers_in(tags: bytes) -> tuple[int, ...]:
    """Return the entry and code of each tag, as one number."""
    return struct.unpack(f"<{len(tags) // 4}I", tags)


def unpack(tags: bytes, ids: bytes) -> list[Packed]:
    """Return what :func:`pack` was given."""
    unpacked, at = [], 0
    for number in numbers_in(tags):
        found, at = _read_id(ids, at)
        unpacked.append(Packed(number >> ENTRY_SHIFT, number & (CODES - 1), found))
    return unpacked


def with_last(tags: bytes, ids: bytes, new: Packed) -> tuple[bytes, bytes]:
    """Return packed tags with ``new`` among them, in the order of ids: without unpacking where it is the last."""
    packed = _packed_id(new.id)
    if packed[:1] == _IS_UUID and (
        not ids or (len(ids) == len(tags) // 4 * len(packed) and ids[-len(packed) :] < packed)
    ):
        return tags + struct.pack("<I", new.entry << ENTRY_SHIFT | new.code), ids + packed
    return pack(sorted([*unpack(tags, ids), new], key=lambda tag: tag.id))


def without_one(tags: bytes, ids: bytes, old: Packed) -> tuple[bytes, bytes]:
    """Return packed tags without ``old``."""
    return pack([tag for tag in unpack(tags, ids) if tag != old])


def _packed_id(tag: TagId) -> bytes:
    """Return an id in seventeen bytes where it is a UUID, else as text with its length."""
    try:
        short = bytes.fromhex(tag)
    except ValueError:
        short = b""
    if len(short) == _UUID_BYTES and short.hex() == tag:
        return _IS_UUID + short
    text = tag.encode()
    return _IS_TEXT + struct.pack("<I", len(text)) + text


def _read_id(ids: bytes, at: int) -> tuple[TagId, int]:
    if ids[at : at + 1] == _IS_UUID:
        end = at + 1 + _UUID_BYTES
        return TagId(ids[at + 1 : end].hex()), end
    (length,) = struct.unpack_from("<I", ids, at + 1)
    end = at + 5 + length
    return TagId(ids[at + 5 : end].decode()), end
