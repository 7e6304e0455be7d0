"""Identifiers: never reused, and ordered by the time they were made."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import NewType

ClipId = NewType("ClipId", str)
EntryId = NewType("EntryId", str)
MomentId = NewType("MomentId", str)
TagId = NewType("TagId", str)
SearchId = NewType("SearchId", str)
StillId = NewType("StillId", str)
"""The SHA-256 of a still's bytes, in hex: a still is stored under what it holds."""


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds_of(moment: datetime) -> int:
    """Return how many microseconds after 1970 ``moment`` (with its zone) is."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def new_id(microseconds: int) -> str:
    """Return a UUID of version 7 as 32 hex digits; ids of different microseconds sort by time.

    RFC 9562, 5.7, with the fraction of the millisecond in the bits after it (6.2, method 3).
    """
    milliseconds, rest = divmod(microseconds, 1000)
    value = (milliseconds & ((1 << 48) - 1)) << 80 | 0x7 << 76 | (rest << 12) // 1000 << 64
    return f"{value | 0x2 << 62 | secrets.randbits(62):032x}"
