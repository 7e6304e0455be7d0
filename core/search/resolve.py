"""From names to the entries that carry them."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from core.model.clip import Role
from core.model.ids import EntryId
from core.model.vocabulary import Entry, EntryKind
from core.search.reading import last_day
from core.search.tree import And, Embargoed, Has, Named, Node, Not, Or, Tagged, Trait, rewritten


class Names(Protocol):
    """The authority file as a query needs it."""

    def ids_named(self, kind: EntryKind | None, tokens: tuple[str, ...], last_is_prefix: bool) -> frozenset[EntryId]:
        """Return the entries of ``kind`` with ``tokens`` unbroken in a name, and all that lie in or lead to them."""

    def all(self, kind: EntryKind | None = None) -> Iterable[Entry]:
        """Return the entries of ``kind`` that stand for themselves."""

    def ids_below(self, id: EntryId) -> frozenset[EntryId]:  # noqa: A002
        """Return ``id`` with all entries that lie in it, and all that lead to any of these."""

    def get(self, id: EntryId) -> Entry | None:  # noqa: A002
        """Return the entry that ``id`` leads to, through redirects; None where it is gone."""


def resolve(node: Node, names: Names) -> Node:
    """Return ``node`` with every name replaced by the entries that carry it, and releases by productions to come."""

    def leaf(part: Node) -> Node:
        match part:
            case Named():
                return Tagged(names.ids_named(part.kind, part.tokens, part.prefix), part.roles, part.statuses)
            case Embargoed(today):
                return Or((part, _held_until_release(names, today)))
        return part

    return rewritten(node, leaf)


def _held_until_release(names: Names, today: date) -> Node:
    """Return what asks for clips held until a release that is to come or that nobody knows, as the export gate does."""
    held = Tagged(_to_come(names, today), (Role.PRODUCTION,))
    return And((Has(Trait.UNTIL_RELEASE), Or((Not(Has(Trait.PRODUCTION)), held))))


def _to_come(names: Names, today: date) -> frozenset[EntryId]:
    """Return the productions not released by ``today``, as far as is known, and all that lead to one of them."""
    begins = timegm(today.timetuple())
    to_come = [entry for entry in names.all(EntryKind.PRODUCTION) if last_day(entry.released) > begins]
    return frozenset(below for entry in to_come for below in names.ids_below(entry.id) if names.get(below) == entry)
