"""Ids in files of others: trusted only where they look like ours, for an id is also the name of a record's file."""

from __future__ import annotations

import re
import uuid

from core.export.columns import ID_PREFIX
from core.model.ids import EntryId

_OURS = re.compile(r"[0-9a-f]{32}")


def record_id(text: str) -> str | None:
    """Return the id of a record that ``text`` is, with or without what sheets put before it; None for anything else."""
    bare = text.strip().lower().removeprefix(ID_PREFIX)
    return bare if _OURS.fullmatch(bare) else None


def entry_id(text: str) -> EntryId:
    """Return the id that ``text`` is, else one that is always the same for ``text`` (RFC 9562, 5.5)."""
    return EntryId(record_id(text) or uuid.uuid5(uuid.NAMESPACE_URL, text).hex)
