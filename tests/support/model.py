"""Small model objects for tests."""

from __future__ import annotations

from fractions import Fraction
from itertools import count
from typing import Any

from core.model.clip import USUAL_ROLES, Clip, Tag
from core.model.ids import ClipId, EntryId, TagId, new_id
from core.model.media import MediaFacts, MediaFile, MediaKind
from core.model.vocabulary import Entry, EntryKind

_numbers = count(1)


def a_clip(name: str = "", **fields: Any) -> Clip:
    """Return a ten-second clip nobody has said anything of."""
    number = next(_numbers)
    name = name or f"clip-{number}.mov"
    given: dict[str, Any] = {
        "id": ClipId(new_id(number)),
        "name": name,
        "kind": MediaKind.CLIP,
        "files": (MediaFile(path=f"/footage/{number}/{name}", size=number, mtime_ns=number, quick_hash=f"{number:x}"),),
        "added": f"2026-11-22T10:00:{number % 60:02d}+00:00",
        "facts": MediaFacts(duration=Fraction(10), frame_rate=Fraction(25), width=1920, height=1080, codec="h264"),
    }
    return Clip(**(given | fields))


def an_entry(kind: EntryKind, label: str, **fields: Any) -> Entry:
    """Return a new authority entry."""
    return Entry(id=EntryId(new_id(next(_numbers))), kind=kind, label=label, **fields)


def a_tag(entry: Entry, **fields: Any) -> Tag:
    """Return a tag for an entry in its usual role; without an id, which the catalog gives."""
    return Tag(**({"id": TagId(""), "entry": entry.id, "role": USUAL_ROLES[entry.kind]} | fields))
