"""Identifiers: never reused, and ordered by the time they were made."""

from __future__ import annotations

import secrets
from typing import NewType

ClipId = NewType("ClipId", str)
EntryId = NewType("EntryId", str)
MomentId = NewType("MomentId", str)
TagId = NewType("TagId", str)
StillId = NewType("StillId", str)
"""The SHA-256 of a still's bytes, in hex: a still is stored under what it holds."""


def new_id(milliseconds: int) -> str:
    """Return a UUID of version 7 (RFC 9562, 5.7) as 32 hex digits: sorting ids sorts them by time."""
    value = (milliseconds & ((1 << 48) - 1)) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return f"{value:032x}"
