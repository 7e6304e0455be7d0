"""From names to the entries that carry them."""

from __future__ import annotations

from typing import Protocol

from core.model.ids import EntryId
from core.model.vocabulary import EntryKind
from core.search.tree import Named, Node, Tagged, rewritten


class Names(Protocol):
    """The authority file as a query needs it."""

    def ids_named(self, kind: EntryKind | None, tokens: tuple[str, ...], last_is_prefix: bool) -> frozenset[EntryId]:
        """Return the entries of ``kind`` with ``tokens`` unbroken in a name, and all that lie in or lead to them."""


def resolve(node: Node, names: Names) -> Node:
    """Return ``node`` with every name replaced by the entries that carry it."""

    def leaf(part: Node) -> Node:
        if not isinstance(part, Named):
            return part
        return Tagged(names.ids_named(part.kind, part.tokens, part.prefix), part.roles, part.statuses)

    return rewritten(node, leaf)
