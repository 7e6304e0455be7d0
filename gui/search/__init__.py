"""Where a query is typed."""

from __future__ import annotations

from gui.search.search_bar import OrderChanged, SearchBar, SearchChanged

__all__ = ["OrderChanged", "SearchBar", "SearchChanged"]
