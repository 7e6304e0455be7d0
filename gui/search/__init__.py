"""Where a query is typed, and what is said about its result."""

from __future__ import annotations

from gui.search.name_dialog import NameDialog
from gui.search.notice import Notice
from gui.search.query_chips import QueryChips, TermChosen
from gui.search.search_bar import OrderChanged, SearchActions, SearchBar, SearchChanged
from gui.search.why_line import WhyLine

__all__ = [
    "NameDialog",
    "Notice",
    "OrderChanged",
    "QueryChips",
    "SearchActions",
    "SearchBar",
    "SearchChanged",
    "TermChosen",
    "WhyLine",
]
