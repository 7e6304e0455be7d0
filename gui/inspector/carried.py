"""Tags on their way from one clip to others: copied, shown before they are pasted, pasted as one step; no widgets."""

from __future__ import annotations

import json
from collections.abc import Sequence

from core.app import Archive
from core.catalog.edits import Edit, TagClips, Together
from core.catalog.vocabulary import Vocabulary
from core.model.clip import Role, Status, Tag
from core.model.ids import ClipId, EntryId, TagId
from core.values import dataclass
from gui.inspector.looking import Said
from gui.inspector.tagging import PREFIXES
from gui.words import plural

MIME = "application/x-slatebook-tags+json"
"""How tags lie on the clipboard, beside their names as text."""

_DOUBTED = (Status.DISPUTED, Status.REFUTED)


@dataclass(frozen=True, slots=True)
class Carried:
    """An entry as something, and whether that was a claim."""

    entry: EntryId
    role: Role
    status: Status


@dataclass(frozen=True, slots=True)
class Gain:
    """On how many clips a tag would come, of how many."""

    carried: Carried
    fresh: int
    clips: int


def carried_by(said: Sequence[Said], clips: int) -> list[Carried]:
    """Return what all of so many ``clips`` carry; what is disputed or refuted stays behind, a claim remains one."""
    return [
        Carried(one.entry, one.role, Status.CLAIMED if one.status is Status.CLAIMED else Status.CONFIRMED)
        for one in said
        if one.clips == clips and one.status not in _DOUBTED
    ]


def packed(carried: Sequence[Carried]) -> bytes:
    """Return ``carried`` as it lies on the clipboard."""
    return json.dumps([(one.entry, one.role, one.status) for one in carried]).encode()


def unpacked(data: bytes, vocabulary: Vocabulary) -> list[Carried]:
    """Return what lies on the clipboard, without what this archive does not know; nothing of data of another kind."""
    try:
        found = [Carried(EntryId(entry), Role(role), Status(status)) for entry, role, status in json.loads(data)]
    except (ValueError, TypeError):
        return []
    return [one for one in found if isinstance(one.entry, str) and vocabulary.get(one.entry) is not None]


def as_text(carried: Sequence[Carried], vocabulary: Vocabulary) -> str:
    """Return the names a line each, as the tag field reads them."""
    prefixes = {kind: prefix for prefix, kind in PREFIXES.items()}
    entries = [entry for one in carried if (entry := vocabulary.get(one.entry)) is not None]
    return "\n".join(f"{prefixes[entry.kind]}{entry.label}" for entry in entries)


def gains(archive: Archive, clips: Sequence[ClipId], carried: Sequence[Carried]) -> list[Gain]:
    """Return on how many of ``clips`` each of ``carried`` would come anew; every clip is read once."""
    final, fresh = archive.vocabulary.final, dict.fromkeys(carried, 0)
    for clip in filter(None, map(archive.catalog.clip, clips)):
        said = {(final(tag.entry), tag.role) for tag in clip.tags}
        for one in carried:
            fresh[one] += (final(one.entry), one.role) not in said
    return [Gain(one, count, len(clips)) for one, count in fresh.items()]


def paste_edit(archive: Archive, clips: Sequence[ClipId], carried: Sequence[Carried]) -> Edit:
    """Return the one edit that puts ``carried`` on those of ``clips`` that do not say so yet, anywhere in them."""
    final = archive.vocabulary.final
    lacking: dict[Carried, list[ClipId]] = {one: [] for one in carried}
    for clip in filter(None, map(archive.catalog.clip, clips)):
        said = {(final(tag.entry), tag.role) for tag in clip.tags}
        for one in carried:
            if (final(one.entry), one.role) not in said:
                lacking[one].append(clip.id)
    edits = tuple(TagClips(tuple(ids), _tag(one)) for one, ids in lacking.items() if ids)
    return Together(_label(len(carried), len(clips)), edits)


def _label(tags: int, clips: int) -> str:
    pasted = plural(tags, "Paste %n tag", "Paste %n tags")
    return plural(clips, "{pasted} on %n clip", "{pasted} on %n clips", pasted=pasted)


def _tag(one: Carried) -> Tag:
    return Tag(id=TagId(""), entry=one.entry, role=one.role, status=one.status)
