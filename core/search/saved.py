"""Saved searches as queries, and how much they find."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from core.model.searches import SavedSearch
from core.ports.index import Order
from core.search.finding import Finder
from core.search.switch import switched
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class SavedCount:
    """A saved search and how many clips or moments it finds now."""

    search: SavedSearch
    count: int


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
    return SavedCount(search, finder.how_many(finder.moments(search.query, today)))


def named(name: str, searches: Iterable[SavedSearch]) -> list[SavedSearch]:
    """Return the searches of that name; case does not count."""
    return [search for search in searches if search.name.casefold() == name.strip().casefold()]
