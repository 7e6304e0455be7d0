"""One tag on many clips, looked up and put into the index without their records."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from core.model.clip import Role, Tag
from core.model.codec import to_json
from core.model.ids import ClipId, EntryId
from core.ports.index import Chip
from core.search.tree import STANDING, Trait
from core.storage.index_rows import (
    ROLE_NUMBERS,
    ROLES,
    STANDING_NUMBERS,
    STATUS_NUMBERS,
    STATUSES,
    TRAIT_BITS,
    stored_tag_id,
    tag_id,
)
from core.storage.index_schema import TAG_COLUMNS
from core.storage.index_writing import looked_up, number_entries, put, put_facets

_TRAIT_OF_ROLE = {
    Role.PERSON_SHOWN: Trait.PERSON,
    Role.LOCATION_SHOWN: Trait.LOCATION,
    Role.LOCATION_SHOT: Trait.LOCATION,
    Role.PRODUCTION: Trait.PRODUCTION,
    Role.KEYWORD: Trait.KEYWORD,
}
"""What a clip has by a tag that stands, beside being no longer untagged."""

_STANDING = ", ".join(map(str, STANDING_NUMBERS))


def without(reader: sqlite3.Connection, clips: Sequence[ClipId], entry: EntryId, role: Role) -> list[ClipId]:
    """Return those of ``clips`` that are there without a whole-clip tag of ``entry`` in ``role``."""
    rows = _rows(reader, clips)
    query = (
        "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM tag WHERE entry ="
        " (SELECT number FROM entry WHERE id = ?) AND clip = value AND role = ? AND whole)"
    )
    carrying = {row for (row,) in reader.execute(query, (_listed(rows.values()), entry, ROLE_NUMBERS[role]))}
    return [clip for clip in clips if clip in rows and rows[clip] not in carrying]


def put_tag(database: sqlite3.Connection, clips: Sequence[ClipId], tag: Tag) -> None:
    """Give ``clips`` the new whole-clip ``tag``, and what is derived from it."""
    rows = sorted(_rows(database, clips).values())
    number = number_entries(database, [tag.entry])[tag.entry]
    held = (ROLE_NUMBERS[tag.role], STATUS_NUMBERS[tag.status], stored_tag_id(tag.id), 1)
    put(database, "tag", TAG_COLUMNS, ((number, row, *held) for row in rows))
    if tag.status in STANDING:
        _add_facets(database, rows, number)
        has, untagged = TRAIT_BITS[_TRAIT_OF_ROLE[tag.role]], TRAIT_BITS[Trait.UNTAGGED]
        database.executemany(
            f"UPDATE clip SET traits = (traits | {has}) & ~{untagged}"
            f" WHERE row = ? AND traits & {has | untagged} <> {has}",
            ((row,) for row in rows),
        )


def _add_facets(database: sqlite3.Connection, rows: Iterable[int], entry: int) -> None:
    """Count ``rows`` for ``entry``, where that stands for itself, and for all it reaches."""
    stands = "SELECT number FROM entry WHERE NOT redirected AND number IN (SELECT ? UNION SELECT target FROM reach"
    targets = [row[0] for row in database.execute(f"{stands} WHERE entry = ?)", (entry, entry))]
    for target in targets:
        database.executemany("INSERT OR IGNORE INTO facet(clip, entry) VALUES (?, ?)", ((row, target) for row in rows))


def remove_tag(database: sqlite3.Connection, clips: Sequence[ClipId], tag: Tag) -> None:
    """Take the whole-clip ``tag`` off ``clips``, with what was derived from it alone."""
    rows = sorted(_rows(database, clips).values())
    number = number_entries(database, [tag.entry])[tag.entry]
    held = (number, ROLE_NUMBERS[tag.role], STATUS_NUMBERS[tag.status], stored_tag_id(tag.id))
    database.executemany(
        "DELETE FROM tag WHERE entry = ? AND role = ? AND status = ? AND id = ? AND clip = ?",
        ((*held, row) for row in rows),
    )
    if tag.status in STANDING:
        put_facets(database, rows)
        _put_traits(database, rows)


def _put_traits(database: sqlite3.Connection, rows: Sequence[int]) -> None:
    """Write down anew which traits of ``rows`` come from their tags."""
    roles: dict[int, set[int]] = {row: set() for row in rows}
    query = f"SELECT DISTINCT clip, role FROM tag WHERE status IN ({_STANDING}) AND clip"
    for row, role in looked_up(database, query, rows):
        roles[row].add(role)
    by_tags = TRAIT_BITS[Trait.UNTAGGED] | sum({TRAIT_BITS[trait] for trait in _TRAIT_OF_ROLE.values()})
    bits = {row: _bits(found) for row, found in roles.items()}
    database.executemany(
        f"UPDATE clip SET traits = traits & ~{by_tags} | ?1 WHERE row = ?2 AND traits & {by_tags} <> ?1",
        ((held, row) for row, held in bits.items()),
    )


def _bits(roles: Iterable[int]) -> int:
    traits = {_TRAIT_OF_ROLE[ROLES[role]] for role in roles} or {Trait.UNTAGGED}
    return sum(TRAIT_BITS[trait] for trait in traits)


def chips_of(reader: sqlite3.Connection, rows: Sequence[int]) -> Mapping[int, tuple[Chip, ...]]:
    """Return the chips of each card of ``rows``, in the order in which their tags were made."""
    query = (
        "SELECT clip, tag.id, entry.id, role, status FROM json_each(?) CROSS JOIN tag ON clip = value"
        f" JOIN entry ON number = entry WHERE status IN ({_STANDING})"
    )
    found: dict[int, list[tuple[str, Chip]]] = {}
    for row, said, entry, role, status in reader.execute(query, (_listed(set(rows)),)):
        found.setdefault(row, []).append((tag_id(said), Chip(EntryId(entry), ROLES[role], STATUSES[status])))
    return {row: _in_order(chips) for row, chips in found.items()}


def _in_order(chips: list[tuple[str, Chip]]) -> tuple[Chip, ...]:
    return tuple(dict.fromkeys(chip for _, chip in sorted(chips, key=lambda made: made[0])))


def _rows(reader: sqlite3.Connection, clips: Iterable[ClipId]) -> dict[ClipId, int]:
    """Return the rows of those of ``clips`` that are there."""
    query = "SELECT id, clip.row FROM place JOIN clip USING (row) WHERE id"
    return dict(looked_up(reader, query, sorted(clips)))


def _listed(values: Iterable[object]) -> str:
    return to_json(list(values)).decode()
