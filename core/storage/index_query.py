"""What the leaves of a query mean in SQL: sets of rows to look up, or conditions on the columns of ``clip``."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Iterable, Sequence

from core.model.codec import to_json
from core.ports.index import Order
from core.search.tree import And, Embargoed, Has, HasStatus, Node, Not, Number, Or, Period, Tagged, Text, TextField
from core.storage.index_rows import ROLE_NUMBERS, STATUS_NUMBERS, TRAIT_BITS
from core.storage.index_schema import WORD_COLUMNS

Lookup = tuple[str, tuple[str, ...]]
"""A query with one column, ``number``, and the values for its question marks."""


def lookups(node: Node) -> list[Lookup]:
    """Return queries that together select the rows that answer a leaf.  Raises TypeError where it is a name."""
    match node:
        case Text():
            return _text(node)
        case Tagged():
            return [_tagged(node)]
        case HasStatus(statuses):
            return [(f"SELECT DISTINCT clip AS number FROM tag WHERE status IN ({_statuses(statuses)})", ())]
    found = column_condition(node)
    if found is None:
        raise TypeError(f"{type(node).__name__} has no meaning of its own: resolve names first")
    return [(f"SELECT row AS number FROM clip WHERE {found}", ())]


def _text(node: Text) -> list[Lookup]:
    words = [field for field in node.fields if field in WORD_COLUMNS]
    found: list[Lookup] = []
    if words:
        found.append(("SELECT rowid AS number FROM words WHERE words MATCH ?", (_match(node, words),)))
    wanted = f" {' '.join(node.tokens)}{'' if node.prefix else ' '}"
    for field in node.fields:
        if field not in WORD_COLUMNS:
            found.append((f"SELECT row AS number FROM plain WHERE instr({field}, ?)", (wanted,)))
    return found


def _match(node: Text, fields: Sequence[TextField]) -> str:
    """Return the full-text query for ``node`` in ``fields``; its words hold nothing that had to be escaped."""
    phrase = f'"{" ".join(node.tokens)}"{" *" if node.prefix else ""}'
    return phrase if len(fields) == len(WORD_COLUMNS) else f"{{{' '.join(fields)}}} : {phrase}"


def _tagged(node: Tagged) -> Lookup:
    roles = f" AND role IN ({_listed(ROLE_NUMBERS[role] for role in node.roles)})" if node.roles else ""
    return (
        "SELECT clip AS number FROM tag WHERE entry IN"
        " (SELECT number FROM entry WHERE id IN (SELECT value FROM json_each(?)))"
        f" AND status IN ({_statuses(node.statuses)}){roles}",
        (to_json(sorted(node.entries)).decode(),),
    )


def column_condition(node: Node) -> str | None:
    """Return the condition on the columns of ``clip`` that ``node`` sets, never NULL; None where it looks elsewhere.

    Numbers stand in it as they are, so that it needs no values.
    """
    match node:
        case Period(dated, start, end):
            return _within(f"{dated}_start", (f"{dated}_start", ">=", start), (f"{dated}_end", "<=", end))
        case Number(measure, low, high):
            return _within(measure, (measure, ">=", low), (measure, "<=", high))
        case Has(trait):
            return f"(traits & {TRAIT_BITS[trait]} <> 0)"
        case Embargoed(today):
            return _within("embargo", ("embargo", ">", timegm(today.timetuple())))
        case Not(part):
            found = column_condition(part)
            return None if found is None else f"NOT {found}"
        case And(parts) if parts:
            return _joined("AND", parts)
        case Or(parts) if parts:
            return _joined("OR", parts)
    return None


def _joined(operator: str, parts: Iterable[Node]) -> str | None:
    found = [column_condition(part) for part in parts]
    held = [condition for condition in found if condition is not None]
    return f"({f' {operator} '.join(held)})" if len(held) == len(found) else None


def _within(known: str, *bounds: tuple[str, str, int | None]) -> str:
    held = (f" AND {column} {operator} {bound}" for column, operator, bound in bounds if bound is not None)
    return f"({known} IS NOT NULL{''.join(held)})"


def _statuses(statuses: Iterable[object]) -> str:
    wanted = set(statuses)
    return _listed(number for status, number in STATUS_NUMBERS.items() if status in wanted)


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))


_KEYS = {
    Order.ADDED: "",
    Order.SHOT: "shot_start IS NULL, shot_start DESC, ",
    Order.NAME: "name_key, ",
    Order.DURATION: "duration IS NULL, duration DESC, ",
    Order.RATING: "rating DESC, ",
}


def in_order(order: Order) -> Lookup:
    """Return the query for all rows: newest, longest and best first, names from A, what is not known last.

    Clips were added in the order of their ids.
    """
    return f"SELECT row AS number FROM clip JOIN place USING (row) ORDER BY {_KEYS[order]}place.id DESC", ()
