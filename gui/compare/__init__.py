"""Two clips side by side."""

from __future__ import annotations

from gui.compare.page import ComparePage

__all__ = ["ComparePage"]
