"""One tag on many clips, looked up and put into the index without their records."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence

from core.model.clip import Role, Tag
from core.model.ids import ClipId, EntryId
from core.ports.index import Chip
from core.search.tree import STANDING
from core.storage.index_packing import (
    CODES,
    ENTRY_SHIFT,
    STATUSES,
    WHOLE,
    Packed,
    code_of,
    codes_of,
    is_whole,
    numbers_in,
    role_of,
    status_of,
    unpack,
    with_last,
    without_one,
)
from core.storage.index_places import rows_of
from core.storage.index_traits import BY_TAGS, traits_by
from core.storage.index_writing import listed, looked_up, number_entries, touch

_STANDING = frozenset(codes_of(Role, STANDING))
_AT_ONCE = 1_000
"""So many rows are read and written before the next: their pages are still at hand when they are written."""

Carried = Sequence[tuple[int, bytes]]
"""Rows with the tags they carry, packed."""


def without(reader: sqlite3.Connection, clips: Sequence[ClipId], entry: EntryId, role: Role) -> list[ClipId]:
    """Return those of ``clips`` that are there without a whole-clip tag of ``entry`` in ``role``."""
    rows = rows_of(reader, clips)
    number = dict(looked_up(reader, "SELECT id, number FROM entry WHERE id", [entry])).get(entry)
    asked = {number << ENTRY_SHIFT | code for code in whole_codes(role)} if number is not None else set()
    query = "SELECT row, tags FROM carried WHERE row"
    carrying = {row for row, tags in looked_up(reader, query, sorted(rows.values())) if asked & {*numbers_in(tags)}}
    return [clip for clip in clips if clip in rows and rows[clip] not in carrying]


def whole_codes(role: Role) -> list[int]:
    """Return the codes of tags of the whole clip in ``role``, of whatever status."""
    return [code for code in codes_of([role], STATUSES) if is_whole(code)]


def put_tag(database: sqlite3.Connection, rows: Sequence[int], tag: Tag) -> Carried:
    """Give the clips of ``rows`` the new whole-clip ``tag``, and what is derived from it; return what they carry."""
    return _change(database, rows, tag, with_last)


def remove_tag(database: sqlite3.Connection, rows: Sequence[int], tag: Tag) -> Carried:
    """Take the whole-clip ``tag`` off the clips of ``rows``, with what was derived from it; return what they carry."""
    return _change(database, rows, tag, without_one)


def _change(
    database: sqlite3.Connection,
    rows: Sequence[int],
    tag: Tag,
    changed: Callable[[bytes, bytes, Packed], tuple[bytes, bytes]],
) -> Carried:
    ordered, carried = sorted(rows), []
    number = number_entries(database, [tag.entry])[tag.entry]
    packed = Packed(number, code_of(tag.role, tag.status, whole=True), tag.id)
    query = "SELECT carried.row, tags, ids FROM json_each(?) CROSS JOIN carried ON carried.row = value"
    for first in range(0, len(ordered), _AT_ONCE):
        known = database.execute(query, (listed(ordered[first : first + _AT_ONCE]),)).fetchall()
        after = [(row, *changed(tags, ids, packed)) for row, tags, ids in known]
        database.executemany("UPDATE carried SET tags = ?2, ids = ?3 WHERE row = ?1", after)
        _put_traits(database, ((row, tags, now) for (row, tags, _), (_, now, _) in zip(known, after, strict=True)))
        carried += [(row, tags) for row, tags, _ in after]
    touch(database, ordered)
    return carried


def _put_traits(database: sqlite3.Connection, changed: Iterable[tuple[int, bytes, bytes]]) -> None:
    """Write down which traits of rows come from their tags, where others do than from those they had before."""
    bits = ((row, traits_by(before), traits_by(now)) for row, before, now in changed)
    database.executemany(
        f"UPDATE clip SET traits = traits & ~{BY_TAGS} | ?1 WHERE row = ?2",
        [(now, row) for row, before, now in bits if now != before],
    )


def carried_by(reader: sqlite3.Connection, rows: Iterable[int]) -> dict[int, list[Packed]]:
    """Return the tags of each of ``rows`` that is there, in the order in which they were made."""
    query = "SELECT row, tags, ids FROM json_each(?) JOIN carried ON row = value"
    return {row: unpack(tags, ids) for row, tags, ids in reader.execute(query, (listed(set(rows)),))}


def chips_of(reader: sqlite3.Connection, rows: Sequence[int]) -> Mapping[int, tuple[Chip, ...]]:
    """Return the chips of each card of ``rows``, in the order in which their tags were made."""
    query = "SELECT row, tags FROM json_each(?) JOIN carried ON row = value"
    standing = {
        row: dict.fromkeys([number & ~WHOLE for number in numbers_in(tags) if number & (CODES - 1) in _STANDING])
        for row, tags in reader.execute(query, (listed(set(rows)),))
    }
    numbers = set().union(*standing.values())
    entries = sorted({number >> ENTRY_SHIFT for number in numbers})
    ids = dict(looked_up(reader, "SELECT number, id FROM entry WHERE number", entries))
    chips = {
        number: Chip(EntryId(ids[number >> ENTRY_SHIFT]), role_of(number), status_of(number)) for number in numbers
    }
    return {row: tuple([chips[number] for number in its]) for row, its in standing.items()}
