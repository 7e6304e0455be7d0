"""The commands that have a place in the inspector."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction


@dataclass(frozen=True, slots=True)
class InspectorActions:
    """The commands that the page of one clip, or of several, shows as buttons."""

    mark_moment: QAction
    retry: QAction
    show_file: QAction
