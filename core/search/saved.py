"""Saved searches as queries, and how much they find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from core.model.searches import SavedSearch
from core.ports.index import Order
from core.search.finding import Finder
from core.search.switch import switched

MOST_MOMENTS = 999
"""How many moments are counted; beyond, it is only said that there are more."""


@dataclass(frozen=True, slots=True)
class SavedCount:
    """A saved search and how many clips or moments it finds now; ``more`` where there are even more."""

    search: SavedSearch
    count: int
    more: bool = False


def query_of(search: SavedSearch) -> str:
    """Return the whole text of ``search``, its switch with it."""
    return switched(search.query, search.moments)


def order_of(search: SavedSearch) -> Order:
    """Return the order of ``search``; the usual one where it names none that is known."""
    return Order(search.order) if search.order in tuple(Order) else Order.ADDED


def counted(search: SavedSearch, finder: Finder, today: date) -> SavedCount:
    """Return how much ``search`` finds on ``today``."""
    if not search.moments:
        return SavedCount(search, len(finder.search(search.query, today).rows))
    moments = finder.moments(search.query, today).moments
    found = sum(1 for _ in islice(moments, MOST_MOMENTS + 1))
    return SavedCount(search, min(found, MOST_MOMENTS), found > MOST_MOMENTS)


def named(name: str, searches: Iterable[SavedSearch]) -> list[SavedSearch]:
    """Return the searches of that name; case does not count."""
    return [search for search in searches if search.name.casefold() == name.strip().casefold()]
