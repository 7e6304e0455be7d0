"""Searches kept under a name."""

from __future__ import annotations

from core.model.ids import SearchId
from core.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A query kept under a name, without its switch: ``moments`` says whether it asks for moments instead of clips.

    ``order`` is the name of an order of the index; ``revision`` the number of the change that touched it last.
    """

    id: SearchId
    name: str
    query: str
    order: str = "added"
    moments: bool = False
    revision: int = 0
