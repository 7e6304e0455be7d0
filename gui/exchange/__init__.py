"""Sheets and authority files that come back, seen before anything of them is taken over."""

from __future__ import annotations

from gui.exchange.asking import ask_for_authority, ask_for_sheet, ask_where_to_export_authority, export_authority
from gui.exchange.authority_dialog import AuthorityDialog
from gui.exchange.sheet_dialog import ImportSheetDialog

__all__ = [
    "AuthorityDialog",
    "ImportSheetDialog",
    "ask_for_authority",
    "ask_for_sheet",
    "ask_where_to_export_authority",
    "export_authority",
]
