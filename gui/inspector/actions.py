"""The commands that have a place in the inspector."""

from __future__ import annotations

from PySide6.QtGui import QAction

from core.values import dataclass


@dataclass(frozen=True, slots=True)
class InspectorActions:
    """The commands that the page of one clip, or of several, shows as buttons."""

    mark_moment: QAction
    retry: QAction
    show_file: QAction
