"""One tag on many clips, looked up and put into the index without their records."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence

from core.model.clip import Role, Tag
from core.model.ids import ClipId, EntryId
from core.ports.index import Chip
from core.search.tree import STANDING, Trait
from core.storage.index_packing import (
    ENTRY_SHIFT,
    STATUSES,
    Packed,
    code_of,
    codes_of,
    is_whole,
    numbers_in,
    role_of,
    status_of,
    unpack,
)
from core.storage.index_rows import TRAIT_BITS
from core.storage.index_writing import listed, looked_up, number_entries, put_carried, touch

_TRAIT_OF_ROLE = {
    Role.PERSON_SHOWN: Trait.PERSON,
    Role.LOCATION_SHOWN: Trait.LOCATION,
    Role.LOCATION_SHOT: Trait.LOCATION,
    Role.PRODUCTION: Trait.PRODUCTION,
    Role.KEYWORD: Trait.KEYWORD,
}
"""What a clip has by a tag that stands, beside being no longer untagged."""

_BY_TAGS = TRAIT_BITS[Trait.UNTAGGED] | sum({TRAIT_BITS[trait] for trait in _TRAIT_OF_ROLE.values()})


def without(reader: sqlite3.Connection, clips: Sequence[ClipId], entry: EntryId, role: Role) -> list[ClipId]:
    """Return those of ``clips`` that are there without a whole-clip tag of ``entry`` in ``role``."""
    rows = _rows(reader, clips)
    number = dict(looked_up(reader, "SELECT id, number FROM entry WHERE id", [entry])).get(entry)
    codes = {code for code in codes_of([role], STATUSES) if is_whole(code)}
    asked = {number << ENTRY_SHIFT | code for code in codes} if number is not None else set()
    query = "SELECT row, tags FROM carried WHERE row"
    carrying = {row for row, tags in looked_up(reader, query, sorted(rows.values())) if asked & {*numbers_in(tags)}}
    return [clip for clip in clips if clip in rows and rows[clip] not in carrying]


def put_tag(database: sqlite3.Connection, clips: Sequence[ClipId], tag: Tag) -> None:
    """Give ``clips`` the new whole-clip ``tag``, and what is derived from it."""
    _change(database, clips, tag, lambda tags, new: sorted([*tags, new], key=lambda known: known.id))


def remove_tag(database: sqlite3.Connection, clips: Sequence[ClipId], tag: Tag) -> None:
    """Take the whole-clip ``tag`` off ``clips``, with what was derived from it alone."""
    _change(database, clips, tag, lambda tags, old: [known for known in tags if known != old])


def _change(
    database: sqlite3.Connection,
    clips: Sequence[ClipId],
    tag: Tag,
    changed: Callable[[list[Packed], Packed], list[Packed]],
) -> None:
    rows = sorted(_rows(database, clips).values())
    number = number_entries(database, [tag.entry])[tag.entry]
    packed = Packed(number, code_of(tag.role, tag.status, whole=True), tag.id)
    carried = {row: changed(tags, packed) for row, tags in carried_by(database, rows).items()}
    put_carried(database, carried.items())
    if tag.status in STANDING:
        _put_traits(database, carried)
    touch(database, rows)


def _put_traits(database: sqlite3.Connection, carried: Mapping[int, Sequence[Packed]]) -> None:
    """Write down anew which traits of rows come from their tags."""
    database.executemany(
        f"UPDATE clip SET traits = traits & ~{_BY_TAGS} | ?1 WHERE row = ?2 AND traits & {_BY_TAGS} <> ?1",
        [(_bits(tag.role for tag in tags if tag.stands), row) for row, tags in carried.items()],
    )


def _bits(roles: Iterable[Role]) -> int:
    traits = {_TRAIT_OF_ROLE[role] for role in roles} or {Trait.UNTAGGED}
    return sum(TRAIT_BITS[trait] for trait in traits)


def carried_by(reader: sqlite3.Connection, rows: Iterable[int]) -> dict[int, list[Packed]]:
    """Return the tags of each of ``rows`` that is there, in the order in which they were made."""
    query = "SELECT row, tags, ids FROM json_each(?) JOIN carried ON row = value"
    return {row: unpack(tags, ids) for row, tags, ids in reader.execute(query, (listed(set(rows)),))}


def chips_of(reader: sqlite3.Connection, rows: Sequence[int]) -> Mapping[int, tuple[Chip, ...]]:
    """Return the chips of each card of ``rows``, in the order in which their tags were made."""
    query = "SELECT row, tags FROM json_each(?) JOIN carried ON row = value"
    tags = {row: numbers_in(packed) for row, packed in reader.execute(query, (listed(set(rows)),))}
    numbers = {number >> ENTRY_SHIFT for packed in tags.values() for number in packed}
    ids = dict(looked_up(reader, "SELECT number, id FROM entry WHERE number", sorted(numbers)))
    return {
        row: tuple(dict.fromkeys(_chip(ids[number >> ENTRY_SHIFT], number) for number in packed if _stands(number)))
        for row, packed in tags.items()
    }


def _chip(entry: str, number: int) -> Chip:
    return Chip(EntryId(entry), role_of(number), status_of(number))


def _stands(number: int) -> bool:
    return status_of(number) in STANDING


def _rows(reader: sqlite3.Connection, clips: Iterable[ClipId]) -> dict[ClipId, int]:
    """Return the rows of those of ``clips`` that are there."""
    query = "SELECT id, clip.row FROM place JOIN clip USING (row) WHERE id"
    return dict(looked_up(reader, query, sorted(clips)))
