"""What the index keeps of a clip, as rows of its tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from core.model.clip import Clip
from core.model.codec import to_json
from core.model.ids import EntryId, TagId
from core.model.media import MediaKind
from core.ports.index import Card
from core.search.fold import spaced, tokens
from core.search.reading import DATES, NUMBERS, TEXTS, embargo_end
from core.search.tree import TextField
from core.storage.index_moments import BREAK, MomentsRow, moments_row
from core.storage.index_packing import code_of
from core.storage.index_schema import PLAIN_COLUMNS, WORD_COLUMNS
from core.storage.index_traits import traits_of
from core.values import dataclass

_DIGITS = 12

SqlValue = int | str | bytes | None


class TagRow(NamedTuple):
    """One tag, packed but for the number of its entry."""

    entry: EntryId
    code: int
    id: TagId


@dataclass(frozen=True, slots=True)
class ClipRows:
    """All the index keeps of one clip; ``words_hash`` is of ``words`` and ``details``."""

    clip: tuple[SqlValue, ...]
    card: bytes
    tags: tuple[TagRow, ...]
    moments: MomentsRow | None
    files: tuple[tuple[SqlValue, ...], ...]
    words: tuple[str, ...]
    details: tuple[str, ...]
    words_hash: bytes


def clip_rows(row: int, clip: Clip) -> ClipRows:
    """Return what the index keeps of ``clip`` under ``row``."""
    words = tuple(_joined(clip, field) for field in WORD_COLUMNS)
    details = tuple(_joined(clip, field) for field in PLAIN_COLUMNS)
    words_hash = hashlib.blake2b("\0".join((*words, *details)).encode(), digest_size=12).digest()
    tags = _tag_rows(clip)
    traits = traits_of(clip, frozenset(tag.code for tag in tags))
    periods = [read(clip) for read in DATES.values()]
    dates = [end for period in periods for end in ((None, None) if period is None else (period.start, period.end))]
    numbers = [read(clip) for read in NUMBERS.values()]
    return ClipRows(
        clip=(row, traits, *dates, *numbers, embargo_end(clip), name_key(clip.name), words_hash),
        card=to_json(_card(row, clip)),
        tags=tags,
        moments=moments_row(clip),
        files=_file_rows(row, clip),
        words=words,
        details=details,
        words_hash=words_hash,
    )


def name_key(name: str) -> str:
    """Return what names are ordered by: folded, and numbers by their size (A2 before A10)."""
    return " ".join(word.zfill(_DIGITS) if word.isdigit() else word for word in _runs(tokens(name)))


def _runs(words: Iterable[str]) -> Iterable[str]:
    """Yield runs of digits and runs of what is no digit."""
    for word in words:
        run = ""
        for letter in word:
            if run and letter.isdigit() != run[-1].isdigit():
                yield run
                run = ""
            run += letter
        yield run


def _joined(clip: Clip, field: TextField) -> str:
    return f" {BREAK} ".join(filter(None, map(spaced, TEXTS[field](clip))))


def _card(row: int, clip: Clip) -> Card:
    """Return all of a card but its chips."""
    return Card(
        row=row,
        id=clip.id,
        name=clip.name,
        kind=clip.kind,
        poster=clip.poster,
        keyframes=tuple(keyframe.still for keyframe in clip.keyframes),
        duration=clip.facts.duration,
        problem=clip.problem,
        chips=(),
        rating=clip.rating,
    )


def _tag_rows(clip: Clip) -> tuple[TagRow, ...]:
    rows = (TagRow(tag.entry, code_of(tag.role, tag.status, whole=tag.moment is None), tag.id) for tag in clip.tags)
    return tuple(sorted(rows, key=lambda row: row.id))


def _file_rows(row: int, clip: Clip) -> tuple[tuple[SqlValue, ...], ...]:
    readable = int(clip.kind is not MediaKind.UNREADABLE)
    return tuple((row, file.path, file.size, file.mtime_ns, file.quick_hash, readable) for file in clip.files)
